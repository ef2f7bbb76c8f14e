"""The styles of a Word document: Thai fonts, headings, heads of tables and the lines of a memo, all by name."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docx.document import Document
    from docx.styles.style import CharacterStyle, ParagraphStyle

FONT = "TH Sarabun New"  # what offices write with; Word asks for it by this name
_ATTRIBUTES = ("ascii", "hAnsi", "cs", "eastAsia")


@dataclass(frozen=True)
class Look:
    """The look of a style: points, centimetres; `align` is left, center or right, `tab` a stop with or without dots.

    `depth` is that of a heading in the list that programs show of them, 0 for other text.
    """

    size: float = 16
    bold: bool = False
    align: str = "left"
    before: float = 0
    after: float = 0
    left: float = 0
    first: float = 0
    keep: bool = False
    tab: float = 0
    dots: bool = False
    depth: int = 0


BUILT_IN = {
    "Normal": Look(),
    "Title": Look(20, bold=True, align="center", after=6, keep=True),
    "Subtitle": Look(18, bold=True, align="center", keep=True),
    "Heading 1": Look(18, bold=True, before=10, after=2, keep=True, depth=1),
    "Heading 2": Look(16, bold=True, before=6, keep=True, depth=2),
    "Body Text": Look(after=3, first=1.25),
    "List Paragraph": Look(),
    "Caption": Look(16, bold=True, before=4, after=2, keep=True),
    "Header": Look(12, align="right"),
    "Footer": Look(14, align="right"),
}
OWN = {
    "Signature": Look(align="center", left=7),
    "Lead": Look(bold=True, after=4),
    "Aside": Look(14, after=3),
    "Signature Line": Look(before=36, align="center", left=7, keep=True),
    "Date Line": Look(align="center", after=8),
    "Fact": Look(left=4.5, first=-4.5, after=2),
    "Comment Line": Look(before=12, left=2.5, first=-2.5),
    "Table Head": Look(14, bold=True, align="center", before=1, after=1),
    "Table Text": Look(14, before=1, after=1),
    "Table Figure": Look(14, align="right", before=1, after=1),
    "Table List": Look(14),
    "Memo Title": Look(29, bold=True, align="center", after=6),
    "Memo Line": Look(tab=8),
    "Memo Text": Look(first=2.5, after=6),
    "Memo List": Look(),
    "Fill In": Look(before=12, tab=16, dots=True),
}
# Of a book: the titles of its parts are its highest headings, and those of the parts are one level lower.
OF_BOOK = {
    "Heading 1": replace(BUILT_IN["Title"], depth=1),
    "Heading 2": replace(BUILT_IN["Heading 1"], depth=2),
    "Heading 3": replace(BUILT_IN["Heading 2"], depth=3),
    "Memo Title": replace(OWN["Memo Title"], depth=1),
    "Contents Title": replace(BUILT_IN["Heading 1"], depth=0),
    "toc 1": Look(bold=True, before=4, tab=16, dots=True),
    "toc 2": Look(left=0.7, tab=16, dots=True),
}
# How far the points of a list are from the margin, and their figures before them: a list says that by itself.
POINTS = {"List Paragraph": (1.0, 0.7), "Memo List": (3.3, 0.8), "Table List": (0.55, 0.55)}
LABELS = {"Memo Label": 20.0, "Strong": 16.0}


def write_styles(document: Document, *, in_book: bool = False) -> None:
    """Give a new document (python-docx) the styles; Thai letters take size and weight from attributes of their own."""
    from docx.enum.style import WD_STYLE_TYPE

    for name, look in {**BUILT_IN, **OWN, **(OF_BOOK if in_book else {})}.items():
        if name in document.styles:
            style = document.styles[name]
        else:
            style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH, builtin=name.startswith("toc "))
            style.base_style = document.styles["Normal"]
        _shape(style, look)
    for name, size in LABELS.items():
        known = name in document.styles
        style = document.styles[name] if known else document.styles.add_style(name, WD_STYLE_TYPE.CHARACTER)
        _letters(style, size, bold=True)


def _shape(style: ParagraphStyle, look: Look) -> None:
    from docx.enum.text import WD_PARAGRAPH_ALIGNMENT, WD_TAB_ALIGNMENT, WD_TAB_LEADER
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Cm, Pt

    _letters(style, look.size, bold=look.bold)
    marks = style.element.get_or_add_pPr()
    for child in list(marks):
        marks.remove(child)  # rules and indents of the template
    form = style.paragraph_format
    form.alignment = WD_PARAGRAPH_ALIGNMENT[look.align.upper()]
    form.space_before, form.space_after = Pt(look.before), Pt(look.after)
    form.left_indent, form.first_line_indent = Cm(look.left), Cm(look.first)
    form.line_spacing, form.keep_with_next = 1.0, look.keep
    if look.tab:
        where = WD_TAB_ALIGNMENT.RIGHT if look.dots else WD_TAB_ALIGNMENT.LEFT
        form.tab_stops.add_tab_stop(Cm(look.tab), where, WD_TAB_LEADER.DOTS if look.dots else WD_TAB_LEADER.SPACES)

    if look.depth:
        level = OxmlElement("w:outlineLvl")
        level.set(qn("w:val"), str(look.depth - 1))
        marks.append(level)


def _letters(style: CharacterStyle, size: float, *, bold: bool) -> None:
    """Font, size, weight and language, for Latin and for Thai letters alike; nothing of the template's colours."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    marks = style.element.get_or_add_rPr()
    for child in list(marks):
        marks.remove(child)
    made: dict[str, dict[str, str]] = {
        "w:rFonts": dict.fromkeys(_ATTRIBUTES, FONT),
        "w:b": {"val": "1" if bold else "0"},
        "w:bCs": {"val": "1" if bold else "0"},
        "w:sz": {"val": str(round(size * 2))},
        "w:szCs": {"val": str(round(size * 2))},
        "w:lang": {"val": "en-US", "bidi": "th-TH"},
    }
    for tag, attributes in made.items():
        element = OxmlElement(tag)
        for name, value in attributes.items():
            element.set(qn(f"w:{name}"), value)
        marks.append(element)
