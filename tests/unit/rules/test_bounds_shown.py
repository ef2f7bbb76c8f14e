"""Bounds of a total as they are shown."""

from fractions import Fraction

import pytest

from prongsai.analysis.bounds import Interval


@pytest.mark.parametrize(
    ("bound", "lowest", "highest"),
    [("64.6369", "64.64", "64.63"), ("64.6400", "64.64", "64.64"), ("80.4501", "80.46", "80.45")],
)
def test_bounds_are_shown_as_the_figures_that_they_allow(bound, lowest, highest):
    """A lower bound is shown as the least printed figure above it, an upper one as the greatest below it."""
    value = Fraction(bound)
    assert tuple(map(str, Interval(value, value).in_cents)) == (lowest, highest)
