"""Pieces of a Word document that python-docx has no call for: fields, lists, heads of tables that repeat."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from prongsai.paper.docx_styles import POINTS

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.table import _Row
    from docx.text.paragraph import Paragraph

Marks = Literal["figures", "points", "own"]  # what is before the points of a list; their own was typed
_DEPTH = 3
_SIGNS = {"bullet": "•", "none": ""}


def make(tag: str, **attributes: str) -> BaseOxmlElement:
    """An element of WordprocessingML by its name (`w:fldSimple`) with its attributes."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    element = OxmlElement(tag)
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), value)
    return element


def append_field(paragraph: Paragraph, code: str) -> None:
    """A field such as PAGE behind the text of a paragraph; programs fill it in."""
    field = make("w:fldSimple", instr=code)
    run, text = make("w:r"), make("w:t")
    text.text = "-"
    run.append(text)
    field.append(run)
    paragraph._p.append(field)


class Lists:
    """The numberings of a document: each ordered list begins again, with Thai or Arabic figures."""

    def __init__(self, document: Document, *, thai: bool) -> None:
        self.numbering = document.part.numbering_part.element
        formats: dict[Marks, str] = {"figures": "thaiNumbers" if thai else "decimal", "points": "bullet", "own": "none"}
        pairs = [(style, marks) for style in POINTS for marks in formats]
        self.kinds = {pair: str(90 + place) for place, pair in enumerate(pairs)}
        self.next = 100
        # An abstract numbering is before every numbering that refers to one.
        for place, ((style, marks), key) in enumerate(self.kinds.items()):
            self.numbering.insert(place, _abstract(key, formats[marks], *POINTS[style]))

    def new_list(self, style: str, marks: Marks) -> str:
        """The number of a list of a style that begins."""
        number = make("w:num", numId=str(self.next))
        number.append(make("w:abstractNumId", val=self.kinds[style, marks]))
        for level in range(_DEPTH if marks == "figures" else 0):
            start = make("w:lvlOverride", ilvl=str(level))
            start.append(make("w:startOverride", val="1"))
            number.append(start)
        self.numbering.append(number)
        self.next += 1
        return str(self.next - 1)


def _abstract(key: str, figures: str, left: float, hanging: float) -> BaseOxmlElement:
    element = make("w:abstractNum", abstractNumId=key)
    element.append(make("w:multiLevelType", val="multilevel"))
    for level in range(_DEPTH):
        one = make("w:lvl", ilvl=str(level))
        one.append(make("w:start", val="1"))
        one.append(make("w:numFmt", val=figures))
        one.append(make("w:suff", val="tab"))
        one.append(make("w:lvlText", val=_SIGNS.get(figures, _counted(level))))
        one.append(make("w:lvlJc", val="left"))
        form = make("w:pPr")
        form.append(make("w:ind", left=_twips(left + level * hanging), hanging=_twips(hanging)))
        one.append(form)
        element.append(one)
    return element


def _counted(level: int) -> str:
    """The form of the figures of a level, as on the pages: ๑. and below it (๑)."""
    return f"(%{level + 1})" if level else "%1."


def _twips(centimetres: float) -> str:
    return str(round(centimetres * 567))


def number_paragraph(paragraph: Paragraph, number: str, level: int) -> None:
    """Make a paragraph a point of a list."""
    marks = paragraph._p.get_or_add_pPr()
    points = marks.get_or_add_numPr()
    points.append(make("w:ilvl", val=str(min(level, _DEPTH - 1))))
    points.append(make("w:numId", val=number))


def mark_head(row: _Row) -> None:
    """Say of a row that it is the head of its table and is on every page."""
    row._tr.get_or_add_trPr().append(make("w:tblHeader"))


def keep_whole(row: _Row) -> None:
    """Say of a row that no page break cuts it where it fits on a page."""
    row._tr.get_or_add_trPr().append(make("w:cantSplit"))
