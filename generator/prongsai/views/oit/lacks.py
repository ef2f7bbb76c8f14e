"""Lacks of an item, said by one function for every door, which only chooses numerals and what is for its readers."""

from __future__ import annotations

from dataclasses import dataclass, replace

from prongsai.problems import Problem
from prongsai.views.oit.answers import ItemAnswer
from prongsai.views.oit.unfit import word_unanswered
from prongsai.views.speech import Speech
from prongsai.wording import message_of
from prongsai.wording.lacks import OPEN_IN_DOCUMENT, Lack, word_lack

_ELEMENTS = "oit-element-missing"


@dataclass(frozen=True)
class Lacking:
    """Something that an item lacks: in words, with the agency's explanation and the problem that it comes from."""

    says: str
    fix: str = ""
    explanation: str = ""
    problem: Problem | None = None
    kind: Lack | None = None


def lacks_of(item: ItemAnswer, speech: Speech, renew: int | None = None) -> tuple[Lacking, ...]:
    """All that an item lacks: by its answer, by what may cost its score, and by what its register says is missing.

    `renew` is the year from which the answer was carried, while it waits to be gone over: the officer's own business.
    """
    answered = answer_lack(item, speech, renew)
    return (*((answered,) if answered else ()), *found_lacks(item))


def answer_lack(item: ItemAnswer, speech: Speech, renew: int | None = None) -> Lacking | None:
    """The lack of an item that is not answered with has; None for one that is."""
    if renew is not None:
        return _worded(Lack.WAITS, year=str(renew))
    if item.answer == "has":
        return None
    if item.answer == "has_not":
        says_nothing = item.stated is not None and item.stated.nothing_happened is not None
        return _worded(Lack.NOTHING_HAPPENED if says_nothing else Lack.HAS_NOT)
    found, unfit = _worded(Lack.OPEN), word_unanswered(item, speech)
    if unfit:
        return replace(found, says=unfit)
    return replace(found, says=speech.no_data(OPEN_IN_DOCUMENT)) if speech.from_document else found


def found_lacks(item: ItemAnswer) -> tuple[Lacking, ...]:
    """All that may cost the score, in the words of the check, and what the register says is missing besides."""
    found = tuple(Lacking(word_finding(one), "", one.explanation, one) for one in item.findings)
    return (*found, *stated_missing(item))


def stated_missing(item: ItemAnswer) -> tuple[Lacking, ...]:
    """The elements that the register says are missing from an item that is not ready, where no rule says so."""
    if item.state != "lacking" or any(one.code == _ELEMENTS for one in item.findings) or not item.missing:
        return ()
    noted = (f"“{one.text}”{f' ({one.note})' if one.note else ''}" for one in item.missing)
    return (_worded(Lack.ELEMENTS, names=", ".join(noted)),)


def word_finding(found: Problem) -> str:
    """The sentence of the check on what was found of an item."""
    return message_of(found.code, found.values)


def _worded(lack: Lack, **values: str) -> Lacking:
    words = word_lack(lack, **values)
    return Lacking(words.says, words.fix, kind=lack)
