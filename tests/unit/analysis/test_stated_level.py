"""A stated level is certain, possible or excluded by whatever is known, and a word of no scale is always told."""

from __future__ import annotations

import pytest

from prongsai.analysis.foreign_levels import OtherScale
from prongsai.analysis.levels import Verdict
from prongsai.analysis.stated_level import judge_level, known_level
from unit.makers import make_edition, make_scores, shipped_edition

TOOLS = {"IIT": "90.45", "EIT": "88.58", "OIT": "100.00"}
LOW = {"IIT": "84.00", "EIT": "90.00", "OIT": "96.00"}
LETTERS = ("AA", "A", "B", "C", "D", "E", "F")
NAMED = ("ผ่านดีเยี่ยม", "ผ่านดี", "ผ่าน", "ต้องปรับปรุง", "ต้องปรับปรุงโดยด่วน")
CERTAIN, POSSIBLE, EXCLUDED, FOREIGN, UNKNOWN = Verdict


def judged(level, year, edition=None, **stated):
    """The verdict of a level by the shipped rules of a year."""
    scores, rules = make_scores(fiscal_year=str(year), **stated), edition or shipped_edition(year)
    return judge_level(level, scores, rules, known_level(scores, rules))


@pytest.mark.parametrize(
    ("level", "year", "stated", "verdict"),
    [
        # the total alone
        ("ผ่านดีเยี่ยม", 2566, {"total": "88.00"}, EXCLUDED),
        ("ต้องปรับปรุง", 2567, {"total": "91.20"}, EXCLUDED),
        ("ผ่านดี", 2567, {"total": "91.20"}, POSSIBLE),
        ("ผ่าน", 2567, {"total": "91.20"}, POSSIBLE),
        ("ผ่าน", 2568, {"total": "84.99"}, EXCLUDED),
        ("ต้องปรับปรุง", 2568, {"total": "84.99"}, CERTAIN),
        ("ผ่าน", 2567, {"total": "99.00"}, POSSIBLE),  # a part of EIT may be below 85, no instrument can
        # the total and some instruments
        ("ผ่านดี", 2567, {"total": "90.00", "instruments": {"IIT": "84.00"}}, EXCLUDED),
        ("ผ่าน", 2567, {"total": "90.00", "instruments": {"IIT": "84.00"}}, CERTAIN),
        ("ผ่านดี", 2567, {"total": "93.71", "instruments": TOOLS}, POSSIBLE),
        # and their parts
        ("ผ่านดี", 2567, {"total": "93.71", "instruments": TOOLS, "parts": {"EIT-1": "92", "EIT-2": "86"}}, CERTAIN),
        ("ผ่าน", 2567, {"total": "93.71", "instruments": TOOLS, "parts": {"EIT-1": "92", "EIT-2": "86"}}, EXCLUDED),
        ("ผ่าน", 2567, {"total": "93.71", "instruments": TOOLS, "parts": {"EIT-1": "92", "EIT-2": "84"}}, POSSIBLE),
        ("ผ่านดี", 2567, {"total": "93.71", "instruments": TOOLS, "parts": {"EIT-1": "92", "EIT-2": "84"}}, POSSIBLE),
        ("ผ่านดีเยี่ยม", 2567, {"total": "93.71", "instruments": TOOLS, "parts": {"EIT-1": "92"}}, EXCLUDED),
        # no total, but what bounds it
        ("B", 2565, {"instruments": {"IIT": "80.00", "EIT": "81.00", "OIT": "82.00"}}, CERTAIN),
        ("A", 2565, {"instruments": {"IIT": "80.00", "EIT": "81.00", "OIT": "82.00"}}, EXCLUDED),
        ("B", 2565, {"instruments": {"IIT": "80.00", "EIT": "81.00"}}, POSSIBLE),
        ("AA", 2565, {"instruments": {"IIT": "80.00"}}, EXCLUDED),
        ("ผ่าน", 2568, {"instruments": LOW}, POSSIBLE),  # without weights its total is between 84 and 96
        ("ผ่านดี", 2568, {"instruments": LOW}, EXCLUDED),
        # sources of the scale disagree
        ("E", 2564, {"total": "45.00"}, POSSIBLE),
        ("F", 2564, {"total": "45.00"}, POSSIBLE),
        ("D", 2564, {"total": "45.00"}, EXCLUDED),
        ("E", 2564, {"total": "50.00"}, CERTAIN),
        # a total printed with fewer decimals
        ("B", 2564, {"total": "85"}, POSSIBLE),
        ("A", 2564, {"total": "85"}, CERTAIN),
        ("C", 2564, {"total": "85"}, EXCLUDED),
        ("B", 2564, {"total": "85.00"}, EXCLUDED),
        # nothing to judge by
        ("ผ่าน", 2567, {}, UNKNOWN),
        (None, 2567, {"total": "91.20"}, UNKNOWN),
        ("ผ่าน", 2569, {"total": "91.20"}, UNKNOWN),
        # a word of no level, with a total and without
        ("AA", 2567, {"total": "91.20"}, FOREIGN),
        ("กขค", 2567, {"total": "91.20"}, FOREIGN),
        ("กขค", 2564, {}, FOREIGN),
        ("ผ่านดี", 2565, {}, FOREIGN),
    ],
)
def test_every_level_has_one_of_three_values_by_what_is_known(level, year, stated, verdict):
    """A missing figure makes a level possible, never right, and only what is known excludes one."""
    assert judged(level, year, **stated).verdict is verdict


def test_a_scale_that_does_not_reach_down_calls_no_level_foreign():
    """The level below the lowest step of an incomplete scale may well be the one that is stated."""
    edition = make_edition(levels=[{"name": "ผ่าน", "total_from": "85"}])
    assert judged("ไม่ผ่าน", 2564, edition).verdict is UNKNOWN
    assert judged("ไม่ผ่าน", 2564, edition, total="90").verdict is EXCLUDED


@pytest.mark.parametrize(
    ("word", "year", "meant", "letters", "scale"),
    [
        ("A", 2567, "", "", OtherScale(LETTERS, until=2565)),
        ("А", 2567, "", "А", OtherScale(LETTERS, until=2565)),
        ("ผ่านดี", 2564, "", "", OtherScale(NAMED, since=2566)),
        ("А", 2564, "A", "А", None),
        ("Ε", 2564, "E", "Ε", None),
        ("Ａ", 2564, "A", "Ａ", None),
        ("a", 2564, "A", "", None),
        ("ระดับ B", 2564, "B", "", None),
        ("ผ่าน ดี", 2567, "ผ่านดี", "", None),
        ("ผ่านดีเยียม", 2567, "ผ่านดีเยี่ยม", "", None),
        ("ไม่ผ่าน", 2567, "", "", None),
        ("ดีมาก", 2564, "", "", None),
        ("BB", 2564, "", "", None),
    ],
)
def test_a_word_of_no_scale_is_read_for_what_it_may_mean(word, year, meant, letters, scale):
    """Its spelling, letters of other scripts and the years in which it is a level follow from the editions."""
    found = judged(word, year).foreign
    assert found is not None
    assert (found.meant, "".join(one.character for one in found.letters), found.scale) == (meant, letters, scale)


def test_two_totals_without_a_choice_leave_two_levels():
    """A document that states 84.40 and 85.16 leaves A and B possible; with a chosen list one of them."""
    total = {"value": "84.40", "at": "ก", "also_stated": [{"value": "85.16", "at": "ข"}]}
    found = judged("A", 2565, total=total)
    assert (found.verdict, found.found.candidates, found.found.doubt.is_twice) == (POSSIBLE, ("A", "B"), True)
    chosen = judged("A", 2565, total=total, valid_list={"at": "ก", "because": "ตรงกับประกาศ"})
    assert chosen.verdict is EXCLUDED
