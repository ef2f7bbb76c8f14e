"""Explanations shown next to a problem, and exceptions of a line from a rule."""

import pytest

from prongsai.pipeline.check import check_folder
from unit.makers import SITE, codes_of, write_files

SCORES = "data/2564/scores.yml"
TWICE = "fiscal_year: 2564\ntotal:\n  value: 77.85\n  also_stated:\n    - {value: 70.00, at: หน้า 2}%s\n"
CODE = "stated-twice-differently"


def check(tmp_path, **files):
    """The problems of a small site, through the whole check."""
    named = {name.replace("__", "/").replace("_yml", ".yml"): text for name, text in files.items()}
    return list(check_folder(write_files(tmp_path, {**SITE, **named})).problems)


def test_a_problem_remains_without_an_exception(tmp_path):
    """Two totals that differ are a warning."""
    assert codes_of(check(tmp_path, data__2564__scores_yml=TWICE % "")) == [CODE]


def test_a_comment_with_a_reason_excepts_its_line(tmp_path):
    """`# ยกเว้น code: reason` on the line takes the warning away."""
    text = TWICE % f"  # ยกเว้น {CODE}: ตรวจกับต้นฉบับแล้ว"
    assert check(tmp_path, data__2564__scores_yml=text) == []


def test_a_comment_on_a_line_of_its_own_excepts_the_line_below(tmp_path):
    """The comment may be above what it is about."""
    text = (TWICE % "").replace("    - {value", f"    # ยกเว้น {CODE}: ตรวจแล้ว\n    - {{value")
    assert check(tmp_path, data__2564__scores_yml=text) == []


@pytest.mark.parametrize("comment", [f"# ยกเว้น {CODE}", f"# ยกเว้น {CODE}:  "])
def test_an_exception_without_a_reason_has_no_effect(tmp_path, comment):
    """Nobody silences a rule without saying why."""
    text = TWICE % f"  {comment}"
    assert codes_of(check(tmp_path, data__2564__scores_yml=text)) == [CODE, "exception-without-reason"]


def test_an_exception_that_fits_nothing_is_said(tmp_path):
    """An exception left behind, or for another code, is noted."""
    text = "fiscal_year: 2564\ntotal: 77.85  # ยกเว้น decimals-dropped: ตรวจแล้ว\n"
    assert codes_of(check(tmp_path, data__2564__scores_yml=text)) == ["exception-unused"]


def test_errors_cannot_be_excepted(tmp_path):
    """An answer that cannot be understood remains an error."""
    text = "fiscal_year: 2564\nsource: nope  # ยกเว้น unknown-source: ไม่มีเอกสาร\n"
    assert codes_of(check(tmp_path, data__2564__scores_yml=text)) == ["unknown-source", "exception-unused"]


def test_the_words_inside_a_text_are_no_exception(tmp_path):
    """Only a comment excepts; the same words after no blank are text."""
    text = "fiscal_year: 2564\nnotes: ['ก#ยกเว้น remark: ข']\n"
    assert codes_of(check(tmp_path, data__2564__scores_yml=text)) == ["remark"]


@pytest.mark.parametrize(
    ("about", "text"),
    [("", "ประกาศจริงคือ 77.85"), (", about: หน้า 2", "ประกาศจริงคือ 77.85"), (", about: หน้า 9", "")],
)
def test_an_explanation_is_next_to_its_problem(tmp_path, about, text):
    """The agency's explanation goes with the problem of its code; `about` narrows it to what it names."""
    explanation = f"fiscal_year: 2564\nexplanations:\n  - {{code: {CODE}, text: ประกาศจริงคือ 77.85{about}}}\n"
    found = check(tmp_path, data__2564__scores_yml=TWICE % "", data__2564__explanations_yml=explanation)
    [twice] = [one for one in found if one.code == CODE]
    assert twice.explanation == text
    assert ("explanation-unused" in codes_of(found)) == (not text)


def test_an_explanation_may_carry_its_date(tmp_path):
    """The date follows the words."""
    explanation = f"fiscal_year: 2564\nexplanations:\n  - {{code: {CODE}, text: ชี้แจง, date: 1/2/2565}}\n"
    found = check(tmp_path, data__2564__scores_yml=TWICE % "", data__2564__explanations_yml=explanation)
    assert [one.explanation for one in found] == ["ชี้แจง (1 กุมภาพันธ์ 2565)"]


def test_many_exceptions_take_no_longer_than_their_number(tmp_path):
    """Ten thousand comments that except nothing are met one by one, not each against all."""
    comments = "".join(f"# ยกเว้น {CODE}: เหตุผล\n" for _ in range(10_000))
    found = codes_of(check(tmp_path, data__2564__scores_yml=comments + TWICE % ""))
    assert found.count("exception-unused") == 10_000
