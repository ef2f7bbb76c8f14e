"""The work of a unit in its newest fiscal year: its measures and its OIT items, by the last day that the data gives."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain

from prongsai.addresses import item_slug
from prongsai.analysis.results import Listed, Results
from prongsai.analysis.shared_work import units_in
from prongsai.model.oit import Answer
from prongsai.model.site import FiscalYear, MeasureFacts
from prongsai.model.stated import known
from prongsai.model.status import Progress
from prongsai.thai.dates import BuddhistDate
from prongsai.thai.periods import Period, last_day_of
from prongsai.views.content import Part, Phrase, Table
from prongsai.views.measures.facts import measure_link, stated_parts
from prongsai.views.names import item_phrase
from prongsai.views.speech import Speech
from prongsai.views.table import Column, Heads, TableOf
from prongsai.wording.lacks import STATED

_NEVER = BuddhistDate(9999, 12, 31)


@dataclass(frozen=True)
class Work:
    """A measure or an OIT item that a unit answers for.

    `by` is the last day that the data gives (Buddhist Era), `until` how that is said; `id` tells it from other work.
    Of a measure `progress` is what became of it. An item `is_stated` once its register says whether it has an answer.
    """

    id: str
    named: Phrase
    by: BuddhistDate | None
    until: tuple[Part, ...]
    state: tuple[Part, ...]
    role: Phrase | None = None
    is_item: bool = False
    is_stated: bool = True
    progress: Progress | None = None
    has_answer: bool = False


@dataclass(frozen=True)
class Worklist:
    """The work of a unit in one fiscal year (Buddhist Era), what has a day first; nothing of it depends on today."""

    year: int
    unit: str
    work: tuple[Work, ...]

    @property
    def states_facts(self) -> bool:
        """True if it says more than whose an item is."""
        return any(one.is_stated for one in self.work)

    @property
    def dated(self) -> tuple[tuple[BuddhistDate, Work], ...]:
        """The work that has a last day, which a calendar can hold, with that day."""
        return tuple((one.by, one) for one in self.work if one.by is not None)


_WORK: TableOf[Work] = TableOf(
    "unit-work",
    "งานของหน่วยงาน",
    "มาตรการและข้อ OIT ที่หน่วยงานรับผิดชอบ เรียงตามวันสุดท้าย",
    (
        Column("until", "ภายในวันที่", lambda row, _: row.until),
        Column("named", "งาน", lambda row, _: row.named if not row.role else (row.named, row.role), heads_row=True),
        Column("state", "สถานะ", lambda row, _: row.state),
    ),
)


def work_table(found: Worklist, speech: Speech) -> Table:
    """The work as a table."""
    caption = f"งานและวันสุดท้ายของ{speech.fiscal_year(found.year)}"
    heads: Heads = dict.fromkeys(("named", "until", "state"))
    return _WORK.show(("unit-work", caption), heads, found.work, speech)


def worklist_of(results: Results, key: str, speech: Speech) -> Worklist | None:
    """The work of a unit in the newest year that gives it any; None where no year does."""
    for year in sorted((result.year for result in results.years.values()), key=lambda one: one.year, reverse=True):
        own = tuple(chain(_of_measures(results, key, year, speech), _of_items(results, key, year, speech)))
        if own:
            return Worklist(year.year, key, tuple(sorted(own, key=lambda one: one.by or _NEVER)))
    return None


def _of_measures(results: Results, key: str, year: FiscalYear, speech: Speech) -> Iterator[Work]:
    for one in results.listed:
        if one.year.year == year.year and key in one.every_unit:
            facts, by = one.facts, last_day(one.facts)
            until = (Phrase(speech.short_date(by)),) if by else stated_parts(facts, "period", speech)
            named = measure_link(year.year, facts.measure, speech)
            yield Work(
                facts.measure.id,
                named,
                by,
                until,
                (speech.status(facts.progress),),
                _role(one, key),
                progress=facts.progress,
            )


def _role(one: Listed, key: str) -> Phrase | None:
    """The part of the unit in a measure, where its document tells leading units from others."""
    words = "ผู้รับผิดชอบหลัก" if key in one.lead_units else "ผู้รับผิดชอบร่วม"
    return Phrase(f" {words}", kind="aside") if one.lead_units else None


def last_day(facts: MeasureFacts) -> BuddhistDate | None:
    """The day with which the period of a measure ends, where its document tells; a month ends with its last day."""
    period = facts.value("period")
    if not isinstance(period, Period) or period.is_open:
        return None
    year = facts.year
    if period.is_due and (period.has_year or year.is_stated):
        return period.last_day_in(year.year)
    spans = year.spans_of(period)
    return last_day_of(max(span.last for span in spans)) if spans else None


def _of_items(results: Results, key: str, year: FiscalYear, speech: Speech) -> Iterator[Work]:
    if year.register is None:
        return
    window = year.register.check_window
    by = window.first.later(-1) if window else None
    until = Phrase(speech.short_date(by)) if by else Phrase("ไม่ได้ระบุ", kind="absent")
    for code in year.edition.in_order(year.register.items):
        answer = year.register.items.get(code)
        if answer is not None and key in units_in(results.site, answer.unit, year.year):
            named, said = item_phrase(year, code, speech, entered=answer.title or ""), known(answer.answer)
            own = Work(item_slug(code), named, by, (until,), _answer(answer, speech), is_item=True)
            yield replace(own, is_stated=said is not None, has_answer=said == "has")


def _answer(answer: Answer, speech: Speech) -> tuple[Part, ...]:
    said = known(answer.answer)
    return (Phrase(STATED[said]),) if said else speech.stated(answer.answer)
