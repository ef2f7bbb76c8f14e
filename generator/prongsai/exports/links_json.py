"""What is remembered of the links of a year, for machines and for spreadsheets."""

from __future__ import annotations

import json
from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from prongsai.analysis.results import Results
from prongsai.analysis.scoring import rounded
from prongsai.exports.spreadsheet import escape_formula, write_csv
from prongsai.links.memory import Memory
from prongsai.links.states import State
from prongsai.thai.dates import BuddhistDate
from prongsai.thai.numerals import two_decimals
from prongsai.views.link_list import LinkUse, list_uses
from prongsai.views.link_states import LinkState, WindowDays, day_text
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
_ADDRESS = ("item", "unit", "title", "url")
_OF_THE_LINK = len(_ADDRESS)


def export_links_json(results: Results, year: int, memory: Memory) -> str:
    """The content of /data/{year}/links.json."""
    return json.dumps(links_document(results, year, memory), ensure_ascii=False, indent=2) + "\n"


def links_document(results: Results, year: int, memory: Memory) -> dict[str, Any]:
    """The same as a document, a link of an item each; every key is always there, and null where nothing is known.

    Days are year, month and day with the year of the Buddhist Era, as `calendar` says. Where what was found is the
    agency's own business, a link is its address alone.
    """
    register = results.years[year].year.register
    window, told = register.check_window if register else None, results.site.shows_notes
    return {
        "fiscal_year": year,
        "calendar": "buddhist",
        "window": {"from": day_text(window.first), "to": day_text(window.last)} if window and told else None,
        "links": [_link(use) if told else _address(use) for use in list_uses(results, year, memory)],
    }


def export_links_csv(results: Results, year: int, memory: Memory) -> str:
    """The content of /data/{year}/links.csv, with a byte order mark, by which spreadsheets know the encoding."""
    told = results.site.shows_notes
    found = links_document(results, year, memory)["links"]
    rows = (_cells(one) if told else (one[key] for key in _ADDRESS) for one in found)
    texts = ([escape_formula("" if value is None else str(value)) for value in cells] for cells in rows)
    return write_csv([COLUMNS if told else COLUMNS[:_OF_THE_LINK], *texts])


def _link(use: LinkUse) -> dict[str, Any]:
    link, state = use.link, use.link.seen
    return {
        "item": use.code,
        "unit": use.unit or None,
        "title": link.title if link.title != link.href else None,
        "url": link.href,
        "state": state.state.value if state else State.NOT_CHECKED.value,
        "label": state.label if state else word_label(State.NOT_CHECKED),
        "grade": state.standing if state else "unchecked",
        **_reason(state),
        "uptime": _uptime(state.window) if state and state.window else None,
        "hops": state.hops if state else None,
        "detail": dict(sorted(state.detail.items())) if state else {},
        "opened_by_hand_on": _day(link.checked_on),
        "does_not_open": link.does_not_open or None,
    }


def _address(use: LinkUse) -> dict[str, Any]:
    link = use.link
    title = link.title if link.title != link.href else None
    return {"item": use.code, "unit": use.unit or None, "title": title, "url": link.href}


def _reason(state: LinkState | None) -> dict[str, Any]:
    return {
        "reason": (state.seen or None) if state else None,
        "means": (state.means or None) if state else None,
        "advice": (state.advice or None) if state else None,
        "since": _day(state.since) if state else None,
        "last_good": _day(state.last_good) if state else None,
        "checked_on": _day(state.checked_on) if state else None,
        "checks": state.checks if state else None,
    }


def _uptime(window: WindowDays) -> dict[str, Any]:
    """The days of the window; `percent` is the share of days that opened, of those on which the check could tell."""
    told = window.checked - window.by_hand
    return {
        "days": len(window.days),
        "checked": window.checked,
        "good": window.good,
        "broken": window.bad,
        "by_hand": window.by_hand,
        "percent": two_decimals(rounded(Fraction(100 * window.good, told))) if told else None,
        "broken_days": [{"from": day_text(first), "to": day_text(last)} for first, last in window.broken],
    }


def _cells(one: dict[str, Any]) -> Iterator[Any]:
    yield from (one[key] for key in ("item", "unit", "title", "url", "state", "label"))
    yield LINK_GRADES[one["grade"]]
    keys = ("reason", "means", "advice", "since", "last_good", "checked_on", "checks")
    yield from (one[key] for key in keys)
    uptime = one["uptime"] or {}
    yield from (uptime.get(key) for key in ("days", "checked", "good", "broken", "by_hand", "percent"))
    yield one["hops"]
    yield "; ".join(f"{name}={value}" for name, value in one["detail"].items())
    yield from (one["opened_by_hand_on"], one["does_not_open"])


def _day(day: BuddhistDate | None) -> str | None:
    return day_text(day) if day else None
