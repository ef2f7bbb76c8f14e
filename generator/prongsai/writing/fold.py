"""Changes to a file that is not there yet as one value: nobody's bytes are in it, so it is written at once."""

from __future__ import annotations

from collections.abc import Sequence

from prongsai.writing.change import Change, Insert, Move, Path, Plain, Put
from prongsai.writing.put_steps import Order
from prongsai.writing.wanted import insert_value, move_value, put_value, remove_value


def fold_changes(changes: Sequence[Change], order: Order) -> Plain:
    """The data of a new file after all changes, the keys of each record in its order."""
    data: Plain = {}
    for one in changes:
        if isinstance(one, Put):
            data = put_value(_with_groups(data, one.path[:-1]), one.path, one.value)
        elif isinstance(one, Insert):
            data = insert_value(_with_groups(data, one.path), one.path, one.at, one.value)
        elif isinstance(one, Move):
            data = move_value(data, one.path, one.to)
        else:
            data = remove_value(data, one.path)
    return _in_order(data, (), order)


def _with_groups(data: Plain, path: Path) -> Plain:
    """The data with something at every step of a path."""
    held: Plain = data
    for depth, step in enumerate(path, 1):
        inner = held.get(str(step)) if isinstance(held, dict) else None
        if isinstance(held, list) and isinstance(step, int):
            inner = held[step] if step < len(held) else None
        if inner is None:
            inner = {}
            data = put_value(data, path[:depth], inner)
        held = inner
    return data


def _in_order(value: Plain, path: Path, order: Order) -> Plain:
    if isinstance(value, list):
        return [_in_order(one, (*path, number), order) for number, one in enumerate(value)]
    if not isinstance(value, dict):
        return value
    keys = [key for key in order(path) if key in value]
    return {key: _in_order(value[key], (*path, key), order) for key in dict.fromkeys((*keys, *value))}
