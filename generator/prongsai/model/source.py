"""Values read from a file that remember the place they were read from."""

from __future__ import annotations

from typing import Any

from prongsai.problems import Where


class SourcedText(str):
    """A scalar as written, with its place."""

    __slots__ = ("where",)
    where: Where

    @classmethod
    def at(cls, text: str, where: Where) -> SourcedText:
        """Make a text that knows its place."""
        made = cls(text)
        made.where = where
        return made


class SourcedList(list[Any]):
    """A sequence, with its place."""

    def __init__(self, where: Where) -> None:
        super().__init__()
        self.where = where


class SourcedMap(dict[str, Any]):
    """A mapping, with its place, the places of its keys and, once parsed, the keys its type knows."""

    def __init__(self, where: Where) -> None:
        super().__init__()
        self.where = where
        self.key_places: dict[str, Where] = {}
        self.known_keys: tuple[str, ...] = ()


def place_of(raw: object, *path: str | int) -> Where:
    """The place of what `path` leads to inside `raw`, or of the nearest thing on the way that has one."""
    place = getattr(raw, "where", Where(""))
    for step in path:
        if isinstance(raw, SourcedMap):
            place = raw.key_places.get(str(step), place)
            raw = raw.get(str(step))
        elif isinstance(raw, SourcedList) and isinstance(step, int) and 0 <= step < len(raw):
            raw = raw[step]
        else:
            return place
        place = getattr(raw, "where", place)
    return place


def place_of_key(raw: object, *path: str | int) -> Where:
    """The place of the key that ends `path`, not of what it holds."""
    *steps, key = path
    for step in steps:
        raw = raw[step] if isinstance(raw, SourcedList) and isinstance(step, int) else _value_of(raw, step)
    places = raw.key_places if isinstance(raw, SourcedMap) else {}
    return places.get(str(key)) or place_of(raw)


def _value_of(raw: object, step: str | int) -> object:
    return raw.get(str(step)) if isinstance(raw, SourcedMap) else None
