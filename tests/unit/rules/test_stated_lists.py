"""The lists of an analysis against its figures: the lowest indicator, and strengths that get measures."""

import pytest

from unit.makers import check_files

SCORES = "fiscal_year: 2564\nindicators: {1: 90, 2: 88, 3: 91, 4: 77, 5: 89, 6: 93, 7: 92, 8: 79, 9: 95, 10: 94}\n"
TIED = SCORES.replace("8: 79", "8: 77")
TWO_LISTS = SCORES.replace("4: 77", "4: {value: 77, also_stated: [{value: 96, at: ตารางท้าย}]}")


def codes(root, analysis, scores=SCORES):
    """The problems about the lowest indicator, by code, with the indicators named."""
    files = {"data/2564/analysis.yml": f"fiscal_year: 2564\n{analysis}", "data/2564/scores.yml": scores}
    found = (one for one in check_files(root, files) if one.code.startswith("lowest-"))
    return [(one.code, one.values["names"]) for one in found]


def weak(*numbers, text="จุดที่ควรปรับปรุง", rules=""):
    """One list of weaknesses."""
    return f"weaknesses: [{{text: {text}, indicators: [{', '.join(numbers)}], rules: [{rules}]}}]\n"


FOUR = [("lowest-not-weakness", "ตัวชี้วัดที่ 4 การใช้ทรัพย์สินของราชการ")]


@pytest.mark.parametrize(
    ("analysis", "expected"),
    [
        (weak("8", "2"), FOUR),
        (weak("8", rules="fallen"), FOUR),
        ("development_points: [{indicator: 2, improve: [เพิ่มช่องทาง]}]\n", FOUR),
        (weak("8") + "development_points: [{item: O2}]\n", FOUR),
        (weak("8") + "strengths: [{text: สูงกว่าเกณฑ์, indicators: [4, 9]}]\n", [("lowest-called-strength", FOUR[0][1])]),
        (weak("4", "8"), []),
        (weak("8") + "development_points: [{indicator: 4}]\n", []),
        (weak("8", text="ด้านการใช้ทรัพย์สินของทางราชการและระบบงาน"), []),
        (weak("8", text="ได้แก่ตัวชี้วัดที่ ๔ และ ๘"), []),
        (weak("8") + "recommendations: [ทบทวนการใช้ทรัพย์สินของราชการ]\n", []),
        (weak("8", rules="lowest"), []),
        (weak(), []),
        ("weaknesses: [{text: ข้อที่ไม่ได้คะแนน, items: [O2]}]\n", []),
        ("strengths: [{text: สูงสุด, indicators: [9]}]\n", []),
        (weak("8", "x"), []),
    ],
)
def test_the_lowest_indicator_is_among_what_is_weak(tmp_path, analysis, expected):
    """Named in a list, as a point to improve or in the words is enough; a list that names no indicator says nothing."""
    assert codes(tmp_path, analysis) == expected


@pytest.mark.parametrize(
    ("scores", "numbers", "is_found"),
    [
        (TIED, ["8"], False),
        (TIED, ["2"], True),
        (TWO_LISTS, ["8"], False),
        (TWO_LISTS, ["2"], True),
        (SCORES.replace("10: 94", "10: เอกสารไม่ได้ระบุ"), ["8"], False),
        (SCORES.replace(", 10: 94", ""), ["8"], False),
        ("fiscal_year: 2564\n", ["8"], False),
    ],
)
def test_ties_second_lists_and_gaps_widen_what_may_be_the_lowest(tmp_path, scores, numbers, is_found):
    """One of several lowest is enough, the lowest of either list, and nothing is said where a score is not known."""
    assert bool(codes(tmp_path, weak(*numbers), scores)) == is_found


STRONG = "strengths: [{text: ด้านที่ดี, indicators: [9, 6, 4]}]\nweaknesses: [{text: ด้านที่ควรปรับ, indicators: [4, 8]}]\n"


def kept_up(root, *bases, scores=SCORES, analysis=STRONG):
    """The measures of which the indicators are called strengths."""
    rows = "".join(f"  - {{id: m{n}, number: {n}, title: ก, basis: [{one}]}}\n" for n, one in enumerate(bases, 1))
    files = {
        "data/2564/scores.yml": scores,
        "data/2564/analysis.yml": f"fiscal_year: 2564\n{analysis}",
        "data/2565/measures.yml": f"fiscal_year: 2565\nfrom_fiscal_year: 2564\nmeasures:\n{rows}",
    }
    found = (one for one in check_files(root, files) if one.code == "strength-with-measure")
    return [(one.values["what"].split(" “")[0], one.values["names"]) for one in found]


@pytest.mark.parametrize(
    ("bases", "scores", "expected"),
    [
        (["{indicator: 9}", "{indicator: 4}"], SCORES, [("มาตรการที่ 1", "ตัวชี้วัดที่ 9 การเปิดเผยข้อมูล")]),
        (
            ["{indicator: 6}, {indicator: 9}"],
            SCORES,
            [("มาตรการที่ 1", "ตัวชี้วัดที่ 6 คุณภาพการดำเนินงานและตัวชี้วัดที่ 9 การเปิดเผยข้อมูล")],
        ),
        (["{indicator: 9}, {indicator: 8}"], SCORES, []),
        (["{indicator: 4}"], SCORES, []),
        (["{indicator: 9, stated: false}"], SCORES, []),
        (["{indicator: 9, item: O2}"], SCORES, []),
        (["{indicator: 9, question: e4}"], SCORES, []),
        (["{indicator: 6, findings: [ผู้รับบริการรอนาน]}"], SCORES, []),
        (["{indicator: 2}"], SCORES, []),
        (["{indicator: 9}"], f"{SCORES}items: {{O2: {{score: 0}}}}\n", []),
        (["{indicator: 6}"], SCORES.replace("6: 93", "6: 84"), []),
    ],
)
def test_a_measure_for_what_is_called_a_strength_is_remarked_upon(tmp_path, bases, scores, expected):
    """Not where it answers something weak too, nor a part of it, nor where a figure calls the indicator weak."""
    assert kept_up(tmp_path, *bases, scores=scores) == expected


def test_a_strength_that_fell_may_get_a_measure(tmp_path):
    """The figures of the year before say that it fell."""
    files = {"data/2563/scores.yml": SCORES.replace("2564", "2563").replace("9: 95", "9: 99")}
    before = kept_up(tmp_path / "a", "{indicator: 9}")
    assert before
    (tmp_path / "b").mkdir()
    rows = "measures: [{id: m1, title: ก, basis: [{indicator: 9}]}]\n"
    files |= {
        "data/2564/scores.yml": SCORES,
        "data/2564/analysis.yml": f"fiscal_year: 2564\n{STRONG}",
        "data/2565/measures.yml": f"fiscal_year: 2565\nfrom_fiscal_year: 2564\n{rows}",
    }
    assert not [one for one in check_files(tmp_path / "b", files) if one.code == "strength-with-measure"]


def test_a_point_to_improve_gets_a_measure(tmp_path):
    """An indicator and an item that the analysis wants improved are answered like a weakness and a zero."""
    analysis = "weaknesses: [{text: ก, indicators: [4]}]\ndevelopment_points: [{indicator: 8}, {item: O15}]\n"
    measures = "fiscal_year: 2565\nfrom_fiscal_year: 2564\nmeasures: [{id: m1, title: ก, basis: [{indicator: 4}]}]\n"
    files = {"data/2564/analysis.yml": f"fiscal_year: 2564\n{analysis}", "data/2565/measures.yml": measures}
    found = {one.code: one.values["names"] for one in check_files(tmp_path, files) if "without-measure" in one.code}
    assert found == {
        "weakness-without-measure": "ตัวชี้วัดที่ 8 การปรับปรุงระบบการทำงาน",
        "item-without-measure": "ข้อ O15 ข้อมูลเชิงสถิติการให้บริการ",
    }


def said(root, code, analysis, scores=SCORES):
    """The names or items in the problems of a code."""
    files = {"data/2564/analysis.yml": f"fiscal_year: 2564\n{analysis}", "data/2564/scores.yml": scores}
    return [one.values.get("names", one.values.get("items")) for one in check_files(root, files) if one.code == code]


@pytest.mark.parametrize(
    ("weaknesses", "points", "names"),
    [
        ("indicators: [4, 8]", "{indicator: 4}", "ตัวชี้วัดที่ 8 การปรับปรุงระบบการทำงาน"),
        ("items: [O2, O8]", "{item: O2}", "ข้อ O8 Q&A"),
        ("indicators: [4, 8]", "{indicator: 8}, {indicator: 4}", None),
        ("indicators: [9]", "{item: O8}", None),
        ("items: [O2, O8]", "{indicator: 9}", None),
        ("indicators: [4]", "", None),
    ],
)
def test_a_weakness_has_its_point_where_others_have_one(tmp_path, weaknesses, points, names):
    """A point for an item answers its indicator and the other way round; without any points nothing is missed."""
    analysis = f"weaknesses: [{{text: ก, {weaknesses}}}]\ndevelopment_points: [{points}]\n"
    assert said(tmp_path, "weakness-without-point", analysis) == ([names] if names else [])


ITEMS = (
    "fiscal_year: 2564\nitems: {O2: {score: 0}, O8: {score: 100}, O15: {score: 0, basis: inferred}, O17: {score: 0}}\n"
)


@pytest.mark.parametrize(
    ("items", "rules", "has_score", "lacks"),
    [
        ("O2, O17", "without_score", [], []),
        ("O2, O15, O17, O23", "without_score", [], []),
        ("O2, O8, O17", "without_score", ["ข้อ O8"], []),
        ("O2", "without_score", [], ["ข้อ O17"]),
        ("O2, O8", "", [], []),
    ],
)
def test_the_items_without_score_are_those_whose_score_is_nought(tmp_path, items, rules, has_score, lacks):
    """As far as the document states them: what was inferred or is not stated is not judged."""
    analysis = f"weaknesses: [{{text: ก, items: [{items}], rules: [{rules}]}}]\n"
    assert said(tmp_path / "a", "zero-list-has-score", analysis, ITEMS) == has_score
    assert said(tmp_path / "b", "zero-list-lacks-item", analysis, ITEMS) == lacks


@pytest.mark.parametrize(("score", "is_found"), [("100", True), ("0", False), ("เอกสารไม่ได้ระบุ", False)])
def test_an_item_with_all_points_has_no_reason_for_none(tmp_path, score, is_found):
    """The reason belongs to an item without score."""
    scores = {"data/2564/scores.yml": f"fiscal_year: 2564\nitems: {{O2: {{score: {score}, reasons: [ไม่มีรูปถ่าย]}}}}\n"}
    assert [one.code for one in check_files(tmp_path, scores)] == (["reason-with-full-score"] if is_found else [])
