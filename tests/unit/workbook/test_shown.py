"""Columns as they are shown: what is filled in comes first, what seldom is waits folded, and words are the office's."""

from __future__ import annotations

import re

import pytest

from prongsai.forms.columns import Shape
from prongsai.grids.grid import letters_of
from prongsai.spreadsheet import count_lines
from prongsai.workbook.sheets import SHEETS
from prongsai.workbook.shown import frozen_columns, is_rare, shown_columns
from prongsai.workbook.widths import LINE, height_of
from prongsai.workbook.words import hint_of, meaning_of, note_of
from unit.workbook.books import MODEL, form_of

NO_NAMES: dict[str, dict[str, str]] = {}
NOT_FOR_OFFICERS = re.compile(r"\.yml|\b(?:true|false|has_not|in_progress|measure|problem|stated|inferred)\b(?!-)")
COLUMNS = [(sheet.name, one) for sheet in SHEETS for source in sheet.sources for one in sheet.columns_of(source)]


def filled_called(name: str):
    """A sheet of the model's workbook."""
    return next(one for one in form_of(MODEL, 2567).sheets if one.sheet.name == name)


def test_measures_are_known_by_number_and_name_and_nobody_types_a_code():
    """The first columns of มาตรการ stay in sight; its code is the last column, folded."""
    filled = filled_called("มาตรการ")
    columns = shown_columns(filled)
    assert [one.head for one in columns[:3]] == ["รหัสแถว", "ลำดับที่", "ชื่อมาตรการ"]
    assert frozen_columns(filled) == 3
    code = next(one for one in columns if one.head == "รหัสมาตรการ")
    assert code.is_folded
    assert not code.is_needed


def test_folded_columns_are_behind_all_others_unless_they_hold_something():
    """One mark unfolds them all, and what is filled in is never hidden."""
    for filled in form_of(MODEL, 2567).sheets:
        columns = shown_columns(filled)
        folded = [one.is_folded for one in columns]
        assert folded == sorted(folded)
        for one in columns:
            if one.column and is_rare(one.column) and any(row.texts.get(one.head) for row in filled.rows):
                assert not one.is_folded


def test_needed_columns_are_never_rare():
    """A column that must be filled in is in sight."""
    assert [
        one for sheet in SHEETS for one in sheet.columns if one.is_needed and len(one.path) == 1 and is_rare(one)
    ] == []


def test_help_speaks_of_sheets_and_words_of_the_list():
    """Every field has a note, and none names a data file, a key or a value of YAML."""
    notes = [(sheet, column.head, meaning_of(column, NO_NAMES)) for sheet, column in COLUMNS]
    assert [one for one in notes if not one[2] or NOT_FOR_OFFICERS.search(one[2])] == []


def test_cells_of_several_lines_say_how_they_are_filled_in():
    """A hint comes up in each of them, within what spreadsheets take."""
    hints = [(column, hint_of(column)) for _, column in COLUMNS]
    assert [column.head for column, hint in hints if hint is None and column.shape is not Shape.TEXT] == []
    assert [hint for _, hint in hints if hint and (len(hint[0]) > 32 or len(hint[1]) > 255)] == []


def test_every_head_has_a_note():
    """Also the heads of what is read, chosen or given by the program."""
    form = form_of(MODEL, 2567)
    without = [
        (filled.sheet.name, one.head)
        for filled in form.sheets
        if not filled.sheet.is_form
        for one in shown_columns(filled)[1:]
        if not note_of(one, filled.sheet, form.kept.names(filled.sheet.sources[0]))
    ]
    assert without == []


@pytest.mark.parametrize(("place", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")])
def test_columns_are_called_by_letters(place, letters):
    """As spreadsheets call them."""
    assert letters_of(place) == letters


def test_rows_are_as_high_as_their_longest_cell():
    """Marks above and below letters take no width; a row is never higher than Excel allows."""
    assert count_lines("ที่ที่ที่", 4) == 1
    assert height_of([("ก\nข", 10), ("ค", 10)]) == 2 * LINE
    assert height_of([("ก\n" * 200, 10)]) == 409
