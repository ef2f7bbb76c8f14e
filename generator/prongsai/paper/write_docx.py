"""A document as Word has it, for officers who circulate it: what it looks like is said by styles."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING

from prongsai.blocks.block import Comment, Facts, Heading, LetterHead, PaperBlock, Paragraph, Signature
from prongsai.paper.columns import column_shares, is_across
from prongsai.paper.content import Emblem, Paper, has_own_marks, merge_runs
from prongsai.paper.docx_contents import name_headings, write_contents
from prongsai.paper.docx_parts import (
    Lists,
    keep_whole,
    make,
    mark_head,
    number_paragraph,
)
from prongsai.paper.docx_sheets import begin_part, width_of, write_sheets
from prongsai.paper.docx_styles import write_styles
from prongsai.views.content import Bullet, Bullets, Cell, NamedFact, Part, Table

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import _Cell

# Nobody's clock: the same data is the same file.
_FIXED = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
_LOOKS = {"plain": "Body Text", "lead": "Lead", "closing": "Memo Text"}
_DOTS = "." * 50


def write_docx(document: Paper) -> bytes:
    """The document as DOCX; the same bytes for the same document."""
    import docx

    made = docx.Document()
    write_styles(made, in_book=bool(document.parts))
    # The library looks through all styles for each paragraph, which takes longer than all else; ours are there by now.
    made.part.get_style_id = cache(made.part.get_style_id)  # type: ignore[method-assign]
    lists = Lists(made, thai=document.thai_digits)
    write_sheets(made, document)
    writer = _Writer(made, document, lists)
    writer.write_title()
    writer.write_blocks()
    if document.parts:
        _write_book(made, document, lists)
    _write_facts(made, document)
    stream = io.BytesIO()
    made.save(stream)
    return _fixed(stream.getvalue())


def _write_book(made: Document, book: Paper, lists: Lists) -> None:
    write_contents(made, book)
    for part in book.parts:
        begin_part(made, part)
        writer = _Writer(made, part, lists, below=1)
        writer.write_name()
        writer.write_blocks()
    name_headings(made)


def _write_facts(made: Document, document: Paper) -> None:
    about = made.core_properties
    about.title, about.author, about.subject = document.full_title, document.agency, document.full_title
    about.language, about.last_modified_by, about.comments, about.keywords = "th-TH", "", "", ""
    about.created = about.modified = _FIXED
    about.revision = 1


def _fixed(data: bytes) -> bytes:
    """The same archive with one date on all its parts."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(stream, "w") as target:
        for entry in source.infolist():
            fixed = zipfile.ZipInfo(entry.filename, (1980, 1, 1, 0, 0, 0))
            fixed.compress_type, fixed.external_attr = zipfile.ZIP_DEFLATED, 0o600 << 16
            target.writestr(fixed, source.read(entry))
    return stream.getvalue()


class _Writer:
    def __init__(self, made: Document, document: Paper, lists: Lists, *, below: int = 0) -> None:
        self.made = made
        self.document = document
        self.lists = lists
        self.below = below  # how far its headings are below those of a paper alone
        self.body = "Memo Text" if document.is_letter else "Body Text"
        self.width = width_of(document)

    def write_blocks(self) -> None:
        """Everything that the document says below its title."""
        for block in self.document.blocks:
            self.write_block(block)

    def write_title(self) -> None:
        """The agency, the title and the date; a memo has its own word."""
        if self.document.emblem:
            self._write_emblem(self.document.emblem)
        if self.document.is_letter:
            self.made.add_paragraph("บันทึกข้อความ", style="Memo Title")
            return
        self.made.add_paragraph(self.document.agency, style="Subtitle")
        if self.document.place:
            self.made.add_paragraph(self.document.place, style="Date Line")
        title = self.document.full_title
        if self.document.parts:
            title = f"{self.document.title}\n{self.document.period}"
        self.made.add_paragraph(title, style="Title")
        if self.document.dated:
            self.made.add_paragraph(self.document.dated, style="Date Line")

    def write_name(self) -> None:
        """The title of a part of a book, whose first sheet named the agency."""
        if self.document.is_letter:
            self.write_title()
            return
        self.made.add_paragraph(self.document.title, style="Heading 1")
        if self.document.dated:
            self.made.add_paragraph(self.document.dated, style="Date Line")

    def _write_emblem(self, emblem: Emblem) -> None:
        """The emblem at the head, of the kinds that Word takes."""
        from docx.shared import Cm

        if emblem.ending in {"png", "jpg", "jpeg"}:
            line = self.made.add_paragraph(style=self.body if self.document.is_letter else "Subtitle")
            picture = line.add_run().add_picture(io.BytesIO(emblem.data), height=Cm(1.5))
            picture._inline.docPr.set("descr", "ตรา")

    def write_block(self, block: PaperBlock) -> None:
        """One block of the document."""
        if isinstance(block, Heading):
            self.made.add_paragraph(block.text, style=f"Heading {block.level + self.below}")
        elif isinstance(block, Paragraph):
            look = self.body if block.look == "plain" else _LOOKS.get(block.look, "Aside")
            self._write_parts(self.made, block.parts, look)
        elif isinstance(block, Bullets):
            self._write_list(self.made, block)
        elif isinstance(block, Table):
            self._write_table(block)
        elif isinstance(block, Facts):
            for fact in block.facts:
                self._write_fact(fact)
        else:
            self._write_letter_block(block)

    def _write_letter_block(self, block: LetterHead | Signature | Comment) -> None:
        if isinstance(block, LetterHead):
            for row in block.rows:
                self._write_row(row)
        elif isinstance(block, Signature):
            self.made.add_paragraph(f"({_DOTS})", style="Signature Line")
            for line in filter(None, (block.office, block.acting_for)):
                self.made.add_paragraph(line, style="Signature")
        elif block.parts:
            self._write_fact(NamedFact(block.title, block.parts), "Comment Line")
        else:
            for text in (block.title, "", ""):
                self.made.add_paragraph(f"{text}\t", style="Fill In")

    def _write_row(self, row: tuple[NamedFact, ...]) -> None:
        line = self.made.add_paragraph(style="Memo Line")
        for place, fact in enumerate(row):
            line.add_run(f"{chr(9) if place else ''}{fact.name}", style="Memo Label")
            line.add_run(f"  {_plain(fact.parts)}")

    def _write_fact(self, fact: NamedFact, style: str = "Fact") -> None:
        line = self.made.add_paragraph(style=style)
        line.add_run(f"{fact.name}\t", style="Strong")
        for one in merge_runs(fact.parts):
            if isinstance(one, Bullets):
                self._write_list(self.made, one)
            else:
                line.add_run("".join(run.text for run in one))

    def _write_parts(self, place: Document | _Cell, parts: Iterable[Part], style: str) -> None:
        for one in merge_runs(parts):
            if isinstance(one, Bullets):
                self._write_list(place, one, "Table List" if style.startswith("Table") else "")
            else:
                place.add_paragraph("".join(run.text for run in one), style=style)

    def _write_list(self, place: Document | _Cell, bullets: Bullets, style: str = "") -> None:
        style = style or ("Memo List" if self.document.is_letter else "List Paragraph")
        number = self.lists.new_list(style, "figures" if bullets.ordered else "points")
        self._write_points(place, bullets.points, style, number, 0)

    def _write_points(
        self, place: Document | _Cell, points: tuple[Bullet, ...], style: str, number: str, level: int
    ) -> None:
        shown = self.lists.new_list(style, "own") if has_own_marks(points) else number
        for point in points:
            number_paragraph(place.add_paragraph(point.text, style=style), shown, level)
            self._write_points(place, point.points, style, number, level + 1)

    def _write_table(self, table: Table) -> None:
        from docx.shared import Cm

        if table.caption:
            self.made.add_paragraph(table.caption, style="Caption")
        if table.said:
            self.made.add_paragraph(table.said, style="Aside")
        made = self.made.add_table(rows=1, cols=len(table.columns), style="Table Grid")
        made.autofit = False
        widths = [Cm(self.width * share) for share in column_shares(table, self.document)]
        for column, width in zip(made.columns, widths, strict=True):
            column.width = width
        for place, column in enumerate(table.columns):
            head = made.rows[0].cells[place]
            head.paragraphs[0].style = "Table Head"
            head.paragraphs[0].add_run(column.title)
            head._tc.get_or_add_tcPr().append(make("w:shd", val="clear", color="auto", fill="ECECEC"))
        mark_head(made.rows[0])
        keep_whole(made.rows[0])
        for row in table.rows:
            line = made.add_row()
            keep_whole(line)
            cells = [line.cells[0].merge(line.cells[-1])] if is_across(row, table) else line.cells
            for target, one in zip(cells, row, strict=False):
                self._write_cell(target, one)
        for line in made.rows:
            for target, width in zip(line.cells, widths, strict=True):
                target.width = width
        self.made.add_paragraph(style="Aside")

    def _write_cell(self, target: _Cell, one: Cell) -> None:
        style = "Table Figure" if one.number else "Table Text"
        self._write_parts(target, one.parts, style)
        # A cell begins with an empty paragraph and must hold one.
        if len(target.paragraphs) > 1:
            target._tc.remove(target.paragraphs[0]._p)
        else:
            target.paragraphs[0].style = style


def _plain(parts: Iterable[Part]) -> str:
    """Parts as one line of text."""
    texts = []
    for one in merge_runs(parts):
        inside = [point.text for point in one.points] if isinstance(one, Bullets) else [run.text for run in one]
        texts.append((" " if isinstance(one, Bullets) else "").join(inside))
    return " ".join(texts)
