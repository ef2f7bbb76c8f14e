"""The points that were lost, and what the next level asks for, in points of the total (of 100)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from prongsai.analysis.readings import other_values, restated
from prongsai.analysis.results import YearResult
from prongsai.model.edition_facts import LevelRule
from prongsai.model.stated import known
from prongsai.thai.numerals import half_up

FULL = 100


@dataclass(frozen=True)
class Loss:
    """The distance by which one indicator or item keeps the total from 100; all indicators together make the whole.

    `below_target` is the part of it by which the indicator stays below the target (points of the total).
    """

    key: str
    score: Decimal
    points: Fraction
    below_target: Fraction = Fraction(0)


@dataclass(frozen=True)
class NextLevel:
    """The level above: its name, the points of the total that lack, and the instruments below its bound."""

    name: str
    lacking: Decimal
    bound: Decimal | None
    instruments_below: tuple[str, ...]


def lost_by_indicator(result: YearResult) -> tuple[Loss, ...]:
    """The loss of every indicator, largest first; empty when a weight or a score is missing."""
    edition, scores = result.year.edition, result.year.scores
    figures = scores.indicators if scores else {}
    values = {key: value for key, one in figures.items() if (value := known(one.value)) is not None}
    if not edition.indicators or values.keys() < edition.indicators.keys() or not edition.weights:
        return ()
    if any(edition.instruments[one.instrument].weight is None for one in edition.indicators.values()):
        return ()
    target = Fraction(edition.target.score) if edition.target else Fraction(0)
    losses = [_loss(key, values[key], _share(result, key), target) for key in edition.indicators]
    return tuple(sorted(losses, key=lambda loss: -loss.points))


def lost_otherwise(result: YearResult) -> dict[str, Loss]:
    """The loss of the indicators that the document states twice, by its other score of them."""
    others, scores = other_values(result.year.scores), result.year.scores
    other = restated(scores) if scores and others else None
    if other is None:
        return {}
    read_again = replace(result, year=replace(result.year, scores=other))
    return {loss.key: loss for loss in lost_by_indicator(read_again) if loss.key in others}


def _loss(key: str, value: Decimal, share: Fraction, target: Fraction) -> Loss:
    return Loss(key, value, share * (FULL - Fraction(value)), share * max(target - Fraction(value), Fraction(0)))


def lost_by_item(result: YearResult) -> tuple[Loss, ...]:
    """The loss of every item below 100, largest first; empty when the edition does not say how items count."""
    edition = result.year.edition
    found = []
    for code, item in result.computed.items.items():
        sub = edition.items[code].subindicator if code in edition.items else None
        if item.score is None or item.score == FULL or sub is None or not edition.weights:
            continue
        indicator = edition.subindicators[sub].indicator
        subs = [key for key, one in edition.subindicators.items() if one.indicator == indicator]
        share = _share(result, indicator) / len(subs) / len(edition.items_under(sub))
        found.append(Loss(code, item.score, share * (FULL - Fraction(item.score))))
    return tuple(sorted(found, key=lambda loss: -loss.points))


def _share(result: YearResult, indicator: str) -> Fraction:
    """The worth of one point of an indicator in the total."""
    edition = result.year.edition
    tool = edition.indicators[indicator].instrument
    beside = [key for key, one in edition.indicators.items() if one.instrument == tool]
    return Fraction(edition.weights.get(tool, Decimal(0))) / FULL / len(beside)


def next_level(result: YearResult) -> NextLevel | None:
    """The level above the one that the scale gives the published total.

    None at the top, where it is not known, and where the document states another level.
    """
    scores, edition = result.year.scores, result.year.edition
    total, here = known(scores.total.value) if scores else None, result.level.name
    names = [rule.name for rule in edition.levels]
    if scores is None or total is None or here is None or names.index(here) == 0:
        return None
    if known(scores.level.value) not in {here, None}:
        return None
    tools = {key: value for key, one in scores.instruments.items() if (value := known(one.value)) is not None}
    return _asked(edition.levels[names.index(here) - 1], total, {**result.computed.instruments, **tools})


def _asked(rule: LevelRule, total: Decimal, instruments: Mapping[str, Decimal]) -> NextLevel:
    bound = rule.every_instrument_from
    below = tuple(key for key, value in instruments.items() if bound is not None and value < bound)
    return NextLevel(rule.name, max(half_up(max(rule.total_from) - total), Decimal(0)), bound, below)
