"""The document's own table of comparison, cell by cell; of older data, only the words of change that were kept."""

from __future__ import annotations

from dataclasses import dataclass

from prongsai.analysis.printed_comparison import Columns, ComparedRow, columns_of, rows_of
from prongsai.analysis.results import YearResult
from prongsai.model.prose import PrintedTable
from prongsai.model.scores import Comparison
from prongsai.model.stated import Absence
from prongsai.thai.numerals import parse_decimal, two_decimals
from prongsai.views.content import Cell, Column, Phrase, Table, cell, number_cell
from prongsai.views.speech import Speech

_NOTHING = Table("comparison", "", (), ())


@dataclass(frozen=True)
class Words:
    """The heading of the table, and what is said below it."""

    title: str
    remark: str


def comparison_of(result: YearResult) -> Comparison | None:
    """What is kept of the comparison that the document of a year prints."""
    return result.year.scores.comparison if result.year.scores else None


def comparison_words(result: YearResult, speech: Speech) -> Words:
    """Whose table it is: the document's where its cells are known, else words that were taken from it."""
    comparison = comparison_of(result)
    if comparison is not None and comparison.table is None:
        years = f"{speech.digits(comparison.with_year)} กับ {speech.digits(result.year.year)}"
        remark = f"ยังไม่ได้กรอกช่องของตารางที่เทียบปี {years} ตามที่พิมพ์ จึงมีเฉพาะคำบอกการเปลี่ยนแปลง คะแนนดูที่หน้าคะแนนของแต่ละปี"
        return Words("คำบอกการเปลี่ยนแปลงที่กรอกจากเอกสาร", remark)
    own = "ส่วนการเปลี่ยนแปลงที่เว็บไซต์นี้คำนวณอยู่ในตารางรายตัวชี้วัดข้างต้น"
    return Words("ตารางเปรียบเทียบของเอกสาร", f"แสดงทุกช่องตามที่พิมพ์ ช่องที่ว่างคือช่องที่เอกสารเว้นว่างหรือรวมกับช่องบน {own}")


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


def _heads(table: PrintedTable, columns: Columns) -> tuple[Column, ...]:
    figures = {columns.before, columns.now}
    return tuple(Column(head, place in figures) for place, head in enumerate(table.columns))


def _printed_row(row: ComparedRow, columns: Columns) -> tuple[Cell, ...]:
    figures = {columns.before, columns.now}
    made = (number_cell(_figure(text)) if at in figures else cell(text) for at, text in enumerate(row.cells))
    return tuple(Cell(one.parts, head=at == row.named_at, number=one.number) for at, one in enumerate(made))


def _figure(text: str) -> Phrase:
    value = parse_decimal(text)
    return Phrase(text) if value is None else Phrase(text, value=two_decimals(value))


def _words_table(comparison: Comparison, speech: Speech) -> Table:
    missing = speech.absence(Absence.NOT_ENTERED)
    rows = tuple(
        (
            cell(comparison.row_labels.get(key) or _name_of(key, speech), head=True),
            cell(comparison.changes.get(key) or missing),
        )
        for key in dict.fromkeys([*comparison.changes, *comparison.row_labels])
    )
    caption = f"คำบอกการเปลี่ยนแปลงจาก{speech.fiscal_year(comparison.with_year)}"
    return Table("comparison", caption, (Column("รายการ"), Column("คำที่เอกสารใช้")), rows)


def _name_of(key: str, speech: Speech) -> str:
    """The name of a row that has no printed one; keys of instruments name themselves."""
    return {"total": "คะแนนรวม", "level": "ระดับ"}.get(key) or (
        f"ตัวชี้วัดที่ {speech.digits(key)}" if key[:1].isdigit() else key
    )
