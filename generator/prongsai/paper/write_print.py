"""A document as a page that any browser prints as the same sheets, also where nothing draws a PDF."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape

from prongsai.paper.content import Paper
from prongsai.paper.fonts import FACES
from prongsai.paper.write_pdf import TIGHT, read_styles, render_html
from prongsai.views.content import Table
from prongsai.views.downloads import PRINT_STYLES

_ABOVE = "../"  # the folder of a year is below that of the styles
_FONT = "../assets/fonts/sarabun-{}.woff2"  # of the theme
_HINT = "สั่งพิมพ์จากเบราว์เซอร์ (Ctrl+P) บนกระดาษ A4 หรือบันทึกเป็น PDF"
_NOTICE = re.compile(r"string\(notice\)")
_LOOSE, _CLOSE = 14, 18  # rows of one sheet, from which its lines are close, and closest
_ON_SCREEN = """
@media screen {
  html { background: #e4e4e4; }
  body { position: relative; box-sizing: border-box; width: 21cm; max-width: 100%; margin: 0.5cm auto; padding: 2cm 2cm 2cm 3cm; background: #fff; }
  body.wide { width: 29.7cm; padding: 1.6cm 1.5cm; }
  .address { top: 1cm; right: 1cm; }
  .hint { margin: -1.2cm 0 0.8cm; padding-right: 4cm; font-size: 10pt; }
  .hint a { display: inline-block; padding: 0.15cm 0; text-decoration: underline; }
  table { overflow-wrap: anywhere; }
}
@media screen and (max-width: 21cm) { body, body.wide { margin: 0; padding: 1cm 0.6cm; overflow-x: auto; } .hint { margin-top: 0; } }
@media print { .hint { display: none; } }
"""  # noqa: E501  rules of a style sheet


def write_print(document: Paper) -> bytes:
    """The document as a page of the site; its styles are at PRINT_STYLES."""
    head = [
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="robots" content="noindex">',
        f'<link rel="stylesheet" href="{_ABOVE}{PRINT_STYLES.rpartition("/")[2]}">',
    ]
    if document.url:
        head.append(f'<link rel="canonical" href="{escape(document.url)}">')
    html = render_html(document, _closeness(document)).replace("</head>", "\n".join([*head, "</head>"]), 1)
    way = f'<p class="hint"><a href="{_way_to(document.page)}">กลับไปที่หน้าเว็บ</a> · {_HINT}</p>'
    return re.sub(r"(<body[^>]*>)", lambda found: f"{found[1]}\n{way}", html, count=1).encode()


def _closeness(document: Paper) -> str:
    """The lines of one sheet as close as its tables need: a browser cannot try how many sheets it takes."""
    if any(one.is_letter for one in (document, *document.parts)):
        return TIGHT[0]
    rows = sum(len(block.rows) for block in document.blocks if isinstance(block, Table))
    if document.kind != "brief" or rows < _LOOSE:
        return ""
    return TIGHT[0] if rows < _CLOSE else TIGHT[-1]


def _way_to(page: str) -> str:
    """The way to a page from a document of a year, which is two folders below the root of the site."""
    return f"../..{page}" if page else ""


def write_print_styles(documents: Iterable[Paper]) -> bytes:
    """The styles of all such pages, with the fonts of the theme and the notice that every sheet of the site has."""
    notice = next((one.notice for one in documents), "")
    styles = _NOTICE.sub(lambda _: f'"{_quoted(notice)}"', read_styles())
    for face in FACES:
        styles = styles.replace(
            f'url("font:{face}")', f'url("{_FONT.format(face)}") format("woff2"); font-display: swap'
        )
    return f"{styles}{_ON_SCREEN}".encode()


def _quoted(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ")
