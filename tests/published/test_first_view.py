"""Faults that a first look must not meet: names said twice, marks in colour alone, numbers side by side."""

from __future__ import annotations

import re

import pytest

import sites
from prongsai.pages.plan import plan_pages, speech_of
from prongsai.pages.render import Renderer
from published.rendered import FOLDERS, ROOT, rendered
from unit.pages.reading import read_html

_HEADING = re.compile(r"^#{2,3} (.+?) \{ #[a-z0-9-]+ \}$", re.MULTILINE)


@pytest.mark.parametrize("name", list(FOLDERS))
def test_tables_of_a_page_have_names_of_their_own(name):
    """People who go from region to region by ear can tell them apart."""
    for path, page in rendered(name).pages.items():
        captions = [one.text for one in page.all("caption")]
        assert len(captions) == len(set(captions)), path


def test_no_heading_is_said_again_by_the_table_below_it():
    """The pages of scores of all sites: a heading and the name of its table say two things."""
    for folder in (*FOLDERS.values(), ROOT / "examples" / "model"):
        checked = sites.checked(folder)
        pages = [one for one in plan_pages(checked.results, checked.problems) if one.path.endswith("/scores/")]
        renderer = Renderer(frozenset(one.path for one in pages), speech_of(checked.results))
        for page in pages:
            body = renderer.render(page)
            captions = {one.text.strip() for one in read_html(body.partition("\n---\n")[2]).all("caption")}
            assert not captions & set(_HEADING.findall(body)), page.path


def test_an_item_without_points_says_so_in_words():
    """Nine of the 43 rows of 2564, where a colour alone would say nothing to some."""
    rows = rendered("mueang-klaeng").rows("/2564/scores/", "items")
    assert [row[1].endswith("ไม่ได้คะแนน") for row in rows].count(True) == 9
    assert all(row[1].startswith("0.00") == row[1].endswith("ไม่ได้คะแนน") for row in rows)


@pytest.mark.parametrize("name", ["nam-mong", "don", "mueang-klaeng"])
def test_a_plan_alone_is_no_agency_without_reports(name):
    """Home, the year and follow-up say that documents which only plan are silent on results, and draw no status."""
    pages, said = rendered(name).texts, "เอกสารที่ใช้จัดทำเว็บไซต์นี้ไม่ได้ระบุผลการดำเนินการ"
    year = {"nam-mong": 2565, "don": 2568, "mueang-klaeng": 2565}[name]
    assert said in pages["/"]
    assert f"{said}ของปีงบประมาณพ.ศ.{year}" in pages[f"/{year}/follow-up/"]
    assert "ยังไม่มีรายงานผล" not in pages["/"]
    assert "ผลการดำเนินการ" in pages[f"/{year}/"]
    assert "ยังไม่มีรายงานผล" not in pages[f"/{year}/"]


def test_scores_are_before_how_they_are_recomputed():
    """The scores are the first thing that whoever looks for them meets."""
    text = rendered("don").texts["/2567/scores/"]
    assert text.index("รายเครื่องมือ") < text.index("รายตัวชี้วัด") < text.index("คะแนนที่เว็บไซต์นี้คำนวณทวน")


def test_no_status_is_the_head_of_another_column():
    """A printed head that is also the word of a status is reported below the table as the head that it is."""
    heads = rendered("phu-wong").heads("/2566/follow-up/", "follow-up")
    assert "ดำเนินการแล้วเสร็จ" not in heads
    assert "(2)หลักฐาน" in heads
    assert "(2)หลักฐานคือช่อง“ดำเนินการแล้วเสร็จ”" in rendered("phu-wong").texts["/2566/follow-up/"]
