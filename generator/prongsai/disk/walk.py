"""List what is in the folders of a site, without opening a file, leaving the site or going in circles."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from pathlib import Path

SITE_FOLDERS = ("data", "site_config", "content")
MOST_ENTRIES = 50_000  # of all folders of a site; no agency keeps a fifth of that
DEEPEST = 40  # steps below the site's folder
_REPARSE_POINT = 0x400  # Windows: a link, a junction, or a file that a cloud drive keeps elsewhere


class FileType(Enum):
    """The type of an entry of a folder; for a link, of what it leads to."""

    FILE = "file"
    FOLDER = "folder"
    FIFO = "FIFO"
    SOCKET = "socket"
    DEVICE = "device"
    OUTSIDE = "a link that leaves the site"
    DEAD = "a link to nothing"
    CIRCLE = "a link that leads back to where it stands"
    CLOSED = "a folder that cannot be listed"
    TOO_DEEP = "a folder below too many others"


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry by its name below the site's folder, as the system gives it: it may hold bytes that are no UTF-8.

    `target` is what a link says; `reason` why a folder cannot be listed.
    """

    name: str
    kind: FileType
    target: str = ""
    reason: str = ""

    @property
    def is_hidden(self) -> bool:
        """True if a step of its name begins with a dot, so that neither the engine nor a loader takes it."""
        return self.name.startswith(".") or "/." in self.name


@dataclass(frozen=True)
class Tree:
    """The entries found, sorted by name within each folder; `is_complete` is false when there were too many."""

    entries: tuple[Entry, ...] = ()
    is_complete: bool = True

    @cached_property
    def kinds(self) -> dict[str, FileType]:
        """The kind of each entry by its name."""
        return {entry.name: entry.kind for entry in self.entries}

    @cached_property
    def _inside(self) -> dict[str, list[Entry]]:
        found: dict[str, list[Entry]] = {}
        for entry in self.entries:
            found.setdefault(entry.name.rpartition("/")[0], []).append(entry)
        return found

    def inside(self, folder: str) -> list[Entry]:
        """The entries that are in a folder itself."""
        return self._inside.get(folder, [])

    def files(self, folder: str) -> Iterator[str]:
        """The names of the plain files below a folder, as seen from there."""
        head = f"{folder}/"
        for entry in self.entries:
            if entry.kind is FileType.FILE and entry.name.startswith(head):
                yield entry.name[len(head) :]


def walk_site(root: Path, folders: tuple[str, ...] = SITE_FOLDERS, most: int = MOST_ENTRIES) -> Tree:
    """List these folders of the site kept in `root` with all that is below them."""
    walker = _Walker(os.path.realpath(root), most)
    for folder in folders:
        walker.start(folder)
    return Tree(tuple(walker.entries), is_complete=len(walker.entries) < most)


class _Walker:
    def __init__(self, root: str, most: int) -> None:
        self.root = root
        self.most = most
        self.entries: list[Entry] = []

    def start(self, name: str) -> None:
        path = os.path.join(self.root, name)  # noqa: PTH118  the whole walk is on texts, which is twice as fast
        try:
            facts = os.lstat(path)
        except OSError:
            return
        self._take(name, path, facts.st_mode, (self.root,))

    def _take(self, name: str, path: str, mode: int, above: tuple[str, ...]) -> None:
        """Add an entry of this mode and, where it is a folder, what is in it; `above` are the real folders above."""
        if len(self.entries) >= self.most:
            return
        target = ""
        real = f"{above[-1]}{os.sep}{name.rpartition('/')[2]}"
        if stat.S_ISLNK(mode):
            entry, real, mode = self._follow(name, path, above)
            if entry is not None:
                self.entries.append(entry)
                return
            target = _target(path)
        kind = _KINDS.get(stat.S_IFMT(mode), FileType.DEVICE)
        if kind is FileType.FOLDER:
            self._descend(name, path, target, (*above, real))
        else:
            self.entries.append(Entry(name, kind, target))

    def _follow(self, name: str, path: str, above: tuple[str, ...]) -> tuple[Entry | None, str, int]:
        """The target of a link and its mode; an entry instead where it must not be followed."""
        real = os.path.realpath(path)
        target = _target(path)
        if not self._is_inside(real):
            return Entry(name, FileType.OUTSIDE, target), real, 0
        try:
            mode = os.stat(path).st_mode  # noqa: PTH116
        except OSError as failure:
            kind = FileType.CIRCLE if failure.errno == errno.ELOOP else FileType.DEAD
            return Entry(name, kind, target), real, 0
        if stat.S_ISDIR(mode) and any(f"{one}{os.sep}".startswith(f"{real}{os.sep}") for one in above):
            return Entry(name, FileType.CIRCLE, target), real, 0
        return None, real, mode

    def _is_inside(self, real: str) -> bool:
        """True if a place is in the site's folder, and not in what is hidden there, such as .git."""
        if real == self.root:
            return True
        below = real.removeprefix(f"{self.root}{os.sep}")
        return below != real and f"{os.sep}." not in f"{os.sep}{below}"

    def _descend(self, name: str, path: str, target: str, above: tuple[str, ...]) -> None:
        if name.count("/") >= DEEPEST:
            self.entries.append(Entry(name, FileType.TOO_DEEP, target))
            return
        try:
            with os.scandir(path) as listing:
                found = sorted(((one.name, _mode(one)) for one in _some(listing, self.most)), key=lambda one: one[0])
        except OSError as failure:
            self.entries.append(Entry(name, FileType.CLOSED, target, failure.strerror or str(failure)))
            return
        self.entries.append(Entry(name, FileType.FOLDER, target))
        for one, mode in found:
            self._take(f"{name}/{one}", f"{path}{os.sep}{one}", mode, above)


_KINDS = {
    stat.S_IFREG: FileType.FILE,
    stat.S_IFDIR: FileType.FOLDER,
    stat.S_IFIFO: FileType.FIFO,
    stat.S_IFSOCK: FileType.SOCKET,
}


def _some(listing: Iterator[os.DirEntry[str]], most: int) -> Iterator[os.DirEntry[str]]:
    return (entry for entry, _ in zip(listing, range(most), strict=False))


def _mode(entry: os.DirEntry[str]) -> int:
    """The kind of an entry as a mode; what the listing says already is not asked of the disk again."""
    if os.name == "nt" and getattr(entry.stat(follow_symlinks=False), "st_file_attributes", 0) & _REPARSE_POINT:
        return stat.S_IFLNK
    if entry.is_file(follow_symlinks=False):
        return stat.S_IFREG
    if entry.is_dir(follow_symlinks=False):
        return stat.S_IFDIR
    if entry.is_symlink():
        return stat.S_IFLNK
    try:
        return entry.stat(follow_symlinks=False).st_mode
    except OSError:
        return stat.S_IFREG  # gone since: whoever reads it finds that out


def _target(path: str) -> str:
    """The text of a link."""
    try:
        return os.readlink(path)  # noqa: PTH115
    except OSError:
        return ""
