"""News: the latest results and reports, and what changed between publications, many small changes as one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import cast

from prongsai import addresses
from prongsai.analysis.results import Results
from prongsai.analysis.shared_work import units_meant
from prongsai.ledger.publications import Change, History, Kind
from prongsai.model.scores import Scores
from prongsai.model.site import FiscalYear, Site
from prongsai.model.stated import known
from prongsai.thai.dates import BuddhistDate, parse_date
from prongsai.views.changes import word_change, word_group, word_subject
from prongsai.views.content import Part, Phrase
from prongsai.views.measures.counts import PLACED, placed_words, word_measures
from prongsai.views.scores.figures import published_parts
from prongsai.views.speech import Speech

MOST_ALONE = 8  # changes of one kind and one year on one day that are listed one by one
MOST_POINTS = 40  # changes that a group names


@dataclass(frozen=True)
class Update:
    """One thing that changed, or many of one kind: a sentence, what it is about, and the page where it is.

    `key` names it for ever, together with nothing else. `points` are the sentences of a group, `left` how many more
    there are, in words; `year` is the fiscal year (Buddhist Era) that it concerns.
    """

    key: str
    day: BuddhistDate
    text: str
    href: str
    about: str = ""
    points: tuple[str, ...] = ()
    left: str = ""
    year: int | None = None


WHOLE_SITE = addresses.Subject("home")


def updates_of(
    changes: Iterable[Change],
    results: Results,
    speech: Speech,
    owner: addresses.Subject = WHOLE_SITE,
) -> tuple[Update, ...]:
    """The updates of the whole site, of a year or of a unit, in the order of `changes`: the newest first."""
    groups: dict[tuple[str, int | None, Kind, str], list[Change]] = {}
    for change in changes:
        if _concerns(change, results, owner):
            groups.setdefault((change.day, change.year, change.kind, change.field), []).append(change)
    wording = _Wording(results, speech)
    return tuple(update for group in groups.values() for update in wording.word(group, owner))


def has_feeds(results: Results, history: History) -> bool:
    """True if there are feeds: their addresses are absolute, and without a publication nothing has a date."""
    return results.site.options.site_url is not None and bool(history.changes)


def _concerns(change: Change, results: Results, owner: addresses.Subject) -> bool:
    if owner.kind == "unit":
        return change.kind == "first-publication" or any(
            owner.key in _keys(unit, change, results) for unit in change.units
        )
    return owner.year is None or owner.year == change.year or owner.year in change.years


def _keys(unit: str, change: Change, results: Results) -> tuple[str, ...]:
    """The key of a unit, and those of the units that it means as a word for several."""
    own = results.site.unit_of(unit) or unit
    return (own, *(units_meant(results.site, unit, change.year) if change.year is not None else ()))


class _Wording:
    """Words the changes of a site."""

    def __init__(self, results: Results, speech: Speech) -> None:
        self.results, self.speech = results, speech

    def word(self, group: Sequence[Change], owner: addresses.Subject) -> Iterator[Update]:
        """The updates for changes of one day, year, kind and field: one each, or one for all."""
        if len(group) > MOST_ALONE:
            yield self._together(group, owner)
        else:
            yield from map(self._alone, group)

    def _alone(self, change: Change) -> Update:
        key = f"{change.day} {change.year or ''} {change.kind} {change.subject}" + _of_field(change)
        href = self._href(change)
        return Update(key, _day(change), self._sentence(change), href, word_subject(change), year=change.year)

    def _together(self, group: Sequence[Change], owner: addresses.Subject) -> Update:
        first, count = group[0], len(group)
        # A unit's group holds other things than that of the site, so it is another one.
        key = f"{first.day} {first.year or ''} {first.kind} * {owner.key}".rstrip() + _of_field(first)
        points = tuple(self._point(change) for change in group[:MOST_POINTS])
        left = f"และอีก {self.speech.digits(count - MOST_POINTS)} รายการ" if count > MOST_POINTS else ""
        text = word_group(group, self.speech)
        return Update(key, _day(first), text, _section(first), points=points, left=left, year=first.year)

    def _point(self, change: Change) -> str:
        about = word_subject(change)
        return f"{self._sentence(change)} ({about})" if about else self._sentence(change)

    def _sentence(self, change: Change) -> str:
        result = self.results.years.get(change.year) if change.year is not None else None
        return word_change(change, result.year.edition if result else None, self.speech)

    def _href(self, change: Change) -> str:
        year = change.year
        if year is None:
            return addresses.HOME
        if change.measure and not change.kind.endswith("-withdrawn"):
            return addresses.measure_path(year, change.measure)
        if change.kind.startswith("item"):
            return addresses.item_path(year, change.subject)
        if change.kind in {"question-answered", "question-fact"}:
            return self._question_path(year, change.subject)
        return _section(change)

    def _question_path(self, year: int, key: str) -> str:
        result = self.results.years.get(year)
        asked = result.year.questions.questions if result and result.year.questions else ()
        place = next((place for place, one in enumerate(asked) if one.id == key), None)
        return addresses.questions_path(year) if place is None else addresses.question_path(year, place, key)


def _of_field(change: Change) -> str:
    return f" {change.field}" if change.field else ""


def _section(change: Change) -> str:
    """The page of the year on which a kind of change shows."""
    if change.year is None or change.kind.startswith("year"):
        return addresses.year_path(change.year) if change.year is not None else addresses.HOME
    return addresses.section_path(change.year, change.section)


def _day(change: Change) -> BuddhistDate:
    return cast("BuddhistDate", parse_date(change.day))  # snapshots of other days are not read


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
        placed = f" ({PLACED})" if placed_words(year) else ""
        text = f"กำหนดมาตรการ{name} จำนวน {word_measures(year, speech)}{placed}"
        yield Event(text, _path(year, "measures"), _issued(site, year.measures.source), (year.year, 0))
    if year.follow_up is not None:
        as_of = _news_day(year.follow_up.as_of)
        day = as_of or _issued(site, year.follow_up.source)
        text = f"รายงานผลการดำเนินการตามมาตรการ{name}"
        yield Event(text, _path(year, "follow-up"), day, (year.year, 1), is_as_of=as_of is not None)
    if year.scores is not None and known(year.scores.total.value) is not None:
        text = f"ผลการประเมิน{name} ได้ {speech.whole(published_parts(year.scores.total, speech))} คะแนน"
        yield Event(text, _path(year, "scores"), _announced(year.scores, site), (year.year, 2))
    if year.analysis is not None:
        day = _issued(site, year.analysis.source)
        yield Event(f"วิเคราะห์ผลการประเมิน{name}", _path(year, "analysis"), day, (year.year, 3))


def _announced(scores: Scores, site: Site) -> BuddhistDate | None:
    return _news_day(scores.announced_on) or _issued(site, scores.source)


def _issued(site: Site, sources: Sequence[str] | None) -> BuddhistDate | None:
    """The newest day of the documents that a file was entered from."""
    documents = (site.documents[source] for source in sources or () if source in site.documents)
    days = (_news_day(document.issued_on) for document in documents)
    return max((day for day in days if day), default=None)


def _news_day(stated: object) -> BuddhistDate | None:
    found = known(stated)
    return found if isinstance(found, BuddhistDate) else None


def _path(year: FiscalYear, section: str) -> str:
    return addresses.section_path(year.year, section)
