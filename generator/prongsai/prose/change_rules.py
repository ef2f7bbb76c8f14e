"""Rules on changes that sentences state: the direction of each, and by how much."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from prongsai.analysis.comparison import SAME, Movement, compare
from prongsai.analysis.readings import same_score
from prongsai.problems import Problem, problem
from prongsai.prose.amounts import may_be
from prongsai.prose.claimed import claimed
from prongsai.prose.grammar.claims import Amount, Moved, Referent
from prongsai.prose.known import HALF_CENT, Known, name_of
from prongsai.rules.context import Context
from prongsai.thai.numerals import two_decimals


def _movements(site: Known, claim: Moved) -> list[list[Movement]]:
    """For every year that a claim may mean the movements that its figures allow; empty where one is not known."""
    found = []
    for year in claim.years:
        base = claim.base if claim.base is not None else year - 1
        before, after = site.values(base, claim.subject), site.values(year, claim.subject)
        pairs = (compare(one, other) for one in before for other in after)
        movements = [movement for movement in pairs if movement is not None]
        if not movements or base >= year:
            return []
        found.append(movements)
    return found


def prose_direction(context: Context) -> Iterator[Problem]:
    """A total, instrument or indicator that a sentence lets rise, fall or stay did so since the year before.

    Where the sentence names the year with which it compares, it is that one. Limits: both figures must be in the data.
    """
    site = Known(context)
    for passage, claim in claimed(context, Moved):
        movements = _movements(site, claim)
        if not movements or any(_fits(one, claim.word) for of_year in movements for one in of_year):
            continue
        first = movements[0][0]
        yield problem(
            "prose-direction",
            passage.where,
            year=passage.year,
            quote=claim.quote,
            what=name_of(claim.subject, site.edition(claim.years[0])),
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
        movements = [one for of_year in _movements(site, claim) for one in of_year if _fits(one, claim.word)]
        if not movements or claim.word == SAME:
            continue
        if any(all(_may_be_by(one, amount, claim.value) for amount in claim.amounts) for one in movements):
            continue
        if _is_share_of_one(site, claim):
            continue
        first = movements[0]
        yield problem(
            "prose-change",
            passage.where,
            year=passage.year,
            quote=claim.quote,
            what=name_of(claim.subject, site.edition(claim.years[0])),
            before=two_decimals(first.before),
            after=two_decimals(first.after),
            expected=_in_words(first, claim.amounts),
        )


def _is_share_of_one(site: Known, claim: Moved) -> bool:
    """True if the total is said to have moved by what one instrument did to it: ดันคะแนนรวมขึ้นมา 12.26 คะแนน."""
    year = claim.years[0]
    weight = site.weights(year).get(claim.through)
    parts = replace(claim, subject=Referent("instrument", claim.through), through="")
    moved = [abs(one.difference) for of_year in _movements(site, parts) for one in of_year] if weight else []
    slack = 2 * HALF_CENT
    return any(
        may_be(amount, one * weight / 100 - slack, one * weight / 100 + slack)
        for one in moved
        for amount in claim.amounts
        if weight
    )


def _may_be_by(movement: Movement, amount: Amount, value: Decimal | None) -> bool:
    difference = abs(movement.difference)
    slack = 2 * HALF_CENT
    if value is not None and same_score(value, movement.after):
        return True
    if may_be(amount, difference - slack, difference + slack):
        return True
    if not amount.is_percent or not movement.before:
        return False
    lowest = (difference - slack) / (movement.before + HALF_CENT) * 100
    highest = (difference + slack) / (movement.before - HALF_CENT) * 100
    return may_be(amount, lowest, highest)


def _in_words(movement: Movement, amounts: tuple[Amount, ...]) -> str:
    points = f"{movement.word} {two_decimals(abs(movement.difference))} คะแนน"
    if not any(amount.is_percent for amount in amounts) or not movement.before:
        return points
    percent = abs(movement.difference) / movement.before * 100
    return f"{points} หรือร้อยละ {two_decimals(percent)} ของคะแนนเดิม"


RULES = (prose_direction, prose_change)
