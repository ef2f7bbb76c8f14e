"""The store: what earlier runs made, by the hash of all that it was made from, so that nothing is made twice.

It is below the folder that git ignores, as bytes and JSON. A key says nothing of the site or the machine, so one
store can serve many sites. What is damaged or came from elsewhere is made again, and deleting all of it costs time
alone; so nothing that goes wrong with the store is a problem of the site.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from prongsai.pipeline.fingerprint import program_fingerprint
from prongsai.pipeline.sealed import digest_of, read_sealed, write_sealed

STORE = ".prongsai/store"
EARLIER = (".prongsai/documents", ".prongsai/share", ".prongsai/attachments.json")  # what versions before kept


Used = tuple[frozenset[str], dict[str, bytes]]  # keys, and what is new by its key


@dataclass(frozen=True)
class Kind:
    """A kind of thing made of values alone: the libraries and the part of the program (package paths) that make it.

    `spare` is how many are kept that a run did not need, for who goes back and forth. Small ones are `packed` into one
    file, since a thousand files take longer to open than to make.
    """

    name: str
    libraries: tuple[str, ...]
    spare: int
    packed: bool = False
    made_by: tuple[str, ...] = ("",)


class Store:
    """The store of the site kept in `root`; without one it remembers until the run ends.

    Nothing is written before `keep`. One that is `closed` knows nothing of earlier runs.
    """

    def __init__(self, root: Path | None = None, *, closed: bool = False) -> None:
        self._root = root
        self._closed = closed
        self._shelves: dict[str, _Shelf] = {}

    def get(self, kind: Kind, value: str | bytes, make: Callable[[], bytes]) -> bytes:
        """The result made of `value` before, or else what `make` makes of it."""
        found = self.find(kind, value)
        return self.put(kind, value, make()) if found is None else found

    def find(self, kind: Kind, value: str | bytes) -> bytes | None:
        """The result made of `value` before, if it is there."""
        return self._shelf(kind).find(_key(kind, value))

    def put(self, kind: Kind, value: str | bytes, made: bytes) -> bytes:
        """Have `made` for the next time; returns it."""
        self._shelf(kind).put(_key(kind, value), made)
        return made

    def used(self, kind: Kind) -> Used:
        """The things of a kind that this process used, to be handed to the process that started it."""
        shelf = self._shelf(kind)
        return frozenset(shelf.used), {key: shelf.used[key] for key in shelf.new}

    def use(self, kind: Kind, used: Used) -> None:
        """Have what another process used of a kind as used by this one."""
        shelf, (keys, new) = self._shelf(kind), used
        for key, made in new.items():
            shelf.put(key, made)
        for key in keys:
            shelf.find(key)

    def tidy(self, kind: Kind) -> None:
        """Have `keep` forget what this run does not need of a kind, also where it asks for none."""
        self._shelf(kind)

    def keep_kind(self, kind: Kind) -> None:
        """Write what is new of one kind alone, for a run that asked for all that is needed of it."""
        with suppress(OSError):
            self._shelf(kind).keep()

    def keep(self) -> None:
        """Write what is new, and of each kind that was asked for forget the oldest that were of no use."""
        for shelf in self._shelves.values():
            with suppress(OSError):  # a full disk, or another command at the same place: it is made again then
                shelf.keep()
        for path in (self._root / name for name in EARLIER) if self._root is not None else ():
            with suppress(OSError):
                shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)

    def _shelf(self, kind: Kind) -> _Shelf:
        if kind.name not in self._shelves:
            self._shelves[kind.name] = _open(kind, self._root, closed=self._closed)
        return self._shelves[kind.name]


def _open(kind: Kind, root: Path | None, *, closed: bool) -> _Shelf:
    if root is None:
        return _Shelf(kind)
    return (_Pack if kind.packed else _Files)(kind, root / STORE / kind.name, closed=closed)


class _Shelf:
    """All of one kind by their keys, as far as this run `used` them: in the memory alone."""

    def __init__(self, kind: Kind) -> None:
        self.kind = kind
        self.used: dict[str, bytes] = {}
        self.new: set[str] = set()

    def find(self, key: str) -> bytes | None:
        if key not in self.used and (found := self.read(key)) is not None:
            self.used[key] = found
        return self.used.get(key)

    def put(self, key: str, made: bytes) -> None:
        self.used[key] = made
        self.new.add(key)

    def read(self, key: str) -> bytes | None:
        del key
        return None

    def keep(self) -> None:
        pass


class _Files(_Shelf):
    """Each in a file of its own, named by its key."""

    def __init__(self, kind: Kind, folder: Path, *, closed: bool) -> None:
        super().__init__(kind)
        self._folder = folder
        self._closed = closed

    def read(self, key: str) -> bytes | None:
        return None if self._closed else read_sealed(self._folder / key)

    def keep(self) -> None:
        while self.new:
            key = self.new.pop()
            write_sealed(self._folder / key, self.used[key])
        unused = sorted((path for path in self._folder.glob("*") if path.name not in self.used), key=_age)
        for path in unused[: max(0, len(unused) - self.kind.spare)]:
            path.unlink(missing_ok=True)


class _Pack(_Shelf):
    """All in one file, the oldest first: a line of JSON with their keys and lengths, then one behind the other."""

    def __init__(self, kind: Kind, folder: Path, *, closed: bool) -> None:
        super().__init__(kind)
        self._place = folder / "all"
        self._there = {} if closed else _unpack(read_sealed(self._place) or b"")

    def read(self, key: str) -> bytes | None:
        return self._there.get(key)

    def keep(self) -> None:
        unused = [key for key in self._there if key not in self.used]
        spare = unused[max(0, len(unused) - self.kind.spare) :]
        kept = {**{key: self._there[key] for key in spare}, **self.used}
        if kept != self._there:
            write_sealed(self._place, *_pack(kept))
            self._there = kept
        for path in self._place.parent.glob("*.part"):  # of a run that was killed
            path.unlink(missing_ok=True)


def _age(path: Path) -> tuple[float, str]:
    return path.stat().st_mtime, path.name


def _pack(found: Mapping[str, bytes]) -> tuple[bytes, ...]:
    lengths = json.dumps({key: len(data) for key, data in found.items()})
    return (f"{lengths}\n".encode(), *found.values())


def _unpack(data: bytes) -> dict[str, bytes]:
    """All of a pack; nothing of one that another program wrote."""
    head, _, rest = data.partition(b"\n")
    found, start = {}, 0
    try:
        for key, length in json.loads(head).items():
            found[key] = rest[start : start + length]
            start += length
    except (ValueError, TypeError, AttributeError, RecursionError):
        return {}
    return found


def _key(kind: Kind, value: str | bytes) -> str:
    data = value.encode("utf-8", "surrogatepass") if isinstance(value, str) else value
    program = program_fingerprint(kind.made_by, kind.libraries)
    return digest_of(f"{kind.name}\0{program}\0".encode(), data)
