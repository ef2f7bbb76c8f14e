"""Periods as values: months of a year or of any year, how often, until when, and how long."""

from __future__ import annotations

import calendar
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NamedTuple

from prongsai.thai.dates import BUDDHIST_ERA, FIRST_MONTH_OF_FISCAL_YEAR, BuddhistDate, fiscal_year_of

YEAR_OF_MONTHS = 12


class Month(NamedTuple):
    """A month of the Buddhist Era; of no certain year, `year` counts from the fiscal year: October is of -1."""

    year: int
    month: int

    def __str__(self) -> str:
        """2566-10, as data for machines has it."""
        return f"{self.year}-{self.month:02d}"

    def after(self, months: int) -> Month:
        """The month so many months later."""
        number = self.year * YEAR_OF_MONTHS + self.month - 1 + months
        return Month(number // YEAR_OF_MONTHS, number % YEAR_OF_MONTHS + 1)


def month_of(fiscal_year: int, offset: int) -> Month:
    """The month that begins so many months after a fiscal year."""
    return Month(fiscal_year - 1, FIRST_MONTH_OF_FISCAL_YEAR).after(offset)


class Form(StrEnum):
    """The words by which a span was given: they are kept where it is said again."""

    MONTHS = "months"
    QUARTERS = "quarters"
    FIRST_MONTHS = "first_months"
    LAST_MONTHS = "last_months"
    YEARS = "years"
    FISCAL_YEARS = "fiscal_years"


@dataclass(frozen=True, order=True)
class Span:
    """Months from `first` to `last`, both included; one that has no year of its own is of any fiscal year.

    A year that is not said to be a fiscal year is read as one, since plans and reports of agencies are of these.
    """

    first: Month
    last: Month
    form: Form = Form.MONTHS
    has_year: bool = True

    def in_year(self, fiscal_year: int) -> Span:
        """The span, read as one of `fiscal_year` (Buddhist Era) where it has no year of its own."""
        if self.has_year:
            return self
        first, last = (Month(fiscal_year + one.year, one.month) for one in (self.first, self.last))
        return Span(first, last, self.form)

    @property
    def fiscal_years(self) -> range:
        """The fiscal years that a span with a year touches."""
        return range(fiscal_year_of(*self.first), fiscal_year_of(*self.last) + 1)

    @property
    def length(self) -> int:
        """The number of its months."""
        return (self.last.year - self.first.year) * YEAR_OF_MONTHS + self.last.month - self.first.month + 1

    @property
    def months(self) -> set[Month]:
        """Every month of it."""
        return {self.first.after(nth) for nth in range(self.length)}


class Unit(StrEnum):
    """The stretch that a frequency or a length counts."""

    DAY = "วัน"
    WEEK = "สัปดาห์"
    MONTH = "เดือน"


@dataclass(frozen=True)
class Frequency:
    """So many times in every so many days, weeks or months; `every` is 0 where only the times are said."""

    times: int
    every: int
    unit: Unit
    at_least: bool = False

    def __str__(self) -> str:
        """The one wording for all that mean the same: ทุกเดือน, ไตรมาสละ 2 ครั้ง, อย่างน้อยปีละ 1 ครั้ง."""
        least = "อย่างน้อย" if self.at_least else ""
        if not self.every:
            return f"{least or 'จำนวน'} {self.times} ครั้ง"
        one = self._name
        if self.times == 1 and not least:
            return f"ทุก{one}" if one else f"ทุก {self.every} {self.unit}"
        return f"{least}{one or f'ทุก {self.every} {self.unit} '}{'ละ ' if one else ''}{self.times} ครั้ง"

    @property
    def _name(self) -> str:
        """The word for what is counted by one; empty where it has none."""
        if self.unit is not Unit.MONTH:
            return str(self.unit) if self.every == 1 else ""
        return {1: "เดือน", 3: "ไตรมาส", 12: "ปี"}.get(self.every, "")

    @property
    def fills_year(self) -> bool:
        """True if no stretch of a year is without it: what is done once or twice a year may be done at any time."""
        return (
            bool(self.every)
            and (self.times == 1 or self.unit is not Unit.MONTH or self.every == 1)
            and not (self.unit is Unit.MONTH and self.every >= YEAR_OF_MONTHS)
        )


class Length(NamedTuple):
    """So many days, weeks or months, wherever in the year."""

    number: int
    unit: Unit

    def __str__(self) -> str:
        """6 เดือน; whole years as years."""
        if self.unit is Unit.MONTH and self.number % YEAR_OF_MONTHS == 0:
            return f"{self.number // YEAR_OF_MONTHS} ปี"
        return f"{self.number} {self.unit}"


@dataclass(frozen=True)
class Period:
    """The period of a measure; `printed` is the text as given, all else its meaning.

    `spans` are the months, `frequency` how often within them, `is_ongoing` that it never pauses, `is_open` that it goes
    on from the last of them. Of one that `is_due` the end of the months is the last day, or the `day` of the last month
    where one is said; `length` is how long. What is printed twice and does not agree has no months, and `contradiction`
    is both texts.
    """

    printed: str
    spans: tuple[Span, ...] = ()
    frequency: Frequency | None = None
    is_ongoing: bool = False
    is_open: bool = False
    is_due: bool = False
    day: int = 0
    length: Length | None = None
    contradiction: tuple[str, str] | None = None

    @property
    def has_year(self) -> bool:
        """True if its months have a year of their own."""
        return bool(self.spans) and all(span.has_year for span in self.spans)

    @property
    def fills_year(self) -> bool:
        """True if it is of a whole year though no months are said: every month or quarter, or twelve months long."""
        if self.spans or self.contradiction or self.is_due:
            return False
        often = self.frequency is not None and self.frequency.fills_year
        return often or self.length == Length(YEAR_OF_MONTHS, Unit.MONTH)

    def spans_in(self, fiscal_year: int) -> tuple[Span, ...]:
        """Its months, those without a year as of `fiscal_year` (Buddhist Era); none where nothing tells them."""
        if self.fills_year:
            return (Span(month_of(fiscal_year, 0), month_of(fiscal_year, YEAR_OF_MONTHS - 1), Form.FISCAL_YEARS),)
        return tuple(span.in_year(fiscal_year) for span in self.spans)

    def months_in(self, fiscal_year: int) -> tuple[Month, Month] | None:
        """First and last month, those without a year as of `fiscal_year` (Buddhist Era); None where nothing tells."""
        spans = self.spans_in(fiscal_year)
        if not spans:
            return None
        return min(span.first for span in spans), max(span.last for span in spans)

    def last_day_in(self, fiscal_year: int) -> BuddhistDate | None:
        """The last day of one that is due; without a year as of `fiscal_year` (Buddhist Era)."""
        months = self.months_in(fiscal_year) if self.is_due else None
        if months is None:
            return None
        last = last_day_of(months[1])
        return replace(last, day=min(self.day, last.day)) if self.day else last


def ends_of(spans: tuple[Span, ...]) -> tuple[str, str] | tuple[None, None]:
    """The first and the last month of spans as data for machines has them: 2566-10 and 2567-09."""
    if not spans:
        return None, None
    return str(min(span.first for span in spans)), str(max(span.last for span in spans))


def last_day_of(month: Month) -> BuddhistDate:
    """The day with which a month ends."""
    return BuddhistDate(*month, calendar.monthrange(month.year - BUDDHIST_ERA, month.month)[1])
