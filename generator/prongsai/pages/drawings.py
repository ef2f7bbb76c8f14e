"""Small drawings inside HTML: an address as a QR code, and a row of days."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from itertools import groupby

from prongsai.views.links.states import LINK_STATUSES, Run

QUIET_ZONE = 4  # modules of white around the code; the standard asks for four


def draw_qr(address: str, name: str) -> str:
    """The drawing, with `name` as its text for those who do not see it.

    Its colours are attributes, so that neither the scheme nor printing without backgrounds changes them.
    """
    import segno  # with it come the parts of Python that reach the network; a check draws no code

    code = segno.make(address, error="m", micro=False, boost_error=False)
    rows = [bytes(row) for row in code.matrix_iter(border=QUIET_ZONE)]
    size = len(rows)
    path = "".join(_row(row, number) for number, row in enumerate(rows))
    return (
        f'<svg class="ps-qr" viewBox="0 0 {size} {size}" role="img" aria-label="{escape(name)}" '
        f'shape-rendering="crispEdges"><path fill="#fff" d="M0 0h{size}v{size}H0z"/>'
        f'<path stroke="#000" d="{path}"/></svg>'
    )


def _row(row: bytes, number: int) -> str:
    """The dark modules of a row as lines, each run after the first reached by a step to the right."""
    drawn, place, pen = "", 0, -1
    for dark, run in groupby(row):
        length = len(list(run))
        if dark:
            drawn += f"M{place} {number}.5" if pen < 0 else f"m{place - pen} 0"
            drawn += f"h{length}"
            pen = place + length
        place += length
    return drawn


_HEIGHT = 12  # units of the drawing; a day is one unit wide
# The style sheet gives each its own height, so that they differ without colour.
_CLASSES = {"broken": "b", "by_hand": "h", "attention": "a", "unchecked": "n", "good": "g"}


def draw_strip(runs: Sequence[Run]) -> str:
    """The drawing as SVG: a line for each status, which the style sheet breaks into a dash a day.

    It is hidden from screen readers: the figures are next to it as text.
    """
    length = sum(days for _, _, days in runs)
    lines = "".join(
        f'<path class="{_CLASSES[status]}" d="{path}"/>' for status in LINK_STATUSES if (path := _path(runs, status))
    )
    return f'<svg viewBox="0 0 {length} {_HEIGHT}" preserveAspectRatio="none" aria-hidden="true">{lines}</svg>'


def _path(runs: Sequence[Run], status: str) -> str:
    middle = _HEIGHT // 2
    return "".join(f"M{start} {middle}h{days}" for found, start, days in runs if found == status)
