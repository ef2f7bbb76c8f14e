"""Ranks among agencies: two of them can only differ where they hold among the same ones."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.model.scores import Rank, RankAgain
from prongsai.model.stated import known


def restated_differently(rank: Rank | None) -> Iterator[RankAgain]:
    """Where a rank is stated again and differs; one whose scope is not told is taken to be the same rank."""
    yield from (again for again in _again(rank) if rank and again.value != rank.value and not _other(rank, again))


def of_other_scope(rank: Rank | None) -> Iterator[RankAgain]:
    """Further ranks, each among other agencies: 76 in the province and 2 in the district."""
    yield from (again for again in _again(rank) if rank and _other(rank, again))


def _again(rank: Rank | None) -> tuple[RankAgain, ...]:
    return rank.also_stated if rank else ()


def _other(rank: Rank, again: RankAgain) -> bool:
    first, other = (known(one.scope) for one in (rank, again))
    return first is not None and other is not None and "".join(first.split()) != "".join(other.split())
