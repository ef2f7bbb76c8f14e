"""Rules on what sentences say of the means of other agencies, where the document of the year states these."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from prongsai.problems import Problem, problem
from prongsai.prose.amounts import half_unit, may_be
from prongsai.prose.claimed import claimed
from prongsai.prose.grammar.claims import TOTAL, Amount, MeanCompared, MeanIs, MeansCompared
from prongsai.prose.known import HALF_CENT, Known
from prongsai.rules.context import Context
from prongsai.thai.numerals import two_decimals

_FULL = Decimal(100)


def prose_mean(context: Context) -> Iterator[Problem]:
    """A mean of other agencies in a sentence is the one that the document of its year states for them.

    Limits: only groups of agencies of which a mean was entered; a number with fewer decimals may be rounded.
    """
    site = Known(context)
    for passage, claim in claimed(context, MeanIs):
        stated = site.means(claim.years[0], claim.among)
        fitting = (*stated, *site.values(claim.years[0], TOTAL))  # สูงกว่าค่าเฉลี่ยจังหวัด คือ 90.57 คะแนน
        if stated and not any(_is_same(claim.said, one) for one in fitting):
            values = {"found": two_decimals(claim.said), "of_year": claim.years[0], "expected": two_decimals(stated[0])}
            yield problem("prose-mean", passage.where, year=passage.year, quote=claim.quote, **values)


def prose_against_mean(context: Context) -> Iterator[Problem]:
    """The total is above or below a mean of other agencies as a sentence says, and by as much.

    A number of per cent may be points of 100 or a share of the mean; either suffices. Limits: as above.
    """
    site = Known(context)
    for passage, claim in claimed(context, MeanCompared):
        for year in claim.years[:1] if len(claim.years) == 1 else ():
            totals, means = site.values(year, TOTAL), site.means(year, claim.among)
            pairs = [(total, mean) for total in totals for mean in means]
            if pairs and not any(_holds(claim, total, mean) for total, mean in pairs):
                total, mean = pairs[0]
                apart = f"ต่างกัน {two_decimals(abs(total - mean))} คะแนน"
                shown = f"คะแนนรวม {two_decimals(total)} และค่าเฉลี่ย {two_decimals(mean)} {apart}"
                values = {"of_year": year, "expected": shown}
                yield problem("prose-comparison", passage.where, year=passage.year, quote=claim.quote, **values)


def prose_means(context: Context) -> Iterator[Problem]:
    """One mean of other agencies is above or below another as a sentence says.

    Limits: both must have been entered.
    """
    site = Known(context)
    for passage, claim in claimed(context, MeansCompared):
        year = claim.years[0]
        pairs = [(one, two) for one in site.means(year, claim.among) for two in site.means(year, claim.other)]
        if pairs and not any(one > two if claim.operator == ">" else one < two for one, two in pairs):
            one, two = pairs[0]
            values = {"of_year": year, "expected": f"{two_decimals(one)} และ {two_decimals(two)}"}
            yield problem("prose-comparison", passage.where, year=passage.year, quote=claim.quote, **values)


def _is_same(one: Decimal, other: Decimal) -> bool:
    """True if two numbers are the same by the decimals of the shorter."""
    return abs(one - other) <= max(half_unit(one), half_unit(other))


def _holds(claim: MeanCompared, total: Decimal, mean: Decimal) -> bool:
    compares = {
        "=": _is_same(total, mean),
        ">": total > mean,
        ">=": total >= mean,
        "<": total < mean,
        "<=": total <= mean,
    }
    if not compares.get(claim.operator or "", True):
        return False
    return claim.amount is None or any(_may_be(claim.amount, total, mean, share) for share in _ways(claim.amount))


def _ways(amount: Amount) -> tuple[bool, ...]:
    return (False, True) if amount.is_percent else (False,)


def _may_be(amount: Amount, total: Decimal, mean: Decimal, is_share: bool) -> bool:
    """True if a distance in points, or as a share of the mean, may be the amount, with what rounding may hide."""
    distance, slack = abs(total - mean), half_unit(total) + half_unit(mean)
    slack = max(slack, 2 * HALF_CENT)
    lowest, highest = max(distance - slack, Decimal(0)), distance + slack
    scale = _FULL / mean if is_share and mean else Decimal(1)
    return may_be(amount, lowest * scale, highest * scale)


RULES = (prose_mean, prose_against_mean, prose_means)
