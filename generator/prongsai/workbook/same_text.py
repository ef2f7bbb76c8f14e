"""Texts of a cell that say the same, however they are written."""

from __future__ import annotations

from collections.abc import Sequence

from prongsai.forms.columns import Column, Shape
from prongsai.thai.dates import parse_date
from prongsai.thai.listed import Entry, read_entries
from prongsai.thai.numerals import parse_decimal
from prongsai.thai.text import clean_text


def is_same(one: str, other: str, column: Column | None) -> bool:
    """True if two texts of a cell say the same: a figure without its last zero, a day or a list written otherwise."""
    if one == other or _folded(one) == _folded(other):
        return True
    if column is None:
        return False
    if column.shape is not Shape.TEXT:
        return _entries(one) == _entries(other) if column.has_marks else _lines(one) == _lines(other)
    kinds = column.form.types if column.form else ()
    if "number" in kinds or "integer" in kinds:
        figures = parse_decimal(clean_text(one)[0]), parse_decimal(clean_text(other)[0])
        return figures[0] is not None and figures[0] == figures[1]
    days = parse_date(clean_text(one)[0]), parse_date(clean_text(other)[0])
    return days[0] is not None and days[0] == days[1]


def _folded(text: str) -> str:
    return "\n".join(filter(None, (clean_text(line)[0] for line in text.splitlines())))


def _lines(text: str) -> list[str]:
    return [line.strip(" •,") for line in _folded(text).split("\n")]


def _entries(text: str) -> list[object]:
    def told(entries: Sequence[Entry]) -> list[object]:
        return [(clean_text(one.text)[0], told(one.below)) for one in entries if one.text]

    return told(read_entries(text))
