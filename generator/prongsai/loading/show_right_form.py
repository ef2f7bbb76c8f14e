"""Show how a group, a table or a list is written, with the keys that it may have and what was found in its place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pydantic import BaseModel

from prongsai.model.examples import example_of, key_in, written
from prongsai.model.groups import keys_of, needed_keys, record_at


def show_right_form(
    code: str, path: Sequence[str | int], model: type[BaseModel], found: Any
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


def _usable(found: Any) -> Any:
    is_list = isinstance(found, list) and all(isinstance(one, str) for one in found)
    return found if isinstance(found, str) or is_list else None


def _example(code: str, path: Sequence[str | int], record: dict[str, Any]) -> str:
    name = str(path[-1])
    if code == "not-a-list":
        return f"{name}: [{written(record)}]"
    if code == "not-by-key":
        return f"{name}: {{{key_in(name)}: {written(record)}}}"
    return f"- {written(record)}" if isinstance(path[-1], int) else f"{name}: {written(record)}"


def _plain_example(code: str, path: Sequence[str | int], found: Any) -> str:
    entry = written(found if isinstance(found, str) else "ก")
    return f"{path[-1]}: [{entry}]" if code == "not-a-list" else f"{path[-1]}: {{1: {entry}}}"
