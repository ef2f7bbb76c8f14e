"""The copy of a site in which the preview builds: brought up to date from the sources, which it never writes to."""

from __future__ import annotations

import json
import os
import shutil
import stat
import time
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from prongsai import __version__
from prongsai.engines.shipped import ENGINE
from prongsai.pipeline.begin_build import WORK
from prongsai.pipeline.content.owners import GeneratedFiles, read_list
from prongsai.pipeline.content.write_files import settle_marks, write_file
from prongsai.pipeline.fingerprint import RECORD
from prongsai.pipeline.preview.sources import ALWAYS, Source, find_sources
from prongsai.pipeline.store import STORE

_SMALL = 1_000_000  # bytes
_COARSE_TIMES = 3.0  # seconds: some disks keep times so coarsely that a file saved twice looks as if saved once


class Placer:
    """Writes into `folder` what the site in `root` holds; `part` is where a file waits until it is whole."""

    def __init__(self, root: Path, folder: Path, part: Path) -> None:
        self.root = root
        self.folder = folder
        self.part = part
        self._young: dict[str, Source] = {}

    def place(self, name: str, source: Source) -> bool:
        """Put one source into the copy; False where it has vanished meanwhile."""
        path = self.folder / name
        if not _is_in_place(path):
            return False
        _make_room(path, source)
        if source.kind == "file":
            return self._copy(name, source)
        if source.kind == "link":
            with suppress(OSError):  # Windows lets few people make links
                path.symlink_to(source.origin, target_is_directory=(path.parent / source.origin).is_dir())
        elif source.kind == "pipe":
            os.mkfifo(path)
        else:
            path.mkdir(exist_ok=True)
            mode = 0 if source.kind == "closed" else path.stat().st_mode | stat.S_IRWXU
            path.chmod(stat.S_IMODE(mode))
        return True

    def remove(self, name: str, source: Source) -> None:
        """Take out what was placed; a folder stays as long as something generated is in it."""
        path = self.folder / name
        if _is_in_place(path):
            with suppress(OSError):
                path.rmdir() if source.kind in {"folder", "closed"} else path.unlink()

    def stands(self, name: str, source: Source) -> bool:
        """True if something like the source is in the copy."""
        try:
            facts = (self.folder / name).lstat()
        except OSError:
            return False
        if source.kind == "file":
            is_settled = ENGINE.settings.is_part_of(self.root, name)  # to other paths, of another length
            return stat.S_ISREG(facts.st_mode) and (facts.st_size == source.stamp[0] or is_settled)
        return _is_kind(facts.st_mode, source)

    def saved_again(self) -> set[str]:
        """The files placed lately that hold something else by now; those older by now are not looked at again."""
        again = {name for name, source in self._young.items() if _differs(source.origin, self.folder / name)}
        self._young = {name: source for name, source in self._young.items() if name in again or _is_young(source)}
        return again

    def _copy(self, name: str, source: Source) -> bool:
        self._young.pop(name, None)
        self.part.unlink(missing_ok=True)
        try:
            origin = _open(source.origin)
        except FileNotFoundError:
            return False
        except OSError:
            self.part.touch(mode=0)  # as unreadable as the source
        else:
            with origin, self.part.open("wb") as sink:
                shutil.copyfileobj(origin, sink, 1 << 20)
            self._finish(name, source)
        self.part.replace(self.folder / name)
        return True

    def _finish(self, name: str, source: Source) -> None:
        if ENGINE.settings.is_part_of(self.root, name):
            with suppress(UnicodeDecodeError):
                text = self.part.read_text(encoding="utf-8")
                self.part.write_text(ENGINE.settings.settle(self.root, self.folder, text), encoding="utf-8", newline="")
        elif _is_young(source) and source.stamp[0] <= _SMALL:
            self._young[name] = source
        os.utime(self.part, ns=(source.stamp[1], source.stamp[1]))  # templates and modules are kept by their time


def _open(path: str) -> BinaryIO:
    """Open a plain file, and nothing that may have taken its place since it was looked at: no pipe, no device."""
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0))
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise FileNotFoundError(path)
    return os.fdopen(handle, "rb")


def _is_in_place(path: Path) -> bool:
    """True if no link on the way leads out of the copy, so that nothing of other people is written or removed."""
    return os.path.realpath(path.parent) == str(path.parent)


def _is_kind(mode: int, source: Source) -> bool:
    kinds = {"file": stat.S_ISREG, "link": stat.S_ISLNK, "pipe": stat.S_ISFIFO}
    return kinds.get(source.kind, stat.S_ISDIR)(mode)


def _make_room(path: Path, source: Source) -> None:
    """Take away what is in the way: something of another kind, an older link."""
    try:
        mode = path.lstat().st_mode
    except OSError:
        return
    if _is_kind(mode, source) and not stat.S_ISLNK(mode):
        return
    if stat.S_ISDIR(mode):
        shutil.rmtree(path)
    else:
        path.unlink()


def _is_young(source: Source) -> bool:
    return abs(time.time() - source.stamp[1] / 1e9) < _COARSE_TIMES


def _differs(origin: str, path: Path) -> bool:
    try:
        with _open(origin) as source:
            return source.read(_SMALL + 1) != path.read_bytes()
    except OSError:
        return False


FOLDER = f"{WORK}/preview"
_FORMAT = 1


class PreviewCopy:
    """The sources of the site in `root`, copied below its folder that git ignores; it may be deleted at any time."""

    def __init__(self, root: Path) -> None:
        self.root = root.resolve()
        self.place = (self.root / FOLDER).resolve()
        self.folder = self.place / "copy"
        self.site = self.folder / WORK / "preview"
        self._record = self.place / "copied.json"
        self._generated = GeneratedFiles(self.root)
        self._placer = Placer(self.root, self.folder, self.place / "part")
        self._copied: dict[str, Source] | None = None

    def look(self) -> dict[str, Source]:
        """The sources as they are now."""
        return find_sources(self.root, self._generated)

    def is_whole(self) -> bool:
        """True if the copy is there, and nothing in it was saved again so soon that its time does not tell."""
        return self._record.is_file() and not self._placer.saved_again()

    def update(self, found: Mapping[str, Source]) -> None:
        """Make the copy equal to the sources `found`; what is as it was copied is not copied again."""
        copied = self._known()
        stale, fresh = self._differing(found, copied)
        if any(name not in copied for name in fresh):  # whatever happens now, the record names all that may be there
            self._remember(copied | {name: Source(found[name].kind) for name in fresh})
        for name in reversed(stale):
            self._placer.remove(name, copied[name])
        placed = {name for name in fresh if self._placer.place(name, found[name])}
        self._settle_marks(placed)
        if any(name.partition("/")[0] not in ALWAYS for name in (*stale, *placed)):
            (self.folder / RECORD).unlink(missing_ok=True)  # the fingerprint of a build does not know of these
        if stale or fresh:
            missed = {*fresh} - placed
            self._remember({name: Source(one.kind) if name in missed else one for name, one in found.items()})

    def changed(self, found: Mapping[str, Source]) -> frozenset[str]:
        """The names of the sources that an update would copy or remove."""
        stale, fresh = self._differing(found, self._known())
        return frozenset((*stale, *fresh))

    def _differing(self, found: Mapping[str, Source], copied: Mapping[str, Source]) -> tuple[list[str], list[str]]:
        again = self._placer.saved_again()
        stale = [name for name in copied if name not in found]
        fresh = [name for name, one in found.items() if name in again or not self._is_current(name, one, copied)]
        return stale, fresh

    def borrow(self) -> None:
        """Take over the store of the site's own builds, so that nothing slow is done twice."""
        self.place.mkdir(parents=True, exist_ok=True)
        self._known()
        for path in sorted((self.root / STORE).glob("*/*")):
            mine = self.folder / path.relative_to(self.root)
            if not mine.exists() and path.is_file():
                write_file(mine, path.read_bytes())

    def without_copy(self, text: str) -> str:
        """A text in which the site's own folder is wherever the copy was named."""
        for path in (str(self.folder), self.folder.as_posix(), repr(str(self.folder))[1:-1]):
            text = text.replace(path, str(self.root))
        return text

    def _is_current(self, name: str, source: Source, copied: Mapping[str, Source]) -> bool:
        return copied.get(name) == source and self._placer.stands(name, source)

    def _known(self) -> dict[str, Source]:
        """The files copied, now or by an earlier run; where that is not known, everything is copied again."""
        if self._copied is None or not self._record.is_file():
            self._copied = _load(self._record)
        if self._copied is None:
            shutil.rmtree(self.place, ignore_errors=True)
            self._copied = {}
        self.folder.mkdir(parents=True, exist_ok=True)
        return self._copied

    def _remember(self, copied: dict[str, Source]) -> None:
        listed = {name: [one.kind, one.stamp, one.origin] for name, one in copied.items()}
        text = json.dumps({"format": _FORMAT, "version": __version__, "sources": listed})
        write_file(self._record, text.encode())
        self._copied = copied

    def _settle_marks(self, placed: Iterable[str]) -> None:
        """Of what people put where pages are generated, the copy knows what the site itself knows, and no more."""
        known, own = read_list(self.folder), self._generated.marks
        changed = {name: own.get(name) for name in placed if known.get(name) != own.get(name)}
        if changed:
            settle_marks(self.folder, changed)


def _load(record: Path) -> dict[str, Source] | None:
    """The record of an earlier run; None where it is damaged or of another version."""
    try:
        stored = json.loads(record.read_bytes())
        if (stored["format"], stored["version"]) != (_FORMAT, __version__):
            return None
        return {name: Source(kind, tuple(stamp), origin) for name, (kind, stamp, origin) in stored["sources"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None
