"""Tables as documents print them, cell by cell: comparisons of years, other tables and scales of levels."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from prongsai.analysis.printed_comparison import ColumnPlaces, ComparedRow, columns_of, rows_of
from prongsai.analysis.results import YearResult
from prongsai.model.document_parts import PrintedTable
from prongsai.model.scores import Comparison, PrintedLevel
from prongsai.model.stated import Absence
from prongsai.thai.numerals import parse_decimal
from prongsai.views.content import Cell, Head, Phrase, Table, cell, number_cell
from prongsai.views.speech import Speech, bullet
from prongsai.views.table import POINTS, ROW, YEAR, Column, Heads, TableOf

_NOTHING = Table("comparison", "", (), ())


@dataclass(frozen=True)
class ComparisonWords:
    """The heading of the table, and what is said below it."""

    title: str
    remark: str


def comparison_of(result: YearResult) -> Comparison | None:
    """The kept part of the comparison that the document of a year prints."""
    return result.year.scores.comparison if result.year.scores else None


def comparison_words(result: YearResult, speech: Speech) -> ComparisonWords:
    """The owner of the table: the document where its cells are known, else words that were taken from it."""
    comparison = comparison_of(result)
    if comparison is not None and comparison.table is None:
        years = f"{speech.digits(comparison.with_year)} กับ {speech.digits(result.year.year)}"
        remark = f"ยังไม่ได้กรอกช่องของตารางที่เทียบปี {years} ตามที่พิมพ์ จึงมีเฉพาะคำบอกการเปลี่ยนแปลง คะแนนดูที่หน้าคะแนนของแต่ละปี"
        return ComparisonWords("คำบอกการเปลี่ยนแปลงที่กรอกจากเอกสาร", remark)
    own = "ส่วนการเปลี่ยนแปลงที่เว็บไซต์นี้คำนวณอยู่ในตารางรายตัวชี้วัดข้างต้น"
    return ComparisonWords("ตารางเปรียบเทียบของเอกสาร", f"แสดงทุกช่องตามที่พิมพ์ ช่องที่ว่างคือช่องที่เอกสารเว้นว่างหรือรวมกับช่องบน {own}")


def comparison_table(result: YearResult, speech: Speech) -> Table:
    """The table as printed, in its order and with its own heads."""
    comparison = comparison_of(result)
    if comparison is None:
        return _NOTHING
    if comparison.table is None:
        return _words_table(comparison, speech)
    columns = columns_of(comparison.table, comparison.with_year, result.year.year)
    rows = tuple(_printed_row(row, columns) for row in rows_of(comparison.table, columns))
    return Table("comparison", comparison.table.caption, _heads(comparison.table, columns), rows)


def _heads(table: PrintedTable, columns: ColumnPlaces) -> tuple[Head, ...]:
    figures = {columns.before, columns.now}
    return tuple(Head(head, place in figures) for place, head in enumerate(table.columns))


def _printed_row(row: ComparedRow, columns: ColumnPlaces) -> tuple[Cell, ...]:
    figures = {columns.before, columns.now}
    made = (number_cell(_figure(text)) if at in figures else cell(text) for at, text in enumerate(row.cells))
    return tuple(Cell(one.parts, head=at == row.named_at, number=one.number) for at, one in enumerate(made))


def _figure(text: str) -> Phrase:
    return Phrase(text, value=parse_decimal(text))


def _words_table(comparison: Comparison, speech: Speech) -> Table:
    missing = speech.absence(Absence.NOT_ENTERED)
    rows = tuple((cell(name, head=True), cell(word or missing)) for name, word in _kept_words(comparison, speech))
    caption = f"คำบอกการเปลี่ยนแปลงจาก{speech.fiscal_year(comparison.with_year)}"
    return Table("comparison", caption, (Head("รายการ"), Head("คำที่เอกสารใช้")), rows)


def _kept_words(comparison: Comparison, speech: Speech) -> Iterator[tuple[str, str | None]]:
    """The rows whose words of change were kept, each with its name."""
    for key in dict.fromkeys([*comparison.changes, *comparison.row_labels]):
        yield comparison.row_labels.get(key) or _name_of(key, speech), comparison.changes.get(key)


def _name_of(key: str, speech: Speech) -> str:
    """The name of a row that has no printed one; keys of instruments name themselves."""
    return {"total": "คะแนนรวม", "level": "ระดับ"}.get(key) or (
        f"ตัวชี้วัดที่ {speech.digits(key)}" if key[:1].isdigit() else key
    )


@dataclass(frozen=True)
class ComparedCells:
    """A row of the comparison, with its place in the document's table; None where the cells were not entered."""

    year: int
    place: int
    name: str
    change: str | None
    group: str = ""
    before: str | None = None
    now: str | None = None
    printed: str = ""


def _as_printed(text: str | None, speech: Speech) -> Phrase:
    """A cell as printed: its figure or its words; an empty one says why it is empty."""
    if not text:
        return speech.absence(Absence.NOT_ENTERED if text is None else Absence.BLANK_CELL)
    return _figure(text)


COMPARISON: TableOf[ComparedCells] = TableOf(
    "document-comparison",
    "ตารางเปรียบเทียบของเอกสาร",
    "ตารางเปรียบเทียบที่เอกสารพิมพ์ไว้เอง ทุกช่องและลำดับตามที่พิมพ์",
    (
        YEAR,
        Column(ROW.name, ROW.title, "place", ROW.meaning, "integer"),
        Column("group", "กลุ่มของแถว", "group", "ข้อความของช่องซ้ายสุดที่แถวนี้อยู่ใต้ เช่นเครื่องมือ ว่างเมื่อไม่มี"),
        Column("label", "รายการตามที่พิมพ์", "name", "ชื่อแถวในตารางเปรียบเทียบของเอกสาร"),
        Column("compared_year", "ปีที่เทียบ", "year", "ปีงบประมาณที่เอกสารนำมาเทียบ", "integer", "พ.ศ."),
        Column(
            "compared",
            "ช่องของปีที่เทียบ",
            lambda row, speech: _as_printed(row.before, speech),
            "ตัวเลขในช่องของปีที่เทียบตามที่พิมพ์",
            "figure",
        ),
        Column(
            "current", "ช่องของปีนี้", lambda row, speech: _as_printed(row.now, speech), "ตัวเลขในช่องของปีนี้ตามที่พิมพ์", "figure"
        ),
        Column("change", "การเปลี่ยนแปลงตามเอกสาร", "change", "คำที่เอกสารใช้"),
        Column(
            "printed",
            "แถวตามที่พิมพ์",
            "printed",
            "ทุกช่องของแถวตามลำดับคอลัมน์ คั่นด้วย | ว่างเมื่อยังไม่ได้กรอกช่องของตาราง",
        ),
    ),
)


def compared_rows(result: YearResult, speech: Speech) -> Iterator[ComparedCells]:
    """The rows of the document's comparison, or what was kept of it in words."""
    comparison = comparison_of(result)
    if comparison is None:
        return
    with_year, table = comparison.with_year, comparison.table
    if table is None:
        missing = speech.absence(Absence.NOT_ENTERED).text
        for place, (name, word) in enumerate(_kept_words(comparison, speech), 1):
            yield ComparedCells(with_year, place, name, word or missing)
        return
    columns = columns_of(table, with_year, result.year.year)
    for row in rows_of(table, columns):
        cells = (row.at(columns.before), row.at(columns.now), " | ".join(row.cells))
        yield ComparedCells(with_year, row.place + 1, row.name, row.at(columns.change), row.group, *cells)


def table_key(page: str, key: str) -> str:
    """The name of a table of a section of measures or of the report on them, on its page and in the open data."""
    return f"{page}-section-{key}"


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
    """The cells of every table that the documents of a year print: analysis, measures and the report on them."""
    year = result.year
    analysis = year.analysis.sections if year.analysis else ()
    tables = [(key, table) for section in analysis for key, table in section.all_tables]
    for name, document in (("measures", year.measures), ("follow-up", year.follow_up)):
        sections = document.sections if document else ()
        tables += [(table_key(name, key), table) for section in sections for key, table in section.all_tables]
    for key, table in tables:
        yield from _cells(key, table)


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
