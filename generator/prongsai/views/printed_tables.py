"""Tables of documents as they are printed: their own tables cell by cell, and their scales of levels."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from prongsai.analysis.results import YearResult
from prongsai.model.prose import PrintedTable
from prongsai.model.scores import PrintedLevel
from prongsai.views.content import Cell, Head, Phrase, Table
from prongsai.views.speech import Speech, bullet
from prongsai.views.table import POINTS, ROW, YEAR, Column, Heads, TableOf


def printed_table(table: PrintedTable, key: str) -> Table:
    """A table of the document, cell by cell."""
    rows = tuple(
        tuple(Cell((_printed(value),), head=position == 0) for position, value in enumerate(row)) for row in table.rows
    )
    return Table(key, table.caption, tuple(Head(title) for title in table.columns), rows)


def _printed(value: object) -> Phrase:
    point = bullet(value)
    return Phrase(point.text, kind="" if isinstance(value, str) else "absent")


@dataclass(frozen=True)
class PrintedCell:
    """One cell of a document's table, with its row and column from 1."""

    table: str
    caption: str
    row: int
    column: int
    heading: str
    said: Phrase


CELLS: TableOf[PrintedCell] = TableOf(
    "document-tables",
    "ตารางอื่นของเอกสาร",
    "ตารางอื่นของเอกสาร หนึ่งแถวต่อหนึ่งช่อง",
    (
        YEAR,
        Column("table", "รหัสตาราง", "table", "รหัสของตารางในแฟ้มข้อมูลของปี"),
        Column("caption", "ชื่อตาราง", "caption", "ชื่อตารางตามที่เอกสารพิมพ์"),
        Column(ROW.name, ROW.title, "row", ROW.meaning, "integer"),
        Column("column", "คอลัมน์ที่", "column", "ลำดับของคอลัมน์ นับจาก 1", "integer"),
        Column("heading", "หัวคอลัมน์", "heading", "หัวคอลัมน์ตามที่เอกสารพิมพ์"),
        Column("text", "ข้อความ", "said", "ข้อความในช่องตามที่เอกสารพิมพ์"),
    ),
    ("fiscal_year", "table", "row", "column"),
)


def cell_rows(result: YearResult) -> Iterator[PrintedCell]:
    """The cells of every table that the analysis of a year prints."""
    for section in result.year.analysis.sections if result.year.analysis else ():
        if section.table is not None:
            yield from _cells(section.id, section.table)


def _cells(key: str, table: PrintedTable) -> Iterator[PrintedCell]:
    for row, values in enumerate(table.rows, 1):
        for column, (head, value) in enumerate(zip(table.columns, values, strict=False), 1):
            yield PrintedCell(key, table.caption, row, column, head, _printed(value))


def _bounds(row: PrintedLevel, speech: Speech) -> str:
    return f"{speech.digits(row.lowest)} ถึง {speech.digits(row.highest)}"


LEVELS: TableOf[PrintedLevel] = TableOf(
    "printed-levels",
    "เกณฑ์ระดับตามเอกสาร",
    "เกณฑ์ระดับผลการประเมินตามที่เอกสารพิมพ์",
    (
        YEAR,
        ROW,
        Column("level", "ระดับ", "level", "ระดับผลการประเมินตามที่เอกสารพิมพ์", heads_row=True),
        Column("lowest", "คะแนนต่ำสุด", "lowest", "คะแนนต่ำสุดของระดับ", "number", POINTS),
        Column("highest", "คะแนนสูงสุด", "highest", "คะแนนสูงสุดของระดับ", "number", POINTS),
        Column("bounds", "คะแนน", _bounds, is_open=False),
    ),
)


def printed_levels(result: YearResult) -> tuple[PrintedLevel, ...]:
    """The level scale as the document prints it."""
    return result.year.scores.printed_levels if result.year.scores else ()


def printed_levels_table(result: YearResult, speech: Speech) -> Table:
    """The same as a page shows it."""
    heads: Heads = {"level": None, "bounds": None}
    return LEVELS.show(("printed-levels", LEVELS.about), heads, printed_levels(result), speech)
