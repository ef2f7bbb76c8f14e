"""Respondents, weighted points, scores of units, ranks and means have their place on the page and in the open data."""

import re

from prongsai.pipeline.check import check_folder
from prongsai.thai.numerals import to_arabic
from unit.makers import SITE, write_files

SCORES = """fiscal_year: 2567
total: 90.00
rank: {value: 1524, scope: เทศบาลตำบล, also_stated: [{value: 76, scope: จังหวัด, at: ประกาศ}]}
ranks: [{value: 2, scope: อำเภอ, of: 8}]
means: [{among: จังหวัด, value: 88.5, at: หน้า 2}, {among: ประเภทเดียวกัน, value: 90.26, scope: ทต. ทั่วประเทศ}]
respondents: {IIT: 45, EIT: {count: 120, needed: 100}}
weighted: {IIT: 26.43, EIT: {value: 24.08, of: 30}}
unit_scores:
  - {unit: คลัง, score: 88.20, instrument: IIT}
  - {unit: งานพัสดุ, score: เอกสารไม่ได้ระบุ}
"""


def rows_of(files, name):
    """The lines of a table of the open data, without its head and the name of the agency."""
    text = files[f"content/data/tables/{name}.csv"].decode("utf-8-sig")
    return [line.rpartition(",")[0] for line in text.splitlines()[1:]]


def test_what_is_printed_next_to_the_scores_has_its_place(tmp_path):
    """Every number is said with what it counts; what a document does not print has no column."""
    site = {**SITE, "data/2567/scores.yml": SCORES}
    files = check_folder(write_files(tmp_path, site)).planned.files
    page = to_arabic(files["content/2567/scores/index.md"].decode())
    assert "ลำดับที่ 1,524 (เทศบาลตำบล) และลำดับที่ 76 (จังหวัด) และลำดับที่ 2 จาก 8 (อำเภอ)" in page
    near = re.sub(r"<[^>]*>", "", page)
    assert "88.5 คะแนน (ค่าเฉลี่ยของจังหวัด) คะแนนรวมสูงกว่า 1.50 คะแนน" in near
    assert "และ 90.26 คะแนน (ทต. ทั่วประเทศ) คะแนนรวมต่ำกว่า 0.26 คะแนน" in near
    assert page.index('id="t-respondents"') < page.index('id="t-unit-scores"')
    assert "จำนวนขั้นต่ำ" in page
    assert "จำนวนผู้มีสิทธิตอบ" not in page
    assert rows_of(files, "respondents") == ["2567,IIT,45,,,,", "2567,EIT,120,,,100,"]
    assert page.index(">24.08<") < page.index(">30<") < page.index('id="t-unit-scores"')
    assert rows_of(files, "weighted-points") == ["2567,IIT,26.43,,,,", "2567,EIT,24.08,,30,,"]
    assert rows_of(files, "unit-scores") == [
        "2567,1,finance,กองคลัง,IIT,88.20,,,",
        "2567,2,,งานพัสดุ,,,เอกสารไม่ได้ระบุ,,",
    ]
    assert rows_of(files, "ranks") == ["2567,1,1524,เทศบาลตำบล,,", "2567,2,76,จังหวัด,,ประกาศ", "2567,3,2,อำเภอ,8,"]
    assert rows_of(files, "means") == [
        "2567,1,province,จังหวัด,88.5,,เอกสารไม่ได้ระบุ,หน้า 2",
        "2567,2,same_kind,หน่วยงานประเภทเดียวกัน,90.26,,ทต. ทั่วประเทศ,",
    ]
    assert rows_of(files, "years")[0].startswith("2567,90.00,,")


def test_nothing_is_said_of_what_was_not_entered(tmp_path):
    """A year without these has no heading and no row of them."""
    files = check_folder(
        write_files(tmp_path, {**SITE, "data/2567/scores.yml": "fiscal_year: 2567\ntotal: 90.00\n"})
    ).planned.files
    page = files["content/2567/scores/index.md"].decode()
    assert not any(word in page for word in ("จำนวนผู้ตอบ", "ค่าเฉลี่ยของหน่วยงานอื่น", "หน่วยงานภายใน", "หน่วยงานใช้รายการ"))
    assert not any(
        f"content/data/tables/{name}.csv" in files for name in ("respondents", "unit-scores", "ranks", "means")
    )
