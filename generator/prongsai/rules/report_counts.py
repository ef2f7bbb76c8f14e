"""Rules on what the introduction of the follow-up counts, held against the reports of the same file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from prongsai.analysis.status_claims import StatusClaim, status_claims
from prongsai.model.measures import FollowUp, Report
from prongsai.model.newest_report import newest_reports, progress_of
from prongsai.model.site import FiscalYear
from prongsai.model.status import Status
from prongsai.problems import Problem, problem
from prongsai.rules.context import Context


@dataclass(frozen=True)
class _Told:
    """How many measures the reports tell of, of which status, and how many of a status that nobody can tell."""

    total: int
    by_status: Counter[Status]
    unknown: int

    def contradicts(self, claim: StatusClaim) -> bool:
        """Whether no reading of the reports gives the number that a text states."""
        if claim.status is None:
            return claim.count != self.total
        return not 0 <= claim.count - self.by_status[claim.status] <= self.unknown

    def count(self, claim: StatusClaim) -> int:
        """How many the reports show of what a text counts."""
        return self.total if claim.status is None else self.by_status[claim.status]


def counts_differ(context: Context) -> Iterator[Problem]:
    """The introduction counts the measures of its year and their statuses as the reports of the file do.

    A number behind the words of a round is held against the reports of that round, any other against the newest.
    Limits: numbers of another fiscal year are not judged, and of a status that nobody can tell any may be meant.
    """
    for result in context.years():
        year, follow_up = result.year, result.year.follow_up
        if follow_up is None or not follow_up.reports or not _is_read(year, follow_up):
            continue
        for place, text in enumerate(follow_up.introduction):
            where = follow_up.where("introduction", place)
            for claim in status_claims(text):
                told = _told(year, follow_up, claim.months if claim.status else "")
                if claim.year in {None, year.year} and told.contradicts(claim):
                    values = {"found": claim.words, "shown": told.count(claim)}
                    yield problem("counts-differ-from-reports", where, year=year.year, **values)


def _is_read(year: FiscalYear, follow_up: FollowUp) -> bool:
    return (
        follow_up.is_complete("reports")
        and all(report.is_whole() for report in follow_up.reports)
        and (year.measures is None or year.measures.is_complete("measures"))
    )


def _told(year: FiscalYear, follow_up: FollowUp, months: str) -> _Told:
    groups = [_of_round(facts.reports, months) for facts in year.measure_facts]
    groups += [_of_round((report,), months) for report in follow_up.reports if report.measure is None]
    statuses = [progress_of(newest_reports(year.year, reports)).status for reports in groups if reports]
    known = Counter(status for status in statuses if status.is_reported)
    return _Told(len(groups), known, len(statuses) - known.total())


def _of_round(reports: tuple[Report, ...], months: str) -> tuple[Report, ...]:
    return tuple(report for report in reports if not months or report.round in {months, None})


RULES = (counts_differ,)
