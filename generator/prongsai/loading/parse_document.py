"""Turn the nodes of one file into a value of the model, with a problem for every part that had to be left out."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import partial
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from prongsai.loading.explain_error import explain_error, is_rest_of_text, kind_of, real_path
from prongsai.loading.keep_sound import Path, Sound, keep_sound, without_faults
from prongsai.model.source import ANY, SourcedMap, may_have_lost, place_of
from prongsai.problems import FewAlike, Problem

M = TypeVar("M", bound=BaseModel)


def parse_document(
    raw: Any,
    model: type[M],
    *,
    year: int | None = None,
    stand_ins: Mapping[str, str] | None = None,
    by_section: bool = False,
    attachments: Collection[str] = (),
) -> tuple[M | None, list[Problem]]:
    """Parse `raw` as `model`, without the smallest parts that are faulty; every error is a problem.

    `stand_ins` are values for keys that the file must have, where it lacks them or they are faulty. With `by_section`
    all of what a first key holds is left out. `attachments` are the names below content/files: a name that is there is
    taken as it was typed. The value is None where nothing sound is left.
    """
    context = {"attachments": attachments}
    try:
        if without_faults(raw):
            return model.model_validate(raw, context=context), []
    except ValidationError:
        pass
    return _parse_sound(raw, model, year, stand_ins or {}, by_section, context)


def _parse_sound(
    raw: Any,
    model: type[M],
    year: int | None,
    stand_ins: Mapping[str, str],
    by_section: bool,
    context: dict[str, Any],
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


def _explained(errors: Iterable[ErrorDetails], raw: Any, model: type[BaseModel], year: int | None) -> list[Problem]:
    few = FewAlike()
    for error in errors:
        few.add(place_of(raw).file, kind_of(error), partial(explain_error, error, raw, model, year))
    return few.all()


def _without_mistyped(problems: list[Problem]) -> list[Problem]:
    """The problems without a key that is missing because it is mistyped, which is told already."""
    mistyped = {(one.values.get("holder"), one.values.get("suggestion")) for one in problems}
    return [
        one for one in problems if one.code != "missing-key" or (one.values["path"], one.values["key"]) not in mistyped
    ]


def _incomplete_sections(raw: Any) -> set[Path]:
    """The first keys below which something could not be read; everything where nobody knows which they are."""
    if not isinstance(raw, SourcedMap):
        return set()
    sections: set[Path] = {(key,) for key, value in raw.items() if not without_faults(value)}
    return {()} if ANY in raw.lost else sections


def _is_consequence(error: ErrorDetails, raw: Any) -> bool:
    """Whether a key is only missing because it was left out as faulty."""
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
