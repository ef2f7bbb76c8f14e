"""The memo on its page and on paper: composed once, and nothing of it is lost on either."""

from __future__ import annotations

import pytest

from paper.texts import find_texts
from prongsai.analysis.results import analyse_site
from prongsai.blocks.memo import memo_blocks
from prongsai.blocks.scope import Scope
from prongsai.loading.load_site import load_site
from prongsai.pages.plan import plan_pages, speech_of
from prongsai.pages.render import Renderer
from prongsai.paper.plan import plan_documents
from unit.makers import SITE, write_files

FULL = """fiscal_year: 2565
background: [เรื่องเดิมว่า]
facts: [ข้อเท็จจริงว่า]
points: [ประเด็นหนึ่ง, ประเด็นสอง]
nacc_advice: [ควรเผยแพร่]
closing: จึงเรียนมา
signatories: [{office: หัวหน้าสำนักปลัด, acting_for: แทนปลัด}, {office: นายกเทศมนตรี}]
comment: ทราบ
"""
SAID = ["เรื่องเดิมว่า", "ประเด็นหนึ่ง", "ประเด็นสอง", "ควรเผยแพร่", "จึงเรียนมา", "หัวหน้าสำนักปลัด", "แทนปลัด", "นายกเทศมนตรี", "ทราบ"]


def shown(root, memo: str) -> tuple[str, list[str]]:
    """A memo as the Markdown of its page, and as the texts of its paper."""
    site = SITE["site_config/site.yml"] + "documents: on\n"
    files = {**SITE, "site_config/site.yml": site, "data/2565/memo.yml": memo}
    results = analyse_site(load_site(write_files(root, files)).site)
    speech, pages = speech_of(results), plan_pages(results, ())
    [page] = [one for one in pages if one.path == "/2565/memo/"]
    [paper] = [one for one in plan_documents(results, (), speech) if one.kind == "memo"]
    return Renderer(frozenset(one.path for one in pages), speech).render(page), list(find_texts(paper))


def test_page_and_paper_say_the_same(tmp_path):
    """Every text of a full memo is on both, in the order of the memo but for who signs last."""
    page, paper = shown(tmp_path, FULL)
    assert [text for text in SAID if text not in page] == []
    assert [text for text in SAID if text not in paper] == []
    assert paper[-1] == "นายกเทศมนตรี"  # the head of a local government signs below the own comment


@pytest.mark.parametrize("said", ["facts: [ข้อเท็จจริงว่า]\n", ""])
def test_points_are_shown_with_or_without_facts_before_them(tmp_path, said):
    """They are under the heading of the facts, which is there for their sake alone too."""
    page, paper = shown(tmp_path, f"fiscal_year: 2565\n{said}points: [ประเด็นหนึ่ง, ประเด็นสอง]\n")
    assert '<h2 id="facts">ข้อเท็จจริง</h2>' in page
    assert "<li>ประเด็นสอง</li>" in page
    assert paper.index("ข้อเท็จจริง") < paper.index("ประเด็นหนึ่ง") < paper.index("ประเด็นสอง")


def test_what_is_not_entered_is_said_on_the_page_and_left_open_on_paper(tmp_path):
    """A reader learns that it is missing; who signs has room to fill it in."""
    page, paper = shown(tmp_path, "fiscal_year: 2565\n")
    assert page.count("เอกสารไม่ได้ระบุ") == len(("closing", "comment")) + page.count("<dt>") == 10
    assert "เอกสารไม่ได้ระบุ" not in paper


def test_a_year_without_a_memo_has_no_letter(tmp_path):
    """There is nothing to compose."""
    files = {**SITE, "data/2565/measures.yml": "fiscal_year: 2565\nmeasures: [{id: m01, number: 1, title: ก}]\n"}
    results = analyse_site(load_site(write_files(tmp_path, files)).site)
    [result] = results.years.values()
    assert list(memo_blocks(Scope(results, result, (), speech_of(results)))) == []
