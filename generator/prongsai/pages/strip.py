"""A row of days as a drawing: a cell a day, told apart by its height and colour."""

from __future__ import annotations

from collections.abc import Sequence

from prongsai.views.links.states import LINK_STATUSES, Run

_HEIGHT = 12  # units of the drawing; a day is one unit wide
# The style sheet gives each its own height, so that they differ without colour.
_CLASSES = {"broken": "b", "by_hand": "h", "attention": "a", "unchecked": "n", "good": "g"}


def draw_strip(runs: Sequence[Run]) -> str:
    """The drawing as SVG: a line for each standing, which the style sheet breaks into a dash a day.

    It is hidden from screen readers: the figures stand beside it as text.
    """
    length = sum(days for _, _, days in runs)
    lines = "".join(
        f'<path class="{_CLASSES[status]}" d="{path}"/>' for status in LINK_STATUSES if (path := _path(runs, status))
    )
    return f'<svg viewBox="0 0 {length} {_HEIGHT}" preserveAspectRatio="none" aria-hidden="true">{lines}</svg>'


def _path(runs: Sequence[Run], status: str) -> str:
    middle = _HEIGHT // 2
    return "".join(f"M{start} {middle}h{days}" for found, start, days in runs if found == status)
