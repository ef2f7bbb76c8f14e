"""Names and structure of the nearest years, for what the rules of a year lack."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import pairwise
from typing import TypeVar

from prongsai.model.edition import Edition
from prongsai.model.edition_items import Item
from prongsai.model.offered import NOTHING_OFFERED, Offer, Offers
from prongsai.thai.codes import item_key

T = TypeVar("T")
SCALES_FROM = 15  # years before and after, in which a level may have been one
FARTHEST = 5  # years; names from further away would mislead


def offer_names(edition: Edition, read: Callable[[int], Edition | None]) -> Offers:
    """Facts of the nearest years of the same scheme for what the rules of a year lack; earlier years come first.

    `read` gives the rules of a year. A section that is complete gets nothing, one of which anything is known no
    entries that it may not have.
    """
    if not lacks_names(edition):
        return NOTHING_OFFERED
    near = [one for year in _years_by_distance(edition.fiscal_year) if (one := read(year)) is not None]
    near = [one for one in near if one.scheme == edition.scheme]
    lacks_tools = not edition.knows_all_instruments
    return Offers(
        _first(edition.instruments, ((one.fiscal_year, one.instruments) for one in near)) if lacks_tools else {},
        {} if edition.indicators else _whole((one.fiscal_year, one.indicators) for one in near),
        {} if edition.subindicators else _whole((one.fiscal_year, one.subindicators) for one in near),
        _items(edition, near),
    )


def lacks_names(edition: Edition) -> bool:
    """True if another year can name anything that the rules of a year do not."""
    named = all(item.title is not None for item in edition.items.values())
    is_listed = edition.knows_all_items and named
    return not (edition.knows_all_instruments and edition.indicators and edition.subindicators and is_listed)


def scales_of(edition: Edition, read: Callable[[int], Edition | None]) -> dict[int, tuple[str, ...]]:
    """The levels of each year of the same scheme that more than an inference names, from the highest."""
    years = range(edition.fiscal_year - SCALES_FROM, edition.fiscal_year + SCALES_FROM + 1)
    found = (edition if year == edition.fiscal_year else read(year) for year in years)
    return {
        one.fiscal_year: tuple(dict.fromkeys(rule.name for rule in one.levels))
        for one in found
        if one is not None and one.levels and one.scheme == edition.scheme and not _is_inferred(one)
    }


def _is_inferred(edition: Edition) -> bool:
    return any(edition.is_inferred(rule.evidence) for rule in edition.levels)


def _years_by_distance(year: int) -> Iterator[int]:
    for distance in range(1, FARTHEST + 1):
        yield from (year - distance, year + distance)


def _first(own: Mapping[str, T], near: Iterable[tuple[int, Mapping[str, T]]]) -> dict[str, Offer[T]]:
    """Each entry that a section lacks, from the nearest year that has it, in the order of the fullest section."""
    found: dict[str, Offer[T]] = {}
    sections = tuple(near)
    for year, section in sections:
        for key, fact in section.items():
            if key not in own:
                found.setdefault(key, Offer(year, fact))
    order = max((section for _, section in sections), key=len, default={})
    return {key: found[key] for key in (*order, *found) if key in found}


def _whole(near: Iterable[tuple[int, Mapping[str, T]]]) -> dict[str, Offer[T]]:
    """The whole section of the nearest year that has one: entries of different years do not fit together."""
    year, section = next(((year, section) for year, section in near if section), (0, {}))
    return {key: Offer(year, fact) for key, fact in section.items()}


def _items(edition: Edition, near: Iterable[Edition]) -> dict[str, Offer[Item]]:
    found: dict[str, Offer[Item]] = {}
    for one in near:
        for code, item in _of_year(edition, one):
            if code not in found:
                found[code] = Offer(one.fiscal_year, item)
        if not edition.items and found:
            break  # the list of one year: numbers of different years do not fit together
    return {code: found[code] for code in sorted(found, key=item_key)}


def _of_year(edition: Edition, other: Edition) -> Iterator[tuple[str, Item]]:
    """The items of another year that the year has too, as far as anyone can tell: by meaning, else by place."""
    if not edition.items:
        yield from ((code, item) for code, item in other.items.items() if item.title or item.about)
        return
    by_meaning = {item.key: item for item in other.items.values() if item.key and item.title}
    for code, item in edition.items.items():
        if item.title is None and item.key in by_meaning:
            yield code, by_meaning[item.key]
    yield from _between(edition, other)


def _between(edition: Edition, other: Edition) -> Iterator[tuple[str, Item]]:
    """Items between two that have the same number and meaning in both years, where all numbers between are the same."""
    same = [code for code, item in edition.items.items() if item.key and _key_of(other, code) == item.key]
    for before, after in pairwise(sorted(same, key=item_key)):
        for code, item in other.items.items():
            is_between = item_key(before) < item_key(code) < item_key(after)
            is_elsewhere = item.key is not None and edition.item_of(item.key) is not None
            if is_between and item.title and _is_unknown(edition, code) and not is_elsewhere:
                yield code, item


def _key_of(edition: Edition, code: str) -> str | None:
    return edition.items[code].key if code in edition.items else None


def _is_unknown(edition: Edition, code: str) -> bool:
    item = edition.items.get(code)
    return item is None or (item.key is None and item.title is None)
