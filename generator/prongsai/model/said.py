"""A field of a record with its words: its Thai name, what it means, and an example as it is typed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, Field
from pydantic.fields import FieldInfo
from pydantic_core import PydanticUndefined

REQUIRED: Any = PydanticUndefined


@dataclass(frozen=True)
class Said:
    """The words of a field: its name as the head of a column, a sentence on what it holds, and an example.

    `example` is the value as YAML has it, without the key; empty where the value is a record or a list of them, whose
    own fields have examples.
    """

    title: str
    meaning: str
    example: str = ""


def say(title: str, meaning: str, default: object = REQUIRED, *, example: str = "", alias: str | None = None) -> Any:
    """A field with its words; without a default it must be given. `alias` is its key where Python cannot spell it."""
    return Field(default, alias=alias, json_schema_extra={"said": Said(title, meaning, example)})  # type: ignore[dict-item]


def words_of(field: FieldInfo) -> Said | None:
    """The words of a field, or None where it was declared without any."""
    extra = field.json_schema_extra
    found = extra.get("said") if isinstance(extra, dict) else None
    return found if isinstance(found, Said) else None


def unsaid(record: type[BaseModel]) -> tuple[str, ...]:
    """The fields of a record that have no words."""
    return tuple(name for name, field in record.model_fields.items() if words_of(field) is None)
