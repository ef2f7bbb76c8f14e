"""Columns made from the declaration of fields: how each value fits a cell, by which head, and what has no cell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from functools import cache
from typing import Any, Literal, get_args, get_origin

from pydantic.fields import FieldInfo

from prongsai.forms.json_schema import form_of
from prongsai.model.document_parts import Point
from prongsai.model.groups import holder_of, plain_types, records_in
from prongsai.model.record import Record, Refers, Said, words_of
from prongsai.model.scalar import Form
from prongsai.model.stated import Absence, Printed
from prongsai.model.status import REPORTED, Status
from prongsai.model.synonyms import word_of


class Shape(Enum):
    """The form of a value in a cell: one text, a line an entry, points with marks, or a line `key: text`."""

    TEXT = "text"
    LINES = "lines"
    POINTS = "points"
    PAIRS = "pairs"


_NEVER_DUE = (Printed, type(None))  # what may be in the place of a value
_FREE = "ข้อความ"  # what the form of a text says that is no code, figure or day


@dataclass(frozen=True)
class Column:
    """A field as a column: `path` are its keys in the record, `records` the records that these belong to.

    `choices` has the word that is shown for each value of a closed list.
    """

    path: tuple[str, ...]
    head: str
    shape: Shape
    said: Said
    records: tuple[type[Record], ...]
    form: Form | None = None
    choices: Mapping[str, str] = field(default_factory=dict)
    is_needed: bool = False
    may_be_empty_list: bool = False
    group: str = ""  # the title of the field whose record it is a field of

    @property
    def refers(self) -> Refers:
        """The kind of thing that a text of it names."""
        return self.said.refers

    @property
    def has_marks(self) -> bool:
        """True if the entries of its list are free text, each of them set apart by a mark."""
        is_free = self.form is None or self.form.said == _FREE
        return self.shape is Shape.POINTS or (self.shape is Shape.LINES and is_free and not self.refers)


@cache
def columns_of(record: type[Record]) -> tuple[Column, ...]:
    """The columns of a record in the order of declaration, with those of its groups; heads are unique."""
    found = tuple(_columns(record))
    heads = [one.said.title for one in found]
    return tuple(one if heads.count(one.head) == 1 else _apart(one) for one in found)


def fields_apart(record: type[Record]) -> Iterator[tuple[str, FieldInfo]]:
    """The fields of a record that no cell holds: lists and tables of records, by their keys."""
    for name, declared in record.model_fields.items():
        if shape_of(declared) is None and not _is_group(declared):
            yield declared.alias or name, declared


def _apart(column: Column) -> Column:
    """A column of a group that has the title of another, with the title of its group before it."""
    return replace(column, head=f"{column.group}: {column.said.title}") if column.group else column


def _columns(
    record: type[Record], path: tuple[str, ...] = (), above: tuple[type[Record], ...] = (), group: str = ""
) -> Iterator[Column]:
    records = (*above, record)
    for name, declared in record.model_fields.items():
        key = declared.alias or name
        shape = shape_of(declared)
        if shape is not None:
            yield replace(_column(declared, shape, (*path, key), records), group=group)
        elif _is_group(declared):
            said = words_of(declared)
            yield from _columns(
                next(records_in(declared.annotation)), (*path, key), records, said.title if said else ""
            )


def _column(declared: FieldInfo, shape: Shape, path: tuple[str, ...], records: tuple[type[Record], ...]) -> Column:
    said = words_of(declared) or Said(path[-1], "")
    return Column(
        path,
        said.title,
        shape,
        said,
        records,
        form_of(declared),
        {value: word_of(value) for value in _values(declared)},
        declared.is_required(),
        may_be_empty_list=declared.default == (),
    )


def shape_of(declared: FieldInfo) -> Shape | None:
    """The form of a field in a cell; None where it is a group, or a list or a table of records."""
    plain = [one for one in plain_types(declared.annotation) if one is not Absence]
    if any(one is Any for one in plain):
        return None
    found = {_shape(one) for one in plain if not (isinstance(one, type) and issubclass(one, _NEVER_DUE))}
    return found.pop() if len(found) == 1 else None


def _shape(kind: object) -> Shape | None:
    origin, inner = get_origin(kind), get_args(kind)
    if origin is dict:
        return None if _holds_more(inner[1]) else Shape.PAIRS
    if origin is tuple:
        is_points = [*records_in(inner[0])] == [Point]
        return Shape.POINTS if is_points else None if _holds_more(inner[0]) else Shape.LINES
    return None if isinstance(kind, type) and issubclass(kind, Record) else Shape.TEXT


def _holds_more(annotation: object) -> bool:
    """True if an entry is a record, a list or a table itself."""
    return any(
        get_origin(one) in {tuple, dict} or (isinstance(one, type) and issubclass(one, Record))
        for one in plain_types(annotation)
    )


def _is_group(declared: FieldInfo) -> bool:
    """True if a field holds one record whose fields can be columns of their own."""
    record = next(records_in(declared.annotation), None)
    return holder_of(declared.annotation) == "one" and record is not None and not record.indivisible


def _values(declared: FieldInfo) -> Iterator[str]:
    """The closed list of values that a field has, if it has one."""
    for one in plain_types(declared.annotation):
        if get_origin(one) is Literal:
            yield from map(str, get_args(one))
        elif one is Status:
            yield from (status.key for status in REPORTED)
        elif one is bool:
            yield from ("true", "false")
