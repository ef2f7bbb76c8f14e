"""The declared tree of an edition: the figures of a year, and the relations in which each follows from others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from prongsai.analysis.bounds import HALF_CENT
from prongsai.model.edition import Edition

Key = tuple[str, str]  # the group of a figure in `Scores`, as instruments, and its key there, as IIT
TOTAL: Key = ("total", "")
TOOLS, NUMBERS = 3, 10  # no year is known with more instruments or indicators
_HUNDRED = 100


@dataclass(frozen=True)
class Relation:
    """A figure that others make: the sum of their shares, or something between them where no weighting is known.

    `slack` is the most (points of 100) that rounding on the way may have added or taken.
    """

    parent: Key
    children: tuple[Key, ...]
    shares: tuple[Fraction, ...] = ()
    slack: Fraction = Fraction(0)

    @property
    def is_weighed(self) -> bool:
        """True if the weighting is known."""
        return bool(self.shares)

    @property
    def kind(self) -> str:
        """The group of the figures from which it follows."""
        return self.children[0][0]


def relations_of(edition: Edition, stated: Mapping[Key, Decimal]) -> tuple[Relation, ...]:
    """The relations between the figures of a year, from the items up; a section with gaps gives none.

    `stated` tells which instruments and indicators there are where the edition does not name all of them.
    """
    return (
        *_of_subindicators(edition),
        *_of_indicators(edition),
        *_of_instruments(edition, stated),
        *_of_parts(edition),
        *_of_points(edition),
        *_of_total(edition, stated),
    )


def _mean(parent: Key, children: tuple[Key, ...]) -> Relation:
    return Relation(parent, children, (Fraction(1, len(children)),) * len(children))


def _of_subindicators(edition: Edition) -> Iterator[Relation]:
    is_open = not edition.incomplete.isdisjoint({"items", "places"})  # others may be below it too
    for number in () if is_open else edition.subindicators:
        if codes := edition.items_under(number):
            yield _mean(("subindicators", number), _keys("items", codes))


def _of_indicators(edition: Edition) -> Iterator[Relation]:
    for number in () if "subindicators" in edition.incomplete else edition.indicators:
        if below := [key for key, sub in edition.subindicators.items() if sub.indicator == number]:
            yield _mean(("indicators", number), _keys("subindicators", below))


def _of_instruments(edition: Edition, stated: Mapping[Key, Decimal]) -> Iterator[Relation]:
    is_open = "indicators" in edition.incomplete or not _stated(stated, "indicators") <= edition.indicators.keys()
    for tool in () if is_open else edition.instruments:
        if below := [number for number, one in edition.indicators.items() if one.instrument == tool]:
            yield _mean(("instruments", tool), _keys("indicators", below))


def _of_parts(edition: Edition) -> Iterator[Relation]:
    """No source says how much each part weighs, so an instrument is only known to be between its parts."""
    for tool in () if "parts" in edition.incomplete else edition.instruments:
        if below := [key for key, part in edition.parts.items() if part.instrument == tool]:
            yield Relation(("instruments", tool), _keys("parts", below))


def _of_points(edition: Edition) -> Iterator[Relation]:
    """Points are the weight of an instrument that may have been rounded before, also where nobody prints it so."""
    for tool, weight in edition.weights.items():
        if weight:
            share = Fraction(_HUNDRED) / Fraction(weight)
            yield Relation(("instruments", tool), (("weighted", tool),), (share,), HALF_CENT)


def _of_total(edition: Edition, stated: Mapping[Key, Decimal]) -> Iterator[Relation]:
    """By the weights where all are verified, else only between the instruments; and the sum of the weighted points."""
    tools = tuple(dict.fromkeys((*(key for group, key in stated if group == "instruments"), *edition.instruments)))
    if edition.knows_all_instruments:
        shares = tuple(Fraction(weight) / _HUNDRED for weight in edition.weights.values())
        yield Relation(TOTAL, _keys("instruments", tuple(edition.weights)), shares, HALF_CENT)
    elif len(tools) >= TOOLS:
        yield Relation(TOTAL, _keys("instruments", tools))
    points = _stated(stated, "weighted")
    is_all = len(points) >= TOOLS or (bool(points) and edition.knows_all_instruments)
    if is_all and points >= edition.instruments.keys():
        yield Relation(TOTAL, _keys("weighted", tuple(sorted(points))), (Fraction(1),) * len(points))
    numbers = _stated(stated, "indicators")
    is_known = edition.knows_all_instruments and numbers <= edition.indicators.keys()
    if not is_known and numbers >= edition.indicators.keys() and _names_all(edition, numbers):
        yield Relation(TOTAL, _keys("indicators", tuple(sorted(numbers))))


def _names_all(edition: Edition, numbers: set[str]) -> bool:
    is_whole = bool(edition.indicators) and "indicators" not in edition.incomplete
    return is_whole or len(numbers) >= NUMBERS


def _stated(stated: Mapping[Key, Decimal], group: str) -> set[str]:
    return {key for kind, key in stated if kind == group}


def _keys(group: str, keys: tuple[str, ...] | list[str]) -> tuple[Key, ...]:
    return tuple((group, key) for key in keys)
