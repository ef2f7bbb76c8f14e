"""A level that cannot be, and one of two lists, are never shown alone: on no page, no picture and in no file."""

from __future__ import annotations

import csv
import io
import json
import re
from html import unescape
from pathlib import Path

import pytest

import sites
from prongsai.pipeline.check import check_folder
from prongsai.thai.numerals import to_arabic
from prongsai.views.scores.levels import reservation_of
from prongsai.views.share_cards import share_cards
from prongsai.views.speech import Speech
from unit.makers import SITE, shipped_edition, write_files

ROOT = Path(__file__).resolve().parents[4]
ANALYSIS = "fiscal_year: 2563\nstrengths: [{text: จุดแข็ง, indicators: [1]}]\n"
WRONG = {
    "data/2563/scores.yml": "fiscal_year: 2563\ntotal: 64.68\nlevel: C\n",
    "data/2563/analysis.yml": ANALYSIS,
    "data/2566/scores.yml": (
        "fiscal_year: 2566\ntotal: 80.00\nlevel: {value: B, at: ก, also_stated: [{value: ผ่าน, at: ข}]}\n"
    ),
}
RESERVED = {"C": "ระดับ D", "B": "ระดับ ต้องปรับปรุง"}
BOTH = "</td><td>ผ่าน</td>"  # a table of both levels that the document states
TEN = ", ".join(f"{number}: 90.00" for number in range(2, 11))
TWICE = {
    "data/2564/scores.yml": f"fiscal_year: 2564\ntotal: 84.00\nindicators: {{1: 70.00, {TEN}}}\n",
    "data/2565/scores.yml": (
        "fiscal_year: 2565\n"
        "total: {value: 84.40, at: ก, also_stated: [{value: 90.60, at: ข}]}\nlevel: B\n"
        "indicators: {1: {value: 60.00, at: ก, also_stated: [{value: 100.00, at: ข}]}, "
        "9: {value: 60.00, at: ก, also_stated: [{value: 90.00, at: ข}]}, "
        "2: 90.00, 3: 90.00, 4: 90.00, 5: 90.00, 6: 90.00, 7: 90.00, 8: 90.00, 10: 90.00}\n"
    ),
}


def planned_of(root, files):
    """The pages and files of data of a small site, checked once."""
    return check_folder(write_files(root, {**SITE, **files}))


@pytest.fixture(scope="module")
def wrong(tmp_path_factory):
    """A site made from a document with two levels that cannot be."""
    return planned_of(tmp_path_factory.mktemp("wrong"), WRONG)


@pytest.fixture(scope="module")
def twice(tmp_path_factory):
    """A site of a document that prints two totals and two lists, without a choice."""
    return planned_of(tmp_path_factory.mktemp("twice"), TWICE)


def page(checked, path):
    """The source of a page, with Arabic digits."""
    return unescape(to_arabic(checked.planned.files[f"content/{path}index.md"].decode()))


def test_no_line_of_a_page_shows_a_level_that_cannot_be_without_what_the_scale_gives(wrong):
    """Home, the years, each year, its scores and analysis, and the texts of the pictures."""
    seen = set()
    for name, content in wrong.planned.files.items():
        for line in content.decode("utf-8", "replace").splitlines() if name.endswith(".md") else ():
            for level in re.findall(r"(?:ระดับ |<dd>|<td>)([BC])(?![A-Za-z])", line):
                seen.add((name.removeprefix("content/").removesuffix("index.md"), level))
                assert RESERVED[level] in line or BOTH in line, (name, line)
    pages = {("", "B"), ("", "C"), ("years/", "B"), ("years/", "C")}
    assert seen >= {*pages, *(("2563/", "C"), ("2563/scores/", "C"), ("2563/analysis/", "C"), ("2566/", "B"))}


def test_files_of_data_keep_the_level_and_have_the_reservation_in_a_field_of_its_own(wrong):
    """The stated word is not changed; next to it are its verdict, what the scale gives and a note."""
    files = wrong.planned.files
    published = json.loads(files["content/data/2563/scores.json"])["published"]
    assert (published["level"], published["level_verdict"], published["level_by_scale"]) == ("C", "excluded", ["D"])
    rows = list(csv.DictReader(io.StringIO(files["content/data/tables/years.csv"].decode("utf-8-sig"))))
    assert {row["level"]: row["level_note"] for row in rows} == {
        "C": "ตามเอกสาร เกณฑ์ของปีนั้นให้ระดับ D",
        "B": "อีกที่หนึ่งระบุ ผ่าน; ตามเอกสาร เกณฑ์ของปีนั้นให้ระดับ ต้องปรับปรุง",
    }


def test_the_scale_is_explained_with_what_it_gives_the_year(wrong):
    """The meaning of C comes with the remark that the total has not reached it."""
    assert " คะแนนตามเอกสารให้ระดับ D ตามเกณฑ์นี้" in page(wrong, "2563/")


@pytest.mark.parametrize(
    ("year", "level", "total", "reserved"),
    [
        (2563, "C", "64.68", "ตามเอกสาร เกณฑ์ของปีนั้นให้ระดับ D"),
        (2563, "D", "64.68", ""),
        (2567, "ผ่านดี", "93.71", ""),
        (2567, "B", "", ""),
        (None, "B", "10.00", ""),
    ],
)
def test_a_level_of_an_earlier_publication_has_its_reservation(year, level, total, reserved):
    """A level and a total that were published together once are compared, as far as a total decides."""
    assert reservation_of(level, total, shipped_edition(year) if year else None) == reserved


def test_home_and_the_year_name_both_totals(twice):
    """The card, the distance from the target and from last year, the table of years, the news and the picture."""
    for path in ("", "2565/"):
        assert "คะแนนรวมที่ระบุอีกแห่ง" in page(twice, path)
        assert "(ตามที่ระบุอีกแห่ง ถึงเป้าหมาย)" in page(twice, path)
        assert "(ตามที่ระบุอีกแห่ง เพิ่มขึ้น 6.60)" in page(twice, path)
    assert "ปี 2565 ได้ 84.40 (อีกที่หนึ่งระบุ 90.60) คะแนน" in page(twice, "")
    assert "(อีกที่หนึ่งระบุ 90.60)" in page(twice, "years/")
    card = next(one for one in share_cards(twice.results, Speech("arabic")) if one.page == "/2565/")
    assert card.state.endswith("(อีกที่หนึ่งระบุ 90.60 คะแนน)")


def test_everything_computed_from_one_list_names_the_other(twice):
    """Instruments, changes, bars, the whole loss and the distance to the next level."""
    scores, year = page(twice, "2565/scores/"), page(twice, "2565/")
    assert '84.00</data> <span class="ps-aside">(ตามที่ระบุอีกแห่ง 92.00)' in scores
    assert "ลดลง 10.00" in scores
    assert "(ตามที่ระบุอีกแห่ง เพิ่มขึ้น 30.00)" in scores
    assert "คะแนนย่อยชุดแรกในเอกสาร" in scores
    assert "ส่วนชุดที่ระบุอีกแห่งได้ 90.60 คะแนน ซึ่งอยู่ในระดับ A" in scores
    assert "ชุดแรกขาดไป 17.80 คะแนน ชุดที่ระบุอีกแห่งขาดไป 9.40 คะแนน" in year
    assert "60.00 / 90.00" in year
    assert "8.00 / 2.00" in year
    assert year.count('class="other"') >= 4
    assert "ระดับถัดไปคือ" not in scores  # which level is the next hangs on the total that is right


def test_the_next_level_names_the_base_and_what_each_list_gives():
    """For อบต.น้ำโมง 0.60 lacks from the printed 84.40, while one of the two lists is B and the other already A."""
    text = page(sites.checked(ROOT / "examples/nam-mong"), "2565/scores/")
    assert "จากคะแนนรวมตามเอกสาร 84.40 ระดับถัดไปคือ A ยังขาดอีก" in text
    assert "ได้ 80.96 คะแนน ซึ่งอยู่ในระดับ B ชุดที่ระบุอีกแห่งได้ 85.16 คะแนน ซึ่งอยู่ในระดับ A" in text


def test_machines_get_both_lists(twice):
    """The other list is in a place of its own, and the first one is not changed."""
    found = json.loads(twice.planned.files["content/data/2565/scores.json"])
    assert found["published"]["indicators"]["9"] == "60.00"
    assert found["otherwise"]["indicators"] == {"1": "100.00", "9": "90.00"}
    assert (found["computed"]["total"], found["otherwise"]["total"]) == ("82.20", "90.60")
    assert (found["published"]["level_verdict"], found["published"]["level_by_scale"]) == ("possible", ["A", "B"])
