"""The number of a year's items that are ready in each unit and each sub-indicator, as a table and as data."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Literal

from prongsai import addresses
from prongsai.analysis.results import Results
from prongsai.views.content import Cell, Part, Phrase, Table, number_cell
from prongsai.views.oit.answers import Answers, ItemAnswer
from prongsai.views.speech import Speech
from prongsai.views.table import ROW, YEAR, Column, Heads, TableOf

By = Literal["unit", "subindicator"]
BY_WORDS: dict[By, str] = {"unit": "หน่วยงาน", "subindicator": "ตัวชี้วัดย่อย"}


@dataclass(frozen=True)
class Readiness:
    """The number of a group's items that are ready; `name` is a unit, a sub-indicator or empty for all."""

    key: str
    name: str
    ready: int
    total: int


def group_readiness(answers: Answers, results: Results, *, by: By) -> tuple[Readiness, ...]:
    """The number of items that are ready in each unit or sub-indicator, in the order in which they first appear."""
    edition = results.years[answers.year].year.edition
    groups: dict[str, list[ItemAnswer]] = {}
    for item in answers.items:
        for key in _keys_of(item, by):
            groups.setdefault(key, []).append(item)
    units = results.site.in_year(answers.year).agency.units
    names = {key: unit.name for key, unit in units.items()} if by == "unit" else {}
    names |= {key: sub.name for key, sub in edition.subindicators.items()} if by == "subindicator" else {}
    return tuple(
        Readiness(key, names.get(key, key), sum(one.state == "ready" for one in items), len(items))
        for key, items in groups.items()
    )


def has_groups(answers: Answers) -> bool:
    """True if every item has its sub-indicator and these follow each other: then headings keep the official order."""
    keys = [key for key, _ in groupby(item.subindicator for item in answers.items)]
    return bool(keys) and all(keys) and len(keys) == len(set(keys))


def group_anchor(key: str) -> str:
    """The fragment of a sub-indicator's heading on the index."""
    return f"s{key.replace('.', '-')}"


def name_subindicator(group: Readiness, speech: Speech) -> str:
    """๙.๑ with its name."""
    name = group.name if group.name != group.key else ""
    return f"{speech.digits(group.key)} {name}".strip()


@dataclass(frozen=True)
class GroupRow:
    """A group with its place among those of its kind, and the answers that it is a part of."""

    answers: Answers
    results: Results
    by: By
    place: int
    group: Readiness


def _name(row: GroupRow, speech: Speech) -> Phrase:
    """The name of a group: a unit leads to its page, a sub-indicator to its heading on the index that has one."""
    group = row.group
    if not group.key:
        return Phrase("ยังไม่ได้ระบุหน่วยงาน" if row.by == "unit" else "ไม่ทราบตัวชี้วัดย่อย", kind="absent")
    if row.by == "unit":
        is_unit = group.key in row.results.site.agency.units
        return Phrase(group.name, href=addresses.unit_path(group.key) if is_unit else "")
    index = addresses.section_path(row.answers.year, "oit") if has_groups(row.answers) else ""
    return Phrase(name_subindicator(group, speech), href=f"{index}#{group_anchor(group.key)}" if index else "")


def _ready(row: GroupRow, speech: Speech) -> Cell:
    return number_cell(Phrase(speech.digits(f"{row.group.ready} จาก {row.group.total}")))


def _not_ready(row: GroupRow, _: Speech) -> tuple[Part, ...]:
    """The codes of the items of a group that are not ready, each leading to its card."""
    index = addresses.section_path(row.answers.year, "oit")
    items = (item for item in row.answers.items if row.group.key in _keys_of(item, row.by) and item.state != "ready")
    codes = [Phrase(item.code, href=f"{index}#{addresses.item_slug(item.code)}") for item in items]
    spaced = [part for code in codes for part in (Phrase(" "), code)]
    return tuple(spaced[1:]) or (Phrase("ไม่มี"),)


def _keys_of(item: ItemAnswer, by: By) -> tuple[str, ...]:
    """The groups in which an item counts: every unit that is responsible for it."""
    if by == "subindicator":
        return (item.subindicator,)
    return tuple(key or name for key, name in item.units) or ("",)


READINESS: TableOf[GroupRow] = TableOf(
    "oit-readiness",
    "ความพร้อมของข้อ OIT",
    "จำนวนข้อ OIT ที่พร้อมแล้ว แยกตามหน่วยงานและตัวชี้วัดย่อย",
    (
        YEAR,
        Column("group", "แยกตาม", "by", "จำนวนนี้แยกตามอะไร", choices={str(by): word for by, word in BY_WORDS.items()}),
        Column(ROW.name, ROW.title, "place", ROW.meaning, "integer"),
        Column("name", "ชื่อ", _name, "ชื่อหน่วยงานหรือตัวชี้วัดย่อย", heads_row=True),
        Column("ready", "พร้อมแล้ว", "group.ready", "จำนวนข้อที่พร้อม", "integer", "ข้อ", shown=_ready),
        Column("total", "ทั้งหมด", "group.total", "จำนวนข้อทั้งหมดของแถวนี้", "integer", "ข้อ"),
        Column("not_ready", "ข้อที่ยังไม่พร้อม", _not_ready, "รหัสข้อ คั่นด้วยช่องว่าง"),
    ),
    ("fiscal_year", "group", "row"),
)
NOT_TOLD = replace(  # what is left of it where readiness is the agency's own business
    READINESS, title="ข้อ OIT รายกลุ่ม", about="ตารางนี้ไม่มีแถว หน่วยงานใช้เป็นข้อมูลภายใน", columns=READINESS.columns[:4]
)


def group_rows(answers: Answers, results: Results, *, by: By) -> tuple[GroupRow, ...]:
    """The groups of a kind; none where no item names one.

    None also where readiness is not shown, and once the scores of the year are known: then these show how it went.
    """
    groups = group_readiness(answers, results, by=by)
    is_over = answers.after_scoring or not all(item.told for item in answers.items)
    if is_over or not any(group.key for group in groups):
        return ()
    return tuple(GroupRow(answers, results, by, place, group) for place, group in enumerate(groups, 1))


def readiness_tables(answers: Answers, results: Results, speech: Speech) -> Iterator[Table]:
    """Readiness by unit and by sub-indicator with the items that are not ready, as far as there are such groups."""
    for by, head in BY_WORDS.items():
        heads: Heads = {"name": head, "ready": None, "not_ready": None}
        if rows := group_rows(answers, results, by=by):
            yield READINESS.show((f"by-{by}", f"ความพร้อมราย{head}"), heads, rows, speech)


def all_groups(answers: Answers, results: Results) -> Iterator[GroupRow]:
    """The groups of every kind."""
    for by in BY_WORDS:
        yield from group_rows(answers, results, by=by)
