"""Figures that were typed or pasted as numbers, as their cells show them."""

from __future__ import annotations

import io

import pytest
from xlsxwriter import Workbook

from books import as_read, exported, grids_of
from prongsai.workbook.read_book import ReadBook
from sites import REPOSITORY

MODEL, YEAR = REPOSITORY / "examples" / "model", 2566
SHEET, KEY = "คะแนน", "scores:total"


def with_number(number: float, form: str) -> ReadBook:
    """The workbook of a year whose total was pasted as a number of this format."""
    made = io.BytesIO()
    with Workbook(made, {"in_memory": True}) as book:
        look = book.add_format({"num_format": form})
        for title, rows in grids_of(exported(MODEL, YEAR)).items():
            sheet = book.add_worksheet(title)
            for row, texts in enumerate(rows):
                for column, text in enumerate(texts):
                    if title == SHEET and texts[0] == KEY and rows[0][column] == "คะแนน":
                        sheet.write_number(row, column, number, look)
                    elif text:
                        sheet.write_string(row, column, str(text))
    return as_read(made.getvalue())


@pytest.mark.parametrize(
    ("number", "form", "text"),
    [
        (88.9, "0.00", "88.90"),
        (88.9, "General", "88.9"),
        (88.714, "0.00", "88.714"),  # shown rounded, it is still what it is
        (88.0, "0.0", "88.0"),
        (0.8, "0%", "80%"),
        (0.8765, "0%", "0.8765"),
        (1234.5, "#,##0.00", "1,234.50"),
        (88.9, "[$-D000000]0.00", "๘๘.๙๐"),
    ],
)
def test_a_figure_keeps_the_decimals_that_its_cell_shows(number, form, text):
    """Decimals are a fact of a score, so a number is taken as it is seen, unless that would round it."""
    [sheet] = [one for one in with_number(number, form).sheets if one.title == SHEET]
    [row] = [one for one in sheet.rows if one.key == KEY]
    assert row.texts["คะแนน"] == text
