"""The stated level of a year against everything that the year tells of its result."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from prongsai.analysis.bounds import Interval, half_of_last_place
from prongsai.analysis.foreign_levels import Foreign, read_foreign
from prongsai.analysis.level_candidates import exactly, level_names
from prongsai.analysis.levels import NO_DOUBT, NO_LEVEL, LevelResult, Verdict, level_of, verdict_of
from prongsai.analysis.possible import Possible, possible_values
from prongsai.analysis.readings import restated, valid_statements
from prongsai.model.by_identity import by_identity
from prongsai.model.edition import Edition
from prongsai.model.scores import Scores
from prongsai.model.stated import known

_PLACES = 2  # decimals with which totals are announced


@dataclass(frozen=True)
class Judged:
    """A level with its verdict, and what the scale gives the result in its place.

    `is_rounded` where the total is printed with so few decimals that the level hangs on those that are not there.
    """

    level: str | None
    verdict: Verdict
    found: LevelResult = NO_LEVEL
    foreign: Foreign | None = None
    is_rounded: bool = False

    @property
    def is_wrong(self) -> bool:
        """True for a level that the result of the year cannot have."""
        return self.verdict in {Verdict.EXCLUDED, Verdict.FOREIGN}


@by_identity
def known_level(scores: Scores | None, edition: Edition) -> LevelResult:
    """The level of a year by all that is known: of each total that is stated, and of each list of indicators.

    None where nothing bounds the total, or where it may be below all that the scale has.
    """
    if scores is None or not edition.levels:
        return NO_LEVEL
    results = [_level_at(values, edition) for values in _possible(scores, edition)]
    return _together(results, edition)


def judge_level(level: str | None, scores: Scores | None, edition: Edition, found: LevelResult) -> Judged:
    """The verdict of any level that is said of a year's result; `found` is what `known_level` gives of the year."""
    verdict = verdict_of(level, found, edition)
    if verdict is Verdict.FOREIGN and level is not None:
        return Judged(level, verdict, found, read_foreign(level, edition))
    if verdict is Verdict.EXCLUDED and scores is not None:
        wider = _together([_level_at(one, edition) for one in _unrounded(scores, edition)], edition)
        if level in wider.candidates:
            return Judged(level, Verdict.POSSIBLE, wider, is_rounded=True)
    return Judged(level, verdict, found)


def _possible(scores: Scores, edition: Edition) -> Iterator[Possible]:
    """The values of the year's figures for each total and each list of indicators that it states."""
    again = restated(scores)
    for reading in (scores, again) if again else (scores,):
        values = possible_values(reading, edition)
        yield values
        for total in valid_statements(scores, scores.total)[1:]:
            yield replace(values, total=exactly(total))


def _unrounded(scores: Scores, edition: Edition) -> Iterator[Possible]:
    """The values of the year's figures with a total that was rounded or cut to fewer decimals than are announced."""
    total = known(scores.total.value)
    half = half_of_last_place(total) if total is not None else None
    if total is None or half is None or half <= half_of_last_place(Decimal(1).scaleb(-_PLACES)):
        return
    exact = exactly(total)
    wide = Interval(exact.lowest - half, exact.highest + 2 * half - half_of_last_place(Decimal(1).scaleb(-_PLACES)))
    yield from (replace(values, total=wide) for values in _possible(scores, edition))


def _level_at(values: Possible, edition: Edition) -> LevelResult:
    if values.total.lowest < min(min(rule.total_from) for rule in edition.levels):
        return NO_LEVEL
    return level_of(values.total, values.instruments, edition, values.parts)


def _together(results: Iterable[LevelResult], edition: Edition) -> LevelResult:
    """All levels that any of the results may be; none where they may be all of several, of which nothing follows."""
    kept, names = list(results), level_names(edition)
    if NO_LEVEL in kept:
        return NO_LEVEL
    found = tuple(name for name in names if any(name in one.candidates for one in kept))
    if not found or (len(found) == len(names) > 1):
        return NO_LEVEL
    differ = len({one.candidates for one in kept}) > 1
    doubt = next((one.doubt for one in kept if one.doubt != NO_DOUBT), NO_DOUBT)
    return LevelResult(found[0] if len(found) == 1 else None, found, replace(doubt, is_twice=differ))
