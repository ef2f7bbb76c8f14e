"""The proof that an edit lost no comment, and left each exception from a rule with its own line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from prongsai.loading.read_yaml import EXCEPTION
from prongsai.writing.change import Change, Insert, Move, Path, Put, Remove
from prongsai.writing.comments import comments_of
from prongsai.writing.nodes import Tree

Gone = Sequence[tuple[int, int]]  # letters of the text before


def comments_lost(before: Tree, after: Tree, gone: Gone) -> bool:
    """True if a comment outside of what was taken out is not there any more."""
    if "#" not in before.plain:
        return False
    kept = Counter(text for at, text in comments_of(before) if not _is_in(at, gone))
    return bool(kept - Counter(text for _, text in comments_of(after)))


def _is_in(at: int, gone: Gone) -> bool:
    return any(start <= at < end for start, end in gone)


def silences_moved(before: Tree, after: Tree, change: Change, gone: Gone) -> bool:
    """True if a comment that excepts a line from a rule is with another key or entry than it was."""
    if "ยกเว้น" not in before.plain:
        return False
    wanted = [(_after(change, path), text) for at, path, text in silences_of(before) if not _is_in(at, gone)]
    return bool(
        Counter(wanted)
        - Counter(
            (_after(change, path) if isinstance(change, Put) else path, text) for _, path, text in silences_of(after)
        )
    )


def silences_of(tree: Tree) -> list[tuple[int, Path, str]]:
    """Each such comment: its place, the path of what begins on the line that it is about, and its text."""
    begins = _begins(tree)
    found = []
    for at, text in comments_of(tree):
        if EXCEPTION.search(text):
            line = tree.line_of(at)
            found.append((at, begins.get(line + 1 if tree.begins_line(at) else line, ()), text))
    return found


def _begins(tree: Tree) -> dict[int, Path]:
    """The path of the innermost key or entry that begins on each line; of what is in brackets, that of the whole."""
    found = dict[int, Path]()
    for path, node in tree.walk():
        for number, entry in enumerate(() if node.flow else node.entries):
            step = number if entry.key is None else str(entry.key.text)
            found[tree.line_of(entry.start)] = (*path, step)
    return found


def _after(change: Change, path: Path) -> Path:
    """The path to which a path leads after a change; what was inside of a value replaced is the value."""
    if isinstance(change, Put):
        return path[: len(change.path)] if path[: len(change.path)] == change.path else path
    holder = change.path if isinstance(change, Insert) else change.path[:-1]
    here = path[len(holder)] if len(path) > len(holder) and path[: len(holder)] == holder else None
    if not isinstance(here, int):
        return path
    return (*holder, _moved(change, here), *path[len(holder) + 1 :])


def _moved(change: Change, here: int) -> int:
    own = change.path[-1] if change.path else None
    if isinstance(change, Insert):
        return here + (here >= change.at)
    if isinstance(change, Remove) and isinstance(own, int):
        return here - (here > own)
    if isinstance(change, Move) and isinstance(own, int):
        if here == own:
            return change.to
        rest = here - (here > own)
        return rest + (rest >= change.to)
    return here
