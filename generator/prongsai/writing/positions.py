"""The product's own reading of a text, with the place of each node: the nodes come from the same events as the data."""

from __future__ import annotations

import re

from ruamel.yaml.events import CollectionEndEvent, Event, MappingStartEvent, ScalarEvent, SequenceStartEvent

from prongsai.loading.build_nodes import Builder
from prongsai.model.source import SourcedText
from prongsai.problems import FewAlike, Where
from prongsai.writing.node import Entry, Node

_COLON = re.compile(r"[ \t]*:")
_COLON_IN_BRACES = re.compile(r"(?:[ \t\n]|#[^\n]*\n)*:")
_DASH = re.compile(r"(?:[ \t\n]|#[^\n]*(?:\n|\Z))*(-)")


class Positions(Builder):
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
