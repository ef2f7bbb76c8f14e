"""Addresses that keys in the rules of a year gave before they were renamed, and where their content is now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from prongsai import addresses
from prongsai.model.edition_items import Item
from prongsai.model.site import FiscalYear


def former_addresses(years: Iterable[FiscalYear]) -> dict[str, str]:
    """The addresses by former keys of items and elements, each with the one that has its content now."""
    return {old: new for year in years for old, new in _of_year(year) if old != new}


def _of_year(year: FiscalYear) -> Iterator[tuple[str, str]]:
    number = year.year
    for code, item in year.edition.items.items():
        page = addresses.item_path(number, code)
        yield from _of_elements(page, item)
        yield from ((addresses.unnumbered_path(number, old), page) for old in item.former_keys)
    for key, item in year.edition.unnumbered.items():
        page = addresses.unnumbered_path(number, item.answered_by or key)
        yield from _of_elements(page, item)
        yield from ((addresses.unnumbered_path(number, old), page) for old in item.former_keys)


def _of_elements(page: str, item: Item) -> Iterator[tuple[str, str]]:
    for element in item.elements:
        new = f"{page}#{addresses.element_anchor(element.key)}"
        yield from ((f"{page}#{addresses.element_anchor(old)}", new) for old in element.former_keys)
