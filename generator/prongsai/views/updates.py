"""What changed between publications as worded updates: of the whole site, of a year or of a unit, many small as one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import cast

from prongsai import addresses
from prongsai.analysis.results import Results
from prongsai.ledger.publications import Change, History, Kind
from prongsai.thai.dates import BuddhistDate, parse_date
from prongsai.views.changes import word_change, word_group, word_subject
from prongsai.views.speech import Speech

MOST_ALONE = 8  # changes of one kind and one year on one day that are told one by one
MOST_POINTS = 40  # changes that a group names


@dataclass(frozen=True)
class Update:
    """One thing that changed, or many of one kind: a sentence, what it is about, and the page where it stands.

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
    groups: dict[tuple[str, int | None, Kind], list[Change]] = {}
    for change in changes:
        if _concerns(change, results, owner):
            groups.setdefault((change.day, change.year, change.kind), []).append(change)
    wording = _Wording(results, speech)
    return tuple(update for group in groups.values() for update in wording.word(group, owner))


def has_feeds(results: Results, history: History) -> bool:
    """Whether there are feeds: their addresses are absolute, and without a publication nothing has a date."""
    return results.site.options.site_url is not None and bool(history.changes)


def _concerns(change: Change, results: Results, owner: addresses.Subject) -> bool:
    if owner.kind == "unit":
        keys = (results.site.unit_of(unit) or unit for unit in change.units)
        return change.kind == "first-publication" or owner.key in keys
    return owner.year is None or owner.year == change.year or owner.year in change.years


class _Wording:
    """Words the changes of a site."""

    def __init__(self, results: Results, speech: Speech) -> None:
        self.results, self.speech = results, speech

    def word(self, group: Sequence[Change], owner: addresses.Subject) -> Iterator[Update]:
        """The updates for changes of one day, year and kind: one each, or one for all."""
        if len(group) > MOST_ALONE:
            yield self._together(group, owner)
        else:
            yield from map(self._alone, group)

    def _alone(self, change: Change) -> Update:
        key = f"{change.day} {change.year or ''} {change.kind} {change.subject}"
        href = self._href(change)
        return Update(key, _day(change), self._sentence(change), href, word_subject(change), year=change.year)

    def _together(self, group: Sequence[Change], owner: addresses.Subject) -> Update:
        first, count = group[0], len(group)
        # A unit's group holds other things than that of the site, so it is another one.
        key = f"{first.day} {first.year or ''} {first.kind} * {owner.key}".rstrip()
        points = tuple(self._point(change) for change in group[:MOST_POINTS])
        left = f"และอีก {self.speech.digits(count - MOST_POINTS)} รายการ" if count > MOST_POINTS else ""
        text = word_group(first.kind, first.year, count, self.speech)
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
        if change.kind == "question-answered":
            return self._question_path(year, change.subject)
        return _section(change)

    def _question_path(self, year: int, key: str) -> str:
        result = self.results.years.get(year)
        asked = result.year.questions.questions if result and result.year.questions else ()
        place = next((place for place, one in enumerate(asked) if one.id == key), None)
        return addresses.questions_path(year) if place is None else addresses.question_path(year, place, key)


def _section(change: Change) -> str:
    """The page of the year on which a kind of change shows."""
    if change.year is None or change.kind.startswith("year"):
        return addresses.year_path(change.year) if change.year is not None else addresses.HOME
    return addresses.section_path(change.year, change.section)


def _day(change: Change) -> BuddhistDate:
    return cast("BuddhistDate", parse_date(change.day))  # snapshots of other days are not read
