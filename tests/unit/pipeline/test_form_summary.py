"""The sheet for whoever checks: problems find their cells, and what changed since the last publication is shown."""

from __future__ import annotations

from pathlib import Path

import pytest

import sites
from prongsai.pipeline.check import check_folder
from prongsai.pipeline.form_summary import make_summary
from prongsai.pipeline.kept_files import agency_of, read_kept
from prongsai.workbook.form import make_form
from prongsai.workbook.summary import Spot, count_filled, find_missing
from prongsai.workbook.write_sheet import place_of_cell
from unit.makers import SITE, write_files
from unit.workbook.books import MODEL, form_of

YEAR = 2567


@pytest.fixture
def site(tmp_path) -> Path:
    """The model agency, whose facts have been published."""
    return sites.copy_site(MODEL, tmp_path / "model")


def change(root: Path, name: str, before: str, after: str) -> None:
    """Change a text of a file, where it is first."""
    path = root / name
    text = path.read_text("utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), "utf-8")


def summary_of(root: Path):
    """The form and the summary of the year."""
    kept, loaded = read_kept(root, YEAR)
    form = make_form(kept, agency_of(loaded))
    return form, make_summary(root, check_folder(root, for_officer=True), form)


def test_problems_find_the_cells_that_they_are_about(site):
    """A day and a unit; the gravest first, with words of the office."""
    change(site, "data/2567/follow-up.yml", "reported_on: ", "reported_on: 3 เม.ย. 2024 #")
    change(site, "data/2567/measures.yml", "lead: [clerk]", "lead: [cleric]")
    form, summary = summary_of(site)
    found = {(one.spot, one.severity) for one in summary.findings}
    day = Spot("รายงานผล", "follow-up:reports/m01-6", "วันที่รายงาน")
    assert {(day, "ต้องแก้"), (Spot("มาตรการ", "measures:measures/m01", "ผู้รับผิดชอบหลัก"), "ข้อสังเกต")} <= found
    reports = next(one for one in form.sheets if one.sheet.name == "รายงานผล")
    assert place_of_cell(reports, day.key, day.head).endswith("2")
    order = ["ต้องแก้", "ควรตรวจ", "ข้อสังเกต"]
    assert [order.index(one.severity) for one in summary.findings] == sorted(
        order.index(one.severity) for one in summary.findings
    )


def test_what_is_not_as_it_was_published_is_shown_with_both_values(site):
    """A status in its words; of other years nothing."""
    change(site, "data/2567/follow-up.yml", "status: in_progress", "status: done")
    change(site, "data/2566/measures.yml", "title: ", "title: ใหม่ ")
    _, summary = summary_of(site)
    assert summary.since
    assert ("อยู่ระหว่างดำเนินการ", "ดำเนินการแล้วเสร็จ") in {(one.before, one.now) for one in summary.changes}
    assert all("2566" not in one.text for one in summary.changes)


def test_a_site_that_was_never_published_has_no_changes(tmp_path):
    """Nothing is new where nothing was old."""
    _, summary = summary_of(write_files(tmp_path, SITE))
    assert (summary.changes, summary.since) == ((), "")


def test_counts_and_what_is_missing_are_of_the_rows():
    """Of the model: every item is answered and six measures are there."""
    form = form_of(MODEL, YEAR)
    counts = dict(count_filled(form))
    assert counts["มาตรการ"] == "6 มาตรการ"
    assert "ยังไม่มีคำตอบ 0 ข้อ" in counts["คำตอบ OIT"]
    assert [one.text for one in find_missing(form)] == []


def test_a_measure_without_a_report_is_missing(site):
    """Of a round that other measures have a report of; with its cell."""
    change(site, "data/2567/measures.yml", "\napproved:", "\n  - {id: m99, title: มาตรการที่เพิ่มใหม่}\napproved:")
    form, _ = summary_of(site)
    found = {one.spot: one.text for one in find_missing(form)}
    spot = Spot("มาตรการ", "measures:measures/m99", "ชื่อมาตรการ")
    assert found[spot] == "มาตรการ มาตรการที่เพิ่มใหม่ ยังไม่มีรายงานรอบ 6 เดือน"
