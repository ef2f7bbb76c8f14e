"""Rules on numbers that count something: measures, reports and points are numbered one after the other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from prongsai.model.document_parts import Point
from prongsai.model.record import Record
from prongsai.model.stated import known
from prongsai.problems import Problem, Where, problem
from prongsai.rules.context import Context, year_by_year
from prongsai.thai.numerals import to_arabic

_MARK = re.compile(r"\s*(?:\(([0-9]{1,2})\)|([0-9]{1,2})[.)](?![0-9]))\s*(?=[^\s0-9])")
_MOST_MISSING = 3  # a longer gap is a selection from a longer list


def measure_numbers_skip(context: Context) -> Iterator[Problem]:
    """The numbers of a year's measures leave none out; a number that is used twice is another rule's.

    Limits: whole numbers only; under topics each topic may count by itself; a gap of more than three is taken for a
    selection from a longer list.
    """
    for result in context.years():
        measures = result.year.measures
        if measures is None or not measures.is_complete("measures"):
            continue
        by_topic: dict[str | None, list[int]] = {}
        for one in measures.measures:
            number = known(one.number)
            by_topic.setdefault(one.topic, []).extend([number] if isinstance(number, int) else [])
        every = [number for numbers in by_topic.values() for number in numbers]
        missing = _missing(every)
        if missing and not all(_missing(numbers) == [] for numbers in by_topic.values()):
            values = {"missing": ", ".join(map(str, missing)), "last": max(every)}
            yield problem("measure-numbers-skip", measures.where("measures"), year=result.year.year, **values)


def _missing(numbers: Sequence[int]) -> list[int]:
    """The numbers between the least and the greatest that are not there, where they are few."""
    found = [*range(min(numbers), max(numbers) + 1)] if numbers else []
    missing = [number for number in found if number not in numbers]
    return missing if len(missing) <= min(_MOST_MISSING, len(set(numbers)) - 1) else []


@year_by_year
def list_numbers_differ(context: Context) -> Iterator[Problem]:
    """Points that are numbered as printed (๑. ๒. ๓.) go on by one.

    Limits: only points of which all carry a number; a list may begin anywhere, and begin again at 1.
    """
    for result in context.years():
        year = result.year
        for record in (year.analysis, year.measures, year.follow_up, year.memo):
            for points, where in _lists_in(record) if record is not None else ():
                numbers = [_number(point) for point in points]
                if len(numbers) < 2 or None in numbers:
                    continue
                counted = [number for number in numbers if number is not None]
                if any(after not in {before + 1, 1} for before, after in pairwise(counted)) or _stands(counted):
                    values = {"found": ", ".join(map(str, counted))}
                    yield problem("list-numbers-differ", where, year=year.year, **values)


def _stands(counted: list[int]) -> bool:
    """True if a number is followed by the same one."""
    return any(before == after for before, after in pairwise(counted))


def _number(point: Point) -> int | None:
    found = _MARK.match(to_arabic(point.text))
    return int(found[1] or found[2]) if found else None


def _lists_in(record: Record) -> Iterator[tuple[tuple[Point, ...], Where]]:
    for name in type(record).model_fields:
        value = getattr(record, name)
        if isinstance(value, tuple) and value and all(isinstance(one, Point) for one in value):
            yield value, record.where(name)
        for inner in value if isinstance(value, tuple) else ():
            if isinstance(inner, Record):
                yield from _lists_in(inner)


RULES = (measure_numbers_skip, list_numbers_differ)
