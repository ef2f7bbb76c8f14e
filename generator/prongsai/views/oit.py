"""OIT items: the index in official order and the facts of one item."""

from __future__ import annotations

from prongsai import addresses
from prongsai.analysis.results import Results, YearResult
from prongsai.model.oit import Answer, AnswerLink
from prongsai.model.site import FiscalYear, Site
from prongsai.model.stated import Absence, known
from prongsai.thai.codes import item_number
from prongsai.views.content import Cell, Column, Fact, Part, Phrase, Table, cell, fact, number_cell
from prongsai.views.names import item_title, unit_phrase
from prongsai.views.speech import Speech
from prongsai.wording.terms import BASES

_ANSWERS = {"has": "มี", "has_not": "ไม่มี"}


def has_page(result: YearResult, code: str) -> bool:
    """An item has a page of its own when its title and its result or answer are known."""
    item = result.year.edition.items.get(code)
    register = result.year.register
    is_answered = register is not None and code in register.items
    return item is not None and item.title is not None and (code in result.computed.items or is_answered)


def own_page(year: FiscalYear, code: str) -> str:
    """The page of this site that answers an item by itself, when it has content; else an empty text."""
    item = year.edition.items.get(code)
    content = {"measures": year.measures, "follow-up": year.follow_up}
    if item is None or item.answered_by is None or content[item.answered_by] is None:
        return ""
    return addresses.section_path(year.year, item.answered_by)


def index_table(result: YearResult, speech: Speech) -> Table:
    """All items of the year in official order."""
    edition = result.year.edition
    codes = sorted(set(edition.items) | set(result.computed.items), key=item_number)
    rows = tuple(_index_row(result, code, speech) for code in codes)
    columns = (
        Column("ข้อ"),
        Column("ประเด็นการตรวจ"),
        Column("ตัวชี้วัดย่อย"),
        Column("คะแนน", True),
        Column("คำตอบในเว็บไซต์นี้"),
    )
    return Table("oit", f"ข้อ OIT ทั้งหมดตามลำดับของหลักเกณฑ์ ปี {speech.digits(result.year.year)}", columns, rows)


def _index_row(result: YearResult, code: str, speech: Speech) -> tuple[Cell, ...]:
    year = result.year
    item = year.edition.items.get(code)
    title = item_title(year.edition, code, speech)
    href = addresses.item_path(year.year, code) if has_page(result, code) else ""
    scored = result.computed.items.get(code)
    name = Phrase(title) if title else Phrase("ยังไม่ยืนยันชื่อข้อ", kind="absent")
    sub = item.subindicator if item else None
    return (
        cell(Phrase(code, href=href), head=True, anchor=code.lower()),
        cell(name),
        cell(Phrase(speech.digits(sub)) if sub else Phrase("ยังไม่ยืนยัน", kind="absent")),
        number_cell(*_score_parts(result, code, speech)) if scored else cell(Phrase("ไม่ทราบผล", kind="absent")),
        cell(*answer_parts(year, code, speech)),
    )


def _score_parts(result: YearResult, code: str, speech: Speech) -> tuple[Part, ...]:
    item = result.computed.items[code]
    listed = result.year.scores.items.get(code) if result.year.scores else None
    parts = speech.stated(listed.score if listed else item.score)
    return parts if item.basis == "stated" else (*parts, Phrase(BASES["inferred"], kind="inferred"))


def answer_parts(year: FiscalYear, code: str, speech: Speech) -> tuple[Part, ...]:
    """What answers the item: a page of this site, the register, or that nothing is registered."""
    own = own_page(year, code)
    if own:
        return (Phrase("เปิดหน้าที่ตอบข้อนี้", href=own),)
    answer = year.register.items.get(code) if year.register else None
    if answer is None:
        return (speech.missing(),)
    stated = known(answer.answer)
    parts: list[Part] = [Phrase(_ANSWERS[stated])] if stated else list(speech.stated(answer.answer))
    for link in answer.links:
        parts += [Phrase(" "), link_phrase(link)]
    return tuple(parts)


def link_phrase(link: AnswerLink) -> Phrase:
    """A link of an answer."""
    target = known(link.url) or link.page or (f"/files/{link.file}" if link.file else "")
    return Phrase(link.title or target, href=target)


def item_facts(result: YearResult, code: str, speech: Speech) -> tuple[Fact, ...]:
    """What is known of one item."""
    year, item = result.year, result.year.edition.items[code]
    scored = result.computed.items.get(code)
    sub = year.edition.subindicators.get(item.subindicator or "")
    facts = []
    if sub is not None and item.subindicator is not None:
        name = f"{speech.digits(item.subindicator)} {sub.name} (ตัวชี้วัดที่ {speech.digits(sub.indicator)})"
        facts.append(Fact("ตัวชี้วัดย่อย", (Phrase(name, href=addresses.indicator_path(sub.indicator)),)))
    if item.group is not None:
        facts.append(fact("กลุ่ม", item.group))
    if scored is not None:
        facts.append(fact("คะแนน", *_score_parts(result, code, speech)))
        if scored.reasons:
            facts.append(fact("สาเหตุที่ไม่ได้คะแนน", *speech.texts(scored.reasons, ordered=False)))
    facts.append(fact("คำตอบในเว็บไซต์นี้", *answer_parts(year, code, speech)))
    if item.year_offset is not None:
        facts.append(fact("ปีของข้อมูลที่ต้องแสดง", speech.fiscal_year(year.year + item.year_offset)))
    return tuple(facts)


def answer_facts(answer: Answer, site: Site, speech: Speech) -> tuple[Fact, ...]:
    """What the register says of the answer."""
    facts = [fact("วันที่เผยแพร่", *speech.stated(answer.published_on))]
    if answer.unit is not None:
        facts.append(fact("หน่วยงานผู้รับผิดชอบ", unit_phrase(site, answer.unit)))
    if answer.fiscal_year is not Absence.NOT_ENTERED:
        facts.append(fact("ปีงบประมาณของข้อมูล", *speech.stated(answer.fiscal_year)))
    if answer.nothing_happened is not None:
        facts.append(fact("กรณีไม่มีข้อมูล", answer.nothing_happened))
    if answer.note is not None:
        facts.append(fact("หมายเหตุ", answer.note))
    return tuple(facts)


def same_item_elsewhere(results: Results, year: int, code: str) -> list[tuple[int, str]]:
    """The same meaning in other years, as (year, code)."""
    here = results.years[year].year.edition.items[code].key
    found = []
    for number, result in results.years.items():
        other = result.year.edition.item_of(here) if here else None
        if number != year and other is not None and has_page(result, other):
            found.append((number, other))
    return found
