"""A table, declared once: its columns with their names, meanings and values, shown on a page or handed out as data."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import partial
from operator import attrgetter
from types import MappingProxyType
from typing import Any, Generic, Literal, TypeVar

from pydantic import BaseModel

from prongsai.model.record import words_of
from prongsai.model.stated import Absence, Printed
from prongsai.thai.dates import BuddhistDate
from prongsai.views.content import Bullets, Cell, Head, Part, Phrase, Table
from prongsai.views.open_data.table import Field, FieldKind, OpenTable, References, Value, text_of
from prongsai.views.say_once import say_once
from prongsai.views.speech import Speech

R = TypeVar("R")
R_contra = TypeVar("R_contra", contravariant=True)
Heads = Mapping[str, str | None]
Kind = Literal["string", "figure", "number", "integer", "boolean", "day"]
POINTS, COUNT = "คะแนน (เต็ม 100)", "จำนวน"
_NUMBERS = {"figure", "number", "integer"}
_UNITS = {"figure": POINTS, "day": "พ.ศ."}  # where a column says none
_BESIDE = {
    "figure": "เหตุที่ไม่มีตัวเลข หรือสิ่งที่ระบุไว้ข้างตัวเลข ด้วยถ้อยคำเดียวกับหน้าเว็บ",
    "day": "เหตุที่ไม่มีวันที่",
}


@dataclass(frozen=True)
class Column(Generic[R_contra]):
    """One column: its English name in the open data, its Thai name, how to get its value from a row, and its meaning.

    `get` is an attribute of the row or a function of row and speech; it gives a fact (text, figure, whole number, day,
    absence) or the parts of a cell where a page says it with links or remarks. A figure and a day are handed out in
    two columns, the second with what is said next to the value or instead of it: `beside` says so, None for no such.
    `shown` is what a page says where it says more, `heads_row` makes it the head of its row there; a column that is
    not `is_open` is on pages alone. Where all rows of a page's table say the same of the `absences`, it is said once.
    Short words `about_figure`s, as a change, are read with them; what `speaks` is understood without its head.
    """

    name: str
    title: str
    get: str | Callable[[R_contra, Speech], object]
    meaning: str = ""
    kind: Kind = "string"
    unit: str = ""
    choices: Mapping[str, str] = field(default_factory=dict)
    beside: str | None = ""
    shown: Callable[[R_contra, Speech], object] | None = None
    heads_row: bool = False
    is_open: bool = True
    absences: frozenset[str] = frozenset()
    about_figure: bool = False
    speaks: bool = False

    def head(self, words: str | None) -> Head:
        """Its head on a page: `words`, or its Thai name for None."""
        title = self.title if words is None else words
        return Head(title, self.kind in _NUMBERS, self.about_figure, self.speaks)

    def value(self, row: R_contra, speech: Speech) -> object:
        """The fact of a row."""
        return attrgetter(self.get)(row) if isinstance(self.get, str) else self.get(row, speech)

    def cell(self, row: R_contra, speech: Speech) -> Cell:
        """The cell that a page shows."""
        found = self.shown(row, speech) if self.shown else self.value(row, speech)
        if isinstance(found, Cell):
            return found
        return Cell(parts_of(found, speech), head=self.heads_row, number=self.kind in _NUMBERS)

    @property
    def has_note(self) -> bool:
        """True if the open data has a second column for it."""
        return self.kind in _BESIDE and self.beside is not None

    @property
    def fields(self) -> tuple[Field, ...]:
        """The fields as the open data declares them."""
        kind: FieldKind = "number" if self.kind == "figure" else self.kind
        meaning = f"{self.meaning} เขียนเป็น ปี พ.ศ.-เดือน-วัน" if self.kind == "day" else self.meaning
        own = Field(self.name, kind, self.title, meaning, self.unit or _UNITS.get(self.kind, ""), self.choices)
        if not self.has_note:
            return (own,)
        about = self.beside or _BESIDE[self.kind]
        return own, Field(f"{self.name}_note", "string", f"หมายเหตุของ{self.title}", about)

    def values(self, row: R_contra, speech: Speech) -> tuple[Value, ...]:
        """The values of its fields in the open data."""
        found = self.value(row, speech)
        if self.kind == "figure":
            return split_figure(found, speech)
        if self.kind == "day":
            both = (found.in_digits(), None) if isinstance(found, BuddhistDate) else (None, _text(found, speech))
            return both if self.has_note else both[:1]
        return (_plain(found, speech),)


@dataclass(frozen=True)
class Placed(Generic[R]):
    """A row with its fiscal year (Buddhist Era) and its place within it, from 1."""

    year: int
    place: int
    of: R


YEAR: Column[object] = Column("fiscal_year", "ปีงบประมาณ", "year", "ปีงบประมาณของข้อมูลแถวนี้", "integer", "พ.ศ.")
ROW: Column[object] = Column("row", "ลำดับที่", "place", "ลำดับของแถวในเอกสารหรือในแฟ้มข้อมูลของปีนั้น นับจาก 1", "integer")
AGENCY = Field("agency", "string", "หน่วยงาน", "หน่วยงานที่ข้อมูลกล่าวถึง ใช้เมื่อนำตารางของหลายหน่วยงานมาต่อกัน")
OF_YEAR = (("years", ("fiscal_year",)),)
OF_ITEM = (("oit-items", ("fiscal_year", "item")),)
OF_MEASURE = (("measures", ("fiscal_year", "measure_id")),)


@dataclass(frozen=True)
class TableOf(Generic[R]):
    """A table of rows of one kind: its name, title and what it holds, its columns, and those that name a row.

    `refers` are the columns that name a row of another table.
    """

    name: str
    title: str
    about: str
    columns: tuple[Column[R], ...]
    key: tuple[str, ...] = ("fiscal_year", "row")
    refers: References = OF_YEAR

    def show(self, named: tuple[str, str], heads: Heads, rows: Iterable[R], speech: Speech) -> Table:
        """The table of a page with its key and caption: the columns that `heads` names, in its order.

        A head is the words above a column, or None where they are the column's Thai name.
        """
        by_name = {one.name: one for one in self.columns}
        chosen = [(by_name[name], head) for name, head in heads.items()]
        shown = tuple(one.head(head) for one, head in chosen)
        cells = tuple(tuple(one.cell(row, speech) for one, _ in chosen) for row in rows)
        return say_once(Table(*named, shown, cells, of=self.name), [one.absences for one, _ in chosen])

    def choosing(self, choices: Mapping[str, Mapping[str, str]]) -> TableOf[R]:
        """The same table, with other words to choose from in some of its columns."""
        chosen = (replace(one, choices=choices[one.name]) if one.name in choices else one for one in self.columns)
        return replace(self, columns=tuple(chosen))

    def hand_out(self, rows: Iterable[Placed[R]], speech: Speech) -> OpenTable:
        """The table of the open data: every column that is declared for it."""
        given = [one for one in self.columns if one.is_open]
        fields = tuple(field for one in given for field in one.fields)
        made = tuple(tuple(value for one in given for value in _values(one, row, speech)) for row in rows)
        return OpenTable(self.name, self.title, self.about, fields, self.key, made, self.refers)


def field_columns(
    record: type[BaseModel], *, at: str, without: Container[str] = (), kinds: Mapping[str, Kind] = MappingProxyType({})
) -> tuple[Column[Any], ...]:
    """A column for each field of a record, in declared order, under its own words; `at` leads from a row to it."""
    return tuple(
        Column(
            name, said.title, partial(_field, f"{at}.{name}", kinds.get(name)), said.meaning, kinds.get(name, "string")
        )
        for name, declared in record.model_fields.items()
        if name not in without and (said := words_of(declared)) is not None
    )


def _field(path: str, kind: Kind | None, row: object, _: Speech) -> object:
    """The value of a field; nothing where it is left out, a list as lines, a code as it is printed."""
    value = attrgetter(path)(row)
    if isinstance(value, Printed) and kind is None:
        return value.printed
    if isinstance(value, tuple):
        return "\n".join(map(str, value))
    return None if value is Absence.NOT_ENTERED else value


def measure_column(
    get: str | Callable[[R, Speech], object],
    meaning: str = "รหัสถาวรของมาตรการภายในปีงบประมาณ เป็นส่วนหนึ่งของที่อยู่หน้าเว็บ",
) -> Column[R]:
    """The measure of a row."""
    return Column("measure_id", "รหัสมาตรการ", get, meaning)


def place_rows(rows: Mapping[int, Iterable[R]]) -> Iterator[Placed[R]]:
    """The rows of each year (Buddhist Era), counted from 1."""
    for year, found in rows.items():
        yield from (Placed(year, place, row) for place, row in enumerate(found, 1))


def _values(column: Column[R], row: Placed[R], speech: Speech) -> tuple[Value, ...]:
    if column is YEAR:
        return (str(row.year),)
    return (str(row.place),) if column is ROW else column.values(row.of, speech)


def parts_of(found: object, speech: Speech) -> tuple[Part, ...]:
    """A fact as the parts of a cell; nothing for None."""
    if found is None:
        return ()
    if isinstance(found, Cell):
        return found.parts
    if isinstance(found, Phrase | Bullets):
        return (found,)
    if isinstance(found, tuple) and found and all(isinstance(part, Phrase | Bullets) for part in found):
        return found
    if isinstance(found, int):
        return (speech.count(found),)
    return speech.published(found)


def split_figure(found: object, speech: Speech) -> tuple[Value, Value]:
    """The first figure, with the decimals of its source, and the words that are next to it or instead of it."""
    figure: Value = None
    notes = []
    for part in parts_of(found, speech):
        if figure is None and isinstance(part, Phrase) and part.value is not None:
            figure = _number(part.value)
        else:
            notes.append((text_of((part,)) or "").strip())
    return figure, " ".join(filter(None, notes)) or None


def _number(value: Decimal | int) -> str:
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


def _plain(found: object, speech: Speech) -> Value:
    """A value that needs no second column."""
    if isinstance(found, bool):
        return "true" if found else "false"
    return _number(found) if isinstance(found, Decimal | int) else _text(found, speech)


def _text(found: object, speech: Speech) -> Value:
    if found is None or isinstance(found, str):
        return found or None
    return text_of(parts_of(found, speech))
