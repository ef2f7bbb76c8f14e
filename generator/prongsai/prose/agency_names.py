"""Rules on the name of the agency in written text: how it is spelled, of which year it is, and where that is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Literal

from prongsai.model.agency import Agency
from prongsai.model.lifetimes import spans_of
from prongsai.model.stated import known
from prongsai.problems import Fact, Problem, Where, problem
from prongsai.prose.passages import all_texts
from prongsai.prose.spelling import has_name, near_names, placed_names
from prongsai.rules.context import Context
from prongsai.thai.agency_names import kind_and_place
from prongsai.thai.bounds import first_day_of, last_day_of

Place = tuple[Where, int]
Find = Callable[[str], Iterable[tuple[str, str]]]


def _by_variant(context: Context, finder_of: Callable[[int], Find | None]) -> dict[tuple[str, str], list[Place]]:
    """Every spelling, with what is expected, in the documents of all years, with its places.

    `finder_of` a fiscal year finds them in a text of that year; None where nothing is to be found in it.
    """
    found: dict[tuple[str, str], list[Place]] = {}
    for result in context.years():
        find = finder_of(result.year.year)
        for text, where in all_texts(context, result.year) if find else ():
            for variant in find(text) if find else ():
                found.setdefault(variant, []).append((where, result.year.year))
    return found


def _reported(code: str, variants: dict[tuple[str, str], list[Place]]) -> Iterator[Problem]:
    for (variant, expected), places in variants.items():
        where, year = places[0]
        told = problem(code, where, year=year, found=variant, expected=expected, count=len(places))
        yield told.about(Fact("name", None, (code, variant, expected)), sorted(other for other, _ in places[1:]))


def prose_agency_name(context: Context) -> Iterator[Problem]:
    """The agency's name is spelled as in site_config/agency.yml, wherever a document writes it.

    Each spelling is reported once, with its places; a name of the year is as good as that of today. Limits: only a name
    of the same kind that is one letter off, or cut near its end with at least five letters left, and that ends there. A
    neighbour whose name is one letter off would be reported too.
    """
    names = [*_names_of_agency(context)]
    every = {"".join(parts) for parts in map(kind_and_place, names) if parts is not None}

    def near_of(year: int) -> Find | None:
        around = [parts for parts in map(kind_and_place, _names_around(context, year)) if parts is not None]

        def near(text: str) -> Iterator[tuple[str, str]]:
            for parts in around:
                yield from ((found, "".join(parts)) for found in near_names(text, *parts) if found not in every)

        return near if around else None

    yield from _reported("prose-agency-name", _by_variant(context, near_of))


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

    def other_of(year: int) -> Find | None:
        fitting = _names_around(context, year)
        others = [name for name in dict.fromkeys(_names_of_agency(context)) if name not in fitting]
        own = known(context.site.in_year(year).agency.name) or ""
        return (lambda text: ((name, own) for name in others if has_name(text, name))) if others else None

    yield from _reported("agency-name-of-other-year", _by_variant(context, other_of))


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
    def other_of(year: int) -> Find | None:
        then, now = context.site.in_year(year).agency, context.site.agency
        places = [_foreign_places(one, field, group) for one in ((then,) if then.name == now.name else (then, now))]
        finders = [find for find in places if find is not None]
        return (lambda text: (variant for find in finders for variant in find(text))) if finders else None

    yield from _reported(code, _by_variant(context, other_of))


def _foreign_places(agency: Agency, field: str, group: int) -> Find | None:
    """A finder of the districts or provinces behind the name of an agency that are not its own, each with its own."""
    parts, own = kind_and_place(known(agency.name) or ""), known(getattr(agency, field)) or ""
    if parts is None or not own:
        return None
    kind, place = parts

    def find(text: str) -> Iterator[tuple[str, str]]:
        for names in placed_names(text, kind, place):
            found = names[group]
            if found and not found.startswith(own) and not own.startswith(found):
                yield found, own

    return find


RULES = (prose_agency_name, agency_name_of_other_year, prose_district, prose_province)
