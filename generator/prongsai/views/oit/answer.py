"""The answer of an item's page: its state or its score, the year of the data, its unit and day, and the link."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from prongsai.analysis.results import Results
from prongsai.views.content import Answer, NamedFact, Part, Phrase, fact
from prongsai.views.oit.answers import ItemAnswer
from prongsai.views.oit.items import own_answer, score_parts, shows_answers
from prongsai.views.oit.words import (
    ElementLine,
    answered_facts,
    element_lines,
    lead_sentence,
    link_lines,
    plain_facts,
    tag_phrase,
)
from prongsai.views.speech import Speech

ANSWER = "#answer"  # the section of an item's page with the links of its answer
_ANSWER, _SCORE, _HERE = "คำตอบ", "คะแนน", "คำตอบในเว็บไซต์นี้"
_YEARS = ("ปีของข้อมูล", "ปีของข้อมูลที่ต้องแสดง")
_FIRST = (_ANSWER, *_YEARS, "หน่วยงานผู้รับผิดชอบ", "วันที่เผยแพร่")  # in the strip, in this order
_SHORT = {"หน่วยงานผู้รับผิดชอบ": "ผู้รับผิดชอบ"}
_NO_LINK = Phrase("ยังไม่มีลิงก์ในทะเบียน", kind="absent")


def item_answer(results: Results, item: ItemAnswer, speech: Speech) -> Answer:
    """The state or the score of an item, whose data the answer is, and the link to it, or that there is none."""
    if not shows_answers(results, item.year):
        return _without_register(results, item, speech)
    action, about = _link(item, speech)
    lacks = () if action else (fact("ลิงก์", _NO_LINK),)
    said: tuple[Part, ...] = (*_scored(results, item, speech), tag_phrase(item, speech))
    if not item.after_scoring and item.state == "ready" and (ready := lead_sentence(item, speech)):
        said = (*said, Phrase(ready, kind="aside"))
    return Answer(said, (*_first_facts(results, item, speech), *lacks), action, about)


def more_facts(results: Results, item: ItemAnswer, speech: Speech) -> tuple[NamedFact, ...]:
    """The other facts of the item, which the strip does not say."""
    said = {*_FIRST, _SCORE, _HERE}
    return tuple(one for one in _all_facts(results, item, speech) if one.name not in said)


def placed_elements(item: ItemAnswer, speech: Speech) -> tuple[ElementLine, ...]:
    """The required elements of an item, each leading to where it is, as near as the agency says.

    One that is there but has no address of its own is in the answer: where that is one link, it leads there; where it
    is in one of several, or in one that does not open, to the list of them.
    """
    links = [one for one in link_lines(item, speech) if one.phrase.href]
    opens = len(links) == 1 and not links[0].does_not_open
    answer = links[0].phrase.href if opens else ANSWER if links else ""
    lines = element_lines(item.elements, speech, told=item.told)
    return tuple(_leading(one, answer) if one.state == "there" else one for one in lines)


def _leading(line: ElementLine, answer: str) -> ElementLine:
    return line if line.phrase.href else replace(line, phrase=replace(line.phrase, href=answer))


def not_ready(item: ItemAnswer, speech: Speech) -> str:
    """The sentence on an item that is not ready, where readers may know it; else an empty text."""
    return "" if item.after_scoring or item.state == "ready" else lead_sentence(item, speech)


def _without_register(results: Results, item: ItemAnswer, speech: Speech) -> Answer:
    """The result of an item in a year without answers, and the page of this site that answers it, if one does."""
    own = own_answer(results, results.years[item.year].year, item.code, speech)
    scored = _scored(results, item, speech)
    answered = Phrase("มีคำตอบ") if own.href else own
    said = (*scored, tag_phrase(item, speech)) if item.after_scoring else (answered,)
    lacks = (fact(_HERE, own),) if item.after_scoring and not own.href else ()
    return Answer(said, (*_first_facts(results, item, speech), *lacks), own if own.href else None)


def _scored(results: Results, item: ItemAnswer, speech: Speech) -> Iterator[Part]:
    result = results.years[item.year]
    if item.code in result.computed.items:
        yield from score_parts(result, item.code, speech)
        yield Phrase("คะแนน", kind="aside")


def _all_facts(results: Results, item: ItemAnswer, speech: Speech) -> tuple[NamedFact, ...]:
    if shows_answers(results, item.year):
        return answered_facts(item, results.years[item.year], speech)
    return plain_facts(item, results, speech)


def _first_facts(results: Results, item: ItemAnswer, speech: Speech) -> Iterator[NamedFact]:
    """The facts that people look for first; before an item has its score, its answer is the state, said above them."""
    found = {one.name: one for one in _all_facts(results, item, speech)}
    names = _FIRST if item.after_scoring else _FIRST[1:]
    if not any(name in found for name in _YEARS):
        yield fact("ปีที่ประเมิน", f"พ.ศ. {speech.digits(item.year)}")
    yield from (NamedFact(_SHORT.get(name, name), found[name].parts) for name in names if name in found)


def _link(item: ItemAnswer, speech: Speech) -> tuple[Phrase | None, str]:
    """The first link of the answer with its title and its host, and how many there are; None without any."""
    lines = [line for line in link_lines(item, speech) if line.phrase.href]
    if not lines:
        return None, ""
    first, more = lines[0], len(lines) - 1
    title = first.phrase.text if first.phrase.text != first.phrase.href else first.where
    others = f"และอีก {speech.digits(more)} ลิงก์" if more else ""
    return Phrase("เปิดคำตอบ", href=first.phrase.href), " ".join(filter(None, (title, others)))
