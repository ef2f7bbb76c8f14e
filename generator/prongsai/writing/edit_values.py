"""The value of a key or an entry replaced in a file that is written in lines."""

from __future__ import annotations

from typing import Literal

from prongsai.loading.read_yaml import EXCEPTION
from prongsai.writing.change import Path, Plain
from prongsai.writing.lines import delete_own_lines, delete_text, insert_after
from prongsai.writing.node import Entry, Node
from prongsai.writing.nodes import Tree
from prongsai.writing.scalars import write_flow, write_scalar
from prongsai.writing.source_text import Edit
from prongsai.writing.styles import Style, indented

# Where the value is now: nowhere, behind its key or dash, or on lines below.
Place = Literal["nowhere", "behind", "below"]


def replace_value(tree: Tree, style: Style, entry: Entry, path: Path, value: Plain) -> list[Edit]:
    """Edits by which `value` is behind a key or dash instead of what is there; comments next to it stay."""
    old, place = entry.value, _place_of(tree, entry)
    inline = _inline(style, old, path, value)
    if inline is None:
        return _lines_for(tree, style, entry, path, value)
    if not inline:
        return _take_out(tree, entry, place)
    if place == "behind" or (place == "below" and not old.is_block):
        return [Edit(old.start, own_end(tree, old), inline)]
    taken = [] if place == "nowhere" else _take_out(tree, entry, place)
    return [Edit(entry.mark, entry.mark, f" {inline}"), *taken]


def own_end(tree: Tree, old: Node) -> int:
    """The place behind a value, with the comment on the last of its lines where these are all its own."""
    line = tree.line_of(old.end)
    if not old.is_block or (tree.line_of(old.start) == line and not EXCEPTION.search(tree.lines[line])):
        return old.end
    return tree.end_of(line)


def _inline(style: Style, old: Node, path: Path, value: Plain) -> str | None:
    """The value on one line; None where it is written in lines."""
    if isinstance(value, str):
        return write_scalar(value, old.style, in_brackets=False)
    is_alike = old.flow and old.entries and value and isinstance(value, list) == (old.kind == "list")
    if is_alike and value is not None:
        return write_flow(value)
    return style.inline(value, path)


def _place_of(tree: Tree, entry: Entry) -> Place:
    if entry.value.start == entry.value.end:
        return "nowhere"
    return "behind" if tree.line_of(entry.value.start) == tree.line_of(entry.mark) else "below"


def _take_out(tree: Tree, entry: Entry, place: Place) -> list[Edit]:
    old = entry.value
    if place == "nowhere":
        return []
    if place == "below" and old.is_block:
        return [delete_own_lines(tree, tree.line_of(old.start), tree.line_of(old.end))]
    return [delete_text(tree, old.start, own_end(tree, old))]


def _lines_for(tree: Tree, style: Style, entry: Entry, path: Path, value: Plain) -> list[Edit]:
    """A list or group in lines, below its key or behind its dash."""
    old, place = entry.value, _place_of(tree, entry)
    column, lines = tree.column_of(entry.start), style.lines_of(value, path)
    last = tree.line_of(entry.end)
    taken = _take_out(tree, entry, place)
    if entry.key is not None:
        by = _columns_below(tree, style, entry, value)
        return [*taken, insert_after(tree, last, indented(lines, column + by))]
    if place == "below":
        return [*taken, insert_after(tree, last, indented(lines, column + style.gap))]
    first, rest = lines[0], indented(lines[1:], column + style.gap)
    begin = Edit(entry.mark, max(own_end(tree, old), entry.mark), " " * (style.gap - 1) + first)
    return [begin, *([insert_after(tree, last, rest)] if rest else [])]


def _columns_below(tree: Tree, style: Style, entry: Entry, value: Plain) -> int:
    """The columns by which the new lines are deeper than their key: as many as before, if these were of the kind."""
    old = entry.value
    if old.is_block and isinstance(value, list) == (old.kind == "list"):
        return tree.column_of(old.start) - tree.column_of(entry.start)
    return style.below(value)
