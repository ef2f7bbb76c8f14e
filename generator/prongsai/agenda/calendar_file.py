"""The agenda as a calendar file (RFC 5545): all-day events that keep their identity from one run to the next."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterator

from icalendar import Calendar, Event

from prongsai.agenda.entry import Agenda, Entry, as_day
from prongsai.agenda.words import name_unit, units_of
from prongsai.thai.dates import BuddhistDate

_PRODUCT = "-//prongsai//due//TH"


def write_calendar(agenda: Agenda, home: str, unit: str | None = None) -> bytes:
    """The file with an event on each first and last day, of one unit where it is named.

    `home` is the host of the site, by which events of different agencies differ. Nothing but the day of the agenda
    and the data decide about a byte.
    """
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", f"งาน ITA {agenda.agency}")
    for one in [unit] if unit is not None else units_of(agenda):
        for entry in agenda.of_unit(one):
            for event in _events(agenda, entry, home):
                calendar.add_component(event)
    return bytes(calendar.to_ical())


def _events(agenda: Agenda, entry: Entry, home: str) -> Iterator[Event]:
    if entry.since is not None and entry.since != entry.by:
        yield _event(agenda, entry, ("since", entry.since, "เริ่ม: " if entry.by else ""), home)
    if entry.by is not None:
        yield _event(agenda, entry, ("by", entry.by, "วันสุดท้าย: "), home)


def _event(agenda: Agenda, entry: Entry, moment: tuple[str, BuddhistDate, str], home: str) -> Event:
    which, day, head = moment
    event = Event()
    event.add("uid", _uid(entry, which, home))
    event.add("dtstamp", dt.datetime.combine(as_day(agenda.on), dt.time(), dt.UTC))
    event.add("dtstart", as_day(day))
    event.add("dtend", as_day(day) + dt.timedelta(days=1))
    event.add("summary", f"{head}{entry.says}")
    lines = (name_unit(agenda, entry.unit), *entry.details, entry.do, entry.basis)
    event.add("description", "\n".join(filter(None, lines)))
    event.add("transp", "TRANSPARENT")
    return event


def _uid(entry: Entry, which: str, home: str) -> str:
    """The identity of an event: of what it is about, never of the day on which the file was written."""
    kind = entry.kind.removesuffix("-missing").removesuffix("-coming")
    told = "-".join(filter(None, (kind, str(entry.year), entry.unit, which)))
    return f"{told}-{hashlib.sha256(f'{home} {told} {entry.about}'.encode()).hexdigest()[:12]}@{home}"
