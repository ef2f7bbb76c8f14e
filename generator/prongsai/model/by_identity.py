"""Results remembered by the very objects that they were made from: what never changes need not be computed twice."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar, TypeVarTuple

Given = TypeVarTuple("Given")
R = TypeVar("R")
_MOST = 4_096  # results of one function; a site has fewer measures


def by_identity(make: Callable[[*Given], R]) -> Callable[[*Given], R]:
    """Let a function of frozen values be computed once for the same objects, without comparing what they hold."""
    known: dict[tuple[int, ...], tuple[tuple[*Given], R]] = {}

    def remembered(*given: *Given) -> R:
        key = tuple(map(id, given))
        if key not in known:
            if len(known) >= _MOST:
                known.clear()
            known[key] = (given, make(*given))  # with the objects, so that no other one gets their number
        return known[key][1]

    return remembered
