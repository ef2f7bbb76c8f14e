"""Rules on what measures are called: one number and one title for each, so that nobody takes one for another."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.model.measures import Measure
from prongsai.model.stated import known
from prongsai.problems import Problem, problem
from prongsai.rules.context import Context
from prongsai.rules.naming import shortened
from prongsai.thai.numerals import to_arabic


def number_twice(context: Context) -> Iterator[Problem]:
    """A number belongs to one measure of a year; under topics each topic may count by itself."""
    yield from _twice(context, "number", "measure-number-twice")


def title_twice(context: Context) -> Iterator[Problem]:
    """A title belongs to one measure of a year or of a topic, whatever its blanks and the form of its digits.

    Two topics may ask the same, as the two parts of the EIT do.
    """
    yield from _twice(context, "title", "measure-title-twice")


def _twice(context: Context, field: str, code: str) -> Iterator[Problem]:
    for result in context.years():
        first: dict[tuple[str | None, str], Measure] = {}
        for measure in result.year.listed_measures:
            value = known(getattr(measure, field))
            if value is None or not measure.is_whole(field):
                continue
            key = measure.topic, "".join(to_arabic(str(value)).split())
            before = first.setdefault(key, measure)
            if before is not measure:
                values = {"found": shortened(str(value)), "line": before.where(field).line, "first": before.id}
                yield problem(code, measure.where(field), year=result.year.year, second=measure.id, **values)


RULES = (number_twice, title_twice)
