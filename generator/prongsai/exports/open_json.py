"""A table of the open data as JSON: a list of objects, numbers as numbers with the decimals of their source."""

from __future__ import annotations

import json

from prongsai.views.open_table import Field, OpenTable, Value

_LITERAL = {"number", "integer", "boolean"}


def export_table_json(table: OpenTable) -> str:
    """The content of /data/tables/{name}.json; null where there is no value."""
    rows = ",\n".join(_object(table.fields, row) for row in table.rows)
    return f"[\n{rows}\n]\n" if rows else "[]\n"


def _object(fields: tuple[Field, ...], row: tuple[Value, ...]) -> str:
    pairs = (f'"{field.name}": {_value(field, value)}' for field, value in zip(fields, row, strict=True))
    return "{" + ", ".join(pairs) + "}"


def _value(field: Field, value: Value) -> str:
    """A value as JSON writes it; json.dumps would make 69.2 of 69.20."""
    if value is None:
        return "null"
    return value if field.kind in _LITERAL else json.dumps(value, ensure_ascii=False)
