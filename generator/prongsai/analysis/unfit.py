"""Pages of measures and follow-up that have content but cannot answer an item: decided once, for every door alike."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from prongsai.model.follow_up import Report
from prongsai.model.recorder import told
from prongsai.model.site import FiscalYear
from prongsai.model.stated import known
from prongsai.thai.dates import FIRST_MONTH_OF_FISCAL_YEAR, BuddhistDate, fiscal_year_of

Section = Literal["measures", "follow-up"]
Why = Literal["year-not-stated", "other-result", "other-year"]


@dataclass(frozen=True)
class Unfit:
    """The reason why the page of a section of a year cannot answer an item.

    `asked` is the year (Buddhist Era) that the item asks for and `found` the one that the page has: of the result that
    is analysed, or of the work that is reported. `is_stated` is true if the rules of the year say which one they ask
    for, not only the order of the years.
    """

    why: Why
    section: Section
    shown: int
    asked: int
    found: int | None = None
    is_stated: bool = True


@told
def unfit_page(shown: FiscalYear, section: Section, analysed: int | None = None) -> Unfit | None:
    """Return why the page of a section cannot answer an item, or None where nothing speaks against it.

    `analysed` is the year whose result the item asks to analyse, None where the rules of its year do not say; measures
    then answer the result of the year before. What is only not entered yet speaks against nothing.
    """
    return _of_measures(shown, analysed) if section == "measures" else _of_reports(shown)


def _of_measures(shown: FiscalYear, analysed: int | None) -> Unfit | None:
    asked, found = analysed if analysed is not None else shown.year - 1, shown.answered_year
    if not _says_year(shown):
        return Unfit("year-not-stated", "measures", shown.year, shown.year)
    if found is None or found == asked:
        return None
    return Unfit("other-result", "measures", shown.year, asked, found, is_stated=analysed is not None)


def _of_reports(shown: FiscalYear) -> Unfit | None:
    judged = reports_of_year(shown)
    if any(judged):
        return None
    if judged:
        return Unfit("other-year", "follow-up", shown.year, shown.year, max(_years_of(shown)))
    return None if _says_year(shown) else Unfit("year-not-stated", "follow-up", shown.year, shown.year)


def _says_year(shown: FiscalYear) -> bool:
    """True unless the maker of the data chose the year of the measures, since their document does not say it."""
    return shown.measures is None or shown.measures.year_stated


def reports_of_year(shown: FiscalYear) -> list[bool]:
    """For each report if it is of its fiscal year: as of a day in it or later, or of a period that touches it.

    Reports without a day and without a period of a certain year say nothing either way, and are left out.
    """
    days = [_day(one, shown) for one in shown.reports]
    found = (_is_of_year(one, day, shown.year) for one, day in zip(shown.reports, days, strict=True))
    return [said for said in found if said is not None]


def _day(report: Report, shown: FiscalYear) -> BuddhistDate | None:
    return known(report.reported_on) or (known(shown.follow_up.as_of) if shown.follow_up else None)


def _is_of_year(report: Report, day: BuddhistDate | None, year: int) -> bool | None:
    period = known(report.period)
    if period is not None and period.has_year:
        return any(year in span.fiscal_years for span in period.spans)
    return day >= BuddhistDate(year - 1, FIRST_MONTH_OF_FISCAL_YEAR, 1) if day is not None else None


def _years_of(shown: FiscalYear) -> Iterator[int]:
    """The fiscal years of the work that is reported, as far as they are known."""
    for report in shown.reports:
        period, day = known(report.period), _day(report, shown)
        if period is not None and period.has_year:
            yield from (year for span in period.spans for year in span.fiscal_years)
        elif day is not None:
            yield fiscal_year_of(day.year, day.month)
