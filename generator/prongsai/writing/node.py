"""Nodes of a file that know where they are in its text."""

from __future__ import annotations

from typing import Literal, TypeAlias

Kind: TypeAlias = Literal["text", "list", "map"]


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


def place_of_step(node: Node, step: str | int) -> int:
    """The place among the entries of a node to which a step of a path leads, -1 where there is none."""
    if isinstance(step, int):
        return step if node.kind == "list" and 0 <= step < len(node.entries) else -1
    return node.key_at(step) if node.kind == "map" else -1
