"""The widths of columns: they follow the text, fill the sheet, and none is too narrow for a word."""

from __future__ import annotations

from dataclasses import replace

import pytest

from prongsai.paper.columns import column_shares, is_short
from prongsai.paper.content import Paper
from prongsai.views.content import Bullet, Bullets, Head, Table, cell

SHEET = Paper(2565, "analysis", "การวิเคราะห์", "ปี ๒๕๖๕", "เทศบาล", "/2565/analysis/", "", "", "", ())


def table(*rows, heads=("ก", "ข", "ค")):
    """A table with these cells."""
    return Table("t", "", tuple(Head(head) for head in heads), tuple(tuple(map(cell, row)) for row in rows))


def shares(*rows, heads=("ก", "ข", "ค")):
    """The widths of a table with these cells."""
    return column_shares(table(*rows, heads=heads), SHEET)


@pytest.mark.parametrize("rows", [(), (("ก", "ข", "ค"),), (("ก" * 900, "ข", ""),), (("ก", "ข"),)])
def test_the_columns_fill_the_sheet(rows):
    """Whatever is in a table, also in rows that are too short, the shares are one whole."""
    assert sum(shares(*rows)) == pytest.approx(1)


def test_more_text_has_more_room():
    """A column with longer texts is wider."""
    first, second, third = shares(("ก" * 400, "ข" * 100, "ค" * 10))
    assert first > second > third


def test_no_column_is_too_narrow():
    """Next to very long texts a date or a status still has room for its words."""
    assert min(shares(("ก" * 3000, "ข" * 12, "ค" * 12))) > 0.13


def test_a_short_column_takes_no_more_than_it_needs():
    """A column of codes leaves the room to the texts next to it."""
    code, text, _ = shares(("O1", "ก" * 200, "ข" * 200))
    assert code < 0.13
    assert text > 0.4


def test_vowels_and_tone_marks_take_no_room():
    """A mark above or below a consonant makes no column wider."""
    plain, marked, _ = shares(("ก" * 30, "กี่" * 30, "ข" * 30))
    assert plain == pytest.approx(marked)


def test_text_in_lists_counts():
    """Points and what is below them take room as other text does."""
    points = Bullets((Bullet("ก" * 100, (Bullet("ก" * 100),)),))
    listed, short, _ = shares((points, "ข" * 30, "ค"))
    assert listed > short


def test_tables_with_the_same_heads_are_alike():
    """Parts of one list that are under different headings have the same columns below each other."""
    first, second = table(("ก" * 90, "ข", "ค")), table(("ก", "ข" * 90, "ค"))
    document = replace(SHEET, blocks=(first, second))
    assert column_shares(first, document) == column_shares(second, document)
    assert column_shares(first, SHEET) != column_shares(second, SHEET)


def test_many_columns_share_evenly():
    """More columns than the narrowest would allow are all the same."""
    assert len(set(shares(tuple("ก" * 40), heads=tuple("ก" * 40)))) == 1


def test_only_small_tables_stay_on_one_sheet():
    """A few low rows stay together; many rows, high ones and the parts of a list may go on on the next sheet."""
    low, high = ("ก", "ข", "ค"), ("ก" * 400, "ข" * 400, "ค")
    assert is_short(table(*[low] * 5), SHEET)
    assert not is_short(table(*[low] * 40), SHEET)
    assert not is_short(table(high), SHEET)
    parts = table(low), replace(table(low), key="u")
    assert not is_short(parts[0], replace(SHEET, blocks=parts))
