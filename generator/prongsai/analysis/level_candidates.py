"""Every level that what is known of a result leaves possible, and why there are several."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from prongsai.analysis.bounds import SCALE, Interval, hull
from prongsai.model.edition import Edition
from prongsai.model.edition_facts import LevelRule

Score = Decimal | Interval  # a figure that is known, or the values that one may have


@dataclass(frozen=True)
class Doubt:
    """The reasons why more than one level is possible.

    `tools` are instruments without a known score, `parts` those whose parts are not known, `counted` those whose
    parts give another level (`apart`) than the whole (`whole`), while no source tells which counts. The total is open
    where only its bounds are known, a bound is disputed where sources give it differently; figures are stated twice
    where each list of them gives another level.
    """

    tools: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    counted: tuple[str, ...] = ()
    whole: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()
    is_total_open: bool = False
    is_disputed: bool = False
    is_twice: bool = False


def level_names(edition: Edition) -> tuple[str, ...]:
    """The levels of an edition, from the highest."""
    return tuple(dict.fromkeys(rule.name for rule in edition.levels))


def exactly(score: Score) -> Interval:
    """The values that a score may have: itself alone where it is known."""
    if isinstance(score, Decimal):
        return Interval(Fraction(score), Fraction(score))
    return score


def _is_open(values: Interval) -> bool:
    return values.lowest < values.highest


class KnownResult:
    """All that is known of one result; what is not stated may be anything on the scale."""

    def __init__(
        self, total: Interval, tools: Mapping[str, Score], parts: Mapping[str, Score], edition: Edition
    ) -> None:
        self.total = total
        self.edition = edition
        self.parts = {tool: self._parts_of(tool, parts) for tool in edition.instruments}
        self.has_all_tools = bool(edition.instruments) and "instruments" not in edition.incomplete
        named = dict.fromkeys((*edition.instruments, *(() if self.has_all_tools else tools)))
        self.wholes = {tool: exactly(tools[tool]) if tool in tools else self._from_parts(tool) for tool in named}

    def _parts_of(self, tool: str, stated: Mapping[str, Score]) -> list[Interval]:
        keys = [key for key, part in self.edition.parts.items() if part.instrument == tool]
        others = [SCALE] if keys and "parts" in self.edition.incomplete else []
        return [*(exactly(stated[key]) if key in stated else SCALE for key in keys), *others]

    def _from_parts(self, tool: str) -> Interval:
        """The values of an instrument by its parts, between which their mean is, however they are weighted."""
        return hull(self.parts.get(tool) or [SCALE])

    def levels(self, *, by_parts: bool) -> tuple[str, ...]:
        """Every level that is not excluded, with conditions read of whole instruments or of their parts."""
        spans = [self._lowest_of(tool) if by_parts else whole for tool, whole in self.wholes.items()]
        if not self.has_all_tools:
            spans.append(SCALE)
        lowest = Interval(min(one.lowest for one in spans), min(one.highest for one in spans))
        is_bound = any(map(_is_open, spans)) and lowest.lowest <= self.total.lowest  # else the figures contradict
        rules = self.edition.levels
        scores = list(_samples(lowest, (bound for rule in rules for bound in _of_tools(rule))))
        found = {
            name
            for total in self._totals()
            for score in scores
            if score <= total or not is_bound  # no weighted mean is below the smallest of what it is made of
            for name in _levels_at(total, score, rules)
        }
        return tuple(name for name in level_names(self.edition) if name in found)

    def _totals(self) -> Iterable[Fraction]:
        return _samples(self.total, (Fraction(bound) for rule in self.edition.levels for bound in rule.total_from))

    def _lowest_of(self, tool: str) -> Interval:
        """The values of the lowest part of an instrument; one that is not collected in parts is its own."""
        whole, parts = self.wholes[tool], self.parts.get(tool)
        if not parts:
            return whole
        highest = min(whole.highest, *(one.highest for one in parts))  # some part is not above the mean of all
        lowest = SCALE.highest if whole.lowest == SCALE.highest else min(one.lowest for one in parts)
        return Interval(min(lowest, highest), highest)

    def doubt(self, whole: tuple[str, ...], apart: tuple[str, ...]) -> Doubt:
        """The reasons why several levels are possible, by whole instruments and by their parts one by one."""
        rules = [rule for rule in self.edition.levels if rule.name in {*whole, *apart}]
        bounds = {bound for rule in rules for bound in _of_tools(rule)}
        if not bounds:
            return Doubt(
                is_total_open=_is_open(self.total), is_disputed=any(len(rule.total_from) > 1 for rule in rules)
            )
        split = [tool for tool, parts in self.parts.items() if parts]
        unknown = [tool for tool in split if _straddles(self._lowest_of(tool), bounds)]
        parts = unknown if len(apart) > 1 else []
        tools = [tool for tool, one in self.wholes.items() if _straddles(one, bounds) and tool not in parts]
        counted = [tool for tool in split if tool not in parts] if whole != apart else []
        is_total_open = _straddles(self.total, {Fraction(bound) for rule in rules for bound in rule.total_from})
        return Doubt(tuple(tools), tuple(parts), tuple(counted), whole, apart, is_total_open=is_total_open)


def _straddles(values: Interval, bounds: Iterable[Fraction]) -> bool:
    """True if values on both sides of a bound are possible."""
    return any(values.lowest < bound <= values.highest for bound in bounds)


def _of_tools(rule: LevelRule) -> Iterator[Fraction]:
    """The bounds that a level sets to instruments."""
    for bound in (rule.every_instrument_from, rule.some_instrument_below):
        if bound is not None:
            yield Fraction(bound)


def _samples(values: Interval, bounds: Iterable[Fraction]) -> Iterator[Fraction]:
    """Values that stand for all of an interval: its ends, each bound in it, and one between each two of these."""
    inner = {bound for bound in bounds if values.lowest < bound < values.highest}
    points = sorted({values.lowest, values.highest, *inner})
    yield from points
    yield from ((one + other) / 2 for one, other in pairwise(points))


def _levels_at(total: Fraction, lowest: Fraction, rules: Iterable[LevelRule]) -> Iterator[str]:
    """The levels for one total and one lowest score; several where sources conflict about where a level begins."""
    for rule in rules:
        if total < min(rule.total_from) or not _fulfils(lowest, rule):
            continue
        yield rule.name
        if total >= max(rule.total_from):
            return


def _fulfils(lowest: Fraction, rule: LevelRule) -> bool:
    is_high = rule.every_instrument_from is None or lowest >= rule.every_instrument_from
    return is_high and (rule.some_instrument_below is None or lowest < rule.some_instrument_below)
