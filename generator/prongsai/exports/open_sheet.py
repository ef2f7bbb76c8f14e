"""All tables of the open data as one workbook: the Thai dictionary first, then a sheet for each table."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from prongsai.exports.open_csv import THAI_HEADS, dictionary_rows
from prongsai.exports.spreadsheet import FONT, HEAD, LONGEST_CELL, length_of, write_workbook
from prongsai.views.open_table import Field, OpenTable, Value

CUT = "… (ยาวเกินช่อง ข้อความเต็มอยู่ในแฟ้ม CSV และ JSON)"
_DICTIONARY = "dictionary"
_NARROW, _WIDE, _LONG = 14, 40, 30  # widths in characters, and from which length a text makes its column wide
_DICTIONARY_WIDTHS = (22, 22, 30, 14, 16, 70, 60)
Formats = Callable[[str], Any]


def export_workbook(tables: Sequence[OpenTable], title: str, agency: str, newest: int) -> bytes:
    """The content of /data/all-tables.xlsx; the same tables give the same bytes.

    `newest` is the newest fiscal year (Buddhist Era), by which the file is dated. Every text stays a text: nothing in
    it becomes a formula or a link.
    """

    def write(book: Any) -> None:
        head, formats = book.add_format(HEAD), _formats(book)
        _write_dictionary(book.add_worksheet(_DICTIONARY), tables, head, formats)
        for table in tables:
            _write_table(book.add_worksheet(table.name), table, head, formats)

    return write_workbook(title, agency, newest, write)


def _formats(book: Any) -> Formats:
    """Formats by the form of a number, each made once."""
    made: dict[str, Any] = {}

    def format_of(number: str) -> Any:
        if number not in made:
            made[number] = book.add_format({**FONT, **({"num_format": number} if number else {})})
        return made[number]

    return format_of


def _write_dictionary(sheet: Any, tables: Sequence[OpenTable], head: Any, formats: Formats) -> None:
    for column, (name, width) in enumerate(zip(THAI_HEADS, _DICTIONARY_WIDTHS, strict=True)):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, name, head)
    for row, cells in enumerate(dictionary_rows(tables), 1):
        for column, text in enumerate(cells):
            sheet.write_string(row, column, text, formats(""))
    sheet.freeze_panes(1, 2)


def _write_table(sheet: Any, table: OpenTable, head: Any, formats: Formats) -> None:
    for column, one in enumerate(table.fields):
        is_long = any(len(row[column] or "") > _LONG for row in table.rows)
        sheet.set_column(column, column, _WIDE if is_long else max(_NARROW, len(one.name) + 2))
        sheet.write_string(0, column, one.name, head)
    for number, row in enumerate(table.rows, 1):
        for column, (field, value) in enumerate(zip(table.fields, row, strict=True)):
            if value is not None:
                _write_cell(sheet, (number, column), field, value, formats)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, len(table.rows), len(table.fields) - 1)


def _write_cell(sheet: Any, place: tuple[int, int], field: Field, value: Value, formats: Formats) -> None:
    """A number as a number that shows the decimals of its source, anything else as a text."""
    text = value or ""
    if field.kind in {"number", "integer"}:
        decimals = len(text.partition(".")[2])
        sheet.write_number(*place, float(text), formats(f"0.{'0' * decimals}" if decimals else "0"))
    elif field.kind == "boolean":
        sheet.write_boolean(*place, text == "true", formats(""))
    else:
        sheet.write_string(*place, _shortened(text), formats(""))


def _shortened(text: str) -> str:
    """The text, cut where a cell of Excel cannot hold it, and then it says so."""
    if length_of(text) <= LONGEST_CELL:
        return text
    room = (LONGEST_CELL - len(CUT)) * 2
    return text.encode("utf-16-le")[:room].decode("utf-16-le", "ignore") + CUT
