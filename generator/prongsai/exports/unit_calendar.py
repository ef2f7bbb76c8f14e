"""The work of a unit as a calendar file (RFC 5545): an all-day event on the last day of each thing that has one."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from prongsai.model.site import Site
from prongsai.thai.dates import BuddhistDate
from prongsai.views.ask import permanent_address
from prongsai.views.worklist import Work, Worklist
from prongsai.web import host_of

if TYPE_CHECKING:
    from icalendar import Event

_PRODUCT = "-//prongsai//units//TH"
_NOWHERE = "prongsai.invalid"  # where the site does not know its address


def export_unit_calendar(found: Worklist, site: Site) -> str:
    """The file of one unit; the same data gives the same bytes on every day."""
    from icalendar import Calendar  # most commands write no calendar

    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", f"{site.agency.units[found.unit].name} ปีงบประมาณ พ.ศ. {found.year}")
    for last, one in found.dated:
        calendar.add_component(_event(last, one, found, site))
    return bytes(calendar.to_ical()).decode()


def _event(last: BuddhistDate, one: Work, found: Worklist, site: Site) -> Event:
    from icalendar import Event

    day = dt.date.fromisoformat(last.isoformat())
    home = host_of(site.options.site_url or "") or _NOWHERE
    event = Event()
    event.add("uid", f"work-{found.year}-{found.unit}-{one.id}@{home}")
    event.add(
        "dtstamp", dt.datetime(day.year, day.month, day.day, tzinfo=dt.UTC)
    )  # asked for by the standard; never today
    event.add("dtstart", day)
    event.add("dtend", day + dt.timedelta(days=1))
    event.add("summary", f"วันสุดท้าย: {one.named.text}")
    event.add("url", permanent_address(site, one.named.href))
    event.add("transp", "TRANSPARENT")
    return event
