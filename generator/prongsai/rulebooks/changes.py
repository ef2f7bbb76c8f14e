"""Changes from the rules that an agency keeps to what they shall be, and each of them in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from prongsai.rulebooks.sheets import EVIDENCE
from prongsai.rulebooks.structure import Rules
from prongsai.writing.change import Change, Plain, Put, Remove

_DEEPEST = 3  # steps; what is below is written as a whole


@dataclass(frozen=True)
class Difference:
    """A thing that two rules say differently; None where one of them does not say it."""

    path: tuple[str, ...]
    now: Plain
    then: Plain


def find_differences(now: Rules, then: Rules, path: tuple[str, ...] = ()) -> Iterator[Difference]:
    """Everything that differs, evidence included, thing by thing."""
    for key in dict.fromkeys((*now, *then)):
        here, there = now.get(key), then.get(key)
        if here == there:
            continue
        if isinstance(here, dict) and isinstance(there, dict) and len(path) + 1 < _DEEPEST:
            yield from find_differences(here, there, (*path, key))
        else:
            yield Difference((*path, key), here, there)


def apart(differences: Iterable[Difference], depth: int = 2) -> Iterator[Difference]:
    """The differences taken apart as deep as an entry of a part of the rules, for people to read."""
    for one in differences:
        sides = [side for side in (one.now, one.then) if side is not None]
        if len(one.path) < depth and len(sides) == 1 and isinstance(sides[0], dict):
            for key, value in sides[0].items():
                inner = Difference((*one.path, key), *((None, value) if one.now is None else (value, None)))
                yield from apart([inner], depth)
        else:
            yield one


def changes_of(file: str, differences: Sequence[Difference]) -> list[Change]:
    """The changes to a file that make its rules what they shall be."""
    return [Remove(file, one.path) if one.then is None else Put(file, one.path, one.then) for one in differences]


def without_evidence(value: Plain) -> Plain:
    """The value without what names evidence, for people to read."""
    if isinstance(value, dict):
        return {key: without_evidence(one) for key, one in value.items() if not key.endswith(EVIDENCE)}
    return [without_evidence(one) for one in value] if isinstance(value, list) else value
