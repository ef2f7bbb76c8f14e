"""One thing that is due: what, of which year and unit, from which day and until which."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from prongsai.thai.dates import BuddhistDate

State = Literal["late", "now", "coming", "unknown"]
STATE_WORDS: dict[State, str] = {
    "late": "เลยกำหนดแล้ว",
    "now": "ถึงเวลาทำแล้ว",
    "coming": "กำหนดข้างหน้า",
    "unknown": "ยังไม่ทราบวัน",
}
COORDINATOR = "ผู้ประสานงาน ITA"  # who has the program, and reminds the units
_NEAR = 14  # days before a last day from which something without a first day is due


@dataclass(frozen=True)
class Entry:
    """Something to do for a fiscal year (Buddhist Era); `unit` is a key of the agency, empty for the coordinator.

    It is due from `since` until `by`, both included, as far as these are known; `basis` says from what. One of which
    `waits` for a day asks for that day. `about` tells apart what has kind, year and unit in common.
    """

    kind: str
    year: int
    says: str
    unit: str = ""
    details: tuple[str, ...] = ()
    do: str = ""
    since: BuddhistDate | None = None
    by: BuddhistDate | None = None
    basis: str = ""
    about: str = ""
    waits: bool = False

    def state(self, today: BuddhistDate) -> State:
        """The state on a day; what has no day at all is to be done now."""
        if self.waits:
            return "unknown"
        if self.by is not None and today > self.by:
            return "late"
        if self.since is not None:
            return "coming" if today < self.since else "now"
        return "coming" if self.by is not None and days_between(today, self.by) > _NEAR else "now"


def days_between(first: BuddhistDate, last: BuddhistDate) -> int:
    """The number of days from one to the other."""
    return (as_day(last) - as_day(first)).days


def as_day(day: BuddhistDate) -> dt.date:
    """The day as Python and calendars know it."""
    return dt.date.fromisoformat(day.isoformat())


@dataclass(frozen=True)
class Agenda:
    """The entries of a day, and the fiscal year (Buddhist Era) that day is in; units have their names by their keys."""

    on: BuddhistDate
    fiscal_year: int
    agency: str
    units: dict[str, str]
    entries: tuple[Entry, ...]

    def of_unit(self, unit: str) -> tuple[Entry, ...]:
        """The entries of a unit, the gravest first."""
        states = list(STATE_WORDS)
        last = BuddhistDate(9999, 12, 31)
        own = (one for one in self.entries if one.unit == unit)
        return tuple(
            sorted(own, key=lambda one: (states.index(one.state(self.on)), one.by or one.since or last, one.year))
        )
