"""The figures of a year as its document states them: once, or in two lists that differ."""

from __future__ import annotations

from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

from prongsai.analysis.comparison import indicator_values
from prongsai.model.scores import Figure, Scores
from prongsai.model.stated import known


def statements_of(figure: Figure | None) -> tuple[Decimal, ...]:
    """Every known value that is stated for a figure, the first one first; empty where the first is not known."""
    if figure is None or (first := known(figure.value)) is None:
        return ()
    again = (known(one.value) for one in figure.also_stated)
    return (first, *(value for value in again if value is not None))


def readings_of(scores: Scores | None) -> tuple[dict[str, Decimal], ...]:
    """The indicator scores by number as first stated and, where others are stated again, with those in their place."""
    first = indicator_values(scores)
    if scores is None or not first:
        return ()
    other = {
        number: next((again for again in statements_of(scores.indicators[number]) if again != value), value)
        for number, value in first.items()
    }
    return (first,) if other == first else (first, other)


def same_score(said: Decimal, stated: Decimal) -> bool:
    """Whether a sentence gives a stated score, to as many decimals as it prints."""
    exponent = said.as_tuple().exponent
    unit = Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)
    return said == stated or said in {stated.quantize(unit, way) for way in (ROUND_HALF_UP, ROUND_DOWN)}
