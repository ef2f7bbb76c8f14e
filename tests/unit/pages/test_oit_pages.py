"""The Markdown of the pages of OIT items: their permanent ids, and what they say of items nobody registered."""

import re

import pytest

from prongsai.analysis.results import analyse_site
from prongsai.loading.load_site import load_site
from prongsai.pages.anchors import declared_fragments
from prongsai.pages.plan import plan_pages, speech_of
from prongsai.pages.render import Renderer
from prongsai.problems import Where, problem
from unit.makers import SITE, write_files

REGISTER = """fiscal_year: 2564
items:
  O2:
    answer: has
    unit: finance
    links:
      - url: https://www.example.go.th/a
        explanation: [ขั้นที่หนึ่ง, ขั้นที่สอง]
        click_path: [หน้าแรก, เมนูข้อมูล]
    elements: {contact: {place: ท้ายหน้า, at: "https://www.example.go.th/a#contact"}, photo: {missing: true}}
"""
MEASURES = "fiscal_year: 2564\nfrom_fiscal_year: 2563\nmeasures: [{id: m1, title: ก}]\n"
REPORTS = "fiscal_year: 2564\nreports: [{measure: m1, status: done}]\n"
ANALYSIS = """fiscal_year: 2564
development_points:
  - {item: O2, assessed: [เรื่องที่หนึ่ง], improve: [ปรับปรุงอย่างที่หนึ่ง]}
  - {item: O2, assessed: [เรื่องที่สอง], improve: [ปรับปรุงอย่างที่สอง]}
"""
FILES = {"data/2564/oit.yml": REGISTER, "data/2564/measures.yml": MEASURES, "data/2564/follow-up.yml": REPORTS}
FILES["data/2564/analysis.yml"] = ANALYSIS
PROBLEM = problem("oit-element-missing", Where("data/2564/oit.yml", 1, 1), year=2564, item="O2", names="x", key="photo")


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    """The Markdown of every page of a small site with a register of one item, by address."""
    results = analyse_site(load_site(write_files(tmp_path_factory.mktemp("site"), {**SITE, **FILES})).site)
    planned = plan_pages(results, (PROBLEM,))
    renderer = Renderer(frozenset(page.path for page in planned), speech_of(results))
    return {page.path: renderer.render(page) for page in planned}


def test_the_index_keeps_an_id_for_every_item(pages):
    """Each item is under the id that it always had, and each sub-indicator under its own."""
    ids = declared_fragments(pages["/2564/oit/"])
    assert {f"o{number}" for number in range(1, 44)} <= ids
    assert {"readiness", "s9-1", "s10-2"} <= ids


def test_the_index_leads_to_every_item(pages):
    """Each line leads to the page of its item, and the items that wait to their lines on the same page."""
    links = re.findall(r'<th scope="row"><a href="(o[^"]*)">', pages["/2564/oit/"])
    assert links == [f"o{number}/" for number in range(1, 44)]
    assert 'href="#o2"' in pages["/2564/oit/"].partition("## ความพร้อม")[2].partition("## ")[0]


def test_the_neighbours_are_next_to_the_title(pages):
    """Above the title and again at the end, in the same order; the first item has none before it."""
    above, title, _ = pages["/2564/oit/o2/"].partition("# ข้อ O2")
    assert title
    assert re.findall(r'rel="(prev|next)" href="([^"]*)"', above) == [("prev", "../o1/"), ("next", "../o3/")]
    first = pages["/2564/oit/o1/"].partition("# ข้อ O1")[0]
    assert re.findall(r'rel="(prev|next)" href="([^"]*)"', first) == [("next", "../o2/")]


def test_an_item_page_has_ids_for_its_parts(pages):
    """Findings, answer, elements and each single element can be linked to."""
    ids = declared_fragments(pages["/2564/oit/o2/"])
    assert {"findings", "answer", "elements", "e-contact", "e-photo", "e-name"} <= ids


def test_an_item_page_tells_the_steps_to_each_link(pages):
    """The explanation and the click path are lists of steps on the item's page; the index has the link alone."""
    page = pages["/2564/oit/o2/"]
    assert "<li>ขั้นที่หนึ่ง</li><li>ขั้นที่สอง</li>" in page
    assert "<li>หน้าแรก</li><li>เมนูข้อมูล</li>" in page
    index = pages["/2564/oit/"]
    assert '<a href="https://www.example.go.th/a">เปิดดู</a>' in index
    assert "ขั้นที่หนึ่ง" not in index


def test_points_for_development_of_an_item_are_below_one_heading(pages):
    """However many there are, so that the id of the heading is on the page once."""
    page = pages["/2564/oit/o2/"]
    assert page.count("{ #development }") == 1
    assert re.findall("ปรับปรุงอย่างที่(หนึ่ง|สอง)", page.partition("{ #development }")[2]) == ["หนึ่ง", "สอง"]


def test_what_is_missing_is_said_with_who_is_responsible(pages):
    """In the words of the check on the item's page; the index says that something is and how many are there."""
    said = "ข้อ O2 ยังขาดข้อมูลที่ต้องแสดง คือ x ข้อนี้อาจไม่ได้คะแนน"
    assert '<i class="ps-sr">ยังต้องแก้ไข</i>' in pages["/2564/oit/"]
    assert said in pages["/2564/oit/o2/"]
    below_strip = pages["/2564/oit/o2/"].partition('<nav class="ps-yearnav"')[2]
    assert "ผู้รับผิดชอบ: กองคลัง" in below_strip.partition("<dl")[0]


def test_an_item_that_nobody_registered_has_a_page_that_says_so(pages):
    """It has its neighbours, the state and what it must show, without any tick."""
    page = pages["/2564/oit/o8/"]
    assert "เอกสารที่ใช้จัดทำเว็บไซต์นี้ไม่ได้ระบุคำตอบของข้อนี้" in page  # as the sheet says of a site from a document
    assert 'rel="prev" href="../o7/"' in page
    assert 'rel="next" href="../o9/"' in page
    assert 'id="e-two-way"' in page
    assert "ps-ticks" not in page


def test_own_pages_say_which_item_of_which_year_they_answer(pages):
    """The measures and the report of the year, the second continuing from the first."""
    assert "หน้านี้ตอบข้อ O42 ของปีงบประมาณ พ.ศ. ๒๕๖๔" in pages["/2564/measures/"]
    follow_up = pages["/2564/follow-up/"]
    assert "หน้านี้ตอบข้อ O43 ของปีงบประมาณ พ.ศ. ๒๕๖๔ สืบเนื่องจาก" in follow_up
    assert 'href="../measures/">ข้อ O42 ของปีงบประมาณ พ.ศ. ๒๕๖๔</a>' in follow_up
    assert 'id="m1"' in follow_up
