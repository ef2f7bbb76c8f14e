"""Facts of near years, offered for what the rules of a year lack: names to be shown as such, and no more."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from prongsai.model.edition_facts import Indicator, Instrument, Subindicator
from prongsai.model.edition_items import Item

T = TypeVar("T")


@dataclass(frozen=True)
class Offer(Generic[T]):
    """A fact of the rules of another fiscal year (Buddhist Era)."""

    year: int
    fact: T


@dataclass(frozen=True)
class Offers:
    """Facts of other years by the codes that they would have in this one.

    Nobody verified them for the year. Pages and forms may name things by them and say so; nothing is computed from
    them, and no rule asks for them.
    """

    instruments: Mapping[str, Offer[Instrument]] = field(default_factory=dict)
    indicators: Mapping[str, Offer[Indicator]] = field(default_factory=dict)
    subindicators: Mapping[str, Offer[Subindicator]] = field(default_factory=dict)
    items: Mapping[str, Offer[Item]] = field(default_factory=dict)

    @property
    def years(self) -> tuple[int, ...]:
        """The years of which anything is offered, in order."""
        groups = (self.instruments, self.indicators, self.subindicators, self.items)
        return tuple(sorted({offer.year for group in groups for offer in group.values()}))


NOTHING_OFFERED = Offers()
