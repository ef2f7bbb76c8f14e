"""Read a YAML text past the places where its form is broken: what is before them, and behind them where sure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from prongsai.loading.build_nodes import Builder, Open, UnreadableError
from prongsai.model.source import ANY, SourcedList, SourcedMap
from prongsai.problems import FewAlike, Problem, Where, problem

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
    """The indentation of a line; a tab, which YAML does not take, goes to the next eighth column as in editors."""
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
        inner = None if key is None else _entry_at(node, key)
        if key is None or not _is_inside(node, inner, indent, is_entry=is_entry):
            break
        if not isinstance(inner, SourcedMap | SourcedList):
            _lose_value(node, key)
            return
        node = inner
    # A line that is aligned with nothing may have been meant for any of them.
    for holder in holders if indent != node.where.column - 1 else [node]:
        holder.lost |= _names(holder, lines[gap.first : gap.end], indent)


def _entry_at(node: SourcedMap | SourcedList, key: str | int) -> object:
    if isinstance(node, SourcedMap):
        return node[str(key)]
    return node[key] if isinstance(key, int) else None


def _last_before(node: SourcedMap | SourcedList, line: int) -> str | int | None:
    """The key or position of the last entry that begins before a line."""
    places = node.key_places if isinstance(node, SourcedMap) else dict(enumerate(node.places))
    before = [key for key, place in places.items() if place.line <= line and (key in node or isinstance(key, int))]
    return before[-1] if before else None


def _is_inside(node: SourcedMap | SourcedList, inner: object, indent: int, *, is_entry: bool) -> bool:
    """True if lines with this indentation belong to the last entry of a node, and are no entries of the node itself."""
    column = node.where.column - 1
    if indent > column:
        return True
    # A list may begin at the column of its own key.
    below_key = isinstance(inner, SourcedList) and inner.where.column - 1 == column
    return isinstance(node, SourcedMap) and is_entry and indent == column and (below_key or inner is None)


def _lose_value(node: SourcedMap | SourcedList, key: str | int) -> None:
    if isinstance(node, SourcedMap):
        node.pop(str(key))
        node.lost |= {str(key)}
    elif isinstance(key, int):
        node.pop(key)
        node.places.pop(key)
        node.lost |= {ANY}


def _names(node: SourcedMap | SourcedList, lines: Sequence[str], indent: int) -> frozenset[str]:
    """The names of what was lost: a list's ids of entries, a group's keys; a group may have lost more."""
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


MOST_FAULTS = 20  # a file with more is not one of our files, mistyped
_KEY = re.compile(r"""(?:[^\s#'"\[\]{}&*!|>%@`,-][^:]*|"[^"]*"|'[^']*'):(?:\s|$)""")
_ENTRY = re.compile(r"-(?:\s|$)")


@dataclass(frozen=True)
class _Stop:
    """The place where the parser gave up: the line at fault, the last line it looked at, and what was open, from 0."""

    fault: int
    last: int
    open: tuple[Open, ...]


def read_nodes(name: str, text: str) -> tuple[object, list[Problem]]:
    """The nodes of a text and its problems; lines that belong to a broken place are read as if they were empty.

    The nodes are None where nothing sure is left. A problem is reported only where the lines before it are sound, so
    that none follows from another.
    """
    lines = text.split("\n")
    gaps = [*two_versions(lines)]
    told = [problem("yaml-two-versions", Where(name, gap.first + 1, 1), last=gap.end) for gap in gaps]
    while True:
        found = FewAlike()
        builder = Builder(name, "\n".join(_emptied(lines, gaps)), found)
        try:
            return _marked(builder.build(), lines, gaps), [*told, *found.all()]
        except UnreadableError as failure:
            if failure.problem.code != "empty-file" or not gaps:
                told.append(failure.problem)
            gap = _next_gap(name, lines, gaps, _stop(builder, failure))
        if gap is None or len(gaps) >= MOST_FAULTS:
            return None, [*told, *found.all()]
        gaps.append(gap)


def _stop(builder: Builder, failure: UnreadableError) -> _Stop | None:
    line = failure.problem.where.line
    first, last = builder.last_text
    fault = first if first < last == line - 1 else line - 1
    in_brackets = [one.line for one in builder.open if one.in_brackets]
    return _Stop(min([fault, *in_brackets]), failure.line - 1, tuple(builder.open)) if line else None


def _marked(root: object, lines: Sequence[str], gaps: Sequence[Gap]) -> object:
    if not gaps:
        return root
    if not isinstance(root, SourcedMap):
        return None
    for gap in gaps:
        mark_gap(root, lines, gap)
    return root


def _emptied(lines: Sequence[str], gaps: Sequence[Gap]) -> list[str]:
    kept = list(lines)
    for gap in gaps:
        kept[gap.first : gap.end] = [""] * (gap.end - gap.first)
    return kept


def _next_gap(name: str, lines: list[str], gaps: list[Gap], stop: _Stop | None) -> Gap | None:
    """The smallest gap behind which the parser goes on; none where that cannot be known."""
    for gap in _gaps(_emptied(lines, gaps), stop) if stop is not None else ():
        builder = Builder(name, "\n".join(_emptied(lines, [*gaps, gap])), FewAlike())
        try:
            builder.build()
        except UnreadableError as failure:
            if failure.problem.code != "empty-file" and min(failure.line, failure.problem.where.line) <= gap.end:
                continue
        return gap
    return None


def _gaps(lines: list[str], stop: _Stop) -> Iterator[Gap]:
    """Gaps that may hold what is broken, the smallest first."""
    if not stop.open:  # nothing that was begun goes on behind the fault
        yield Gap(stop.fault, len(lines))
        return
    columns = {(one.column, one.is_list) for one in stop.open if not one.in_brackets} | {(0, False)}
    if indent_of(lines[stop.fault]) not in {column for column, _ in columns} and _is_alone(lines, stop.fault):
        yield Gap(stop.fault, stop.fault + 1)
    first = _beginning(lines, stop.fault)
    for behind in dict.fromkeys((stop.fault, stop.last)):
        yield Gap(first, _resumed(lines, behind, columns, indent_of(lines[first])))
    top = next((n for n in range(min(first, len(lines) - 1), -1, -1) if _is_entry(lines[n], 0)), 0)
    yield Gap(top, _resumed(lines, max(stop.fault, stop.last), {(0, False), (0, True)}, 0))
    yield Gap(first, len(lines))
    yield Gap(top, len(lines))


def _is_alone(lines: list[str], fault: int) -> bool:
    """True if the line at fault is all of an entry between two entries of its kind, aligned with each other."""
    before = next((n for n in range(fault - 1, -1, -1) if _is_told(lines[n])), None)
    after = next((n for n in range(fault + 1, len(lines)) if _is_told(lines[n])), None)
    if before is None or after is None or lines[fault].rstrip().endswith(":"):
        return False
    kinds = {bool(_ENTRY.match(lines[n].lstrip())) for n in (before, fault, after)}
    are_entries = len(kinds) == 1 and all(_is_entry(lines[n]) for n in (before, fault, after))
    return are_entries and indent_of(lines[fault]) < indent_of(lines[before]) == indent_of(lines[after])


def _beginning(lines: list[str], fault: int) -> int:
    """The line where the entry at fault begins: a line deeper than a text belongs to that text."""
    before = next((n for n in range(fault - 1, -1, -1) if _is_told(lines[n])), None)
    if before is None or indent_of(lines[before]) >= indent_of(lines[fault]):
        return fault
    has_text = not lines[before].rstrip().endswith(":") and not _ENTRY.fullmatch(lines[before].strip())
    is_first_of_entry = _ENTRY.match(lines[before].lstrip()) and _key_column(lines[before]) == indent_of(lines[fault])
    return before if has_text and not is_first_of_entry else fault


def _resumed(lines: list[str], behind: int, columns: set[tuple[int, bool]], deepest: int) -> int:
    """The next line behind a fault on which an entry of something open begins, no deeper than what is left out."""
    for number in range(behind + 1, len(lines)):
        line = lines[number]
        indent, is_list = indent_of(line), bool(_ENTRY.match(line.lstrip()))
        if _is_entry(line) and indent <= deepest and (indent, is_list) in columns:
            return number
    return len(lines)


def _is_entry(line: str, column: int | None = None) -> bool:
    plain = line.lstrip(" ")
    return bool(_ENTRY.match(plain) or _KEY.match(plain)) and column in {None, indent_of(line)}


def _is_told(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")


def _key_column(line: str) -> int:
    """The column of the key behind a dash."""
    found = re.match(r" *-\s+", line)
    return found.end() if found else indent_of(line)
