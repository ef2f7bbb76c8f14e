"""Texts of the pictures of shared links are those of the pages, and what is not known is said to be unknown."""

from __future__ import annotations

import pytest

from prongsai.analysis.results import analyse_site
from prongsai.loading.load_site import load_site
from prongsai.views.share_cards import share_cards
from prongsai.views.speech import Speech
from unit import makers

THAI = Speech("thai", from_document=True)
SCORES = "fiscal_year: 2564\ntotal: {value: 77.85}\nlevel: {value: B}\n"
MEASURES = """fiscal_year: 2565
measures:
  - {id: m01, number: 1, title: มาตรการหนึ่ง}
  - {id: m02, title: มาตรการสอง}
"""
FOLLOW_UP = "fiscal_year: 2565\nreports:\n  - {measure: m01, status: done}\n"


def cards(tmp_path, files: dict[str, str], speech: Speech = THAI):
    """The cards of a small site by their paths."""
    site = load_site(makers.write_files(tmp_path, {**makers.SITE, **files})).site
    return {card.path: card for card in share_cards(analyse_site(site), speech)}


def test_a_result_is_a_figure_with_its_level(tmp_path):
    """Home and year show total and level as published, of the newest year that has a result."""
    found = cards(tmp_path, {"data/2564/scores.yml": SCORES, "data/2565/measures.yml": MEASURES})
    year, home = found["/share/2564.png"], found["/share/index.png"]
    assert (year.figure, year.unit, year.state) == ("๗๗.๘๕", "คะแนน", "ระดับ B")
    assert year.subject == home.subject == "ผลการประเมิน ITA ปีงบประมาณ พ.ศ. ๒๕๖๔"
    assert (home.page, home.figure) == ("/", "๗๗.๘๕")
    assert year.alt == "ผลการประเมิน ITA ปีงบประมาณ พ.ศ. ๒๕๖๔ ๗๗.๘๕ คะแนน ระดับ B เทศบาลตำบลทดสอบ"


@pytest.mark.parametrize(
    ("speech", "said"),
    [
        (THAI, "เอกสารที่ใช้จัดทำเว็บไซต์นี้ไม่ได้ระบุคะแนนรวมของปีงบประมาณ พ.ศ. ๒๕๖๕"),
        (Speech("arabic"), "ยังไม่ได้กรอกคะแนนรวมของปีงบประมาณ พ.ศ. 2565"),
    ],
)
def test_a_year_without_a_result_says_so(tmp_path, speech, said):
    """A total that is not known is no figure: the words of the page are in its place, with what there is."""
    year = cards(tmp_path, {"data/2565/measures.yml": MEASURES}, speech)["/share/2565.png"]
    assert (year.figure, year.text) == ("", said)
    assert year.state == f"กำหนดไว้ {speech.digits(2)} มาตรการ"


def test_a_measure_shows_its_title_and_status(tmp_path):
    """A measure without a report is never said to be not started."""
    found = cards(tmp_path, {"data/2565/measures.yml": MEASURES, "data/2565/follow-up.yml": FOLLOW_UP})
    first, second = found["/share/2565/m01.png"], found["/share/2565/m02.png"]
    assert (first.subject, first.text) == ("มาตรการที่ ๑ ปีงบประมาณ พ.ศ. ๒๕๖๕", "มาตรการหนึ่ง")
    assert (first.state, second.state) == ("สถานะ ดำเนินการแล้วเสร็จ", "สถานะ ยังไม่มีรายงานผล")
    assert second.subject == "มาตรการ ปีงบประมาณ พ.ศ. ๒๕๖๕"


def test_an_agency_without_name_is_called_by_its_site(tmp_path):
    """The name of the site is shown where the document names no agency."""
    files = {"site_config/agency.yml": "name: เอกสารไม่ได้ระบุ\n", "data/2565/measures.yml": MEASURES}
    assert {card.agency for card in cards(tmp_path, files).values()} == {"เว็บไซต์ทดสอบ"}


def test_a_site_without_years_has_no_picture(tmp_path):
    """Before anything is entered there is nothing that a picture could say."""
    assert cards(tmp_path, {}) == {}
