"""A JSON Schema of a data file, with the Thai words of its fields, by which editors complete, explain and mark."""

from __future__ import annotations

import types
from collections.abc import Mapping
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from prongsai.json_value import Json
from prongsai.model.edition_surveys import SHARED
from prongsai.model.record import Record, words_of
from prongsai.model.scalar import Form, Written
from prongsai.model.stated import SPELLINGS, Absence, Printed
from prongsai.model.status import REPORTED, Status
from prongsai.model.types import LISTED

Schema = dict[str, Json]
DRAFT = "http://json-schema.org/draft-07/schema#"  # the newest that the editors' YAML service knows whole
_NULL: Schema = {"type": "null"}
_READ_BY_OLDER_RULES = {"on": "true"}  # keys that are no texts to an editor that reads YAML by its older rules
_TEXT = ("string", "number", "boolean")


def schema_of_file(record: type[Record], *, is_addition: bool = False) -> Schema:
    """The schema of a file that holds one `record`; what may be left empty may be null.

    An addition to another file has of each record only what differs from it.
    """
    made = _Schemas(is_addition)
    whole = made.record(record)
    return {"$schema": DRAFT, **whole, "definitions": dict(sorted(made.definitions.items()))}


class _Schemas:
    """Makes the schemas of types; records are defined once, by name."""

    def __init__(self, is_addition: bool) -> None:
        self.is_addition = is_addition
        self.definitions: dict[str, Schema] = {}

    def record(self, record: type[BaseModel]) -> Schema:
        """A record with the words of its fields, in the order of their declaration."""
        fields = {field.alias or name: field for name, field in record.model_fields.items()}
        needed = [name for name, field in fields.items() if field.is_required() and not self.is_addition]
        made: Schema = {"type": "object"}
        if called := getattr(record, "called", ""):
            made["title"] = called
        shown = {name: self._field(field) for name, field in fields.items()}
        otherwise = {other: shown[name] for name, other in _READ_BY_OLDER_RULES.items() if name in shown}
        made["properties"] = {**shown, **otherwise}
        return {**made, "additionalProperties": False, **({"required": needed} if needed else {})}

    def _field(self, field: FieldInfo) -> Schema:
        shapes = self.shapes(field.annotation, tuple(field.metadata))
        if not field.is_required() and _NULL not in shapes:
            shapes.append(_NULL)
        return {**_worded(field), **_any(shapes)}

    def shapes(self, annotation: object, metadata: tuple[object, ...] = ()) -> list[Schema]:
        """The values allowed where a type is due, the wanted one first."""
        while get_origin(annotation) is Annotated:
            annotation, *inner = get_args(annotation)
            metadata = (*inner, *metadata)
        written = next((one for one in metadata if isinstance(one, Written)), None)
        if written is not None:
            return [dict(shape) for shape in written.shapes]
        form = next((one for one in metadata if isinstance(one, Form)), None)
        if form is not None:
            return [{"type": list(form.types), **({"pattern": form.pattern} if form.pattern else {})}]
        if get_origin(annotation) in {Union, types.UnionType}:
            return [shape for part in get_args(annotation) for shape in self.shapes(part)]
        plain = self._plain(annotation, is_listed=LISTED in metadata)
        return [_with_evidence(one) for one in plain] if SHARED in metadata else plain

    def _plain(self, annotation: object, *, is_listed: bool) -> list[Schema]:
        origin, inner = get_origin(annotation), get_args(annotation)
        if origin is Literal:
            return [{"enum": [one for value in inner for one in _as_typed(value)]}]
        if origin is tuple:
            of_one = self.shapes(inner[0])
            return [{"type": "array", "items": _any(of_one)}, *(of_one if is_listed else [])]
        if origin is dict:
            entry = [*self.shapes(inner[1]), *([_NULL] if self.is_addition else [])]  # null takes an entry out
            return [{"type": "object", "additionalProperties": _any(entry)}]
        return self._kind(annotation)

    def _kind(self, kind: object) -> list[Schema]:
        if kind is Any:
            return [{}]
        if kind is type(None):
            return [_NULL]
        if kind is Absence:
            return [{"enum": [*SPELLINGS, None]}]
        if kind is Status:
            said = [status.word for status in REPORTED]  # offered; other Thai words are read too, or shown as printed
            return [{"enum": [*(status.key for status in REPORTED), *said]}, {"type": "string", "pattern": "[ก-๛]"}]
        if kind is Printed:
            texts = {name: {"type": list(_TEXT)} for name in Printed.model_fields}
            return [{"type": "object", "properties": texts, "required": ["printed"], "additionalProperties": False}]
        if isinstance(kind, type) and issubclass(kind, Record):
            return self._named(kind)
        raise TypeError(f"no schema for {kind!r}")

    def _named(self, record: type[Record]) -> list[Schema]:
        """A record by its name, and what may stand for it in short."""
        name = record.__name__
        if name not in self.definitions:
            self.definitions[name] = {}  # a point holds points
            self.definitions[name] = self.record(record)
        shapes: list[Schema] = [{"$ref": f"#/definitions/{name}"}]
        for key in filter(None, (record.shorthand, *record.also_short)):
            short = record.model_fields[key]
            shapes += self.shapes(short.annotation, tuple(short.metadata))
        return shapes


def _with_evidence(table: Schema) -> Schema:
    """A table that may hold evidence for all of its entries."""
    return {**table, "properties": {"evidence": {"type": ["array", "null"], "items": {"type": "string"}}}}


def _any(shapes: list[Schema]) -> Schema:
    different = [shape for place, shape in enumerate(shapes) if shape not in shapes[:place]]
    return different[0] if len(different) == 1 else {"anyOf": different}


def _as_typed(value: Json) -> tuple[Json, ...]:
    """A word of a list, and the number that an editor takes it for."""
    return (value, int(value)) if isinstance(value, str) and value.isdigit() else (value,)


def form_of(field: FieldInfo) -> Form | None:
    """The form of the scalar that a field holds, or of which its list consists."""
    return _form_in(field.annotation, tuple(field.metadata))


def _form_in(annotation: object, metadata: tuple[object, ...]) -> Form | None:
    found = next((one for one in metadata if isinstance(one, Form)), None)
    if found is not None or isinstance(annotation, type):
        return found
    if get_origin(annotation) is Annotated:
        inner, *more = get_args(annotation)
        return _form_in(inner, tuple(more))
    parts = get_args(annotation)
    if get_origin(annotation) is dict:  # what is typed behind the key, where it is no record
        parts = tuple(reversed(parts))
    return next(filter(None, (_form_in(one, ()) for one in parts)), None)


def _worded(field: FieldInfo) -> Mapping[str, Json]:
    """The name of a field, its meaning with the form of what is typed, and an example."""
    said, form = words_of(field), form_of(field)
    if said is None:
        return {}
    about = f"{said.meaning}\n\nรูปแบบ: {form.said}" if form else said.meaning
    example = f"\n\nตัวอย่าง: {said.example}" if said.example else ""
    return {"title": said.title, "description": f"{about}{example}"}
