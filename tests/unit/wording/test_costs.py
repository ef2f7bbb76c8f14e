"""Words on what a problem may cost."""

import pytest

from prongsai.wording import message_of, sentences, severity_of
from prongsai.wording.costs import COSTS, SCORED, cost_of, write_score
from prongsai.wording.item_reasons import REASONS


@pytest.mark.parametrize("code", sorted({*COSTS, *REASONS}))
def test_what_may_cost_a_score_is_a_warning_and_says_so(code):
    """An officer who reads warnings first sees everything that may cost an item its score, and in words."""
    assert severity_of(code).value == "warning"
    if code in COSTS:
        assert message_of(code, {}).removesuffix("ด้วย").endswith("อาจไม่ได้คะแนน")
        assert message_of(code, {}, "en").endswith("may get no score")


def test_every_cost_of_an_item_is_declared():
    """Each code that may cost an item its score says so by the same declaration, which knows of results too."""
    conditional = {"oit-link-on-trial"}
    assert {code for code in REASONS if "อาจไม่ได้คะแนน" in sentences()[code].says} <= conditional


@pytest.mark.parametrize("code", sorted(COSTS))
def test_a_known_result_is_said_instead_of_what_may_come(code):
    """With the score of the item known the sentence says what it got, in both languages, and no more that it may."""
    values = {SCORED: f"{write_score('O8', 2564, '0.00', is_inferred=False)}"}
    assert message_of(code, values).endswith("ตามผลการประเมิน ข้อ O8 ปีงบประมาณ 2564 ได้ 0.00 คะแนน")
    assert message_of(code, values, "en").endswith("by the result, item O8 of 2564 got 0.00 points")


def test_an_inferred_score_is_said_to_be_inferred():
    """A score that no document lists keeps that reservation, next to one that is listed."""
    scores = (("O42", False), ("O43", True))
    scored = ",".join(write_score(code, 2565, "100.00", is_inferred=inferred) for code, inferred in scores)
    said = cost_of("measure-incomplete", values={SCORED: scored})
    assert said.endswith(
        "ข้อ O42 ปีงบประมาณ 2565 ได้ 100.00 คะแนน, ตามผลการประเมิน ข้อ O43 ปีงบประมาณ 2565 ได้ 100.00 คะแนน (อนุมาน)"
    )


def test_a_cost_is_said_once_for_what_is_told_together():
    """A sentence below another leaves out the cost that this one has said, and keeps one of its own."""
    said = "อาจไม่ได้คะแนน"
    assert not message_of("deadline-outside-year", {}, below="deadline-outside-year").endswith(said)
    assert not message_of("measure-incomplete", {}, below="deadline-outside-year").endswith(said)
    assert message_of("result-is-advice", {}, below="deadline-outside-year").endswith(said)
    assert message_of("deadline-outside-year", {}, below="stated-twice-differently").endswith(said)


@pytest.mark.parametrize(
    "code",
    [
        "item-code-form",
        "prose-extreme-tie",
        "list-leaves-out-tie",
        "indicator-name-unknown",
        "tense",
        "decimals-dropped",
    ],
)
def test_form_and_style_are_notes_without_a_cost(code):
    """A zero for the letter O, a tie that is not named and a name as printed cost nothing."""
    assert severity_of(code).value == "note"
    assert cost_of(code) == ""


@pytest.mark.parametrize("code", ["total-is-plain-mean", "level-differs-from-scale", "stated-twice-differently"])
def test_a_published_figure_or_level_that_is_wrong_is_a_warning(code):
    """A published figure or level that is wrong is a warning, also where no item loses its score."""
    assert severity_of(code).value == "warning"
