"""All measures of a site as one list, each with the units and indicators by which people look for it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from prongsai.model.edition import Edition
from prongsai.model.measures import Basis, Measure, Responsible
from prongsai.model.site import FiscalYear, MeasureFacts, Site
from prongsai.model.stated import known


@dataclass(frozen=True)
class Listed:
    """One measure with the keys of the units that carry it and the numbers of the indicators that it answers."""

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


def list_measures(site: Site) -> tuple[Listed, ...]:
    """Every measure, newest year first, in the order of its document."""
    years = {year.year: year for year in site.years}
    return tuple(_listed(facts, site, years) for year in reversed(site.years) for facts in year.measure_facts)


def _listed(facts: MeasureFacts, site: Site, years: Mapping[int, FiscalYear]) -> Listed:
    lead, units = carrying_units(facts, site)
    answered = years.get(facts.year.answered_year or facts.year.year)
    return Listed(facts, units, lead, _indicators(facts.measure, answered.edition) if answered else ())


def carrying_units(facts: MeasureFacts, site: Site) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The keys of the units that lead and of all that carry the measure, each once, in the document's order."""
    who = facts.value("responsible")
    if not isinstance(who, Responsible):
        return (), ()
    lead = _keys(who.lead, site)
    return lead, tuple(dict.fromkeys((*lead, *_keys(who.units, site))))


def _keys(texts: Iterable[str], site: Site) -> tuple[str, ...]:
    return tuple(key for text in texts if (key := site.unit_of(text)) is not None)


def _indicators(measure: Measure, edition: Edition) -> tuple[str, ...]:
    """The indicators that a measure answers in the edition of the answered year, by name or by an item below."""
    found = (_indicator(basis, edition) for basis in measure.basis)
    return tuple(dict.fromkeys(number for numbers in found for number in numbers if number in edition.indicators))


def _indicator(basis: Basis, edition: Edition) -> tuple[str, ...]:
    code = known(basis.item)
    item = edition.items.get(code) if code is not None else None
    sub = edition.subindicators.get(item.subindicator) if item and item.subindicator else None
    return tuple(number for number in (basis.indicator, sub.indicator if sub else None) if number is not None)
