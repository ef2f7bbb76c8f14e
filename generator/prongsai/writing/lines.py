"""Edits of whole lines of a file, and of what is left of a line when a part of it goes."""

from __future__ import annotations

from collections.abc import Sequence

from prongsai.writing.comments import first_silence
from prongsai.writing.nodes import Tree
from prongsai.writing.source_text import Edit


def insert_after(tree: Tree, line: int, lines: Sequence[str]) -> Edit:
    """New lines behind a line; behind the last, which no line end may follow, they bring their own."""
    end = tree.end_of(line)
    if end < len(tree.plain):
        return Edit(end + 1, end + 1, "".join(f"{one}\n" for one in lines))
    return Edit(end, end, "".join(f"\n{one}" for one in lines))


def insert_before(tree: Tree, line: int, lines: Sequence[str]) -> Edit:
    """New lines before a line."""
    start = tree.starts[line]
    return Edit(start, start, "".join(f"{one}\n" for one in lines))


def delete_lines(tree: Tree, first: int, last: int) -> Edit:
    """The lines from `first` to `last` taken out; a file keeps its last line end, or goes on without."""
    start, end = tree.starts[first], tree.end_of(last)
    if end < len(tree.plain):
        return Edit(start, end + 1, "")
    return Edit(max(start - 1, 0), end, "")


def delete_own_lines(tree: Tree, first: int, last: int) -> Edit:
    """The same with the comments that except the first of them from a rule: they are about nothing else."""
    return delete_lines(tree, first_silence(tree, first), last)


def delete_text(tree: Tree, start: int, end: int) -> Edit:
    """A part of a line taken out with the blanks before it; its whole lines, where nothing else is on them."""
    first, last = tree.line_of(start), tree.line_of(end)
    rest = tree.plain[end : tree.end_of(last)]
    if tree.begins_line(start) and not rest.strip():
        return delete_lines(tree, first, last)
    before = tree.plain[tree.starts[first] : start]
    kept = len(before.rstrip()) if before.strip() else len(before)
    return Edit(tree.starts[first] + kept, end if rest.strip() else tree.end_of(last), "")
