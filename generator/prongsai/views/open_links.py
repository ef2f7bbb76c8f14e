"""Open data of the links of the registers to other websites: each with its state, and how many there are of each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from prongsai.analysis.results import Results
from prongsai.links.memory import Memory
from prongsai.links.states import State
from prongsai.views.link_list import LinkUse, by_unit, count_standings, list_uses
from prongsai.views.link_states import STANDINGS
from prongsai.views.open_table import COUNT, OF_ITEM, OF_YEAR, ROW, YEAR, Field, OpenTable, Row, day_text, table_of
from prongsai.wording.links import word_label
from prongsai.wording.terms import LINK_GRADES

_LINKS = (
    YEAR,
    ROW,
    Field("item", "string", "ข้อ", "รหัสข้อ OIT ที่ใช้ลิงก์นี้ตอบ"),
    Field("title", "string", "ชื่อลิงก์", "ชื่อตามทะเบียนคำตอบ"),
    Field("url", "string", "ที่อยู่", "ที่อยู่เต็ม"),
    Field("unit_id", "string", "รหัสหน่วยงาน", "รหัสในตาราง units"),
    Field("unit", "string", "หน่วยงาน", "หน่วยงานผู้รับผิดชอบ"),
    Field("state", "string", "รหัสสิ่งที่พบ", "สิ่งที่พบเมื่อตรวจลิงก์"),
    Field("state_words", "string", "สิ่งที่พบ", "ถ้อยคำเดียวกับหน้าเว็บ"),
    Field("grade", "string", "กลุ่ม", "ใช้ได้หรือไม่", choices=LINK_GRADES),
    Field("since", "day", "ตั้งแต่วันที่", "วันแรกของสถานะนี้ เขียนเป็น ปี พ.ศ.-เดือน-วัน", "พ.ศ."),
    Field("checked_on", "day", "ตรวจล่าสุด", "วันที่โปรแกรมตรวจล่าสุด เขียนเป็น ปี พ.ศ.-เดือน-วัน", "พ.ศ."),
)
_COUNTS = (
    YEAR,
    Field("group", "string", "แยกตาม", "ทั้งปี หรือรายหน่วยงาน", choices={"year": "ทั้งปี", "unit": "หน่วยงาน"}),
    Field("name", "string", "ชื่อ", "ชื่อหน่วยงาน คำว่า ลิงก์ทั้งหมด หรือคำว่า ไม่ได้ระบุ"),
    Field("total", "integer", "ทั้งหมด", "จำนวนที่อยู่ที่ไม่ซ้ำกัน", COUNT),
    *(Field(one, "integer", LINK_GRADES[one], f"จำนวนลิงก์ที่{LINK_GRADES[one]}", COUNT) for one in STANDINGS),
)


def link_tables(results: Results, memory: Memory) -> Iterator[OpenTable]:
    """Links and their counts; both are empty for a site without a register."""
    uses = {year: list_uses(results, year, memory) for year in results.years}
    told = results.site.shows_notes
    units = tuple(results.site.agency.units)
    yield table_of(
        ("links", "ลิงก์", "ลิงก์ไปยังเว็บไซต์อื่นในทะเบียนคำตอบ OIT และสิ่งที่พบเมื่อตรวจ"),
        _LINKS if told else tuple(replace(one, choices={}) for one in _LINKS),
        ("fiscal_year", "row"),
        (row for year, found in uses.items() for row in _links(year, found, told=told)),
        OF_ITEM,
    )
    yield table_of(
        ("link-counts", "จำนวนลิงก์", "จำนวนลิงก์แยกตามสถานะ ทั้งปีและรายหน่วยงาน"),
        _COUNTS,
        ("fiscal_year", "group", "name"),
        (row for year, found in uses.items() if told for row in _counts(year, found, units)),
        OF_YEAR,
    )


def _links(year: int, uses: tuple[LinkUse, ...], *, told: bool) -> Iterator[Row]:
    """The links with what was found, empty where that is the agency's own business."""
    for place, use in enumerate(uses, 1):
        link, seen = use.link, use.link.seen
        yield {
            "fiscal_year": str(year),
            "row": str(place),
            "item": use.code,
            "title": link.title if link.title != link.href else None,
            "url": link.href,
            "unit_id": use.unit_key,
            "unit": use.unit,
            "state": (seen.state.value if seen else State.NOT_CHECKED.value) if told else None,
            "state_words": (seen.label if seen else word_label(State.NOT_CHECKED)) if told else None,
            "grade": (seen.standing if seen else "unchecked") if told else None,
            "since": day_text(seen.since if seen else None),
            "checked_on": day_text(seen.checked_on if seen else None),
        }


def _counts(year: int, uses: tuple[LinkUse, ...], units: tuple[str, ...]) -> Iterator[Row]:
    if not uses:
        return
    groups = [("year", "ลิงก์ทั้งหมด", uses)] + [("unit", name.text, own) for name, own in by_unit(uses, units)]
    for group, name, own in groups:
        counts = count_standings(own)
        named = {"fiscal_year": str(year), "group": group, "name": name, "total": str(counts.total())}
        yield {**named, **{one: str(counts[one]) for one in STANDINGS}}
