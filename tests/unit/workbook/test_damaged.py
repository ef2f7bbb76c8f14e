"""Damaged workbooks: a plain sentence or the right cells, never a failure of the program, never a lost value."""

from __future__ import annotations

import io
import random
import time

import pytest
from xlsxwriter import Workbook

import damaged_books as made
from books import compared, edited, exported, grids_of
from prongsai.cli.import_form import forms_among
from prongsai.cli.shared import WrongCall
from prongsai.pipeline.import_form import OtherAgencyError, OtherYearError, compare_books, prepare
from prongsai.workbook.read_book import read_book
from sites import REPOSITORY, checked, snapshot

ROOT, YEAR = REPOSITORY / "examples" / "nam-mong", 2565
FILES = {
    "torn": lambda data: made.torn(data, random.Random(2570)),
    "parted": made.parted,
    "stuffed": made.stuffed,
    "renamed": lambda _: made.renamed(),
}
LONGEST = 10  # seconds for one file on a busy machine


@pytest.fixture(scope="module")
def book():
    return exported(ROOT, YEAR)


def verdict(data, path):
    """The end of a file: refused with a way out, no form, of no year or another agency, or what it changes."""
    path.write_bytes(data)
    began = time.monotonic()
    try:
        books = forms_among([str(path)])
    except WrongCall as refused:
        return made.REFUSED if "\nวิธีแก้: " in refused.message else refused.message
    finally:
        assert time.monotonic() - began < LONGEST
    if not books:
        return made.OTHER
    try:
        found = compare_books(ROOT, books, None)
    except OtherYearError as other:
        return str(other) or made.NEEDS_YEAR
    except OtherAgencyError:
        return made.NEEDS_AGENCY
    return found


def told(found):
    """The changes that a comparison found: texts of cells, and rows."""
    joined = found.joined
    assert (joined.new, joined.lost, joined.conflicts) == ([], [], [])
    return [(one.row.key, one.column.head, one.text) for one in joined.cells]


@pytest.mark.parametrize("kind", FILES)
def test_what_cannot_be_read_is_said_and_nothing_is_changed(book, tmp_path, kind):
    """Every file is refused with a way out, is none of ours, or says what it said before."""
    before = snapshot(ROOT / "data")
    for name, data, wanted in FILES[kind](book):
        found = verdict(data, tmp_path / "book.xlsx")
        if wanted == made.SAME:
            assert found.joined.is_empty, name
        else:
            assert found == wanted, name
    assert snapshot(ROOT / "data") == before


def unseen(data):
    """The workbook with rows and columns hidden, a filter on, notes on cells and a merged title above."""
    written = io.BytesIO()
    with Workbook(written, {"in_memory": True}) as workbook:
        for title, rows in grids_of(data).items():
            sheet = workbook.add_worksheet(title)
            for number, row in enumerate(rows):
                for place, text in enumerate(row):
                    if text:
                        sheet.write_string(number, place, text)
            if len(rows) > 2 and not title.startswith("_"):
                sheet.set_row(2, None, None, {"hidden": True})
                sheet.set_column(2, 3, None, None, {"hidden": True})
                sheet.autofilter(0, 0, len(rows), len(rows[0]))
                sheet.filter_column(1, "x == ก")
                sheet.write_comment(1, 1, "บันทึกของผู้กรอก")
    return written.getvalue()


@pytest.fixture(scope="module")
def scribbled(book):
    """Workbooks as people leave them, of which few sheets are left so that there is less to write and read."""
    kept = {made.MEASURES, "รายงานผล", "OIT", "ทั่วไป", "อื่น ๆ", "_ฐาน", "_รายการ"}

    def leave_few(grids):
        for title in grids.keys() - kept:
            del grids[title]

    return {name: (data, wanted) for name, data, wanted in made.scribbled(edited(book, leave_few), unseen)}


def test_what_people_do_to_workbooks_gives_the_right_cells(scribbled, tmp_path):
    """Each changes the one cell that was written to, or nothing, or is a question of year or agency."""
    for name, (data, wanted) in scribbled.items():
        found = verdict(data, tmp_path / "book.xlsx")
        if isinstance(found, str):
            assert found == wanted, name
        elif wanted == made.SAME:
            assert told(found) == [], name
        else:
            assert told(found) == [(made.KEY, made.HEAD, wanted)], name


def test_a_cell_that_shows_a_fault_is_told_and_not_taken(scribbled):
    """A formula that fails is no empty cell: it is said with its place, and the value of the files stays."""
    prepared = prepare(ROOT, compared(ROOT, scribbled["raw fault"][0]), {}, (), checked(ROOT))
    assert [(one.reason, one.text) for one in prepared.unplaced] == [("shows-fault", "#REF!")]
    assert prepared.proposed is None


def test_what_a_workbook_no_longer_has_is_said(book, scribbled):
    """A sheet and a column that are gone are named, and a file keeps its year without its hidden sheets."""
    for name in ("a sheet that is gone", "no heads"):
        assert made.MEASURES in compared(ROOT, scribbled[name][0]).differences[0].gone
    gone = compared(ROOT, scribbled["a head that is gone"][0]).differences[0]
    assert gone.missing == [(made.MEASURES, made.HEAD)]
    assert made.MEASURES not in gone.gone
    assert compared(ROOT, scribbled["without hidden sheets"][0], year=YEAR).joined.is_empty
    parts = made.unpacked(book)
    name = made.part_of(parts, "_ฐาน")
    empty = made.with_part(book, name, lambda part: part[: part.index(b"<sheetData>")] + b"<sheetData/></worksheet>")
    assert read_book(empty, "x").meta["year"] == str(YEAR)


def test_a_merged_cell_is_in_every_row_that_it_covers(book):
    """Two rows of which a cell was merged say the same, as people who merge them mean it."""
    grids = grids_of(book)
    row, column = made.place_in(grids, made.MEASURES, made.KEY, made.HEAD)
    letter = chr(ord("A") + column)
    below = made.without_cell(book, f"{letter}{row + 2}")
    merged = f'</sheetData><mergeCells count="1"><mergeCell ref="{letter}{row + 1}:{letter}{row + 2}"/></mergeCells>'
    name = made.part_of(made.unpacked(book), made.MEASURES)
    data = made.with_part(below, name, lambda part: part.replace(b"</sheetData>", merged.encode(), 1))
    [(_, head, text)] = told(compared(ROOT, data))
    assert (head, text) == (made.HEAD, grids[made.MEASURES][row][column])
