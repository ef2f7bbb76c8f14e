"""A working copy of data files in which a workbook's edits are made one by one, each of them a change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from prongsai.forms.cells import Value, group_at
from prongsai.forms.columns import Column
from prongsai.model.groups import keys_of
from prongsai.model.record import Record
from prongsai.model.stated import SPELLINGS
from prongsai.workbook.left_over import find_at
from prongsai.writing.change import Change, Insert, Path, Plain, Put, Remove


@dataclass(frozen=True)
class Mark:
    """A place in a file at a moment: `since` is how many changes had been made."""

    file: str
    path: Path
    since: int = 0


@dataclass
class Draft:
    """The data of files while it is edited, and the changes made so far, each by the places as they were then."""

    files: dict[str, Plain]
    changes: list[Change] = field(default_factory=list)

    def find(self, mark: Mark) -> Path | None:
        """The path of a place after all changes since; None where it was taken out."""
        path: Path | None = mark.path
        for change in self.changes[mark.since :]:
            if path is not None and change.file == mark.file:
                path = _after(path, change)
        return path

    def at(self, mark: Mark) -> object:
        """The value at a place as it is now."""
        path = self.find(mark)
        return None if path is None else find_at(self.files.get(mark.file), path)

    def put(self, file: str, path: Path, value: Plain) -> None:
        """Give the value at a path."""
        self.files[file] = _with(self.files.get(file), path, value)
        self.changes.append(Put(file, path, value))

    def insert(self, file: str, path: Path, at: int, value: Plain) -> Mark:
        """Put a new entry into the list at a path, which is made where there is none."""
        found = as_plain(find_at(self.files.get(file), path))
        if found is None:
            self.put(file, path, [value])
            return Mark(file, (*path, 0), len(self.changes))
        entries: list[Plain] = [*found] if isinstance(found, list) else []
        if not isinstance(found, list):  # one alone that was typed without its list
            entries = [found]
            self.put(file, path, [found])
        entries.insert(at, value)
        self.files[file] = _with(self.files.get(file), path, entries)
        self.changes.append(Insert(file, path, at, value))
        return Mark(file, (*path, at), len(self.changes))

    def remove(self, mark: Mark) -> None:
        """Take out what is at a place, if it still is there."""
        path = self.find(mark)
        if path is None:
            return
        self.files[mark.file] = _without(self.files[mark.file], path)
        self.changes.append(Remove(mark.file, path))


def _after(path: Path, change: Change) -> Path | None:
    """A path after one change of its file."""
    depth = len(change.path)
    if isinstance(change, Insert) and path[:depth] == change.path and len(path) > depth:
        step = path[depth]
        return (*change.path, step + 1, *path[depth + 1 :]) if isinstance(step, int) and step >= change.at else path
    if isinstance(change, Remove):
        if path[:depth] == change.path:
            return None
        last, next_step = change.path[-1], path[depth - 1] if len(path) >= depth else ""
        is_beside = path[: depth - 1] == change.path[:-1]
        if is_beside and isinstance(last, int) and isinstance(next_step, int) and next_step > last:
            return (*change.path[:-1], next_step - 1, *path[depth:])
    return path


def as_plain(node: object) -> Plain:
    """The data that was read of a file, in parts that may be changed without it."""
    if isinstance(node, Mapping):
        return {str(key): as_plain(one) for key, one in node.items()}
    if isinstance(node, list | tuple):
        return [as_plain(one) for one in node]
    return None if node is None else str(node)


def _with(node: Plain, path: Path, value: Plain) -> Plain:
    if not path:
        return value
    step = path[0]
    if isinstance(step, int):
        entries = [*node] if isinstance(node, list) else []
        entries[step : step + 1] = [_with(entries[step] if step < len(entries) else None, path[1:], value)]
        return entries
    table = dict(node) if isinstance(node, Mapping) else {}
    table[step] = _with(table.get(step), path[1:], value)
    return table


def _without(node: Plain, path: Path) -> Plain:
    step = path[0]
    if isinstance(node, list) and isinstance(step, int):
        inner = [] if len(path) == 1 else [_without(node[step], path[1:])]
        return [*node[:step], *inner, *node[step + 1 :]]
    if not isinstance(node, Mapping):
        return node
    inner_table = {} if len(path) == 1 else {str(step): _without(node[str(step)], path[1:])}
    return {key: inner_table.get(key, value) for key, value in node.items() if key != step or key in inner_table}


def put_cell(draft: Draft, mark: Mark, column: Column, value: Value) -> None:
    """Give a field of the record at a place its value, however short the record is typed; None takes it out."""
    path = draft.find(mark)
    if path is None:
        return
    file, raw = mark.file, draft.at(mark)
    for depth, (key, record) in enumerate(zip(column.path, column.records, strict=True)):
        rest = column.path[depth:]
        if not isinstance(raw, Mapping) or (record.shorthand and raw.keys() <= {"printed", "at"} and "printed" in raw):
            _put_group(draft, Mark(file, path), record, rest, value, is_group=depth > 0)
            return
        path, raw = (*path, key), raw.get(key)
    if value is None:
        draft.remove(Mark(file, path, len(draft.changes)))
    else:
        draft.put(file, path, value)


def _put_group(draft: Draft, place: Mark, record: type[Record], rest: Path, value: Value, *, is_group: bool) -> None:
    """Type a record that was a bare value or not there, again as short as it can be."""
    file, path = place.file, place.path
    raw = find_at(draft.files.get(file), path)
    bare = {} if isinstance(raw, str) and raw in SPELLINGS else group_at(raw, record)
    typed: dict[str, Plain] = {key: as_plain(one) for key, one in bare.items()}
    made = _with(typed, rest, value) if value is not None else _without_key(typed, rest)
    kept: dict[str, Plain] = (
        {key: one for key, one in made.items() if one is not None} if isinstance(made, dict) else {}
    )
    short = record.shorthand or (keys_of(record)[0] if is_group and _is_absence(kept) else "")
    if not kept:
        if raw is not None:
            draft.put(file, path, None)
    elif kept.keys() == {short}:
        draft.put(file, path, kept[short])
    else:
        draft.put(file, path, kept)


def _is_absence(typed: Mapping[str, Plain]) -> bool:
    """True if all that was typed is why there is nothing, which is said of a group as a whole."""
    return all(isinstance(one, str) and one in SPELLINGS for one in typed.values())


def _without_key(typed: dict[str, Plain], rest: Path) -> Plain:
    return _without(typed, rest) if len(rest) == 1 else typed
