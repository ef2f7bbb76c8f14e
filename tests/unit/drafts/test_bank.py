"""The bank of measures: every key means something, no two are alike, every gap says what it asks for."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from itertools import combinations

import pytest

from prongsai.drafts.bank import PLACES, fill, is_filled_in, load_bank, plain
from prongsai.drafts.naming import Naming
from prongsai.model.unfinished import gaps_in
from unit.makers import YEARS, shipped_edition

BANK = load_bank()
MEANINGS = {
    item.key
    for year in YEARS
    for item in (*shipped_edition(year).items.values(), *shipped_edition(year).unnumbered.values())
}
INDICATORS = {number for year in YEARS for number in shipped_edition(year).indicators}
ALIKE = 0.9
ENGLISH_ALLOWED = {"No", "Gift", "Policy", "Q", "A"}


def test_there_are_enough():
    """At least forty, each with all its parts and at most five steps."""
    assert len(BANK.proposals) >= 40
    for one in BANK.proposals:
        assert 2 <= len(one.steps) <= 5, one.id
        assert one.monitoring, one.id
        assert one.reporting, one.id
        assert one.target, one.id
        assert one.items or one.indicators or one.subjects, one.id


def test_every_key_is_one_of_an_edition_or_of_the_bank():
    """A meaning, a number or a subject that nothing has would never be chosen."""
    for one in BANK.proposals:
        assert {*one.items} <= MEANINGS, one.id
        assert {*one.indicators} <= INDICATORS, one.id
        assert {*one.subjects} <= BANK.subjects.keys(), one.id


def test_everything_has_a_proposal():
    """Each item of each edition, each indicator, and each subject of questions."""
    assert {key for key in MEANINGS if key and not any(BANK.for_item(key))} == set()
    assert {number for number in INDICATORS if not any(BANK.for_indicator(number))} == set()
    assert {name for name in BANK.subjects if not any(BANK.for_subjects([name]))} == set()
    assert min(len(list(BANK.for_indicator(number))) for number in INDICATORS) >= 2


def test_no_two_are_alike():
    """Neither titles nor steps of two proposals say the same in nearly the same words."""
    assert len({one.id for one in BANK.proposals}) == len(BANK.proposals)
    for one, other in combinations(BANK.proposals, 2):
        assert SequenceMatcher(None, one.title, other.title).ratio() < ALIKE, (one.id, other.id)
        shared = {*map(plain, one.steps)} & {*map(plain, other.steps)}
        assert shared == set(), (one.id, other.id)


@pytest.mark.parametrize("one", BANK.proposals, ids=lambda one: one.id)
def test_a_proposal_asks_what_only_the_agency_knows(one):
    """It has gaps, each in words; every mark belongs to one; and the places to fill are known ones."""
    assert any(gaps_in(text) for text in one.texts)
    for text in one.texts:
        marks = text.count("___")
        assert marks == 2 * len(gaps_in(text)), text
        assert all(re.search("[ก-๛]", gap) for gap in gaps_in(text)), text
        assert {*re.findall(r"\{(\w+)\}", text)} <= {*PLACES}, text


@pytest.mark.parametrize("one", BANK.proposals, ids=lambda one: one.id)
def test_a_proposal_is_in_plain_thai(one):
    """No English words, no long dashes, no blank twice, no blank before a mark of a list."""
    for text in one.texts:
        words = {*re.findall(r"[A-Za-z]+", re.sub(r"\{\w+\}", "", text))}
        assert words <= ENGLISH_ALLOWED, text
        assert not re.search("[–—]|  | $|^ |เเ|ํา", text), text


def test_a_filled_text_is_known_again():
    """A text of which only gaps and places were filled is the bank's; one with other words is not."""
    text = BANK.proposals[0].steps[0]
    filled = fill(text, dict.fromkeys(PLACES, "เทศบาลตำบลทดสอบ")).replace(
        f"___{gaps_in(text)[0]}___", "ประกาศลงวันที่ ๑ ตุลาคม"
    )
    assert is_filled_in(text, plain(filled))
    assert not is_filled_in(text, plain(f"{filled} และแก้ไขให้ถูกต้อง"[3:]))


def test_the_whole_name_of_the_agency_comes_once_in_a_measure():
    """After it the short one, with blanks around it; an agency without a short name has its own each time."""
    texts = ("ตรวจเว็บไซต์ของ{agency}ทุกเดือน", "ให้{agency}ประกาศ", "เผยแพร่ในหน้าของ{agency}")
    town, other = Naming("เทศบาลตำบลทดสอบ", {}), Naming("สำนักงานทดสอบ", {})
    assert [town.fill(text) for text in texts] == [
        "ตรวจเว็บไซต์ของเทศบาลตำบลทดสอบทุกเดือน",
        "ให้ ทต.ทดสอบ ประกาศ",
        "เผยแพร่ในหน้าของ ทต.ทดสอบ",
    ]
    assert other.fill(texts[0]) == other.fill(texts[0]) == "ตรวจเว็บไซต์ของสำนักงานทดสอบทุกเดือน"


@pytest.mark.parametrize("one", BANK.proposals, ids=lambda one: one.id)
def test_a_name_has_no_blank_around_it_that_the_sentence_has_not(one):
    """Names of the agency and its officials are written together with the word before, as Thai is."""
    assert not [text for text in one.texts if re.search(r"[ก-๛] \{(agency|head|chief)\}", text)]
