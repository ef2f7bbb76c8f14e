"""A list or group that replaces another of its kind, as the smaller changes between them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from prongsai.writing.change import Change, Insert, Path, Plain, Put, Remove


def smaller_changes(file: str, path: Path, old: Plain, new: Plain) -> Iterator[Change]:
    """Changes by which `old` at a path becomes `new`, each to be made on what the one before left."""
    if isinstance(old, list) and isinstance(new, list) and old and new:
        yield from _of_lists(file, path, old, new)
    elif isinstance(old, dict) and isinstance(new, dict) and old and new:
        yield from _of_groups(file, path, old, new)
    elif old != new:
        yield Put(file, path, new)


def _of_lists(file: str, path: Path, old: Sequence[Plain], new: Sequence[Plain]) -> Iterator[Change]:
    matcher = SequenceMatcher(None, [*map(repr, old)], [*map(repr, new)], autojunk=False)
    for _, begin, end, first, last in matcher.get_opcodes():
        at = first  # what is before has become the new already
        for one, other in zip(old[begin:end], new[first:last], strict=False):
            yield from smaller_changes(file, (*path, at), one, other)
            at += 1
        for number in range(at, last):
            yield Insert(file, path, number, new[number])
        for _ in range(end - begin - (last - first)):
            yield Remove(file, (*path, last))


def _of_groups(file: str, path: Path, old: Mapping[str, Plain], new: Mapping[str, Plain]) -> Iterator[Change]:
    for key in old:
        if key not in new:
            yield Remove(file, (*path, key))
    for key, value in new.items():
        if key not in old:
            yield Put(file, (*path, key), value)
        else:
            yield from smaller_changes(file, (*path, key), old[key], value)
