"""Levels of the result: letters with a conflict of sources, and five names with conditions on the instruments."""

from decimal import Decimal

import pytest

from prongsai.analysis.levels import LevelResult, level_of
from prongsai.analysis.scoring import compute_scores
from prongsai.analysis.stated_level import known_level
from unit.makers import make_edition, make_scores, shipped_edition

LETTERS = (2563, 2564, 2565)
NAMED = (2566, 2567, 2568)


def tools(iit, eit, oit):
    """Scores of the three instruments."""
    return {"IIT": Decimal(iit), "EIT": Decimal(eit), "OIT": Decimal(oit)}


@pytest.mark.parametrize("year", LETTERS)
@pytest.mark.parametrize(
    ("total", "level"),
    [
        ("100", "AA"),
        ("95.00", "AA"),
        ("94.99", "A"),
        ("85.00", "A"),
        ("84.99", "B"),
        ("75.00", "B"),
        ("74.99", "C"),
        ("65.00", "C"),
        ("64.99", "D"),
        ("55.00", "D"),
        ("54.99", "E"),
        ("50.00", "E"),
        ("39.99", "F"),
        ("0", "F"),
    ],
)
def test_a_letter_follows_from_the_total(year, total, level):
    """Each letter begins at its lowest total."""
    assert level_of(Decimal(total), {}, shipped_edition(year)) == LevelResult(level, (level,))


@pytest.mark.parametrize("year", LETTERS)
@pytest.mark.parametrize("total", ["40.00", "45", "49.99"])
def test_where_sources_conflict_no_letter_is_chosen(year, total):
    """Between 40 and 50 one source says E and another F: both are candidates, none is the level."""
    assert level_of(Decimal(total), {}, shipped_edition(year)) == LevelResult(None, ("E", "F"))


@pytest.mark.parametrize("year", NAMED)
@pytest.mark.parametrize(
    ("total", "instruments", "level"),
    [
        ("95.81", tools("96", "94.99", "96"), "ผ่านดี"),
        ("95.81", tools("95", "95", "97"), "ผ่านดีเยี่ยม"),
        ("94.64", tools("95", "84.99", "100"), "ผ่าน"),
        ("92.43", tools("90", "85", "95"), "ผ่านดี"),
        ("95.50", tools("100", "84", "100"), "ผ่าน"),
        ("85.00", tools("85", "85", "85"), "ผ่านดี"),
        ("84.99", tools("100", "100", "60"), "ต้องปรับปรุง"),
        ("70.00", tools("70", "70", "70"), "ต้องปรับปรุง"),
        ("69.99", tools("70", "70", "69"), "ต้องปรับปรุงโดยด่วน"),
        ("0", tools("0", "0", "0"), "ต้องปรับปรุงโดยด่วน"),
    ],
)
def test_a_named_level_follows_from_total_and_instruments(year, total, instruments, level):
    """95.81 with an instrument below 95 is only ผ่านดี, 94.64 with one below 85 only ผ่าน; both parts of EIT alike."""
    parts = dict.fromkeys(("EIT-1", "EIT-2"), instruments["EIT"])
    assert level_of(Decimal(total), instruments, shipped_edition(year), parts) == LevelResult(level, (level,))


@pytest.mark.parametrize("year", NAMED)
@pytest.mark.parametrize(
    ("total", "instruments", "parts", "levels"),
    [
        # nobody stated the parts: they may be on both sides of EIT
        ("93.71", tools("90.45", "88.58", "100"), {}, ("ผ่านดี", "ผ่าน")),
        ("96.00", tools("96", "96", "96"), {}, ("ผ่านดีเยี่ยม", "ผ่านดี", "ผ่าน")),
        ("95.81", tools("90", "96", "100"), {}, ("ผ่านดี", "ผ่าน")),
        # one of them
        ("93.71", tools("90.45", "88.58", "100"), {"EIT-1": "92"}, ("ผ่านดี", "ผ่าน")),
        # both, on one side of the bound as EIT itself
        ("93.71", tools("90.45", "88.58", "100"), {"EIT-1": "92", "EIT-2": "85"}, ("ผ่านดี",)),
        # they make no difference: something else is low, EIT itself is, all of it is full, or the total does not pass
        ("90.00", tools("84", "90", "96"), {}, ("ผ่าน",)),
        ("90.00", tools("95", "84.99", "96"), {}, ("ผ่าน",)),
        ("96.00", tools("95", "100", "96"), {}, ("ผ่านดีเยี่ยม",)),
        ("84.99", tools("90", "90", "77"), {}, ("ต้องปรับปรุง",)),
    ],
)
def test_a_level_that_depends_on_the_parts_of_eit_is_not_known_without_them(year, total, instruments, parts, levels):
    """All that it may be are candidates, and what lacks is named; where the parts change nothing, that is said."""
    stated = {key: Decimal(value) for key, value in parts.items()}
    found = level_of(Decimal(total), instruments, shipped_edition(year), stated)
    assert (found.candidates, found.name) == (levels, levels[0] if len(levels) == 1 else None)
    assert found.unknown_parts == (("EIT",) if len(levels) > 1 else ())


@pytest.mark.parametrize("instruments", [{}, {"IIT": Decimal(99)}])
def test_without_all_instruments_a_passing_level_is_not_known(instruments):
    """From 85 up the instruments decide, so without them the level stays open between those that the total allows."""
    found = level_of(Decimal("90.00"), instruments, shipped_edition(2567))
    assert (found.name, found.candidates) == (None, ("ผ่านดี", "ผ่าน"))


def test_below_the_passing_total_the_instruments_do_not_matter():
    """A total of 80 is ต้องปรับปรุง whatever the instruments are."""
    assert level_of(Decimal(80), {}, shipped_edition(2567)).name == "ต้องปรับปรุง"


def test_without_a_total_or_a_scale_there_is_no_level():
    """Nothing is guessed where the total is unknown or the scale of the year is not verified."""
    assert level_of(None, {}, shipped_edition(2564)) == LevelResult(None)
    assert level_of(Decimal(90), tools("90", "90", "90"), shipped_edition(2569)) == LevelResult(None)


def test_a_scale_that_does_not_reach_down_leaves_low_totals_open():
    """A lower total has no level where only the upper levels are verified."""
    edition = make_edition(levels=[{"name": "ผ่าน", "total_from": "85"}])
    assert level_of(Decimal(80), {}, edition) == LevelResult(None, ())


@pytest.mark.parametrize(("lowest", "level"), [("84.99", "ผ่าน"), ("85.00", None)])
def test_an_instrument_just_at_the_bound_is_not_below_it(lowest, level):
    """“Below 85” does not hold for 85.00."""
    edition = make_edition(levels=[{"name": "ผ่าน", "total_from": "85", "some_instrument_below": "85"}])
    assert level_of(Decimal(90), tools("90", lowest, "95"), edition).name == level


@pytest.mark.parametrize("year", NAMED)
@pytest.mark.parametrize("parts", [{"EIT-1": "92", "EIT-2": "84"}, {"EIT-1": "84"}])
def test_a_part_below_the_bound_leaves_open_which_of_the_two_counts(year, parts):
    """No source tells if EIT counts as a whole or part by part: where both give another level, none is certain."""
    stated = {key: Decimal(value) for key, value in parts.items()}
    found = level_of(Decimal("93.71"), tools("90.45", "88.58", "100"), shipped_edition(year), stated)
    assert (found.name, found.candidates) == (None, ("ผ่านดี", "ผ่าน"))
    assert (found.doubt.counted, found.doubt.whole, found.doubt.apart) == (("EIT",), ("ผ่านดี",), ("ผ่าน",))
    assert (found.doubt.parts, found.doubt.tools) == ((), ())


def test_the_level_of_the_published_total_uses_published_instruments():
    """Published figures decide the level of the published total, also where nothing can be computed."""
    scores = make_scores(total="94.64", instruments={"IIT": "97", "EIT": "84.90", "OIT": "99"})
    assert known_level(scores, shipped_edition(2568)).name == "ผ่าน"
    assert compute_scores(scores, shipped_edition(2568)).level.name is None
