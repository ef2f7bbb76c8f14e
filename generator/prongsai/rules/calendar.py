"""Rules on the calendar of a year: its days are of that year, so that no reminder is lost by a slip of the pen."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.model.calendar import Calendar
from prongsai.model.stated import known
from prongsai.problems import Problem, Where, problem
from prongsai.rules.context import Context
from prongsai.thai.dates import BuddhistDate, fiscal_year_of

WINDOWS = ("oit_window", "iit_window", "eit_window", "appeal_window")


def day_of_other_year(context: Context) -> Iterator[Problem]:
    """A window is in its fiscal year; the result and deadlines are in it or in the one after."""
    for result in context.years():
        calendar, year = result.year.calendar, result.year.year
        for day, where, may_be_later in _days(calendar) if calendar else ():
            last = year + 1 if may_be_later else year
            if not year <= fiscal_year_of(day.year, day.month) <= last:
                yield problem("calendar-day-of-other-year", where, year=None, found=day, of_year=year)


def _days(calendar: Calendar) -> Iterator[tuple[BuddhistDate, Where, bool]]:
    """Each day with its place, and if it may be in the fiscal year after."""
    for name in WINDOWS:
        window = getattr(calendar, name)
        for field in ("first", "last") if window else ():
            if day := known(getattr(window, field)):
                yield day, window.where({"first": "from", "last": "to"}[field]), False
    if day := known(calendar.result_on):
        yield day, calendar.where("result_on"), True
    for one in calendar.deadlines:
        yield one.by, one.where("by"), True


RULES = (day_of_other_year,)
