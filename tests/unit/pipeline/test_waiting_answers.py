"""An answer that waits to be renewed is nowhere: no page, no export, no sheet, no count, no link that is asked."""

from __future__ import annotations

import pytest

import sites
from prongsai.exports.oit_sheet import export_csv, word_rows
from prongsai.pipeline.check import Checked, check_folder
from prongsai.pipeline.evidence.check_links import find_links
from prongsai.rules.answered import answered_items
from prongsai.rules.context import Context

ROOT = sites.REPOSITORY / "tests" / "released" / "0.1.0"
FILE = "data/2570/oit.yml"
MARK = "ยังไม่มีผู้ใดทบทวนข้อความนี้"
KEY = "    # renew\n"
WAITING = f"""\
  O5:
    answer: has
{KEY}    title: {MARK} ชื่อข้อ
    unit: clerk
    links:
      - {{url: "https://www.example.go.th/waiting", title: {MARK} ลิงก์, explanation: [{MARK}], click_path: [{MARK}]}}
    elements:
      chart: {MARK}
    note: {MARK} หมายเหตุ
    more: {{ผู้ประสานงานของข้อ: {MARK}}}
"""


def checked(renew: str, *, for_officer: bool) -> Checked:
    """The site of a release with one answer more."""
    text = (ROOT / FILE).read_text("utf-8")
    with_it = text.replace("notes:", f"{WAITING.replace(KEY, renew)}notes:")
    return check_folder(ROOT, for_officer=for_officer, overlay={FILE: with_it.encode()})


@pytest.mark.parametrize("for_officer", [False, True])
def test_what_waits_is_in_no_file(for_officer):
    """Neither its words nor its address is in anything made of the site, for the public or for the officer."""
    site = checked("    renew: 2569\n", for_officer=for_officer)
    assert not site.has_errors
    found = [
        name
        for name, data in site.planned.files.items()
        if MARK.encode() in data or b"https://www.example.go.th/waiting" in data
    ]
    assert found == []
    assert [one.url for one in find_links(site.results.site) if "waiting" in one.url] == []
    assert [one.code for one in answered_items(Context(site.results)) if one.code == "O5"] == []


def test_what_was_renewed_is_there():
    """The same answer without the year is on the page of its item and among the links, so the test above can fail."""
    site = checked("", for_officer=False)
    assert any(MARK.encode() in data for data in site.planned.files.values())
    assert [one.url for one in find_links(site.results.site) if "waiting" in one.url] != []


def test_files_are_the_same_as_without_it():
    """All that is made is the same, byte for byte, as if nothing had been carried."""
    with_it = checked("    renew: 2569\n", for_officer=False).planned.files
    without = check_folder(ROOT).planned.files
    assert {name for name in without if with_it.get(name) != without[name]} == set()
    assert with_it.keys() == without.keys()


def test_the_sheet_for_submission_has_not_got_it():
    """The sheet that is copied into the assessors' system has answers of the year alone, for the officer too."""
    site = checked("    renew: 2569\n", for_officer=True)
    sheet = export_csv(word_rows(site.results, 2570, site.problems)).decode("utf-8-sig")
    assert "https://www.example.go.th/structure" in sheet
    assert MARK not in sheet
    renewed = checked("", for_officer=True)
    assert MARK in export_csv(word_rows(renewed.results, 2570, renewed.problems)).decode("utf-8-sig")
