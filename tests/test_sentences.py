"""Labelled sentences that were kept: no fewer of the false ones are found than before, and no other is reported."""

import pytest

from judging import SHEETS, judge, read_sentences, table

LOWEST_RECALL, LOWEST_PRECISION = 0.95, 0.99
LOWEST_OF_KIND = 0.7  # of kinds with at least that many false sentences
MANY = 5


NUMBERS = {
    "seen.yml": (348, 111),
    "second.yml": (382, 138),
    "third.yml": (399, 140),
    "fourth.yml": (300, 105),
    "fifth.yml": (300, 108),
}


@pytest.mark.parametrize(("name", "numbers"), NUMBERS.items())
def test_labelled_sentences_are_judged_as_before(name, numbers):
    """The false ones are found, over all and in every kind of some size, and those that are right are left alone."""
    sentences = read_sentences(SHEETS.with_name(name))
    *kinds, every = table(sentences, judge(sentences))
    assert (every.n, every.false) == numbers
    assert every.recall >= LOWEST_RECALL
    assert every.precision >= LOWEST_PRECISION
    assert [row for row in kinds if row.false >= MANY and row.recall < LOWEST_OF_KIND] == []
