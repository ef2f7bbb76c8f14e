"""Remember in the nodes of a file that lines between them could not be read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from prongsai.model.source import ANY, SourcedList, SourcedMap

_ID = re.compile(r"""(?:^|[\s{,-])(?:id|measure|key|code):\s*["']?([a-z0-9-]+)["']?\s*(?:[,}#]|$)""")
_MARK = re.compile(r"<{7}(?: |$)|\|{7}(?: |$)|={7}$|>{7}(?: |$)")
_NAME = re.compile(r"""\s*(?:-\s+)?["']?([^\s:"'{}\[\]#,]+)["']?\s*:""")


@dataclass(frozen=True)
class Gap:
    """Lines that are left out, from `first` to before `end`, counted from 0."""

    first: int
    end: int


def two_versions(lines: Sequence[str]) -> Iterator[Gap]:
    """The lines on which a program that joins the changes of two people left the versions of both."""
    first, seen = None, set[str]()
    for number, line in enumerate(lines):
        mark = _MARK.match(line)
        if mark and mark.group().startswith("<"):
            first, seen = number, set()
        if mark and first is not None:
            seen.add(mark.group()[0])
            if seen >= {"<", "=", ">"}:
                yield Gap(first, number + 1)
                first = None


def mark_gap(root: SourcedMap, lines: Sequence[str], gap: Gap) -> None:
    """Mark every node that encloses the gap as incomplete, and the innermost with the names of what it lost."""
    told = [line for line in lines[gap.first : gap.end] if line.strip() and not _MARK.match(line)]
    for first in dict.fromkeys((*told[:1], *sorted(told, key=indent_of)[:1])):
        _mark(root, lines, gap, first)


def indent_of(line: str) -> int:
    """How far a line is indented; a tab, which YAML does not take, goes to the next eighth column as in editors."""
    plain = line.expandtabs(8)
    return len(plain) - len(plain.lstrip(" "))


def _mark(root: SourcedMap, lines: Sequence[str], gap: Gap, first: str) -> None:
    indent = indent_of(first)
    is_entry = re.match(r" *-(?:\s|$)", first) is not None
    node: SourcedMap | SourcedList = root
    holders: list[SourcedMap | SourcedList] = []
    while True:
        node.whole = False
        holders.append(node)
        key = _last_before(node, gap.first)
        inner = None if key is None else node[key]
        if key is None or not _is_inside(node, inner, indent, is_entry=is_entry):
            break
        if not isinstance(inner, SourcedMap | SourcedList):
            _lose_value(node, key)
            return
        node = inner
    # A line that is aligned with nothing may have been meant for any of them.
    for holder in holders if indent != node.where.column - 1 else [node]:
        holder.lost |= _names(holder, lines[gap.first : gap.end], indent)


def _last_before(node: SourcedMap | SourcedList, line: int) -> Any:
    """The key or position of the last entry that begins before a line."""
    places = node.key_places if isinstance(node, SourcedMap) else dict(enumerate(node.places))
    before = [key for key, place in places.items() if place.line <= line and (key in node or isinstance(key, int))]
    return before[-1] if before else None


def _is_inside(node: SourcedMap | SourcedList, inner: Any, indent: int, *, is_entry: bool) -> bool:
    """Whether lines with this indentation belong to the last entry of a node, and are no entries of the node itself."""
    column = node.where.column - 1
    if indent > column:
        return True
    # A list may begin at the column of its own key.
    below_key = isinstance(inner, SourcedList) and inner.where.column - 1 == column
    return isinstance(node, SourcedMap) and is_entry and indent == column and (below_key or inner is None)


def _lose_value(node: SourcedMap | SourcedList, key: Any) -> None:
    if isinstance(node, SourcedMap):
        node.pop(key)
        node.lost |= {key}
    else:
        node.pop(key)
        node.places.pop(key)
        node.lost |= {ANY}


def _names(node: SourcedMap | SourcedList, lines: Sequence[str], indent: int) -> frozenset[str]:
    """What was lost: for a list the ids of its entries, for a group its keys; in a group there may be more."""
    if isinstance(node, SourcedMap):
        found = (_NAME.match(line) for line in lines)
        return frozenset({ANY, *(name[1] for name in found if name)})
    names = set()
    for entry in _entries(lines, indent):
        found_id = next((name for line in entry if (name := _ID.search(line))), None)
        names.add(found_id[1] if found_id else ANY)
    return frozenset(names)


def _entries(lines: Sequence[str], indent: int) -> list[list[str]]:
    entries: list[list[str]] = [[]]
    for line in lines:
        if line[indent:].startswith("-") and not line[:indent].strip() and any(entries[-1]):
            entries.append([])
        entries[-1].append(line)
    return entries
