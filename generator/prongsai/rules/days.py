"""Rules on the days that data states, each checked against the years of the data itself and never against today."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from prongsai.model.follow_up import FollowUp, Report
from prongsai.model.record import Record
from prongsai.model.reports import earliest_day, is_late, on_time_until, round_end
from prongsai.model.stated import known
from prongsai.problems import Problem, Where, problem
from prongsai.rules.context import Context
from prongsai.rules.naming import listed, report_name
from prongsai.thai.dates import FIRST_MONTH_OF_FISCAL_YEAR, BuddhistDate, fiscal_year_of

_YEARS_AHEAD = 2  # fiscal years after the newest of the site in which a day of its data may still be
_SECOND_HALF = (4, 1)  # month and day


def is_far(context: Context, day: BuddhistDate) -> bool:
    """True if a day is years after all that a site covers."""
    newest = max((one.year.year for one in context.years()), default=None)
    return newest is not None and fiscal_year_of(day.year, day.month) > newest + _YEARS_AHEAD


def day_far_from_data(context: Context) -> Iterator[Problem]:
    """No day of the data is years after the newest fiscal year of the site.

    A report may be written, and a page be published, long after its own year, but not long after all other data:
    two more fiscal years are allowed. The announcement of a result is checked against its own year by another rule.
    """
    for result in context.years():
        year = result.year
        for record in (year.analysis, year.measures, year.follow_up, year.memo, year.register, year.questions):
            for day, where in _days_in(record):
                if is_far(context, day):
                    yield _far(context, day, where, year.year)
    for day, where in _days_in(context.site.document_list):
        if is_far(context, day):
            yield _far(context, day, where, None)


def _far(context: Context, day: BuddhistDate, where: Where, year: int | None) -> Problem:
    newest = max(one.year.year for one in context.years())
    return problem("day-far-from-data", where, year=year, found=str(day), newest=newest)


def _days_in(value: object) -> Iterator[tuple[BuddhistDate, Where]]:
    """Every day inside a record, with its place."""
    if isinstance(value, Record):
        for name, field in value:
            if isinstance(field, BuddhistDate):
                yield field, value.where(name)
            yield from _days_in(field)
    elif isinstance(value, dict | tuple):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _days_in(one)


def announced_outside_year(context: Context) -> Iterator[Problem]:
    """A result is announced between the second half of its fiscal year and the end of the year after.

    The assessment asks for data of the first six months, so that there is no result before 1 April; known
    announcements are in July to September of the year itself, and the next result comes a year later.
    """
    for result, scores in context.with_scores():
        day, year = known(scores.announced_on), result.year.year
        if day is None:
            continue
        first = BuddhistDate(year, *_SECOND_HALF)
        last = BuddhistDate(year + 1, FIRST_MONTH_OF_FISCAL_YEAR - 1, 30)
        if not first <= day <= last:
            values = {"found": str(day), "of_year": year, "first": str(first), "last": str(last)}
            yield problem("announced-outside-year", scores.where("announced_on"), year=year, **values)


def _by_round_and_day(follow_up: FollowUp) -> dict[tuple[str, BuddhistDate], list[tuple[int, Report]]]:
    """The dated reports of each round, together where they have one day, so that one slip is reported once."""
    found: dict[tuple[str, BuddhistDate], list[tuple[int, Report]]] = {}
    for position, report in enumerate(follow_up.reports):
        day = known(report.reported_on)
        if day is not None and report.is_whole("round"):
            found.setdefault((report.months or "", day), []).append((position, report))
    return found


def _names(reports: Iterable[tuple[int, Report]]) -> str:
    return listed([report_name(report, position) for position, report in reports])


def report_before_round_ends(context: Context) -> Iterator[Problem]:
    """A report of a round, and the day of its data, do not come before the round is over, but for its last seven days.

    Limits: a report without a round is not judged; a day before the whole fiscal year is reported by another rule.
    """
    for result in context.years():
        follow_up, year = result.year.follow_up, result.year.year
        if follow_up is None:
            continue
        for (months, day), reports in _by_round_and_day(follow_up).items():
            if months and _is_early(day, months, year):
                values = {"what": _names(reports), "round": months, "found": str(day)}
                where, end = reports[0][1].where("reported_on"), str(round_end(months, year))
                yield problem("report-before-round-ends", where, year=year, end=end, **values)
        as_of = known(follow_up.as_of)
        told = max((report.months for report in follow_up.reports if report.months), key=int, default=None)
        if as_of is not None and told is not None and _is_early(as_of, told, year):
            values = {"found": str(as_of), "round": told, "end": str(round_end(told, year))}
            yield problem("data-before-round-ends", follow_up.where("as_of"), year=year, **values)


def _is_early(day: BuddhistDate, months: str, year: int) -> bool:
    return BuddhistDate(year - 1, FIRST_MONTH_OF_FISCAL_YEAR, 1) <= day < earliest_day(months, year)


def report_in_retrospect(context: Context) -> Iterator[Problem]:
    """That a report is shown as one in retrospect is said, since a year that is one too high looks the same."""
    for result in context.years():
        follow_up, year = result.year.follow_up, result.year.year
        for (months, day), reports in _by_round_and_day(follow_up).items() if follow_up else ():
            if is_late(reports[0][1], year) and not is_far(context, day):
                end = on_time_until(months or "12", year)
                values = {"what": _names(reports), "found": str(day), "last": str(end)}
                where = reports[0][1].where("reported_on")
                yield problem("report-in-retrospect", where, year=year, **values)


RULES = (day_far_from_data, announced_outside_year, report_before_round_ends, report_in_retrospect)
