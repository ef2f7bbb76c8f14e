"""The days of what a site says: the newest that each data file, measure and item states, and when facts changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from prongsai import addresses
from prongsai.analysis.results import Results
from prongsai.ledger.publications import Change, History
from prongsai.model.document_parts import sources_of
from prongsai.model.oit import Answer
from prongsai.model.site import FiscalYear, MeasureFacts, Site
from prongsai.model.stated import known
from prongsai.model.status import STATUS_WORDS
from prongsai.thai.dates import BuddhistDate, parse_date


def stated_days(results: Results, history: History) -> dict[str, BuddhistDate]:
    """The newest day that each data file states, by its name, and each measure and item, by the path of its page.

    What was published is at least as new as the day on which its year was published first.
    """
    since = _published_since(history)
    found: dict[str, BuddhistDate] = {}
    for result in results.years.values():
        for key, days in _stated(result.year, results.site):
            newest = max((day for day in (*days, since.get(result.year.year)) if day), default=None)
            found |= {key: newest} if newest else {}
    return found


def changed_days(history: History) -> dict[str, BuddhistDate]:
    """The newest day on which what a page shows changed between two publications, by the path of the page."""
    found: dict[str, BuddhistDate] = {}
    for change in history.changes:
        day = parse_date(change.day)
        if day:
            found |= {path: max(found.get(path, day), day) for path in _pages_of(change)}
    return found


def _published_since(history: History) -> dict[int, BuddhistDate]:
    """The day on which each year was published first."""
    found: dict[int, BuddhistDate] = {}
    for change in history.changes:
        day = parse_date(change.day)
        years = change.years if change.kind == "first-publication" else (change.year,)
        if day and change.kind in {"first-publication", "year-added"}:
            found |= {year: day for year in years if year is not None}
    return found


def _stated(year: FiscalYear, site: Site) -> Iterator[tuple[str, list[BuddhistDate | None]]]:
    """The days that the files, measures and items of a year state."""
    files = {file.rpartition("/")[2].removesuffix(".yml"): file for file in year.files}
    by_file = {name: _in_file(name, year, site) for name in files}
    yield from ((files[name], days) for name, days in by_file.items())
    for facts in year.measure_facts:
        reported = _of_reports(facts)
        yield addresses.measure_path(year.year, facts.measure.id), [*by_file.get("measures", ()), *reported]
    answers = year.register.items if year.register else {}
    for code in dict.fromkeys((*year.edition.items, *answers)):
        own = _of_answer(answers[code]) if code in answers else []
        yield addresses.item_path(year.year, code), own if any(own) else by_file.get("scores", [])


def _in_file(name: str, year: FiscalYear, site: Site) -> list[BuddhistDate | None]:
    """The days that one data file states, with that of the document it was entered from."""
    record = year.parts.get(name)
    documents = (site.documents[key] for key in sources_of(record) if key in site.documents)
    found = [_day(document.issued_on) for document in documents]
    found += [_day(getattr(record, field, None)) for field in ("announced_on", "as_of", "date")]
    if name == "follow-up" and year.follow_up:
        found += [_day(report.reported_on) for report in year.reports]
    if name == "questions" and year.questions:
        found += [_day(day) for one in year.questions.questions for day in (one.asked_on, one.answered_on)]
    if name == "oit" and year.register:
        found += [day for answer in year.register.items.values() for day in _of_answer(answer)]
    return found


def _of_reports(facts: MeasureFacts) -> list[BuddhistDate | None]:
    follow_up, reports = facts.year.follow_up, facts.reports
    return [_day(one.reported_on) for one in reports] + ([_day(follow_up.as_of)] if follow_up and reports else [])


def _of_answer(answer: Answer) -> list[BuddhistDate | None]:
    return [_day(answer.published_on), *(_day(link.checked_on) for link in answer.links)]


def _day(stated: object) -> BuddhistDate | None:
    found = known(stated)
    return found if isinstance(found, BuddhistDate) else None


def _pages_of(change: Change) -> Iterable[str]:
    """The pages that show what changed: those across the years, and of its year down to the one thing."""
    found = {addresses.HOME, addresses.UPDATES, *(addresses.unit_path(unit) for unit in change.units)}
    kind = change.kind.partition("-")[0]
    found |= _across(kind, change.section, change.subject)
    if change.year is None:
        return found
    found |= {addresses.section_path(change.year, one) for one in (change.section, "updates")}
    found.add(addresses.year_path(change.year))
    if change.measure:
        found.add(addresses.measure_path(change.year, change.measure))
    return found | ({addresses.item_path(change.year, change.subject)} if kind == "item" else set())


def _across(kind: str, section: str, subject: str) -> set[str]:
    """The pages across the years that show a change of this kind."""
    if section in {"measures", "follow-up"}:
        statuses = STATUS_WORDS if kind in {"status", "report", "reports"} else ()
        return {addresses.ALL_MEASURES, *map(addresses.status_path, statuses)}
    if kind == "indicator":
        return {addresses.YEARS, addresses.INDICATORS, addresses.indicator_path(subject)}
    return {addresses.YEARS} if section == "scores" else {addresses.QUESTIONS} if kind == "question" else set()
