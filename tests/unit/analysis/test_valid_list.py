"""Of two lists that a document prints both are said; the one that the agency holds valid becomes the stated one."""

import pytest

from prongsai.analysis.lost_points import lost_by_indicator, lost_otherwise
from prongsai.analysis.readings import other_values, readings_of
from prongsai.analysis.results import analyse_site
from prongsai.loading.load_site import load_site
from prongsai.model.valid_list import is_in_list
from prongsai.pipeline.check import check_folder
from prongsai.thai.numerals import to_arabic
from unit.makers import SITE, check_files, codes_of, write_files

EDITION = """scheme: TEST
fiscal_year: 2565
target: {score: 85}
instruments: {IIT: {name: ใน, weight: 50}, EIT: {name: นอก, weight: 50}}
indicators: {1: {name: หนึ่ง, instrument: IIT}, 2: {name: สอง, instrument: EIT}}
levels: [{name: A, total_from: 85}, {name: B, total_from: 0}]
"""
SCORES = """fiscal_year: 2565
total: 84.00
indicators:
  1: {value: 80, at: ตารางที่ 1 แถว 1, also_stated: [{value: 90, at: ตารางที่ 2 แถว 1}, {value: 90, at: จุดแข็ง}]}
  2: {value: 84, at: ตารางที่ 1 แถว 2, also_stated: [{value: 84, at: ตารางที่ 2 แถว 2}]}
"""
CHOSEN = f"{SCORES}valid_list: {{at: ตารางที่ 2, because: ตรงกับประกาศ}}\n"
FILES = {**SITE, "site_config/editions/2565.yml": EDITION}


def result_of(root, scores):
    """The one year of a site with these scores."""
    site = load_site(write_files(root, {**FILES, "data/2565/scores.yml": scores})).site
    return analyse_site(site).years[2565]


def test_without_a_choice_both_are_said(tmp_path):
    """Total, loss and target follow the first list and name what the other gives; nothing is said one-sidedly."""
    result = result_of(tmp_path, SCORES)
    assert other_values(result.year.scores) == {"1": 90}
    assert [float(one.points) for one in lost_by_indicator(result)] == [10.0, 8.0]
    assert {key: float(one.points) for key, one in lost_otherwise(result).items()} == {"1": 5.0}
    files = check_folder(tmp_path).planned.files
    year = to_arabic(files["content/2565/index.md"].decode())
    assert (
        "84.00 คะแนน และระบุคะแนนตัวชี้วัดไว้สองชุด คำนวณทวนจากชุดแรกได้ 82.00 คะแนน ซึ่งอยู่ในระดับ B ตัวเลขในเอกสารสูงกว่า 2.00"
        in year
    )
    assert "ส่วนชุดที่ระบุอีกแห่งได้ 87.00 คะแนน ซึ่งอยู่ในระดับ A ตัวเลขในเอกสารต่ำกว่า 3.00 คะแนน" in year
    assert "(ตามที่ระบุอีกแห่ง 5.00)" in year
    assert "(ตามที่ระบุอีกแห่ง ถึงเป้าหมาย)" in year
    assert year.count("อีกแห่งหนึ่งระบุไว้ต่างกัน คือ ตัวชี้วัดที่ 1 เป็น 90") == 1  # the second chart has both in its table
    assert "หน่วยงานใช้รายการ" not in files["content/2565/scores/index.md"].decode()


def test_the_valid_list_is_the_stated_one_and_the_other_is_named(tmp_path):
    """All follows the chosen list; the other is still on the page of scores, with the reason of the agency."""
    result = result_of(tmp_path, CHOSEN)
    first = result.year.scores.indicators["1"]
    assert (first.value, first.at) == (90, "ตารางที่ 2 แถว 1")
    assert [(one.value, one.at) for one in first.also_stated] == [(80, "ตารางที่ 1 แถว 1"), (90, "จุดแข็ง")]
    assert (readings_of(result.year.scores), lost_otherwise(result)) == (({"1": 90, "2": 84},), {})
    assert str(result.computed.total) == "87.00"
    files = check_folder(tmp_path).planned.files
    scores, year = (to_arabic(files[f"content/2565/{name}index.md"].decode()) for name in ("scores/", ""))
    assert "หน่วยงานใช้รายการในตารางที่ 2 เหตุผล: ตรงกับประกาศ" in scores
    assert "(อีกที่หนึ่งระบุ 80)" in scores
    assert "อีกแห่ง" not in year


@pytest.mark.parametrize(
    ("scores", "code", "found"),
    [
        (SCORES, "stated-twice-differently", True),
        (CHOSEN, "stated-twice-differently", False),
        (SCORES, "total-by-other-figures", True),
        (CHOSEN, "total-by-other-figures", False),
        (CHOSEN, "valid-list-not-there", False),
        (CHOSEN.replace("at: ตารางที่ 2,", "at: ตารางที่ 3,"), "valid-list-not-there", True),
        (f"{SCORES}ranks: [{{value: 3, scope: จังหวัด, of: 9}}]\n", "rank-beyond-group", False),
        (f"{SCORES}ranks: [{{value: 9, scope: จังหวัด, of: 3}}]\n", "rank-beyond-group", True),
    ],
)
def test_rules_go_by_the_chosen_list(tmp_path, scores, code, found):
    """Nothing that the agency has decided is asked again; a list that is nowhere is."""
    assert (code in codes_of(check_files(tmp_path, {**FILES, "data/2565/scores.yml": scores}))) == found


def test_a_place_is_in_a_list_whose_place_it_continues():
    """Blanks do not count, and page 2 is not page 21."""
    assert is_in_list("ตารางที่ 2 แถว 1", "ตารางที่2")
    assert is_in_list("หน้า 2", "หน้า 2")
    assert not any(is_in_list(place, "หน้า 2") for place in ("หน้า 21", "ตาราง หน้า 2", "", None))
