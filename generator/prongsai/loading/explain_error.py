"""Turn what the model refuses into problems with places, what may be there, and what was probably meant."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from pydantic import BaseModel
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from prongsai.model.examples import example_of, key_in, written
from prongsai.model.groups import keys_of, needed_keys, record_at, records_in
from prongsai.model.record import words_of
from prongsai.model.source import SourcedList, SourcedMap, place_of, place_of_key
from prongsai.model.synonyms import has_no_key, is_thai, keys_meant, places_for_words, plain_key, value_meant
from prongsai.problems import Problem, problem

Path = Sequence[str | int]


def write_path(path: Path) -> str:
    """The keys as people count them, with list positions from 1: measures[2].period."""
    words = (f"[{step + 1}]" if isinstance(step, int) else f".{step}" for step in path)
    return "".join(words).lstrip(".")


def speak_path(path: Path, model: type[BaseModel]) -> str:
    """The place in Thai with its keys behind it; a key that no record knows is kept as it is written."""
    said = " ".join(_speak(path, model))
    return f"{said} ({write_path(path)})" if said else write_path(path)


def _speak(path: Path, model: type[BaseModel]) -> Iterator[str]:
    """A word for each group, entry and field on the way; a group of entries is spoken with the entry."""
    for length, step in enumerate(path, 1):
        holder = record_at(model, path[: length - 1]) if length > 1 else model
        declared = _field(holder, step)
        if declared is not None:
            yield from _speak_field(declared, path[length:])


def _speak_field(declared: FieldInfo, rest: Path) -> Iterator[str]:
    said = words_of(declared)
    if said is None:
        return
    record = next(records_in(declared.annotation), None)
    entry = rest[0] if rest else None
    if record is None:
        place = f" รายการที่ {entry + 1}" if isinstance(entry, int) else f" {entry}" if entry else ""
        yield f"ช่อง{said.title}{place}"
    elif isinstance(entry, int):
        is_text = record.shorthand and len(rest) == 1  # written as a bare value, so it reads as one
        yield f"ช่อง{said.title} รายการที่ {entry + 1}" if is_text else f"{said.title}ที่ {entry + 1}"
    elif entry is None or entry in {name for one in record.model_fields.items() for name in (one[0], one[1].alias)}:
        yield said.title if rest else f"ช่อง{said.title}"
    else:
        yield f"{said.title} {entry}"


def _field(holder: type[BaseModel] | None, step: str | int) -> FieldInfo | None:
    fields = holder.model_fields if holder else {}
    return next((one for name, one in fields.items() if step in {name, one.alias}), None)


def show_right_form(
    code: str, path: Sequence[str | int], model: type[BaseModel], found: object
) -> tuple[str, dict[str, str]]:
    """The code and the values of the sentence for something that does not have the form `code` asks for."""
    if found is None and path and isinstance(path[-1], int):
        return "empty-text", {}  # a dash with nothing behind it
    record = record_at(model, path) if path else model
    if record is None:
        return code, {"example": _plain_example(code, path, found)}
    first = next(iter(needed_keys(record) or keys_of(record)))
    right = _example(code, path, example_of(record, _usable(found))) if path else f"{first}: …"
    if code == "not-a-list":
        return "not-a-list-of-groups", {"example": right, "keys": ", ".join(keys_of(record))}
    return code, {"example": right, "keys": ", ".join(keys_of(record))}


def _usable(found: object) -> object:
    is_list = isinstance(found, list) and all(isinstance(one, str) for one in found)
    return found if isinstance(found, str) or is_list else None


def _example(code: str, path: Sequence[str | int], record: dict[str, object]) -> str:
    name = str(path[-1])
    if code == "not-a-list":
        return f"{name}: [{written(record)}]"
    if code == "not-by-key":
        return f"{name}: {{{key_in(name)}: {written(record)}}}"
    return f"- {written(record)}" if isinstance(path[-1], int) else f"{name}: {written(record)}"


def _plain_example(code: str, path: Sequence[str | int], found: object) -> str:
    entry = written(found if isinstance(found, str) else "ก")
    return f"{path[-1]}: [{entry}]" if code == "not-a-list" else f"{path[-1]}: {{1: {entry}}}"


_ALMOST_THE_SAME = 0.85  # a letter off, or one for many


def guess_key(key: str, holder: object, model: type[BaseModel], record: type[BaseModel]) -> tuple[str, dict[str, str]]:
    """The code that words an unknown key of `holder`, a group of a file of `model`, with what fills its sentence.

    `record` is what the group should be: who types the Thai name of one of its fields means that field.
    """
    known_keys: Sequence[str] = holder.known_keys if isinstance(holder, SourcedMap) else ()
    near = _near(key, known_keys, _ALMOST_THE_SAME)
    meant = _named_in_thai(key, record) or next(keys_meant(key, known_keys), "")
    if meant and not near:
        return "key-named-otherwise", {"suggestion": meant}
    near = near or _near(key, known_keys)
    if not near and "more" in known_keys and (has_no_key(key) or is_thai(key)):
        return "key-of-document", {
            "example": f"more: {{{written(key)}: {_value(key, holder)}}}",
            "keys": ", ".join(known_keys),
        }
    if not near and has_no_key(key):
        for place in places_for_words(key, known_keys):
            return "key-without-place", {"place": place, "example": f"{place}: {_told(key, holder)}"}
        if "notes" in keys_of(model):
            return "key-without-place-here", {"example": f"notes: [{_told(key, holder)}]"}
    return "unknown-key", {"suggestion": near, "keys": ", ".join(known_keys)}


def _named_in_thai(key: str, record: type[BaseModel]) -> str:
    fields = ((field.alias or name, words_of(field)) for name, field in record.model_fields.items())
    return next((name for name, words in fields if words and plain_key(words.title) == plain_key(key)), "")


def _told(key: str, holder: object) -> str:
    value = holder.get(key) if isinstance(holder, SourcedMap) else None
    return written(f"{key} {value}" if isinstance(value, str) else f"{key} …")


def _value(key: str, holder: object) -> str:
    value = holder.get(key) if isinstance(holder, SourcedMap) else None
    return written(value if isinstance(value, str) else "…")


def guess_value(found: str, choices: Sequence[str]) -> str:
    """The value that was probably meant; a number is never taken for one that looks like it."""
    return value_meant(found, choices) or ("" if found.isdecimal() else _near(found, choices))


def _near(word: str, choices: Sequence[str], cutoff: float = 0.6) -> str:
    return next(iter(difflib.get_close_matches(word, choices, n=1, cutoff=cutoff)), "")


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


def explain_error(error: ErrorDetails, raw: object, model: type[BaseModel], year: int | None) -> Problem:
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
        code = _missing_code(values["key"], record_at(model, path) if path else model) or code
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
    elif code == "text-cut-at-comma" and "key" in context:
        place = place_of_key(raw, *path, values["key"])
    elif error["type"] == "extra_forbidden" or "[key]" in error["loc"]:
        place = place_of_key(raw, *path)
    values |= {"path": write_path(path) or name, "spoken_path": speak_path(path, model) or name}
    return problem(code, place, year=year, **values)


def _missing_code(key: str, record: type[BaseModel] | None) -> str:
    """The code with the words for a field that is not there; empty where it has none of its own."""
    field = _field(record, key)
    words = words_of(field) if field else None
    return words.missing if words else ""


def _explain_key(raw: object, path: Sequence[str | int], model: type[BaseModel]) -> tuple[str, dict[str, str]]:
    holder = _reach(raw, path[:-1])
    if is_rest_of_text(raw, path):
        return "text-cut-at-comma", {}
    record = record_at(model, path[:-1]) if len(path) > 1 else model
    return guess_key(str(path[-1]), holder, model, record or model)


def is_rest_of_text(raw: object, path: Sequence[str | int]) -> bool:
    """True if a key is what follows a comma in a text without quotes: in braces, on their line, with no value."""
    holder, key = _reach(raw, path[:-1]), str(path[-1])
    if not isinstance(holder, SourcedMap) or holder[key] is not None:
        return False
    place = holder.key_places[key]
    return place.line == holder.where.line and place.column > holder.where.column


def real_path(location: Sequence[str | int], raw: object) -> list[str | int]:
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


def _reach(raw: object, path: Sequence[str | int]) -> object:
    for step in path:
        if isinstance(raw, SourcedMap):
            raw = raw.get(str(step))
        elif isinstance(raw, SourcedList) and isinstance(step, int):
            raw = raw[step]
    return raw
