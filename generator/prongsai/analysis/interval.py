"""The bounds of a total when its inputs are known only to their printed decimals."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from prongsai.analysis.scoring import Computed, mean, rounded
from prongsai.model.edition import Edition
from prongsai.model.scores import Scores
from prongsai.model.stated import known
from prongsai.thai.numerals import half_up

HALF_CENT = Fraction(1, 200)


@dataclass(frozen=True)
class Interval:
    """The lowest and highest total (points of 100) that the stated inputs allow, in whichever order rounded."""

    lowest: Fraction
    highest: Fraction

    def allows(self, value: Decimal) -> bool:
        """True if a printed total can come from the stated inputs."""
        return self.lowest <= Fraction(value) <= self.highest


def half_of_last_place(value: Decimal) -> Fraction:
    """Half a unit of the last printed decimal: the most that rounding can have hidden (69.2 may be 69.15 to 69.25)."""
    exponent = value.as_tuple().exponent
    places = -exponent if isinstance(exponent, int) else 0
    return Fraction(1, 2 * 10 ** max(places, 0))


def total_interval(scores: Scores, computed: Computed, edition: Edition) -> Interval | None:
    """The interval of the total; None when an input or a weight is missing.

    Half of the last printed place of every input is carried through; half a cent is added for rounding
    on the way and half a cent for the rounding of the printed total itself.
    """
    weights = edition.weights
    if not weights or computed.exact_instruments.keys() != weights.keys():
        return None
    middle = sum(
        (computed.exact_instruments[tool] * Fraction(weight) / 100 for tool, weight in weights.items()), Fraction(0)
    )
    doubt = 2 * HALF_CENT
    for tool, weight in weights.items():
        numbers = [number for number, indicator in edition.indicators.items() if indicator.instrument == tool]
        doubt += (mean(_doubt(number, scores, computed) for number in numbers) or Fraction(0)) * Fraction(weight) / 100
    return Interval(middle - doubt, middle + doubt)


def _doubt(number: str, scores: Scores, computed: Computed) -> Fraction:
    figure = scores.indicators.get(number)
    value = known(figure.value) if figure else None
    exact = computed.indicators.get(number)
    if exact is not None and (value is None or rounded(exact) == half_up(value)):
        return Fraction(0)
    return half_of_last_place(value) if value is not None else Fraction(0)
