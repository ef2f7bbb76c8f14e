"""Rules on spelling: a unit, a measure and a heading are spelled in one way wherever documents name them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from prongsai.model.follow_up import Report
from prongsai.model.site import FiscalYear, Site
from prongsai.model.stated import known
from prongsai.problems import Fact, Problem, Where, problem
from prongsai.rules.context import Context
from prongsai.rules.references import knows_units
from prongsai.thai.spelled_as_one import alike_among, plain_name, spelled_in_two_ways

_UNIT = "หน่วยงานแห่งหนึ่ง"
_Named = tuple[str, Where]  # a name and its place


def unit_spelled_differently(context: Context) -> Iterator[Problem]:
    """A unit is spelled alike in measures, in the register and on the memo of its years.

    Limits: names that the agency's list does not have, for those it has are one unit by whatever name, and one nearly
    as in the list is reported with it; the unit of a memo, which nobody looks up, is compared with the list too. Units
    that one measure names next to each other are two.
    """
    site = context.site
    if not knows_units(context):
        return
    for result in context.years():
        apart = list(_unlisted(result.year, site))
        places = dict(reversed([one for group in apart for one in group]))
        side_by_side = {frozenset(map(plain_name, pair)) for group in apart for pair in combinations(_texts(group), 2)}
        for first, other in alike_among(places):
            if frozenset(map(plain_name, (first, other))) not in side_by_side:
                yield _varies(_UNIT, result.year, (first, places[first]), (other, places[other]))
        yield from _of_memo(result.year, site, places)


def _of_memo(year: FiscalYear, site: Site, places: Mapping[str, Where]) -> Iterator[Problem]:
    unit = known(year.memo.unit) if year.memo else None
    if year.memo is None or unit is None or site.unit_of(unit) is not None:
        return
    for _, name in spelled_in_two_ways((unit,), [*places, *(one.name for one in site.agency.units.values())]):
        yield _varies(_UNIT, year, (unit, year.memo.where("unit")), (name, places.get(name)))


def _unlisted(year: FiscalYear, site: Site) -> Iterator[list[_Named]]:
    """The names of units that the agency's list does not have, those of one measure or answer together."""
    for measure in year.listed_measures:
        responsible = known(measure.responsible)
        texts = [
            (text, measure.where("responsible", group, place))
            for group in ("lead", "units")
            for place, text in enumerate(getattr(responsible, group) if responsible else ())
        ]
        yield _not_listed(texts, site)
    for answer in year.register.items.values() if year.register else ():
        yield _not_listed([(text, answer.where("unit", place)) for place, text in enumerate(answer.unit)], site)


def _not_listed(texts: Iterable[_Named], site: Site) -> list[_Named]:
    return [(name, where) for text, where in texts for key, name in site.units_named((text,)) if not key]


def title_spelled_differently(context: Context) -> Iterator[Problem]:
    """A measure or a heading is spelled alike in the measures of a year and in its reports, and in reports by round.

    Limits: reports that name no measure, since those that do are compared with it by another rule; of the names that
    one list has and the other has not.
    """
    for result in context.years():
        year = result.year
        for first, other in combinations(_lists(year), 2):
            yield from _compare("มาตรการหรือโครงการ", year, first, other)
        plan, told = (record.topics if record else () for record in (year.measures, year.follow_up))
        topics = ([(one.title, one.where("title")) for one in group] for group in (plan, told))
        yield from _compare("หัวข้อ", year, *topics)


def _lists(year: FiscalYear) -> Iterator[list[_Named]]:
    """The titles of the measures, and those of the reports of each round."""
    yield [(title, one.where("title")) for one in year.listed_measures if (title := known(one.title))]
    rounds: dict[object, list[Report]] = {}
    for report in year.reports:
        if report.measure is None:
            rounds.setdefault(report.round, []).append(report)
    for reports in rounds.values():
        yield [(title, one.where("title")) for one in reports if (title := known(one.title))]


def _compare(what: str, year: FiscalYear, first: Sequence[_Named], other: Sequence[_Named]) -> Iterator[Problem]:
    places = dict(reversed([*first, *other]))
    for one, two in spelled_in_two_ways(_texts(first), _texts(other)):
        yield _varies(what, year, (one, places[one]), (two, places[two]))


def _texts(names: Iterable[_Named]) -> list[str]:
    return [text for text, _ in names]


def _varies(what: str, year: FiscalYear, first: _Named, other: tuple[str, Where | None]) -> Problem:
    names = " และ ".join(f"“{text}”" for text, _ in (first, other))
    told = problem("name-varies", first[1], year=year.year, what=what, names=names, count=2)
    spelled = tuple(sorted(plain_name(text) for text, _ in (first, other)))
    return told.about(Fact("one-name", year.year, spelled), (other[1],) if other[1] else ())


RULES = (unit_spelled_differently, title_spelled_differently)
