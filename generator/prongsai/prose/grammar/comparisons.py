"""Comparisons as claims, and whose score it is that a sentence compares."""

from __future__ import annotations

from decimal import Decimal
from typing import TypedDict, Unpack

from prongsai.prose.grammar.claims import TOTAL, Amount, Claim, Compared, Operator, Referent
from prongsai.prose.grammar.reading import Found

_OPEN = {"break", "and", "level", "points", "total", "passes", "fails", "rises", "falls"}
LEAST_SCORE = 40  # points; what is below it is a distance


class Said(TypedDict, total=False):
    """The parts of a comparison besides its subject and operator."""

    bound: Decimal | None
    other: Referent | None
    level: str
    amount: Amount | None
    is_target: bool


def compared(
    found: Found, subject: Referent, operator: Operator, years: tuple[int, ...], **said: Unpack[Said]
) -> Claim:
    """The claim that a construction makes of a subject."""
    return Compared(subject=subject, operator=operator, years=years, quote=found.quote, **said)


def subjects_of(found: Found) -> tuple[Referent, ...]:
    """The subjects that a construction names or goes on speaking of; at the beginning the agency as a whole."""
    named = found.referents("s") + found.referents("l")
    if named:
        return named
    before = found.before()
    if found.is_first and (before is None or before.kind in _OPEN):
        return (TOTAL,)
    carried = found.carried if before is not None and before.kind in _OPEN else None
    return (carried,) if carried is not None else ()
