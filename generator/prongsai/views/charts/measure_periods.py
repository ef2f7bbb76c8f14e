"""The timeline of a year's measures, from the periods that their document states."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from prongsai.model.site import FiscalYear
from prongsai.model.stated import Absence, Printed, known
from prongsai.thai.dates import FIRST_MONTH_OF_FISCAL_YEAR, MONTHS, BuddhistDate
from prongsai.thai.periods import Period
from prongsai.views.charts import (
    HUNDRED,
    IN_TABLE,
    Extent,
    Sign,
    TimelineChart,
    TimelineRow,
    end_of_day,
    fitting,
    month_start,
    place_of,
    shortened_name,
)
from prongsai.views.charts.extent_of import extent_of
from prongsai.views.content import Head, Table, cell
from prongsai.views.measures.facts import short_link, shown_title, stated_parts
from prongsai.views.names import numbered
from prongsai.views.speech import Speech

_BEYOND = {
    (True, False): "เริ่มก่อนปีงบประมาณนี้",
    (False, True): "สิ้นสุดหลังปีงบประมาณนี้",
    (True, True): "เริ่มก่อนและสิ้นสุดหลังปีงบประมาณนี้",
}
_OUTSIDE = {True: "อยู่ก่อนปีงบประมาณนี้", False: "อยู่หลังปีงบประมาณนี้"}


def timeline_chart(year: FiscalYear, speech: Speech) -> TimelineChart | None:
    """The periods of a year's measures, or of a report that knows measures as its rows alone.

    None without any, and where all are the same or the whole year: then there is nothing to compare.
    """
    rows = tuple(_rows(year, speech))
    if not _differ([row.extent for row in rows]):
        return None
    half = BuddhistDate(year.year, 3, 31)
    as_of = _as_of(year, speech)
    return TimelineChart(
        key="timeline",
        title=f"แผนภูมิช่วงเวลาดำเนินการใน{speech.fiscal_year(year.year)} (ตุลาคมถึงกันยายน)",
        sentences=(*(f"{row.label} {row.figure}" for row in rows), *((as_of[1],) if as_of else ())),
        table=_table_of(year),
        signs=tuple(_signs(rows)),
        notes=tuple(_notes(year, rows, speech)),
        rows=rows,
        months=tuple(_months(year.year)),
        years=tuple(_years(year.year, speech)),
        half=(end_of_day(half, year.year), f"สิ้นครึ่งปีแรก {speech.date(half)}"),
        as_of=as_of,
    )


def _differ(extents: list[Extent]) -> bool:
    """True if two rows can be told apart, besides those of which nothing is drawn."""
    return len({one for one in extents if one.is_drawn}) > 1


def periods_table(year: FiscalYear, speech: Speech) -> Table:
    """The measures of a year with their periods as stated."""
    rows = tuple(
        (cell(short_link(year.year, facts.measure, speech), head=True), cell(*stated_parts(facts, "period", speech)))
        for facts in year.measure_facts
    )
    columns = (Head("มาตรการ"), Head("ระยะเวลาดำเนินการ"))
    caption = f"ระยะเวลาดำเนินการของมาตรการ {speech.fiscal_year(year.year)}"
    return Table("periods", caption, columns, rows, of="measures")


def _table_of(year: FiscalYear) -> str:
    """The key of the table with the periods on the page of the report: its own, or the one that is there anyway."""
    if year.measures is None:
        return "follow-up"
    return "periods" if year.follow_up else "measures"


def _rows(year: FiscalYear, speech: Speech) -> Iterator[TimelineRow]:
    """A row for each measure; where the document knows measures as rows of its report alone, for each of these."""
    for facts in year.measure_facts:
        name = numbered(known(facts.measure.number), shown_title(facts.measure, speech), speech)
        yield _row(name, facts.value("period"), year, speech)
    for report in () if year.listed_measures else year.reports:
        number, title = known(report.number), speech.plain(speech.stated(report.title))
        yield _row(numbered(number, title, speech), report.period, year, speech)


def _row(name: str, value: Period | Absence | Printed, year: FiscalYear, speech: Speech) -> TimelineRow:
    """The row of a thing with its name."""
    return TimelineRow(
        label=shortened_name(name),
        name=shortened_name(name, is_wide=True),
        figure=fitting(speech.plain(speech.stated(value)), IN_TABLE),
        extent=extent_of(known(value), year.year, is_stated=year.is_stated),
    )


def _as_of(year: FiscalYear, speech: Speech) -> tuple[Fraction, str] | None:
    """The date of the data where it is in the year; the clock is never asked."""
    day = known(year.follow_up.as_of) if year.follow_up else None
    place = end_of_day(day, year.year) if day else None
    if day is None or place is None or not 0 <= place <= 100:
        return None
    return place, f"ข้อมูล ณ {speech.date(day)}"


def _signs(rows: tuple[TimelineRow, ...]) -> Iterator[Sign]:
    if any(row.extent.spans for row in rows):
        yield Sign(kind="bar", text="ช่วงเวลาดำเนินการ")
    if any(row.extent.due is not None for row in rows):
        yield Sign(kind="due", text="ภายในวันที่")


def _notes(year: FiscalYear, rows: tuple[TimelineRow, ...], speech: Speech) -> Iterator[str]:
    """Periods that go beyond the year or have no bar, and a date of the data outside the year."""
    beyond = [f"{row.name} {_beyond(row)}" for row in rows if row.extent.before or row.extent.after]
    if beyond:
        yield f"ลูกศรที่ขอบแผนภูมิหมายถึงช่วงเวลาที่อยู่นอกปีงบประมาณ: {', '.join(beyond)}"
    without = [row.name for row in rows if not row.extent.is_drawn]
    if without:
        what = "เดือนที่อ่านได้" if year.is_stated else "เดือนหรือปีที่อ่านได้"
        yield f"ไม่มีแถบเพราะเอกสารไม่ได้ระบุ{what}: {', '.join(without)}"
    day = known(year.follow_up.as_of) if year.follow_up else None
    if day is not None and _as_of(year, speech) is None:
        yield f"วันที่ของข้อมูล {speech.date(day)} อยู่นอกปีงบประมาณนี้ จึงไม่มีเส้นในแผนภูมิ"


def _beyond(row: TimelineRow) -> str:
    if not row.extent.spans:
        return _OUTSIDE[row.extent.before]
    return _BEYOND[row.extent.before, row.extent.after]


def _months(fiscal_year: int) -> Iterator[tuple[Fraction, str]]:
    """The places where months begin, with their short names."""
    for nth in range(12):
        month = FIRST_MONTH_OF_FISCAL_YEAR + nth
        yield place_of(month_start(fiscal_year - 1, month), fiscal_year), MONTHS[(month - 1) % 12][1]


def _years(fiscal_year: int, speech: Speech) -> Iterator[tuple[Fraction, str]]:
    """The middle of what is in each calendar year."""
    turn = place_of(month_start(fiscal_year, 1), fiscal_year)
    yield turn / 2, f"พ.ศ. {speech.digits(fiscal_year - 1)}"
    yield (turn + HUNDRED) / 2, f"พ.ศ. {speech.digits(fiscal_year)}"
