"""Days of the Buddhist Era as files write them: 2569-11-21."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from prongsai.thai.dates import BUDDHIST_ERA

Day = dt.date
_FORM = re.compile(r"(2[4-6][0-9]{2})-([0-9]{2})-([0-9]{2})")


def parse_day(text: str) -> Day:
    """The day that a text names; raises ValueError where it names none."""
    found = _FORM.fullmatch(text)
    if found is None:
        raise ValueError(text)
    return dt.date(int(found[1]) - BUDDHIST_ERA, int(found[2]), int(found[3]))


def format_day(day: Day) -> str:
    """The day as files write it."""
    return f"{day.year + BUDDHIST_ERA:04}-{day.month:02}-{day.day:02}"


def is_day(text: str) -> bool:
    """Whether a text names a day of the calendar."""
    try:
        parse_day(text)
    except ValueError:
        return False
    return True


def day_after(day: Day, days: int = 1) -> Day:
    """The day so many days later."""
    return day + dt.timedelta(days=days)


def days_from(first: Day, last: Day) -> Iterator[Day]:
    """Every day of a window, both ends included."""
    while first <= last:
        yield first
        first = day_after(first)
