"""Texts that are not finished: gaps that only the agency can fill, and entries that are marked as drafts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from prongsai.model.record import REQUIRED, Record

# Three underscores around the words: nobody writes them otherwise, YAML needs no quotes for them, a cell of Excel
# keeps them, and they look like the line on a printed form. Blank lines of forms have no words between them.
_GAP = re.compile(r"(?<!_)___(?!_)[ \t]*((?:(?!___)[^\n])*?[^\W_](?:(?!___)[^\n])*?)[ \t]*___(?!_)")


def gaps_in(text: str) -> tuple[str, ...]:
    """The words of the gaps that a text leaves open: ___จำนวนครั้ง___ is จำนวนครั้ง."""
    return tuple(found[1] for found in _GAP.finditer(text)) if "___" in text else ()


def texts_within(value: object) -> Iterator[str]:
    """Every text inside a value of a data file, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple | dict):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from texts_within(inner)
    elif isinstance(value, Record):
        for name in type(value).model_fields:
            yield from texts_within(getattr(value, name))
    else:
        printed = getattr(value, "printed", "")  # a period, an amount, or what was not understood
        yield printed if isinstance(printed, str) else ""


def gaps_within(value: object) -> tuple[str, ...]:
    """The words of all gaps inside a value, each once."""
    return tuple(dict.fromkeys(gap for text in texts_within(value) for gap in gaps_in(text)))


def has_gap(value: object) -> bool:
    """True if a text inside a value leaves a gap open; quick, since nearly all of them leave none."""
    if isinstance(value, str):
        return "___" in value and _GAP.search(value) is not None
    if isinstance(value, tuple):
        return any(map(has_gap, value))
    if isinstance(value, dict):
        return any(map(has_gap, value.values()))
    if isinstance(value, Record):
        return any(has_gap(getattr(value, name)) for name in type(value).model_fields)
    printed = getattr(value, "printed", "")
    return isinstance(printed, str) and "___" in printed and _GAP.search(printed) is not None


def can_be_draft(value: object) -> bool:
    """True for an entry that is published as a whole or not at all."""
    return isinstance(value, Record) and "draft" in type(value).model_fields


def is_unfinished(value: object) -> bool:
    """True for an entry that is marked as a draft, and for anything with a gap inside it."""
    return bool(getattr(value, "draft", False)) or has_gap(value)


class _Gone:
    """The place of what is left out."""


_GONE = _Gone()


def finished(value: object) -> object | None:
    """A value without what is not finished in it; None where that is all of it, and itself where nothing is.

    Of a list the entries go, of a record the fields, and with a field that must be there the record. An entry that can
    be marked as a draft goes as a whole.
    """
    found = _finished(value)
    return None if isinstance(found, _Gone) else found


def _finished(value: object) -> object:
    if isinstance(value, tuple):
        kept = tuple(one for one in map(_finished, value) if not isinstance(one, _Gone))
        return value if _is_same(kept, value) else kept
    if isinstance(value, dict):
        pairs = {key: one for key, inner in value.items() if not isinstance(one := _finished(inner), _Gone)}
        return value if _is_same(tuple(pairs.values()), tuple(value.values())) else pairs
    if isinstance(value, Record):
        return _GONE if can_be_draft(value) and is_unfinished(value) else _without_fields(value)
    return _GONE if has_gap(value) else value


def _is_same(kept: tuple[object, ...], value: tuple[object, ...]) -> bool:
    return len(kept) == len(value) and all(a is b for a, b in zip(kept, value, strict=True))


def _without_fields(record: Record) -> Record | _Gone:
    changed: dict[str, object] = {}
    for name, field in type(record).model_fields.items():
        value = getattr(record, name)
        kept = _finished(value)
        if isinstance(kept, _Gone):
            kept = field.get_default(call_default_factory=True)
            if kept is REQUIRED or field.is_required():
                return _GONE
        if kept is not value:
            changed[name] = kept
    return record.model_copy(update=changed) if changed else record


def unfinished_within(value: object) -> Iterator[tuple[Record, bool]]:
    """The smallest records below `value` that are left out whole, or of which a field is; True for the former."""
    if isinstance(value, tuple | dict):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from unfinished_within(inner)
    elif isinstance(value, Record):
        if can_be_draft(value):
            yield from ((value, True),) if is_unfinished(value) else ()
            return
        below = [getattr(value, name) for name in type(value).model_fields]
        if any(has_gap(one) for one in below if not _holds_records(one)):
            yield value, False
        for one in below:
            yield from unfinished_within(one) if _holds_records(one) else ()


def _holds_records(value: object) -> bool:
    if isinstance(value, tuple | dict):
        return any(_holds_records(one) for one in (value.values() if isinstance(value, dict) else value))
    return isinstance(value, Record)
