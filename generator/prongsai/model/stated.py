"""The three kinds of absence and the value as printed: what may be where a typed value is due."""

from __future__ import annotations

from enum import Enum
from typing import Annotated, NoReturn, TypeVar

from pydantic import BaseModel, ConfigDict, Discriminator, PlainValidator, Tag

T = TypeVar("T")


class Absence(Enum):
    """The reason why there is no value. The kinds never mean each other, and none is a text: `Speech` has the words."""

    NOT_ENTERED = "not_entered"
    NOT_STATED = "not_stated"
    BLANK_CELL = "blank_cell"
    NONE = "none"
    DASH = "dash"
    MERGED = "merged"

    def __str__(self) -> NoReturn:
        """No text: one that took an absence for a value would publish the name of its kind."""
        raise TypeError(f"{self!r} is no text")


SPELLINGS = {
    "เอกสารไม่ได้ระบุ": Absence.NOT_STATED,
    "ช่องว่าง": Absence.BLANK_CELL,
    "ไม่มี": Absence.NONE,
    "-": Absence.DASH,
    "รวมกับช่องบน": Absence.MERGED,
}


class Printed(BaseModel):
    """The printed text of a document where it is no valid value: shown as printed, computed with nothing."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    printed: str
    at: str = ""


class Unread(Printed):
    """A text that was typed where a value is due and was not understood: kept as printed, with what is said of it."""

    code: str = ""
    choices: str = ""


def _kind(raw: object) -> str:
    if raw is None or isinstance(raw, Absence) or (isinstance(raw, str) and raw in SPELLINGS):
        return "=absent"
    if isinstance(raw, Printed) or (
        isinstance(raw, dict) and raw.get("printed") is not None and raw.keys() <= {"printed", "at"}
    ):
        return "=printed"
    return "=value"


def _absence(raw: object) -> Absence:
    if isinstance(raw, Absence):
        return raw
    return SPELLINGS[raw] if isinstance(raw, str) else Absence.NOT_ENTERED


# The tags name the branch in the path of an error; they start with "=" so that they are no key of a file.
Stated = Annotated[
    Annotated[T, Tag("=value")]
    | Annotated[Absence, PlainValidator(_absence), Tag("=absent")]
    | Annotated[Printed, Tag("=printed")],
    Discriminator(_kind),
]


def known(value: T | Absence | Printed) -> T | None:
    """The value itself, or None where there is none or only something printed."""
    return None if isinstance(value, Absence | Printed) else value
