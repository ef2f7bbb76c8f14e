"""From a place in a text to the key or entry there, and back: problems have places, cells and fields have paths."""

from __future__ import annotations

from prongsai.writing.change import Path
from prongsai.writing.node import Node, place_of_step
from prongsai.writing.nodes import Tree


def path_at(text: str, line: int, column: int) -> Path:
    """The deepest key or entry that covers a place; line and column from 1, as problems have them.

    Raises UnreadableError where the text has a fault of form.
    """
    return path_in(Tree(text), line, column)


def place_of_path(text: str, path: Path) -> tuple[int, int]:
    """The line and column, from 1, of the key or entry that a path leads to, or of the nearest on the way there.

    Raises UnreadableError where the text has a fault of form.
    """
    return place_in(Tree(text), path)


def path_in(tree: Tree, line: int, column: int) -> Path:
    """The deepest key or entry that covers a place, in a text that was read."""
    if not 1 <= line <= len(tree.lines):
        return ()
    index = min(tree.starts[line - 1] + max(column, 1) - 1, tree.end_of(line - 1))
    node, path = tree.root, list[str | int]()
    while (found := _covering(tree, node, index)) is not None:
        entry = node.entries[found]
        path.append(found if entry.key is None else str(entry.key.text))
        node = entry.value
    return tuple(path)


def place_in(tree: Tree, path: Path) -> tuple[int, int]:
    """The line and column of the key or entry that a path leads to, in a text that was read."""
    node, start = tree.root, tree.root.start
    for step in path:
        at = place_of_step(node, step)
        if at < 0:
            break
        entry = node.entries[at]
        node, start = entry.value, entry.start if entry.key else entry.value.start
    return tree.line_of(start) + 1, tree.column_of(start) + 1


def _covering(tree: Tree, node: Node, index: int) -> int | None:
    """The last entry that begins no later than a place, and does not end on a line before it."""
    at = max((n for n, one in enumerate(node.entries) if one.start <= index), default=None)
    if at is None:
        return None
    end = node.entries[at].end if node.flow else tree.end_of(tree.line_of(node.entries[at].end))
    return at if index <= end else None
