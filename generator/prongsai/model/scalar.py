"""The common base of typed scalars: the text they are read from, their errors, and the form in which they are typed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pydantic_core import PydanticCustomError

from prongsai.json_value import Json


@dataclass(frozen=True)
class Form:
    """The typed form of a scalar: in a Thai sentence, and as the JSON types and the pattern by which editors know it.

    The pattern is wider than what is allowed where a document may print something else.
    """

    said: str
    types: tuple[str, ...]
    pattern: str = ""


@dataclass(frozen=True)
class Written:
    """The values that may be typed, as JSON Schemas, where they are read into a value of another shape."""

    shapes: tuple[Mapping[str, Json], ...]


def wrong(code: str, **values: str) -> PydanticCustomError:
    """An error of a typed value; `code` names its sentence in `prongsai.wording`."""
    return PydanticCustomError(code, "{code}", {"code": code, **values})


def read_scalar(raw: object, otherwise: str = "not-a-text") -> str:
    """The text of a scalar; `otherwise` names the sentence for what is none."""
    if raw is None or raw == "":
        raise wrong("empty-text")
    if isinstance(raw, str):
        return str(raw)
    raise wrong(otherwise)
