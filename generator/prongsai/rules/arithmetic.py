"""Rules on arithmetic: every published figure against what it follows from, within what rounding allows."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from prongsai.analysis.comparison import indicator_values
from prongsai.analysis.readings import restated
from prongsai.analysis.scoring import Computed, compute_scores
from prongsai.problems import Problem, problem
from prongsai.rules.context import Context
from prongsai.rules.facts import total_of
from prongsai.thai.numerals import two_decimals


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
    return computed.level.name or ""


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


RULES = (total_by_other_figures, threshold_gap)
