"""The numbers of measures in a Thai text: how many there are, and how many have which status."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from prongsai.model.follow_up import FollowUp, Report
from prongsai.model.reports import newest_reports, progress_of, rounds_of
from prongsai.model.site import FiscalYear
from prongsai.model.status import REPORTED, Status
from prongsai.problems import Problem, problem
from prongsai.rules.context import Context
from prongsai.thai.numerals import to_arabic

_UNIT = r"(?:มาตรการ|กิจกรรม|โครงการ|รายการ)"
# The statuses that are furthest from done come first: what could not be done, or not yet, holds the words for what was.
_STATUS = "|".join(
    f"(?P<{status.key}>{status.claimed})" for status in sorted(REPORTED, key=lambda status: status.rank, reverse=True)
)
_COUNT = r"(?:แล้ว)?\s*(?:ครบ)?(?:ทั้ง(?:หมด|สิ้น)?|รวม|จำนวน)?\s*(?:จำนวน)?\s*(?P<count>[0-9]{1,3})\s*" + _UNIT
_BEHIND = re.compile(rf"(?:{_STATUS}){_COUNT}")
_BEFORE = re.compile(rf"(?<![0-9.,])(?P<count>[0-9]{{1,3}})\s*{_UNIT}(?:ที่)?\s*(?:{_STATUS})")
_ALL = re.compile(rf"(?:ครบ)?ทั้ง(?:หมด|สิ้น)?\s*(?:จำนวน)?\s*(?P<count>[0-9]{{1,3}})\s*{_UNIT}(?!\s*(?:นี้|ดังกล่าว|ข้างต้น))")
_ROUND = re.compile(
    r"(?P<months>6|12)\s*เดือน|(?P<half>ครึ่งปีแรก)|รอบ\s*(?P<other>3|9)\s*เดือน|ไตรมาส(?:ที่)?\s*(?P<quarter>[1-4])"
)
_YEAR = re.compile(r"ปีงบประมาณ\s*(?:พ\.?\s?ศ\.?)?\s*(?P<year>[0-9]{4})")


@dataclass(frozen=True)
class StatusClaim:
    """The number of measures that a text states, of a status or in all (None), in the words of the text.

    `months` is the round and `year` the fiscal year (Buddhist Era) that the text named last before it.
    """

    status: Status | None
    count: int
    words: str
    months: str
    year: int | None


def status_claims(text: str) -> Iterator[StatusClaim]:
    """Every number of measures in a text: ดำเนินการแล้วเสร็จ 7 มาตรการ, ครบทั้ง 8 มาตรการ."""
    rest = to_arabic(text)
    for pattern in (_BEHIND, _BEFORE, _ALL):
        found = [*pattern.finditer(rest)]
        yield from (_claim(rest, one) for one in found)
        for one in found:  # what was read is not read again as a part of something else
            rest = f"{rest[: one.start()]}{'|' * len(one[0])}{rest[one.end() :]}"


def _claim(text: str, found: re.Match[str]) -> StatusClaim:
    groups = found.groupdict()
    status = next((one for one in REPORTED if groups.get(one.key)), None)
    before = text[: found.start()]
    rounds, years = [*_ROUND.finditer(before)], [*_YEAR.finditer(before)]
    months = _months(rounds[-1]) if rounds else ""
    return StatusClaim(status, int(found["count"]), found[0].strip(), months, int(years[-1]["year"]) if years else None)


def _months(found: re.Match[str]) -> str:
    quarter = str(3 * int(found["quarter"])) if found["quarter"] else ""
    return found["months"] or found["other"] or quarter or "6"


@dataclass(frozen=True)
class _Told:
    """The number of measures that the reports show, by status, and of those whose status nobody can know."""

    total: int
    by_status: Counter[Status]
    unknown: int

    def contradicts(self, claim: StatusClaim) -> bool:
        """True if no reading of the reports gives the number that a text states."""
        if claim.status is None:
            return claim.count != self.total
        return not 0 <= claim.count - self.by_status[claim.status] <= self.unknown

    def count(self, claim: StatusClaim) -> int:
        """The number that the reports show of what a text counts."""
        return self.total if claim.status is None else self.by_status[claim.status]


def counts_differ(context: Context) -> Iterator[Problem]:
    """The introduction counts the measures of its year and their statuses as the reports of the file do.

    A number behind the words of a round is checked against the reports of that round, any other against the newest.
    Limits: numbers of another fiscal year are not judged, and of a status that nobody can tell any may be meant.
    """
    for result in context.years():
        year, follow_up = result.year, result.year.follow_up
        if follow_up is None or not follow_up.reports or not _is_whole(year, follow_up):
            continue
        rounds = rounds_of(follow_up.reports)
        for place, text in enumerate(follow_up.introduction):
            where = follow_up.where("introduction", place)
            for claim in status_claims(text):
                told = _told(year, follow_up, claim.months if claim.status and claim.months in rounds else "")
                if claim.year in {None, year.year} and told.contradicts(claim):
                    values = {"found": claim.words, "shown": told.count(claim)}
                    yield problem("counts-differ-from-reports", where, year=year.year, **values)


def _is_whole(year: FiscalYear, follow_up: FollowUp) -> bool:
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
    return tuple(report for report in reports if not months or report.months in {months, None})


RULES = (counts_differ,)
