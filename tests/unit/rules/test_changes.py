"""Changes from year to year as documents print them, against the scores and against their own cells."""

import pytest

from unit.makers import check_files

BEFORE = """fiscal_year: 2563
total: 80.00
instruments: {IIT: 90.00, EIT: 75.00}
indicators: {9: 70.00, 10: 60.00, 1: 90.00}
"""
NOW = """fiscal_year: 2564
total: 82.50
instruments: {IIT: 88.00, EIT: 75.00}
indicators: {9: 80.00, 10: 40.00, 1: 88.00}
"""


def found(root, files, code):
    """The values of the problems of a code."""
    return [one.values for one in check_files(root, files) if one.code == code]


def words(root, keys, before=BEFORE, now=NOW):
    """The rows whose word of change is wrong, each with the right one."""
    files = {
        "data/2563/scores.yml": before,
        "data/2564/scores.yml": f"{now}comparison: {{with_year: 2563, changes: {{{keys}}}}}\n",
    }
    return [(one["what"], one["expected"]) for one in found(root, files, "change-word-wrong")]


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("IIT: เพิ่มขึ้น, EIT: เพิ่มขึ้น, total: เพิ่มขึ้น", [("แบบ IIT", "ลดลง"), ("แบบ EIT", "เท่าเดิม")]),
        ("IIT: ลดลง, EIT: เท่าเดิม, total: เพิ่มขึ้น", []),
        ("total: ลดลง", [("คะแนนรวม", "เพิ่มขึ้น")]),
        ("1: เพิ่มขึ้น", [("ตัวชี้วัดที่ 1", "ลดลง")]),
        ("OIT: เพิ่มขึ้น", [("แบบ OIT", "ลดลง")]),
        ("OIT: ลดลง", []),
        ("level: เพิ่มขึ้น, 5: เพิ่มขึ้น", []),
    ],
)
def test_an_instrument_that_falls_is_not_said_to_rise(tmp_path, keys, expected):
    """Indicators, instruments and the total; an instrument that nobody stated is judged by its indicators."""
    assert words(tmp_path, keys) == expected


def test_a_word_that_fits_either_of_two_statements_is_right(tmp_path):
    """Nobody knows of which of two scores of a year the word speaks."""
    twice = NOW.replace("IIT: 88.00", "IIT: {value: 88.00, also_stated: [{value: 91.00, at: หน้า 4}]}")
    assert words(tmp_path / "a", "IIT: เพิ่มขึ้น", now=twice) == []
    assert words(tmp_path / "b", "IIT: เท่าเดิม", now=twice) == [("แบบ IIT", "ลดลง")]


def test_an_instrument_that_hardly_moved_is_not_judged_by_its_indicators(tmp_path):
    """The printed score may be rounded on another way."""
    hardly = NOW.replace("10: 40.00", "10: 50.01")
    assert words(tmp_path, "OIT: ลดลง", now=hardly) == []


HEADS = "[รายการ, ปี 2563, ปี 2564, ผลต่าง]"


def table(root, row, heads=HEADS, place="analysis"):
    """The difference that is expected of one printed row."""
    section = f"{{id: t, title: ตาราง, table: {{caption: ผลเทียบ, columns: {heads}, rows: [{row}]}}}}"
    files = {f"data/2564/{place}.yml": f"fiscal_year: 2564\nsections: [{section}]\n"}
    return [one["expected"] for one in found(root, files, "change-differs")]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ('[IIT, "83.10", "88.40", "5.30"]', []),
        ('[IIT, "83.10", "88.40", "+5.30"]', []),
        ("[IIT, ๘๓.๑๐, ๘๘.๔๐, เพิ่มขึ้น ๕.๓๐ คะแนน]", []),
        ('[IIT, "83.10", "88.40", เพิ่มขึ้น 6.38%]', []),
        ('[IIT, "83.10", "88.40", "5.31"]', []),
        ('[IIT, "88.40", "83.10", "(5.30)"]', []),
        ('[IIT, "88.40", "83.10", ลดลง 5.30]', []),
        ('[งบ, "1,200,000", "900,000", "-300,000"]', []),
        ('[งบ, "1,200,000", "900,000", ร้อยละ 25]', []),
        ('[IIT, "83.10", "88.40", ดีขึ้นมาก]', []),
        ('[IIT, "83.10", "-", "5.30"]', []),
        ('[IIT, "83.10", "88.40", ช่องว่าง]', []),
        ('[IIT, "83.10", "88.40", "3.50"]', ["5.30"]),
        ('[IIT, "83.10", "88.40", "-5.30"]', ["5.30"]),
        ('[IIT, "88.40", "83.10", เพิ่มขึ้น 5.30]', ["-5.30"]),
        ('[IIT, "83.10", "88.40", เพิ่มขึ้น 9.12%]', ["5.30"]),
        ('[งบ, "1,200,000", "900,000", "-30,000"]', ["-300000.00"]),
    ],
)
def test_a_printed_change_is_the_difference_of_its_row(tmp_path, row, expected):
    """In points or per cent, with a sign, a word or brackets; rounding of every printed number is allowed for."""
    assert table(tmp_path, row) == expected


@pytest.mark.parametrize(
    ("heads", "expected"),
    [
        ("[รายการ, ปี 2564, ปี 2563, เพิ่ม/ลด]", ["-5.30"]),
        ("[รายการ, พ.ศ. ๒๕๖๓, พ.ศ. ๒๕๖๔, การเปลี่ยนแปลง]", ["5.30"]),
        ("[รายการ, ก่อน, หลัง, ผลต่าง]", []),
        ("[รายการ, ปี 2563, ปี 2564, เป้าหมาย]", []),
        ("[รายการ, ปี 2563, ปี 2564, เพิ่มขึ้นจากปี 2563]", []),
    ],
)
def test_the_years_of_the_columns_are_known_by_their_heads(tmp_path, heads, expected):
    """In any order; without two years and a change nothing is compared."""
    assert table(tmp_path, '[IIT, "83.10", "88.40", "2.20"]', heads, "measures") == expected


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ('[9. การเปิดเผยข้อมูล, "70.00", "80.00", เพิ่มขึ้น]', []),
        ('[9. การเปิดเผยข้อมูล, "70", "80.0", เพิ่มขึ้น]', []),
        ('[9. การเปิดเผยข้อมูล, "70.00", "88.00", เพิ่มขึ้น]', [("ตัวชี้วัดที่ 9", "2564", "80.00")]),
        ('[แบบ IIT, "99.00", "88.00", ลดลง]', [("แบบ IIT", "2563", "90.00")]),
        ('[คะแนนรวม, "80.00", "28.50", เพิ่มขึ้น]', [("คะแนนรวม", "2564", "82.50")]),
        ('[5. การแก้ไขปัญหาการทุจริต, "70.00", "88.00", เพิ่มขึ้น]', []),
        ('[9. การเปิดเผยข้อมูล, "70.00 (ปรับใหม่)", "-", เพิ่มขึ้น]', []),
        ('[ระดับ, "A", "B", ช่องว่าง]', []),
    ],
)
def test_a_compared_score_is_one_that_is_stated_for_its_year(tmp_path, row, expected):
    """To as many decimals as the cell prints; a score that nobody stated is not judged."""
    columns = "[ตัวชี้วัด, ปี 2563, ปี 2564, การเปลี่ยนแปลง]"
    comparison = f"comparison: {{with_year: 2563, table: {{caption: ก, columns: {columns}, rows: [{row}]}}}}\n"
    files = {"data/2563/scores.yml": BEFORE, "data/2564/scores.yml": NOW + comparison}
    problems = found(tmp_path, files, "compared-score-differs")
    assert [(one["what"], one["of_year"], one["stated"]) for one in problems] == expected
