"""Sentences that are right by one of two printed lists of scores: what is wrong is the figure that differs."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from decimal import Decimal

from prongsai.problems import Fact
from prongsai.rules.facts import figure_of


def figure_at_end(year: int, end: Decimal, readings: Sequence[Mapping[str, Decimal]]) -> Fact | None:
    """The one indicator that has the score of an end by one list and another score by the other; None without it."""
    return _figure(year, [key for key in _differing(readings) if end in {one[key] for one in readings}])


def figure_counted(year: int, counted: Sequence[Collection[str]]) -> Fact | None:
    """The one indicator that fulfils a condition by one list of scores and not by the other; None without it."""
    return _figure(year, [*({*counted[0]} ^ {*counted[1]})]) if len(counted) == 2 else None


def _differing(readings: Sequence[Mapping[str, Decimal]]) -> list[str]:
    return [key for key in readings[0] if len({one[key] for one in readings}) > 1]


def _figure(year: int, keys: list[str]) -> Fact | None:
    return figure_of(year, "indicators", keys[0]) if len(keys) == 1 else None
