"""A written workbook: every cell is a text that another program reads as it was, and the rest is help that holds."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from prongsai.spreadsheet import LONGEST_CELL
from prongsai.workbook.form import cells_of
from prongsai.workbook.layout import BASE, KEY_HEAD, LISTS, READ_FIRST, SUMMARY, heads_of
from prongsai.workbook.rows import Filled
from prongsai.workbook.sheets import SHEETS
from prongsai.workbook.summary import Summary
from prongsai.workbook.write_book import write_book
from prongsai.workbook.write_hidden import base_cells
from prongsai.workbook.write_sheet import TextTooLongError
from unit.exports.sheets import part, parts
from unit.workbook.books import MODEL, SITES, book_of, form_of, keyed_cells, read_sheets

WRITTEN = [(MODEL, 2567), (SITES[-1], 2570), (MODEL, 2569)]  # the last is a year without files
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
HOSTILE = ("=1+1", "+66 2 000 0000", "-", "@x", "007", "1/2", "_x0041_", "TRUE", "<b>&amp;", "https://a.go.th/=1")


@pytest.fixture(scope="module", params=WRITTEN, ids=lambda one: f"{one[0].name}-{one[1]}")
def written(request):
    """The workbook of a year, as values and as another program reads it."""
    site, year = request.param
    return form_of(site, year), read_sheets(book_of(site, year))


def test_every_cell_is_read_as_it_is_in_the_form(written):
    """Every filled cell of every sheet is found by its key and its head, with the same text."""
    form, sheets = written
    wanted = {(one.sheet, one.key, one.head): one.text for one in cells_of(form)}
    found = {
        (name, key, head): text
        for name, rows in sheets.items()
        if name not in {READ_FIRST, SUMMARY, LISTS, BASE}
        for (key, head), text in keyed_cells(rows).items()
        if (name, key, head) in wanted
    }
    assert found == wanted


def test_the_hidden_copy_is_what_the_cells_say(written):
    """First for whom it is, then every filled cell by sheet, key and head."""
    form, sheets = written
    assert [tuple(row) for row in sheets[BASE]] == [tuple(one) for one in base_cells(form, is_blank=False)]
    meta = {row[2]: row[3] for row in sheets[BASE] if not row[0]}
    assert meta["year"] == str(form.kept.year)
    assert meta["agency"] == form.agency


def test_every_sheet_has_all_heads_in_one_row(written):
    """The hidden key first, then each head once: those that the layout promises to whoever reads it."""
    form, sheets = written
    for filled in form.sheets:
        heads = [head.removesuffix(" *") for head in sheets[filled.sheet.name][0]]
        assert heads[0] == KEY_HEAD
        assert sorted(heads[1:]) == sorted(heads_of(filled.sheet))
        assert len(heads) == len(set(heads))


def test_names_of_sheets_fit_every_program():
    """At most 31 characters, none that Excel forbids, and no two alike."""
    names = [sheet.name for sheet in SHEETS]
    assert len(names) == len(set(names))
    assert [name for name in names if len(name) > 31 or re.search(r"[\[\]:*?/\\]", name)] == []


def sheet_parts(data: bytes):
    """The XML of every sheet."""
    return [part(data, name) for name in parts(data) if name.startswith("xl/worksheets/sheet")]


def test_lists_are_named_ranges_and_only_warn():
    """No literal list, no list that stops, one for a column, and words within what Excel takes."""
    data = book_of(MODEL, 2567)
    names = {one.get("name") for one in part(data, "xl/workbook.xml").iter(f"{MAIN}definedName")}
    found = [one for sheet in sheet_parts(data) for one in sheet.iter(f"{MAIN}dataValidation")]
    lists = [one for one in found if one.get("type") == "list"]
    assert len(lists) > 30
    assert {one.findtext(f"{MAIN}formula1") for one in lists} <= names
    assert {one.get("errorStyle") for one in lists} == {"warning"}
    assert max(len(one.get("promptTitle") or "") for one in found) <= 32
    assert max(len(one.get("prompt") or one.get("error") or "") for one in found) <= 255
    for sheet in sheet_parts(data):
        areas = [one.get("sqref") for one in sheet.iter(f"{MAIN}dataValidation")]
        assert len(areas) == len(set(areas))


def test_what_is_typed_below_stays_text():
    """Every column of an entry sheet has the format of texts, so that 1/2 is no day and 007 no number."""
    data = book_of(MODEL, 2567)
    styles = part(data, "xl/styles.xml")
    texts = [one.get("numFmtId") == "49" for one in styles.find(f"{MAIN}cellXfs") or ()]
    order = [one.get("name") for one in part(data, "xl/workbook.xml").iter(f"{MAIN}sheet")]
    for number, name in enumerate(order, 1):
        if name not in {READ_FIRST, SUMMARY, LISTS, BASE}:
            sheet = part(data, f"xl/worksheets/sheet{number}.xml")
            columns = [one for one in sheet.iter(f"{MAIN}col") if one.get("collapsed") is None]
            assert all(texts[int(one.get("style", "0"))] for one in columns), name


def test_entry_sheets_have_neither_formulas_nor_protection():
    """A protected sheet can neither be sorted nor have rows deleted; formulas are in the hidden lists alone."""
    data = book_of(MODEL, 2567)
    order = [one.get("name") for one in part(data, "xl/workbook.xml").iter(f"{MAIN}sheet")]
    for number, name in enumerate(order, 1):
        sheet = part(data, f"xl/worksheets/sheet{number}.xml")
        assert sheet.find(f"{MAIN}sheetProtection") is None
        assert name == LISTS or next(sheet.iter(f"{MAIN}f"), None) is None


def test_a_text_stays_what_it_is():
    """Whatever texts begin with, none is a formula, a number, a day or an address."""
    form = form_of(MODEL, 2567)
    measures = next(one for one in form.sheets if one.sheet.name == "มาตรการ")
    first = measures.rows[0]
    rows = [replace(first, key=f"{first.key}-{text}", texts={**first.texts, "ชื่อมาตรการ": text}) for text in HOSTILE]
    sheets = tuple(Filled(one.sheet, rows if one is measures else []) for one in form.sheets)
    cells = keyed_cells(read_sheets(write_book(replace(form, sheets=sheets, others=()), None))["มาตรการ"])
    assert [cells[row.key, "ชื่อมาตรการ"] for row in rows] == [*HOSTILE]


def test_a_text_that_no_cell_holds_is_refused():
    """Nothing is cut: the place is said, with the length."""
    form = form_of(MODEL, 2567)
    measures = next(one for one in form.sheets if one.sheet.name == "มาตรการ")
    row = replace(measures.rows[0], texts={"ชื่อมาตรการ": "ก" * (LONGEST_CELL + 1)})
    with pytest.raises(TextTooLongError) as refused:
        write_book(replace(form, sheets=(Filled(measures.sheet, [row]),)), None)
    assert (refused.value.sheet, refused.value.key, refused.value.head) == ("มาตรการ", row.key, "ชื่อมาตรการ")


def test_the_same_form_gives_the_same_bytes():
    """Nothing of a workbook depends on when it is written."""
    form = form_of(SITES[-1], 2570)
    assert write_book(form, Summary()) == book_of(SITES[-1], 2570)


def test_a_blank_workbook_shows_the_codes_of_the_rules_alone():
    """No text of the data files is in its sheets, its copy says for whom it is, and names can still be chosen."""
    form = form_of(MODEL, 2567)
    sheets = read_sheets(write_book(form, None, is_blank=True))
    assert [row[0] for row in sheets[BASE]] == [""] * len(sheets[BASE])
    assert len(sheets["มาตรการ"]) == 1
    assert [row[1] for row in sheets["OIT"][1:]] == list(form.kept.edition.items)
    assert {text for row in sheets["OIT"][1:] for text in row[3:]} == {""}
    assert {row[3] for row in sheets["ทั่วไป"][1:]} == {""}
    assert "กองคลัง" in {text for row in sheets[LISTS] for text in row}
