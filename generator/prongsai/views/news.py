"""What is new: the latest results, measures and reports of a site, with the dates that its data states."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from prongsai import addresses
from prongsai.model.scores import Scores
from prongsai.model.site import FiscalYear, Site
from prongsai.model.stated import Absence, known
from prongsai.thai.dates import BuddhistDate
from prongsai.views.content import Part, Phrase
from prongsai.views.speech import Speech

SHOWN = 3


@dataclass(frozen=True)
class Event:
    """Something that was made known; `date` is None where the data has none, `order` is its place in the cycle.

    With `is_as_of` the date is that of the data, not of a publication.
    """

    text: str
    href: str
    date: BuddhistDate | None
    order: tuple[int, int]
    is_as_of: bool = False


def newest_events(site: Site, speech: Speech, shown: int = SHOWN) -> tuple[tuple[Phrase, tuple[Part, ...]], ...]:
    """The newest events, each as a link and the words of its date: those with a date first, by date."""
    events = [event for year in site.years for event in _events(year, site, speech)]
    dated = sorted((one for one in events if one.date), key=lambda one: (one.date, one.order), reverse=True)
    undated = sorted((one for one in events if not one.date), key=lambda one: one.order, reverse=True)
    return tuple((Phrase(one.text, href=one.href), _date(one, speech)) for one in (*dated, *undated)[:shown])


def _date(event: Event, speech: Speech) -> tuple[Part, ...]:
    if event.date is not None:
        return (Phrase(f"{'ข้อมูล ณ วันที่ ' if event.is_as_of else ''}{speech.date(event.date)}"),)
    return (Phrase(f"{speech.missing().text}วันที่", kind="absent"),)


def _events(year: FiscalYear, site: Site, speech: Speech) -> Iterator[Event]:
    """The events of a year in the order of the yearly cycle."""
    name = f"ปี {speech.digits(year.year)}"
    if year.measures is not None and year.measures.measures:
        count = speech.digits(len(year.measures.measures))
        text = f"กำหนดมาตรการ{name} จำนวน {count} มาตรการ"
        yield Event(text, _path(year, "measures"), _issued(site, year.measures.source), (year.year, 0))
    if year.follow_up is not None:
        as_of = _day(year.follow_up.as_of)
        day = as_of or _issued(site, year.follow_up.source)
        text = f"รายงานผลการดำเนินการตามมาตรการ{name}"
        yield Event(text, _path(year, "follow-up"), day, (year.year, 1), is_as_of=as_of is not None)
    if year.scores is not None and (total := known(year.scores.total.value)) is not None:
        text = f"ผลการประเมิน{name} ได้ {speech.plain(speech.published(total))} คะแนน"
        yield Event(text, _path(year, "scores"), _announced(year.scores, site), (year.year, 2))
    if year.analysis is not None:
        day = _issued(site, year.analysis.source)
        yield Event(f"วิเคราะห์ผลการประเมิน{name}", _path(year, "analysis"), day, (year.year, 3))


def _announced(scores: Scores, site: Site) -> BuddhistDate | None:
    return _day(scores.announced_on) or _issued(site, scores.source)


def _issued(site: Site, source: str | None) -> BuddhistDate | None:
    document = site.documents.get(source or "")
    return _day(document.issued_on if document else Absence.NOT_ENTERED)


def _day(stated: object) -> BuddhistDate | None:
    found = known(stated)
    return found if isinstance(found, BuddhistDate) else None


def _path(year: FiscalYear, section: str) -> str:
    return addresses.section_path(year.year, section)
