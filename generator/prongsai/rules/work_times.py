"""Rules on when measures are worked on: reports, rounds and the months that an item asks for fit their months."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.model.edition import Edition
from prongsai.model.edition_items import Item
from prongsai.model.follow_up import Report
from prongsai.model.reports import round_end
from prongsai.model.site import FiscalYear, MeasureFacts
from prongsai.model.stated import known
from prongsai.model.status import Status
from prongsai.problems import Problem, problem
from prongsai.rules.context import Context
from prongsai.rules.naming import item_name, measure_name, verified
from prongsai.thai.dates import FIRST_MONTH_OF_FISCAL_YEAR
from prongsai.thai.periods import Month, Period, month_of

_FIRST_HALF, _ROUND_OF_SIX = "first-six-months", "รอบ 6 เดือน"
_SIXTH, _TWELFTH = 5, 11  # March and September, counted from nought


def _measures(context: Context) -> Iterator[tuple[FiscalYear, MeasureFacts, Period, Month, Month]]:
    """Every measure of one year whose months are known and in it, with its period, its first and its last month."""
    for result in context.years():
        for facts in result.year.measure_facts:
            period, own = facts.value("period"), facts.measure
            plan = result.year.measures.plan_years if result.year.measures else None
            is_of_year = not (plan or own.plan_years or own.cycle_years) and own.is_whole("period")
            months = period.months_in(result.year.year) if isinstance(period, Period) else None
            if is_of_year and isinstance(period, Period) and months is not None and _is_in(months, result.year.year):
                yield result.year, facts, period, *months


def done_before_period(context: Context) -> Iterator[Problem]:
    """A measure is not reported as done on a day, or in a round, that ends before its months begin.

    A day before the year itself is left to another rule.
    """
    for year, facts, period, first, _ in _measures(context):
        for report in facts.reports:
            told = _told(report, year.year) if known(report.status) is Status.DONE else None
            if told is not None and Month(year.year - 1, FIRST_MONTH_OF_FISCAL_YEAR) <= told[0] < first:
                values = {"what": measure_name(facts.measure), "period": period.printed, "found": told[1]}
                yield problem("done-before-period", report.where("status"), year=year.year, **values)


def _told(report: Report, year: int) -> tuple[Month, str] | None:
    """The last month that a report can speak of, with what says so: its day, else its round."""
    day = known(report.reported_on)
    if day is not None:
        return Month(day.year, day.month), f"วันที่ {day}"
    if report.months is None:
        return None
    end = round_end(report.months, year)
    return Month(end.year, end.month), f"รอบ {report.months} เดือน"


def report_at_other_time(context: Context) -> Iterator[Problem]:
    """The period of a report touches the months of its measure; one outside of the year is left to another rule."""
    for year, facts, period, first, last in _measures(context):
        for report in facts.reports:
            stated = known(report.period)
            months = stated.months_in(year.year) if stated is not None else None
            if stated is None or months is None or not _is_in(months, year.year):
                continue
            if not _touch(months, (first, last)):
                values = {"what": measure_name(facts.measure), "period": period.printed, "found": stated.printed}
                yield problem("report-at-other-time", report.where("period"), year=year.year, **values)


def _touch(one: tuple[Month, Month], other: tuple[Month, Month]) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def _is_in(months: tuple[Month, Month], year: int) -> bool:
    """True if months touch a fiscal year."""
    return _touch(months, (month_of(year, 0), month_of(year, _TWELFTH)))


def begins_after_half(context: Context) -> Iterator[Problem]:
    """A measure for an item that must show the first six months of the year does not begin after them.

    A note, since earlier months may be gathered later. Limits: only where the rules of the year of the measures verify
    what the item shows, and where no other month of the measure is said.
    """
    for year, facts, period, first, _ in _measures(context):
        answered = context.site.year(year.answered_year) if year.answered_year is not None else None
        if answered is None or first <= month_of(year.year, _SIXTH):
            continue
        for basis in facts.measure.basis:
            code = known(basis.item)
            asked = answered.edition.items.get(code) if code is not None else None
            now = year.edition.item_of(asked.key) if asked is not None and asked.key is not None else None
            if code is not None and now is not None and _is_of_first_half(year.edition, year.edition.items[now]):
                values = {"what": measure_name(facts.measure), "period": period.printed}
                name = item_name(year.edition, now)
                yield problem("measure-after-half", facts.measure.where("period"), year=year.year, name=name, **values)


def _is_of_first_half(edition: Edition, item: Item) -> bool:
    """True if an item verifiably shows the first six months of its year."""
    by_title = _ROUND_OF_SIX in (item.title or "") and verified(edition, item.title_evidence or item.evidence)
    by_element = any(element.key == _FIRST_HALF for element in item.elements)
    return by_title or (by_element and verified(edition, item.elements_evidence or item.evidence))


RULES = (done_before_period, report_at_other_time, begins_after_half)
