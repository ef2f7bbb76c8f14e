"""Rules on arithmetic: every published figure against what it follows from, within what rounding allows."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from prongsai.analysis.comparison import indicator_values
from prongsai.analysis.interval import half_of_last_place, total_interval
from prongsai.analysis.readings import readings_of, restated
from prongsai.analysis.scoring import Computed, compute_scores, mean, rounded, stated_or_none
from prongsai.model.stated import known
from prongsai.problems import Problem, problem
from prongsai.rules.context import Context
from prongsai.rules.facts import total_of
from prongsai.thai.numerals import two_decimals


def instrument_differs(context: Context) -> Iterator[Problem]:
    """The published score of an instrument is the mean of its published indicators, within their rounding.

    Limits: only where the rules say of each indicator of which instrument it is.
    """
    for result, scores in context.with_scores():
        values, edition = indicator_values(scores), result.year.edition
        if "indicators" in edition.incomplete or not values.keys() <= edition.indicators.keys():
            continue
        for tool in edition.instruments:
            numbers = [number for number, one in edition.indicators.items() if one.instrument == tool]
            published = stated_or_none(scores, "instruments", tool)
            if published is None or not numbers or not values.keys() >= set(numbers):
                continue
            average = mean(Fraction(values[number]) for number in numbers) or Fraction(0)
            doubt = (
                mean(half_of_last_place(values[number]) for number in numbers) or Fraction(0)
            ) + half_of_last_place(published)
            if abs(average - Fraction(published)) > doubt:
                yield problem(
                    "instrument-differs",
                    scores.where("instruments", tool),
                    year=result.year.year,
                    instrument=tool,
                    published=two_decimals(published),
                    computed=two_decimals(rounded(average)),
                    count=len(numbers),
                )


def weighted_points_differ(context: Context) -> Iterator[Problem]:
    """The weighted points of an instrument are its score times its weight, within what rounding may have hidden."""
    for result, scores in context.with_scores():
        for tool, points in scores.weighted.items():
            weight, published = result.year.edition.weights.get(tool), known(points.value)
            score = stated_or_none(scores, "instruments", tool)
            score = score if score is not None else result.computed.instruments.get(tool)
            if weight is None or published is None or score is None:
                continue
            share = Fraction(weight) / 100
            exact = Fraction(score) * share
            if abs(exact - Fraction(published)) > half_of_last_place(published) + half_of_last_place(score) * share:
                values = {"instrument": tool, "published": two_decimals(published), "score": two_decimals(score)}
                values |= {"weight": _plain(weight), "computed": two_decimals(rounded(exact))}
                yield problem("weighted-points-differ", scores.where("weighted", tool), year=result.year.year, **values)


def weighted_sum_differs(context: Context) -> Iterator[Problem]:
    """The weighted points of all instruments make the total, within what rounding may have hidden."""
    for result, scores in context.with_scores():
        points = [known(one.value) for one in scores.weighted.values()]
        total, tools = known(scores.total.value), result.year.edition.instruments
        found = [one for one in points if one is not None]
        if total is None or not tools or scores.weighted.keys() != tools.keys() or len(found) != len(points):
            continue
        doubt = sum(map(half_of_last_place, found), half_of_last_place(total))
        if abs(sum(map(Fraction, found)) - Fraction(total)) > doubt:
            values = {"sum": two_decimals(sum(found, Decimal(0))), "published": two_decimals(total)}
            yield problem("weighted-sum-differs", scores.where("weighted"), year=result.year.year, **values)


def indicator_differs(context: Context) -> Iterator[Problem]:
    """The published score of an OIT indicator follows from its items, where all of them are known."""
    yield from _from_items(context, "indicators", "indicator-differs")


def subindicator_differs(context: Context) -> Iterator[Problem]:
    """The published score of a sub-indicator is the mean of its items, where all of them are known."""
    yield from _from_items(context, "subindicators", "subindicator-differs")


def _from_items(context: Context, group: str, code: str) -> Iterator[Problem]:
    for result, scores in context.with_scores():
        # An item that was left out as faulty is none of those that the document does not list.
        for number, exact in getattr(result.computed, group).items() if scores.is_whole("items") else ():
            published = stated_or_none(scores, group, number)
            if published is None or abs(exact - Fraction(published)) <= half_of_last_place(published):
                continue
            values = {"number": number, "published": two_decimals(published), "computed": two_decimals(rounded(exact))}
            yield problem(code, scores.where(group, number), year=result.year.year, **values)


def total_is_plain_mean(context: Context) -> Iterator[Problem]:
    """A total that does not follow from the weights is said to be the plain mean of the indicators where it is."""
    for result, scores in context.with_scores():
        published = known(scores.total.value)
        interval = total_interval(scores, result.computed, result.year.edition)
        if published is None or interval is None or interval.allows(published):
            continue
        for position, reading in enumerate(readings_of(scores)):
            average = mean(Fraction(value) for value in reading.values())
            if average is not None and rounded(average) == published:
                which = " ที่ระบุอีกแห่งหนึ่ง" if position else ""
                values = {"published": two_decimals(published), "count": str(len(reading)), "which": which}
                found = problem("total-is-plain-mean", scores.where("total"), year=result.year.year, **values)
                yield found.about(total_of(result.year.year))
                break


def total_by_other_figures(context: Context) -> Iterator[Problem]:
    """A document that states its indicators twice gets the result of the second statement next to the first."""
    for result, scores in context.with_scores():
        other = restated(scores) if scores.is_whole("indicators") else None
        computed = compute_scores(other, result.year.edition) if other is not None else None
        total = computed.total if computed else None
        if (
            computed is not None
            and total is not None
            and result.computed.total is not None
            and total != result.computed.total
        ):
            values = {"first": two_decimals(result.computed.total), "other": two_decimals(total)}
            levels = {"first_level": _level(result.computed), "other_level": _level(computed)}
            where, year = scores.where("total"), result.year.year
            yield problem("total-by-other-figures", where, year=year, **values, **levels).about(total_of(year))


def _level(computed: Computed) -> str:
    return f" ({computed.level.name})" if computed.level.name else ""


def threshold_gap(context: Context) -> Iterator[Problem]:
    """No indicator is exactly on a bound that strengths exceed and weaknesses stay below, and so in neither list."""
    for result in context.years():
        analysis = result.year.analysis
        if analysis is None:
            continue
        above = {rule.score for one in analysis.strengths for rule in one.rules if rule.condition == "above"}
        below = {rule.score for one in analysis.weaknesses for rule in one.rules if rule.condition == "below"}
        for number, value in indicator_values(result.year.scores).items():
            if value in above & below:
                where = analysis.where("weaknesses")
                values = {"number": number, "bound": _plain(value)}
                yield problem("threshold-gap", where, year=result.year.year, **values)


def _plain(value: Decimal) -> str:
    return f"{value.normalize():f}"


RULES = (
    instrument_differs,
    weighted_points_differ,
    weighted_sum_differs,
    indicator_differs,
    subindicator_differs,
    total_is_plain_mean,
    total_by_other_figures,
    threshold_gap,
)
