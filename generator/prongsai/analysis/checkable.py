"""The checks of what a year states that its edition allows: wholly, in part or not at all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from enum import StrEnum

from prongsai.analysis.bounds import SCALE
from prongsai.analysis.possible import bounds_of_total
from prongsai.model.edition import Edition
from prongsai.model.edition_items import Item
from prongsai.model.evidence import CERTAIN, Fact
from prongsai.model.judged_edition import without_inferred
from prongsai.model.site import FiscalYear
from prongsai.model.stated import known


class Reach(StrEnum):
    """The extent of a check; one that is `BOUND` tells only whether a figure is within what others leave for it."""

    WHOLE = "whole"
    PART = "part"
    BOUND = "bound"
    NONE = "none"


def reach_of_checks(year: FiscalYear) -> dict[str, Reach]:
    """The checks that what the year states calls for, each with how far the edition of the year lets it go."""
    judged = replace(year, edition=without_inferred(year.edition))
    found = ((key, measure(judged)) for key, measure in _CHECKS.items())
    return {key: reach for key, reach in found if reach is not None}


def is_half_known(year: FiscalYear) -> bool:
    """True if any check of what the year states is not possible at all, or goes no further than a bound."""
    return not {Reach.NONE, Reach.BOUND}.isdisjoint(reach_of_checks(year).values())


def _total(year: FiscalYear) -> Reach | None:
    """Without weights a total is bounded where the figures below it leave less than the whole scale for it."""
    if year.scores is None or known(year.scores.total.value) is None:
        return None
    if year.edition.knows_all_instruments and year.edition.indicators:
        return Reach.WHOLE
    return Reach.NONE if bounds_of_total(year.scores, year.edition) == SCALE else Reach.BOUND


def _level(year: FiscalYear) -> Reach | None:
    if year.scores is None or (known(year.scores.total.value) is None and known(year.scores.level.value) is None):
        return None
    return _reach(bool(year.edition.levels))


def _reach(possible: bool) -> Reach:
    return Reach.WHOLE if possible else Reach.NONE


def _instruments(year: FiscalYear) -> Reach | None:
    return _named(year.scores.instruments if year.scores else (), year.edition.instruments, year.edition)


def _indicators(year: FiscalYear) -> Reach | None:
    return _named(year.scores.indicators if year.scores else (), year.edition.indicators, year.edition)


def _named(stated: Iterable[str], named: Mapping[str, Fact], edition: Edition) -> Reach | None:
    return _share([key in named and edition.verifies(named[key].evidence) for key in stated])


def _share(checked: list[bool]) -> Reach | None:
    if not checked:
        return None
    return Reach.WHOLE if all(checked) else Reach.PART if any(checked) else Reach.NONE


def _items(year: FiscalYear) -> Reach | None:
    edition = year.edition
    judged = [code for code in _named_items(year) if code in edition.items or not edition.knows_all_items]
    return _share([_has_title(edition, code) for code in judged])


def _named_items(year: FiscalYear) -> Iterator[str]:
    """The items of the register, which are shown by their titles, and those that a document prints with a title."""
    yield from year.register.items if year.register else ()
    scored = year.scores.items.items() if year.scores else ()
    yield from (code for code, item in scored if item.printed_title is not None)
    points = year.analysis.development_points if year.analysis else ()
    yield from (point.item for point in points if point.item is not None and point.printed_title is not None)


def _has_title(edition: Edition, code: str) -> bool:
    item = edition.items.get(code, Item())
    return item.title is not None and edition.verifies(item.title_evidence or item.evidence)


def _list_of_items(year: FiscalYear) -> Reach | None:
    is_stated = year.register is not None and bool(year.register.items)
    return _reach(year.edition.knows_all_items) if is_stated else None


def _years_of_data(year: FiscalYear) -> Reach | None:
    """Not at all only where the edition knows the year of no item, whichever ones the register names."""
    items, codes = year.edition.items, year.register.items if year.register else ()
    reach = _share([has_certain_year(year.edition, items.get(code, Item())) for code in codes])
    knows_any = any(has_certain_year(year.edition, item) for item in items.values())
    return Reach.PART if reach is Reach.NONE and knows_any else reach


def has_certain_year(edition: Edition, item: Item) -> bool:
    """True if a published document or an official source says of which year the data of an item must be."""
    return item.year_offset is not None and edition.verifies(item.offset_evidence or item.evidence, CERTAIN)


_CHECKS: dict[str, Callable[[FiscalYear], Reach | None]] = {
    "total": _total,
    "level": _level,
    "instruments": _instruments,
    "indicators": _indicators,
    "items": _items,
    "list-of-items": _list_of_items,
    "years-of-data": _years_of_data,
}
