"""The report on a workbook as a workbook: her own values, what is wrong marked in them, and links to each place."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from prongsai.grids.grid import letters_of
from prongsai.spreadsheet import FONT, HEAD
from prongsai.workbook.layout import KEY_HEAD
from prongsai.workbook.read_book import PROBLEMS, At, ReadBook

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_CELL = {**FONT, "text_wrap": True, "num_format": "@"}
_MARKED = {**_CELL, "bg_color": "#F8CBAD", "border": 1}
_LINK = {**FONT, "font_color": "#0563C1", "underline": 1}
_LOOKS = {"cell": _CELL, "marked": _MARKED, "head": HEAD, "link": _LINK}
_HEADS = ("ช่อง", "เรื่อง", "วิธีแก้")
_LONGEST_NAME = 31


def write_report(book: ReadBook, marks: Sequence[tuple[At, Sequence[str]]]) -> bytes:
    """The workbook with each cell of `marks` marked; it can be put right and taken in as the one it was made of."""
    from xlsxwriter import Workbook

    made = io.BytesIO()
    with Workbook(made, {"in_memory": True}) as written:
        looks = {name: written.add_format(look) for name, look in _LOOKS.items()}
        _write_problems(written.add_worksheet(PROBLEMS), marks, looks)
        for title, rows in book.grids.items():
            if title != PROBLEMS:
                told = {(at.row, at.column): lines for at, lines in marks if at.sheet == title}
                _write_grid(written.add_worksheet(title[:_LONGEST_NAME]), rows, told, looks)
    return made.getvalue()


def _write_problems(sheet: Worksheet, marks: Sequence[tuple[At, Sequence[str]]], looks: Mapping[str, object]) -> None:
    for place, text in enumerate(_HEADS):
        sheet.write_string(0, place, text, looks["head"])
    for number, (at, lines) in enumerate(marks, 1):
        sheet.write_url(number, 0, f"internal:'{at.sheet}'!{at.column}{at.row}", looks["link"], str(at))
        sheet.write_string(number, 1, _said(lines), looks["cell"])
        sheet.write_string(number, 2, " ".join(line.strip() for line in lines[1:]), looks["cell"])
    sheet.set_column(0, 0, 24)
    sheet.set_column(1, 2, 70)
    sheet.freeze_panes(1, 0)


def _said(lines: Sequence[str]) -> str:
    """The sentence without the place before it."""
    return lines[0].partition(" ")[2] if lines else ""


def _write_grid(
    sheet: Worksheet,
    rows: Sequence[Sequence[str]],
    told: Mapping[tuple[int, str], Sequence[str]],
    looks: Mapping[str, object],
) -> None:

    for number, row in enumerate(rows, 1):
        for place, text in enumerate(row):
            lines = told.get((number, letters_of(place)))
            look = looks["marked"] if lines else looks["head"] if number == 1 else looks["cell"]
            if text or lines:
                sheet.write_string(number - 1, place, text, look)
            if lines:
                sheet.write_comment(number - 1, place, " ".join(line.strip() for line in lines), {"x_scale": 3})
    sheet.set_column(0, max((len(row) for row in rows), default=1), 24)
    if rows and rows[0] and rows[0][0].startswith(KEY_HEAD):
        sheet.set_column(0, 0, None, None, {"hidden": True})
        sheet.freeze_panes(1, 0)
    if sheet.get_name().startswith("_"):
        sheet.hide()
