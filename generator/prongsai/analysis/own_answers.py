"""The pages of this site that answer an item by themselves: measures and follow-up, of the year the item asks for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from prongsai import addresses
from prongsai.analysis.results import Results
from prongsai.model.measures import Measure, Report
from prongsai.model.site import FiscalYear
from prongsai.model.stated import Absence, known

State = Literal["there", "missing", "unknown"]


@dataclass(frozen=True)
class OwnElement:
    """A required element on a page of this site: its address, and for how many of the measures it holds."""

    state: State
    href: str = ""
    count: int = 0
    total: int = 0


def own_year(year: FiscalYear, code: str) -> int:
    """The fiscal year of the page that answers the item; some editions ask for the follow-up of the year before."""
    item = year.edition.items.get(code)
    return year.year + ((item.year_offset if item else None) or 0)


def own_section(results: Results, year: FiscalYear, code: str) -> str:
    """`measures` or `follow-up` when that page answers the item and has content, else an empty text."""
    item = year.edition.items.get(code)
    shown = results.site.year(own_year(year, code))
    if item is None or item.answered_by is None or shown is None:
        return ""
    has_content = {
        "measures": shown.measures is not None and bool(shown.measures.measures),
        "follow-up": shown.follow_up is not None and bool(shown.follow_up.reports),
    }
    return item.answered_by if has_content[item.answered_by] else ""


def own_page(results: Results, year: FiscalYear, code: str) -> str:
    """The address of the page of this site that answers the item by itself, or an empty text."""
    section = own_section(results, year, code)
    return addresses.section_path(own_year(year, code), section) if section else ""


def own_element(results: Results, year: FiscalYear, code: str, element: str) -> OwnElement:
    """Whether that page shows a required element, and where; unknown where no page answers or nobody can tell."""
    page = own_page(results, year, code)
    shown = results.site.year(own_year(year, code))
    find = _ELEMENTS.get((own_section(results, year, code), element))
    if shown is None or find is None:
        return OwnElement("unknown")
    fragment, count, total = find(results, shown)
    if count == 0:
        return OwnElement("missing", count=count, total=total)
    return OwnElement("there", f"{page}{fragment}", count, total)


Found = tuple[str, int, int]  # the fragment, for how many it holds, of how many
Finder = Callable[[Results, FiscalYear], Found]


def _answered(results: Results, year: FiscalYear) -> FiscalYear | None:
    """The year whose result the measures answer."""
    number = known(year.measures.from_fiscal_year) if year.measures else None
    return results.site.year(number) if number is not None else None


def _analysis(results: Results, year: FiscalYear) -> Found:
    answered = _answered(results, year)
    return "#analysis", int(answered is not None and (answered.scores or answered.analysis) is not None), 1


def _urgent(results: Results, year: FiscalYear) -> Found:
    answered = _answered(results, year)
    found = answered.analysis.weaknesses if answered and answered.analysis else ()
    return "#urgent", int(bool(found)), 1


def _improve(results: Results, year: FiscalYear) -> Found:
    answered = _answered(results, year)
    found = answered.analysis.development_points if answered and answered.analysis else ()
    return "#improve", int(bool(found)), 1


def _of_measures(holds: Callable[[Measure], bool]) -> Finder:
    def find(_results: Results, year: FiscalYear) -> Found:
        measures = year.measures.measures if year.measures else ()
        return "#measures", sum(holds(measure) for measure in measures), len(measures)

    return find


def _of_reports(holds: Callable[[Report], bool]) -> Finder:
    def find(_results: Results, year: FiscalYear) -> Found:
        reports = year.follow_up.reports if year.follow_up else ()
        return "", sum(holds(report) for report in reports), len(reports)

    return find


def _says(*values: object) -> bool:
    """Whether a cell says something by itself or is merged with the one above it."""
    return any(value is Absence.MERGED or not isinstance(value, Absence) for value in values)


_ELEMENTS: dict[tuple[str, str], Finder] = {
    ("measures", "analysis-of-last-year"): _analysis,
    ("measures", "urgent-defects"): _urgent,
    ("measures", "points-to-improve"): _improve,
    ("measures", "consistent-measures"): _of_measures(lambda one: bool(one.basis)),
    ("measures", "responsible"): _of_measures(lambda one: _says(one.responsible)),
    ("measures", "steps"): _of_measures(lambda one: _says(one.steps)),
    ("measures", "monitoring"): _of_measures(lambda one: _says(one.monitoring, one.action_and_report)),
    ("measures", "reporting"): _of_measures(lambda one: _says(one.reporting, one.action_and_report)),
    ("follow-up", "progress-or-results"): _of_reports(lambda one: _says(one.status, one.summary, one.outcome)),
    ("follow-up", "continues-from-measures"): _of_reports(lambda one: one.measure is not None),
    ("follow-up", "concrete"): _of_reports(lambda one: _says(one.evidence)),
}
