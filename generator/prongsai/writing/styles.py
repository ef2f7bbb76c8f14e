"""New parts of a file in lines, as its people write: their indentation, and what they put into brackets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cached_property

from prongsai.writing.change import Path, Plain
from prongsai.writing.node import Node
from prongsai.writing.nodes import Tree
from prongsai.writing.scalars import write_flow, write_key, write_scalar

_WIDEST = 120  # columns that what is in brackets may have, unless all of its kind are in brackets
_Pattern = tuple[str | int, ...]
_ANY = -1


class Style:
    """The style of most of a file, looked at when it is first asked for.

    `step`, `dash` and `gap` are the columns that the value of a key is further right than it, a dash than its key, and
    a text than its dash.
    """

    def __init__(self, tree: Tree) -> None:
        self._tree = tree

    @cached_property
    def flow(self) -> Counter[_Pattern]:
        """The lists and groups in brackets, by where they are."""
        return _kinds_of(self._tree, flow=True)

    @cached_property
    def block(self) -> Counter[_Pattern]:
        """Those in lines."""
        return _kinds_of(self._tree, flow=False)

    @cached_property
    def _widths(self) -> tuple[int, int, int]:
        return _widths_of(self._tree)

    @property
    def step(self) -> int:
        """Columns from a key to a group below it."""
        return self._widths[0]

    @property
    def dash(self) -> int:
        """Columns from a key to the dashes below it."""
        return self._widths[1]

    @property
    def gap(self) -> int:
        """Columns from a dash to what is behind it."""
        return self._widths[2]

    def in_brackets(self, path: Path, value: Plain) -> bool:
        """True if a list or group at this path is written in brackets."""
        if not value:
            return True
        is_row = isinstance(path[-1], int) and isinstance(value, list) if path else False
        pattern = next((one for one in _patterns(path, value) if self.flow[one] or self.block[one]), None)
        if pattern is None:
            return is_row and _is_shallow(value) and len(write_flow(value)) <= _WIDEST
        if not self.block[pattern]:
            return self.flow[pattern] > 1 or len(write_flow(value)) <= _WIDEST
        return self.flow[pattern] > self.block[pattern] and len(write_flow(value)) <= _WIDEST

    def lines_of(self, value: Plain, path: Path) -> list[str]:
        """A list or group that is not empty, in lines."""
        if isinstance(value, dict):
            return [line for key, inner in value.items() for line in self.key_lines(key, inner, (*path, key))]
        entries = enumerate(value) if isinstance(value, list) else ()
        return [line for number, inner in entries for line in self.entry_lines(inner, (*path, number))]

    def inline(self, value: Plain, path: Path) -> str | None:
        """A value on one line where it belongs there; None for one that is written in lines."""
        if value is None:
            return ""
        if isinstance(value, str):
            return write_scalar(value, in_brackets=False)
        return write_flow(value) if self.in_brackets(path, value) else None

    def key_lines(self, key: str, value: Plain, path: Path) -> list[str]:
        """A key with its value, in lines."""
        name, inline = write_key(key, in_brackets=False), self.inline(value, path)
        if inline is not None:
            return [f"{name}: {inline}".rstrip()]
        return [f"{name}:", *indented(self.lines_of(value, path), self.below(value))]

    def entry_lines(self, value: Plain, path: Path) -> list[str]:
        """An entry of a list, in lines."""
        inline = self.inline(value, path)
        if inline is not None:
            return [f"-{' ' * (self.gap - 1)}{inline}".rstrip()]
        first, *rest = self.lines_of(value, path)
        return [f"-{' ' * (self.gap - 1)}{first}", *indented(rest, self.gap)]

    def below(self, value: Plain) -> int:
        """The columns that a list or group is further right than its key."""
        return self.dash if isinstance(value, list) else self.step


def indented(lines: Iterable[str], by: int) -> list[str]:
    """The lines, so many columns further to the right."""
    return [f"{' ' * by}{line}" for line in lines]


def _kinds_of(tree: Tree, *, flow: bool) -> Counter[_Pattern]:
    found = Counter[_Pattern]()
    for path, node in tree.walk():
        if path and node.entries and node.flow == flow:
            found.update(_patterns(path, [] if node.kind == "list" else {}))
    return found


def _widths_of(tree: Tree) -> tuple[int, int, int]:
    steps, dashes, gaps = Counter[int](), Counter[int](), Counter[int]()
    for _, node in tree.walk():
        if node.is_block:
            _count(tree, node, steps, dashes, gaps)
    return _most(steps, 1), _most(dashes, 0), _most(gaps, 2)


def _count(tree: Tree, node: Node, steps: Counter[int], dashes: Counter[int], gaps: Counter[int]) -> None:
    for entry in node.entries:
        value, column = entry.value, tree.column_of(entry.start)
        if entry.key is None:
            on_one_line = value.end > value.start and tree.line_of(value.start) == tree.line_of(entry.start)
            gaps.update([value.start - entry.start] if on_one_line else [])
        elif value.is_block and tree.begins_line(value.start):
            (dashes if value.kind == "list" else steps).update([tree.column_of(value.start) - column])


def _most(found: Counter[int], least: int) -> int:
    usual = [(-count, width) for width, count in found.items() if width >= least]
    return min(usual)[1] if usual else 2


def _patterns(path: Path, value: Plain) -> list[_Pattern]:
    """The places that are of one kind with this: the same key of other entries, then all next to it."""
    kind = "list" if isinstance(value, list) else "map"
    same = tuple(_ANY if isinstance(step, int) else step for step in path)
    return [(kind, "", *same), (kind, *same[:-1], _ANY)]


def _is_shallow(value: Plain) -> bool:
    inner = value if isinstance(value, list) else list(value.values()) if isinstance(value, dict) else []
    return all(one is None or isinstance(one, str) for one in inner)
