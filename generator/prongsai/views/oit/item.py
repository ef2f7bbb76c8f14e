"""The page of one OIT item: its state in a sentence first, then its facts, as far as they are known."""

from __future__ import annotations

from prongsai.analysis.results import Results, YearResult
from prongsai.model.stated import Absence
from prongsai.views.content import NamedFact, fact
from prongsai.views.oit.answers import ItemAnswer
from prongsai.views.oit.items import own_answer, result_facts
from prongsai.views.oit.words import state_phrase, word_responsible, word_unchecked, year_phrase
from prongsai.views.speech import Speech

_NOT_READY = {
    "lacking": "ข้อนี้ตอบว่ามี แต่ยังมีสิ่งที่ต้องแก้ไข",
    "has_not": "ข้อนี้ตอบว่าไม่มี",
    "open": "ทะเบียนยังไม่มีคำตอบของข้อนี้",
}

_SCORED: dict[str, str] = {"full": "ข้อนี้ได้คะแนน", "part": "ข้อนี้ได้คะแนนบางส่วน", "zero": "ข้อนี้ไม่ได้คะแนน"}


def lead_sentence(item: ItemAnswer, speech: Speech) -> str:
    """The state of the item in a sentence, with what is missing by name and who is responsible where it is not ready.

    Other findings stand in a list of their own. Once the item has its score, the sentence says whether it got any, and
    where readiness is not told, there is none.
    """
    if item.after_scoring:
        return _SCORED.get(item.status) or speech.no_data("คะแนนของข้อนี้")
    if not item.told:
        return ""
    if item.state == "ready":
        return "ข้อนี้พร้อมแล้ว"
    names = ", ".join(speech.digits(one.text) for one in item.missing)
    state = f"ข้อนี้ตอบว่ามี แต่ยังขาด: {names}" if names and item.state == "lacking" else _NOT_READY[item.state]
    return f"{state} {f'ผู้รับผิดชอบ: {item.unit}' if item.unit else 'ยังไม่ได้ระบุผู้รับผิดชอบ'}"


def answered_facts(item: ItemAnswer, result: YearResult, speech: Speech) -> tuple[NamedFact, ...]:
    """What is known of an item that has an answer, or of one that still waits for it in a year with answers."""
    graded = result_facts(result, item.code, speech)
    facts = [*(graded if item.after_scoring else ()), fact("คำตอบ", state_phrase(item, speech))]
    if item.unit or (item.answer and item.told):
        facts.append(fact("หน่วยงานผู้รับผิดชอบ", word_responsible(item)))
    year = year_phrase(item, speech)
    if year:
        facts.append(fact("ปีของข้อมูล", year))
    elif item.required_year is not None:
        facts.append(fact("ปีของข้อมูลที่ต้องแสดง", speech.fiscal_year(item.required_year)))
    return (*facts, *_dates(item, speech), *(() if item.after_scoring else graded), *_remarks(item))


def _dates(item: ItemAnswer, speech: Speech) -> list[NamedFact]:
    facts = []
    if item.published_on:
        facts.append(fact("วันที่เผยแพร่", speech.date(item.published_on)))
    elif item.answer == "has" and item.stated and item.stated.published_on is not Absence.NOT_ENTERED:
        facts.append(fact("วันที่เผยแพร่", *speech.stated(item.stated.published_on)))
    if any(not link.own for link in item.links) and (item.told or item.last_check):
        facts.append(fact("ตรวจลิงก์ล่าสุด", speech.date(item.last_check) if item.last_check else word_unchecked(item)))
    return facts


def _remarks(item: ItemAnswer) -> list[NamedFact]:
    stated, facts = item.stated, []
    if stated is not None and stated.nothing_happened is not None:
        facts.append(fact("กรณีไม่มีข้อมูล", stated.nothing_happened))
    if stated is not None and stated.note is not None:
        facts.append(fact("หมายเหตุ", stated.note))
    return facts


def plain_facts(item: ItemAnswer, results: Results, speech: Speech) -> tuple[NamedFact, ...]:
    """What is known of an item in a year that shows no answers."""
    result = results.years[item.year]
    facts = [*result_facts(result, item.code, speech)]
    facts.append(fact("คำตอบในเว็บไซต์นี้", own_answer(results, result.year, item.code, speech)))
    if item.required_year is not None:
        facts.append(fact("ปีของข้อมูลที่ต้องแสดง", speech.fiscal_year(item.required_year)))
    return tuple(facts)
