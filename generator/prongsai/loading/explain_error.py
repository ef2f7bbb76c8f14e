"""Turn what the model refuses into problems with places, what may stand there, and what was probably meant."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePosixPath
from typing import Any

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from prongsai.loading.guess_meant import guess_key, guess_value
from prongsai.loading.show_right_form import show_right_form
from prongsai.loading.speak_path import speak_path, write_path
from prongsai.model.source import SourcedList, SourcedMap, place_of, place_of_key
from prongsai.problems import Problem, problem

_BUILT_IN = {  # pydantic's own error types, and the code of the sentence that words them
    "missing": "missing-key",
    "extra_forbidden": "unknown-key",
    "literal_error": "not-one-of",
    "tuple_type": "not-a-list",
    "dict_type": "not-by-key",
    "model_type": "not-a-mapping",
    "model_attributes_type": "not-a-mapping",
    "string_type": "not-a-text",
}


def kind_of(error: ErrorDetails) -> str:
    """The code of the sentence for an error of this kind, unless its words say something more exact."""
    return _BUILT_IN.get(error["type"], error["type"])


def explain_error(error: ErrorDetails, raw: Any, model: type[BaseModel], year: int | None) -> Problem:
    """The problem behind one error of `model` in the file that `raw` was read from."""
    path = real_path(error["loc"], raw)
    context = error.get("ctx", {})
    code = kind_of(error)
    place = place_of(raw, *path)
    name = PurePosixPath(place.file).name
    values = {name: _shown(value, 200) for name, value in context.items() if name not in {"code", "error"}}
    if "suggestion" in context:  # to be pasted as it is
        values["suggestion"] = context["suggestion"]
    values.setdefault("found", _shown(error["input"], 60))
    if code == "missing-key":
        values["key"] = str(error["loc"][-1])
    elif code == "unknown-key":
        code, meant = _explain_key(raw, path, model)
        holder = path[:-1]
        spoken = speak_path(holder, model) or name
        values |= {"key": str(path[-1]), "holder": write_path(holder) or name, "spoken_holder": spoken, **meant}
    elif code == "not-one-of":
        values["choices"] = str(context.get("expected") or context["choices"]).replace("'", "").replace(" or ", ", ")
        values["suggestion"] = guess_value(values["found"], values["choices"].split(", "))
    elif code == "not-a-flag":
        values["suggestion"] = guess_value(values["found"], ("true", "false"))
    elif code in {"not-a-mapping", "not-by-key", "not-a-list"}:
        code, right = show_right_form(code, path, model, error["input"])
        values |= right
    if code == "same-key-twice":
        place = place_of_key(raw, *path, values["found"])
    elif error["type"] == "extra_forbidden" or "[key]" in error["loc"]:
        place = place_of_key(raw, *path)
    values |= {"path": write_path(path) or name, "spoken_path": speak_path(path, model) or name}
    return problem(code, place, year=year, **values)


def _explain_key(raw: Any, path: Sequence[str | int], model: type[BaseModel]) -> tuple[str, dict[str, str]]:
    holder = _reach(raw, path[:-1])
    if is_rest_of_text(raw, path):
        return "text-cut-at-comma", {}
    return guess_key(str(path[-1]), holder, model)


def is_rest_of_text(raw: Any, path: Sequence[str | int]) -> bool:
    """Whether a key is what follows a comma in a text without quotes: in braces, on their line, with no value."""
    holder, key = _reach(raw, path[:-1]), str(path[-1])
    if not isinstance(holder, SourcedMap) or holder[key] is not None:
        return False
    place = holder.key_places[key]
    return place.line == holder.where.line and place.column > holder.where.column


def real_path(location: Sequence[str | int], raw: Any) -> list[str | int]:
    """The steps of pydantic's path that the file has too: no tags, no key or list that a short form leaves out."""
    path: list[str | int] = []
    for step in location:
        if isinstance(raw, SourcedMap) and str(step) in raw:
            raw = raw[str(step)]
        elif isinstance(raw, SourcedList) and isinstance(step, int) and step < len(raw):
            raw = raw[step]
        else:
            continue
        path.append(step)
    return path


def _shown(found: object, longest: int) -> str:
    if found is None:
        return ""
    text = "{…}" if isinstance(found, dict) else "[…]" if isinstance(found, list) else str(found)
    return text if len(text) <= longest else text[: longest - 1] + "…"


def _reach(raw: Any, path: Sequence[str | int]) -> Any:
    for step in path:
        if isinstance(raw, SourcedMap):
            raw = raw.get(str(step))
        elif isinstance(raw, SourcedList) and isinstance(step, int):
            raw = raw[step]
    return raw
