"""The owner of a file in content/: the list of what was generated, and what people put there themselves."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Literal

from prongsai import addresses
from prongsai.disk.names import is_never_published
from prongsai.disk.walk import Tree, walk_site
from prongsai.pipeline.content.page_mark import read_mark, says_generated, without_mark

CONTENT = "content"
GENERATED_LIST = f"{CONTENT}/.generated.json"
EARLIER_LIST = ".prongsai/manifest.json"  # of version 0.1.0
IGNORE_LIST = f"{CONTENT}/.gitignore"
IGNORE_HEAD = "# แฟ้มที่โปรแกรมสร้าง ไม่ต้องเก็บใน git"
_OUR_FOLDERS = ("data", "documents", "search", "share")  # nobody but the generator puts files there
_OUR_NAMES = {"feed.json", "feed.xml", "sitemap.xml"}

Marks = dict[str, list[str]]


def read_list(root: Path) -> Marks:
    """The generated files: each by its path below the site's folder, with the fingerprints that are ours.

    Where the list is lost the names are taken from the list for git, or else from what the pages say of themselves;
    such a name has no fingerprint.
    """
    found: Marks = {}
    for place in (EARLIER_LIST, GENERATED_LIST):
        for name, marks in _stored(root / place).items():
            found[name] = [*found.get(name, []), *marks]
    return found or {name: [] for name in _ignored(root) or _looked_for(root)}


def list_bytes(marks: Mapping[str, list[str]]) -> bytes:
    """The list as it is kept."""
    return (json.dumps(dict(sorted(marks.items())), ensure_ascii=False, indent=1) + "\n").encode()


def _stored(path: Path) -> Marks:
    try:
        stored = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    marks = stored.items() if isinstance(stored, dict) else ()
    return {name: found for name, found in marks if isinstance(found, list) and _is_below(name)}


def _is_below(name: str) -> bool:
    """True if a name of a list leads into content/: lists travel, and files are removed by them."""
    steps = name.replace("\\", "/").split("/")
    return len(steps) > 1 and steps[0] == CONTENT and not {"", ".", ".."} & set(steps)


def _ignored(root: Path) -> list[str]:
    """The names that the list for git has, when it is ours."""
    try:
        lines = (root / IGNORE_LIST).read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError):
        return []
    if not lines or lines[0] != IGNORE_HEAD:
        return []
    names = (f"{CONTENT}{line}".replace("\\[", "[") for line in lines[1:] if line.startswith("/"))
    return [name for name in names if name not in {GENERATED_LIST, IGNORE_LIST} and _is_below(name)]


def _looked_for(root: Path) -> Iterator[str]:
    """Pages that say that they are generated and, where there is one, files in places that are the generator's own."""
    folder = root / CONTENT
    pages = [path for path in folder.rglob("*.md") if says_generated(path)]
    yield from (path.relative_to(root).as_posix() for path in pages)
    if pages:
        others = (path for path in folder.rglob("*") if path.suffix != ".md" and path.is_file())
        yield from (path.relative_to(root).as_posix() for path in others if _is_our_place(path.relative_to(folder)))


def _is_our_place(path: Path) -> bool:
    return path.name in _OUR_NAMES or (len(path.parts) > 1 and path.parts[0] in _OUR_FOLDERS)


# "unknown" was generated once, and nothing tells whether somebody edited it since.
Owner = Literal["ours", "edited", "unknown", "foreign"]


def find_owner(root: Path, name: str, current: bytes | None, data: bytes, ours: Marks, always_ours: bytes) -> Owner:
    """The owner of the file `name` that says `current` (None: there is none) and must become `data`.

    `ours` is the list of what was generated; what begins with `always_ours` needs no list.
    """
    if current is None:
        return "foreign" if os.path.lexists(root / name) else "ours"
    if current.startswith(always_ours) or digest(current) in ours.get(name, []):
        return "ours"
    mark = read_mark(name, current)
    if mark != "none":
        return "ours" if mark == "whole" else "edited"
    if name.endswith(".md") and without_mark(current) == without_mark(data):  # by version 0.1.0, which set no mark
        return "ours"
    if ours.get(name):
        return "edited"
    return "unknown" if name in ours or says_generated(root / name) else "foreign"


def digest(data: bytes) -> str:
    """The fingerprint of a file's content."""
    return hashlib.sha256(data).hexdigest()


def content_of(path: Path) -> bytes | None:
    """The content of a file; None where there is none that can be read."""
    try:
        return path.read_bytes()
    except OSError:
        return None


_BUSY = ".prongsai/site.holder.json"  # a command that writes is at work
_PART = ".part"
Stamp = tuple[int, ...]


def stamp_of(facts: os.stat_result) -> Stamp:
    """The stamp that changes whenever a file is saved: size, time of the content, time of the entry."""
    return (facts.st_size, facts.st_mtime_ns, facts.st_ctime_ns)


class GeneratedFiles:
    """The generated files of a site that are as they were written; an edited one is somebody's work, and not one."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.marks: dict[str, list[str]] = {}
        self._read_at: tuple[Stamp | None, ...] = ()
        self._is_busy = False
        self._digests: dict[str, tuple[Stamp, str]] = {}
        self._says: dict[str, tuple[Stamp, bool]] = {}

    def refresh(self) -> None:
        """Read the list of what was generated again where it changed."""
        self._is_busy = (self.root / _BUSY).exists()
        now = tuple(_stamp(self.root / name) for name in (GENERATED_LIST, EARLIER_LIST))
        if now != self._read_at:
            self.marks, self._read_at = read_list(self.root), now

    def holds(self, name: str, path: str, stamp: Stamp) -> bool:
        """True if the file `name` of the site, with this stamp, is generated and unchanged."""
        if name == GENERATED_LIST:
            return True
        if name.endswith(_PART) and name.removesuffix(_PART) in {*self.marks, GENERATED_LIST}:
            return True  # about to be renamed
        if name not in self.marks:
            return name.endswith(".md") and self._says_generated(name, path, stamp)
        return self._is_busy or self._is_unchanged(name, path, stamp)

    def _says_generated(self, name: str, path: str, stamp: Stamp) -> bool:
        if self._says.get(name, ((), False))[0] != stamp:
            try:
                self._says[name] = (stamp, says_generated(Path(path)))
            except OSError:
                return False
        return self._says[name][1]

    def _is_unchanged(self, name: str, path: str, stamp: Stamp) -> bool:
        if self._digests.get(name, ((), ""))[0] != stamp:
            try:
                data = Path(path).read_bytes()
            except OSError:
                return True
            self._digests[name] = (stamp, "" if data.startswith(IGNORE_HEAD.encode()) else digest(data))
        found = self._digests[name][1]
        if not found or found in self.marks[name]:
            return True
        # A build running meanwhile names first what it writes then: only what is named nowhere by now was edited.
        self.refresh()
        now = _stamp(Path(path))
        return self._is_busy or now != stamp or found in self.marks.get(name, [])


def _stamp(path: Path) -> Stamp | None:
    try:
        return stamp_of(os.stat(path))  # noqa: PTH116  called for thousands of entries
    except OSError:
        return None


_LEFT_OUT = {"templates"}  # the engine takes a folder of this name at the top for templates and leaves it out


def find_hand_written(root: Path, tree: Tree | None = None) -> frozenset[str]:
    """Markdown files below content/ that the generator did not write, also when its list is lost.

    `tree` is what is in the site's folders, where that was listed already.
    """
    ours = read_list(root)
    pages = (name for name in _files(root, tree) if name.endswith(".md"))
    others = (name for name in pages if f"{CONTENT}/{name}" not in ours)
    return frozenset(name for name in others if not says_generated(root / CONTENT / name))


def find_static(root: Path, tree: Tree | None = None) -> frozenset[str]:
    """The addresses of the files that the engine copies as they are, apart from generated ones.

    Neither hidden files nor what programs leave behind, such as locks of open documents.
    """
    ours = read_list(root)
    found = (name for name in _files(root, tree) if not name.endswith(".md") and _is_published(name.split("/")))
    return frozenset(addresses.content_path(name) for name in found if f"{CONTENT}/{name}" not in ours)


def _files(root: Path, tree: Tree | None) -> Iterator[str]:
    return (tree if tree is not None else walk_site(root, (CONTENT,))).files(CONTENT)


def _is_published(steps: list[str]) -> bool:
    is_left_out = len(steps) > 1 and steps[0] in _LEFT_OUT
    return not is_left_out and not any(is_never_published(step) for step in steps)


def pages_of(hand_written: Collection[str]) -> dict[str, str]:
    """The addresses of pages written by hand, each with its file below content/."""
    found: dict[str, str] = {}
    for name in sorted(hand_written):
        steps = name.removesuffix(".md").split("/")
        if any(step.startswith(".") for step in steps) or (len(steps) > 1 and steps[0] in _LEFT_OUT):
            continue
        if steps[-1] in {"index", "README"}:
            steps.pop()
        found.setdefault(f"/{'/'.join(steps)}/" if steps else "/", name)
    return found
