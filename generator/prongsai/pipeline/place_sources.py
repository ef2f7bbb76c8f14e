"""Put single sources of a site into its copy, and take them out: whole or not at all, never through a link."""

from __future__ import annotations

import os
import shutil
import stat
import time
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from prongsai.pipeline.preview_config import is_config, settle_config
from prongsai.pipeline.preview_sources import Source

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
        """Whether something like the source lies in the copy."""
        try:
            facts = (self.folder / name).lstat()
        except OSError:
            return False
        if source.kind == "file":
            return stat.S_ISREG(facts.st_mode) and (facts.st_size == source.stamp[0] or is_config(self.root, name))
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
        if is_config(self.root, name):
            with suppress(UnicodeDecodeError):
                text = self.part.read_text(encoding="utf-8")
                self.part.write_text(settle_config(self.root, self.folder, text), encoding="utf-8", newline="")
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
    """Whether no link on the way leads out of the copy, so that nothing of other people is written or removed."""
    return os.path.realpath(path.parent) == str(path.parent)


def _is_kind(mode: int, source: Source) -> bool:
    kinds = {"file": stat.S_ISREG, "link": stat.S_ISLNK, "pipe": stat.S_ISFIFO}
    return kinds.get(source.kind, stat.S_ISDIR)(mode)


def _make_room(path: Path, source: Source) -> None:
    """Take away what stands in the way: something of another kind, an older link."""
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
