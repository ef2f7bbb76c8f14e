"""Rules on changes that sentences state: the direction of each, and by how much."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from prongsai.analysis.comparison import SAME, Movement, compare
from prongsai.analysis.readings import same_score
from prongsai.problems import Problem, problem
from prongsai.prose.amounts import may_be
from prongsai.prose.claimed import claimed
from prongsai.prose.grammar.claims import Amount, Moved, Referent
from prongsai.prose.known import COMPUTED_SLACK, HALF_CENT, Known, name_of
from prongsai.rules.context import Context
from prongsai.thai.numerals import two_decimals


@dataclass(frozen=True)
class _Moves:
    """The movements that figures allow, for every year that a claim may mean; computed ones may be off by `slack`."""

    of_years: list[list[Movement]]
    slack: Decimal = Decimal(0)

    @property
    def every(self) -> list[Movement]:
        """All of them, those of the likeliest year first."""
        return [movement for of_year in self.of_years for movement in of_year]


def _moves(site: Known, claim: Moved) -> _Moves:
    """The movements of a claim; none where a figure is not known in one of its years."""
    found, slack = [], Decimal(0)
    for year in claim.years:
        base = claim.base if claim.base is not None else year - 1
        (before, doubt), (after, other) = (_scores(site, one, claim.subject) for one in (base, year))
        pairs = (compare(first, last) for first in before for last in after)
        movements = [movement for movement in pairs if movement is not None]
        if not movements or base >= year:
            return _Moves([])
        found.append(movements)
        slack = max(slack, doubt + other)
    return _Moves(found, slack)


def _scores(site: Known, year: int, subject: Referent) -> tuple[tuple[Decimal, ...], Decimal]:
    """The stated scores of a subject, else the one that its indicators give, with what that may be off."""
    stated = site.values(year, subject)
    computed = None if stated else site.computed(year, subject)
    return (stated, Decimal(0)) if computed is None else ((computed,), COMPUTED_SLACK)


def _name(site: Known, claim: Moved, moves: _Moves) -> str:
    name = name_of(claim.subject, site.edition(claim.years[0]))
    return f"{name} (คำนวณจากตัวชี้วัด)" if moves.slack else name


def prose_direction(context: Context) -> Iterator[Problem]:
    """A total, instrument or indicator that a sentence lets rise, fall or stay did so since the year before.

    Where the sentence names the year with which it compares, it is that one. An instrument that states no score has the
    mean of its indicators. Limits: both figures must be in the data; what the ways of rounding may explain is left.
    """
    site = Known(context)
    for passage, claim in claimed(context, Moved):
        moves = _moves(site, claim)
        if not moves.every or any(_fits(one, claim.word) for one in moves.every):
            continue
        if any(abs(one.difference) <= moves.slack for one in moves.every if moves.slack):
            continue
        first = moves.every[0]
        yield problem(
            "prose-direction",
            passage.where,
            year=passage.year,
            quote=claim.quote,
            what=_name(site, claim, moves),
            found=claim.word,
            before=two_decimals(first.before),
            after=two_decimals(first.after),
            expected=first.word,
        )


def _fits(movement: Movement, word: str) -> bool:
    return movement.word == word


def prose_change(context: Context) -> Iterator[Problem]:
    """The amount by which a sentence lets a figure rise or fall is that by which it did, in points or in per cent.

    A per cent may be meant of the score before, or be points; either suffices. Limits: only where the direction is
    right; what the rounding of printed scores may explain is not reported.
    """
    site = Known(context)
    for passage, claim in claimed(context, Moved):
        moves = _moves(site, claim)
        movements = [one for one in moves.every if _fits(one, claim.word)]
        if not movements or claim.word == SAME:
            continue
        if any(all(_may_be_by(one, amount, claim.value, moves.slack) for amount in claim.amounts) for one in movements):
            continue
        if _is_share_of_one(site, claim):
            continue
        first = movements[0]
        yield problem(
            "prose-change",
            passage.where,
            year=passage.year,
            quote=claim.quote,
            what=_name(site, claim, moves),
            before=two_decimals(first.before),
            after=two_decimals(first.after),
            expected=_in_words(first, claim.amounts),
        )


def _is_share_of_one(site: Known, claim: Moved) -> bool:
    """True if the total is said to have moved by what one instrument did to it: ดันคะแนนรวมขึ้นมา 12.26 คะแนน."""
    weight = site.weights(claim.years[0]).get(claim.through)
    if not weight:
        return False
    moves = _moves(site, replace(claim, subject=Referent("instrument", claim.through), through=""))
    shares = [abs(one.difference) * weight / 100 for one in moves.every]
    slack = 2 * HALF_CENT + moves.slack
    return any(may_be(amount, one - slack, one + slack) for one in shares for amount in claim.amounts)


def _may_be_by(movement: Movement, amount: Amount, value: Decimal | None, more: Decimal) -> bool:
    difference = abs(movement.difference)
    slack = 2 * HALF_CENT + more
    if value is not None and same_score(value, movement.after):
        return True
    if may_be(amount, difference - slack, difference + slack):
        return True
    if not amount.is_percent or not movement.before:
        return False
    lowest = (difference - slack) / (movement.before + HALF_CENT + more) * 100
    highest = (difference + slack) / (movement.before - HALF_CENT - more) * 100
    return may_be(amount, lowest, highest)


def _in_words(movement: Movement, amounts: tuple[Amount, ...]) -> str:
    points = f"{movement.word} {two_decimals(abs(movement.difference))} คะแนน"
    if not any(amount.is_percent for amount in amounts) or not movement.before:
        return points
    percent = abs(movement.difference) / movement.before * 100
    return f"{points} หรือร้อยละ {two_decimals(percent)} ของคะแนนเดิม"


RULES = (prose_direction, prose_change)
