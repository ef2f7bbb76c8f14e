"""Fields that few documents print, of measures and of reports: shown as they are declared, where they are filled."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from prongsai.model.groups import amount_in
from prongsai.model.plan_parts import PlanYears
from prongsai.model.record import Record, Said, words_of
from prongsai.model.stated import Absence
from prongsai.views.content import Bullet, Bullets, NamedFact, Part, Phrase, fact
from prongsai.views.speech import Speech
from prongsai.views.table import Column

R = TypeVar("R")
MORE = "more: "  # begins the name of a column that only the document has


def seldom_fields(record: type[Record]) -> tuple[str, ...]:
    """The fields of what few documents print, in declared order; the document's own columns are apart."""
    return tuple(name for name in record.model_fields if name != "more" and said_of(record, name).seldom)


def said_of(record: type[Record], name: str) -> Said:
    """The words of a field."""
    return words_of(record.model_fields[name]) or Said(name, "")


def is_filled(value: object) -> bool:
    """True if something was entered, were it only that the document says nothing."""
    return value is not Absence.NOT_ENTERED and value is not None and value not in ((), {})


def value_parts(value: object, speech: Speech) -> tuple[Part, ...]:
    """A value as parts; nothing where none was entered."""
    if not is_filled(value):
        return ()
    if isinstance(value, PlanYears):
        return (Phrase(word_plan(value, speech)),)
    if isinstance(value, Mapping | Record):
        lines = [f"{name} {speech.plain(parts)}" for name, parts in named_parts(value, speech)]
        return speech.texts(lines, ordered=False)
    return speech.texts(value, ordered=False) if isinstance(value, tuple) else speech.stated(value)


def named_parts(value: Mapping[object, object] | Record, speech: Speech) -> Iterator[tuple[str, tuple[Part, ...]]]:
    """The entries of a table of amounts by their year, or the filled fields of a record by their names."""
    if isinstance(value, Record):
        fields = ((said_of(type(value), name).title, one) for name, one in value if is_filled(one))
        yield from ((f"{title}:", value_parts(one, speech)) for title, one in fields)
    else:
        yield from ((f"ปี {speech.digits(year)}:", value_parts(one, speech)) for year, one in value.items())


def word_plan(plan: PlanYears, speech: Speech) -> str:
    """พ.ศ. ๒๕๖๖ ถึง ๒๕๗๐."""
    return f"พ.ศ. {speech.digits(plan.first)} ถึง {speech.digits(plan.last)}"


def declared_column(record: type[Record], name: str, get: Callable[[R, Speech], tuple[Part, ...]]) -> Column[R]:
    """The column of such a field: a number where it holds one amount, else text; empty where nothing was entered."""
    said, amount = said_of(record, name), amount_in(record.model_fields[name].annotation)
    found: Column[R] = Column(name, said.title, lambda row, speech: get(row, speech) or None, said.meaning)
    if amount is None:
        return found
    return replace(found, kind="figure", unit=amount.unit, beside="คำของเอกสารเมื่อไม่ใช่จำนวน หรือเหตุที่ไม่มีจำนวน")


def with_head(column: Column[R], head: str | None) -> Column[R]:
    """A column under the head that the document prints, where it prints one."""
    return replace(column, title=head) if head else column


MOST_COLUMNS = 4  # of what few documents print; paper has no room for more, nor has a table of reports


def join_columns(title: str, columns: Sequence[Column[R]]) -> Column[R]:
    """One column with the cells of several, each under its own head; empty ones are left out."""

    def said(row: R, speech: Speech) -> Bullets | None:
        cells = ((one.title, one.cell(row, speech).parts) for one in columns)
        points = tuple(_point(head, parts) for head, parts in cells if parts)
        return Bullets(points, ordered=False) if points else None

    return Column("others", title, said, is_open=False)


def _point(head: str, parts: Iterable[Part]) -> Bullet:
    """A cell as a point; its own points are below it."""
    below = tuple(point for part in parts if isinstance(part, Bullets) for point in part.points)
    text = " ".join(part.text for part in parts if isinstance(part, Phrase))
    return Bullet(f"{head}: {text}".strip(), below)


def more_facts(more: Mapping[str, object], speech: Speech) -> tuple[NamedFact, ...]:
    """The document's own columns under its own heads."""
    return tuple(fact(head, *speech.stated(value)) for head, value in more.items() if is_filled(value))


def heads_of(entries: Iterable[Mapping[str, object]]) -> tuple[str, ...]:
    """The heads of such columns in the order in which they come first."""
    return tuple(dict.fromkeys(head for more in entries for head, value in more.items() if is_filled(value)))


def more_column(head: str, get: Callable[[R], Mapping[str, object]]) -> Column[R]:
    """A column that only the document has."""

    def said(row: R, speech: Speech) -> tuple[Part, ...] | None:
        value = get(row).get(head)
        return speech.stated(value) if is_filled(value) else None

    return Column(f"{MORE}{head}", head, said, is_open=False)
