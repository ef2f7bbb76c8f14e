"""The number of measures of each status, in a year and for each unit that is responsible: counted, and as a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from prongsai import addresses
from prongsai.analysis.results import shared_units
from prongsai.model.site import FiscalYear, MeasureFacts, Site
from prongsai.model.stated import Printed, known
from prongsai.model.status import Progress
from prongsai.views.content import Phrase
from prongsai.views.measures.follow_up import progress_counts
from prongsai.views.names import unit_phrase
from prongsai.views.speech import Speech
from prongsai.views.table import COUNT, YEAR, Column, TableOf


@dataclass(frozen=True)
class DrawnStatus:
    """A status: the form that a picture gives it, its word, and its place in a bar."""

    kind: str
    text: str
    rank: int


Tally = Counter[DrawnStatus]


def year_tally(year: FiscalYear, speech: Speech) -> Tally:
    """The measures of a year by status, as the pages count them everywhere."""
    return Tally({drawn_status(progress, speech): count for progress, count in progress_counts(year).items()})


def unit_tallies(
    years: Iterable[FiscalYear], site: Site, speech: Speech, *, with_shared: bool = True
) -> dict[Phrase, Tally]:
    """The measures of each unit by status, in the order of the agency's units, then what names none of them.

    A measure counts for each of its units, once; with `with_shared` also for those that a word for several means. Why
    none is known has its own row.
    """
    found: dict[Phrase, Tally] = {}
    for year in years:
        for facts in year.measure_facts:
            status = drawn_status(facts.progress, speech)
            shared = shared_units(facts, site) if with_shared else ()
            for unit in (*responsible_units(facts, site, speech), *(unit_phrase(site, key) for key in shared)):
                found.setdefault(unit, Tally())[status] += 1
    order = [unit_phrase(site, key) for key in site.agency.units]
    return {unit: found[unit] for unit in sorted(found, key=lambda one: _place(one, order))}


def responsible_units(facts: MeasureFacts, site: Site, speech: Speech) -> tuple[Phrase, ...]:
    """Each unit that a measure names once, or the one word that says why none is known."""
    value = facts.value("responsible")
    if isinstance(value, Printed):
        return (Phrase(value.printed),)
    responsible = known(value)
    if responsible is None:
        return (Phrase(speech.plain(speech.stated(value)), kind="absent"),)
    of_year = site.in_year(facts.year.year)
    texts = (*responsible.lead, *responsible.units)
    named = dict.fromkeys(unit_phrase(site, of_year.unit_of(text) or text) for text in texts)
    if named:
        return tuple(named)
    return (Phrase(responsible.printed) if responsible.printed else speech.missing(),)


def drawn_status(progress: Progress, speech: Speech) -> DrawnStatus:
    """The form and the word of a status: no report is neither done nor undone nor a status that is not stated."""
    return DrawnStatus(progress.status.look, speech.status(progress).text, progress.status.rank)


def ordered_statuses(tallies: Iterable[Tally]) -> tuple[DrawnStatus, ...]:
    """Every status that occurs, from done to not stated."""
    found = dict.fromkeys(status for tally in tallies for status in tally)
    return tuple(sorted(found, key=lambda one: one.rank))


def _place(unit: Phrase, order: list[Phrase]) -> tuple[int, bool]:
    return (order.index(unit) if unit in order else len(order), unit.kind == "absent")


@dataclass(frozen=True)
class MeasureCount:
    """The number of a group's measures with a status; `group` is `year` or `unit`, `unit` the key of that.

    `named` are those that name the unit, without those given to it by a word for several.
    """

    group: str
    name: str
    status: DrawnStatus
    count: int
    named: int
    unit: str = ""


MEASURE_COUNTS: TableOf[MeasureCount] = TableOf(
    "measure-counts",
    "จำนวนมาตรการ",
    "จำนวนมาตรการแยกตามสถานะ ทั้งปีและรายหน่วยงาน",
    (
        YEAR,
        Column(
            "group",
            "แยกตาม",
            "group",
            "ทั้งปี หรือรายหน่วยงาน มาตรการที่มีหลายหน่วยงานนับให้ทุกหน่วยงาน",
            choices={"year": "ทั้งปี", "unit": "หน่วยงาน"},
        ),
        Column("name", "ชื่อ", "name", "ชื่อหน่วยงาน หรือคำว่า มาตรการทั้งหมด"),
        Column("status_words", "สถานะ", "status.text", "ถ้อยคำเดียวกับหน้าเว็บ"),
        Column(
            "count", "จำนวนมาตรการ", "count", "จำนวนมาตรการ รวมที่มอบให้หน่วยงานด้วยคำเรียกรวม เช่น ทุกกอง", "integer", COUNT
        ),
        Column("unit_id", "รหัสหน่วยงาน", "unit", "รหัสในตาราง units คงเดิมแม้หน่วยงานเปลี่ยนชื่อ"),
        Column("count_named", "ที่ระบุชื่อหน่วยงาน", "named", "จำนวนมาตรการที่ระบุชื่อหน่วยงานนั้นเอง", "integer", COUNT),
    ),
    ("fiscal_year", "group", "name", "status_words"),
)


def count_rows(year: FiscalYear, site: Site, speech: Speech) -> Iterator[MeasureCount]:
    """The counts of a year, then those of each unit."""
    whole = year_tally(year, speech)
    yield from (MeasureCount("year", "มาตรการทั้งหมด", one, count, count) for one, count in whole.items())
    named = unit_tallies((year,), site, speech, with_shared=False)
    for unit, tally in unit_tallies((year,), site, speech).items():
        own = named.get(unit, Tally())
        key = addresses.subject_of(unit.href).key if unit.href else ""
        yield from (MeasureCount("unit", unit.text, one, count, own[one], key) for one, count in tally.items())
