"""The figure of a question is called a share of people only where the rules of the year say that it is one."""

from __future__ import annotations

import pytest

from prongsai.analysis.results import analyse_site
from prongsai.loading.load_site import load_site
from prongsai.views.scores.questions import question_remark
from prongsai.views.speech import Speech
from unit.makers import SITE, write_files

SHARE = "มีคำตอบสองทาง ค่าจึงเท่ากับร้อยละของผู้ตอบทางที่ได้คะแนน"
OPEN = "เอกสารไม่ได้บอกว่าค่าเป็นคะแนนเฉลี่ยของคำตอบหรือเป็นร้อยละของผู้ตอบ"
UNTURNED = "ถ้าข้อใดถามในทางลบ เอกสารไม่ได้บอกว่ากลับคะแนนแล้วหรือไม่"
TURNED = "ถามในทางลบและให้คะแนนกลับด้าน ค่ายิ่งมากจึงยิ่งดี"


@pytest.mark.parametrize(
    ("year", "codes", "said"),
    [
        (2567, ("e9",), f"ข้อ e9 {SHARE} {UNTURNED}"),
        (2567, ("e9", "i10"), f"ข้อ e9 {SHARE} ข้ออื่น {OPEN} {UNTURNED}"),
        (2567, ("i10", "e1"), f"{OPEN} {UNTURNED}"),
        (2564, ("i9", "i1"), f"{OPEN} ข้อ i9 {TURNED}"),
        (2560, ("i1",), f"{OPEN} {UNTURNED}"),
    ],
)
def test_what_a_figure_is_follows_from_the_rules_of_the_year_or_is_left_open(tmp_path, year, codes, said):
    """Two answers make a share; a reversed question is named; of the others nothing is claimed."""
    listed = ", ".join(
        f"{{instrument: {'IIT' if code[0] == 'i' else 'EIT'}, code: {code}, score: 50}}" for code in codes
    )
    files = {**SITE, f"data/{year}/scores.yml": f"fiscal_year: {year}\nquestions: [{listed}]\n"}
    result = analyse_site(load_site(write_files(tmp_path, files)).site).years[year]
    assert question_remark(result, Speech("arabic", from_document=True)) == said
