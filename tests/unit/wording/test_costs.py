"""Words on what a problem may cost."""

import pytest

from prongsai.wording import message_of, severity_of
from prongsai.wording.costs import COSTS, cost_of
from prongsai.wording.item_reasons import REASONS


@pytest.mark.parametrize("code", sorted({*COSTS, *REASONS}))
def test_what_may_cost_a_score_is_a_warning_and_says_so(code):
    """An officer who reads warnings first sees everything that may cost an item its score, and in words."""
    assert severity_of(code).value == "warning"
    if code in COSTS:
        assert message_of(code, {}).endswith("อาจไม่ได้คะแนน")
        assert message_of(code, {}, "en").endswith("may get no score")


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
