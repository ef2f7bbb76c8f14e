"""A rule on means of the totals of two years."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from prongsai.problems import Problem, problem
from prongsai.prose.amounts import half_unit
from prongsai.prose.claimed import claimed
from prongsai.prose.grammar.claims import MeanOfYears
from prongsai.prose.known import HALF_CENT, Known
from prongsai.rules.context import Context
from prongsai.thai.numerals import two_decimals


def prose_mean_of_years(context: Context) -> Iterator[Problem]:
    """A mean of the totals of two years in a sentence is the one that they have.

    Limits: the totals of both years must be known; what the rounding of printed scores may explain is left.
    """
    site = Known(context)
    for passage, claim in claimed(context, MeanOfYears):
        first, last = (site.values(year, claim.subject) for year in claim.years)
        means = [(one + other) / 2 for one, other in product(first, last)]
        slack = half_unit(claim.said) + HALF_CENT
        if means and not any(abs(mean - claim.said) <= slack for mean in means):
            values = {"of_year": claim.years[-1], "found": claim.said, "expected": two_decimals(means[0])}
            yield problem("prose-computed", passage.where, year=passage.year, quote=claim.quote, **values)


RULES = (prose_mean_of_years,)
