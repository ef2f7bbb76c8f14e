"""Repair of Thai pasted from a PDF: what is broken is put right and said, what is sound stays."""

import random
from pathlib import Path

import pytest

from prongsai.rulebooks.repair import find_windows, repair
from unit.makers import shipped_edition

CASES = Path(__file__).resolve().parents[2] / "cases" / "rulebooks"
BROKEN = [line.split("\t") for line in (CASES / "broken-words.txt").read_text("utf-8").splitlines()]
SOUND = (CASES / "sound-words.txt").read_text("utf-8").splitlines()
TITLES = [item.title for year in (2564, 2566, 2569) for item in shipped_edition(year).items.values() if item.title]


@pytest.mark.parametrize(("broken", "meant"), BROKEN)
def test_a_broken_text_is_put_right_and_said(broken, meant):
    """Each way in which PDFs break sara am, and the letters of old fonts."""
    made = repair(broken)
    assert (made.text, bool(made.kinds)) == (meant, True)


@pytest.mark.parametrize("text", SOUND)
def test_a_sound_text_stays(text):
    """Words that only look as if a nikhahit were lost are left alone."""
    assert repair(text) == (text, ())


def test_no_known_title_is_taken_for_broken():
    """Every title that ships is sound, by the words alone and next to the others."""
    windows = find_windows(TITLES)
    assert [one for one in TITLES if repair(one, windows).kinds] == []


@pytest.mark.parametrize("way", ["ํา", "าํ", " า", "า", "ำา"])
def test_titles_of_earlier_years_are_read_again_whatever_broke_them(way):
    """With the titles of other years at hand, all of a broken title that they have comes back."""
    chance = random.Random(way)
    windows = find_windows(TITLES)
    broken = [(one, one.replace("ำ", way)) for one in TITLES if "ำ" in one]
    lost = [(one, made) for one, text in broken if (made := repair(text, windows).text) != one]
    assert lost == []
    assert len(chance.sample(broken, 5)) == 5
