"""The contents of a book in Word: a field that its program renews, with its lines as they were written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from prongsai.paper.content import Paper, numbered_headings
from prongsai.paper.docx_parts import make

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement

_FIELD = 'TOC \\o "1-2" \\h \\z \\u'
_LISTED = ("Heading 1", "Heading 2", "Memo Title")
_UNKNOWN = "…"  # where no program has counted pages yet


def write_contents(made: Document, book: Paper) -> None:
    """The titles of the parts and of their highest headings, each a link; whoever opens the book adds the pages."""
    from docx.oxml.ns import qn

    made.add_paragraph("สารบัญ", style="Contents Title")
    lines = [line for part in book.parts for line in _lines_of(part)]
    for place, (level, text) in enumerate(lines):
        line = made.add_paragraph(style=f"toc {level}")._p
        line.extend(_opening(_FIELD) if not place else ())
        link = make("w:hyperlink", anchor=_name(place), history="1")
        link.extend((_run(text), _run("\t"), *_opening(f"PAGEREF {_name(place)} \\h"), _run(_UNKNOWN), _mark("end")))
        line.append(link)
        line.extend([_mark("end")] if place == len(lines) - 1 else ())
    made.add_paragraph(style="Aside")  # LibreOffice shows no number of a page on sheets that end with the field
    # Between settings that come before it and those that come after it: programs ask for this order.
    made.settings.element.find(qn("w:compat")).addprevious(make("w:updateFields", val="true"))


def name_headings(made: Document) -> None:
    """Give the headings of a book, once all are written, the names by which its contents lead to them."""
    listed = (one for one in made.paragraphs if one.style is not None and one.style.name in _LISTED)
    for place, heading in enumerate(listed):
        start, end = make("w:bookmarkStart", id=str(place), name=_name(place)), make("w:bookmarkEnd", id=str(place))
        heading._p.r_lst[0].addprevious(start)
        heading._p.append(end)


def _lines_of(part: Paper) -> list[tuple[int, str]]:
    return [(1, part.title), *((2, heading.text) for _, heading in numbered_headings(part))]


def _name(place: int) -> str:
    return f"_Toc{place + 1:06}"


def _opening(code: str) -> tuple[BaseOxmlElement, ...]:
    """The beginning of a field up to what it shows."""
    run, instruction = make("w:r"), make("w:instrText")
    instruction.text = f" {code} "
    instruction.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    run.append(instruction)
    return _mark("begin"), run, _mark("separate")


def _mark(kind: str) -> BaseOxmlElement:
    run = make("w:r")
    run.append(make("w:fldChar", fldCharType=kind))
    return run


def _run(text: str) -> BaseOxmlElement:
    run = make("w:r")
    run.text = text
    return run
