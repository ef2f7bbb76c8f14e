"""The days from or to which a name or a unit holds: a day, or a whole fiscal year where only that is known."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from prongsai.thai.dates import BUDDHIST_ERA, FIRST_MONTH_OF_FISCAL_YEAR, BuddhistDate, full_year, parse_date
from prongsai.thai.numerals import to_arabic

_FISCAL_YEAR = re.compile(r"(?:ปีงบประมาณ|ปี)?\s*(?:พ\.?ศ\.?)?\s*([0-9]{4})")


@dataclass(frozen=True)
class Bound:
    """A first or a last day, which belongs to what it bounds; `fiscal_year` where no more than that was written."""

    day: BuddhistDate
    fiscal_year: int | None = None

    def __str__(self) -> str:
        return f"ปีงบประมาณ {self.fiscal_year}" if self.fiscal_year else str(self.day)


def first_day_of(fiscal_year: int) -> BuddhistDate:
    """1 October of the year before."""
    return BuddhistDate(fiscal_year - 1, FIRST_MONTH_OF_FISCAL_YEAR, 1)


def last_day_of(fiscal_year: int) -> BuddhistDate:
    """30 September."""
    return day_before(first_day_of(fiscal_year + 1))


def day_before(day: BuddhistDate) -> BuddhistDate:
    """The calendar's day before a day."""
    before = dt.date.fromisoformat(day.isoformat()) - dt.timedelta(days=1)
    return BuddhistDate(before.year + BUDDHIST_ERA, before.month, before.day)


def parse_bound(text: str, *, is_last: bool) -> Bound | None:
    """Read a day, or a fiscal year as its first or its last day; None where it is neither."""
    if day := parse_date(text):
        return Bound(day)
    found = _FISCAL_YEAR.fullmatch(to_arabic(text.strip()))
    year = full_year(found[1]) if found else None
    return None if year is None else Bound((last_day_of if is_last else first_day_of)(year), year)
