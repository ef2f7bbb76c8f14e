"""Comments of a file: where they are, and to which line each belongs."""

from __future__ import annotations

import re
from bisect import bisect_right

from prongsai.loading.read_yaml import EXCEPTION
from prongsai.writing.nodes import Tree

_WAITING = re.compile(r"#(?: {2,}|-(?: |$))")  # how lines below a key go on that waits in a comment


def is_comment(tree: Tree, line: int) -> bool:
    """True if nothing but a comment is on a line."""
    return tree.lines[line].lstrip().startswith("#") and line not in tree.inside


def is_silence(tree: Tree, line: int) -> bool:
    """True if a line is a comment that excepts the next from a rule."""
    return is_comment(tree, line) and EXCEPTION.search(tree.lines[line]) is not None


def indent_of(tree: Tree, line: int) -> int:
    """The column of the first letter of a line."""
    return len(tree.lines[line]) - len(tree.lines[line].lstrip())


def first_attached(tree: Tree, line: int, column: int) -> int:
    """The first of the comment lines directly above a line that belong to it; the line itself where there are none.

    A comment deeper than the line belongs to what is above it, unless it excepts the line from a rule.
    """
    first = line
    while first > 0 and is_comment(tree, first - 1):
        if indent_of(tree, first - 1) > column and not is_silence(tree, first - 1):
            break
        first -= 1
    return first


def first_silence(tree: Tree, line: int) -> int:
    """The first of the comments directly above a line that except it from a rule; the line where there are none."""
    first = line
    while first > 0 and is_silence(tree, first - 1):
        first -= 1
    return first


def last_deeper(tree: Tree, line: int, column: int) -> int:
    """The last of the comment lines below a line that are deeper than its key or dash, and so belong to it."""
    last, at = line, line + 1
    while at < len(tree.lines):
        if is_comment(tree, at):
            if indent_of(tree, at) <= column or is_silence(tree, at):
                break
            last = at
        elif tree.lines[at].strip():
            break
        at += 1
    return last


def waiting_block(tree: Tree, key: str, column: int, first: int, end: int) -> int | None:
    """The last line of the part in comments that begins with a key, among some lines; None where it does not wait."""
    begins = re.compile(rf" {{{column}}}#{re.escape(key)}:(?:\s|$)")
    found = next((n for n in range(first, end) if is_comment(tree, n) and begins.match(tree.lines[n])), None)
    if found is None:
        return None
    while found + 1 < end and is_comment(tree, found + 1) and _WAITING.match(tree.lines[found + 1], column):
        found += 1
    return found


def comments_of(tree: Tree) -> list[tuple[int, str]]:
    """Each comment with its place."""
    found, at = list[tuple[int, str]](), tree.plain.find("#")
    starts = [start for start, _ in tree.scalars]
    while at >= 0:
        near = bisect_right(starts, at) - 1
        end = tree.scalars[near][1] if near >= 0 else -1
        if at < end:
            at = tree.plain.find("#", end)
            continue
        line_end = tree.end_of(tree.line_of(at))
        found.append((at, tree.plain[at:line_end].strip()))
        at = tree.plain.find("#", line_end)
    return found
