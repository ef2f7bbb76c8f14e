"""How many items of a year are ready in each unit and each sub-indicator."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from prongsai.analysis.results import Results
from prongsai.views.answers import Answers, ItemAnswer


@dataclass(frozen=True)
class Readiness:
    """How many of a group of items are ready; `name` is a unit, a sub-indicator or empty for all."""

    key: str
    name: str
    ready: int
    total: int


def group_readiness(
    answers: Answers, results: Results, *, by: Literal["unit", "subindicator"]
) -> tuple[Readiness, ...]:
    """How many items are ready in each unit or sub-indicator, in the order in which they first appear."""
    edition = results.years[answers.year].year.edition
    groups: dict[str, list[ItemAnswer]] = {}
    for item in answers.items:
        groups.setdefault((item.unit_key or item.unit) if by == "unit" else item.subindicator, []).append(item)
    names = {key: unit.name for key, unit in results.site.agency.units.items()} if by == "unit" else {}
    names |= {key: sub.name for key, sub in edition.subindicators.items()} if by == "subindicator" else {}
    return tuple(
        Readiness(key, names.get(key, key), sum(one.state == "ready" for one in items), len(items))
        for key, items in groups.items()
    )
