"""Reports on measures: when one can be written, which is the newest, and how far the measure is by it."""

from __future__ import annotations

from collections.abc import Iterable

from prongsai.model.attached import Result
from prongsai.model.measures import FollowUp, Report
from prongsai.model.stated import Absence, Printed, known
from prongsai.model.status import Progress, Status
from prongsai.thai.dates import BuddhistDate

WHOLE_YEAR = "12"  # a report without a round is one of the whole year
_ENDS = {"6": (3, 31), WHOLE_YEAR: (9, 30)}  # month and day, in the calendar year that names the fiscal year
ROUNDS = tuple(_ENDS)
_FITS_FROM = {"6": (3, 25), WHOLE_YEAR: (9, 24)}
_ON_TIME_UNTIL = {"6": (6, 30), WHOLE_YEAR: (12, 31)}


def round_end(months: str, year: int) -> BuddhistDate:
    """The last day of a round of a fiscal year (Buddhist Era)."""
    return BuddhistDate(year, *_ENDS[months])


def earliest_day(months: str, year: int) -> BuddhistDate:
    """The first day that a report of a round may bear.

    It covers months that must be over. Documents are also dated on the last working day of the round, which a
    weekend and a holiday may move: so the last seven days of the round fit as well.
    """
    return BuddhistDate(year, *_FITS_FROM[months])


def on_time_until(months: str, year: int) -> BuddhistDate:
    """The last day on which a report of a round is on time: rounds are reported in the three months after them."""
    return BuddhistDate(year, *_ON_TIME_UNTIL[months])


def round_over_on(day: BuddhistDate, year: int) -> str:
    """The months of the last round of a fiscal year that a report of that day may cover; none before the first."""
    return next((months for months in (WHOLE_YEAR, "6") if day >= earliest_day(months, year)), "")


def is_late(report: Report, year: int) -> bool:
    """True if a report was written in retrospect: its own day is later than three months after its round.

    The day is that of the report, never today. A report without a day is not judged.
    """
    day = known(report.reported_on)
    return day is not None and day > on_time_until(report.round or WHOLE_YEAR, year)


def day_of_data(follow_up: FollowUp | None, report: Report) -> BuddhistDate | None:
    """The day that the report on all measures gives for its data, where it is of the same round as this report."""
    day = known(follow_up.as_of) if follow_up else None
    if follow_up is None or day is None:
        return None
    return day if not report.round or round_over_on(day, follow_up.fiscal_year) == report.round else None


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
    """The progress of a measure by reports of one time: what they agree on, or that they contradict each other."""
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
    """The months of a fiscal year (Buddhist Era) that a report covers: 6, 12, or 0 before the first round is over."""
    day = _day(report)
    if report.round is not None or day is None:
        return int(report.round or WHOLE_YEAR)
    return int(round_over_on(day, year) or 0)


def results_of(report: Report) -> tuple[Result, ...]:
    """Everything that shows the result of a report, what the older key names first, each once."""
    first = known(report.result_link)
    if first is None or any(one.url == first for one in report.results):
        return report.results
    return (Result.model_construct(url=first), *report.results)
