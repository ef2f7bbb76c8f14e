"""The site as browsers see it: the folder of the last build, pages that are newer than it, and what is wrong."""

from __future__ import annotations

import hashlib
import os
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from urllib.parse import quote

from prongsai.pipeline.preview.page import Fault
from prongsai.pipeline.target.manifest import read_manifest

Pages = Mapping[str, bytes | None]  # by the names of their files in the site; None is a page that is gone
NO_PAGES: Pages = {}
START = "index.html"
_NOT_FOUND = "404.html"
_LONGEST_WAIT = 25.0  # seconds until a browser asks again
_LONGEST_SWAP = 2.0  # seconds; while a whole site is exchanged there is none for a moment
_LOOKS = (".css", ".js", ".woff2", ".svg", ".png", ".jpg", ".jpeg", ".webp", ".gif")
_CARDS = "share/"  # pictures that no page shows


def find_file(folder: Path, path: str) -> Path | None:
    """The file at a path below `folder`, a folder's own page where it ends with a slash."""
    steps = path.removeprefix("/").split("/")
    if any(step in {"", ".", ".."} for step in steps[:-1]) or steps[-1] in {".", ".."}:
        return None
    file = folder.joinpath(*steps[:-1], steps[-1] or START)
    try:
        inside = os.path.realpath(file).startswith(os.path.realpath(folder) + os.sep)
        return file if inside and file.is_file() else None
    except (OSError, ValueError):  # too long, or no name on this system
        return None


class Shown:
    """The site shown to browsers: the one in `folder`, what is wrong with newer data, and a mark of this state.

    `first` are pages of the newest data that are not in the folder yet.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.fault: Fault | None = None
        self.first: Pages = NO_PAGES
        self.replacing = threading.RLock()  # held while files of the folder are put in their place
        self._changed = threading.Condition()
        self._count = 0
        self._looks = ""
        self._watched: Counter[str] = Counter()
        self.tell: Callable[[frozenset[str]], None] = lambda _paths: None  # hears which pages are looked at

    @property
    def version(self) -> int:
        """Another number for each state."""
        return self._count

    @property
    def looked_at(self) -> frozenset[str]:
        """The paths of the pages that somebody looks at."""
        return frozenset(+self._watched)

    @property
    def is_empty(self) -> bool:
        """True while there is no site."""
        return not (self.folder / START).is_file()

    def change(self, fault: Fault | None, first: Pages = NO_PAGES) -> None:
        """Show this from now on, in every browser whose page becomes another."""
        looks = self._looks if fault or first else _looks_of(self.folder)
        with self._changed:
            self.fault, self.first, self._looks = fault, first, looks
            self._count += 1
            self._changed.notify_all()

    def read(self, path: str) -> tuple[int, str, bytes | Path]:
        """Status, name and content for a path: the bytes of a page, another file by its place."""
        name = f"{path}{START}".removeprefix("/") if path.endswith("/") else path.removeprefix("/")
        first = self.first
        data = first.get(name)
        if data is not None:
            return (200, name, data)
        file = None if name in first else self._find(path)
        status, file = (200, file) if file else (404, find_file(self.folder, f"/{_NOT_FOUND}"))
        if file is None or file.suffix.lower() not in {".html", ".htm"}:
            return (status, file.name if file else "", file or b"")
        try:
            return (status, file.name, file.read_bytes())
        except OSError:
            return (404, "", b"")

    def redirect_of(self, path: str) -> str:
        """The redirect of a path that names a folder without its slash; empty where it has none."""
        if path.endswith("/") or self._find(path):
            return ""
        is_page = self.first.get(f"{path}/{START}".removeprefix("/")) is not None or find_file(self.folder, f"{path}/")
        return quote(f"{path}/") if is_page else ""

    def mark_of(self, status: int, data: bytes | Path) -> str:
        """The mark of a page as it is shown: another one where anything that people see in it is another."""
        report = self.fault.report if self.fault else ""
        whole = hashlib.blake2b(f"{status}\0{report}\0{self._looks}\0".encode("utf-8", "replace"), digest_size=12)
        whole.update(data if isinstance(data, bytes) else b"")
        return whole.hexdigest()

    def wait(self, seen: str, path: str) -> str:
        """The mark of a page, as soon as it is another than `seen`, or after a while."""
        end = time.monotonic() + _LONGEST_WAIT
        with self._looked_at(path):
            while True:
                count = self._count
                with self.replacing:
                    status, _, data = self.read(path)
                mark = self.mark_of(status, data)
                left = end - time.monotonic()
                if mark != seen or left <= 0:
                    return mark
                with self._changed:
                    self._changed.wait_for(partial(self._is_past, count), left)

    def _is_past(self, count: int) -> bool:
        return self._count != count

    def _find(self, path: str) -> Path | None:
        end = time.monotonic() + _LONGEST_SWAP
        while self._count and not self.folder.is_dir() and time.monotonic() < end and self.fault is None:
            time.sleep(0.02)
        return find_file(self.folder, path)

    @contextmanager
    def _looked_at(self, path: str) -> Iterator[None]:
        """Tell that somebody looks at a page, as long as it is so."""
        self._count_watched(path, 1)
        try:
            yield
        finally:
            self._count_watched(path, -1)

    def _count_watched(self, path: str, more: int) -> None:
        with self._changed:
            before = frozenset(+self._watched)
            self._watched[path] += more
            now = frozenset(+self._watched)
        if now != before and now:  # a page that shows its next state is not looked at for a moment
            self.tell(now)


def _looks_of(folder: Path) -> str:
    """The mark of all that gives pages their looks: style sheets, scripts, fonts and pictures."""
    manifest = read_manifest(folder)
    files = sorted(manifest.files.items()) if manifest else ()
    whole = hashlib.blake2b(digest_size=12)
    for name, mark in files:
        if name.endswith(_LOOKS) and not name.startswith(_CARDS):
            whole.update(f"{name}\0{mark}\0".encode("utf-8", "surrogateescape"))
    return whole.hexdigest()
