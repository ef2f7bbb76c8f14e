"""Written parts of a document: points, tables and sections."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from prongsai.model.record import Record
from prongsai.model.stated import Stated
from prongsai.model.types import LISTED, Ident, Text, Texts


class Point(Record):
    """One point of a list, with points of its own below it."""

    shorthand: ClassVar[str] = "text"

    text: Text
    points: tuple[Point, ...] = ()


Points = Annotated[tuple[Point, ...], LISTED]


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
