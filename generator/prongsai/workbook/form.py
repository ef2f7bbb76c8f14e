"""A workbook as values: its sheets with their rows, what no cell holds, and for whom it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from prongsai.workbook.entries import Kept
from prongsai.workbook.layout import OTHER_HEADS, OTHER_SHEET
from prongsai.workbook.left_over import LeftOver, left_over
from prongsai.workbook.rows import Filled, fill_sheets

FORMAT = "1"  # of the layout; a workbook of another one is read as far as its heads are known


@dataclass(frozen=True)
class Form:
    """The workbook of a fiscal year (Buddhist Era) of the site of `agency`; of one `unit` alone where it has a code."""

    kept: Kept
    agency: str
    sheets: tuple[Filled, ...]
    others: tuple[LeftOver, ...]
    unit: str = ""


class Cell(NamedTuple):
    """The text of a cell with what finds it again: the sheet, the row and the head of the column."""

    sheet: str
    key: str
    head: str
    text: str


def make_form(kept: Kept, agency: str, unit: str = "") -> Form:
    """The workbook for what the data files say now."""
    sheets = tuple(fill_sheets(kept))
    return Form(kept, agency, sheets, tuple(left_over(sheets, kept)), unit)


def field_key(row: str, path: tuple[str, ...]) -> str:
    """The key of the row of a form sheet: that of its record with the field."""
    return f"{row}#{'.'.join(path)}"


def other_key(one: LeftOver) -> str:
    """The key of the row of what no cell holds."""
    return f"{one.file}:{one.place}"


def cells_of(form: Form) -> Iterator[Cell]:
    """Every filled cell of the sheets that are filled in, with which a later workbook is compared."""
    for filled in form.sheets:
        for row in filled.rows:
            for head, text in row.texts.items():
                if not text:
                    continue
                if filled.sheet.is_form:
                    column = next(one for one in filled.sheet.columns_of(row.source) if one.head == head)
                    yield Cell(filled.sheet.name, field_key(row.key, column.path), "ค่า", text)
                else:
                    yield Cell(filled.sheet.name, row.key, head, text)
    for one in form.others:
        yield Cell(OTHER_SHEET, other_key(one), OTHER_HEADS[-1], one.text)
