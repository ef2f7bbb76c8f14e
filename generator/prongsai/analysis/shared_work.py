"""Work that a document gives to several units by one word, as ทุกกอง: which units that word means in a year."""

from __future__ import annotations

from collections.abc import Iterable

from prongsai.model.lifetimes import Unit, exists_in
from prongsai.model.measures import Responsible
from prongsai.model.site import MeasureFacts, Site
from prongsai.model.stated import Printed
from prongsai.thai.unit_names import names_all_units


def units_meant(site: Site, text: str, fiscal_year: int) -> tuple[str, ...]:
    """The keys of the units that a word for several means; none where it names one, or does not say which.

    A group means the units that it lists; without these, words for all mean all that there were in the fiscal year.
    """
    named = site.in_year(fiscal_year)
    key = named.unit_of(text)
    unit = named.agency.units[key] if key is not None else None
    if unit is not None and not unit.group:
        return ()
    if unit is not None and unit.units:
        return tuple(dict.fromkeys(one for text in unit.units if (one := named.unit_of(text)) is not None))
    return _all_in(named.agency.units.items(), fiscal_year) if means_all(named, text) else ()


def means_all(named: Site, text: str) -> bool:
    """True if a text, or the group that it names, says that it means all units."""
    key = named.unit_of(text)
    unit = named.agency.units[key] if key is not None else None
    if unit is None:
        return names_all_units(text)
    return unit.group and not unit.units and any(map(names_all_units, (unit.name, *unit.aliases)))


def units_in(site: Site, texts: Iterable[str], fiscal_year: int) -> tuple[str, ...]:
    """The keys of the units that texts name in a fiscal year (Buddhist Era), also by a word for several."""
    named, units = site.in_year(fiscal_year), site.agency.units
    found: dict[str, None] = {}
    for text in texts:
        keys = (key for key, _ in named.units_named((text,)) if key and not units[key].group)
        found |= dict.fromkeys((*keys, *units_meant(site, text, fiscal_year)))
    return tuple(found)


def is_for_all(facts: MeasureFacts, site: Site) -> bool:
    """True if a measure is given to all units of its year by a word that means all."""
    named = site.in_year(facts.year.year)
    return any(means_all(named, text) for text in _texts(facts))


def _all_in(units: Iterable[tuple[str, Unit]], fiscal_year: int) -> tuple[str, ...]:
    return tuple(key for key, unit in units if not unit.group and exists_in(unit, fiscal_year))


def shared_words(facts: MeasureFacts, site: Site) -> dict[str, str]:
    """The units to which a measure is given by a word for several, with that word as the pages have it."""
    year = facts.year.year
    named = site.in_year(year)
    found: dict[str, str] = {}
    for text in _texts(facts):
        key = named.unit_of(text)
        word = named.agency.units[key].name if key is not None else text
        found = {**dict.fromkeys(units_meant(site, text, year), word), **found}
    return found


def _texts(facts: MeasureFacts) -> tuple[str, ...]:
    """The names of whom a measure is given to; the words of the document where it has no name."""
    who = facts.value("responsible")
    if isinstance(who, Printed):
        return (who.printed,)
    if not isinstance(who, Responsible):
        return ()
    return (*who.lead, *who.units) or ((who.printed,) if who.printed else ())
