"""Levels of a result in three values: certain, possible, or excluded by what is known of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from prongsai.analysis.level_candidates import Doubt, KnownResult, Score, exactly, level_names
from prongsai.model.edition import Edition

NO_DOUBT = Doubt()


@dataclass(frozen=True)
class LevelResult:
    """The level that a scale gives; `candidates` are all that are not excluded, from the highest.

    There is more than one where sources of the scale conflict, or where the scores that decide are not known.
    """

    name: str | None
    candidates: tuple[str, ...] = ()
    doubt: Doubt = field(default=NO_DOUBT, compare=False)

    @property
    def unknown_parts(self) -> tuple[str, ...]:
        """The instruments whose parts would decide."""
        return self.doubt.parts


NO_LEVEL = LevelResult(None)


class Verdict(StrEnum):
    """The verdict of a stated level against the scale of its year."""

    CERTAIN = "certain"
    POSSIBLE = "possible"
    EXCLUDED = "excluded"
    FOREIGN = "foreign"  # no level of the year's scale
    UNKNOWN = "unknown"  # nothing to judge it by


def level_of(
    total: Score | None,
    instruments: Mapping[str, Score],
    edition: Edition,
    parts: Mapping[str, Score] | None = None,
) -> LevelResult:
    """The level that the edition's scale gives for a total, the instruments and their parts (points of 100).

    Conditions on instruments may be meant of the three or of their parts one by one; no source tells which, so a level
    is certain only where both give it.
    """
    if total is None or not edition.levels:
        return NO_LEVEL
    known = KnownResult(exactly(total), instruments, parts or {}, edition)
    whole, apart = known.levels(by_parts=False), known.levels(by_parts=True)
    found = tuple(name for name in level_names(edition) if name in {*whole, *apart})
    if len(found) == 1:
        return LevelResult(found[0], found)
    return LevelResult(None, found, known.doubt(whole, apart))


def verdict_of(level: str | None, found: LevelResult, edition: Edition) -> Verdict:
    """The verdict of a stated level against what the scale of the edition gives the total of the same result.

    A scale that does not reach down to nothing may lack the level that is stated, so it calls none foreign.
    """
    if level is None or not edition.levels:
        return Verdict.UNKNOWN
    if level not in level_names(edition) and min(min(rule.total_from) for rule in edition.levels) == 0:
        return Verdict.FOREIGN
    if not found.candidates:
        return Verdict.UNKNOWN
    if level not in found.candidates:
        return Verdict.EXCLUDED
    return Verdict.CERTAIN if found.name else Verdict.POSSIBLE
