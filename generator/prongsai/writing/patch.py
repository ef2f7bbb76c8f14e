"""One change made in the text of a file by position, and proved: the text read again is the data wanted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from prongsai.loading.build_nodes import UnreadableError
from prongsai.thai.text import clean_text
from prongsai.writing.change import Change, Insert, Path, Plain, Put, RefusedError
from prongsai.writing.nodes import Tree
from prongsai.writing.proof import comments_lost, silences_moved
from prongsai.writing.put_steps import Order, Step
from prongsai.writing.smaller import smaller_changes
from prongsai.writing.steps import Stepper
from prongsai.writing.wanted import is_same, put_value


def patch(text: str, change: Change, order: Order) -> str:
    """The text of a file with one change made; every letter outside of it stays.

    `text` is all of the file, its line ends and its mark of byte order included; `order` gives the keys of the record
    at a path. Raises RefusedError where the change cannot be made or its proof fails.
    """
    return patch_tree(read_tree(text, change), change, order).source.text


def read_tree(text: str, change: Change) -> Tree:
    """The nodes of a text; raises RefusedError, with the line at fault, where its form has one."""
    try:
        return Tree(text, change.file)
    except UnreadableError as failure:
        raise RefusedError(change, failure.problem.code, failure.problem.where.line) from None


def patch_tree(tree: Tree, change: Change, order: Order) -> Tree:
    """The same on a text that was read, and what it was read as afterwards."""
    _refuse_odd_texts(change)
    if not isinstance(change, Put) or not change.path:
        return _stepped(tree, change, order)
    old = _value_at(tree.data, change.path)
    if is_same(old, change.value) and tree.node_at(change.path) is not None:
        return tree
    smaller = [*smaller_changes(change.file, change.path, old, change.value)]
    if smaller and smaller[0] != change:
        try:
            return _all_stepped(tree, change, smaller, order)
        except RefusedError:
            pass  # the whole is replaced instead
    return _stepped(tree, change, order)


def _all_stepped(tree: Tree, change: Put, smaller: Sequence[Change], order: Order) -> Tree:
    now = tree
    for one in smaller:
        now = _stepped(now, one, order)
    # Keys that were there stay in their order, new ones take their place in the record: each step has proved that.
    if now.data != put_value(tree.data, change.path, change.value):
        raise RefusedError(change, "not-as-wanted")
    return now


def patch_alike(tree: Tree, changes: Sequence[Put], order: Order) -> Tree:
    """The same for changes of which none reaches into another, all at once; raises RefusedError where that fails."""
    for change in changes:
        _refuse_odd_texts(change)
    new = [one for one in changes if _value_at(tree.data, one.path) != one.value]
    return _proved(tree, new, [Stepper(tree, one, order).step() for one in new]) if new else tree


def _stepped(tree: Tree, change: Change, order: Order) -> Tree:
    """One step made and proved."""
    return _proved(tree, [change], [Stepper(tree, change, order).step()])


def _proved(tree: Tree, changes: Sequence[Change], steps: Sequence[Step]) -> Tree:
    change, gone = changes[0], [one.gone for one in steps]
    line = tree.line_of(min((one.start for step in steps for one in step.edits), default=0)) + 1
    wanted = tree.data
    for step in steps:
        wanted = step.want(wanted)
    try:
        edited = Tree(tree.source.edited([one for step in steps for one in step.edits]), change.file)
    except (UnreadableError, ValueError):
        raise RefusedError(change, "not-as-wanted", line) from None
    if not is_same(edited.data, wanted):
        raise RefusedError(change, "not-as-wanted", line)
    if comments_lost(tree, edited, gone):
        raise RefusedError(change, "comment-lost", line)
    if silences_moved(tree, edited, change, gone):
        raise RefusedError(change, "exception-moved", line)
    return edited


def _value_at(data: Plain, path: Path) -> Plain:
    for step in path:
        if isinstance(data, dict) and isinstance(step, str):
            data = data.get(step)
        elif isinstance(data, list) and isinstance(step, int) and 0 <= step < len(data):
            data = data[step]
        else:
            return None
    return data


def _refuse_odd_texts(change: Change) -> None:
    """Texts come in their one form: what would be read as another text is not written."""
    value = change.value if isinstance(change, Put | Insert) else None
    keys = [step for step in change.path if isinstance(step, str)] if isinstance(change, Put) else []
    if any(clean_text(one)[0] != one for one in (*keys, *_texts(value))):
        raise RefusedError(change, "text-not-in-one-form")


def _texts(value: Plain) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        yield from (text for one in value for text in _texts(one))
    elif isinstance(value, dict):
        yield from value
        yield from (text for one in value.values() for text in _texts(one))
