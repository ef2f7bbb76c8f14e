"""Keys and entries put in, taken out and moved in a part of a file that is written in lines."""

from __future__ import annotations

from collections.abc import Sequence

from prongsai.writing.change import Path, Plain
from prongsai.writing.comments import first_attached, first_silence, is_comment, last_deeper, waiting_block
from prongsai.writing.lines import delete_own_lines, insert_after, insert_before
from prongsai.writing.node import Node
from prongsai.writing.nodes import Tree
from prongsai.writing.source_text import Edit
from prongsai.writing.styles import Style, indented


def first_line(tree: Tree, node: Node, at: int) -> int:
    """The line on which an entry begins."""
    return tree.line_of(node.entries[at].start)


def last_line(tree: Tree, node: Node, at: int) -> int:
    """The line on which an entry ends, without comments below it."""
    return tree.line_of(node.entries[at].end)


def whole_end(tree: Tree, node: Node, at: int) -> int:
    """The last line of an entry with the comments below it that are deeper than it."""
    return last_deeper(tree, last_line(tree, node, at), _column(tree, node))


def _column(tree: Tree, node: Node) -> int:
    return tree.column_of(node.entries[0].start)


def place_for_key(tree: Tree, node: Node, key: str, at: int) -> tuple[int, int | None]:
    """The place among the keys for a new one, and the line behind which it waits in a comment, if it does.

    Without such a comment it is `at`, unless the line of the first key is excepted from a rule.
    """
    column = _column(tree, node)
    for number in range(len(node.entries)):
        last = number + 1 == len(node.entries)
        end = len(tree.lines) if last else first_line(tree, node, number + 1)
        line = waiting_block(tree, key, column, last_line(tree, node, number) + 1, _end(tree, node, number, end))
        if line is not None:
            return number + 1, line
    first = first_line(tree, node, 0)
    is_shared = not tree.begins_line(node.entries[0].start)
    return (1 if at == 0 and is_shared and first_silence(tree, first) < first else at), None


def _end(tree: Tree, node: Node, at: int, end: int) -> int:
    """The line before which comments belong to the group: that of its next key, or of what follows all of it."""
    line = last_line(tree, node, at) + 1
    while line < end and (not tree.lines[line].strip() or is_comment(tree, line)):
        line += 1
    return line


def insert_key(tree: Tree, style: Style, node: Node, at: int, line: int | None, path: Path, value: Plain) -> list[Edit]:
    """A new key before the one `at` this place, or behind a line of comments in which it waited."""
    lines = style.key_lines(str(path[-1]), value, path)
    column = _column(tree, node)
    if line is not None:
        return [insert_after(tree, line, indented(lines, column))]
    return _insert(tree, node, at, lines, column)


def insert_entry(tree: Tree, style: Style, node: Node, at: int, path: Path, value: Plain) -> list[Edit]:
    """A new entry of a list before the one `at` this place."""
    return _insert(tree, node, at, style.entry_lines(value, (*path, at)), _column(tree, node))


def _insert(tree: Tree, node: Node, at: int, lines: Sequence[str], column: int) -> list[Edit]:
    blank = [""] if _are_apart(tree, node) else []
    if at > 0:
        return [insert_after(tree, whole_end(tree, node, at - 1), [*blank, *indented(lines, column)])]
    start = node.entries[0].start
    if tree.begins_line(start):
        return [insert_before(tree, _top(tree, node, column), [*indented(lines, column), *blank])]
    first, *rest = [*lines, ""]
    return [Edit(start, start, "\n".join([first, *indented(rest, column)]))]


def _are_apart(tree: Tree, node: Node) -> bool:
    """True if a blank line is between all entries."""
    last = range(len(node.entries) - 1)
    behind = [whole_end(tree, node, number) + 1 for number in last]
    return bool(behind) and not any(tree.lines[line].strip() for line in behind)


def _top(tree: Tree, node: Node, column: int) -> int:
    """The line before which something new becomes the first; the head of a file stays at its head."""
    line = tree.line_of(node.entries[0].start)
    first = first_attached(tree, line, column)
    return first_silence(tree, line) if first == 0 else first


def remove_entry(tree: Tree, node: Node, at: int) -> list[Edit]:
    """A key or entry that is not the only one taken out; comments above it stay, those on its own lines go."""
    if at == 0 and not tree.begins_line(node.entries[0].start):
        return _remove_first(tree, node)
    return [delete_own_lines(tree, first_line(tree, node, at), last_line(tree, node, at))]


def _remove_first(tree: Tree, node: Node) -> list[Edit]:
    """The first key behind a dash taken out: the next moves up to the dash, comments between them above it."""
    entry, after = node.entries[0], node.entries[1]
    line, next_line = tree.line_of(entry.start), tree.line_of(after.start)
    between = tree.lines[last_line(tree, node, 0) + 1 : next_line]
    before = tree.lines[line][: entry.start - tree.starts[line]]
    column = len(before) - len(before.lstrip())
    kept = [f"{' ' * column}{one.lstrip()}" if one.strip() else one for one in between]
    first = first_silence(tree, line)
    head = "".join(f"{one}\n" for one in kept) + before
    return [Edit(tree.starts[first], after.start, head)]


def move_entry(tree: Tree, node: Node, at: int, to: int) -> list[Edit]:
    """An entry moved with its comments, those directly above it and those inside; what is between entries stays."""
    numbers = [*range(min(at, to), max(at, to) + 1)]
    parts = {number: _part(tree, node, number) for number in numbers}
    order = [*numbers[1:], at] if to > at else [at, *numbers[:-1]]
    written = list[str]()
    for place, number in zip(numbers, order, strict=True):
        if place > numbers[0]:
            written.append(tree.plain[parts[place - 1][1] : parts[place][0]])
        written.append(tree.plain[slice(*parts[number])])
    return [Edit(parts[numbers[0]][0], parts[numbers[-1]][1], "".join(written))]


def _part(tree: Tree, node: Node, at: int) -> tuple[int, int]:
    """The letters of an entry with its comments; below `- -`, where one cannot be above the first, without those."""
    start, end = node.entries[at].start, tree.end_of(whole_end(tree, node, at))
    if not tree.begins_line(node.entries[0].start):
        return start, end
    return tree.starts[first_attached(tree, tree.line_of(start), _column(tree, node))], end
