"""Written text checked against figures, names and itself: what is wrong is found, what is right is left alone."""

import pytest

from prongsai.prose import (
    bound_rules,
    change_rules,
    computed_rules,
    end_rules,
    lists,
    measure_rules,
    member_rules,
    names,
    rank_rules,
    score_rules,
    wording,
)
from unit.makers import check_files

OWN = {
    *("prose-total", "prose-instrument", "prose-indicator-score", "prose-level", "prose-rank", "prose-direction"),
    *("prose-extreme", "prose-extreme-tie", "prose-extreme-score", "prose-threshold", "prose-count", "prose-target"),
    *("prose-agency-name", "prose-district", "prose-province", "prose-indicator-name", "item-called-indicator"),
    *("self-reference", "tense", "doubled-sentence", "template-residue", "letter-spacing"),
}
AGENCY = {"site_config/agency.yml": "name: เทศบาลตำบลสมมุติ\ntype: เทศบาลตำบล\ndistrict: หนึ่งสมมุติ\nprovince: สองสมมุติ\n"}
EARLIER = (
    "fiscal_year: 2563\ntotal: 64.68\nlevel: D\nrank: {value: 2000, scope: ทุกแห่ง}\n"
    "instruments: {IIT: 97.29, EIT: 72.23, OIT: 34.51}\n"
    "indicators: {1: 97.70, 2: 96.83, 3: 98.00, 4: 96.04, 5: 97.87, "
    "6: 69.20, 7: 76.24, 8: 71.24, 9: 50.26, 10: 18.75}\n"
)
NOW = (
    "fiscal_year: 2564\ntotal: 77.85\nlevel: B\nrank: {value: 1234, scope: ทุกแห่ง}\n"
    "instruments: {IIT: 96.62, EIT: 77.13, OIT: 64.30}\n"
    "indicators: {1: 99.77, 2: 86.84, 3: 99.18, 4: 97.63, 5: 99.67, "
    "6: 75.53, 7: 81.67, 8: 74.18, 9: 84.84, 10: 43.75}\n"
)
SCORES = {"data/2563/scores.yml": EARLIER, "data/2564/scores.yml": NOW}
TWO_LISTS = (
    "fiscal_year: 2564\nindicators:\n  1: 80\n  2: 80\n  3: 86\n  4: 75\n"
    "  5: {value: 85, also_stated: [{value: 95, at: ก}]}\n"
    "  6: 84\n  7: {value: 74, also_stated: [{value: 69, at: ก}]}\n  8: 85\n  9: 80\n  10: 80\n"
)

RULES = tuple(
    rule
    for module in (
        *(score_rules, rank_rules, change_rules, end_rules, member_rules, bound_rules, computed_rules, measure_rules),
        *(lists, names, wording),
    )
    for rule in module.RULES
)


def own(tmp_path, files):
    """The codes that the rules on written text find, with their values and lines."""
    found = [one for one in check_files(tmp_path, {**AGENCY, **SCORES, **files}) if one.code in OWN]
    assert all(one.where.line and one.year for one in found)
    return found


def analysis(text, key="findings"):
    """An analysis of 2564 with one text."""
    return {"data/2564/analysis.yml": f"fiscal_year: 2564\n{key}:\n  - {text}\n"}


def measures(step):
    """Measures of 2565 with one step."""
    return {
        "data/2565/measures.yml": (
            "fiscal_year: 2565\nfrom_fiscal_year: 2564\nmeasures:\n"
            f"  - id: m01\n    title: มาตรการ\n    steps: [{step}]\n"
        )
    }


def codes(found):
    """Just the codes."""
    return [one.code for one in found]


@pytest.mark.parametrize(
    "text",
    [
        "แบบตรวจการเปิดเผยข้อมูลสาธารณะ (OIT) ของเทศบาลตำบลสมมุติ มีคะแนนต่ำสุด (ร้อยละ ๖๔.๓๐)",
        "แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายใน (IIT) มีคะแนนสูงสุด (ร้อยละ ๙๖.๖๒)",
        (
            "เทศบาลตำบลสมมุติได้รับผลการประเมินประจำปีงบประมาณ พ.ศ. ๒๕๖๔ อยู่ในระดับ B (๗๗.๘๕ คะแนน) "
            "เพิ่มขึ้นจากประจำปีงบประมาณ พ.ศ. ๒๕๖๓ ที่อยู่ในระดับ D (๖๔.๖๘ คะแนน)"
        ),
        "คะแนนรวม 77.85 คะแนน ระดับ B ต่ำกว่าค่าเป้าหมาย 85 คะแนนอยู่ 7.15 คะแนน และอยู่ในลำดับที่ 1,234 ของหน่วยงาน",
        "ลำดับที่ 1,234 ของหน่วยงานประเภทเทศบาลตำบล ดีขึ้นจากลำดับที่ 2,000 ในปีก่อน",
        "ตัวชี้วัดที่ 2 การใช้งบประมาณ ลดลงจาก 96.83 คะแนน เป็น 86.84 คะแนน",
        "ตัวชี้วัดการป้องกันการทุจริต โดยรวมได้คะแนนเท่ากับร้อยละ 43.75",
        "ตัวชี้วัดที่ ๑ การปฏิบัติหน้าที่ (ปี พ.ศ. ๒๕๖๓ ได้คะแนน ๙๗.๗๐ / ปี พ.ศ. ๒๕๖๔ ได้คะแนน ๙๙.๗๗)",
        "ตัวชี้วัดที่ได้ผลการประเมินมากที่สุด คือ ตัวชี้วัดที่ ๑ การปฏิบัติหน้าที่",
        "แบบวัด EIT เพิ่มขึ้น และแบบวัด IIT ลดลง",
        "ตัวชี้วัดเพิ่มขึ้น 9 ตัวชี้วัด ลดลง 1 ตัวชี้วัด คือ ตัวชี้วัดที่ 2",
        "ตัวชี้วัดที่ได้คะแนนน้อยกว่า ๘๐ คะแนน จำนวน ๓ ตัวชี้วัด คือ ตัวชี้วัดที่ ๖, ๘ และ ๑๐",
        "คะแนนสูงสุด ๙๙.๗๗ คะแนน",
        "เป้าหมายให้หน่วยงานร้อยละ ๘๐ ได้ผลคะแนน ๘๕ คะแนนขึ้นไป",
        "หากคะแนนรวมเพิ่มขึ้นเป็น 85 คะแนน ผลจะอยู่ในระดับ A",
        "จำนวนผู้ตอบแบบวัด EIT ลดลงจาก 164 คน เป็น 118 คน",
        "ตัวชี้วัดที่ ๔ การใช้ทรัพย์สินของทางราชการ และตัวชี้วัดที่ ๘ การปรับปรุงการทำงาน",
        "ตัวชี้วัดย่อยที่ ๙.๑ ข้อมูลพื้นฐาน",
        "เทศบาลตำบลสมมุติ อำเภอหนึ่งสมมุติ จังหวัดสองสมมุติ และเทศบาลตำบลอื่นในอำเภอ",
        "ที่ว่าการอำเภออื่น จังหวัดอื่น",
    ],
)
def test_what_is_right_is_left_alone(tmp_path, text):
    """Right sentences of every kind give no problem, in an analysis and in a memo."""
    quoted = "'" + text + "'"
    assert own(tmp_path / "a", analysis(quoted)) == []
    assert own(tmp_path / "b", {"data/2564/memo.yml": f"fiscal_year: 2564\nfacts: [{quoted}]\n"}) == []


@pytest.mark.parametrize(
    ("text", "code", "values"),
    [
        ("ได้คะแนนรวม ๗๗.๕๘ คะแนน", "prose-total", {"found": "77.58", "expected": "77.85", "of_year": "2564"}),
        ("ปีงบประมาณ พ.ศ. ๒๕๖๓ ได้คะแนนรวม ๗๗.๘๕ คะแนน", "prose-total", {"expected": "64.68", "of_year": "2563"}),
        (
            "แบบวัด OIT มีคะแนนต่ำสุด (ร้อยละ ๔๓.๗๕)",
            "prose-instrument",
            {"expected": "64.30", "belongs": " ส่วน 43.75 เป็นคะแนนของตัวชี้วัดที่ 10 การป้องกันการทุจริต"},
        ),
        ("แบบวัด OIT ได้ ๖๐.๐๐ คะแนน", "prose-instrument", {"expected": "64.30", "belongs": ""}),
        ("ตัวชี้วัดที่ ๙ การเปิดเผยข้อมูล ได้คะแนน ๘๔.๔๘", "prose-indicator-score", {"found": "84.48", "expected": "84.84"}),
        ("ตัวชี้วัดที่ 6 จาก 69.02 คะแนน เป็น 75.53 คะแนน", "prose-indicator-score", {"expected": "69.20", "of_year": "2563"}),
        ("ผลการประเมินอยู่ในระดับ A", "prose-level", {"found": "A", "expected": "B"}),
        ("ปี ๒๕๖๓ อยู่ในระดับ C (๖๔.๖๘ คะแนน)", "prose-level", {"expected": "D", "of_year": "2563"}),
        ("อยู่ในลำดับที่ ๑,๓๒๔ ของหน่วยงานประเภทเทศบาลตำบล", "prose-rank", {"found": "1,324", "expected": "1,234"}),
        ("ตัวชี้วัดที่ ๒ การใช้งบประมาณ เพิ่มขึ้น", "prose-direction", {"expected": "ลดลง", "before": "96.83", "after": "86.84"}),
        ("แบบตรวจ OIT ลดลงจากปีก่อน", "prose-direction", {"what": "แบบ OIT", "expected": "เพิ่มขึ้น"}),
        ("คะแนนรวม ๗๗.๘๕ คะแนน ลดลงจากปีที่ผ่านมา", "prose-direction", {"what": "คะแนนรวม"}),
        ("แบบวัด EIT ได้คะแนนต่ำสุด", "prose-extreme", {"holder": "แบบ OIT", "expected": "64.30"}),
        ("คะแนนต่ำสุด ๑๘.๗๕ คะแนน", "prose-extreme-score", {"found": "18.75", "expected": "43.75"}),
        ("ตัวชี้วัดที่ได้คะแนนเพิ่มขึ้นและมากกว่า ๘๐ คะแนน จำนวน ๕ ตัวชี้วัด", "prose-threshold", {"found": "5"}),
        ("มี ๓ ตัวชี้วัด คือ (๑) ตัวชี้วัดที่ ๖ (๒) ตัวชี้วัดที่ ๘", "prose-count", {"stated": "3", "listed": "2"}),
        (
            "บรรลุค่าเป้าหมาย คือ มีผลการประเมินในภาพรวม ๗๗.๘๕ คะแนนขึ้นไป",
            "prose-target",
            {"expected": "85.00", "belongs": " ส่วนตัวเลขในข้อความเป็นคะแนนรวมของหน่วยงาน"},
        ),
        ("เทศบาลตำบลสมมุคิ ได้รับผล", "prose-agency-name", {"found": "เทศบาลตำบลสมมุคิ", "count": "1"}),
        ("เทศบาลตำบลสมมุติ อำเภอสามสมมุติ จังหวัดสองสมมุติ", "prose-district", {"found": "สามสมมุติ"}),
        ("เทศบาลตำบลสมมุติ อำเภอหนึ่งสมมุติ จังหวัดสี่สมมุติ", "prose-province", {"found": "สี่สมมุติ"}),
        ("พัฒนาตัวชี้วัดที่ ๗ คุณภาพการดำเนินงาน", "prose-indicator-name", {"expected": "ประสิทธิภาพการสื่อสาร"}),
        ("มี ๒ ตัวชี้วัด คือ (๑) ตัวชี้วัดที่ ๙.๑ ข้อ O๒ (๒) ข้อ O๘", "item-called-indicator", {"count": "2"}),
    ],
)
def test_a_wrong_sentence_is_found_with_what_it_clashes_with(tmp_path, text, code, values):
    """One problem, with what was found and what is right, at the finding's own line."""
    [found] = own(tmp_path, analysis("'" + text + "'"))
    assert (found.code, found.where.file, found.where.line, found.year) == (code, "data/2564/analysis.yml", 3, 2564)
    assert {name: found.values[name] for name in values} == values


@pytest.mark.parametrize("key", ["introduction", "closing"])
def test_introductions_of_measures_speak_of_the_result_they_answer(tmp_path, key):
    """Without a year of their own they are checked against from_fiscal_year; goals are wishes."""
    text = "fiscal_year: 2565\nfrom_fiscal_year: 2564\n"
    wrong = {"data/2565/measures.yml": f"{text}{key}: [แบบวัด OIT ได้ ๔๓.๗๕ คะแนน]\n"}
    assert codes(own(tmp_path / "a", wrong)) == ["prose-instrument"]
    assert own(tmp_path / "b", {"data/2565/measures.yml": f"{text}goals: [คะแนนรวม 90.00 คะแนน ระดับ A]\n"}) == []
    unsaid = {"data/2565/measures.yml": f"fiscal_year: 2565\n{key}: [แบบวัด OIT ได้ ๔๓.๗๕ คะแนน]\n"}
    assert own(tmp_path / "c", unsaid) == []


def test_introductions_of_follow_ups_speak_only_of_years_they_name(tmp_path):
    """A follow-up looks back at no year in particular."""
    text = "fiscal_year: 2565\nintroduction: [ปีงบประมาณ พ.ศ. 2564 ได้คะแนนรวม 70.00 คะแนน, คะแนนรวม 60.00 คะแนน]\n"
    assert codes(own(tmp_path, {"data/2565/follow-up.yml": text})) == ["prose-total"]


def test_what_is_under_an_indicator_may_speak_of_it_without_a_name(tmp_path):
    """The same words are a claim about the agency as a finding, and none under an indicator."""
    said = "คะแนนลดลงจากปีก่อน"
    assert codes(own(tmp_path / "a", analysis(said))) == ["prose-direction"]
    under = analysis(f"{{indicator: 2, assessed: [{said}], improve: [{said}]}}", "development_points")
    assert [one for one in own(tmp_path / "b", under) if one.code == "prose-direction"] == []


@pytest.mark.parametrize(
    "text", ["ได้คะแนนรวม ๗๗.๕๘ คะแนน ระดับ A", "ตัวชี้วัดที่ ๒ การใช้งบประมาณ เพิ่มขึ้น", "คะแนนสูงสุด ๙๕ คะแนน"]
)
def test_what_the_site_does_not_know_is_not_judged(tmp_path, text):
    """Without scores of the year nothing can clash."""
    files = {"site_config/agency.yml": AGENCY["site_config/agency.yml"], **analysis(text)}
    assert [one.code for one in check_files(tmp_path, files) if one.code in OWN] == []


def test_a_restated_total_is_right_too_but_a_restated_level_or_instrument_is_not(tmp_path):
    """A sentence may repeat any total that is stated; its level and instruments are checked against the first."""
    scores = (
        "fiscal_year: 2564\ntotal: {value: 77.85, also_stated: [{value: 77.58, at: ก}]}\n"
        "level: {value: B, also_stated: [{value: C, at: ก}]}\n"
        "instruments: {OIT: {value: 64.30, also_stated: [{value: 43.75, at: ก}]}}\n"
    )
    text = "'คะแนนรวม ๗๗.๕๘ คะแนน ระดับ C แบบตรวจ OIT ได้ 43.75 คะแนน'"
    found = own(tmp_path, {"data/2564/scores.yml": scores, **analysis(text)})
    assert codes(found) == ["prose-instrument", "prose-level"]


def test_two_lists_of_scores_are_both_said(tmp_path):
    """A number that fits only one of the document's two lists is reported with both."""
    text = "fiscal_year: 2564\nfindings: [คะแนนสูงสุด ๙๕ คะแนน, ตัวชี้วัดที่ได้คะแนนต่ำกว่าร้อยละ ๗๐ มีจำนวน ๑ ตัวชี้วัด]\n"
    found = own(tmp_path, {"data/2564/scores.yml": TWO_LISTS, "data/2564/analysis.yml": text})
    assert [(one.code, one.values["expected"]) for one in found] == [
        ("prose-extreme-score", "86.00 และตามคะแนนที่ระบุอีกแห่งหนึ่งคือ 95.00"),
        ("prose-threshold", "0 ตัวชี้วัด และตามคะแนนที่ระบุอีกแห่งหนึ่งมี 1 ตัวชี้วัด (ตัวชี้วัดที่ 7)"),
    ]
    right = analysis("'ได้คะแนนสูงสุด คือ ตัวชี้วัดที่ 5 การแก้ไขปัญหาการทุจริต'")
    assert own(tmp_path, {"data/2564/scores.yml": TWO_LISTS, **right}) == []


@pytest.mark.parametrize(("text", "found"), [("ตัวชี้วัดที่ 10 การป้องกันการทุจริต", 1), ("ตัวชี้วัดที่ 10 และตัวชี้วัดที่ 9", 0)])
def test_a_tie_for_the_highest_is_noted_unless_all_are_named(tmp_path, text, found):
    """Naming one of two that are equal is noted once."""
    scores = NOW.replace("9: 84.84, 10: 43.75", "9: 100.00, 10: 100.00")
    problems = own(tmp_path, {"data/2564/scores.yml": scores, **analysis(f"'ได้คะแนนสูงสุด คือ {text}'")})
    assert codes(problems) == ["prose-extreme-tie"] * found


def test_rows_of_a_printed_table_are_checked_against_names_and_scores(tmp_path):
    """A wrong name and a wrong score are found in their rows; what the scores keep already is not said again."""
    table = (
        "fiscal_year: 2564\nsections:\n  - id: a\n    title: ก\n    table:\n      caption: ข\n"
        "      columns: [ตัวชี้วัด, รายละเอียด, คะแนน]\n      rows:\n"
        '        - ["1", การปฏิบัติหน้าที่, "99.77"]\n        - ["2", การใช้จ่ายเงิน, "86.84"]\n'
        '        - ["๓", การใช้อำนาจ, "๙๙.๘๑"]\n'
    )
    found = own(tmp_path / "a", {"data/2564/analysis.yml": table})
    assert [(one.code, one.where.line) for one in found] == [
        ("prose-indicator-score", 11),
        ("prose-indicator-name", 10),
    ]
    kept = NOW.replace("2: 86.84", "2: {value: 86.84, printed_name: การใช้จ่ายเงิน}")
    found = own(tmp_path / "b", {"data/2564/analysis.yml": table, "data/2564/scores.yml": kept})
    assert codes(found) == ["prose-indicator-score"]


def test_a_spelling_of_the_agency_is_reported_once_with_its_places(tmp_path):
    """Every place is counted; remarks of whoever entered the data are not looked at."""
    memo = "fiscal_year: 2564\nagency: เทศบาลตำบลสมมุคิ\nto: นายกเทศบาลตำบลสมมุคิ\nnotes: [พิมพ์ว่า เทศบาลตำบลสมมุคิ]\n"
    [found] = own(tmp_path, {"data/2564/memo.yml": memo, **analysis("เทศบาลตำบลสมมุคิ ได้รับผล")})
    assert found.values["count"] == "3"
    places = [(one.file, one.line) for one in found.places]
    assert places == [("data/2564/analysis.yml", 3), ("data/2564/memo.yml", 2), ("data/2564/memo.yml", 3)]


def test_an_agency_without_a_name_or_district_is_not_judged(tmp_path):
    """An unknown figure cannot differ."""
    files = {"site_config/agency.yml": "name: เอกสารไม่ได้ระบุ\n", **analysis("เทศบาลตำบลสมมุคิ อำเภอก จังหวัดข")}
    assert own(tmp_path, files) == []


@pytest.mark.parametrize(
    ("text", "found"), [("ดำเนินการตามข้อ ๐๔๓", 1), ("ดำเนินการตามข้อ O๔๒", 0), ("ข้อ O๔๓ ต้องเผยแพร่", 0)]
)
def test_the_item_of_the_follow_up_refers_to_the_measures(tmp_path, text, found):
    """Only its own number after ตามข้อ refers to itself."""
    files = analysis(f"{{item: O43, improve: [{text}]}}", "development_points")
    assert codes(own(tmp_path, files)) == ["self-reference"] * found


@pytest.mark.parametrize(
    ("step", "found"),
    [
        ("ประชุมชี้แจง โดยเผยแพร่บนเว็บไซต์เรียบร้อยแล้ว", ["tense"]),
        ("เมื่อเผยแพร่เรียบร้อยแล้วให้รายงาน", []),
        ("เผยแพร่ให้เรียบร้อยภายในกำหนด", []),
        ("เผยแพร่ช่องทางติดต่อของผู้บริหารบนเว็บไซต์ เผยแพร่ช่องทางติดต่อของผู้บริหารบนเว็บไซต์", ["doubled-sentence"]),
        ("สำรวจว่าประชาชนพึงพอใจ มากน้อยเพียงใด", ["template-residue"]),
        ("เผยแพร่ในเดือน ตุ ล า ค ม ๖ ๕", ["letter-spacing"]),
        ("เผยแพร่คู่มือให้ประชาชนทราบ", []),
    ],
)
def test_steps_are_worded_as_plans(tmp_path, step, found):
    """A step worded as done, said twice, left from a form or set apart is noted."""
    assert codes(own(tmp_path, measures(step))) == found


def test_the_same_point_twice_in_a_list_is_noted(tmp_path):
    """Two points of one cell that are the same."""
    text = "เผยแพร่ช่องทางติดต่อของผู้บริหารบนเว็บไซต์ของหน่วยงาน"
    assert codes(own(tmp_path, measures(f"{text}, {text}"))) == ["doubled-sentence"]


@pytest.mark.parametrize(
    ("period", "found"),
    [
        ("{printed: ตุ ล า ค ม ๖ ๕ - กันยายน ๖๖}", []),
        ("ตุ ล า ค ม ๖ ๕ - กันยายน ๖๖", []),
        ("{printed: ตุ ล า ค ม ๒ ๕ - กันยายน ๒๖}", ["printed-value"]),
        ("{printed: เ มื่ อ แ ล้ ว เ ส ร็ จ}", ["printed-value", "letter-spacing"]),
    ],
)
def test_a_period_whose_letters_came_apart_is_read(tmp_path, period, found):
    """A month that can be read is read, and nobody is told of its letters; years that name none stay as printed."""
    text = f"fiscal_year: 2565\nreports:\n  - {{title: ก, period: {period}}}\n"
    problems = check_files(tmp_path, {"data/2565/follow-up.yml": text})
    assert codes([one for one in problems if one.code in {"letter-spacing", "printed-value"}]) == found


def test_recommendations_speak_of_the_agency_and_not_to_those_asked(tmp_path):
    """หน่วยงานของท่าน is worded as the survey is."""
    text = "'ส่งเสริมให้หน่วยงานของท่าน เปิดโอกาสให้ท่าน มีส่วนร่วม'"
    [found] = own(tmp_path, analysis(text, "recommendations"))
    assert found.values["found"] == "หน่วยงานของท่าน” และ “เปิดโอกาสให้ท่าน"


def test_a_number_that_announces_points_is_theirs(tmp_path):
    """Points below a text are counted where it ends by announcing them."""
    text = "{text: ครบทั้ง ๓ ด้าน ได้แก่, points: [แผน, ผล]}"
    assert codes(own(tmp_path, analysis(text, "recommendations"))) == ["prose-count"]


def test_every_rule_says_what_it_does_not_see():
    """Each rule's docstring names its limits."""
    assert [rule.__name__ for rule in RULES if "Limits:" not in (rule.__doc__ or "")] == []
