"""Turn the nodes of one file into a value of the model, with a problem for every part that had to be left out."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import TypeAlias, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from prongsai.loading.explain_error import explain_error, is_rest_of_text, kind_of, real_path
from prongsai.model.source import ANY, SourcedList, SourcedMap, SourcedText, may_have_lost, place_of
from prongsai.problems import FewAlike, Problem
from prongsai.thai.codes import parse_item_code, parse_own_code
from prongsai.thai.numerals import to_arabic

Path: TypeAlias = tuple[str | int, ...]
Context: TypeAlias = dict[str, Collection[str] | None]
_NAMING = ("id", "measure", "key", "code")  # the keys by which the entries of a list are referred to


class Sound:
    """The sound part of a file, and the former place of each entry of its shortened lists."""

    def __init__(self, node: object) -> None:
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

    def _position(self, node: object, step: str | int) -> str | int:
        positions = self.positions.get(id(node))
        return positions[step] if positions is not None and isinstance(step, int) else step


def _child(node: object, step: str | int) -> object:
    if isinstance(node, SourcedMap):
        return node.get(str(step))
    return node[step] if isinstance(node, SourcedList) and isinstance(step, int) and step < len(node) else None


def without_faults(raw: object) -> bool:
    """True if nothing of a file has been left out so far."""
    return bool(getattr(raw, "whole", True))


def keep_sound(raw: object, left_out: Iterable[Path], stand_ins: Mapping[str, str]) -> Sound:
    """A copy of `raw` without the parts at the paths `left_out`; a stand-in takes the place of a first key."""
    sound = Sound(None)
    sound.node = _copied(raw, {*left_out}, (), sound)
    if isinstance(sound.node, SourcedMap):
        for key in stand_ins:
            if key not in sound.node and (key,) in {*left_out}:
                sound.node[key] = SourcedText.at(stand_ins[key], sound.node.where)
    return sound


def _copied(node: object, left_out: set[Path], path: Path, sound: Sound) -> object:
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
    return {key, to_arabic(key), parse_item_code(key) or parse_own_code(key) or key}


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


def _name_of(entry: object, left_out: set[Path], path: Path) -> str:
    """The name by which a left-out entry is referred to; ANY where it cannot be read or is what is faulty."""
    entries: Mapping[str, object] = entry if isinstance(entry, SourcedMap) else {}
    for key in _NAMING:
        if key in entries:
            value = entries[key]
            return str(value) if isinstance(value, SourcedText) and (*path, key) not in left_out else ANY
    return ANY


M = TypeVar("M", bound=BaseModel)


def parse_document(
    raw: object,
    model: type[M],
    *,
    year: int | None = None,
    stand_ins: Mapping[str, str] | None = None,
    by_section: bool = False,
    attachments: Collection[str] = (),
    item_codes: Collection[str] | None = (),
) -> tuple[M | None, list[Problem]]:
    """Parse `raw` as `model`, without the smallest parts that are faulty; every error is a problem.

    `stand_ins` are values for keys that the file must have, where it lacks them or they are faulty. With `by_section`
    all of what a first key holds is left out. `attachments` are the names below content/files: a name that is there is
    taken as it was typed. `item_codes` are those of another scheme, None for a file that declares them. The value is
    None where nothing sound is left.
    """
    context: Context = {"attachments": attachments, "item_codes": item_codes}
    try:
        if without_faults(raw):
            return model.model_validate(raw, context=context), []
    except ValidationError:
        pass
    return _parse_sound(raw, model, year, stand_ins or {}, by_section, context)


def _parse_sound(
    raw: object,
    model: type[M],
    year: int | None,
    stand_ins: Mapping[str, str],
    by_section: bool,
    context: Context,
) -> tuple[M | None, list[Problem]]:
    left_out = _incomplete_sections(raw) if by_section else set()
    problems: list[Problem] = []
    sound = keep_sound(raw, left_out, stand_ins) if left_out else Sound(raw)
    while () not in left_out:
        try:
            return model.model_validate(sound.node, context=context), problems
        except ValidationError as failure:
            errors = failure.errors(include_url=False)
        told = (one for one in errors if not _is_consequence(one, sound.node))
        problems += _without_mistyped(_explained(told, sound.node, model, year))
        faulty = {path[:1] if by_section else path for one in errors for path in _faulty_parts(one, sound, stand_ins)}
        left_out |= {()} if faulty <= left_out else faulty
        sound = keep_sound(raw, left_out, stand_ins)
    return None, problems


def _explained(errors: Iterable[ErrorDetails], raw: object, model: type[BaseModel], year: int | None) -> list[Problem]:
    few = FewAlike()
    for error in errors:
        few.add(place_of(raw).file, kind_of(error), partial(explain_error, error, raw, model, year))
    return few.all()


def _without_mistyped(problems: list[Problem]) -> list[Problem]:
    """The problems without a key that is missing because it is mistyped, which is reported already."""
    mistyped = {(one.values.get("holder"), one.values.get("suggestion")) for one in problems}
    return [
        one for one in problems if one.code != "missing-key" or (one.values["path"], one.values["key"]) not in mistyped
    ]


def _incomplete_sections(raw: object) -> set[Path]:
    """The first keys below which something could not be read; everything where nobody knows which they are."""
    if not isinstance(raw, SourcedMap):
        return set()
    sections: set[Path] = {(key,) for key, value in raw.items() if not without_faults(value)}
    return {()} if ANY in raw.lost else sections


def _is_consequence(error: ErrorDetails, raw: object) -> bool:
    """True if a key is only missing because it was left out as faulty."""
    if error["type"] != "missing":
        return False
    return may_have_lost(raw, str(error["loc"][-1]), *real_path(error["loc"], raw))


def _faulty_parts(error: ErrorDetails, sound: Sound, stand_ins: Mapping[str, str]) -> Iterator[Path]:
    """The smallest part that can be left out so that the error is gone, by its path in the file."""
    path = real_path(error["loc"], sound.node)
    if error["type"] == "missing" and not path and error["loc"][-1] in stand_ins:
        yield (error["loc"][-1],)
    elif error["type"] == "extra_forbidden":
        place = sound.path_in_file(path)
        yield place[:-1] if is_rest_of_text(sound.node, path) else place
        yield (*place[:-1], ANY)  # a key that was mistyped may be any that is not there
    elif error["type"] == "same-key-twice":
        yield sound.path_in_file([*path, error.get("ctx", {})["found"]])
    else:
        yield sound.path_in_file(path)
