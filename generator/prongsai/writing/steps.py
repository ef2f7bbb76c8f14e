"""The edits of one small change, and the data that it is to end in."""

from __future__ import annotations

from functools import partial

from prongsai.writing import edit_brackets, edit_lines
from prongsai.writing.change import Insert, Move, Path, Plain, Put
from prongsai.writing.comments import first_silence
from prongsai.writing.node import Node, place_of_step
from prongsai.writing.put_steps import PutStepper, Step
from prongsai.writing.scalars import write_flow
from prongsai.writing.source_text import Edit
from prongsai.writing.wanted import insert_value, move_value, remove_value


class Stepper(PutStepper):
    """Makes the step of any change on a tree; raises RefusedError where there is nothing that it could mean."""

    def step(self) -> Step:
        """The step of the change."""
        one = self.change
        if isinstance(one, Put):
            return self.put(one.path, one.value)
        if isinstance(one, Insert):
            return self._insert(one.path, one.at, one.value)
        return self._move(one.path, one.to) if isinstance(one, Move) else self._remove(one.path)

    def _insert(self, path: Path, at: int, value: Plain) -> Step:
        node = self.tree.node_at(path)
        if node is None or (node.kind == "text" and node.text is None):
            if at != 0:
                raise self.refused("no-such-entry", node)
            return self.put(path, [value])
        if node.kind != "list":
            raise self.refused("not-a-list", node)
        if not 0 <= at <= len(node.entries):
            raise self.refused("no-such-entry", node)
        if not node.entries:
            return self.put(path, [value])
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
            raise self.refused("no-such-entry" if path and isinstance(path[-1], int) else "no-such-key", holder)
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
            return Step(self.put(path[:-1], empty).edits, want, gone)
        root = self.tree.root
        start, end = self._own(root, 0) if root.is_block else (root.start, root.end)
        return Step([Edit(start, end, write_flow(empty))], want, gone)

    def _move(self, path: Path, to: int) -> Step:
        holder, at = self._found(path)
        if holder.kind != "list":
            raise self.refused("not-a-list", holder)
        if not 0 <= to < len(holder.entries):
            raise self.refused("no-such-entry", holder)
        want = partial(move_value, path=path, to=to)
        if at == to:
            return Step([], want)
        if holder.flow:
            return Step(edit_brackets.move_in_brackets(self.tree, holder, at, to), want)
        return Step(edit_lines.move_entry(self.tree, holder, at, to), want)
