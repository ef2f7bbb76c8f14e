"""Leave out of a file what is faulty, and remember in what is kept that something is missing there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeAlias

from prongsai.model.source import ANY, SourcedList, SourcedMap, SourcedText
from prongsai.thai.codes import parse_item_code
from prongsai.thai.numerals import to_arabic

Path: TypeAlias = tuple[str | int, ...]
_NAMING = ("id", "measure", "key", "code")  # the keys by which the entries of a list are referred to


class Sound:
    """What is kept of a file, and where each entry of its shortened lists stood before."""

    def __init__(self, node: Any) -> None:
        self.node = node
        self.positions: dict[int, list[int]] = {}

    def path_in_file(self, path: Sequence[str | int]) -> Path:
        """The path in the file to what must be left out for something faulty at `path` of what is kept.

        A part of something indivisible takes all of that with it.
        """
        steps: list[str | int] = []
        node = self.node
        for step in path:
            if getattr(node, "indivisible", False):
                break
            steps.append(self._position(node, step))
            node = _child(node, step)
        return tuple(steps)

    def _position(self, node: Any, step: str | int) -> str | int:
        positions = self.positions.get(id(node))
        return positions[step] if positions is not None and isinstance(step, int) else step


def _child(node: Any, step: str | int) -> Any:
    if isinstance(node, SourcedMap):
        return node.get(str(step))
    return node[step] if isinstance(node, SourcedList) and isinstance(step, int) and step < len(node) else None


def without_faults(raw: Any) -> bool:
    """Whether nothing of a file has been left out so far."""
    return bool(getattr(raw, "whole", True))


def keep_sound(raw: Any, left_out: Iterable[Path], stand_ins: Mapping[str, str]) -> Sound:
    """A copy of `raw` without the parts at the paths `left_out`; a stand-in takes the place of a first key."""
    sound = Sound(None)
    sound.node = _copied(raw, {*left_out}, (), sound)
    if isinstance(sound.node, SourcedMap):
        for key in stand_ins:
            if key not in sound.node and (key,) in {*left_out}:
                sound.node[key] = SourcedText.at(stand_ins[key], sound.node.where)
    return sound


def _copied(node: Any, left_out: set[Path], path: Path, sound: Sound) -> Any:
    if isinstance(node, SourcedMap):
        return _copied_map(node, left_out, path, sound)
    if isinstance(node, SourcedList):
        return _copied_list(node, left_out, path, sound)
    return node


def _copied_map(node: SourcedMap, left_out: set[Path], path: Path, sound: Sound) -> SourcedMap:
    copy = SourcedMap(node.where)
    copy.key_places = node.key_places
    lost = {step[-1] for step in left_out if step[:-1] == path and len(step) > len(path)}
    for key, value in node.items():
        if key not in lost:
            copy[key] = _copied(value, left_out, (*path, key), sound)
    copy.lost = node.lost.union(*(_spellings(str(key)) for key in lost))
    copy.whole = node.whole and not lost and all(without_faults(value) for value in copy.values())
    return copy


def _spellings(key: str) -> set[str]:
    return {key, to_arabic(key), parse_item_code(key) or key}


def _copied_list(node: SourcedList, left_out: set[Path], path: Path, sound: Sound) -> SourcedList:
    copy = SourcedList(node.where)
    kept = [position for position in range(len(node)) if (*path, position) not in left_out]
    copy.extend(_copied(node[position], left_out, (*path, position), sound) for position in kept)
    copy.places = [node.places[position] for position in kept if position < len(node.places)]
    gone = [position for position in range(len(node)) if position not in {*kept}]
    copy.lost = node.lost.union(_name_of(node[position], left_out, (*path, position)) for position in gone)
    copy.whole = node.whole and not gone and all(without_faults(value) for value in copy)
    sound.positions[id(copy)] = kept
    return copy


def _name_of(entry: Any, left_out: set[Path], path: Path) -> str:
    """What a left-out entry is referred to by; ANY where it cannot be read or is what is faulty."""
    for key in _NAMING if isinstance(entry, SourcedMap) else ():
        if key in entry:
            value = entry[key]
            return str(value) if isinstance(value, SourcedText) and (*path, key) not in left_out else ANY
    return ANY
