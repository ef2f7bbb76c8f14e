"""A file as its data and as nodes that know where they are in its text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import cast

from prongsai.loading.build_nodes import UnreadableError
from prongsai.loading.read_past_faults import two_versions
from prongsai.problems import FewAlike, Where, problem
from prongsai.writing.change import Path, Plain
from prongsai.writing.node import Node, place_of_step
from prongsai.writing.positions import Positions
from prongsai.writing.source_text import Source


class Tree:
    """The nodes and the data of a text; raises UnreadableError where its form has a fault or is not ours to edit."""

    def __init__(self, text: str, name: str = "") -> None:
        self.source = Source(text)
        self.plain = self.source.plain
        self.lines = self.plain.split("\n")
        self.starts = [0]
        for line in self.lines[:-1]:
            self.starts.append(self.starts[-1] + len(line) + 1)
        for gap in two_versions(self.lines):
            raise UnreadableError(problem("yaml-two-versions", Where(name, gap.first + 1, 1), last=gap.end))
        builder = Positions(name, self.plain, FewAlike())
        self.data = cast("Plain", self._read(builder))
        self.root = builder.top or _nothing(self.plain)
        self.scalars = builder.scalars  # in their order: where each begins and ends
        self.inside = builder.inside  # the lines on which a scalar goes on that began above

    def _read(self, builder: Positions) -> object:
        try:
            data = builder.build()
        except UnreadableError as failure:
            if failure.problem.code != "empty-file" or builder.top:
                raise
            return {}
        for found in builder.problems.all():
            if found.code == "duplicate-key":
                raise UnreadableError(found)
        return data

    def line_of(self, index: int) -> int:
        """The line, from 0, that a letter is on."""
        return bisect_right(self.starts, index) - 1

    def column_of(self, index: int) -> int:
        """The column, from 0, of a letter."""
        return index - self.starts[self.line_of(index)]

    def end_of(self, line: int) -> int:
        """The place of the end of a line."""
        return self.starts[line] + len(self.lines[line])

    def begins_line(self, index: int) -> bool:
        """True if nothing but blanks is before this place on its line."""
        line = self.line_of(index)
        return not self.lines[line][: index - self.starts[line]].strip()

    def node_at(self, path: Path) -> Node | None:
        """The node that a path leads to; None where there is none."""
        node = self.root
        for step in path:
            at = place_of_step(node, step)
            if at < 0:
                return None
            node = node.entries[at].value
        return node

    def walk(self, node: Node | None = None, path: Path = ()) -> Iterator[tuple[Path, Node]]:
        """Each node with its path."""
        node = node or self.root
        yield path, node
        for number, entry in enumerate(node.entries):
            step = number if entry.key is None else str(entry.key.text)
            yield from self.walk(entry.value, (*path, step))


def _nothing(plain: str) -> Node:
    """The group of a file that says nothing yet."""
    return Node("map", len(plain), len(plain))
