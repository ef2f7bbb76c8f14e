"""Rules on the days of names and units: in order, apart, and followed by what exists."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from prongsai.model.lifetimes import AgencyName, FormerName, OtherAgency, Unit, exists_in, spans_of
from prongsai.model.site import FiscalYear, Site
from prongsai.model.stated import known
from prongsai.problems import Problem, Where, problem
from prongsai.rules.context import Context
from prongsai.rules.references import knows_units
from prongsai.thai.bounds import first_day_of

Lived = AgencyName | FormerName | OtherAgency | Unit


def lifetime_order(context: Context) -> Iterator[Problem]:
    """The last day of a name, of a unit or of another agency is not before its first."""
    for one in _all_lived(context.site):
        if one.first is not None and one.last is not None and one.last.day < one.first.day:
            yield problem("lifetime-order", one.where("to"), name=one.name, first=one.first, last=one.last)


def _all_lived(site: Site) -> Iterator[Lived]:
    agency = site.agency
    yield from agency.names
    yield from agency.predecessors
    if agency.successor:
        yield agency.successor
    for unit in agency.units.values():
        yield unit
        yield from unit.names


def names_overlap(context: Context) -> Iterator[Problem]:
    """Of two former names of one thing the later begins after the earlier has ended, as far as their days are known.

    A name whose own days are in the wrong order has its own problem.
    """
    agency = context.site.agency
    yield from _overlaps(agency.names)
    for unit in agency.units.values():
        yield from _overlaps(unit.names)


def _overlaps(names: Sequence[AgencyName] | Sequence[FormerName]) -> Iterator[Problem]:
    every: Sequence[AgencyName | FormerName] = names
    spans = [span for span in spans_of(every) if span.first is None or span.first <= span.last]
    for before, after in pairwise(spans):
        if after.first is not None and after.first <= before.last:
            named = {"name": after.of.name, "other": before.of.name}
            where = after.of.where("from")
            yield problem("names-overlap", where, year=None, first=after.first, last=before.last, **named)


def unknown_successor(context: Context) -> Iterator[Problem]:
    """The units that follow one, and those that a group means, are units of the agency."""
    if not knows_units(context):
        return
    for key, unit in context.site.agency.units.items():
        for code, field in (("unknown-successor", "successor"), ("unknown-member", "units")):
            for place, name in enumerate(getattr(unit, field)):
                if context.site.unit_of(name) is None:
                    yield problem(code, unit.where(field, place), unit=key, name=unit.name, found=name)


def successor_circle(context: Context) -> Iterator[Problem]:
    """The work of a unit does not come back to it by those that follow it; said at the first unit of a circle."""
    site, told = context.site, set[str]()
    for key, unit in site.agency.units.items():
        circle = _way_back(site, key)
        if circle and not told & {*circle}:
            names = " → ".join(site.agency.units[one].name for one in (*circle, key))
            yield problem("successor-circle", unit.where("successor"), name=unit.name, found=names)
        told |= {*circle}


def _way_back(site: Site, start: str) -> tuple[str, ...]:
    """The units from a unit by those that follow it until it is met again; empty where it never is."""
    ways: list[tuple[str, ...]] = [(start,)]
    seen: set[str] = set()
    while ways:
        way = ways.pop()
        for text in site.agency.units[way[-1]].successor:
            key = site.unit_of(text)
            if key == start:
                return way
            if key is not None and key not in seen:
                seen.add(key)
                ways.append((*way, key))
    return ()


def unit_not_there(context: Context) -> Iterator[Problem]:
    """A unit that is named for a year was there on some day of it, where its days are stated; each once a year.

    Days in the wrong order have their own problem.
    """
    for result in context.years():
        year, told = result.year.year, set[str]()
        for text, where in _named_units(result.year):
            key = context.site.in_year(year).unit_of(text)
            unit = context.site.agency.units[key] if key is not None else None
            if key is None or unit is None or key in told or exists_in(unit, year):
                continue
            told.add(key)
            yield from _not_there(unit, year, where)


def _not_there(unit: Unit, year: int, where: Where) -> Iterator[Problem]:
    if unit.first is not None and unit.last is not None and unit.last.day < unit.first.day:
        return
    if unit.last is not None and unit.last.day < first_day_of(year):
        yield problem("unit-ended", where, year=year, found=unit.name, fiscal_year=year, day=unit.last)
    else:
        yield problem("unit-not-begun", where, year=year, found=unit.name, fiscal_year=year, day=unit.first)


def _named_units(year: FiscalYear) -> Iterator[tuple[str, Where]]:
    """The units that measures, answers and questions of a year name."""
    for measure in year.listed_measures:
        responsible = known(measure.responsible)
        for group in ("lead", "units") if responsible else ():
            for place, name in enumerate(getattr(responsible, group)):
                yield name, measure.where("responsible", group, place)
    for answer in year.register.items.values() if year.register else ():
        yield from ((name, answer.where("unit", place)) for place, name in enumerate(answer.unit))
    for question in year.questions.questions if year.questions else ():
        if question.unit is not None:
            yield question.unit, question.where("unit")


RULES = (lifetime_order, names_overlap, unknown_successor, successor_circle, unit_not_there)
