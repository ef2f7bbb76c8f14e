"""Values known only to their printed decimals, as exact intervals of points of 100."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

HALF_CENT = Fraction(1, 200)
_CENTS = 100


@dataclass(frozen=True)
class Interval:
    """The lowest and the highest value (points of 100) that something may have, both included."""

    lowest: Fraction
    highest: Fraction

    def allows(self, value: Decimal) -> bool:
        """True if a value is inside."""
        return self.lowest <= Fraction(value) <= self.highest

    def meets(self, other: Interval) -> bool:
        """True if any value is in both."""
        return self.lowest <= other.highest and other.lowest <= self.highest

    def within(self, other: Interval) -> Interval:
        """The values in both; this one alone where there is none."""
        if not self.meets(other):
            return self
        return Interval(max(self.lowest, other.lowest), min(self.highest, other.highest))

    def wider(self, doubt: Fraction) -> Interval:
        """The values no further than `doubt` away."""
        return Interval(self.lowest - doubt, self.highest + doubt)

    @property
    def in_cents(self) -> tuple[Decimal, Decimal]:
        """Its ends with two decimals, rounded inwards: what is printed as a bound is always possible itself."""
        lowest, highest = -(-self.lowest * _CENTS // 1), self.highest * _CENTS // 1
        return (Decimal(lowest).scaleb(-2), Decimal(highest).scaleb(-2))


SCALE = Interval(Fraction(0), Fraction(100))


def half_of_last_place(value: Decimal) -> Fraction:
    """Half a unit of the last printed decimal: the most that rounding can have hidden (69.2 may be 69.15 to 69.25)."""
    exponent = value.as_tuple().exponent
    places = -exponent if isinstance(exponent, int) else 0
    return Fraction(1, 2 * 10 ** max(places, 0))


def around(value: Decimal) -> Interval:
    """The values that a printed figure may have been before it was rounded."""
    exact = Fraction(value)
    return Interval(exact, exact).wider(half_of_last_place(value))


def hull(intervals: Iterable[Interval]) -> Interval:
    """The smallest interval with every value of some, of which there must be one: any weighting of them is inside."""
    found = list(intervals)
    return Interval(min(one.lowest for one in found), max(one.highest for one in found))
