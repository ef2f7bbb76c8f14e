"""Lists to choose from: what a cell shows can be chosen, and what is typed in another sheet can be chosen at once."""

from __future__ import annotations

import pytest

from prongsai.workbook.lists import Lists
from prongsai.workbook.live_lists import FOLLOWED, LONGEST_NAME, apart, excel_cut
from prongsai.workbook.names import cut
from prongsai.workbook.shown import shown_columns
from unit.workbook.books import YEARS, form_of


def lists_of(form) -> tuple[Lists, dict[tuple[str, str], str]]:
    """The lists of a workbook, and the name of that of each column."""
    lists = Lists(form.kept, {one.sheet.name: one for one in form.sheets})
    names = {
        (filled.sheet.name, shown.head): lists.for_shown(filled.sheet, shown)
        for filled in form.sheets
        if not filled.sheet.is_form
        for shown in shown_columns(filled)
    }
    return lists, names


@pytest.mark.parametrize(("site", "year"), YEARS, ids=lambda one: getattr(one, "name", one))
def test_what_rows_belong_to_and_refer_to_can_be_chosen(site, year):
    """Every text of a column that names another row is in the list of that column."""
    form = form_of(site, year)
    lists, names = lists_of(form)
    values = {one.name: set(one.values) for one in lists.columns}
    for filled in form.sheets:
        for shown in shown_columns(filled):
            name = names.get((filled.sheet.name, shown.head))
            if not name or not (shown.role == "belongs" or (shown.column and shown.column.refers)):
                continue
            known = form.kept.names(filled.sheet.sources[0])
            refers = shown.column.refers if shown.column else ""
            texts = {row.texts.get(shown.head, "") for row in filled.rows} - {""}
            named = texts & {*known[refers].values()} if refers else texts
            assert named <= values[name], (filled.sheet.name, shown.head)


def test_every_list_that_follows_a_sheet_knows_its_heads():
    """The heads by which formulas find their columns are heads of that sheet."""
    form = form_of(*YEARS[0])
    heads = {one.sheet.name: {shown.head for shown in shown_columns(one)} for one in form.sheets}
    asked = []

    def note(sheet):
        return lambda head: asked.append((sheet, head)) or head

    for one in FOLLOWED.values():
        one.formula(note(one.sheet))
        asked += [(one.sheet, head) for head in (one.code, one.only[0]) if head]
    assert [(sheet, head) for sheet, head in asked if head not in heads[sheet]] == []


def test_names_are_cut_alike_by_formulas():
    """A formula cuts where `names.cut` does."""
    assert len(cut("ก" * 1000)) == LONGEST_NAME
    assert excel_cut("A1") == 'IF(LEN(A1)>60,TRIM(LEFT(A1,59))&"…",A1)'


def test_alike_names_are_told_apart_by_their_codes():
    """Two rows of the same name have their codes behind it, others do not."""
    assert apart(["ก", "ข", "ก", ""], ["m1", "m2", "m3", ""]) == ["ก (m1)", "ข", "ก (m3)", ""]


@pytest.mark.parametrize(("site", "year"), YEARS[:4], ids=lambda one: getattr(one, "name", one))
def test_formulas_are_short_enough_for_excel(site, year):
    """At most 8,192 characters each, and every list has as many formulas as values."""
    lists, _ = lists_of(form_of(site, year))
    assert max(len(formula) for one in lists.columns for formula in one.formulas) < 8192
    assert [one.head for one in lists.columns if one.formulas and len(one.formulas) != len(one.values)] == []
