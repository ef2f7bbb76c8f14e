"""Values read from a file that remember the place they were read from, and what was left out of them as faulty."""

from __future__ import annotations

from collections.abc import Collection

from prongsai.problems import Where
from prongsai.thai import codes

_NOWHERE = Where("")
ANY = ""  # among what was left out: something of which nobody knows what it was


class SourcedText(str):
    """A scalar in its one form, with its place; `typed` is what was written, for names of files, where all counts."""

    __slots__ = ("typed", "where")
    where: Where
    typed: str

    @classmethod
    def at(cls, text: str, where: Where, typed: str = "") -> SourcedText:
        """Make a text that knows its place."""
        made = cls(text)
        made.where = where
        made.typed = typed or text
        return made


class SourcedList(list[object]):
    """A sequence, with its place and those of its entries.

    `lost` names the entries that were left out as faulty, by their ids; `whole` is false where something at any depth
    was left out.
    """

    def __init__(self, where: Where) -> None:
        super().__init__()
        self.where = where
        self.places: list[Where] = []
        self.lost: frozenset[str] = frozenset()
        self.whole = True


class SourcedMap(dict[str, object]):
    """A mapping, with its place, the places of its keys and, once parsed, what its type knows of itself.

    `lost` names the keys that were left out as faulty; `whole` is false where something at any depth was left out.
    `cut` is the first key behind another entry that no colon follows: the rest of a value with a comma in it.
    """

    def __init__(self, where: Where) -> None:
        super().__init__()
        self.where = where
        self.cut = ""
        self.key_places: dict[str, Where] = {}
        self.known_keys: tuple[str, ...] = ()
        self.indivisible = False
        self.lost: frozenset[str] = frozenset()
        self.whole = True

    def without(self, keys: Collection[str]) -> SourcedMap:
        """The mapping without some keys, all else of it as it was read."""
        kept = SourcedMap(self.where)
        kept.update({key: value for key, value in self.items() if key not in keys})
        kept.key_places = {key: place for key, place in self.key_places.items() if key not in keys}
        kept.lost, kept.whole = self.lost, self.whole
        return kept


def place_of(raw: object, *path: str | int) -> Where:
    """The place of what `path` leads to inside `raw`, or of the nearest thing on the way that has one."""
    place = getattr(raw, "where", _NOWHERE)
    for step in path:
        if isinstance(raw, SourcedMap):
            key = _as_typed(raw, str(step))
            place = raw.key_places.get(key, place)
            raw = raw.get(key)
        elif isinstance(raw, SourcedList) and isinstance(step, int) and 0 <= step < len(raw):
            place = raw.places[step] if step < len(raw.places) else place
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


def _as_typed(raw: SourcedMap, key: str) -> str:
    """The key as it is in the file, which may have another spelling of a code: iit or 011 for IIT and O11."""
    if key in raw.key_places:
        return key
    return next((typed for typed in raw.key_places if typed and key in codes.spellings(typed)), key)


def _value_of(raw: object, step: str | int) -> object:
    return raw.get(str(step)) if isinstance(raw, SourcedMap) else None


def is_whole(raw: object, *path: str | int) -> bool:
    """True if nothing of what `path` leads to was left out as faulty, at any depth."""
    holder = _holder(raw, path)
    return holder is not None and getattr(holder, "whole", True)


def is_complete(raw: object, *path: str | int) -> bool:
    """True if no entry of the list or group that `path` leads to was left out; its entries may have lost parts."""
    holder = _holder(raw, path)
    return holder is not None and not getattr(holder, "lost", ())


def may_have_lost(raw: object, name: str, *path: str | int) -> bool:
    """True if an entry called `name` may be among what was left out of the list or group that `path` leads to."""
    holder = _holder(raw, path)
    return holder is None or not {name, ANY}.isdisjoint(getattr(holder, "lost", ()))


def _holder(raw: object, path: tuple[str | int, ...]) -> object | None:
    """The node that `path` leads to; None where a part of the way was left out, an empty text where none was."""
    for step in path:
        if isinstance(raw, SourcedMap):
            if step in raw.lost or (ANY in raw.lost and step not in raw):
                return None
            raw = raw.get(str(step), "")
        elif isinstance(raw, SourcedList) and isinstance(step, int) and step < len(raw):
            raw = raw[step]
        else:
            return ""
    return "" if raw is None else raw
