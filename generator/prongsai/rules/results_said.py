"""Rules on what reports say was done: more than the words of the plan, and nothing of what has not begun."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from prongsai.model.document_parts import Point
from prongsai.model.follow_up import Report
from prongsai.model.measures import Measure
from prongsai.model.reports import results_of
from prongsai.model.site import FiscalYear
from prongsai.model.stated import known
from prongsai.model.status import Status
from prongsai.problems import Problem, problem
from prongsai.rules.context import Context
from prongsai.rules.naming import listed, report_subject
from prongsai.rules.report_rounds import lacks_evidence
from prongsai.thai.numerals import to_arabic

_SAID = ("summary", "outcome", "evidence")
_MARKS = re.compile(r"[\s.,;:()\-]+|^[0-9]+")


def _reports(context: Context) -> Iterator[tuple[FiscalYear, Report, str]]:
    for result in context.years():
        for position, report in enumerate(result.year.reports):
            yield result.year, report, report_subject(result.year, report, position)


def result_repeats_plan(context: Context) -> Iterator[Problem]:
    """A report that calls a measure done says more than the words of the measure.

    The follow-up item asks for something concrete (criteria of FY 2564 as printed by เทศบาลตำบลเมืองแกลง). Limits: only
    where every text of the report, its evidence too, is word for word a title or a step, and no link, photo or file
    shows more; where there is no evidence, another rule says so.
    """
    for year, report, what in _reports(context):
        measure = next((one for one in year.listed_measures if one.id == report.measure), None)
        said = [text for name in _SAID for text in _texts(known(getattr(report, name)) or ())]
        files = bool(results_of(report) or report.photos or report.attachments)
        shows = files or known(report.result_link) is not None
        is_done = known(report.status) is Status.DONE and report.is_whole()
        if not is_done or not said or shows or lacks_evidence(report):
            continue
        planned = {_plain(text) for text in _planned(report, measure)}
        if all(_plain(text) in planned for text in said):
            where = report.where(next(name for name in _SAID if known(getattr(report, name))))
            yield problem("result-repeats-plan", where, year=year.year, what=what)


def _planned(report: Report, measure: Measure | None) -> Iterator[str]:
    for title in (known(report.title), known(measure.title) if measure else None):
        if title is not None:
            yield title
    yield from _texts(known(measure.steps) or () if measure else ())


def _texts(points: tuple[Point, ...]) -> Iterator[str]:
    for point in points:
        yield point.text
        yield from _texts(point.points)


def _plain(text: str) -> str:
    return _MARKS.sub("", to_arabic(text))


_SHOWN = {
    "spent": "เงินที่ใช้จ่ายแล้ว",
    "persons": "จำนวนผู้เข้าร่วม",
    "progress": "ความก้าวหน้า",
    "result_link": "ลิงก์ผลงาน",
    "results": "ผลงาน",
    "photos": "ภาพถ่าย",
}


def not_started_with_result(context: Context) -> Iterator[Problem]:
    """A measure that has not been started has spent nothing, made no progress and shows no work."""
    for year, report, what in _reports(context):
        if known(report.status) is Status.NOT_STARTED:
            shown = [name for name in _SHOWN if _is_shown(getattr(report, name))]
            if shown:
                values = {"what": what, "shown": listed([_SHOWN[name] for name in shown])}
                yield problem("not-started-with-result", report.where("status"), year=year.year, **values)


def _is_shown(value: object) -> bool:
    if isinstance(value, tuple):
        return bool(value)
    amount = getattr(value, "value", None)
    return amount > 0 if isinstance(amount, Decimal) else isinstance(value, str) and "://" in value


RULES = (result_repeats_plan, not_started_with_result)
