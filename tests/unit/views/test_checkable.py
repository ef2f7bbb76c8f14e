"""The words of a page on the checks that a year calls for."""

from __future__ import annotations

from prongsai.analysis.results import analyse_site
from prongsai.blocks.edition import unchecked_of
from prongsai.loading.load_site import load_site
from prongsai.pages.plan import plan_pages, speech_of
from prongsai.pages.render import Renderer
from prongsai.wording.terms import ALWAYS
from unit.makers import SITE, write_files

RESULT = "total: 81.00\nlevel: ผ่าน\ninstruments: {IIT: 80.00, EIT: 82.00, OIT: 81.50}\n"
FILES = {
    **SITE,
    "data/2567/scores.yml": f"fiscal_year: 2567\n{RESULT}",
    "data/2569/scores.yml": f"fiscal_year: 2569\n{RESULT}",
    "data/2590/scores.yml": f"fiscal_year: 2590\n{RESULT}",
    "site_config/editions/2568.yml": "scheme: NACC-ITA\nfiscal_year: 2568\nbased_on: 2567\n",
    "data/2568/scores.yml": f"fiscal_year: 2568\n{RESULT}",
}


def pages_of(root):
    """The Markdown of the pages on the rules, by address."""
    results = analyse_site(load_site(write_files(root, FILES)).site)
    pages = list(plan_pages(results, ()))
    renderer = Renderer(frozenset(page.path for page in pages), speech_of(results))
    return {page.path: renderer.render(page) for page in pages if page.path.startswith("/methodology/")}


def test_what_cannot_be_checked_is_named_with_what_it_needs(tmp_path):
    """A half-known year names both, a year that is known says nothing of the kind."""
    by_year = {year.year: unchecked_of(year) for year in load_site(write_files(tmp_path, FILES)).site.years}
    assert by_year[2567] is None
    half = by_year[2569]
    assert [what for what, _ in half.missing] == ["ระดับผลการประเมิน"]
    assert [what for what, _ in half.bounded] == ["คะแนนรวม"]
    assert (half.partly, half.checked) == (("ชื่อเครื่องมือ",), (ALWAYS,))


def test_the_pages_on_the_rules_say_it(tmp_path):
    """On the page of the year, known in part or not at all, and by a link from the list of years."""
    pages = pages_of(tmp_path)
    for year, is_said in ((2567, False), (2569, True), (2590, True)):
        assert ("{ #unchecked }" in pages[f"/methodology/{year}/"]) is is_said
        assert (f"{year}/#unchecked" in pages["/methodology/"]) is is_said
    assert "จะตรวจได้เมื่อมีเอกสารยืนยันเกณฑ์ระดับผลการประเมิน" in pages["/methodology/2569/"]
    assert "คะแนนรวม ตรวจได้เพียงว่าอยู่ในช่วงที่คะแนนอื่นให้เป็นไปได้ จะตรวจได้ครบเมื่อ" in pages["/methodology/2569/"]


def test_rules_taken_from_another_year_are_said_to_be(tmp_path):
    """Facts that an agency takes over for a year never pass for facts of that year."""
    pages = pages_of(tmp_path)
    assert "ใช้ตามหลักเกณฑ์ปี 2567" in pages["/methodology/2568/"].translate(str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789"))
    assert "ใช้ตามหลักเกณฑ์ปี" not in pages["/methodology/2569/"]
