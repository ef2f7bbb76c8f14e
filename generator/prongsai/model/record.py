"""The base of every record: frozen, strict about its keys, aware of its place; its fields carry their words."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any, ClassVar, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, ModelWrapValidatorHandler, PrivateAttr, model_validator
from pydantic.fields import FieldInfo
from pydantic_core import PydanticUndefined

from prongsai.model.source import SourcedMap, is_complete, is_whole, may_have_lost, place_of
from prongsai.model.stated import Absence
from prongsai.problems import Where

REQUIRED: Any = PydanticUndefined
Refers = Literal["", "measure", "unit", "topic", "document"]


@dataclass(frozen=True)
class Said:
    """The words of a field: its name as the head of a column, a sentence on what it holds, and an example.

    `example` is the value as YAML has it, without the key; empty where the value is a record or a list of them, whose
    own fields have examples. One that is `seldom` in documents waits in a comment in files to be filled in, and nobody
    is told where it is not filled. `missing` is the code that says that it is not there, where that needs own words.
    `refers` says of what a text names one: a measure, a unit, a topic or a document.
    """

    title: str
    meaning: str
    example: str = ""
    seldom: bool = False
    missing: str = ""
    refers: Refers = ""


def say(
    title: str,
    meaning: str,
    default: object = REQUIRED,
    *,
    example: str = "",
    alias: str | None = None,
    seldom: bool = False,
    missing: str = "",
    refers: Refers = "",
) -> Any:
    """A field with its words; without a default it must be given. `alias` is its key where Python cannot spell it."""
    said = Said(title, meaning, example, seldom, missing, refers)
    return Field(default, alias=alias, json_schema_extra={"said": said})  # type: ignore[dict-item]


def seldom(title: str, meaning: str, *, example: str = "", default: object = Absence.NOT_ENTERED) -> Any:
    """A field of what few documents print."""
    return say(title, meaning, default, example=example, seldom=True)


def words_of(field: FieldInfo) -> Said | None:
    """The words of a field, or None where it was declared without any."""
    extra = field.json_schema_extra
    found = extra.get("said") if isinstance(extra, dict) else None
    return found if isinstance(found, Said) else None


class Record(BaseModel):
    """One thing that a data file states."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True, defer_build=True)
    called: ClassVar[str] = ""  # what one of these is in Thai
    shorthand: ClassVar[str] = ""  # the key that a bare value stands for
    also_short: ClassVar[tuple[str, ...]] = ()  # further keys that it may be meant for
    indivisible: ClassVar[bool] = False  # whether a faulty part makes all of it useless, as a cell does to its table

    _raw: object = PrivateAttr(default=None)

    @model_validator(mode="wrap")
    @classmethod
    def _remember_place(cls, raw: object, handler: ModelWrapValidatorHandler[Self]) -> Self:
        if isinstance(raw, SourcedMap):
            raw.known_keys = _keys_of(cls)
            raw.indivisible = cls.indivisible
        is_short = cls.shorthand and not (isinstance(raw, dict) and not _is_printed(raw))
        record = handler(cls.read_short(raw) if is_short else raw)
        if record.typed is None:
            record._raw = raw
        return record

    @classmethod
    def read_short(cls, raw: object) -> dict[str, object]:
        """The group that a bare value means."""
        return {cls.shorthand: raw}

    @property
    def typed(self) -> object:
        """The text typed for this record, key by key, or the bare value for it."""
        return (self.__pydantic_private__ or {}).get("_raw")  # asked for too often for the way through __getattr__

    def where(self, *path: str | int) -> Where:
        """The place of this record, or of what `path` leads to inside it, in its file."""
        return place_of(self.typed, *path)

    def is_whole(self, *path: str | int) -> bool:
        """True if nothing of this record, or of what `path` leads to inside it, was left out as faulty."""
        return is_whole(self.typed, *path)

    def is_complete(self, *path: str | int) -> bool:
        """True if no entry of the list or group that `path` leads to was left out as faulty."""
        return is_complete(self.typed, *path)

    def may_have_lost(self, name: str, *path: str | int) -> bool:
        """True if an entry called `name` may be among what was left out as faulty of what `path` leads to."""
        return may_have_lost(self.typed, name, *path)


@cache
def _keys_of(record: type[Record]) -> tuple[str, ...]:
    return tuple(field.alias or name for name, field in record.model_fields.items())


def _is_printed(raw: dict[str, object]) -> bool:
    return raw.get("printed") is not None and raw.keys() <= {"printed", "at"}
