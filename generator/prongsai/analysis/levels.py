"""The level that a scale gives, where conditions hold, fail, or hang on scores that nobody stated."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from prongsai.model.edition import Edition
from prongsai.model.edition_facts import LevelRule

_FULL, _STEP = Decimal(100), Decimal("0.01")


@dataclass(frozen=True)
class LevelResult:
    """The level that a scale gives; `candidates` are all that it may be, from the highest.

    There is more than one where sources of the scale conflict, or where the scores that decide are not known.
    `unknown_parts` are instruments whose parts would decide.
    """

    name: str | None
    candidates: tuple[str, ...] = ()
    unknown_parts: tuple[str, ...] = ()


NO_LEVEL = LevelResult(None)


@dataclass(frozen=True)
class _Lowest:
    """The lowest score that counts: `value` itself where it is known, else only that it is not above `value`."""

    value: Decimal
    is_known: bool
    unknown_parts: tuple[str, ...] = ()


def level_of(
    total: Decimal | None,
    instruments: Mapping[str, Decimal],
    edition: Edition,
    parts: Mapping[str, Decimal] | None = None,
) -> LevelResult:
    """The level that the edition's scale gives for a total, the instruments and their parts (points of 100).

    Where an instrument is collected in parts, each part counts for the conditions, and the whole does not tell them.
    """
    if total is None or not edition.levels:
        return NO_LEVEL
    lowest = _lowest(instruments, parts or {}, edition)
    found = {name for value in _possible(lowest, edition.levels) for name in _levels_at(total, value, edition.levels)}
    candidates = tuple(rule.name for rule in edition.levels if rule.name in found)
    of_parts = lowest.unknown_parts if len(candidates) > 1 else ()
    return LevelResult(candidates[0] if len(candidates) == 1 else None, candidates, of_parts)


def _levels_at(total: Decimal, lowest: Decimal, rules: Iterable[LevelRule]) -> Iterable[str]:
    """The levels for one lowest score; several where sources conflict about where a level begins."""
    for rule in rules:
        if total < min(rule.total_from) or not _fulfils(lowest, rule):
            continue
        yield rule.name
        if total >= max(rule.total_from):
            return


def _fulfils(lowest: Decimal, rule: LevelRule) -> bool:
    is_high = rule.every_instrument_from is None or lowest >= rule.every_instrument_from
    return is_high and (rule.some_instrument_below is None or lowest < rule.some_instrument_below)


def _possible(lowest: _Lowest, rules: Iterable[LevelRule]) -> Iterable[Decimal]:
    """Every lowest score that could make a difference: just at each bound, and just below it."""
    yield lowest.value
    if not lowest.is_known:
        bounds = {bound for one in rules for bound in (one.every_instrument_from, one.some_instrument_below) if bound}
        yield from (value for bound in bounds for value in (bound, bound - _STEP) if value < lowest.value)


def _lowest(instruments: Mapping[str, Decimal], parts: Mapping[str, Decimal], edition: Edition) -> _Lowest:
    values, unknown, of_parts = [_FULL], False, []
    for tool in edition.instruments:
        keys = [key for key, part in edition.parts.items() if part.instrument == tool]
        is_certain = "parts" not in edition.incomplete
        stated = [parts[key] for key in keys if key in parts]
        whole = instruments.get(tool)
        if keys and len(stated) == len(keys) and is_certain:
            values += stated
            continue
        counted = stated if is_certain else []
        values += counted if whole is None else [*counted, whole]  # no part is above a mean without one below it
        is_open = whole is None or (bool(keys) and whole < _FULL)
        unknown = unknown or is_open
        of_parts += [tool] if is_open and keys else []
    return _Lowest(min(values), not unknown, tuple(of_parts))
