"""The place of a new key among those that are there: in the order of its record, else by its number."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

_PIECES = re.compile(r"[0-9]+|[^0-9]+")


def place_in_order(keys: Sequence[str], new: str, order: Sequence[str]) -> int:
    """The place behind the last key before it in `order`; in a table that is sorted by number, by its number."""
    if new in order:
        before = [keys.index(one) for one in order[: order.index(new)] if one in keys]
        return before[-1] + 1 if before else 0
    numbers = [_number(one) for one in keys]
    is_sorted = not order and len(keys) > 1 and any(one.isdecimal() for key in keys for one in _PIECES.findall(key))
    if is_sorted and all(one < other for one, other in pairwise(numbers)):
        return sum(one < _number(new) for one in numbers)
    return len(keys)


def _number(key: str) -> list[tuple[int, str]]:
    """A key as it is sorted: O9 before O10."""
    return [(int(one), "") if one.isdecimal() else (-1, one) for one in _PIECES.findall(key)]
