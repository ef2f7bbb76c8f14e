"""The table of measures: every field of a measure is a column, in the order in which `model` declares it."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from operator import attrgetter

from prongsai import addresses
from prongsai.analysis.measure_says import is_said_elsewhere
from prongsai.analysis.results import carrying_units
from prongsai.model.measures import Measure
from prongsai.model.plan_parts import Risk
from prongsai.model.record import words_of
from prongsai.model.site import FiscalYear, MeasureFacts, Site
from prongsai.model.status import Progress
from prongsai.views.content import Cell, NamedFact, Part, Phrase, Table, cell, fact
from prongsai.views.measures.basis import basis_parts
from prongsai.views.measures.declared import (
    declared_column,
    is_filled,
    more_facts,
    said_of,
    seldom_fields,
    value_parts,
)
from prongsai.views.measures.facts import (
    MERGED,
    is_cut,
    measure_link,
    measure_title,
    responsible_parts,
    short_link,
    shown_title,
    stated_parts,
)
from prongsai.views.measures.period_columns import period_columns, period_of
from prongsai.views.measures.shared_columns import SHARED_COLUMNS
from prongsai.views.measures.status_columns import status_columns
from prongsai.views.open_data.table import printed_text
from prongsai.views.speech import Speech
from prongsai.views.table import YEAR, Column, Heads, TableOf, measure_column

# What has a column of its own, or says how far the measure is rather than what it is.
_NOT_PLAIN = {"id", "number", "topic", "title", "title_is", "plain_summary", "basis", "responsible", "cycle_years"}
_NOT_PLAIN |= {"at", "draft", "more", "photos", "attachments"}
# A page says at once of these that the document is silent; others only where they are filled.
_ALWAYS_SAID = {"responsible", "period", "steps", "monitoring", "reporting", "constraint"}
# On the page of a measure, around the other fields.
FIRST, _LAST = ("code", "responsible", "period"), ("constraint",)
SELDOM = seldom_fields(Measure)


@dataclass(frozen=True)
class MeasureRow:
    """A measure with the site whose units it names; `unit` is the key of the one whose page it is on."""

    facts: MeasureFacts
    site: Site
    unit: str = ""

    @property
    def measure(self) -> Measure:
        """The measure itself."""
        return self.facts.measure

    @property
    def year(self) -> int:
        """The fiscal year of the measure (Buddhist Era)."""
        return self.facts.year.year

    @property
    def status(self) -> str:
        """The key of the list of its status."""
        progress: Progress = self.facts.progress
        return progress.status.group

    @property
    def leads_and_units(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The keys of the units that lead, and of all that carry it."""
        return carrying_units(self.facts, self.site)


def plain_fields() -> tuple[str, ...]:
    """The fields of a measure that are shown as they are, in declared order."""
    return tuple(name for name in Measure.model_fields if name not in _NOT_PLAIN)


def _title_of(name: str) -> str:
    said = words_of(Measure.model_fields[name])
    return said.title if said else name


def _plain(name: str) -> Column[MeasureRow]:
    if name in SELDOM:
        return declared_column(Measure, name, partial(_seldom, name))

    def stated(row: MeasureRow, speech: Speech) -> tuple[Part, ...]:
        return stated_parts(row.facts, name, speech)

    said = words_of(Measure.model_fields[name])
    return Column(name, _title_of(name), stated, said.meaning if said else "")


def _seldom(name: str, row: MeasureRow, speech: Speech) -> tuple[Part, ...]:
    """A field that few documents print; the years of a plan may be those of the whole file."""
    facts = row.facts
    found = value_parts(facts.plan_years if name == "plan_years" else facts.value(name), speech)
    return (*found, MERGED) if facts.is_merged(name) else found


def _open_parts() -> Iterator[Column[MeasureRow]]:
    """The years of the plan and the parts of the risk, each in a column of its own in the open data."""
    for name, key, said in (("first", "plan_from", "ปีแรก"), ("last", "plan_to", "ปีสุดท้าย")):
        get = partial(_part_of, "facts.plan_years", name)
        yield Column(key, f"{said}ของแผน", get, f"{said}ของแผนหลายปีที่มาตรการอยู่", "integer", "พ.ศ.")
    for name in Risk.model_fields:
        words = said_of(Risk, name)
        yield Column(f"risk_{name}", words.title, partial(_part_of, "measure.risk", name), words.meaning)


def _part_of(path: str, name: str, row: MeasureRow, _: Speech) -> object:
    return getattr(attrgetter(path)(row), name, None)


_IN_PARTS = {"risk", "plan_years"}


def _topic_title(row: MeasureRow, _: Speech) -> str | None:
    topics = row.facts.year.measures.topics if row.facts.year.measures else ()
    return next((topic.title for topic in topics if topic.id == row.measure.topic), None)


def _named(row: MeasureRow, speech: Speech) -> Cell:
    """The name of the measure, leading to its page, where the table answers for it by a fragment."""
    return cell(measure_link(row.year, row.measure, speech), head=True, anchor=row.measure.id)


def _as_printed(row: MeasureRow, speech: Speech) -> Cell:
    """The words that the document prints in the place of a name, leading to the page of the measure."""
    path = addresses.measure_path(row.year, row.measure.id)
    return cell(Phrase(measure_title(row.measure, speech), href=path), head=True, anchor=row.measure.id)


def _role(row: MeasureRow, _: Speech) -> str:
    leads, _units = row.leads_and_units
    return "หลัก" if row.unit in leads else "ร่วม" if leads else "เอกสารไม่ได้แยก"


def _status_words(row: MeasureRow, speech: Speech) -> Phrase:
    return speech.status(row.facts.progress)


def _responsible(row: MeasureRow, speech: Speech) -> tuple[Part, ...]:
    return responsible_parts(row.facts, row.site, speech)


def _responsible_explained(row: MeasureRow, speech: Speech) -> tuple[Part, ...]:
    return responsible_parts(row.facts, row.site, speech, with_note=True)


def _keys(which: int) -> Callable[[MeasureRow, Speech], str]:
    return lambda row, _: " ".join(row.leads_and_units[which])


MEASURES: TableOf[MeasureRow] = TableOf(
    "measures",
    "มาตรการ",
    "มาตรการทุกปี หนึ่งแถวต่อหนึ่งมาตรการ",
    (
        YEAR,
        measure_column("measure.id"),
        Column("number", "เลขที่มาตรการ", lambda row, _: printed_text(row.measure.number), "เลขที่ตามเอกสาร"),
        Column("topic", "รหัสหัวข้อ", "measure.topic", "รหัสของหัวข้อที่มาตรการอยู่ใต้"),
        Column("topic_title", "หัวข้อ", _topic_title, "หัวข้อตามเอกสาร"),
        Column(
            "title",
            "ชื่อมาตรการ",
            lambda row, speech: measure_title(row.measure, speech),
            "ชื่อตามเอกสาร หรือเหตุที่ไม่มี",
            shown=_named,
        ),
        Column(
            "shown_title",
            "ชื่อที่ใช้เรียก",
            lambda row, speech: shown_title(row.measure, speech),
            "คำที่เว็บไซต์นี้ใช้เรียกมาตรการ คือสาระสำคัญเมื่อเอกสารพิมพ์ปัญหาไว้แทนชื่อ นอกนั้นคือชื่อตามเอกสาร",
        ),
        Column("plain_summary", "สรุปอย่างง่าย", "measure.plain_summary", "คำอธิบายของหน่วยงานสำหรับประชาชน"),
        Column(
            "answers_year",
            "ปีของผลที่ตอบ",
            lambda row, _: row.facts.year.answered_year,
            "ปีงบประมาณของผลการประเมินที่มาตรการตอบ",
            "integer",
            "พ.ศ.",
        ),
        Column(
            "basis",
            "ข้อคำถามและข้อค้นพบ",
            lambda row, speech: basis_parts(row.measure, speech),
            "สิ่งที่มาตรการตอบ ตามช่องของเอกสาร",
        ),
        Column(
            "responsible",
            _title_of("responsible"),
            _responsible_explained,
            "ชื่อหน่วยงาน ผู้รับผิดชอบหลัก และคำของเอกสาร",
            shown=_responsible,
        ),
        Column("unit_ids", "รหัสหน่วยงาน", _keys(1), "รหัสในตาราง units ของทุกหน่วยงานที่รับผิดชอบ คั่นด้วยช่องว่าง"),
        Column("lead_unit_ids", "รหัสหน่วยงานหลัก", _keys(0), "รหัสของผู้รับผิดชอบหลัก คั่นด้วยช่องว่าง"),
        *SHARED_COLUMNS,
        *(replace(_plain(name), is_open=name not in _IN_PARTS) for name in plain_fields()),
        *period_columns(period_of),
        *_open_parts(),
        *status_columns("status", _status_words),
        Column(
            "path", "หน้าของมาตรการ", lambda row, _: addresses.measure_path(row.year, row.measure.id), "ที่อยู่ถาวรในเว็บไซต์นี้"
        ),
        Column(
            "name",
            "มาตรการ",
            lambda row, speech: measure_link(row.year, row.measure, speech),
            heads_row=True,
            is_open=False,
        ),
        Column(
            "short_name",
            "มาตรการ",
            lambda row, speech: short_link(row.year, row.measure, speech),
            heads_row=True,
            is_open=False,
        ),
        Column(
            "printed_title",
            "ข้อความในช่องของเอกสาร",
            lambda row, speech: measure_title(row.measure, speech),
            shown=_as_printed,
            is_open=False,
        ),
        Column("of_year", "ปี", lambda row, speech: speech.digits(row.year), is_open=False),
        Column("role", "ความรับผิดชอบ", _role, is_open=False),
    ),
    ("fiscal_year", "measure_id"),
)


def measures_table(year: FiscalYear, site: Site, speech: Speech) -> Table:
    """The measures of a year at a glance."""
    heads: Heads = {"name": None, "responsible": "ผู้รับผิดชอบ", "period": "ระยะเวลา", "status_words": None}
    return list_table(f"มาตรการของ{speech.fiscal_year(year.year)}", heads, rows_of(year, site), speech)


def list_table(caption: str, heads: Heads, rows: Iterable[MeasureRow], speech: Speech) -> Table:
    """Some measures under the heads of a page."""
    return MEASURES.show(("measures", caption), heads, rows, speech)


def rows_of(year: FiscalYear, site: Site) -> list[MeasureRow]:
    """The measures of a year in the order of their document."""
    return [MeasureRow(facts, site) for facts in year.measure_facts]


def measure_facts(
    one: MeasureFacts, site: Site, speech: Speech, said_above: Container[str] = ()
) -> tuple[NamedFact, ...]:
    """The facts of one measure, in declared order but for what people look for first; without those `said_above`."""
    row = MeasureRow(one, site)
    by_name = {column.name: column for column in MEASURES.columns}
    middle = [name for name in plain_fields() if name not in {*FIRST, *_LAST}]
    listed = (name for name in (*FIRST, "status_words", *middle, *_LAST) if name not in said_above)
    names = [name for name in listed if _is_said(one, name)]
    explained = {"responsible": _responsible_explained(row, speech)}
    said = {name: explained.get(name) or by_name[name].cell(row, speech).parts for name in names}
    facts = [fact(by_name[name].title, *parts) for name, parts in said.items()]
    facts += more_facts(one.measure.more, speech)
    if one.measure.titled_by_problem:
        facts.insert(0, fact(_place_of_problem(one), measure_title(one.measure, speech)))
    elif is_cut(one.measure, speech):
        facts.insert(0, fact("ชื่อมาตรการ", measure_title(one.measure, speech)))
    return tuple(facts)


def _place_of_problem(one: MeasureFacts) -> str:
    """The name of the printed text: the column of the document that it is in."""
    head = one.year.measures.columns.title if one.year.measures else None
    return f"ข้อความในช่อง “{head}” ของเอกสาร" if head else "ข้อความในช่องของเอกสาร"


def _is_said(facts: MeasureFacts, name: str) -> bool:
    if name == "plan_years":
        return facts.plan_years is not None
    if is_said_elsewhere(facts.measure, name):
        return False
    always = name in _ALWAYS_SAID or name not in Measure.model_fields
    return always or is_filled(getattr(facts.measure, name))
