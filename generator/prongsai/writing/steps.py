"""The edits of one small change, and the data that it is to end in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from typing import TypeAlias

from prongsai.writing import edit_brackets, edit_lines
from prongsai.writing.change import Change, Insert, Move, Path, Plain, Put, RefusedError
from prongsai.writing.comments import first_silence, waiting_block
from prongsai.writing.edit_values import own_end, replace_value
from prongsai.writing.key_order import place_in_order
from prongsai.writing.lines import insert_after
from prongsai.writing.nodes import Node, Tree, place_of_step
from prongsai.writing.scalars import LONGEST_KEY, write_flow, write_pair
from prongsai.writing.source_text import Edit
from prongsai.writing.styles import Style, style_of
from prongsai.writing.wanted import insert_value, move_value, put_value, remove_value

Order: TypeAlias = Callable[[Path], Sequence[str]]


@dataclass(frozen=True)
class Step:
    """A small change: its edits of a text, what it does to the data, and which letters may go with their comments."""

    edits: list[Edit]
    want: Callable[[Plain], Plain]
    gone: tuple[int, int] = (0, 0)


class Stepper:
    """Makes the step of a change on a tree; raises RefusedError where there is nothing that it could mean."""

    def __init__(self, tree: Tree, change: Change, order: Order) -> None:
        self.tree = tree
        self.change = change
        self.order = order

    @cached_property
    def style(self) -> Style:
        """The style of the file, looked at only where something is written in lines."""
        return style_of(self.tree)

    def step(self) -> Step:
        """The step of the change."""
        one = self.change
        if isinstance(one, Put):
            return self._put(one.path, one.value)
        if isinstance(one, Insert):
            return self._insert(one.path, one.at, one.value)
        return self._move(one.path, one.to) if isinstance(one, Move) else self._remove(one.path)

    def _refused(self, reason: str, node: Node | None = None) -> RefusedError:
        line = self.tree.line_of(node.start) + 1 if node else 0
        return RefusedError(self.change, reason, line)

    def _put(self, path: Path, value: Plain) -> Step:
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
            raise self._refused("unusual-form", entry.value)
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
            raise self._refused("no-such-entry", holder)
        for step in reversed(path[length + 1 :]):
            value = {str(step): value}
        key, own = str(path[length]), path[: length + 1]
        if holder.kind == "list" or holder.text is not None:
            raise self._refused("not-a-group", holder)
        if holder.kind == "text" or (not holder.entries and path[:length]):
            return self._put(path[:length], {key: value})
        return self._put_key(holder, own, value)

    def _put_key(self, holder: Node, path: Path, value: Plain) -> Step:
        key = str(path[-1])
        if len(key) > LONGEST_KEY:
            raise self._refused("key-too-long", holder)
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
            raise self._refused("file-is-there")
        lines = self.style.lines_of(value, ())
        at = len(self.tree.plain)
        before = "\n" if at and not self.tree.plain.endswith("\n") else ""
        return Step([Edit(at, at, before + "\n".join([*lines, ""]))], partial(put_value, path=(), value=value))

    def _insert(self, path: Path, at: int, value: Plain) -> Step:
        node = self.tree.node_at(path)
        if node is None or (node.kind == "text" and node.text is None):
            if at != 0:
                raise self._refused("no-such-entry", node)
            return self._put(path, [value])
        if node.kind != "list":
            raise self._refused("not-a-list", node)
        if not 0 <= at <= len(node.entries):
            raise self._refused("no-such-entry", node)
        if not node.entries:
            return self._put(path, [value])
        if node.flow:
            edits = edit_brackets.insert_in_brackets(self.tree, node, at, write_flow(value))
        else:
            edits = edit_lines.insert_entry(self.tree, self.style, node, at, path, value)
        return Step(edits, partial(insert_value, path=path, at=at, value=value))

    def _found(self, path: Path) -> tuple[Node, int]:
        """The holder of a key or entry, and its place in there."""
        holder = self.tree.node_at(path[:-1]) if path else None
        at = place_of_step(holder, path[-1]) if holder else -1
        if holder is None or at < 0:
            raise self._refused("no-such-entry" if path and isinstance(path[-1], int) else "no-such-key", holder)
        return holder, at

    def _remove(self, path: Path) -> Step:
        holder, at = self._found(path)
        tree, entry = self.tree, holder.entries[at]
        want = partial(remove_value, path=path)
        if len(holder.entries) == 1:
            return self._remove_last(holder, path)
        if holder.flow:
            own = edit_brackets.own_lines(tree, entry)
            end = tree.end_of(own[1]) if own else entry.end
            return Step(edit_brackets.remove_in_brackets(tree, holder, at), want, (entry.start, end))
        return Step(edit_lines.remove_entry(tree, holder, at), want, self._own(holder, at))

    def _own(self, holder: Node, at: int) -> tuple[int, int]:
        first, last = edit_lines.first_line(self.tree, holder, at), edit_lines.last_line(self.tree, holder, at)
        return self.tree.starts[first_silence(self.tree, first)], self.tree.end_of(last)

    def _remove_last(self, holder: Node, path: Path) -> Step:
        """The only key or entry taken out: a group or list with nothing in it is left."""
        want = partial(remove_value, path=path)
        gone = (holder.entries[0].start, holder.entries[0].end) if holder.flow else self._own(holder, 0)
        empty: Plain = [] if holder.kind == "list" else {}
        if len(path) > 1:
            return Step(self._put(path[:-1], empty).edits, want, gone)
        root = self.tree.root
        start, end = self._own(root, 0) if root.is_block else (root.start, root.end)
        return Step([Edit(start, end, write_flow(empty))], want, gone)

    def _move(self, path: Path, to: int) -> Step:
        holder, at = self._found(path)
        if holder.kind != "list":
            raise self._refused("not-a-list", holder)
        if not 0 <= to < len(holder.entries):
            raise self._refused("no-such-entry", holder)
        want = partial(move_value, path=path, to=to)
        if at == to:
            return Step([], want)
        if holder.flow:
            return Step(edit_brackets.move_in_brackets(self.tree, holder, at, to), want)
        return Step(edit_lines.move_entry(self.tree, holder, at, to), want)
