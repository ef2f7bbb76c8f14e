"""Rules on comparisons that sentences make: with bounds, targets, levels and other subjects."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from prongsai.problems import Problem, problem
from prongsai.prose.amounts import may_be
from prongsai.prose.claimed import claimed
from prongsai.prose.grammar.claims import Amount, Compared
from prongsai.prose.known import HALF_CENT, Known, name_of
from prongsai.rules.context import Context
from prongsai.thai.numerals import two_decimals

_FULL = Decimal(100)


def prose_comparison(context: Context) -> Iterator[Problem]:
    """A figure that a sentence sets above or below a bound, the target, a level or another figure is so.

    The amount by which it is so is checked too. A number behind the target may be the target or the distance to it;
    either suffices. Limits: the figures of the year must be known, and the bound verified; the mean of others only
    where the sentence gives it.
    """
    site = Known(context)
    for passage, claim in claimed(context, Compared):
        for year in claim.years[:1] if len(claim.years) == 1 else ():
            shown = _contradicted(site, claim, year)
            if shown:
                values = {"of_year": year, "expected": shown}
                yield problem("prose-comparison", passage.where, year=passage.year, quote=claim.quote, **values)


def _contradicted(site: Known, claim: Compared, year: int) -> str:
    """The figures in words where none of them fits a claim; empty where one does, or where they are not known."""
    values = site.values(year, claim.subject)
    if claim.other is not None:
        return _against_other(site, claim, year, values)
    bounds = _bounds(site, claim, year)
    if not values or not bounds:
        return ""
    if any(_holds(claim, value, bound, amount) for value in values for bound, amount in bounds):
        return ""
    shown = f"{name_of(claim.subject, site.edition(year))} {two_decimals(values[0])}"
    bound, amount = bounds[-1]
    distance = f" ต่างจาก {two_decimals(bound)} อยู่ {two_decimals(abs(values[0] - bound))} คะแนน" if amount else ""
    return f"{shown}{distance}"


def _bounds(site: Known, claim: Compared, year: int) -> list[tuple[Decimal, Amount | None]]:
    """Every bound that a claim may mean, each with the distance to it that is claimed."""
    if claim.level:
        bound = _start_of(site, year, claim.level)
        return [(bound, claim.amount)] if bound is not None else []
    target = site.target(year)
    if claim.bound is None:
        return [(target, claim.amount)] if target is not None else []
    found: list[tuple[Decimal, Amount | None]] = [(claim.bound, claim.amount)]
    if claim.is_target and claim.amount is None and claim.bound < _FULL / 2:
        return [(target, Amount(claim.bound))] if target is not None else []
    return found


def _start_of(site: Known, year: int, level: str) -> Decimal | None:
    """The total from which a level is reached, or left upwards (>); None where sources differ or none tells it."""
    edition = site.edition(year)
    rules = list(edition.levels) if edition else []
    names = [rule.name for rule in rules]
    wanted = level.removeprefix(">")
    if wanted not in names:
        return None
    place = names.index(wanted)
    starts = {*rules[place].total_from}
    if level.startswith(">"):
        higher = [min(rule.total_from) for rule in rules if min(rule.total_from) > max(starts)]
        return min(higher) if higher else None
    return starts.pop() if len(starts) == 1 else None


def _holds(claim: Compared, value: Decimal, bound: Decimal, amount: Amount | None) -> bool:
    lowest, highest = value - HALF_CENT, value + HALF_CENT
    if not _compares(claim.operator, value, bound):
        return False
    if amount is None:
        return True
    distance = abs(value - bound)
    return may_be(amount, distance - (value - lowest), distance + (highest - value))


def _compares(operator: str, value: Decimal, bound: Decimal) -> bool:
    return {
        "~": abs(value - bound) <= _roughness(bound),
        "=": value == bound,
        ">": value > bound,
        ">=": value >= bound,
        "<": value < bound,
        "<=": value <= bound,
    }.get(operator, True)


def _roughness(said: Decimal) -> Decimal:
    """The points by which a score may be off that is about so much: half of what a round number is rounded to."""
    step = next((one for one in (10, 5) if said % one == 0), 2)
    return Decimal(step) / 2


def _against_other(site: Known, claim: Compared, year: int, values: tuple[Decimal, ...]) -> str:
    if claim.other is None or (
        claim.other.kind != claim.subject.kind and "total" not in {claim.other.kind, claim.subject.kind}
    ):
        return ""
    others = site.values(year, claim.other)
    if not values or not others:
        return ""
    for value in values:
        for other in others:
            distance = abs(value - other)
            is_far = claim.amount is None or may_be(claim.amount, distance - 2 * HALF_CENT, distance + 2 * HALF_CENT)
            if _compares(claim.operator, value, other) and is_far:
                return ""
    edition = site.edition(year)
    names = name_of(claim.subject, edition), name_of(claim.other, edition)
    both = f"{names[0]} {two_decimals(values[0])} และ{names[1]} {two_decimals(others[0])}"
    return f"{both} ต่างกัน {two_decimals(abs(values[0] - others[0]))} คะแนน"


RULES = (prose_comparison,)
