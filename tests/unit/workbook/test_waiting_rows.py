"""Rows that wait in a sheet to be filled in, rows that were taken in before, and codes that are taken."""

from __future__ import annotations

import shutil

import pytest

from books import add_row, compared, edited, exported, grids_of, head_at, taken_in
from prongsai.pipeline.import_form import prepare
from prongsai.workbook.named_keys import name_by_heads
from prongsai.workbook.to_changes import place_changes
from unit.workbook.books import MODEL

REPORTS, STATUS = "รายงานผล", "สถานะ"
ADDED = {
    "หน่วยงานภายใน": {"ชื่อหน่วยงานภายใน": "กองกิจการสมมติ"},
    "OIT": {"ข้อ": "O40", "คำตอบ": "มี", "ชื่อข้อ": "ข้อสมมติ"},
    "ลิงก์ OIT": {"ของข้อ": "O40", "ที่อยู่เว็บ": "https://www.example.go.th/40"},
}
UNIT_AGAIN = {"ชื่อหน่วยงานภายใน": "กองคลัง"}
FAULTY = (
    {"ชื่อมาตรการ": "มาตรการสมมติ", "ระยะเวลาดำเนินการ": "ต.ค. 2025 - ก.ย. 2026"},
    {"ขั้นตอนหรือวิธีการปฏิบัติ": "ขั้นตอนที่ไม่มีชื่อ"},
)
AGAIN = {"ข้อ": "o1", "คำตอบ": "ไม่มี"}


@pytest.fixture(scope="module")
def book() -> bytes:
    """The workbook of the model agency, which has reported its six measures in the first round."""
    return exported(MODEL, 2567)


@pytest.fixture
def site(tmp_path):
    """A copy of the model agency."""
    return shutil.copytree(MODEL, tmp_path / "site", ignore=shutil.ignore_patterns("site", ".prongsai"))


def fill_first(grids):
    """Say of the first report that waits how far its measure is."""
    row = next(row for row in grids[REPORTS][1:] if not row[head_at(grids, REPORTS, STATUS)])
    row[head_at(grids, REPORTS, STATUS)] = "ดำเนินการแล้วเสร็จ"


def test_reports_of_the_next_round_wait_for_what_is_known_later(book):
    """Each measure has a row for the round that nobody has reported yet, and none for one that is reported."""
    grids = grids_of(book)
    heads = [head_at(grids, REPORTS, head) for head in ("มาตรการ", "รอบการรายงาน", STATUS)]
    waiting = [[row[at] for at in heads] for row in grids[REPORTS][1:] if not row[heads[2]]]
    names = [row[1:3] for row in grids["มาตรการ"][1:]]
    assert [one[0] for one in waiting] == [f"{number} {title}" for number, title in names]
    assert {one[1] for one in waiting} == {"12"}


def test_only_what_was_filled_in_becomes_a_report(book, site):
    """One row filled in is one report more; the same workbook again brings nothing."""
    filled = edited(book, fill_first)
    assert [one.texts[STATUS] for one in compared(site, filled).joined.new] == ["ดำเนินการแล้วเสร็จ"]
    [(name, text)] = taken_in(site, filled).items()
    (site / name).write_text(text, "utf-8")
    assert "  - measure: m01\n    round: 12\n    status: done\nnotes:" in text
    assert compared(site, filled).joined.is_empty


def test_rows_taken_in_before_are_not_new_again(book, site):
    """A unit, an item and a link that were added are known again by what they say, though they have no key there."""

    def add(grids):
        for sheet, texts in ADDED.items():
            add_row(grids, sheet, **texts)

    filled = edited(book, add)
    for name, text in taken_in(site, filled).items():
        (site / name).write_text(text, "utf-8")
    assert compared(site, filled).joined.is_empty


def test_a_row_with_a_code_that_is_there_takes_nothing_away(book, site):
    """A second row for an item is named at its cell: it may not go over the answer that the item has."""
    found = compared(site, edited(book, lambda grids: add_row(grids, "OIT", **AGAIN)))
    placed = place_changes(found.form.kept, found.joined.cells, found.joined.new, found.joined.lost)
    assert [(one.reason, one.text, one.at.sheet) for one in placed.unplaced] == [("code-twice", "o1", "OIT")]
    assert placed.changes == []


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (
            "กรอกหลักฐานใน evidence เช่น evidence: คำสั่ง หรือใน result_link",
            "กรอกหลักฐานใน “หลักฐาน” เช่น “หลักฐาน”: คำสั่ง หรือใน “ลิงก์ผล”",
        ),
        ("ช่องสถานะ (status) มีค่า “status” เช่น status: done", "ช่องสถานะ มีค่า “status” เช่น “สถานะ”: ดำเนินการแล้วเสร็จ"),
        (
            "เพิ่มใน data/2569/follow-up.yml ดู https://status.example/round",
            "เพิ่มใน แผ่น รายงานผล ดู https://status.example/round",
        ),
        ("ช่องสถานะ (reports[2].status) ผิด ขาดคีย์ “round”", "ช่องสถานะ ผิด ยังไม่ได้กรอก “รอบการรายงาน”"),
        ("ไม่มีหน่วยงานนี้ใน units ของ site_config/agency.yml", "ไม่มีหน่วยงานนี้ใน แผ่น หน่วยงานภายใน"),
        ('เพิ่มผล เช่น results: [{url: "https://www.example.go.th/"}] หรือแก้ round', "เพิ่มผล หรือแก้ “รอบการรายงาน”"),
    ],
)
def test_sentences_at_a_cell_speak_of_heads(said, expected):
    """Keys, values of lists, files and examples of YAML are not what an officer with a workbook has before them."""
    assert name_by_heads(said, "follow-up.yml", REPORTS) == expected


def test_what_must_be_corrected_is_said_at_once(book, site):
    """A unit that is there already, a year of the common era and a missing title are named together, at their cells."""

    def fill(grids):
        add_row(grids, "หน่วยงานภายใน", **UNIT_AGAIN)
        for texts in FAULTY:
            add_row(grids, "มาตรการ", **texts)

    prepared = prepare(site, compared(site, edited(book, fill)), {}, ())
    assert [(str(one.at), one.reason, one.text) for one in prepared.unplaced] == [
        ("หน่วยงานภายใน!B11", "code-twice", "กองคลัง")
    ]
    found = {one.problem.code: str(one.at) for one in prepared.problems}
    assert found == {"year-common-era": "มาตรการ!K8", "missing-key": "มาตรการ!C9"}
    assert (prepared.hindrances, prepared.proposed) == (3, None)
