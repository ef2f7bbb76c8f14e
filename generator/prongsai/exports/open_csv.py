"""A table of the open data as CSV: UTF-8 with a byte order mark, and the dictionary of all columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from prongsai.exports.spreadsheet import escape_formula, write_csv
from prongsai.views.open_table import Field, OpenTable, Value
from prongsai.wording.terms import FIELD_KINDS

DICTIONARY = ("table", "column", "thai_name", "type", "unit", "meaning", "values")
THAI_HEADS = ("ตาราง", "คอลัมน์", "ชื่อภาษาไทย", "ชนิด", "หน่วย", "ความหมาย", "ค่าที่มีได้")


def export_table_csv(table: OpenTable) -> str:
    """The content of /data/tables/{name}.csv: English heads, an empty cell where there is no value."""
    rows = ([escape_cell(field, value) for field, value in zip(table.fields, row, strict=True)] for row in table.rows)
    return write_csv([table.names, *rows])


def export_dictionary(tables: Iterable[OpenTable]) -> str:
    """The content of /data/dictionary.csv: every column of every table in Thai."""
    return write_csv([DICTIONARY, *dictionary_rows(tables)])


def dictionary_rows(tables: Iterable[OpenTable]) -> Iterator[tuple[str, ...]]:
    """A row for each column of each table."""
    for table in tables:
        for one in table.fields:
            values = "; ".join(f"{key} = {word}" for key, word in one.choices.items())
            yield table.name, one.name, one.title, FIELD_KINDS[one.kind], one.unit, one.meaning, values


def escape_cell(field: Field, value: Value) -> str:
    """A value for a cell: a text that a spreadsheet would take for a formula is set in Thai quotation marks.

    A single sign such as the dash of an empty cell is no formula and stays.
    """
    if value is None:
        return ""
    is_text = field.kind == "string" and len(value) > 1
    return escape_formula(value) if is_text else value
