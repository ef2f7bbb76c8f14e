"""The keys allowed in each place of a data file, as the records themselves say."""

from __future__ import annotations

import types
from collections.abc import Iterator, Sequence
from typing import Annotated, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from prongsai.model.amounts import Amount
from prongsai.model.record import Record
from prongsai.model.stated import Absence

Holder = Literal["one", "list", "table"]


def record_at(model: type[BaseModel], path: Sequence[str | int]) -> type[Record] | None:
    """The record that is due where `path` leads to, or of which the list or table there consists."""
    places: list[object] = [model]
    for step in path:
        places = [inner for place in places for inner in _inside(place, step)]
    return next((found for place in places for found in records_in(place)), None)


def group_at(model: type[BaseModel], path: Sequence[str | int]) -> type[Record] | None:
    """The record whose own keys are where `path` leads to; none where a list or a table is."""
    places: list[object] = [model]
    for step in path:
        places = [inner for place in places for inner in _inside(place, step)]
    plain = (one for place in places for one in plain_types(place))
    return next((one for one in plain if isinstance(one, type) and issubclass(one, Record)), None)


def keys_of(record: type[BaseModel]) -> tuple[str, ...]:
    """The keys of a record, as they are written."""
    return tuple(field.alias or name for name, field in record.model_fields.items())


def needed_keys(record: type[BaseModel]) -> tuple[str, ...]:
    """Those that may not be left out."""
    return tuple(field.alias or name for name, field in record.model_fields.items() if field.is_required())


def plain_types(annotation: object) -> Iterator[object]:
    """The types that an annotation allows, without what is said about them."""
    origin = get_origin(annotation)
    if origin is Annotated:
        yield from plain_types(get_args(annotation)[0])
    elif origin in {Union, types.UnionType}:
        yield from (plain for part in get_args(annotation) for plain in plain_types(part))
    else:
        yield annotation


def _inside(annotation: object, step: str | int) -> Iterator[object]:
    for plain in plain_types(annotation):
        if isinstance(plain, type) and issubclass(plain, Record):
            fields = (field for name, field in plain.model_fields.items() if step in {name, field.alias})
            yield from (field.annotation for field in fields)
        elif get_origin(plain) is tuple and isinstance(step, int):
            yield get_args(plain)[0]
        elif get_origin(plain) is dict and isinstance(step, str):
            yield get_args(plain)[1]


def records_in(annotation: object) -> Iterator[type[Record]]:
    """The records that an annotation allows, or of which its list or group consists."""
    for plain in plain_types(annotation):
        if isinstance(plain, type) and issubclass(plain, Record):
            yield plain
        elif get_origin(plain) in {tuple, dict}:
            yield from records_in(get_args(plain)[-1 if get_origin(plain) is dict else 0])


def holder_of(annotation: object) -> Holder:
    """The form of a field: one thing, a list of things, or a table of them by key."""
    kinds = {get_origin(plain) for plain in plain_types(annotation)}
    return "table" if dict in kinds else "list" if tuple in kinds else "one"


def amount_in(annotation: object) -> type[Amount] | None:
    """The kind of amount that an annotation allows, if it does."""
    found = (plain for plain in plain_types(annotation) if isinstance(plain, type) and issubclass(plain, Amount))
    return next(found, None)


def may_be_absent(annotation: object) -> bool:
    """True if an absence may be there, also that nothing was entered."""
    return Absence in plain_types(annotation)
