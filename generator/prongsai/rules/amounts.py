"""Rules on amounts: money against money, per cent done against the status, and texts that give no number."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from prongsai.model.amounts import Amount
from prongsai.model.follow_up import Report
from prongsai.model.measures import Measure
from prongsai.model.site import FiscalYear
from prongsai.model.stated import Absence, Printed, known
from prongsai.model.status import Status
from prongsai.problems import Problem, Where, problem
from prongsai.rules.context import Context
from prongsai.rules.naming import measure_name, report_subject

_ALL = 100


def _reports(context: Context) -> Iterator[tuple[FiscalYear, Report, str]]:
    """Every report with its year and its name in a sentence."""
    for result in context.years():
        for position, report in enumerate(result.year.reports):
            yield result.year, report, report_subject(result.year, report, position)


def remaining_differs(context: Context) -> Iterator[Problem]:
    """The money that remains is the budget less what was spent, where a report states all three."""
    for year, report, what in _reports(context):
        budget, spent, rest = map(_figure, (report.budget, report.spent, report.remaining))
        if budget is not None and spent is not None and rest is not None and rest != budget - spent:
            values = {"budget": _word(budget), "spent": _word(spent), "found": _word(rest)}
            where, expected = report.where("remaining"), _word(budget - spent)
            yield problem("remaining-differs", where, year=year.year, what=what, expected=expected, **values)


def spent_over_budget(context: Context) -> Iterator[Problem]:
    """More spent than there is budget may be right; it is said to the officer alone, in case a figure has slipped."""
    for _, report, what in _reports(context):
        budget, spent = _figure(report.budget), _figure(report.spent)
        if budget is not None and spent is not None and spent > budget:
            values = {"what": what, "budget": _word(budget), "found": _word(spent)}
            yield problem("spent-over-budget", report.where("spent"), year=None, **values)


def progress_differs_from_status(context: Context) -> Iterator[Problem]:
    """All of a measure is done where its status is done, and only there; it is said to the officer alone."""
    for _, report, what in _reports(context):
        share, status = _figure(report.progress), known(report.status)
        if share is not None and status is not None and (share == _ALL) != (status is Status.DONE):
            values = {"what": what, "found": f"{share:f}", "status": status.word}
            yield problem("progress-differs-from-status", report.where("progress"), year=None, **values)


def amount_not_read(context: Context) -> Iterator[Problem]:
    """An amount that gives no number is shown as printed; it is said to the officer alone."""
    for result in context.years():
        for measure in result.year.listed_measures:
            for found, where in _unread(measure):
                yield problem("amount-not-read", where, what=measure_name(measure), found=found)
    for _, report, what in _reports(context):
        for found, where in _unread(report):
            yield problem("amount-not-read", where, what=what, found=found)


def _unread(record: Measure | Report) -> Iterator[tuple[str, Where]]:
    for name, value in record:
        by_key = value.items() if isinstance(value, dict) else [(None, value)]
        for key, one in by_key:
            if isinstance(one, Amount) and not one.is_read:
                yield one.printed, record.where(name, *((str(key),) if key is not None else ()))


def _figure(stated: Amount | Absence | Printed) -> Decimal | None:
    amount = known(stated)
    return amount.value if amount is not None else None


def _word(value: Decimal) -> str:
    return f"{value:,f}"


RULES = (remaining_differs, spent_over_budget, progress_differs_from_status, amount_not_read)
