"""Which files in content/ the generator wrote, told apart again and again while others build the same site."""

from __future__ import annotations

import os
from pathlib import Path

from prongsai.pipeline.content.file_owner import digest
from prongsai.pipeline.content.generated_list import EARLIER_LIST, GENERATED_LIST, IGNORE_HEAD, read_list
from prongsai.pipeline.content.page_mark import says_generated

_BUSY = ".prongsai/site.holder.json"  # a command that writes is at work
_PART = ".part"
Stamp = tuple[int, ...]


def stamp_of(facts: os.stat_result) -> Stamp:
    """What changes whenever a file is saved: size, time of the content, time of the entry."""
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
        """Read the list of what was generated anew where it changed."""
        self._is_busy = (self.root / _BUSY).exists()
        now = tuple(_stamp(self.root / name) for name in (GENERATED_LIST, EARLIER_LIST))
        if now != self._read_at:
            self.marks, self._read_at = read_list(self.root), now

    def holds(self, name: str, path: str, stamp: Stamp) -> bool:
        """Whether the file `name` of the site, with this stamp, is generated and unchanged."""
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
        # A build that runs beside names first what it writes then: only what is named nowhere by now was edited.
        self.refresh()
        now = _stamp(Path(path))
        return self._is_busy or now != stamp or found in self.marks.get(name, [])


def _stamp(path: Path) -> Stamp | None:
    try:
        return stamp_of(os.stat(path))  # noqa: PTH116  beside the stamps of thousands of entries
    except OSError:
        return None
