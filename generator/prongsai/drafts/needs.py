"""Findings that the measures of a year have to answer: items without score, weak questions, weak indicators."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from prongsai.analysis.reach import grounds_for_item, reaches
from prongsai.drafts import words as w
from prongsai.drafts.bank import Bank, Proposal
from prongsai.drafts.lists import weaknesses
from prongsai.drafts.told import Told
from prongsai.model.edition import NACC, Edition
from prongsai.model.measures import Measure
from prongsai.model.scores import Question
from prongsai.model.stated import known
from prongsai.writing.change import Plain

_WEAK_GROUNDS = {"of-instrument"}


@dataclass(frozen=True)
class Need:
    """One finding that asks for a measure: what it is about, how it is named with its score, and why it is weak."""

    kind: Literal["of-item", "of-question", "of-indicator"]
    key: str
    what: str
    basis: tuple[tuple[str, Plain], ...]
    target: str
    subjects: tuple[str, ...] = ()

    @property
    def plain_basis(self) -> Plain:
        """The finding as the basis of a measure."""
        return dict(self.basis)


def needs_of(told: Told, bank: Bank, year: int) -> tuple[Need, ...]:
    """Everything that the measures of `year` should answer, each once: items first, then questions and indicators."""
    items = tuple(_of_item(told, code, year) for code in (*told.zero_items, *told.partial_items))
    questions = tuple(_of_questions(told, bank, year))
    return (*items, *questions, *_of_indicators(told, year))


def _of_item(told: Told, code: str, year: int) -> Need:
    one = told.items[code]
    reached = "" if one.score is None else f" ({w.reached(one.score).removeprefix('ได้ ')})"
    name = w.item(told.edition, code)
    basis: dict[str, Plain] = {"item": code}
    if one.score is not None:
        basis["score"] = f"{one.score:f}"
    if one.reasons:
        basis["findings"] = list(one.reasons)
    target = f"{name} ซึ่ง{w.reached(one.score)}ใน{w.fiscal_year(told.year)}" if one.score is not None else name
    asked = f"{target} ได้คะแนนเต็มในการประเมิน{w.fiscal_year(year)}"
    return Need("of-item", code, f"{name}{reached}", tuple(basis.items()), asked)


def _of_questions(told: Told, bank: Bank, year: int) -> Iterator[Need]:
    for one, value in told.questions:
        if told.target is None or value >= told.target:
            continue
        code, wording = known(one.code) or "", known(one.wording) or ""
        basis: dict[str, Plain] = {"instrument": one.instrument, "question": code}
        basis |= {"wording": wording} if wording else {}
        basis |= {"score": f"{value:f}", **({"findings": list(one.findings)} if one.findings else {})}
        what = f"ข้อคำถาม {code} ({w.points(value)})"
        yield Need(
            "of-question",
            code,
            what,
            tuple(basis.items()),
            _rise(f"ข้อคำถาม {code}", value, told, year),
            _subjects(one, bank),
        )


def _subjects(one: Question, bank: Bank) -> tuple[str, ...]:
    return bank.subjects_of(known(one.wording) or "")


def _of_indicators(told: Told, year: int) -> Iterator[Need]:
    """The weak indicators; one whose points are lost by items alone is answered by the measures for these."""
    weak = {number for one in weaknesses(told) for number in one.indicators}
    explained = _explained_by_items(told)
    for number in told.numbers_in_order(weak - explained):
        value = told.indicators[number]
        basis: dict[str, Plain] = {"indicator": number, "score": f"{value:f}"}
        target = _rise(w.indicator(told, number), value, told, year)
        yield Need("of-indicator", number, w.scored_indicator(told, number), tuple(basis.items()), target)


def _explained_by_items(told: Told) -> set[str]:
    edition, lacking = told.edition, (*told.zero_items, *told.partial_items)
    above = (
        edition.subindicators.get(edition.items[code].subindicator or "") for code in lacking if code in edition.items
    )
    return {sub.indicator for sub in above if sub is not None}


def _rise(name: str, value: Decimal, told: Told, year: int) -> str:
    """The goal for a score: the target of all agencies, or what this one wants where it is there already."""
    is_below = told.target is not None and value < told.target
    goal = f"ไม่น้อยกว่า {w.bound(told.target)}" if told.target is not None and is_below else " ___คะแนนเป้าหมาย___ คะแนน"
    return f"{name} เพิ่มจาก {w.points(value)} ใน{w.fiscal_year(told.year)} เป็น{goal} ในการประเมิน{w.fiscal_year(year)}"


def proposals_for(need: Need, told: Told, bank: Bank) -> Iterator[Proposal]:
    """The proposals that fit a finding, the nearest first; for another scheme than that of the NACC there are none."""
    edition = told.edition
    if edition.scheme != NACC:
        return
    if need.kind == "of-item":
        found = edition.items.get(need.key)
        yield from bank.for_item(found.key or "") if found else ()
    elif need.kind == "of-question":
        number = edition.indicator_of(need.key) if not need.subjects else None
        yield from bank.for_subjects(need.subjects)
        yield from bank.for_indicator(number) if number else ()
    else:
        yield from bank.for_indicator(need.key)


def answers(measure: Measure, edition: Edition, need: Need) -> bool:
    """True if a measure names what is found, or something from which that follows; a whole instrument is too little."""
    if need.kind == "of-item":
        return any(one.ground not in _WEAK_GROUNDS for one in grounds_for_item(measure, need.key, edition))
    if need.kind == "of-question":
        return any(known(basis.question) == need.key for basis in measure.basis)
    return any(one.ground not in _WEAK_GROUNDS for one in reaches(measure, edition).get(need.key, ()))
