"""The words for the answer to an OIT item: its state, year and dates, its links, its elements and what it lacks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import cast

from prongsai import addresses
from prongsai.analysis.results import Results, YearResult
from prongsai.model.stated import Absence
from prongsai.views.content import NamedFact, Part, Phrase, fact
from prongsai.views.links.states import LinkShown, show_link
from prongsai.views.measures.declared import more_facts
from prongsai.views.names import without_paths
from prongsai.views.oit.answers import AnsweredElement, AnsweredLink, Graded, ItemAnswer, State
from prongsai.views.oit.items import own_answer, result_facts
from prongsai.views.oit.lacks import answer_lack, found_lacks
from prongsai.views.speech import Speech
from prongsai.web import host_of
from prongsai.wording.lacks import ANSWERS

ItemStatus = State | Graded
# Mark, word and kind of each state; the mark is never without the word.
_BY_ANSWER: dict[ItemStatus, str] = {"ready": "✓", "lacking": "!", "has_not": "✗", "open": "?"}
_BY_SCORE: dict[ItemStatus, str] = {"full": "✓", "part": "!", "zero": "✗", "unscored": "?"}
MARKS: dict[ItemStatus, str] = _BY_ANSWER | _BY_SCORE
_WORDS: dict[str, str] = {"full": "ได้คะแนน", "part": "ได้คะแนนบางส่วน", "zero": "ไม่ได้คะแนน", "unscored": "ไม่ทราบคะแนน"}
_KINDS: dict[ItemStatus, str] = {"ready": "done", "lacking": "weak", "has_not": "stopped", "open": "unknown"}
_KINDS |= {"full": "done", "part": "weak", "zero": "stopped", "unscored": "unknown"}
LOOKS: dict[ItemStatus, State] = {"full": "ready", "part": "lacking", "zero": "has_not", "unscored": "open"}
OWN_SITE = "เว็บไซต์นี้"
ELEMENT_MARKS = {"there": "✓", "missing": "✗", "unknown": "?"}
ELEMENT_WORDS = {"there": "มีแล้ว", "missing": "ยังขาด", "unknown": "ยังไม่ได้ระบุ"}


@dataclass(frozen=True)
class LinkLine:
    """One link of an answer; `where` is its host, or its path on this site, `link` what the answer says of it.

    `shown` is what is known of an address of the web from checks.
    """

    phrase: Phrase
    where: str
    steps: tuple[str, ...]
    explanation: tuple[Part, ...]
    checked: str
    does_not_open: str
    link: AnsweredLink
    shown: LinkShown | None


@dataclass(frozen=True)
class ElementLine:
    """One required element: its state with mark and word, its text leading to where it is, and its place."""

    anchor: str
    state: str
    mark: str
    word: str
    phrase: Phrase
    place: str
    note: str


@dataclass(frozen=True)
class LackLine:
    """Something that an item lacks, for those who read the page: they do not learn how to fix the data."""

    text: str
    explanation: str = ""


def word_state(state: ItemStatus, speech: Speech, *, told: bool = True) -> str:
    """The status of an item in words; ready is said where `told`, and of a document what it does not state."""
    if state in _WORDS:
        return _WORDS[state]
    if state == "open" and speech.from_document:
        return speech.missing().text
    words = ANSWERS[cast("State", state)]
    return words.answer if state == "ready" and not told else words.status


def look_of(state: ItemStatus) -> State:
    """The look of a status: a score looks like the answer that is as good."""
    return LOOKS.get(state) or cast("State", state)


def state_phrase(item: ItemAnswer, speech: Speech) -> Phrase:
    """The answer of an item as a tag: มี, มี แต่ยังต้องแก้ไข, ไม่มี, or that nothing was entered.

    Once the item has its score, the answer is a fact like others and has no colour.
    """
    state = "ready" if item.state == "lacking" and item.after_scoring else item.state
    said = ANSWERS[state].answer if state != "open" else word_state(state, speech)
    kind = "" if item.after_scoring and item.state != "open" else _KINDS[item.state]
    return Phrase(said, kind=kind)


def tag_phrase(item: ItemAnswer, speech: Speech) -> Phrase:
    """The tag next to the name of an item: whether it got its score, before that its answer."""
    if not item.after_scoring:
        return state_phrase(item, speech)
    return Phrase(word_state(item.status, speech), kind=_KINDS[item.status])


def word_title(item: ItemAnswer, speech: Speech) -> str:
    """O42 with the title, else what it is about or what the nearest year calls it, or the code alone."""
    return f"{item.code} {speech.digits(item.title) or item.named_otherwise(speech)}".strip()


def year_phrase(item: ItemAnswer, speech: Speech) -> Phrase | None:
    """Of which fiscal year the answer speaks, and whether that is the one that the item asks for; None if unknown."""
    stated, required = item.stated_year, item.required_year if item.told else None
    if stated is None:
        wants = required is not None and item.answer == "has"
        return Phrase(f"ต้องเป็นข้อมูล{speech.fiscal_year(required)}", kind="planned") if required and wants else None
    text = f"ข้อมูล{speech.fiscal_year(stated)}"
    if required is None:
        return Phrase(text, kind="planned")
    if stated == required:
        return Phrase(f"{text} ตรงปีที่กำหนด", kind="done")
    return Phrase(f"{text} หลักเกณฑ์กำหนดปี {speech.digits(required)}", kind="weak")


def word_checked(item: ItemAnswer, speech: Speech) -> str:
    """The day on which all links of an item were last opened; empty where it has none to open."""
    if all(link.own for link in item.links) or not (item.told or item.last_check):
        return ""
    return f"ตรวจลิงก์ล่าสุด {speech.date(item.last_check)}" if item.last_check else word_unchecked(item)


def word_unchecked(item: ItemAnswer) -> str:
    """That no link of an item was opened yet, or not every one."""
    return "ยังตรวจลิงก์ไม่ครบ" if any(link.last_check for link in item.links) else "ยังไม่ได้ตรวจลิงก์"


def word_responsible(item: ItemAnswer) -> tuple[Phrase, ...]:
    """The units that are responsible as they were called then and are today, with their pages, or that none is."""
    if not item.units:
        return (Phrase("ยังไม่ได้ระบุ", kind="absent"),)
    named = zip(item.units, item.units_today, strict=True)
    phrases = [
        Phrase(f"{name} {today}".strip(), href=addresses.unit_path(key) if key else "") for (key, name), today in named
    ]
    spaced = [phrase for one in phrases for phrase in (Phrase(", "), one)]
    return tuple(spaced[1:])


def link_lines(item: ItemAnswer, speech: Speech) -> tuple[LinkLine, ...]:
    """The links of an answer."""
    return tuple(_link_line(link, speech, told=item.told) for link in item.links)


def _link_line(link: AnsweredLink, speech: Speech, *, told: bool) -> LinkLine:
    # What the site says of its own page is worded by us; other titles and steps are as they were typed.
    own = speech.digits if link.own else str
    title = own(link.title) if link.title else "ยังไม่ได้กรอกที่อยู่ของลิงก์"
    where = f"{OWN_SITE} {link.href}" if link.href.startswith("/") else host_of(link.href)
    return LinkLine(
        phrase=Phrase(title, href=link.href),
        where="" if where == title else where,
        steps=tuple(own(step) for step in link.steps),
        explanation=speech.texts(link.explanation) if link.explanation else (),
        checked=speech.date(link.checked_on) if link.checked_on else "",
        does_not_open=link.does_not_open,
        link=link,
        shown=show_link(link.seen, link.checked_on, link.does_not_open, speech) if told and link.is_external else None,
    )


def element_lines(elements: Iterable[AnsweredElement], speech: Speech, *, told: bool = True) -> tuple[ElementLine, ...]:
    """The required elements of an item, each with its state; unless `told` only what is there is marked."""
    return tuple(_element_line(one, speech, is_marked=told or one.state == "there") for one in elements)


def _element_line(element: AnsweredElement, speech: Speech, *, is_marked: bool) -> ElementLine:
    return ElementLine(
        anchor=addresses.element_anchor(element.key),
        state=element.state,
        mark=ELEMENT_MARKS[element.state] if is_marked else "",
        word=ELEMENT_WORDS[element.state] if is_marked else "",
        phrase=Phrase(speech.digits(element.text), href=element.href),
        place=element.place,
        note=speech.digits(element.note),
    )


def lack_lines(item: ItemAnswer, speech: Speech) -> tuple[LackLine, ...]:
    """The findings of an item, in the words of the check but for the places in data files."""
    lines = (LackLine(speech.digits(without_paths(one.says)), one.explanation) for one in found_lacks(item))
    return tuple(lines)


_SCORED: dict[str, str] = {"full": "ข้อนี้ได้คะแนน", "part": "ข้อนี้ได้คะแนนบางส่วน", "zero": "ข้อนี้ไม่ได้คะแนน"}


def lead_sentence(item: ItemAnswer, speech: Speech) -> str:
    """The state of the item in a sentence, with who is responsible where it is not ready.

    What it lacks is in a list of its own. Once the item has its score, the sentence says whether it got any, and
    where readiness is not shown, there is none.
    """
    if item.after_scoring:
        return _SCORED.get(item.status) or speech.no_data("คะแนนของข้อนี้")
    if not item.told:
        return ""
    lack = answer_lack(item, speech)
    state = lack.says if lack else ANSWERS[item.state].says
    if item.state == "ready":
        return state
    return f"{state} {f'ผู้รับผิดชอบ: {item.unit}' if item.unit else 'ยังไม่ได้ระบุผู้รับผิดชอบ'}"


def answered_facts(item: ItemAnswer, result: YearResult, speech: Speech) -> tuple[NamedFact, ...]:
    """The facts of an item that has an answer, or of one that still waits for it in a year with answers."""
    graded = result_facts(result, item.code, speech)
    facts = [*(graded if item.after_scoring else ()), fact("คำตอบ", state_phrase(item, speech))]
    if item.unit or (item.answer and item.told):
        facts.append(fact("หน่วยงานผู้รับผิดชอบ", *word_responsible(item)))
    year = year_phrase(item, speech)
    if year:
        facts.append(fact("ปีของข้อมูล", year))
    elif item.required_year is not None:
        facts.append(fact("ปีของข้อมูลที่ต้องแสดง", speech.fiscal_year(item.required_year)))
    return (*facts, *_dates(item, speech), *(() if item.after_scoring else graded), *_remarks(item, speech))


def _dates(item: ItemAnswer, speech: Speech) -> list[NamedFact]:
    facts = []
    if item.published_on:
        facts.append(fact("วันที่เผยแพร่", speech.date(item.published_on)))
    elif item.answer == "has" and item.stated and item.stated.published_on is not Absence.NOT_ENTERED:
        facts.append(fact("วันที่เผยแพร่", *speech.stated(item.stated.published_on)))
    if any(not link.own for link in item.links) and (item.told or item.last_check):
        facts.append(fact("ตรวจลิงก์ล่าสุด", speech.date(item.last_check) if item.last_check else word_unchecked(item)))
    return facts


def _remarks(item: ItemAnswer, speech: Speech) -> list[NamedFact]:
    stated, facts = item.stated, []
    if stated is not None and stated.nothing_happened is not None:
        facts.append(fact("กรณีไม่มีข้อมูล", stated.nothing_happened))
    if stated is not None and stated.note is not None:
        facts.append(fact("หมายเหตุ", stated.note))
    return [*facts, *(more_facts(stated.more, speech) if stated is not None else ())]


def plain_facts(item: ItemAnswer, results: Results, speech: Speech) -> tuple[NamedFact, ...]:
    """The facts of an item in a year that shows no answers."""
    result = results.years[item.year]
    facts = [*result_facts(result, item.code, speech)]
    facts.append(fact("คำตอบในเว็บไซต์นี้", own_answer(results, result.year, item.code, speech)))
    if item.required_year is not None:
        facts.append(fact("ปีของข้อมูลที่ต้องแสดง", speech.fiscal_year(item.required_year)))
    return tuple(facts)
