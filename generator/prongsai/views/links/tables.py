"""The tables of links to other websites: each with its state and the items that use it, and how many there are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from prongsai import addresses
from prongsai.links.seen import State
from prongsai.links.web_address import readable
from prongsai.model.agency import Agency
from prongsai.views.content import Part, Phrase, Table
from prongsai.views.links.listed import LinkUse, ListedLink, by_unit, count_statuses, unit_or_none
from prongsai.views.links.states import LINK_STATUSES, LinkStatus
from prongsai.views.speech import Speech
from prongsai.views.table import COUNT, OF_ITEM, ROW, YEAR, Column, Heads, TableOf
from prongsai.wording.links import word_label
from prongsai.wording.terms import LINK_GRADES

_LONGEST_ADDRESS = 48  # characters of an address in a list, which is the link to the whole of it
_TAIL = 25  # characters kept of the end of a longer one


@dataclass(frozen=True)
class LinkRow:
    """A link of an item with what was found of it, as far as that is shown."""

    use: LinkUse
    told: bool


def _found(row: LinkRow, _: Speech) -> tuple[str, str, LinkStatus] | None:
    """The state of a link: its key, its words and its status; nothing where it is the agency's own business."""
    if not row.told:
        return None
    seen = row.use.link.seen
    if seen is None:
        return State.NOT_CHECKED.value, word_label(State.NOT_CHECKED), "unchecked"
    return seen.state.value, seen.label, seen.status


def _part(place: int) -> Callable[[LinkRow, Speech], object]:
    return lambda row, speech: (_found(row, speech) or (None, None, None))[place]


def _day(name: str) -> Callable[[LinkRow, Speech], object]:
    return lambda row, _: getattr(row.use.link.seen, name) if row.use.link.seen else None


def _title(row: LinkRow, _: Speech) -> str | None:
    return row.use.link.title if row.use.link.title != row.use.link.href else None


LINKS: TableOf[LinkRow] = TableOf(
    "links",
    "ลิงก์",
    "ลิงก์ไปยังเว็บไซต์อื่นในทะเบียนคำตอบ OIT และสิ่งที่พบเมื่อตรวจ",
    (
        YEAR,
        ROW,
        Column("item", "ข้อ", "use.code", "รหัสข้อ OIT ที่ใช้ลิงก์นี้ตอบ"),
        Column("title", "ชื่อลิงก์", _title, "ชื่อตามทะเบียนคำตอบ"),
        Column("url", "ที่อยู่", "use.link.href", "ที่อยู่เต็ม"),
        Column("unit_id", "รหัสหน่วยงาน", "use.unit_key", "รหัสในตาราง units"),
        Column("unit", "หน่วยงาน", "use.unit", "หน่วยงานผู้รับผิดชอบ"),
        Column("unit_ids", "รหัสทุกหน่วยงาน", "use.unit_keys", "รหัสในตาราง units คั่นด้วยช่องว่าง"),
        Column("state", "รหัสสิ่งที่พบ", _part(0), "สิ่งที่พบเมื่อตรวจลิงก์"),
        Column("state_words", "สิ่งที่พบ", _part(1), "ถ้อยคำเดียวกับหน้าเว็บ"),
        Column("grade", "กลุ่ม", _part(2), "ใช้ได้หรือไม่", choices=LINK_GRADES),
        Column("since", "ตั้งแต่วันที่", _day("since"), "วันแรกของสถานะนี้", "day", beside=None),
        Column("checked_on", "ตรวจล่าสุด", _day("checked_on"), "วันที่โปรแกรมตรวจล่าสุด", "day", beside=None),
    ),
    refers=OF_ITEM,
)


@dataclass(frozen=True)
class LinkCount:
    """The number of links of each status in a group; `group` is `year` or `unit`."""

    group: str
    name: Phrase
    uses: Sequence[LinkUse]

    @cached_property
    def counts(self) -> Counter[LinkStatus]:
        """The number of addresses of each status."""
        return count_statuses(self.uses)


def _counted(status: LinkStatus) -> Column[LinkCount]:
    grade = LINK_GRADES[status]
    return Column(status, grade, lambda row, _: row.counts[status], f"จำนวนลิงก์ที่{grade}", "integer", COUNT)


LINK_COUNTS: TableOf[LinkCount] = TableOf(
    "link-counts",
    "จำนวนลิงก์",
    "จำนวนลิงก์แยกตามสถานะ ทั้งปีและรายหน่วยงาน",
    (
        YEAR,
        Column("group", "แยกตาม", "group", "ทั้งปี หรือรายหน่วยงาน", choices={"year": "ทั้งปี", "unit": "หน่วยงาน"}),
        Column("name", "ชื่อ", "name", "ชื่อหน่วยงาน คำว่า ลิงก์ทั้งหมด หรือคำว่า ไม่ได้ระบุ", heads_row=True),
        Column("total", "ทั้งหมด", lambda row, _: row.counts.total(), "จำนวนที่อยู่ที่ไม่ซ้ำกัน", "integer", COUNT),
        *map(_counted, LINK_STATUSES),
    ),
    ("fiscal_year", "group", "name"),
)


def link_count_rows(uses: Sequence[LinkUse], units: Iterable[str]) -> Iterator[LinkCount]:
    """The counts of a year with links, then those of each unit."""
    if uses:
        yield LinkCount("year", Phrase("ลิงก์ทั้งหมด"), uses)
        yield from (LinkCount("unit", name, own) for name, own in by_unit(uses, units))


def counts_table(
    key: str, caption: str, head: str, groups: Iterable[tuple[Phrase, Sequence[LinkUse]]], speech: Speech
) -> Table:
    """The number of links of each status in each group."""
    heads: Heads = {"name": head, "total": None, **dict.fromkeys(LINK_STATUSES)}
    return LINK_COUNTS.show((key, caption), heads, (LinkCount("", name, uses) for name, uses in groups), speech)


@dataclass(frozen=True)
class AddressRow:
    """An address with the items that use it; years are named where the page has several."""

    link: ListedLink
    with_year: bool


def _items(row: AddressRow, speech: Speech) -> tuple[Part, ...]:
    """O1 ปี ๒๕๖๕, each leading to the page of the item."""
    parts: list[Part] = []
    for place, (year, code) in enumerate(row.link.uses):
        parts += [Phrase(", ")] if place else []
        name = f"{code} ปี {speech.digits(year)}" if row.with_year else code
        parts.append(Phrase(name, href=addresses.item_path(year, code)))
    return tuple(parts)


def _since(row: AddressRow, speech: Speech) -> object:
    since = row.link.state.since if row.link.state else None
    return speech.date(since) if since else speech.missing()


ADDRESSES: TableOf[AddressRow] = TableOf(
    "addresses",
    "ที่อยู่",
    "ที่อยู่หนึ่งรายการกับทุกข้อที่ใช้",
    (
        Column("items", "ข้อ", _items, heads_row=True),
        Column("found", "สิ่งที่พบ", lambda row, _: row.link.state.label if row.link.state else "", speaks=True),
        Column("since", "ตั้งแต่วันที่", _since, speaks=True),
        Column("url", "ลิงก์", lambda row, _: Phrase(shorten_address(row.link.url), href=row.link.url), speaks=True),
        Column("unit", "หน่วยงาน", lambda row, _: unit_or_none(row.link.unit), speaks=True),
    ),
)


def links_table(status: LinkStatus, links: Sequence[ListedLink], speech: Speech, *, with_year: bool) -> Table:
    """Some links of one status; each row leads to the items."""
    left_out = {"good": {"found"}, "unchecked": {"found", "since"}}.get(status, set())
    heads: Heads = dict.fromkeys(one.name for one in ADDRESSES.columns if one.name not in left_out)
    caption = speech.digits(f"ลิงก์ที่{LINK_GRADES[status]} {len(links)} รายการ")
    rows = (AddressRow(link, with_year) for link in links)
    return ADDRESSES.show((status.replace("_", "-"), caption), heads, rows, speech)


def shorten_address(url: str) -> str:
    """The address for people: without its scheme, readable, and cut behind its host where it is long."""
    text = readable(url).partition("://")[2] or url
    host = text.partition("/")[0]
    return text if len(text) <= max(_LONGEST_ADDRESS, len(host) + _TAIL + 2) else f"{host}/…{text[-_TAIL:]}"


def all_counts(uses: Sequence[LinkUse], agency: Agency) -> Iterator[LinkCount]:
    """The same for all units of the agency."""
    return link_count_rows(uses, tuple(agency.units))
