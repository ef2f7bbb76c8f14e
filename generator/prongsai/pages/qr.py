"""An address as a QR code (ISO/IEC 18004), drawn as SVG that is dark on white whatever is around it."""

from __future__ import annotations

from html import escape
from itertools import groupby

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
