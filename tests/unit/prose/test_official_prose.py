"""Official prose in further wordings: of every kind sentences that the figures contradict, and others."""

import pytest

from judging import SHEETS, Sentence, judge

_FALSE, _TRUE = (
    SHEETS.with_name(f"official-{verdict}.txt").read_text(encoding="utf-8").splitlines()
    for verdict in ("false", "true")
)


@pytest.fixture(scope="module")
def found():
    """The problems of every sentence by its text, which begins with the name of its sheet."""
    return judge([Sentence(text, text[:3], text[4:], "", ("other",), "") for text in (*_FALSE, *_TRUE)])


@pytest.mark.parametrize("text", _FALSE)
def test_what_the_figures_contradict_is_reported(found, text):
    """A sentence whose claim differs from the figures of its sheet has a problem."""
    assert found[text]


@pytest.mark.parametrize("text", _TRUE)
def test_what_the_figures_bear_out_is_left_alone(found, text):
    """A sentence that is right, wishes or speaks of others has no problem."""
    assert found[text] == []
