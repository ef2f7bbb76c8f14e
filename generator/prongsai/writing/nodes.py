"""A file as nodes that know where they are in its text, from the same events as the data that the product reads."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Literal, TypeAlias, cast

from ruamel.yaml.events import CollectionEndEvent, Event, MappingStartEvent, ScalarEvent, SequenceStartEvent

from prongsai.loading.build_nodes import Builder, UnreadableError
from prongsai.loading.read_past_faults import two_versions
from prongsai.model.source import SourcedText
from prongsai.problems import FewAlike, Where, problem
from prongsai.writing.change import Path, Plain
from prongsai.writing.source_text import Source

Kind: TypeAlias = Literal["text", "list", "map"]
_COLON = re.compile(r"[ \t]*:")
_COLON_IN_BRACES = re.compile(r"(?:[ \t\n]|#[^\n]*\n)*:")
_DASH = re.compile(r"(?:[ \t\n]|#[^\n]*(?:\n|\Z))*(-)")


class Node:
    """A scalar, a list or a group: the letters from `start` to before `end`, and its entries.

    An entry's `key` is its key in a group and None in a list; `mark` is the place behind the colon or the dash to
    which its value belongs, -1 where there is none.
    """

    __slots__ = ("end", "entries", "flow", "kind", "start", "style", "text")

    def __init__(self, kind: Kind, start: int, end: int, *, flow: bool = False) -> None:
        self.kind = kind
        self.start = start
        self.end = end
        self.flow = flow  # a list or group in brackets
        self.style = ""  # of a scalar: ', ", | or >
        self.text: str | None = None
        self.entries: list[Entry] = []

    @property
    def is_block(self) -> bool:
        """True for a list or group of lines."""
        return self.kind != "text" and not self.flow

    def key_at(self, key: str) -> int:
        """The place of a key among the entries, -1 where it is not there."""
        return next((n for n, one in enumerate(self.entries) if one.key and one.key.text == key), -1)


class Entry:
    """A key with its value, or an entry of a list: `start` is where its key or its dash begins."""

    __slots__ = ("key", "mark", "start", "value")

    def __init__(self, start: int, mark: int, key: Node | None, value: Node) -> None:
        self.start = start
        self.mark = mark
        self.key = key
        self.value = value

    @property
    def end(self) -> int:
        """The place behind its last letter."""
        if self.value.end > self.value.start:
            return self.value.end
        return max(self.mark, self.key.end if self.key else self.start)


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
        builder = _Positions(name, self.plain, FewAlike())
        self.data = cast("Plain", self._read(builder))
        self.root = builder.top or _nothing(self.plain)
        self.scalars = builder.scalars  # in their order: where each begins and ends
        self.inside = builder.inside  # the lines on which a scalar goes on that began above

    def _read(self, builder: _Positions) -> object:
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


def place_of_step(node: Node, step: str | int) -> int:
    """The place among the entries of a node to which a step of a path leads, -1 where there is none."""
    if isinstance(step, int):
        return step if node.kind == "list" and 0 <= step < len(node.entries) else -1
    return node.key_at(step) if node.kind == "map" else -1


def _nothing(plain: str) -> Node:
    """The group of a file that says nothing yet."""
    return Node("map", len(plain), len(plain))


class _Positions(Builder):
    """The product's own reading, with the place of each node."""

    def __init__(self, name: str, text: str, problems: FewAlike) -> None:
        super().__init__(name, text, problems)
        self.top: Node | None = None
        self.scalars: list[tuple[int, int]] = []
        self.inside: set[int] = set()
        self._above: list[Node] = []
        self._waiting: list[Node | None] = []
        self._value: SourcedText | None = None

    def _tell_altered(self, event: ScalarEvent, where: Where) -> None:
        """Say nothing here: the check that follows a change does."""

    def _scalar(self, event: ScalarEvent, where: Where) -> SourcedText | None:
        self._value = super()._scalar(event, where)
        return self._value

    def _take(self, event: Event) -> None:
        super()._take(event)
        if isinstance(event, ScalarEvent):
            self._hang(self._scalar_node(event))
        elif isinstance(event, MappingStartEvent | SequenceStartEvent):
            is_list = isinstance(event, SequenceStartEvent)
            mark = event.start_mark.index
            node = Node("list" if is_list else "map", mark, mark, flow=bool(event.flow_style))
            self._hang(node)
            self._above.append(node)
            self._waiting.append(None)
        elif isinstance(event, CollectionEndEvent):
            node = self._above.pop()
            self._waiting.pop()
            node.end = event.end_mark.index if node.flow else max((one.end for one in node.entries), default=node.start)

    def _scalar_node(self, event: ScalarEvent) -> Node:
        start, end = event.start_mark.index, event.end_mark.index
        style = event.style or ""
        if style and style in "|>":
            end = start + len(self.text[start:end].rstrip())
        node = Node("text", start, end)
        node.style, node.text = style, self._value
        if end > start:
            self.scalars.append((start, end))
        if event.end_mark.line > event.start_mark.line:
            self.inside |= set(range(event.start_mark.line + 1, event.start_mark.line + 1 + self._breaks(start, end)))
        return node

    def _breaks(self, start: int, end: int) -> int:
        return self.text.count("\n", start, end)

    def _hang(self, node: Node) -> None:
        """Put a node where it belongs: at the top, into the list above, as a key, or behind the key before it."""
        if not self._above:
            self.top = node
            return
        holder, key = self._above[-1], self._waiting[-1]
        if holder.kind == "list":
            holder.entries.append(self._entry(holder, node))
        elif key is None:
            self._waiting[-1] = node
        else:
            self._waiting[-1] = None
            found = (_COLON_IN_BRACES if holder.flow else _COLON).match(self.text, key.end)
            holder.entries.append(Entry(key.start, found.end() if found else -1, key, node))

    def _entry(self, holder: Node, node: Node) -> Entry:
        if holder.flow:
            return Entry(node.start, -1, None, node)
        before = holder.entries[-1].end if holder.entries else holder.start
        dash = _DASH.match(self.text, before)
        return Entry(dash.start(1), dash.end(1), None, node) if dash else Entry(node.start, -1, None, node)
