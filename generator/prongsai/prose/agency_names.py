"""Rules on the name of the agency in written text: how it is spelled, of which year it is, and where that is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Literal

from prongsai.model.agency import Agency
from prongsai.model.lifetimes import spans_of
from prongsai.model.stated import known
from prongsai.problems import Problem, Where, problem
from prongsai.prose.passages import all_texts
from prongsai.prose.spelling import has_name, near_names, placed_names
from prongsai.rules.context import Context
from prongsai.rules.naming import listed
from prongsai.thai.agency_names import kind_and_place
from prongsai.thai.bounds import first_day_of, last_day_of

Place = tuple[Where, int]
_MANY = 5  # places that are listed one by one


def _by_variant(
    context: Context, find: Callable[[str, int], Iterable[tuple[str, str]]]
) -> dict[tuple[str, str], list[Place]]:
    """Every spelling with what is expected that `find` finds in the documents of all years, with its places."""
    found: dict[tuple[str, str], list[Place]] = {}
    for result in context.years():
        for text, where in all_texts(context, result.year):
            for variant in find(text, result.year.year):
                found.setdefault(variant, []).append((where, result.year.year))
    return found


def _places(places: list[Place]) -> str:
    """The places of a spelling: data/2567/memo.yml บรรทัด 4 และ 6."""
    by_file: dict[str, list[int]] = {}
    for where, _ in sorted(places)[:_MANY]:
        by_file.setdefault(where.file, []).append(where.line)
    named = "; ".join(f"{file} บรรทัด {listed([*map(str, dict.fromkeys(lines))])}" for file, lines in by_file.items())
    return named + (" และที่อื่น" if len(places) > _MANY else "")


def _reported(code: str, variants: dict[tuple[str, str], list[Place]]) -> Iterator[Problem]:
    for (variant, expected), places in variants.items():
        where, year = places[0]
        values = {"found": variant, "expected": expected, "count": len(places), "places": _places(places)}
        yield problem(code, where, year=year, **values)


def prose_agency_name(context: Context) -> Iterator[Problem]:
    """The agency's name is spelled as in site_config/agency.yml, wherever a document writes it.

    Each spelling is reported once, with its places; a name of the year is as good as that of today. Limits: only a name
    of the same kind that is one letter off, or cut near its end with at least five letters left, and that ends there. A
    neighbour whose name is one letter off would be reported too.
    """
    names = [*_names_of_agency(context)]
    every = {"".join(parts) for parts in map(kind_and_place, names) if parts is not None}

    def near(text: str, year: int) -> Iterator[tuple[str, str]]:
        for name in _names_around(context, year):
            parts = kind_and_place(name)
            for found in near_names(text, *parts) if parts is not None else ():
                if found not in every:
                    yield found, "".join(parts or ())

    yield from _reported("prose-agency-name", _by_variant(context, near))


def _names_of_agency(context: Context) -> Iterator[str]:
    """The present name and the former ones."""
    agency = context.site.agency
    yield from filter(None, (known(agency.name), *(former.name for former in agency.names)))


def _names_around(context: Context, year: int) -> tuple[str, ...]:
    """The names that documents on a fiscal year may have, which are written until the end of the next one.

    A name whose days are not known may be used in any year.
    """
    agency = context.site.agency
    first, last = first_day_of(year), last_day_of(year + 1)
    spans = spans_of(agency.names)
    others = {span.of.name for span in spans if not span.holds_within(first, last)}
    is_early = any(span.last >= last for span in spans)
    today = known(agency.name) or ""
    fitting = (*(() if is_early else (today,)), *(one.name for one in agency.names if one.name not in others))
    return tuple(dict.fromkeys(filter(None, fitting)))


def agency_name_of_other_year(context: Context) -> Iterator[Problem]:
    """A document calls the agency as it was called in its year or in the next, where the days of its names are known.

    Limits: only the whole name, and not where words next to it say that it is one of the past.
    """
    if not spans_of(context.site.agency.names):
        return

    def other(text: str, year: int) -> Iterator[tuple[str, str]]:
        fitting = _names_around(context, year)
        for name in dict.fromkeys(_names_of_agency(context)):
            if name not in fitting and has_name(text, name):
                yield name, known(context.site.in_year(year).agency.name) or ""

    yield from _reported("agency-name-of-other-year", _by_variant(context, other))


def prose_district(context: Context) -> Iterator[Problem]:
    """The district right behind the agency's name is the agency's own.

    Limits: only อำเภอ right behind the correctly spelled name; silent where the agency's district is not known.
    """
    yield from _misplaced(context, "prose-district", "district", 0)


def prose_province(context: Context) -> Iterator[Problem]:
    """The province right behind the agency's name, or behind its district, is the agency's own.

    Limits: as of prose-district.
    """
    yield from _misplaced(context, "prose-province", "province", 1)


def _misplaced(context: Context, code: str, field: Literal["district", "province"], group: int) -> Iterator[Problem]:
    def other(text: str, year: int) -> Iterator[tuple[str, str]]:
        then, now = context.site.in_year(year).agency, context.site.agency
        for agency in (then,) if then.name == now.name else (then, now):
            yield from _foreign_places(text, agency, field, group)

    yield from _reported(code, _by_variant(context, other))


def _foreign_places(text: str, agency: Agency, field: str, group: int) -> Iterator[tuple[str, str]]:
    """The districts or provinces behind the name of an agency that are not its own, each with its own."""
    parts, own = kind_and_place(known(agency.name) or ""), known(getattr(agency, field)) or ""
    for names in placed_names(text, *parts) if parts is not None and own else ():
        found = names[group]
        if found and not found.startswith(own) and not own.startswith(found):
            yield found, own


RULES = (prose_agency_name, agency_name_of_other_year, prose_district, prose_province)
