"""The sheets of a Word document: their size and margins, and what is on top of them and at the foot."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from prongsai.paper.content import Paper
from prongsai.paper.docx_parts import append_field, make
from prongsai.paper.qr import draw_png

if TYPE_CHECKING:
    from docx.document import Document
    from docx.section import Section, _Header
    from docx.text.paragraph import Paragraph

_UPRIGHT, _ACROSS = 16.0, 26.7


def width_of(document: Paper) -> float:
    """The centimetres between the margins of its sheets."""
    return _ACROSS if document.wide else _UPRIGHT


def write_sheets(made: Document, document: Paper) -> None:
    """A4, the margins of an office, the address on the first sheet and the number on every one."""
    section = made.sections[0]
    lay_out(section, document)
    if document.thai_digits:
        section._sectPr.get_or_add_pgMar().addnext(make("w:pgNumType", fmt="thaiNumbers"))
    _write_address(section.first_page_header, document)
    for footer in (section.first_page_footer, section.footer):
        _write_number(footer.paragraphs[0])


def lay_out(section: Section, document: Paper, *, is_first: bool = True) -> None:
    """The size and the margins of the sheets of a document; the first ones have a head of their own."""
    from docx.enum.section import WD_ORIENTATION
    from docx.shared import Cm

    wide = document.wide
    section.page_width, section.page_height = (Cm(29.7), Cm(21)) if wide else (Cm(21), Cm(29.7))
    section.orientation = WD_ORIENTATION.LANDSCAPE if wide else WD_ORIENTATION.PORTRAIT
    section.left_margin, section.right_margin = (Cm(1.5), Cm(1.5)) if wide else (Cm(3), Cm(2))
    section.top_margin = section.bottom_margin = Cm(2)
    section.header_distance, section.footer_distance = Cm(1), Cm(1)
    section.different_first_page_header_footer = is_first


def begin_part(made: Document, part: Paper) -> None:
    """New sheets for a part of a book; no empty line is left on those before."""
    from docx.oxml.ns import qn

    section = made.add_section()
    ends = section._sectPr.getprevious()
    before = ends.getprevious()
    if before is not None and before.tag == ends.tag:
        before.get_or_add_pPr().append(ends.pPr.find(qn("w:sectPr")))
        ends.getparent().remove(ends)
    lay_out(section, part, is_first=False)


def _write_address(header: _Header, document: Paper) -> None:
    from docx.shared import Cm

    lines = [document.notice] if document.notice else []
    if document.page:
        lines.append(f"ที่อยู่ถาวร {document.url or f'{document.page} ของเว็บไซต์นี้'}")
    first = header.paragraphs[0]
    first.style = "Header"
    if document.url:
        picture = first.add_run().add_picture(io.BytesIO(draw_png(document.url)), width=Cm(2))
        picture._inline.docPr.set("descr", f"คิวอาร์โค้ดของที่อยู่ถาวร {document.url}")
    for line in lines:
        header.add_paragraph(line, style="Header")


def _write_number(paragraph: Paragraph) -> None:
    paragraph.style = "Footer"
    paragraph.add_run("หน้า ")
    append_field(paragraph, "PAGE")  # in the figures of the section
