"""An address as a QR code, as a drawing for paper and as a picture for Word."""

from __future__ import annotations

import io

_QUIET = 2  # modules of white around the code


def draw_svg(url: str) -> str:
    """The code as a data address of an SVG drawing."""
    import segno

    return segno.make(url, error="m", micro=False).svg_data_uri(border=_QUIET, xmldecl=False, svgns=True)


def draw_png(url: str) -> bytes:
    """The code as a PNG picture."""
    import segno

    stream = io.BytesIO()
    segno.make(url, error="m", micro=False).save(stream, kind="png", scale=8, border=_QUIET)
    return stream.getvalue()
