"""A table of the open data: columns with English names and Thai meanings, and rows of plain values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from prongsai.model.stated import Absence, Printed
from prongsai.thai.dates import BuddhistDate
from prongsai.thai.numerals import parse_decimal
from prongsai.views.content import Bullet, Bullets, Cell, Part, Phrase
from prongsai.views.speech import Speech

Kind = Literal["number", "integer", "string", "boolean", "day"]
Value = str | None  # a number as text, so that it keeps the decimals of its source; None where there is none
Row = Mapping[str, Value]
References = tuple[tuple[str, tuple[str, ...]], ...]  # another table, and the columns that name a row of it
POINTS, COUNT = "คะแนน (เต็ม 100)", "จำนวน"


@dataclass(frozen=True)
class Field:
    """One column: English name, kind of value, Thai name, meaning and unit; `choices` are all words it may hold."""

    name: str
    kind: Kind
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


YEAR = Field("fiscal_year", "integer", "ปีงบประมาณ", "ปีงบประมาณของข้อมูลแถวนี้", "พ.ศ.")
AGENCY = Field("agency", "string", "หน่วยงาน", "หน่วยงานที่ข้อมูลกล่าวถึง ใช้เมื่อนำตารางของหลายหน่วยงานมาต่อกัน")
ROW = Field("row", "integer", "ลำดับที่", "ลำดับของแถวในเอกสารหรือในแฟ้มข้อมูลของปีนั้น นับจาก 1")
MEASURE = Field("measure_id", "string", "รหัสมาตรการ", "รหัสถาวรของมาตรการภายในปีงบประมาณ เป็นส่วนหนึ่งของที่อยู่หน้าเว็บ")
OF_YEAR = (("years", ("fiscal_year",)),)
OF_ITEM = (("oit-items", ("fiscal_year", "item")),)
OF_MEASURE = (("measures", ("fiscal_year", "measure_id")),)


def figure_fields(name: str, title: str, meaning: str, unit: str = POINTS) -> tuple[Field, Field]:
    """The column of a figure and the one beside it, which says why there is none or what else is said of it."""
    note = "เหตุที่ไม่มีตัวเลข หรือสิ่งที่ระบุไว้ข้างตัวเลข ด้วยถ้อยคำเดียวกับหน้าเว็บ"
    return Field(name, "number", title, meaning, unit), Field(f"{name}_note", "string", f"หมายเหตุของ{title}", note)


def day_fields(name: str, title: str, meaning: str) -> tuple[Field, Field]:
    """The column of a day of the Buddhist Era and the one that says why there is none."""
    note = Field(f"{name}_note", "string", f"หมายเหตุของ{title}", "เหตุที่ไม่มีวันที่")
    return Field(name, "day", title, f"{meaning} เขียนเป็น ปี พ.ศ.-เดือน-วัน", "พ.ศ."), note


def table_of(
    named: tuple[str, str, str],
    fields: tuple[Field, ...],
    key: tuple[str, ...],
    rows: Iterable[Row],
    refers: References = (),
) -> OpenTable:
    """A table with its name, title and what it holds; a row with a column too many or too few raises KeyError."""
    return OpenTable(*named, fields, key, tuple(_row(fields, row) for row in rows), refers)


def _row(fields: Sequence[Field], row: Row) -> tuple[Value, ...]:
    names = [one.name for one in fields]
    if strange := set(names) ^ row.keys():
        raise KeyError(", ".join(sorted(strange)))
    return tuple(row[name] or None for name in names)


def read_figure(name: str, parts: Iterable[Part] | Cell) -> dict[str, Value]:
    """The first figure of some parts and, beside it, the words of the others."""
    found: Value = None
    notes = []
    for part in parts.parts if isinstance(parts, Cell) else parts:
        number = figure_of(part) if isinstance(part, Phrase) and found is None else None
        if number is None:
            notes.append(text_of((part,)) or "")
        else:
            found = number
    return {name: found, f"{name}_note": " ".join(filter(None, map(str.strip, notes))) or None}


def figure_of(phrase: Phrase) -> Value:
    """The figure that a phrase says, with the decimals that it shows; None where it says none."""
    if not phrase.value:
        return None
    shown = parse_decimal(phrase.text)
    return f"{shown:f}" if shown is not None else phrase.value


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


def read_day(name: str, value: object, speech: Speech) -> dict[str, Value]:
    """A stated day as `2569-11-21` of the Buddhist Era, or why there is none."""
    if isinstance(value, BuddhistDate):
        return {name: day_text(value), f"{name}_note": None}
    return {name: None, f"{name}_note": text_of(speech.stated(Absence.NOT_ENTERED if value is None else value))}


def day_text(day: BuddhistDate | None) -> Value:
    """A day as `2569-11-21` of the Buddhist Era."""
    return f"{day.year}-{day.month:02d}-{day.day:02d}" if day else None


def printed_text(value: object) -> Value:
    """A code or title as its document prints it; None where it has none."""
    if value is None or isinstance(value, Absence):
        return None
    return value.printed if isinstance(value, Printed) else str(value)
