"""A table of the open data: columns with English names and Thai meanings, and rows of plain values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from prongsai.model.stated import Absence, Printed
from prongsai.views.content import Bullet, Bullets, Cell, Part

FieldKind = Literal["number", "integer", "string", "boolean", "day"]
Value = str | None  # a number as text, so that it keeps the decimals of its source; None where there is none
References = tuple[tuple[str, tuple[str, ...]], ...]  # another table, and the columns that name a row of it


@dataclass(frozen=True)
class Field:
    """One column: English name, kind of value, Thai name, meaning and unit; `choices` are all words it may hold."""

    name: str
    kind: FieldKind
    title: str
    meaning: str = ""
    unit: str = ""
    choices: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class OpenTable:
    """A table over all years; `key` are the columns that name a row, `refers` those that name one of another table."""

    name: str
    title: str
    about: str
    fields: tuple[Field, ...]
    key: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]
    refers: References = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The names of its columns."""
        return tuple(one.name for one in self.fields)


def text_of(parts: Iterable[Part] | Cell) -> Value:
    """Some parts as one text; each point of a list on a line of its own, those below it set in."""
    made = ""
    for part in parts.parts if isinstance(parts, Cell) else parts:
        if isinstance(part, Bullets):
            lines = "\n".join(line for point in part.points for line in _lines(point, ""))
            made += f"\n{lines}\n" if made else f"{lines}\n"
        else:
            gap = " " if part.kind and made and made[-1] not in " \n" else ""
            made += f"{gap}{part.text}"
    return made.strip() or None


def _lines(point: Bullet, indent: str) -> Iterable[str]:
    yield f"{indent}{point.text}"
    for below in point.points:
        yield from _lines(below, f"{indent}  ")


def printed_text(value: object) -> Value:
    """A code or title as its document prints it; None where it has none."""
    if value is None or isinstance(value, Absence):
        return None
    return value.printed if isinstance(value, Printed) else str(value)
