"""Results remembered by the objects that they were made from, and gaps that are looked for quickly."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from prongsai.model.by_identity import by_identity
from prongsai.model.unfinished import gaps_within, has_gap


def test_the_same_objects_are_computed_once_and_equal_ones_apart():
    """A result is remembered of an object, not of what it holds."""
    calls = []

    @by_identity
    def add(one: list[int], other: list[int]) -> int:
        calls.append((one, other))
        return len(one) + len(other)

    first, second = [1], [1]
    assert [add(first, second), add(first, second), add(second, first)] == [2, 2, 2]
    assert len(calls) == 2


def test_what_is_forgotten_is_computed_again():
    """Many objects fill no memory, and none is taken for another one that had its number."""
    lengths = by_identity(len)
    assert [lengths([0] * (number % 5)) for number in range(10_000)] == [number % 5 for number in range(10_000)]


_PIECES = st.sampled_from(["___", "__", "_", "จำนวน", " ", "\n", "5"])
_TEXTS = st.lists(_PIECES, max_size=7).map("".join)
_VALUES = st.recursive(
    _TEXTS | st.integers(),
    lambda inner: st.lists(inner, max_size=3).map(tuple) | st.dictionaries(st.sampled_from("ab"), inner, max_size=2),
    max_leaves=6,
)


@given(_VALUES)
def test_a_gap_is_found_quickly_where_its_words_are(value):
    """Asking whether there is a gap and naming them all never disagree."""
    assert has_gap(value) is bool(gaps_within(value))
