"""Which report on a measure is the newest, and how far the measure is by it, whatever the order of the rows."""

from __future__ import annotations

from collections.abc import Iterable

from prongsai.model.measures import Report
from prongsai.model.report_days import WHOLE_YEAR, round_over_on
from prongsai.model.stated import Absence, Printed, known
from prongsai.model.status import Progress, Status
from prongsai.thai.dates import BuddhistDate

_FIRST_DAY = BuddhistDate(0, 1, 1)


def in_order(reports: Iterable[Report], year: int) -> tuple[Report, ...]:
    """Reports of a fiscal year (Buddhist Era), oldest round first; those that nothing parts stay as they are."""
    return tuple(sorted(reports, key=lambda report: (months_told(report, year), _day(report) or _FIRST_DAY)))


def newest_reports(year: int, reports: Iterable[Report]) -> tuple[Report, ...]:
    """The reports of the latest round, of these the one with the latest day; several where their days do not tell.

    A report without a round is of the last round that was over on its day, one without a day too is of the whole year.
    """
    found = tuple(reports)
    last = max((months_told(report, year) for report in found), default=0)
    newest = tuple(report for report in found if months_told(report, year) == last)
    days = [_day(report) for report in newest]
    if None in days:
        return newest
    latest = max((day for day in days if day is not None), default=None)
    return tuple(report for report, day in zip(newest, days, strict=True) if day == latest)


def progress_of(reports: Iterable[Report]) -> Progress:
    """How far a measure is by reports of one time: what they have in common, or that they contradict each other."""
    stated = {report.status for report in reports}
    if not stated:
        return Progress(Status.NO_REPORT)
    if len(stated) > 1:
        stated.discard(Absence.NOT_ENTERED)
    if len(stated) > 1:
        return Progress(Status.DISPUTED)
    found = stated.pop()
    if isinstance(found, Printed):
        return Progress(Status.PRINTED, found.printed)
    return Progress(Status.NOT_STATED if isinstance(found, Absence) else found)


def _day(report: Report) -> BuddhistDate | None:
    return known(report.reported_on)


def months_told(report: Report, year: int) -> int:
    """The months of a fiscal year (Buddhist Era) that a report tells of: 6, 12, or 0 before the first round is over."""
    day = _day(report)
    if report.round is not None or day is None:
        return int(report.round or WHOLE_YEAR)
    return int(round_over_on(day, year) or 0)
