"""Recorded reads: what was made is taken again just where all that was read of the site is what it was."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

import pytest

import prongsai
from prongsai.model.agency import Agency
from prongsai.model.recorder import Keeper, Recorder, is_same, noting, recorded_property, told


@dataclass(frozen=True)
class Thing:
    """A thing of two parts."""

    left: object
    right: object
    recorder: Recorder | None = None

    @recorded_property
    def both(self) -> tuple[object, object]:
        """Both parts."""
        return (self.left, self.right)

    @recorded_property
    def left_twice(self) -> tuple[object, object]:
        """The left part twice."""
        return (self.left, self.left)


@told
def is_left_long(thing: Thing, length: int) -> bool:
    """True if the left part has so many letters."""
    return len(str(thing.left)) >= length


Noted = noting(Thing, "left", "right")


def thing(keeper: Keeper, left: object, right: object) -> Thing:
    """A thing as it is now."""
    keeper.begin()
    keeper.forget_now()
    made = Noted(left, right)
    keeper.note(made, ("thing",), ("left", "right"))
    return made


class Counting:
    """Makes something of a thing and counts how often."""

    def __init__(self, make):
        self.make, self.count = make, 0

    def __call__(self, one):
        """Make it."""
        self.count += 1
        return self.make(one)


def made_of(states, make):
    """The number of times that something is made of a thing in some states, and what is made at last."""
    keeper, counting, made = Keeper(), Counting(make), None
    for state in states:
        one = thing(keeper, *state)
        made = keeper.get("made", lambda one=one: counting(one))
    return counting.count, made


def test_only_what_was_read_counts():
    """A reader of the left part alone is asked again when that is another one, and not for the right."""
    states = (("a", "b"), ("a", "c"), ("a", "c"), ("z", "c"))
    assert made_of(states, lambda one: f"{one.left}!") == (2, "z!")


def test_what_was_there_before_is_found_again():
    """A state that comes back needs nothing new."""
    assert made_of((("a", "b"), ("z", "b"), ("a", "b")), lambda one: one.left) == (2, "a")


def test_reads_inside_of_a_cached_property_count_for_all_who_ask():
    """A second one to ask for a property, who gets what the first asked for, depends on all of it as well."""
    keeper, counting = Keeper(), Counting(lambda one: one.both)
    for right in "bc":
        one = thing(keeper, "a", right)
        keeper.get("first", lambda one=one: one.both)
        found = keeper.get("second", lambda one=one: counting(one))
    assert (counting.count, found) == (2, ("a", "c"))


def test_reads_inside_of_what_is_kept_count_for_who_took_it():
    """A result that is made of a kept part depends on all that this part was made of."""
    keeper, counting = Keeper(), Counting(lambda one: keeper.get("part", lambda: one.left_twice))
    for left in "aab":
        one = thing(keeper, left, "c")
        found = keeper.get("whole", lambda one=one: counting(one))
    assert (counting.count, found) == (2, ("b", "b"))


def test_an_answer_counts_instead_of_what_it_was_found_in():
    """A result for which it was only asked if a part is long is kept while it is."""
    states = (("abc", 1), ("abcd", 1), ("a", 1))
    assert made_of(states, lambda one: is_left_long(one, 3)) == (2, False)


def test_an_earlier_view_asks_itself():
    """Something of an earlier state that is still in use gives its own answers, not those of now."""
    keeper = Keeper()
    before = thing(keeper, "abc", 1)
    now = thing(keeper, "a", 1)
    assert (is_left_long(now, 3), is_left_long(before, 3)) == (False, True)


def test_what_is_asked_for_later_is_made_of_its_own_state():
    """A file that is asked for after the site was seen in another state is made as if nothing was kept."""
    keeper = Keeper()
    first = thing(keeper, "a", 1)
    later = keeper.later("file", lambda: first.left)
    second = thing(keeper, "b", 1)
    assert keeper.later("file", lambda: second.left)() == "b"
    assert later() == "a"


def test_what_nobody_needs_is_forgotten():
    """A result that some rounds did not ask for is made again, so that a long process does not grow."""
    keeper, counting = Keeper(spare=2), Counting(lambda one: one.left)
    for number in range(6):
        one = thing(keeper, "a", number)
        if number in {0, 5}:
            keeper.get("made", lambda one=one: counting(one))
    assert counting.count == 2


def test_a_copy_is_no_reader():
    """A changed copy of a thing has its own values; what was copied was read."""
    keeper = Keeper()
    one = thing(keeper, "a", "b")
    made = keeper.recorder.record(lambda: replace(one, left="z", recorder=None).left)
    assert made.value == "z"
    assert (("thing",), "right") in made.reads


def test_values_are_the_same_only_where_nobody_can_tell_them_apart():
    """Figures with other decimals, values of other kinds, other orders and records of other places are not the same."""
    assert is_same((1, "a", {"b": Decimal("1.5")}), (1, "a", {"b": Decimal("1.5")}))
    assert not is_same(Decimal("1.5"), Decimal("1.50"))
    assert not is_same(1, True)
    assert not is_same({"a": 1, "b": 2}, {"b": 2, "a": 1})
    assert not is_same(Agency(), Agency())


@pytest.mark.parametrize("name", ["model/site", "analysis/results", "rules/context", "blocks/scope", "pages/scopes"])
def test_what_is_recorded_hides_no_reads(name):
    """Objects of which reads are noted remember answers with their reads; a bare dictionary of such answers is none."""
    text = (Path(prongsai.__file__).parent / f"{name}.py").read_text("utf-8")
    cached = re.findall(r"@(?:cached_property|cache|lru_cache)\b.*\n    def \w+\(.*\) -> (.*):", text)
    assert all(kind.startswith("dict[") for kind in cached), cached
