"""The widths of columns: they follow the text, fill the sheet, and none is too narrow for a word."""

from __future__ import annotations

import pytest

from prongsai.documents.columns import column_shares
from prongsai.views.content import Bullet, Bullets, Column, Table, cell


def table(*rows, heads=("ก", "ข", "ค")):
    """A table with these cells."""
    return Table("t", "", tuple(Column(head) for head in heads), tuple(tuple(map(cell, row)) for row in rows))


@pytest.mark.parametrize("rows", [(), (("ก", "ข", "ค"),), (("ก" * 900, "ข", ""),), (("ก", "ข"),)])
def test_the_columns_fill_the_sheet(rows):
    """Whatever stands in a table, also in rows that are too short, the shares are one whole."""
    assert sum(column_shares(table(*rows))) == pytest.approx(1)


def test_more_text_has_more_room():
    """A column with longer texts is wider, but not by as much as its texts are longer."""
    first, second, _ = column_shares(table(("ก" * 400, "ข" * 100, "ค" * 10)))
    assert 1 < first / second < 4


def test_no_column_is_too_narrow():
    """Beside very long texts a date or a status still has room for its words."""
    assert min(column_shares(table(("ก" * 3000, "ข", "ค")))) > 0.07


def test_text_in_lists_counts():
    """Points and what stands below them take room as other text does."""
    points = Bullets((Bullet("ก" * 100, (Bullet("ก" * 100),)),))
    plain, listed, _ = column_shares(table(("ก" * 200, points, "ค")))
    assert plain == pytest.approx(listed)


def test_many_columns_share_evenly():
    """More columns than the narrowest would allow are all the same."""
    shares = column_shares(table(tuple("ก" * 20), heads=tuple("ก" * 20)))
    assert set(shares) == {shares[0]}
