"""Rules on the rounds of reports: one for each measure and round, nothing done is undone."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from prongsai.model.follow_up import FollowUp, Report
from prongsai.model.measures import Measure
from prongsai.model.record import Record
from prongsai.model.reports import (
    ROUNDS,
    WHOLE_YEAR,
    earliest_day,
    months_told,
    newest_reports,
    progress_of,
    results_of,
    round_end,
    rounds_of,
)
from prongsai.model.site import FiscalYear, MeasureFacts
from prongsai.model.stated import Absence, Printed, known
from prongsai.model.status import Status
from prongsai.problems import Problem, problem
from prongsai.rules.context import Context
from prongsai.rules.days import is_far
from prongsai.rules.naming import listed, measure_name, report_subject
from prongsai.thai.periods import Period
from prongsai.thai.rounds import order_of, readings_of

_NEVER_AFTER = {  # what cannot follow what: nothing carried out, or begun, is undone by a later round
    Status.DONE: {Status.NOT_STARTED, Status.IN_PROGRESS, Status.COULD_NOT},
    Status.IN_PROGRESS: {Status.NOT_STARTED},
}
_NO_EVIDENCE = {Absence.NOT_ENTERED, Absence.NOT_STATED, Absence.BLANK_CELL, Absence.NONE, Absence.DASH}


def _reported(context: Context) -> Iterator[tuple[FiscalYear, FollowUp]]:
    for result in context.years():
        if result.year.follow_up is not None:
            yield result.year, result.year.follow_up


def reported_twice(context: Context) -> Iterator[Problem]:
    """A measure has one report for a round; two that contradict each other leave its status open.

    Reports that name no measure are known by their title, and those without a round by their day. Rows that the
    document numbers apart may be next to each other while they agree.
    """
    for year, follow_up in _reported(context):
        first: dict[tuple[str, str], Report] = {}
        for position, report in enumerate(follow_up.reports):
            subject = report.measure or known(report.title)
            if subject is None or not report.is_whole():
                continue
            key = ("".join(subject.split()), _round_or_day(report))
            before = first.setdefault(key, report)
            if before is not report:
                yield from _twice(year, before, (report, position))


def _round_or_day(report: Report) -> str:
    printed = report.round.printed if isinstance(report.round, Printed) else ""
    return report.months or printed or str(known(report.reported_on) or "")


def _twice(year: FiscalYear, first: Report, second: tuple[Report, int]) -> Iterator[Problem]:
    before, (report, position) = first, second
    values = {"what": report_subject(year, report, position), "line": before.where().line}
    was, now = known(before.status), known(report.status)
    numbers = {known(before.number), known(report.number)}
    if report == before:
        yield problem("report-repeated", report.where(), year=year.year, **values)
    elif was is not None and now is not None and was != now:
        said = {"first": was.word, "found": now.word}
        yield problem("reports-contradict", report.where("status"), year=year.year, **values, **said)
    elif len(numbers) == 1 or None in numbers:
        yield problem("reports-of-one-round", report.where(), year=year.year, **values)


def status_goes_back(context: Context) -> Iterator[Problem]:
    """A status does not go back from one round to the next: done is not taken back, begun not unbegun.

    Limit: rounds that contradict themselves are reported by another rule.
    """
    for year, _ in _reported(context):
        for facts in year.measure_facts:
            rounds: dict[int, list[Report]] = {}
            for report in facts.reports:
                rounds.setdefault(months_told(report, year.year, rounds_of(facts.reports)), []).append(report)
            told = [newest_reports(year.year, reports)[-1] for reports in rounds.values() if _agree(reports)]
            for before, after in pairwise(told):
                yield from _back(year, facts.measure, before, after)


def _agree(reports: list[Report]) -> bool:
    return progress_of(reports).status is not Status.DISPUTED


def _back(year: FiscalYear, measure: Measure, before: Report, after: Report) -> Iterator[Problem]:
    first, then = known(before.status), known(after.status)
    if first is None or then is None or not (before.is_whole() and after.is_whole()):
        return
    if then in _NEVER_AFTER.get(first, ()):
        values = {
            "what": measure_name(measure),
            "first": first.word,
            "line": before.where("status").line,
            "found": then.word,
        }
        yield problem("status-goes-back", after.where("status"), year=year.year, **values)


def round_missing(context: Context) -> Iterator[Problem]:
    """A measure with reports has one for each round that is over, by the days that the data itself states.

    The round of twelve months is over when the day of the data, another report or facts of a later year say so; an
    earlier one is missed where other measures have it. Not missed: a further report on what is done or could not be
    done, one for months in which the measure had not begun, and one of a quarter where no other quarter of the measure
    is reported. Limits: a report without a round is of the whole
    year, and reports that contradict each other are reported by another rule.
    """
    for year, follow_up in _reported(context):
        if year.measures is None or not _is_read(follow_up) or not year.measures.is_complete("measures"):
            continue
        for months in rounds_of(follow_up.reports):
            due = _year_is_over(context, year, follow_up) if months == WHOLE_YEAR else _has_round(follow_up, months)
            missing = [one.measure for one in year.measure_facts if due and misses_round(one, months)]
            if missing:
                values = {"names": listed([measure_name(one) for one in missing]), "round": months}
                where = follow_up.where("reports")
                yield problem("round-missing", where, year=year.year, of_year=year.year, **values)


def _is_read(follow_up: FollowUp) -> bool:
    return follow_up.is_complete("reports") and all(_is_placed(one) for one in follow_up.reports)


def _is_placed(report: Record) -> bool:
    return report.is_whole("measure") and report.is_whole("round")


def _has_round(follow_up: FollowUp, months: str) -> bool:
    return any(report.months == months for report in follow_up.reports if report.measure is not None)


def _year_is_over(context: Context, year: FiscalYear, follow_up: FollowUp) -> bool:
    days = [known(day) for day in (follow_up.as_of, *(report.reported_on for report in follow_up.reports))]
    is_later = any(day >= earliest_day(WHOLE_YEAR, year.year) for day in days if day and not is_far(context, day))
    return is_later or _has_round(follow_up, WHOLE_YEAR) or context.has_later(year.year)


def misses_round(facts: MeasureFacts, months: str) -> bool:
    """True if a measure that has reports lacks the one of a round that is over."""
    reports = facts.reports
    rounds = {report.months for report in reports}
    if not reports or None in rounds or months in rounds or not all(one.is_whole("status") for one in reports):
        return False
    if months not in ROUNDS and not rounds - {*ROUNDS}:
        return False
    if months != WHOLE_YEAR:
        before = (one for one in reports if int(one.months or 0) < int(months))
        return not (_begins_after(facts, months) or any(_is_settled(one) for one in before))
    return facts.progress.status is not Status.DISPUTED and not facts.progress.status.is_settled


def _is_settled(report: Report) -> bool:
    status = known(report.status)
    return status is not None and status.is_settled


def _begins_after(facts: MeasureFacts, months: str) -> bool:
    """True if a measure begins after those months of the year, or may do so for all that is known of its period."""
    period, end = facts.value("period"), round_end(months, facts.year.year)
    begins = period.months_in(facts.year.year) if isinstance(period, Period) else None
    return begins is None or begins[0] > (end.year, end.month)


def done_without_evidence(context: Context) -> Iterator[Problem]:
    """A measure reported as done has proof: what was carried out in words, or a link to the result.

    The follow-up item asks for concrete practice (criteria of FY 2564 as printed by เทศบาลตำบลเมืองแกลง). Evidence
    in another report of the same measure that says done is enough.
    """
    for year, follow_up in _reported(context):
        shown = {
            one.measure for one in follow_up.reports if known(one.status) is Status.DONE and not lacks_evidence(one)
        }
        for position, report in enumerate(follow_up.reports):
            if known(report.status) is not Status.DONE or not lacks_evidence(report) or not report.is_whole():
                continue
            if _is_named(year, report) and (report.measure is None or report.measure not in shown):
                values = {"what": report_subject(year, report, position), "status": Status.DONE.word}
                yield problem("done-without-evidence", report.where("status"), year=year.year, **values)


def _is_named(year: FiscalYear, report: Report) -> bool:
    """True if it is known what a report is about; else another rule says that it is not."""
    if report.measure is None:
        return known(report.title) is not None
    return any(one.id == report.measure for one in year.listed_measures)


def lacks_evidence(report: Report) -> bool:
    """True if a report shows no proof: no evidence, no link and no file."""
    shown = results_of(report) or report.photos or report.attachments
    return isinstance(report.evidence, Absence) and report.evidence in _NO_EVIDENCE and not shown


def round_not_read(context: Context) -> Iterator[Problem]:
    """A round names its months; one that is only counted may mean two things, and neither is guessed.

    It is said to the officer alone.
    """
    for _, follow_up in _reported(context):
        for report in follow_up.reports:
            if not isinstance(report.round, Printed):
                continue
            where, found, order = report.where("round"), report.round.printed, order_of(report.round.printed)
            if order is None:
                yield problem("round-not-read", where, found=found)
                continue
            readings = {"quarter" if one.is_quarter else "half": one.months for one in readings_of(order)}
            yield problem("round-only-counted", where, year=None, found=found, order=order, **readings)


RULES = (reported_twice, status_goes_back, round_missing, done_without_evidence, round_not_read)
