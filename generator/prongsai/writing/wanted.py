"""The data that a change is to end in, apart from any text: what the text read again is compared with."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from prongsai.writing.change import Path, Plain

_Change: TypeAlias = Callable[[Plain], Plain]


def put_value(data: Plain, path: Path, value: Plain, at: int | None = None) -> Plain:
    """The data with a value at a path; `at` is the place of a key that is not there yet."""

    def put(holder: Plain) -> Plain:
        step = path[-1]
        if isinstance(holder, list) and isinstance(step, int):
            return [*holder[:step], value, *holder[step + 1 :]]
        inner = holder if isinstance(holder, dict) else {}
        if step in inner:
            return {key: value if key == step else one for key, one in inner.items()}
        items = list(inner.items())
        items.insert(len(items) if at is None else at, (str(step), value))
        return dict(items)

    return _changed(data, path[:-1], put) if path else value


def insert_value(data: Plain, path: Path, at: int, value: Plain) -> Plain:
    """The data with an entry more in the list at a path."""
    return _changed(data, path, lambda one: [*_list(one)[:at], value, *_list(one)[at:]])


def remove_value(data: Plain, path: Path) -> Plain:
    """The data without a key or entry; a list or group that was left with nothing is an empty one."""

    def remove(holder: Plain) -> Plain:
        if isinstance(holder, list):
            return [one for number, one in enumerate(holder) if number != path[-1]]
        return {key: one for key, one in holder.items() if key != path[-1]} if isinstance(holder, dict) else holder

    return _changed(data, path[:-1], remove)


def move_value(data: Plain, path: Path, to: int) -> Plain:
    """The data with an entry of a list in another place."""

    def move(holder: Plain) -> Plain:
        rest = [one for number, one in enumerate(_list(holder)) if number != path[-1]]
        return [*rest[:to], *(one for number, one in enumerate(_list(holder)) if number == path[-1]), *rest[to:]]

    return _changed(data, path[:-1], move)


def is_same(one: Plain, other: Plain) -> bool:
    """True if two data are equal, the order of their keys included."""
    if isinstance(one, dict) and isinstance(other, dict):
        return list(one) == list(other) and all(map(is_same, one.values(), other.values()))
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(is_same, one, other))
    return one == other


def _list(data: Plain) -> list[Plain]:
    return data if isinstance(data, list) else []


def _changed(data: Plain, path: Path, change: _Change) -> Plain:
    """The data with one of its parts changed; the parts around it are new, all others are the same."""
    if not path:
        return change(data)
    step, rest = path[0], path[1:]
    if isinstance(data, list) and isinstance(step, int):
        return [*data[:step], _changed(data[step], rest, change), *data[step + 1 :]]
    if isinstance(data, dict):
        return {key: _changed(one, rest, change) if key == step else one for key, one in data.items()}
    return data
