"""All measures of a site as one list: the status, units and indicators by which people look for them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from prongsai import addresses
from prongsai.analysis.results import Results
from prongsai.model.edition import Edition
from prongsai.model.measures import Basis, Measure, Responsible
from prongsai.model.newest_report import progress_of
from prongsai.model.site import FiscalYear, MeasureFacts, Site
from prongsai.model.stated import known
from prongsai.model.status import GROUPS
from prongsai.views.names import indicator_name, indicator_numbers
from prongsai.views.speech import Speech


@dataclass(frozen=True)
class Listed:
    """One measure with the keys of the units and indicators by which people look for it."""

    facts: MeasureFacts
    units: tuple[str, ...]
    lead_units: tuple[str, ...]
    indicators: tuple[str, ...]

    @property
    def year(self) -> FiscalYear:
        """The year of the measure."""
        return self.facts.year

    @property
    def measure(self) -> Measure:
        """The measure itself."""
        return self.facts.measure

    @property
    def group(self) -> str:
        """The key of the list of its status."""
        return self.facts.progress.status.group


@dataclass(frozen=True)
class Way:
    """One way to measures: its name, the page that has them, and how many there are."""

    name: str
    href: str
    count: int


@dataclass(frozen=True)
class Ways:
    """The ways of one kind, under a heading; `key` is its ASCII name on the page."""

    key: str
    title: str
    ways: tuple[Way, ...]


def list_of_measures(results: Results) -> tuple[Listed, ...]:
    """Every measure, newest year first, in the order of its document."""
    return tuple(
        _listed(results, facts) for result in reversed(results.years.values()) for facts in result.year.measure_facts
    )


def _listed(results: Results, facts: MeasureFacts) -> Listed:
    lead, units = units_of(facts, results.site)
    return Listed(facts, units, lead, _indicators(results, facts))


def _own_reports(results: Results) -> Counter[str]:
    """The rows of reports that name no measure, by status: their document knows measures only as such rows."""
    reports = (one for result in results.years.values() for one in result.year.reports if one.measure is None)
    return Counter(progress_of((report,)).status.group for report in reports)


def units_of(facts: MeasureFacts, site: Site) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The keys of the units that lead and of all that carry the measure, each once, in the document's order."""
    who = facts.value("responsible")
    if not isinstance(who, Responsible):
        return (), ()
    lead = _keys(who.lead, site)
    return lead, tuple(dict.fromkeys((*lead, *_keys(who.units, site))))


def _keys(texts: Iterable[str], site: Site) -> tuple[str, ...]:
    return tuple(key for text in texts if (key := site.unit_of(text)) is not None)


def _indicators(results: Results, facts: MeasureFacts) -> tuple[str, ...]:
    """The indicators that the measure answers, by name or by an item below, where the site has the answered year."""
    answered = facts.year.answered_year or facts.year.year
    if answered not in results.years:
        return ()
    edition = results.years[answered].year.edition
    found = (_indicator(basis, edition) for basis in facts.measure.basis)
    return tuple(dict.fromkeys(number for numbers in found for number in numbers if number in edition.indicators))


def _indicator(basis: Basis, edition: Edition) -> tuple[str, ...]:
    code = known(basis.item)
    item = edition.items.get(code) if code is not None else None
    sub = edition.subindicators.get(item.subindicator) if item and item.subindicator else None
    return tuple(number for number in (basis.indicator, sub.indicator if sub else None) if number is not None)


def ways_to(results: Results, listed: Iterable[Listed], speech: Speech) -> tuple[Ways, ...]:
    """The ways by status, year, unit and indicator; a status is named also when it has no measure."""
    found = tuple(listed)
    statuses = Counter(one.group for one in found) + _own_reports(results)
    units = Counter(key for one in found for key in one.units)
    numbers = Counter(number for one in found for number in one.indicators)
    years = Counter(one.year.year for one in found)
    of_status = (Way(name, addresses.status_path(key), statuses[key]) for key, name in GROUPS.items())
    of_unit = (Way(unit.name, addresses.unit_path(key), units[key]) for key, unit in results.site.agency.units.items())
    of_indicator = (
        Way(indicator_name(edition, number, speech), addresses.indicator_path(number), numbers[number])
        for number, edition in indicator_numbers(results).items()
    )
    of_year = (
        Way(speech.fiscal_year(year), addresses.section_path(year, "measures"), count) for year, count in years.items()
    )
    return (
        Ways("status", "ตามสถานะ", tuple(of_status)),
        Ways("year", "ตามปีงบประมาณ", tuple(of_year)),
        Ways("unit", "ตามหน่วยงาน", tuple(way for way in of_unit if way.count)),
        Ways("indicator", "ตามตัวชี้วัด", tuple(way for way in of_indicator if way.count)),
    )
