"""The site of a chain: the files that people keep, apart from the folder in which they are built again and again."""

from __future__ import annotations

import os
import random
import re
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from chains.makers import Told

Sources = Mapping[str, bytes]


@dataclass
class World:
    """All that an edit may change: `truth` has the sources, `root` is built from in place, `program` makes both.

    `chance` and `number` are those of the step; `first`, `earlier` and `before` are the sources at the start of the
    chain, before the last step and before this one. `spoiled` are the files of the built site that somebody changed,
    `foreign` those that somebody added.
    """

    truth: Path
    root: Path
    program: Path
    run: Callable[..., Told]
    chance: random.Random = field(default_factory=random.Random)
    number: int = 0
    first: Sources = field(default_factory=dict)
    earlier: Sources = field(default_factory=dict)
    before: Sources = field(default_factory=dict)
    spoiled: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)

    @property
    def site(self) -> Path:
        """The built site."""
        return self.root / "site"

    def files(self, pattern: str) -> list[str]:
        """The sources with such names, in an order of chance."""
        found = sorted(path.relative_to(self.truth).as_posix() for path in self.truth.glob(pattern) if path.is_file())
        return self.chance.sample(found, len(found))

    def text(self, name: str) -> str:
        """The text of a source; empty where there is none."""
        path = self.truth / name
        return path.read_text("utf-8", "replace") if path.is_file() else ""

    def write(self, name: str, text: str | bytes) -> bool:
        """Save a source."""
        path = self.truth / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return True

    def units(self) -> list[str]:
        """The codes of the agency's units."""
        units = self.text("site_config/agency.yml").partition("\nunits:\n")[2]
        return re.findall(r"^  ([a-z][a-z-]*):", units, re.MULTILINE)

    def years(self) -> list[int]:
        """The years with data."""
        return sorted(int(path.name) for path in (self.truth / "data").iterdir() if path.is_dir())

    def kept(self) -> Sources:
        """All sources; the same object for what did not change since the step before."""
        found = {}
        for path in sorted(self.truth.rglob("*")):
            if path.is_file():
                name, data = path.relative_to(self.truth).as_posix(), path.read_bytes()
                found[name] = self.before[name] if self.before.get(name) == data else data
        return found

    def put(self, sources: Sources) -> None:
        """Make the sources what they were once."""
        for name in self.kept().keys() - sources.keys():
            remove(self.truth, name)
        for name, data in sources.items():
            if not (self.truth / name).is_file() or (self.truth / name).read_bytes() != data:
                self.write(name, data)


class Follower:
    """Carries what changes in the sources over to the folder that is built from, as a copying program does."""

    def __init__(self, truth: Path, root: Path) -> None:
        self._truth, self._root = truth, root
        self._there: dict[str, tuple[bytes, int]] = {}

    def follow(self) -> None:
        """Copy the sources that changed or were touched, and remove those that are gone."""
        now = {}
        for path in sorted(self._truth.rglob("*")):
            if path.is_file():
                now[path.relative_to(self._truth).as_posix()] = (path.read_bytes(), path.stat().st_mtime_ns)
        for name in self._there.keys() - now.keys():
            remove(self._root, name)
        for name, (data, time) in now.items():
            if self._there.get(name) != (data, time):
                (self._root / name).parent.mkdir(parents=True, exist_ok=True)
                (self._root / name).write_bytes(data)
                os.utime(self._root / name, ns=(time, time))
        self._there = now

    def take_over(self, folder: str) -> None:
        """Make a folder of the sources what a command has made of it."""
        shutil.rmtree(self._truth / folder)
        shutil.copytree(self._root / folder, self._truth / folder)
        self.follow()


def remove(root: Path, name: str) -> None:
    """Remove a file and the folders that are empty without it."""
    (root / name).unlink(missing_ok=True)
    folder = (root / name).parent
    while folder != root and folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent
