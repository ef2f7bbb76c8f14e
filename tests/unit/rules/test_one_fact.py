"""One fact reported once, excepted and explained at any of its places, by any of its codes."""

import pytest

from prongsai.pipeline.check import check_folder
from unit.makers import SITE, write_files

SCORES, MEMO = "data/2564/scores.yml", "data/2564/memo.yml"
TWICE = "stated-twice-differently"
# A level stated twice, and the other one in a sentence of another file.
LEVEL = "fiscal_year: 2564\nlevel:\n  value: A\n  also_stated:\n    - {value: B, at: หน้า 2}%s\n"
SENTENCE = "fiscal_year: 2564\nbackground:\n  - ผลการประเมินปีงบประมาณ พ.ศ. 2564 คะแนนรวม 80.00 คะแนน อยู่ในระดับ B%s\n"


def check(tmp_path, at_level="", at_sentence="", **files):
    """The problems of the site, but for those of other things."""
    named = {SCORES: LEVEL % at_level, MEMO: SENTENCE % at_sentence, **files}
    found = check_folder(write_files(tmp_path, {**SITE, **named})).problems
    return [one for one in found if one.codes & {TWICE, "prose-level", "exception-unused", "explanation-unused"}]


def test_a_level_and_the_sentence_on_it_are_one_problem(tmp_path):
    """The data leads, the sentence is one of its places."""
    (found,) = check(tmp_path)
    assert (found.code, found.codes) == (TWICE, {TWICE, "prose-level"})
    assert [place.file for place in found.places] == [SCORES, MEMO]


@pytest.mark.parametrize(
    ("at_level", "at_sentence"),
    [(TWICE, ""), ("", "prose-level"), ("", TWICE), (TWICE, "prose-level")],
)
def test_an_exception_at_any_place_is_enough(tmp_path, at_level, at_sentence):
    """Comments for the leading code and for a gathered one work at either place, and both together are used."""
    comments = [f"  # ยกเว้น {code}: ตรวจแล้ว" if code else "" for code in (at_level, at_sentence)]
    assert check(tmp_path, *comments) == []


def test_an_explanation_by_a_gathered_code_is_with_the_fact(tmp_path):
    """The words of an agency on the sentence are shown with the fact."""
    said = "fiscal_year: 2564\nexplanations:\n  - {code: prose-level, text: ประกาศจริงคือ A}\n"
    (found,) = check(tmp_path, **{"data/2564/explanations.yml": said})
    assert found.explanation == "ประกาศจริงคือ A"


@pytest.mark.parametrize(("first", "other", "count"), [("จังหวัด", "อำเภอ", 0), ("จังหวัด", "จังหวัด", 1)])
def test_only_ranks_of_one_scope_are_compared(tmp_path, first, other, count):
    """76th of the province and 2nd of the district agree; two ranks of the province do not."""
    again = f"also_stated: [{{value: 2, scope: {other}, at: ประกาศ}}]"
    text = f"fiscal_year: 2564\nrank: {{value: 76, scope: {first}, {again}}}\n"
    assert len(check(tmp_path, **{SCORES: text, MEMO: "fiscal_year: 2564\n"})) == count


TWO_LISTS = (
    "fiscal_year: 2564\nindicators: {1: 90, 2: 91, 3: 92, 4: 93, 5: 85, 6: 84, "
    "7: {value: 74, also_stated: [{value: 69, at: ตาราง}]}, 8: 80, 9: 88, 10: 89}\n"
)


@pytest.mark.parametrize(
    ("sentence", "code", "is_one"),
    [
        ("คะแนนต่ำสุด 69 คะแนน", "prose-extreme-score", True),
        ("ตัวชี้วัดที่ได้คะแนนมากกว่าร้อยละ 70 มีจำนวน 9 ตัวชี้วัด", "prose-threshold", True),
        ("คะแนนต่ำสุด 60 คะแนน", "prose-extreme-score", False),
        ("ตัวชี้วัดที่ได้คะแนนมากกว่าร้อยละ 70 มีจำนวน 8 ตัวชี้วัด", "prose-threshold", False),
    ],
)
def test_a_sentence_right_by_one_of_two_lists_is_a_place_of_the_figure_that_differs(tmp_path, sentence, code, is_one):
    """A number that is right by the other list is no second fact (issue line 5); one that is right by neither is."""
    analysis = f"fiscal_year: 2564\nfindings: [{sentence}]\n"
    files = {**SITE, SCORES: TWO_LISTS, "data/2564/analysis.yml": analysis}
    found = [one.codes for one in check_folder(write_files(tmp_path, files)).problems if one.codes & {TWICE, code}]
    assert sorted(map(sorted, found)) == ([sorted([code, TWICE])] if is_one else sorted([[code], [TWICE]]))
