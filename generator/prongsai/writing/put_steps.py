"""The step of a value that is put: replaced where it is there, else with a key and the groups on the way to it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TypeAlias

from prongsai.writing import edit_brackets, edit_lines
from prongsai.writing.change import Change, Path, Plain, RefusedError
from prongsai.writing.comments import first_silence, waiting_block
from prongsai.writing.edit_values import own_end, replace_value
from prongsai.writing.key_order import place_in_order
from prongsai.writing.lines import insert_after
from prongsai.writing.node import Node, place_of_step
from prongsai.writing.nodes import Tree
from prongsai.writing.scalars import LONGEST_KEY, write_pair
from prongsai.writing.source_text import Edit
from prongsai.writing.styles import Style
from prongsai.writing.wanted import put_value

Order: TypeAlias = Callable[[Path], Sequence[str]]


@dataclass(frozen=True)
class Step:
    """A small change: its edits, what it does to the data, and the letters that may go with their comments."""

    edits: list[Edit]
    want: Callable[[Plain], Plain]
    gone: tuple[int, int] = (0, 0)


class PutStepper:
    """Makes the step of a value on a tree; raises RefusedError where there is nothing that it could mean."""

    def __init__(self, tree: Tree, change: Change, order: Order) -> None:
        self.tree = tree
        self.change = change
        self.order = order
        self.style = Style(tree)

    def refused(self, reason: str, node: Node | None = None) -> RefusedError:
        """The refusal of the change, with the line of a node."""
        line = self.tree.line_of(node.start) + 1 if node else 0
        return RefusedError(self.change, reason, line)

    def put(self, path: Path, value: Plain) -> Step:
        """The step of a value at a path."""
        node = self.tree.root
        for length, step in enumerate(path):
            at = place_of_step(node, step)
            if at < 0:
                return self._put_new(node, path, length, value)
            holder, node = node, node.entries[at].value
        if not path:
            return self._put_whole(value)
        return self._replace(holder, at, path, value)

    def _replace(self, holder: Node, at: int, path: Path, value: Plain) -> Step:
        """Another value behind a key or a dash."""
        entry = holder.entries[at]
        want = partial(put_value, path=path, value=value)
        if holder.flow:
            edits = edit_brackets.replace_in_brackets(self.tree, holder, entry, value)
        elif entry.mark < 0:
            raise self.refused("unusual-form", entry.value)
        else:
            edits = replace_value(self.tree, self.style, entry, path, value)
        return Step(edits, want, self._gone_with(entry.value))

    def _gone_with(self, old: Node) -> tuple[int, int]:
        """The letters of a value that is replaced, with what excepts its first line from a rule."""
        if not old.is_block or not self.tree.begins_line(old.start):
            return old.start, own_end(self.tree, old)
        first, last = self.tree.line_of(old.start), self.tree.line_of(old.end)
        return self.tree.starts[first_silence(self.tree, first)], self.tree.end_of(last)

    def _put_new(self, holder: Node, path: Path, length: int, value: Plain) -> Step:
        """A key that is not there, with the groups on the way to it."""
        if any(isinstance(step, int) for step in path[length:]):
            raise self.refused("no-such-entry", holder)
        for step in reversed(path[length + 1 :]):
            value = {str(step): value}
        key, own = str(path[length]), path[: length + 1]
        if holder.kind == "list" or holder.text is not None:
            raise self.refused("not-a-group", holder)
        if holder.kind == "text" or (not holder.entries and path[:length]):
            return self.put(path[:length], {key: value})
        return self._put_key(holder, own, value)

    def _put_key(self, holder: Node, path: Path, value: Plain) -> Step:
        key = str(path[-1])
        if len(key) > LONGEST_KEY:
            raise self.refused("key-too-long", holder)
        if not holder.entries:
            return self._put_first(holder, path, value)
        at, line = (
            place_in_order([str(one.key and one.key.text) for one in holder.entries], key, self.order(path[:-1])),
            None,
        )
        if holder.flow:
            edits = edit_brackets.insert_in_brackets(self.tree, holder, at, write_pair(key, value))
        else:
            at, line = edit_lines.place_for_key(self.tree, holder, key, at)
            edits = edit_lines.insert_key(self.tree, self.style, holder, at, line, path, value)
        return Step(edits, partial(put_value, path=path, value=value, at=at))

    def _put_first(self, root: Node, path: Path, value: Plain) -> Step:
        """The first key of a file that says nothing."""
        lines, tree = self.style.key_lines(str(path[-1]), value, path), self.tree
        if root.flow:
            edits = [Edit(root.start, root.end, "\n".join(lines))]
        else:
            line = waiting_block(tree, str(path[-1]), 0, 0, len(tree.lines))
            told = [number for number, one in enumerate(tree.lines) if one.strip()]
            behind = line if line is not None else (told or [-1])[-1]
            edits = [insert_after(tree, behind, lines)] if behind >= 0 else [Edit(0, 0, "\n".join([*lines, ""]))]
        return Step(edits, partial(put_value, path=path, value=value))

    def _put_whole(self, value: Plain) -> Step:
        if self.tree.root.entries or not isinstance(value, dict) or not value:
            raise self.refused("file-is-there")
        lines = self.style.lines_of(value, ())
        at = len(self.tree.plain)
        before = "\n" if at and not self.tree.plain.endswith("\n") else ""
        return Step([Edit(at, at, before + "\n".join([*lines, ""]))], partial(put_value, path=(), value=value))
