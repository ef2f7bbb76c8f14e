"""Lists as people type them into one cell: a line an entry, with bullets or numbers, and entries below entries."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from prongsai.thai.numerals import to_arabic

BULLETS = "•◦▪"  # the marks that we write, one for each depth
_OTHERS = "●○■□◆◇‣⁃∙·*\u00b7\uf0b7\uf0a7-–—"  # and those that people type or paste
_BULLET = re.compile(rf"(?P<mark>[{BULLETS}]|[{re.escape(_OTHERS)}](?=\s))\s*")
_NUMBER = re.compile(r"\(?(?P<number>[0-9๐-๙]{1,2})(?:[.)](?![0-9๐-๙])|\))\s*")


@dataclass
class Entry:
    """One entry of a list with those below it."""

    text: str
    below: list[Entry] = field(default_factory=list)


@dataclass(frozen=True)
class _Line:
    text: str
    depth: int
    is_marked: bool


def read_entries(text: str) -> list[Entry]:
    """The entries of a list in a cell.

    Where some lines have a mark, one without is more of the entry before it; numbers are marks where they count.
    """
    lines = [line for line in re.split(r"\r\n|[\r\n\v\u2028\u2029]", text) if line.strip()]
    read = _without_numbers(lines) or [_read_line(line) for line in lines]
    has_marks = any(one.is_marked for one in read)
    entries: list[Entry] = []
    for one in read:
        if has_marks and not one.is_marked and entries:
            last = _last(entries)
            last.text = f"{last.text} {one.text}"
        else:
            _level(entries, one.depth).append(Entry(one.text))
    return entries


def is_marked(text: str) -> bool:
    """True if a text begins with what would be taken for the mark of an entry."""
    return _BULLET.match(text.strip()) is not None or _NUMBER.match(text.strip()) is not None


def write_entries(entries: Sequence[Entry], depth: int = 0) -> Iterator[str]:
    """The lines of a cell, each entry with the mark of its depth; a list may be as deep as there are marks."""
    for one in entries:
        yield f"{'  ' * depth}{BULLETS[depth]} {one.text}"
        yield from write_entries(one.below, depth + 1)


def depth_of(entries: Sequence[Entry]) -> int:
    """The number of levels of a list."""
    return max((1 + depth_of(one.below) for one in entries), default=0)


def _read_line(line: str) -> _Line:
    plain = line.strip()
    found = _BULLET.match(plain)
    if found is None:
        return _Line(plain, 0, is_marked=False)
    return _Line(plain[found.end() :].strip(), max(BULLETS.find(found["mark"]), 0), is_marked=True)


def _without_numbers(lines: Sequence[str]) -> list[_Line]:
    """The lines without the numbers that count them, from one on; none where they do not."""
    read: list[_Line] = []
    for line in lines:
        found = _NUMBER.match(line.strip())
        is_next = found is not None and int(to_arabic(found["number"])) == 1 + sum(one.is_marked for one in read)
        if found is None or not is_next:
            if not read or _BULLET.match(line.strip()) or found is not None:
                return []
            read.append(_Line(line.strip(), 0, is_marked=False))
        else:
            read.append(_Line(line.strip()[found.end() :].strip(), 0, is_marked=True))
    return read


def _level(entries: list[Entry], depth: int) -> list[Entry]:
    """The list at a depth below the last entry; as deep as there are entries to hold it."""
    for _ in range(depth):
        if not entries:
            break
        entries = entries[-1].below
    return entries


def _last(entries: list[Entry]) -> Entry:
    while entries[-1].below:
        entries = entries[-1].below
    return entries[-1]
