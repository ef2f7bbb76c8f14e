"""Written parts of a document: points, tables and sections."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator

from prongsai.model.record import Record
from prongsai.model.stated import Stated
from prongsai.model.types import Ident, Text, Texts


class Point(Record):
    """One point of a list, with points of its own below it."""

    shorthand: ClassVar[str] = "text"

    text: Text
    points: tuple[Point, ...] = ()


def _listed(raw: Any) -> Any:
    return [raw] if isinstance(raw, str | dict) else raw


Points = Annotated[tuple[Point, ...], BeforeValidator(_listed)]


class PrintedTable(Record):
    """A table of the document that has no typed home, cell by cell as printed."""

    indivisible: ClassVar[bool] = True

    caption: Text
    columns: Texts
    rows: tuple[tuple[Stated[Text], ...], ...]


class Section(Record):
    """A part of the document's text; `place` says on which page it is shown."""

    id: Ident
    title: Text
    place: Literal["analysis", "methodology"] = "analysis"
    paragraphs: Texts = ()
    points: Points = ()
    table: PrintedTable | None = None
    at: Text | None = None
