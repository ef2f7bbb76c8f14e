"""Bars of parts, one for each status, with the figure of each part inside it where there is room."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.pictures import svg
from prongsai.pictures.svg import Drawing
from prongsai.views.charts import Stack, StackChart

WORDS, AIR, THICK, BETWEEN = 1.0, 0.42, 1.5, 0.5  # em: base line of the label, room below it, a bar, room below that
_BASE = 1.1  # the base line of a figure inside its bar
_DIGIT = 3.2  # per cent that a digit takes on the narrowest telephone


def draw_stacks(chart: StackChart) -> Drawing:
    """Each bar under its label; a bar that is alone needs none."""
    shapes: list[str] = []
    top = 0.1
    for stack in chart.stacks:
        if stack.label:
            shapes.append(svg.pair(top + WORDS, stack.label, stack.figure))
            top += WORDS + AIR
        shapes += _parts(stack, chart.most, top)
        top += THICK + BETWEEN
    return Drawing(top - BETWEEN + 0.1, tuple(shapes))


def _parts(stack: Stack, most: int, top: float) -> Iterator[str]:
    before = 0
    for share in stack.shares:
        left = before * 100 / most
        width = min(share.count * 100 / most, 100 - left)
        yield svg.bar(left, top, width, THICK, share.kind)
        if width >= _DIGIT * len(share.figure):
            yield svg.text(left + width / 2, top + _BASE, share.figure, f"m in-{share.kind}")
        before += share.count
