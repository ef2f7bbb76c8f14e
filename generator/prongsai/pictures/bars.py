"""Bars below each other, each under its label and its figure, so that both have room on a phone."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from prongsai.pictures import svg
from prongsai.pictures.svg import Drawing
from prongsai.views.charts import Bar, BarChart

ROW, WORDS, UPPER, THICK = 2.7, 0.95, 1.3, 0.75  # em: a whole row, its base line, its bar
FOOT, RING, OVER = 1.3, 0.32, 0.15
_BELOW = 1.05  # the base line of the scale's words under the last bar


def draw_bars(chart: BarChart) -> Drawing:
    """The bars on a scale with its words below, and one line for the goal, cut where labels are."""
    below = ROW * len(chart.bars)
    rows = [shape for place, one in enumerate(chart.bars) for shape in _row(one, ROW * place)]
    goal = [] if chart.goal is None else [_goal(chart.goal, below)]
    return Drawing(below + FOOT, (*_scale(chart, below), *_layers(rows, goal)))


def _layers(rows: list[tuple[int, str]], goal: list[str]) -> Iterator[str]:
    """Bars first, the goal over them, and what marks last year or another figure on top."""
    yield from (shape for layer, shape in rows if layer == 0)
    yield from goal
    yield from (shape for layer, shape in rows if layer == 1)


def _row(one: Bar, top: float) -> Iterator[tuple[int, str]]:
    yield 0, svg.pair(top + WORDS, one.label, one.figure)
    if one.length is not None:
        yield 0, svg.bar(0, top + UPPER, one.length, THICK, "under" if one.below else "bar")
    if one.before is not None:
        yield 1, svg.dot(one.before, top + UPPER + THICK / 2, RING, "before")
    if one.other is not None:
        yield 1, svg.dot(one.other, top + UPPER + THICK / 2, RING, "other")


def _goal(place: Decimal, below: float) -> str:
    """A line that crosses every bar and leaves the words between them alone."""
    upper, cross = UPPER - OVER, THICK + 2 * OVER
    return svg.line((place, upper), (place, below), "goal", dashes=(cross, ROW - cross))


def _scale(chart: BarChart, below: float) -> Iterator[str]:
    for place, words in chart.scale:
        yield svg.line((place, 0), (place, below), "grid")
        css = "q" if place == 0 else "q e" if place == 100 else "q m"
        yield svg.text(place, below + _BELOW, words, css)
