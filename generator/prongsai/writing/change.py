"""Changes to data files as values: what every way in (workbook, table, form) ends in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

# Data as people type it: every scalar a text in its one form, None for a key with nothing behind it.
Plain: TypeAlias = "str | list[Plain] | dict[str, Plain] | None"
Path: TypeAlias = tuple[str | int, ...]


@dataclass(frozen=True)
class Put:
    """The value at `path` of a file: given where the key is not there yet, replaced where it is.

    Groups on the way that are missing are made. The last step is a key, or the place of an entry that is there; the
    path () is the whole of a file that is not there yet.
    """

    file: str  # as seen from the folder of the site: data/2567/measures.yml
    path: Path
    value: Plain


@dataclass(frozen=True)
class Insert:
    """A new entry of the list at `path`, before the entry that is `at` this place now; a missing list is made."""

    file: str
    path: Path
    at: int
    value: Plain


@dataclass(frozen=True)
class Remove:
    """The key or entry at `path` taken out with everything below it."""

    file: str
    path: Path


@dataclass(frozen=True)
class Move:
    """The entry at `path` of a list moved, with its comments, so that it is `to` this place afterwards."""

    file: str
    path: Path
    to: int


Change: TypeAlias = Put | Insert | Remove | Move


class RefusedError(Exception):
    """A change that cannot be made without touching something else; nothing was written.

    `reason` is a code that the command words; `line` is the line of the file, from 1, 0 where none is to blame.
    """

    def __init__(self, change: Change, reason: str, line: int = 0) -> None:
        super().__init__(f"{reason}: {change.file} {'/'.join(map(str, change.path))}")
        self.change = change
        self.reason = reason
        self.line = line
