"""Rules on numbers that sentences give as following from others: means, sums, differences, points of the weight."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import product

from prongsai.problems import Problem, problem
from prongsai.prose.amounts import half_unit
from prongsai.prose.claimed import claimed
from prongsai.prose.grammar.claims import Computed, ScoreIs
from prongsai.prose.known import COMPUTED_SLACK, HALF_CENT, Known
from prongsai.rules.context import Context
from prongsai.thai.numerals import two_decimals

_FULL = Decimal(100)
Interval = tuple[Decimal, Decimal]


def prose_computed(context: Context) -> Iterator[Problem]:
    """A mean, a sum, a difference or points of the weight in a sentence are those that follow from the figures.

    Where several things may be meant, as the sum of scores or of points, any suffices. Limits: all figures must be
    known, for points also the weights of the year; what the rounding of printed scores may explain is not reported.
    """
    site = Known(context)
    for passage, claim in claimed(context, Computed):
        for year in claim.years[:1] if len(claim.years) == 1 else ():
            found = _possible(site, claim, year)
            half = half_unit(claim.said)
            is_weight = claim.what == "weighted" and _is_no_share(site, claim, year)
            if found and not is_weight and not any(low - half <= claim.said <= high + half for low, high in found):
                low, high = found[0]
                values = {"of_year": year, "found": claim.said, "expected": two_decimals((low + high) / 2)}
                yield problem("prose-computed", passage.where, year=passage.year, quote=claim.quote, **values)


def _is_no_share(site: Known, claim: Computed, year: int) -> bool:
    """True if a number is a weight itself, or the score of one of the subjects."""
    scores = {value for subject in claim.subjects for value in site.values(year, subject)}
    return claim.said in {*site.weights(year).values(), *scores}


def _possible(site: Known, claim: Computed, year: int) -> list[Interval]:
    """Every interval in which the number may be, the likeliest first; empty where figures are not known."""
    if claim.what == "product":
        first, percent = claim.parts
        return [_around(first * percent / _FULL, HALF_CENT * percent / _FULL)]
    if claim.what == "added":
        return [_around(sum(claim.parts, Decimal(0)), HALF_CENT * len(claim.parts))]
    if claim.what.startswith(("mean-", "gap-")):
        return _over_all(site, claim, year)
    values = [site.values(year, one) for one in claim.subjects]
    if not values or not all(values):
        return []
    weights = _weights(site, claim, year)
    return [one for chosen in product(*values) for one in _of_chosen(claim, chosen, weights)]


def _around(value: Decimal, slack: Decimal) -> Interval:
    return value - slack, value + slack


def _over_all(site: Known, claim: Computed, year: int) -> list[Interval]:
    """The mean or the span of all of a kind."""
    _, kind, *rest = claim.what.split("-")
    readings = site.readings(year, kind, claim.scope)
    count = rest[0] if rest else ""
    if not readings or (count and int(Decimal(count)) != len(readings[0])):
        return []
    if claim.what.startswith("gap-"):
        return [_around(max(one.values()) - min(one.values()), 2 * HALF_CENT) for one in readings]
    return [_around(_mean([*one.values()]), HALF_CENT) for one in readings]


def _mean(values: Sequence[Decimal]) -> Decimal:
    return sum(values, Decimal(0)) / len(values)


def _weights(site: Known, claim: Computed, year: int) -> list[Decimal]:
    """The weight of every subject, as far as all are instruments whose weight is verified."""
    weights: Mapping[str, Decimal] = site.weights(year)
    tools = [one for one in claim.subjects if one.kind == "instrument" and one.key in weights]
    return [weights[one.key] for one in tools] if len(tools) == len(claim.subjects) else []


def _of_chosen(claim: Computed, values: tuple[Decimal, ...], weights: list[Decimal]) -> Iterator[Interval]:
    points = sum((value * weight for value, weight in zip(values, weights, strict=False)), Decimal(0)) / _FULL
    slack = 2 * HALF_CENT * len(values)
    if claim.what == "mean":
        yield _around(_mean(values), HALF_CENT)
    elif claim.what == "apart" and len(values) == 2:
        yield _around(abs(values[0] - values[1]), 2 * HALF_CENT)
    elif claim.what == "sum" and claim.whole is None:
        yield _around(sum(values, Decimal(0)), slack)
        yield _around(_mean(values), HALF_CENT)
    if weights and claim.what in {"sum", "weighted"}:
        yield _around(points, HALF_CENT * len(values))
    if weights and claim.what == "lost":
        yield _around(sum(weights, Decimal(0)) - points, HALF_CENT * len(values))
        yield from (_around(_FULL - value, HALF_CENT) for value in values if claim.whole is None and len(values) == 1)


def prose_shares(context: Context) -> Iterator[Problem]:
    """The points that a sentence says each instrument gives to the total are its score by its weight.

    Limits: only a sentence that gives the total with the points of its instruments; the weights must be verified.
    """
    site = Known(context)
    for passage, claim in claimed(context, Computed):
        weights = site.weights(claim.years[0]) if claim.what == "shares" and len(claim.years) == 1 else {}
        for subject, said in zip(claim.subjects, claim.parts, strict=False) if weights else ():
            values = site.values(claim.years[0], subject)
            expected = [value * weights.get(subject.key, _FULL) / _FULL for value in values]
            is_weight = said in weights.values()
            if (
                expected
                and not is_weight
                and said not in values
                and all(abs(said - one) > 2 * HALF_CENT for one in expected)
            ):
                found = {"of_year": claim.years[0], "found": said, "expected": two_decimals(expected[0])}
                yield problem("prose-computed", passage.where, year=passage.year, quote=claim.quote, **found)


def prose_instrument_computed(context: Context) -> Iterator[Problem]:
    """A score in a sentence for an instrument is the mean of its indicators, where the year states them alone.

    Limits: all indicators of the instrument must be stated, and once each; a guess or an amount of change is passed
    over, and so is what the ways of rounding may explain.
    """
    site = Known(context)
    for passage, claim in claimed(context, ScoreIs):
        year = claim.years[0]
        value = site.computed(year, claim.subject) if len(claim.years) == 1 else None
        if value is None or claim.is_guess or claim.may_be_moved:
            continue
        if abs(value - claim.said) > COMPUTED_SLACK + half_unit(claim.said):
            found = {"of_year": year, "found": claim.text, "expected": two_decimals(value)}
            yield problem("prose-computed", passage.where, year=passage.year, quote=claim.quote, **found)


RULES = (prose_computed, prose_shares, prose_instrument_computed)
