"""Reports on measures: when one can be written, which is the newest, and how far the measure is by it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from prongsai.model.attached import Result
from prongsai.model.follow_up import FollowUp, Report
from prongsai.model.stated import Absence, Printed, known
from prongsai.model.status import Progress, Status
from prongsai.thai.dates import BuddhistDate
from prongsai.thai.rounds import order_of

WHOLE_YEAR = "12"  # a report without a round is one of the whole year
ROUNDS = ("6", WHOLE_YEAR)  # those that measures are reported in where nothing says otherwise
_ENDS = {  # month and day, with the calendar year counted from the one that names the fiscal year
    "3": (-1, 12, 31),
    "6": (0, 3, 31),
    "9": (0, 6, 30),
    WHOLE_YEAR: (0, 9, 30),
}
_LAST_DAYS = 6  # days before its last on which a report of a round fits as well
_MONTHS_TO_REPORT = 3


def rounds_of(reports: Iterable[Report]) -> tuple[str, ...]:
    """The rounds by their months, in order: those of 6 and 12 months, and what else the reports name."""
    return tuple(sorted({*ROUNDS, *(report.months for report in reports if report.months)}, key=int))


def waiting_rounds(told: Collection[tuple[str, str]], measures: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """The reports that are not there yet, each as its measure and its months: from the round on reported last.

    `told` has the measure and the months of each report that is there; where one has no months, the agency reports
    otherwise, and nothing waits.
    """
    if any(not months for _, months in told):
        return ()
    ids, last = [*measures], max((int(months) for _, months in told), default=0)
    rounds = [months for months in ROUNDS if int(months) >= last]
    return tuple((code, months) for months in rounds for code in ids if (code, months) not in told)


def round_end(months: str, year: int) -> BuddhistDate:
    """The last day of a round of a fiscal year (Buddhist Era)."""
    offset, month, day = _ENDS[months]
    return BuddhistDate(year + offset, month, day)


def earliest_day(months: str, year: int) -> BuddhistDate:
    """The first day that a report of a round may bear.

    It covers months that must be over. Documents are also dated on the last working day of the round, which a
    weekend and a holiday may move: so the last seven days of the round fit as well.
    """
    end = round_end(months, year)
    return BuddhistDate(end.year, end.month, end.day - _LAST_DAYS)


def on_time_until(months: str, year: int) -> BuddhistDate:
    """The last day on which a report of a round is on time: rounds are reported in the three months after them."""
    following = str(int(months) + _MONTHS_TO_REPORT)
    return round_end(following, year) if following in _ENDS else BuddhistDate(year, 12, 31)


def round_over_on(day: BuddhistDate, year: int, rounds: Sequence[str] = ROUNDS) -> str:
    """The months of the last of the rounds that a report of that day may cover; none before the first is over."""
    return next((months for months in reversed(rounds) if day >= earliest_day(months, year)), "")


def is_late(report: Report, year: int) -> bool:
    """True if a report was written in retrospect: its own day is later than three months after its round.

    The day is that of the report, never today. A report without a day is not judged.
    """
    day = known(report.reported_on)
    return day is not None and day > on_time_until(report.months or WHOLE_YEAR, year)


def day_of_data(follow_up: FollowUp | None, report: Report) -> BuddhistDate | None:
    """The day that the report on all measures gives for its data, where it is of the same round as this report."""
    day = known(follow_up.as_of) if follow_up else None
    if follow_up is None or day is None:
        return None
    over = round_over_on(day, follow_up.fiscal_year, rounds_of(follow_up.reports))
    return day if not report.months or over == report.months else None


_FIRST_DAY = BuddhistDate(0, 1, 1)


def in_order(reports: Iterable[Report], year: int) -> tuple[Report, ...]:
    """Reports of a fiscal year (Buddhist Era), oldest round first; those that nothing parts stay as they are."""
    found = tuple(reports)
    rounds = rounds_of(found)
    return tuple(sorted(found, key=lambda report: (months_told(report, year, rounds), _day(report) or _FIRST_DAY)))


def newest_reports(year: int, reports: Iterable[Report]) -> tuple[Report, ...]:
    """The reports of the latest round, of these the one with the latest day; several where their days do not tell.

    A report without a round is of the last round that was over on its day, one without a day too is of the whole year.
    """
    found = tuple(reports)
    rounds = rounds_of(found)
    last = max((months_told(report, year, rounds) for report in found), default=0)
    newest = tuple(report for report in found if months_told(report, year, rounds) == last)
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


def months_told(report: Report, year: int, rounds: Sequence[str] = ROUNDS) -> int:
    """The months of a fiscal year (Buddhist Era) that a report covers, or 0 before the first round is over.

    Of rounds that are only counted (รอบที่ 1) nobody knows the months: they come in the order of their counts.
    """
    day = _day(report)
    if report.months is not None:
        return int(report.months)
    if isinstance(report.round, Printed) and (order := order_of(report.round.printed)):
        return order
    return int(WHOLE_YEAR) if day is None else int(round_over_on(day, year, rounds) or 0)


def results_of(report: Report) -> tuple[Result, ...]:
    """Everything that shows the result of a report, what the older key names first, each once."""
    first = known(report.result_link)
    if first is None or any(one.url == first for one in report.results):
        return report.results
    return (Result.model_construct(url=first), *report.results)
