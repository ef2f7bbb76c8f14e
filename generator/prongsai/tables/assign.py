"""Columns of a table assigned to fields: by equal words, by answers, else asked about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from prongsai.model.status import status_meant
from prongsai.tables.answers import Answers, Choice, Question
from prongsai.tables.bars import Bar, find_bar
from prongsai.tables.compare_heads import exact_field, names_problem, offered_fields, plain_head
from prongsai.tables.find_heads import Head, Table
from prongsai.tables.kinds import PERIOD_BAR, KindName, choice_of, fields_of, other_choices, title_of
from prongsai.thai.dates import full_year
from prongsai.thai.numerals import parse_decimal, to_arabic


@dataclass(frozen=True)
class Assigned:
    """The field or other answer for each column, the heads of those with one, and the questions left open."""

    fields: Mapping[int, str]
    heads: Mapping[int, Head]
    questions: tuple[Question, ...] = ()
    bar: Bar | None = None

    def columns(self, name: str) -> tuple[int, ...]:
        """The columns of a field, from left to right."""
        return tuple(column for column, one in self.fields.items() if one == name)

    @property
    def is_problem(self) -> bool:
        """True if the name of each row is a problem by the head of its column."""
        return any(self.heads[column].text.startswith("ประเด็นที่ต้อง") for column in self.columns("title"))


def assign_columns(table: Table, kind: KindName, year: int, answers: Answers) -> Assigned:
    """The fields of the columns of a table; every head that is neither known nor answered is a question."""
    bar = find_bar(table, year) if kind in {"measures", "follow-up"} else None
    fields: dict[int, str] = dict.fromkeys(bar.columns if bar else (), PERIOD_BAR)
    open_heads = [head for head in table.heads if head.column not in fields]
    answered = {head.column: choice_of(kind, answers.find("head", head.text)) for head in open_heads}
    exact = _exact(table, kind, year, [head for head in open_heads if not answered[head.column]])
    taken = {*answered.values(), *exact.values()}
    for head in open_heads:
        name = answered[head.column] or exact.get(head.column, "")
        if not name and kind == "measures" and "title" not in taken and names_problem(head.parts):
            name = "title"
        fields[head.column] = name
    questions = tuple(
        _question(table, kind, head) for head in open_heads if not fields[head.column] and _asks(table, head)
    )
    heads = {head.column: head for head in table.heads}
    return Assigned(
        dict(sorted((one for one in fields.items() if one[1]), key=lambda one: one[0])), heads, questions, bar
    )


def _asks(table: Table, head: Head) -> bool:
    """A column in which nothing is written needs no answer."""
    return bool(table.samples(head.column))


def _exact(table: Table, kind: KindName, year: int, heads: list[Head]) -> dict[int, str]:
    """The columns whose heads mean one field by their words, that no other column means, and whose values may be it."""
    found = {head.column: name for head in heads if (name := exact_field(kind, head.parts))}
    if kind == "scores":
        found = _of_year(heads, year) or found
    times = Counter(found.values())
    may_repeat = {"label"}
    return {
        column: name
        for column, name in found.items()
        if (times[name] == 1 or name in may_repeat) and _may_be(name, table.samples(column))
    }


def _of_year(heads: list[Head], year: int) -> dict[int, str]:
    """The columns of a comparison of years: that of the year is the score, other years are not it."""
    years = {head.column: said for head in heads if (said := _year_in(head))}
    if year not in years.values():
        return {}
    labels = {head.column: "label" for head in heads if exact_field("scores", head.parts) == "label"}
    return labels | {column: "score" if said == year else "skip" for column, said in years.items()}


def _year_in(head: Head) -> int | None:
    plain = to_arabic(plain_head(head.parts[-1]))
    digits = (
        plain.removeprefix("ปีงบประมาณ").removeprefix("ปี").removeprefix("คะแนน").removeprefix("ปี").removeprefix("พศ")
    )
    return full_year(digits)


def _may_be(name: str, samples: tuple[str, ...]) -> bool:
    """False where values speak against what a head says: statuses in words, texts where a sum or score is due."""
    if not samples:
        return True
    if name == "summary":
        return not all(status_meant(one) for one in samples)
    if name == "status":
        return any(status_meant(one) for one in samples)
    if name == "score":
        return any(parse_decimal(one.removesuffix("%")) is not None for one in samples)
    return True


def _question(table: Table, kind: KindName, head: Head) -> Question:
    offered = dict.fromkeys((*offered_fields(kind, head.text), *other_choices(kind)))
    choices = tuple(Choice(name, title_of(kind, name)) for name in offered)
    row = table.rows[0].at if table.rows else 0
    place = table.grid.place(row, head.column).rstrip("0123456789")
    return Question("head", head.text, place, table.samples(head.column), choices)


def heads_of(table: Table) -> tuple[str, ...]:
    """The heads by which a table is known again."""
    return tuple(sorted({plain_head(head.text) for head in table.heads}))


def is_answer(kind: KindName, text: str) -> bool:
    """True if a text names a field or another answer."""
    return text in fields_of(kind) or bool(choice_of(kind, text))
