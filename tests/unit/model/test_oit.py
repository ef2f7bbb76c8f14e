"""The register of answers as people write it."""

from __future__ import annotations

import pytest

from prongsai.model.oit import Answer
from prongsai.model.stated import Absence


@pytest.mark.parametrize(
    ("written", "meant"), [("มี", "has"), ("ไม่มี", "has_not"), ("has", "has"), ("has_not", "has_not")]
)
def test_has_and_has_not_are_understood_in_both_languages(written, meant):
    """In an answer ไม่มี means has not; it is no absent value."""
    assert Answer.model_validate({"answer": written}).answer == meant


def test_an_answer_left_empty_is_not_entered():
    """Nothing behind the key is neither has nor has not."""
    assert Answer.model_validate({"answer": None}).answer is Absence.NOT_ENTERED
