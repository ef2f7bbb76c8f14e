"""Rules on what is not finished: drafts and gaps are kept from the public, and said to whoever has to finish them."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.model.measures import Measure
from prongsai.model.record import Record
from prongsai.model.stated import known
from prongsai.model.unfinished import gaps_within, texts_within, unfinished_within
from prongsai.problems import Problem, Where, problem
from prongsai.rules.context import Context, year_by_year
from prongsai.rules.naming import measure_name, shortened


@year_by_year
def unfinished_parts(context: Context) -> Iterator[Problem]:
    """Every part that is left out of what is published, with its gaps.

    It is of no year: the notes page of a year is public, and the draft is not.
    """
    for result in context.years():
        for part in filter(None, result.year.parts.values()):
            for record, is_whole in unfinished_within(part):
                yield _left_out(record, is_whole=is_whole)


def _left_out(record: Record, *, is_whole: bool) -> Problem:
    gaps = gaps_within(record) if is_whole else _own_gaps(record)
    code = "draft-part" if getattr(record, "draft", False) else "gap-left"
    name = _name(record, is_whole=is_whole)
    return problem(code, _place(record), part=name, count=len(gaps) or "", gaps=", ".join(gaps))


def _own_gaps(record: Record) -> tuple[str, ...]:
    return tuple(gap for name in _fields_with_gaps(record) for gap in gaps_within(getattr(record, name)))


def _fields_with_gaps(record: Record) -> list[str]:
    return [name for name in type(record).model_fields if gaps_within(getattr(record, name))]


def _place(record: Record) -> Where:
    """The first field with a gap, or the record."""
    named = (record.where(name) for name in _fields_with_gaps(record))
    return next((place for place in named if place.file), record.where())


def _name(record: Record, *, is_whole: bool) -> str:
    if isinstance(record, Measure):
        return measure_name(record)
    fields = type(record).model_fields if is_whole else _fields_with_gaps(record)
    text = next((text for name in fields for text in texts_within(getattr(record, name)) if text), "")
    said = getattr(record, "called", "")
    number, item = getattr(record, "indicator", None), known(getattr(record, "item", None))
    if number or item:
        return f"{said} ตัวชี้วัดที่ {number}" if number else f"{said} ข้อ {item}"
    return f"{said} “{shortened(text)}”"


RULES = (unfinished_parts,)
