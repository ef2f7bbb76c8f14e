"""Workbooks as people hand them back: sorted, renamed, copied, with columns, dates and marks of their own."""

from __future__ import annotations

import datetime as dt

import pytest

from books import add_row, compared, edited, head_at, lean, one_year, place_in, put, taken_in, written
from prongsai.pipeline.import_form import removals
from sites import REPOSITORY, copy_site

YEAR = 2567
MODEL = one_year(REPOSITORY / "examples" / "model", YEAR)
MEASURES, REPORTS, LINKS = "มาตรการ", "รายงานผล", "ลิงก์ OIT"
M01, M02 = "measures:measures/m01", "measures:measures/m02"


@pytest.fixture(scope="module")
def book():
    return lean(MODEL, YEAR, MEASURES, REPORTS, LINKS, "OIT")


def changed_lines(name, after):
    """The lines of a data file of the model that are new, and those that are gone."""
    before = (MODEL / name).read_text("utf-8").splitlines()
    now = after[name].splitlines()
    return [one for one in now if one not in before], [one for one in before if one not in now]


def test_a_changed_cell_changes_one_line(book):
    """A new title is one line of the file and nothing else."""
    after = taken_in(MODEL, edited(book, lambda grids: put(grids, MEASURES, M02, "ชื่อมาตรการ", "รวมข้อมูลที่ค้นหาบ่อย")))
    assert [*after] == ["data/2567/measures.yml"]
    new, gone = changed_lines("data/2567/measures.yml", after)
    assert new == ["    title: รวมข้อมูลที่ค้นหาบ่อย"]
    assert gone == ["    title: รวมข้อมูลที่ประชาชนค้นหาบ่อยไว้ในหน้าเดียว"]


def test_sorted_rows_stay_where_they_are_in_the_file(book):
    """Rows in another order change nothing: officers sort to look."""

    def sort(grids):
        for title in (MEASURES, REPORTS, LINKS):
            grids[title][1:] = reversed(grids[title][1:])

    assert compared(MODEL, edited(book, sort)).joined.is_empty


def test_a_renamed_sheet_and_moved_columns_are_found_by_their_heads(book):
    """A sheet with another name, and its columns in another order, is the same sheet."""

    def rename(grids):
        rows = grids.pop(MEASURES)
        width = max(map(len, rows))
        grids["มาตรการ ฉบับแก้ไข"] = [[row[0], *reversed([*row, *[""] * (width - len(row))][1:])] for row in rows]
        put(grids, "มาตรการ ฉบับแก้ไข", M01, "สาระสำคัญ", "ทุกจุดบริการติดประกาศเวลา")

    new, _ = changed_lines("data/2567/measures.yml", taken_in(MODEL, edited(book, rename)))
    assert new == ["    plain_summary: ทุกจุดบริการติดประกาศเวลา"]


def test_columns_and_sheets_of_her_own_are_told(book):
    """Columns and sheets that are not ours are named, with how much is in them, and not taken."""

    def add(grids):
        grids[MEASURES][0].append("ผู้ประสาน")
        width = len(grids[MEASURES][0]) - 1
        grids[MEASURES][1:3] = [[*row, *[""] * (width - len(row)), "งานนิติการ"] for row in grids[MEASURES][1:3]]
        grids["บันทึกของฉัน"] = [["เรื่อง"], ["โทรถามกองคลัง"]]

    found = compared(MODEL, edited(book, add))
    assert found.joined.is_empty
    [difference] = found.differences
    assert next(one for one in difference.book.sheets if one.title == MEASURES).foreign == {"ผู้ประสาน": 2}
    assert "บันทึกของฉัน" in difference.book.foreign


def test_a_column_that_is_gone_loses_nothing(book):
    """A deleted column leaves what the files say, and is named."""

    def delete(grids):
        _, column = place_in(grids, MEASURES, M01, "ระยะเวลาดำเนินการ")
        grids[MEASURES] = [row[:column] + row[column + 1 :] for row in grids[MEASURES]]

    found = compared(MODEL, edited(book, delete))
    assert found.joined.is_empty
    assert found.differences[0].missing == [(MEASURES, "ระยะเวลาดำเนินการ")]


def test_a_new_row_gets_its_code_and_its_place(book):
    """A row without a code is a new measure behind the one above it, with the next code; a report may name it."""

    def add(grids):
        new = {"ลำดับที่": "7", "ชื่อมาตรการ": "อบรมการบริการ", "หน่วยงานผู้รับผิดชอบ": "สำนักปลัดเทศบาล\nกองคลัง"}
        add_row(grids, MEASURES, 3, **new, ขั้นตอนหรือวิธีการปฏิบัติ="1. จัดทำหลักสูตร\n2. อบรม")
        done = {"มาตรการ": "7 อบรมการบริการ", "สถานะ": "ดำเนินการแล้วเสร็จ", "รอบการรายงาน": "6"}
        add_row(grids, REPORTS, **done)

    after = taken_in(MODEL, edited(book, add))
    measures = after["data/2567/measures.yml"]
    assert measures.index("id: m02") < measures.index("id: m07") < measures.index("id: m03")
    assert "- จัดทำหลักสูตร" in measures
    assert "      - clerk" in measures
    assert "  - measure: m07\n    round: 6\n    status: done" in after["data/2567/follow-up.yml"]


def test_a_copied_row_is_new(book):
    """Of two rows with the same key the first is the one that was there; the second is new, with a code of its own."""

    def copy(grids):
        row, _ = place_in(grids, MEASURES, M02, "ชื่อมาตรการ")
        again = [*grids[MEASURES][row]]
        grids[MEASURES].insert(row + 1, again)
        column = place_in(grids, MEASURES, M02, "ชื่อมาตรการ")[1]
        again[column] = "รวมข้อมูลที่ค้นหาบ่อย ระยะที่ 2"

    found = compared(MODEL, edited(book, copy))
    assert [(one.copied, one.texts["ชื่อมาตรการ"]) for one in found.joined.new] == [(M02, "รวมข้อมูลที่ค้นหาบ่อย ระยะที่ 2")]
    assert "id: m07" in taken_in(MODEL, edited(book, copy))["data/2567/measures.yml"]


def test_a_deleted_row_is_one_that_is_asked_about(book):
    """A row that is gone is reported with how many its sheet had; nothing is removed before somebody says so."""

    def delete(grids):
        del grids[REPORTS][2]

    found = compared(MODEL, edited(book, delete))
    [(sheet, (rows, count))] = removals(found).items()
    assert (sheet, [one.row.key for one in rows], count) == (REPORTS, ["follow-up:reports/m02-6"], 7)
    assert "measure: m02" not in taken_in(MODEL, edited(book, delete))["data/2567/follow-up.yml"]


def test_dates_figures_and_marks_are_read_as_people_type_them(book):
    """A true date of either era, another digit and other marks are no change, where they say the same."""

    def retype(grids):
        put(grids, "OIT", "oit:items/O1", "วันที่เผยแพร่", dt.date(2023, 10, 9))
        put(grids, "OIT", "oit:items/O2", "วันที่เผยแพร่", dt.date(2566, 10, 9))
        put(grids, MEASURES, M01, "ลำดับที่", "๑")
        row, column = place_in(grids, MEASURES, M01, "ขั้นตอนหรือวิธีการปฏิบัติ")
        grids[MEASURES][row][column] = str(grids[MEASURES][row][column]).replace("• ", "- ")
        put(grids, REPORTS, "follow-up:reports/m01-6", "วันที่รายงาน", dt.date(2024, 4, 9))

    after = taken_in(MODEL, edited(book, retype))
    assert [*after] in ([], ["data/2567/follow-up.yml"])


def test_rows_without_keys_are_found_by_what_they_say(book):
    """Rows whose hidden column was deleted are the known ones that they are most like."""

    def delete(grids):
        grids[MEASURES] = [["", *row[1:]] if number else row for number, row in enumerate(grids[MEASURES])]
        grids[MEASURES][2][head_at(grids, MEASURES, "ชื่อมาตรการ")] = "รวมข้อมูลที่ค้นหาบ่อย"

    new, _ = changed_lines("data/2567/measures.yml", taken_in(MODEL, edited(book, delete)))
    assert new == ["    title: รวมข้อมูลที่ค้นหาบ่อย"]


def test_a_change_on_both_sides_is_a_question(book, tmp_path):
    """Of what the files changed since the export, only what the workbook changed too must be chosen."""
    site = copy_site(MODEL, tmp_path / "site")
    file = site / "data" / "2567" / "measures.yml"
    text = file.read_text("utf-8").replace("title: รวมข้อมูลที่ประชาชนค้นหาบ่อยไว้ในหน้าเดียว", "title: รวมข้อมูลไว้หน้าเดียว")
    file.write_text(text.replace("period: พ.ย. 2566 ถึง มิ.ย. 2567", "period: ธ.ค. 2566 ถึง มิ.ย. 2567"), "utf-8")
    assert compared(site, book).joined.is_empty
    found = compared(site, edited(book, lambda grids: put(grids, MEASURES, M02, "ชื่อมาตรการ", "รวมข้อมูลที่ค้นหาบ่อย")))
    assert found.joined.cells == []
    [conflict] = found.joined.conflicts
    assert (conflict.now, conflict.changes[0].text) == ("รวมข้อมูลไว้หน้าเดียว", "รวมข้อมูลที่ค้นหาบ่อย")
    assert conflict.base == "รวมข้อมูลที่ประชาชนค้นหาบ่อยไว้ในหน้าเดียว"


def test_units_that_fill_in_differently_are_asked(book):
    """Three workbooks are joined; what two say of one cell is chosen by somebody, the rest is taken."""
    one = edited(book, lambda grids: put(grids, MEASURES, M01, "สาระสำคัญ", "ก"))
    two = edited(
        book, lambda grids: [put(grids, MEASURES, M01, "สาระสำคัญ", "ข"), put(grids, MEASURES, M02, "ชื่อมาตรการ", "ค")]
    )
    three = edited(
        book, lambda grids: [put(grids, MEASURES, M02, "ชื่อมาตรการ", "ง"), put(grids, MEASURES, M02, "สาระสำคัญ", "จ")]
    )
    found = compared(MODEL, one, two, three)
    assert [[change.text for change in conflict.changes] for conflict in found.joined.conflicts] == [
        ["ก", "ข"],
        ["ค", "ง"],
    ]
    assert [one.text for one in found.joined.cells] == ["จ"]


def test_a_row_that_belongs_to_nothing_is_told_with_what_it_may_belong_to(book):
    """A link of an item that nobody knows is a problem of its cell."""
    from prongsai.pipeline.import_form import prepare

    def add(grids):
        add_row(grids, LINKS, ของข้อ="O99", ที่อยู่เว็บ="https://www.example.go.th/x")

    found = compared(MODEL, edited(book, add))
    made = prepare(MODEL, found, {}, ())
    [one] = made.unplaced
    assert (one.reason, one.text, str(one.at)) == ("owner-unknown", "O99", f"{LINKS}!B82")
    assert made.proposed is None


def test_what_is_wrong_is_told_at_its_cells_all_at_once(book):
    """A wrong number, an unknown unit and a day that is none are reported together, each at its cell."""
    from prongsai.pipeline.import_form import prepare

    def spoil(grids):
        put(grids, MEASURES, M02, "หน่วยงานผู้รับผิดชอบ", "กองที่ไม่มี")
        put(grids, REPORTS, "follow-up:reports/m01-6", "วันที่รายงาน", "31 กุมภาพันธ์ 2567")
        put(grids, "OIT", "oit:items/O3", "ปีของข้อมูล", "2024")

    made = prepare(MODEL, compared(MODEL, edited(book, spoil)), {}, ())
    told = {one.problem.code: str(one.at) for one in made.problems}
    assert told["day-not-in-month"].startswith(f"{REPORTS}!")
    assert told["year-common-era"].startswith("OIT!")
    assert told["unknown-unit"].startswith(f"{MEASURES}!")
    assert made.is_hindered


def test_a_sheet_from_elsewhere_is_no_sheet_of_ours():
    """A workbook of another kind brings nothing."""
    found = compared(MODEL, written({"Sheet1": [["ชื่อ", "โทร"], ["ก", "1"]]}), year=YEAR)
    assert found.joined.is_empty
    assert found.differences[0].book.foreign == ("Sheet1",)
