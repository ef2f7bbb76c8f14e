"""What a timeline of a fiscal year says: a row for each measure with its period, and the date of the data."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from prongsai.thai.dates import BUDDHIST_ERA, FIRST_MONTH_OF_FISCAL_YEAR, BuddhistDate, Period, PeriodKind
from prongsai.views.charts.chart import Chart

_QUARTERS = 4
HUNDRED = Fraction(100)


@dataclass(frozen=True, kw_only=True)
class Span:
    """A stretch of the year (per cent of its days)."""

    start: Fraction
    end: Fraction


@dataclass(frozen=True, kw_only=True)
class Extent:
    """What of a period lies in the year; nothing of one that names no months.

    `due` is the place where a last day ends; `before` and `after` tell that the period goes on beyond the year.
    """

    spans: tuple[Span, ...] = ()
    due: Fraction | None = None
    before: bool = False
    after: bool = False

    @property
    def is_drawn(self) -> bool:
        """Whether there is anything to draw."""
        return bool(self.spans) or self.due is not None or self.before or self.after


@dataclass(frozen=True, kw_only=True)
class TimelineRow:
    """One measure: its label, its period as it is said, and what of that lies in the year."""

    label: str
    figure: str
    extent: Extent


@dataclass(frozen=True, kw_only=True)
class TimelineChart(Chart):
    """Rows below each other on the twelve months; places in per cent, `as_of` with the words for that date."""

    rows: tuple[TimelineRow, ...]
    months: tuple[tuple[Fraction, str], ...]
    years: tuple[tuple[Fraction, str], ...]
    half: tuple[Fraction, str]
    as_of: tuple[Fraction, str] | None = None


def start_of(fiscal_year: int) -> dt.date:
    """The first day of a fiscal year (Buddhist Era)."""
    return dt.date(fiscal_year - 1 - BUDDHIST_ERA, FIRST_MONTH_OF_FISCAL_YEAR, 1)


def place_of(day: dt.date, fiscal_year: int) -> Fraction:
    """Where a day begins (per cent of the days of the year); below 0 or over 100 when it lies outside."""
    start = start_of(fiscal_year)
    return Fraction((day - start).days * 100, (start_of(fiscal_year + 1) - start).days)


def end_of_day(day: BuddhistDate, fiscal_year: int) -> Fraction:
    """Where a day ends (per cent of the days of the year)."""
    return place_of(dt.date(day.year - BUDDHIST_ERA, day.month, day.day) + dt.timedelta(days=1), fiscal_year)


def month_start(year: int, month: int) -> dt.date:
    """The first day of a month (Buddhist Era); month 13 is the first of the next year."""
    return dt.date(year - BUDDHIST_ERA + (month - 1) // 12, (month - 1) % 12 + 1, 1)


def extent_of(period: Period | None, fiscal_year: int) -> Extent:
    """What of a period lies in a fiscal year (Buddhist Era)."""
    if period is None:
        return Extent()
    if period.due is not None:
        place = end_of_day(period.due, fiscal_year)
        return Extent(due=place if 0 < place <= HUNDRED else None, before=place <= 0, after=place > HUNDRED)
    first, last = period.months_in(fiscal_year)
    start, end = place_of(month_start(*first), fiscal_year), place_of(month_start(last[0], last[1] + 1), fiscal_year)
    shown = Span(start=max(start, Fraction(0)), end=min(end, HUNDRED))
    spans = _quarters(fiscal_year) if period.kind is PeriodKind.EVERY_QUARTER else (shown,)
    return Extent(spans=spans if shown.start < shown.end else (), before=start < 0, after=end > HUNDRED)


def _quarters(fiscal_year: int) -> tuple[Span, ...]:
    """The four quarters of a fiscal year."""
    starts = [
        place_of(month_start(fiscal_year - 1, FIRST_MONTH_OF_FISCAL_YEAR + 3 * nth), fiscal_year)
        for nth in range(_QUARTERS + 1)
    ]
    return tuple(Span(start=start, end=end) for start, end in pairwise(starts))
