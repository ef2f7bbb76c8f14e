"""Values, keys and entries changed between brackets, on one line or on many."""

from __future__ import annotations

import re

from prongsai.writing.change import Plain
from prongsai.writing.comments import first_attached
from prongsai.writing.lines import delete_own_lines, insert_after, insert_before
from prongsai.writing.node import Entry, Node
from prongsai.writing.nodes import Tree
from prongsai.writing.scalars import write_flow, write_scalar
from prongsai.writing.source_text import Edit

_COMMA = re.compile(r"(?:[ \t\n]|#[^\n]*\n)*,")
_REST = re.compile(r"[ \t]*(?:#[^\n]*)?(?=\n|\Z)")
_BLANKS = re.compile(r"[ \t]*")


def replace_in_brackets(tree: Tree, holder: Node, entry: Entry, value: Plain) -> list[Edit]:
    """Another value for a key or an entry between brackets."""
    old = entry.value
    if value is None and holder.kind == "map":
        blank = "" if tree.plain[old.start - 1].isspace() else " "
        return [Edit(old.start, old.end, blank)]
    written = write_scalar(value, old.style, in_brackets=True) if isinstance(value, str) else write_flow(value)
    if old.end > old.start or entry.key is None:
        return [Edit(old.start, old.end, written)]
    if entry.mark < 0:  # a key that not even a colon follows
        return [Edit(entry.key.end, entry.key.end, f": {written}")]
    return [Edit(entry.mark, entry.mark, f" {written}")]


def insert_in_brackets(tree: Tree, node: Node, at: int, written: str) -> list[Edit]:
    """Something new before the entry `at` this place: on a line of its own where the others are."""
    if not node.entries:
        return [Edit(node.start + 1, node.start + 1, written)]
    edits = _insert_first(tree, node, written) if at == 0 else _insert_behind(tree, node, at, written)
    if tree.plain[node.start] in "[{":
        return edits
    return [Edit(node.start, node.start, "{"), *edits, Edit(node.end, node.end, "}")]  # [a: b] is a group of one key


def _insert_first(tree: Tree, node: Node, written: str) -> list[Edit]:
    start = node.entries[0].start
    if not tree.begins_line(start):
        return [Edit(start, start, f"{written}, ")]
    column, line = tree.column_of(start), tree.line_of(start)
    return [insert_before(tree, first_attached(tree, line, column), [f"{' ' * column}{written},"])]


def _insert_behind(tree: Tree, node: Node, at: int, written: str) -> list[Edit]:
    before = node.entries[at - 1]
    comma = _comma_behind(tree, before)
    line = tree.line_of(comma if comma is not None else before.end)
    after = node.entries[at].start if at < len(node.entries) else node.end - 1
    is_apart = tree.begins_line(before.start) and tree.line_of(after) > line
    blank = "" if before.value.end > before.value.start else " "  # a colon with a comma behind it is a text
    if not is_apart:
        return [Edit(before.end, before.end, f"{blank}, {written}")]
    text = " " * tree.column_of(before.start) + written
    if comma is None:
        return [Edit(before.end, before.end, f"{blank},"), insert_after(tree, line, [text])]
    return [insert_after(tree, line, [f"{text},"])]


def _comma_behind(tree: Tree, entry: Entry) -> int | None:
    found = _COMMA.match(tree.plain, entry.end)
    return found.end() - 1 if found else None


def own_lines(tree: Tree, entry: Entry) -> tuple[int, int] | None:
    """The lines on which an entry is alone, but for its comma and a comment behind it."""
    comma = _comma_behind(tree, entry)
    end = entry.end if comma is None else comma + 1
    if tree.begins_line(entry.start) and _REST.match(tree.plain, end):
        return tree.line_of(entry.start), tree.line_of(end)
    return None


def remove_in_brackets(tree: Tree, node: Node, at: int) -> list[Edit]:
    """A key or entry that is not the only one taken out, with one comma."""
    entry, comma = node.entries[at], _comma_behind(tree, node.entries[at])
    before = _comma_behind(tree, node.entries[at - 1]) if at > 0 else None
    own = own_lines(tree, entry)
    if own is not None:
        lone = [] if comma is not None or before is None else [Edit(before, before + 1, "")]
        return [*lone, delete_own_lines(tree, *own)]
    if comma is not None:
        return _remove_to_comma(tree, entry, comma)
    if before is not None and "\n" not in tree.plain[before : entry.start]:
        return [Edit(before, entry.end, "")]
    lone = [] if before is None else [Edit(before, before + 1, "")]
    return [*lone, Edit(entry.start, entry.end, "")]


def _remove_to_comma(tree: Tree, entry: Entry, comma: int) -> list[Edit]:
    between = tree.plain[entry.end : comma]
    if "#" in between:  # the comma is on a line below a comment
        return [Edit(entry.start, entry.end, ""), Edit(comma, comma + 1, "")]
    blanks = _BLANKS.match(tree.plain, comma + 1)
    end = blanks.end() if blanks else comma + 1
    start = entry.start
    if tree.plain[end : end + 1] in {"\n", ""}:
        line = tree.starts[tree.line_of(start)]
        start = line + len(tree.plain[line:start].rstrip())
    return [Edit(start, end, "")]


def move_in_brackets(tree: Tree, node: Node, at: int, to: int) -> list[Edit]:
    """An entry of a list in brackets moved, letter by letter."""
    entry = node.entries[at]
    written = tree.plain[entry.start : entry.end] or "~"
    return [*remove_in_brackets(tree, node, at), *insert_in_brackets(tree, node, to + (to > at), written)]
