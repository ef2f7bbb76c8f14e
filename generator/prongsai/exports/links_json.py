"""The memory of a year's links, for machines and for spreadsheets."""

from __future__ import annotations

import json
from collections.abc import Iterator
from fractions import Fraction
from typing import TypedDict

from prongsai.analysis.results import Results
from prongsai.analysis.scoring import rounded
from prongsai.links.memory import Memory
from prongsai.links.seen import State
from prongsai.spreadsheet import escape_formula, write_csv
from prongsai.thai.dates import BuddhistDate
from prongsai.thai.numerals import two_decimals
from prongsai.views.links.listed import LinkUse, list_uses
from prongsai.views.links.states import LinkState, WindowDays
from prongsai.wording.links import word_label
from prongsai.wording.terms import LINK_GRADES

COLUMNS = (
    "ข้อ",
    "หน่วยงานผู้รับผิดชอบ",
    "ชื่อลิงก์",
    "ที่อยู่",
    "รหัสสถานะ",
    "สถานะ",
    "กลุ่ม",
    "สิ่งที่พบ",
    "ผลต่อข้อนี้",
    "วิธีแก้",
    "ตั้งแต่วันที่",
    "เปิดได้ครั้งสุดท้าย",
    "โปรแกรมตรวจล่าสุด",
    "จำนวนครั้งที่ตรวจ",
    "วันในช่วงตรวจประเมิน",
    "วันที่ตรวจ",
    "วันที่เปิดได้",
    "วันที่เปิดไม่ได้",
    "วันที่ต้องเปิดดูเอง",
    "ร้อยละที่เปิดได้",
    "จำนวนครั้งที่ส่งต่อ",
    "รายละเอียด",
    "เจ้าหน้าที่เปิดดูล่าสุด",
    "สิ่งที่เจ้าหน้าที่พบเมื่อเปิดไม่ได้",
)
_OF_THE_LINK = 4  # the first columns say what it is, the others what was found


class LinkAddress(TypedDict):
    """A link as the address that it is."""

    item: str
    unit: str | None
    title: str | None
    url: str


class Reason(TypedDict):
    """The finding, and since when."""

    reason: str | None
    means: str | None
    advice: str | None
    since: str | None
    last_good: str | None
    checked_on: str | None
    checks: int | None


class LinkUptime(TypedDict):
    """The record of a link in the days of the window."""

    days: int
    checked: int
    good: int
    broken: int
    by_hand: int
    percent: str | None
    broken_days: list[dict[str, str]]


class CheckedLink(LinkAddress, Reason):
    """A link with what is remembered of it."""

    state: str
    label: str
    grade: str
    uptime: LinkUptime | None
    hops: int | None
    detail: dict[str, str]
    opened_by_hand_on: str | None
    does_not_open: str | None


class LinksDocument(TypedDict):
    """The links of a fiscal year (Buddhist Era)."""

    fiscal_year: int
    calendar: str
    window: dict[str, str] | None
    links: list[CheckedLink] | list[LinkAddress]


def export_links_json(results: Results, year: int, memory: Memory) -> str:
    """The content of /data/{year}/links.json."""
    return json.dumps(links_document(results, year, memory), ensure_ascii=False, indent=2) + "\n"


def links_document(results: Results, year: int, memory: Memory) -> LinksDocument:
    """The same as a document, a link of an item each; every key is always there, and null where nothing is known.

    Days are year, month and day with the year of the Buddhist Era, as `calendar` says. Where what was found is the
    agency's own business, a link is its address alone.
    """
    register = results.years[year].year.register
    window, told = register.check_window if register else None, results.site.shows_notes
    uses = list_uses(results, year, memory)
    return {
        "fiscal_year": year,
        "calendar": "buddhist",
        "window": {"from": window.first.in_digits(), "to": window.last.in_digits()} if window and told else None,
        "links": [_link(use) for use in uses] if told else [_address(use) for use in uses],
    }


def export_links_csv(results: Results, year: int, memory: Memory) -> str:
    """The content of /data/{year}/links.csv, with a byte order mark, by which spreadsheets know the encoding."""
    told = results.site.shows_notes
    uses = list_uses(results, year, memory)
    rows = (_cells(_link(use)) if told else _address_cells(_address(use)) for use in uses)
    texts = ([escape_formula("" if value is None else str(value)) for value in cells] for cells in rows)
    return write_csv([COLUMNS if told else COLUMNS[:_OF_THE_LINK], *texts])


def _link(use: LinkUse) -> CheckedLink:
    link, state = use.link, use.link.seen
    return {
        "item": use.code,
        "unit": use.unit or None,
        "title": link.title if link.title != link.href else None,
        "url": link.href,
        "state": state.state.value if state else State.NOT_CHECKED.value,
        "label": state.label if state else word_label(State.NOT_CHECKED),
        "grade": state.status if state else "unchecked",
        **_reason(state),
        "uptime": _uptime(state.window) if state and state.window else None,
        "hops": state.hops if state else None,
        "detail": dict(sorted(state.detail.items())) if state else {},
        "opened_by_hand_on": _day(link.checked_on),
        "does_not_open": link.does_not_open or None,
    }


def _address(use: LinkUse) -> LinkAddress:
    link = use.link
    title = link.title if link.title != link.href else None
    return {"item": use.code, "unit": use.unit or None, "title": title, "url": link.href}


def _reason(state: LinkState | None) -> Reason:
    return {
        "reason": (state.seen or None) if state else None,
        "means": (state.means or None) if state else None,
        "advice": (state.advice or None) if state else None,
        "since": _day(state.since) if state else None,
        "last_good": _day(state.last_good) if state else None,
        "checked_on": _day(state.checked_on) if state else None,
        "checks": state.checks if state else None,
    }


def _uptime(window: WindowDays) -> LinkUptime:
    """The days of the window; `percent` is the share of days that opened, of those on which the check could tell."""
    told = window.checked - window.by_hand
    return {
        "days": len(window.days),
        "checked": window.checked,
        "good": window.good,
        "broken": window.bad,
        "by_hand": window.by_hand,
        "percent": two_decimals(rounded(Fraction(100 * window.good, told))) if told else None,
        "broken_days": [{"from": first.in_digits(), "to": last.in_digits()} for first, last in window.broken],
    }


def _address_cells(one: LinkAddress) -> tuple[str | None, ...]:
    return one["item"], one["unit"], one["title"], one["url"]


def _cells(one: CheckedLink) -> Iterator[str | int | None]:
    yield from (*_address_cells(one), one["state"], one["label"], LINK_GRADES[one["grade"]])
    yield from (one["reason"], one["means"], one["advice"], one["since"], one["last_good"], one["checked_on"])
    yield one["checks"]
    yield from _uptime_cells(one["uptime"])
    yield one["hops"]
    yield "; ".join(f"{name}={value}" for name, value in one["detail"].items())
    yield from (one["opened_by_hand_on"], one["does_not_open"])


def _uptime_cells(one: LinkUptime | None) -> tuple[str | int | None, ...]:
    if one is None:
        return (None,) * 6
    return one["days"], one["checked"], one["good"], one["broken"], one["by_hand"], one["percent"]


def _day(day: BuddhistDate | None) -> str | None:
    return day.in_digits() if day else None
