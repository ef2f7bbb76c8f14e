"""The sources of a site as they are now: every file with its stamp, nothing generated, nothing opened."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from prongsai.engines.shipped import ENGINE
from prongsai.pipeline.content.owners import CONTENT, GeneratedFiles, Stamp, stamp_of
from prongsai.pipeline.read_content import ATTACHMENTS

Kind = Literal["file", "folder", "closed", "link", "pipe"]
ALWAYS = ("data", "site_config", CONTENT, ENGINE.settings.name)
_LEFT_OUT = {"__pycache__", ".git"}
_MOST_LINKED = 5_000  # entries of folders elsewhere that single links lead to
_DEEPEST = 60


@dataclass(frozen=True)
class Source:
    """One entry: a file with where its bytes are read, a link with what it points to, an unreadable folder."""

    kind: Kind
    stamp: Stamp = ()
    origin: str = ""


def find_sources(root: Path, generated: GeneratedFiles) -> dict[str, Source]:
    """Every source of the site in `root` by its name below it, a folder before what is in it."""
    generated.refresh()
    return dict(_Finder(root, generated).find())


class _Finder:
    def __init__(self, root: Path, generated: GeneratedFiles) -> None:
        self.root = os.path.realpath(root)
        self.generated = generated
        self.parts = (*ALWAYS, *ENGINE.settings.find_parts(root))
        self.real = {os.path.realpath(root / name): name for name in self.parts}
        self.linked = 0

    def find(self) -> Iterator[tuple[str, Source]]:
        """Follow what is at the top wherever it leads, for it is the site itself."""
        for name in self.parts:
            path = os.path.join(self.root, name)  # noqa: PTH118  names may hold any bytes, and there are thousands
            yield from self._plain(path, name, ())

    def _plain(self, path: str, name: str, above: tuple[str, ...]) -> Iterator[tuple[str, Source]]:
        try:
            facts = os.stat(path)  # noqa: PTH116  as above
        except OSError:
            return
        if stat.S_ISDIR(facts.st_mode):
            yield from self._folder(path, name, above)
        elif stat.S_ISFIFO(facts.st_mode):
            yield name, Source("pipe")
        elif stat.S_ISREG(facts.st_mode) and not self._is_generated(path, name, facts):
            yield name, Source("file", stamp_of(facts), path)

    def _is_generated(self, path: str, name: str, facts: os.stat_result) -> bool:
        return name.startswith(f"{CONTENT}/") and self.generated.holds(name, path, stamp_of(facts))

    def _folder(
        self, path: str, name: str, above: tuple[str, ...], *, elsewhere: bool = False
    ) -> Iterator[tuple[str, Source]]:
        """A folder with all below it; of one that is `elsewhere` only links to its files."""
        here = os.path.realpath(path)
        if here in above or len(above) > _DEEPEST:
            return
        try:
            with os.scandir(path) as found:
                entries = sorted(found, key=lambda entry: entry.name)
        except OSError:
            yield name, Source("closed")
            return
        yield name, Source("folder")
        for entry in entries:
            if entry.name in _LEFT_OUT:
                continue
            way, child = (*above, here), f"{name}/{entry.name}"
            if elsewhere:
                yield from self._linked(entry.path, child, way)
            elif entry.is_symlink():
                yield from self._link(entry.path, child, way)
            else:
                yield from self._plain(entry.path, child, way)

    def _link(self, path: str, name: str, above: tuple[str, ...]) -> Iterator[tuple[str, Source]]:
        """A link stays one, into the copy or out of the site; what it points to in the site, uncopied, is copied."""
        target = os.path.realpath(path)
        inside = self._copied_name(target)
        if inside is not None:
            yield name, Source("link", (), os.path.relpath(inside, os.path.dirname(name)))  # noqa: PTH120  as above
        elif target.startswith(self.root + os.sep):
            yield from self._plain(target, name, above)
        else:
            yield from self._linked(target, name, above)

    def _copied_name(self, target: str) -> str | None:
        for real, name in self.real.items():
            if target == real or target.startswith(real + os.sep):
                return name + target[len(real) :]
        return None

    def _linked(self, target: str, name: str, above: tuple[str, ...]) -> Iterator[tuple[str, Source]]:
        """A link to what is elsewhere.

        Where pages are generated, a folder there becomes one of ours with links in it: nothing is written through them.
        """
        self.linked += 1
        is_open = name.startswith(f"{CONTENT}/") and not f"{name}/".startswith(f"{CONTENT}/{ATTACHMENTS}")
        if is_open and os.path.isdir(target):  # noqa: PTH112  as above
            if self.linked < _MOST_LINKED:
                yield from self._folder(target, name, above, elsewhere=True)
            return
        if self.linked < _MOST_LINKED:
            yield name, Source("link", _stamp_or_none(target), target)


def _stamp_or_none(target: str) -> Stamp:
    try:
        return stamp_of(os.stat(target))  # noqa: PTH116  as above
    except OSError:
        return ()
