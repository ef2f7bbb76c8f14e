"""The table of how many measures are how far: in a whole year, and for each unit that is responsible."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from prongsai.model.site import FiscalYear, Site
from prongsai.views.charts.status_counts import DrawnStatus, unit_tallies, year_tally
from prongsai.views.speech import Speech
from prongsai.views.table import COUNT, YEAR, Column, TableOf


@dataclass(frozen=True)
class MeasureCount:
    """How many measures of a group have a status; `group` is `year` or `unit`."""

    group: str
    name: str
    status: DrawnStatus
    count: int


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
        Column("count", "จำนวนมาตรการ", "count", "จำนวนมาตรการ", "integer", COUNT),
    ),
    ("fiscal_year", "group", "name", "status_words"),
)


def count_rows(year: FiscalYear, site: Site, speech: Speech) -> Iterator[MeasureCount]:
    """The counts of a year, then those of each unit."""
    whole = year_tally(year, speech)
    yield from (MeasureCount("year", "มาตรการทั้งหมด", one, count) for one, count in whole.items())
    for unit, tally in unit_tallies((year,), site, speech).items():
        yield from (MeasureCount("unit", unit.text, one, count) for one, count in tally.items())
