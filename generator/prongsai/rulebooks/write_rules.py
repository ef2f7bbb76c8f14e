"""Rules written as a text of their own: an entry a line where it is short, as the rules that ship are written."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from prongsai.model.edition import Edition
from prongsai.model.groups import group_at, keys_of
from prongsai.model.record import Record
from prongsai.rulebooks.sheets import EVIDENCE
from prongsai.writing.change import Plain
from prongsai.writing.scalars import write_flow, write_key, write_scalar

_LONGEST = 150  # columns of a line with an entry
_LONG = ("elements", "asked")  # fields that have lines of their own


def in_order(rules: dict[str, Plain], record: type[Record] = Edition) -> dict[str, Plain]:
    """The rules with the keys of each of their records in the order in which that declares them."""
    return cast("dict[str, Plain]", _ordered(rules, record, []))


def _ordered(value: Plain, record: type[Record], path: list[str | int]) -> Plain:
    if isinstance(value, list):
        return [_ordered(one, record, [*path, 0]) for one in value]
    if not isinstance(value, dict):
        return value
    found = group_at(record, path)
    first = [key for key in keys_of(found) if key in value] if found else []
    order = [*dict.fromkeys((*first, *value))]
    if path:  # what a thing rests on comes behind what it is
        order.sort(key=lambda key: key.endswith(EVIDENCE))
    return {key: _ordered(value[key], record, [*path, key]) for key in order}


def rule_lines(rules: dict[str, Plain], indent: int = 0) -> Iterator[str]:
    """The lines of rules, `indent` columns further right."""
    for key, value in rules.items():
        if isinstance(value, dict | list) and value:
            yield from _part(key, value, indent)
        else:
            yield f"{' ' * indent}{_pair(key, value)}"


def _part(key: str, value: dict[str, Plain] | list[Plain], indent: int) -> Iterator[str]:
    flat = not isinstance(value, dict) or not any(isinstance(one, dict) for one in value.values())
    line = f"{' ' * indent}{_pair(key, value)}"
    if flat and len(line) <= _LONGEST and not _has_groups(value):
        yield line
        return
    yield f"{' ' * indent}{write_key(key, in_brackets=False)}:"
    if isinstance(value, list):
        yield from (f"{' ' * (indent + 2)}- {write_flow(one)}" for one in value)
        return
    for name, one in value.items():
        yield from _entry(name, one, indent + 2)


def _entry(name: str, value: Plain, indent: int) -> Iterator[str]:
    line = f"{' ' * indent}{_pair(name, value)}"
    has_long = isinstance(value, dict) and any(one in value for one in _LONG)
    if not isinstance(value, dict) or (len(line) <= _LONGEST and not has_long):
        yield line
        return
    yield f"{' ' * indent}{write_key(name, in_brackets=False)}:"
    yield from rule_lines(value, indent + 2)


def _has_groups(value: Plain) -> bool:
    return isinstance(value, list) and any(isinstance(one, dict) for one in value)


def _pair(key: str, value: Plain) -> str:
    name = write_key(key, in_brackets=False)
    if value is None:
        return f"{name}:"
    return f"{name}: {write_flow(value) if isinstance(value, dict | list) else write_scalar(value, in_brackets=False)}"
