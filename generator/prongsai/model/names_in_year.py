"""The agency as it was called in a fiscal year, and what its units were called: present names are of today."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.model.agency import Agency
from prongsai.model.lifetimes import AgencyName, Unit, exists_in, name_at_end
from prongsai.model.stated import known
from prongsai.thai.agency_names import KINDS


def agency_in_year(agency: Agency, fiscal_year: int) -> Agency:
    """The agency as it and its units were called at the end of a fiscal year; itself where that is as today."""
    units = {key: _unit_in_year(unit, fiscal_year) for key, unit in agency.units.items()}
    former = name_at_end(agency.names, fiscal_year)
    is_same = former is None or former.name == known(agency.name)
    if is_same and all(unit is agency.units[key] for key, unit in units.items()):
        return agency
    changed = {} if former is None or is_same else _facts_of(former, agency)
    return agency.model_copy(update={"units": units, **changed})


def _unit_in_year(unit: Unit, fiscal_year: int) -> Unit:
    former = name_at_end(unit.names, fiscal_year)
    if former is None or former.name == unit.name:
        return unit
    return unit.model_copy(update={"name": former.name, "aliases": (*former.aliases, *unit.aliases)})


def _facts_of(former: AgencyName, agency: Agency) -> dict[str, object]:
    stated = {"type": former.type or _kind_then(former, agency), "district": former.district}
    stated |= {"province": former.province}
    return {"name": former.name, **{field: value for field, value in stated.items() if value is not None}}


def _kind_then(former: AgencyName, agency: Agency) -> str | None:
    """The kind that the former name begins with, where the present one is stated in such words too."""
    kind = next((kind for kind in KINDS if former.name.startswith(kind)), None)
    return kind if known(agency.type) in KINDS else None


def has_history(agency: Agency) -> bool:
    """True if the agency or a unit had another name, or a unit has not always been there."""
    return bool(agency.names) or any(unit.names or unit.first or unit.last for unit in agency.units.values())


def keys_by_name(agency: Agency, today: Agency, fiscal_year: int | None) -> dict[str, str]:
    """The keys of the units by all that means them: their key, name and aliases, then names of today and of the past.

    Of units with the same name, it means the one that there was in the year, or that there is where none is given.
    """
    found: dict[str, str] = {}
    units = sorted(agency.units.items(), key=lambda one: not _is_there(one[1], fiscal_year))
    for key, unit in units:
        for text in (key, unit.name, *unit.aliases):
            found.setdefault(text, key)
    for key, _ in units:
        for text in _other_names(today.units[key]):
            found.setdefault(text, key)
    return found


def _is_there(unit: Unit, fiscal_year: int | None) -> bool:
    return unit.last is None if fiscal_year is None else exists_in(unit, fiscal_year)


def _other_names(unit: Unit) -> Iterator[str]:
    yield unit.name
    for former in unit.names:
        yield from (former.name, *former.aliases)
