"""The figures and ranks of a year as its document states them: once, or in two lists that differ."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

from prongsai.analysis.comparison import indicator_values
from prongsai.model.by_identity import by_identity
from prongsai.model.score_parts import Rank, RankAgain
from prongsai.model.scores import Figure, Scores
from prongsai.model.stated import known


def statements_of(figure: Figure | None) -> tuple[Decimal, ...]:
    """Every known value that is stated for a figure, the first one first; empty where the first is not known."""
    if figure is None or (first := known(figure.value)) is None:
        return ()
    again = (known(one.value) for one in figure.also_stated)
    return (first, *(value for value in again if value is not None))


def valid_statements(scores: Scores | None, figure: Figure | None) -> tuple[Decimal, ...]:
    """The values that are stated for a figure, each once; the first alone where the agency said which list is valid."""
    stated = tuple(dict.fromkeys(statements_of(figure)))
    return stated[:1] if scores is not None and scores.valid_list else stated


@by_identity
def readings_of(scores: Scores | None) -> tuple[dict[str, Decimal], ...]:
    """The indicator scores by number as first stated and, where others are stated again, with those in their place.

    Where the agency said which of two lists is valid, that is the one reading.
    """
    first = indicator_values(scores)
    if scores is None or not first:
        return ()
    other = {
        number: next((again for again in statements_of(scores.indicators[number]) if again != value), value)
        for number, value in first.items()
    }
    return (first,) if other == first or scores.valid_list else (first, other)


@by_identity
def other_values(scores: Scores | None) -> dict[str, Decimal]:
    """The indicators by number that the document states a second time and differently, with that other score."""
    readings = readings_of(scores)
    if len(readings) < 2:
        return {}
    first, other = readings
    return {number: value for number, value in other.items() if value != first[number]}


def same_score(said: Decimal, stated: Decimal) -> bool:
    """True if a sentence gives a stated score, to as many decimals as it prints."""
    exponent = said.as_tuple().exponent
    unit = Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)
    return said == stated or said in {stated.quantize(unit, way) for way in (ROUND_HALF_UP, ROUND_DOWN)}


def restated(scores: Scores) -> Scores | None:
    """The scores by the second statement of the indicators; None where the document states them once."""
    readings = readings_of(scores)
    if len(readings) < 2:
        return None
    figures = {key: Figure.model_construct(value=value) for key, value in readings[1].items()}
    return scores.model_copy(update={"indicators": {**scores.indicators, **figures}})


def restated_differently(rank: Rank | None) -> Iterator[RankAgain]:
    """Ranks that are stated again and differ; a rank without a stated scope is taken to be the same rank."""
    yield from (again for again in _again(rank) if rank and again.value != rank.value and not _other(rank, again))


def of_other_scope(rank: Rank | None) -> Iterator[RankAgain]:
    """Further ranks, each among other agencies: 76 in the province and 2 in the district."""
    yield from (again for again in _again(rank) if rank and _other(rank, again))


def _again(rank: Rank | None) -> tuple[RankAgain, ...]:
    return rank.also_stated if rank else ()


def _other(rank: Rank, again: RankAgain) -> bool:
    first, other = (known(one.scope) for one in (rank, again))
    return first is not None and other is not None and "".join(first.split()) != "".join(other.split())
