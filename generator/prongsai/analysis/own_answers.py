"""The pages of this site that answer an item by themselves: measures and follow-up, of the year the item asks for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from prongsai import addresses
from prongsai.analysis.measure_says import says_how_monitored, says_how_reported, says_something
from prongsai.analysis.results import Results
from prongsai.analysis.unfit import Section, Unfit, reports_of_year, unfit_page
from prongsai.model.edition_items import Item
from prongsai.model.follow_up import Report
from prongsai.model.measures import Measure
from prongsai.model.recorder import told
from prongsai.model.reports import results_of
from prongsai.model.site import FiscalYear

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


def near_section(results: Results, year: FiscalYear, code: str) -> str:
    """`measures` or `follow-up` when that page has content for the item, though it may not answer it."""
    item = year.edition.items.get(code)
    if item is None or item.answered_by is None:
        return ""
    shown = results.site.year(own_year(year, code))
    return item.answered_by if shown is not None and has_content(shown, item.answered_by) else ""


def why_unfit(results: Results, year: FiscalYear, code: str) -> Unfit | None:
    """Return why the page that has content for the item cannot answer it; None where it can, or where none is."""
    item, shown = year.edition.items.get(code), results.site.year(own_year(year, code))
    if item is None or item.answered_by is None or shown is None or not near_section(results, year, code):
        return None
    analysed = None if item.analyses_offset is None else year.year + item.analyses_offset
    return unfit_page(shown, item.answered_by, analysed)


def own_section(results: Results, year: FiscalYear, code: str) -> str:
    """`measures` or `follow-up` when that page answers the item: it has content and can answer it; else nothing."""
    return near_section(results, year, code) if why_unfit(results, year, code) is None else ""


@told
def has_content(year: FiscalYear, section: Section) -> bool:
    """True if the page of a section has what it is about: a measure, or a report on one."""
    return bool(year.listed_measures if section == "measures" else year.reports)


def unnumbered_items(year: FiscalYear) -> tuple[Item, ...]:
    """The items of a year whose number is not verified and that a page of this site answers."""
    meanings = {key for item in year.edition.items.values() for key in item.keys}
    return tuple(
        item
        for key, item in year.edition.unnumbered.items()
        if key not in meanings and item.answered_by is not None and has_content(year, item.answered_by)
    )


def own_page(results: Results, year: FiscalYear, code: str) -> str:
    """The address of the page of this site that answers the item by itself, or an empty text."""
    section = own_section(results, year, code)
    return addresses.section_path(own_year(year, code), section) if section else ""


def near_page(results: Results, year: FiscalYear, code: str) -> str:
    """The address of the page that has content for the item, though it may not answer it, or an empty text."""
    section = near_section(results, year, code)
    return addresses.section_path(own_year(year, code), section) if section else ""


def own_element(results: Results, year: FiscalYear, code: str, element: str) -> OwnElement:
    """The presence and place of a required element on that page; unknown where no page answers or nobody can know."""
    return element_on(results, results.site.year(own_year(year, code)), near_section(results, year, code), element)


def element_on(results: Results, shown: FiscalYear | None, section: str, element: str) -> OwnElement:
    """The presence and place of a required element on the page of a section of a year."""
    find = _ELEMENTS.get((section, element))
    if shown is None or find is None:
        return OwnElement("unknown")
    page = addresses.section_path(shown.year, section)
    place, count, total = find(results, shown)
    if total == 0:
        return OwnElement("unknown")
    if count == 0:
        return OwnElement("missing", count=count, total=total)
    return OwnElement("there", place if place.startswith("/") else f"{page}{place}", count, total)


# The fragment on the page, or a path of this site; for how many it holds; of how many, 0 where nobody can tell.
Found = tuple[str, int, int]
Finder = Callable[[Results, FiscalYear], Found]
_NOBODY_KNOWS: Found = ("", 0, 0)


def _answered(results: Results, year: FiscalYear) -> FiscalYear | None:
    """The year whose result the measures answer."""
    number = year.answered_year
    return results.site.year(number) if number is not None else None


def _has_findings(year: FiscalYear) -> bool:
    """True if the table of measures itself says what the analysis found."""
    measures = year.listed_measures
    return any(basis.findings for measure in measures for basis in measure.basis)


def _analysis(results: Results, year: FiscalYear) -> Found:
    """The written analysis of the year before; scores alone are the result, not its analysis.

    Measures that answer another year are left to the rule on the chain of years.
    """
    number, answered = year.answered_year, _answered(results, year)
    if number is not None and number != year.year - 1:
        return _NOBODY_KNOWS
    if answered is not None and answered.analysis is not None:
        return "#analysis", 1, 1
    return "#measures", int(_has_findings(year)), 1


def _urgent(results: Results, year: FiscalYear) -> Found:
    answered = _answered(results, year)
    if answered is not None and answered.analysis is not None and answered.analysis.weaknesses:
        return "#urgent", 1, 1
    return _NOBODY_KNOWS if _has_findings(year) else ("", 0, 1)


def _improve(results: Results, year: FiscalYear) -> Found:
    """The points to improve: of the analysis, in the column of measures that prints them, or as recommendations."""
    answered = _answered(results, year)
    analysis = answered.analysis if answered else None
    if analysis is not None and analysis.development_points:
        return "#improve", 1, 1
    if any(measure.titled_by_problem for measure in year.listed_measures):
        return "#measures", 1, 1
    if answered is not None and analysis is not None and analysis.recommendations:
        return f"{addresses.section_path(answered.year, 'analysis')}#recommendations", 1, 1
    return _NOBODY_KNOWS if _has_findings(year) else ("", 0, 1)


def _of_measures(holds: Callable[[Measure], bool]) -> Finder:
    def find(_results: Results, year: FiscalYear) -> Found:
        measures = year.listed_measures
        return "#measures", sum(holds(measure) for measure in measures), len(measures)

    return find


def _of_reports(holds: Callable[[Report], bool]) -> Finder:
    def find(_results: Results, year: FiscalYear) -> Found:
        reports = year.reports
        return "", sum(holds(report) for report in reports), len(reports)

    return find


def _current_year(_results: Results, year: FiscalYear) -> Found:
    """Reports of the fiscal year, as far as they say so."""
    judged = reports_of_year(year)
    return "", sum(judged), len(judged)


_ELEMENTS: dict[tuple[str, str], Finder] = {
    ("measures", "analysis-of-last-year"): _analysis,
    ("measures", "urgent-defects"): _urgent,
    ("measures", "points-to-improve"): _improve,
    ("measures", "consistent-measures"): _of_measures(lambda one: bool(one.basis)),
    ("measures", "responsible"): _of_measures(lambda one: says_something(one.responsible)),
    ("measures", "steps"): _of_measures(lambda one: says_something(one.steps, one.action_and_report)),
    ("measures", "monitoring"): _of_measures(says_how_monitored),
    ("measures", "reporting"): _of_measures(says_how_reported),
    ("follow-up", "progress-or-results"): _of_reports(lambda one: says_something(one.status, one.summary, one.outcome)),
    ("follow-up", "continues-from-measures"): _of_reports(lambda one: one.measure is not None),
    ("follow-up", "concrete"): _of_reports(
        lambda one: bool(results_of(one)) or says_something(one.evidence, one.outcome, one.summary, one.result_link)
    ),
    ("follow-up", "current-year"): _current_year,
}
