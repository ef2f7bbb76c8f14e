"""Rules on what the data says of itself: values as printed, remarks, and options that are missing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from prongsai.model.record import Record
from prongsai.model.stated import Printed
from prongsai.problems import Problem, Where, problem
from prongsai.rules.context import Context


def printed_value(context: Context) -> Iterator[Problem]:
    """A value that is kept as printed says so: in words that fit the notes of the agency whose document it is."""
    for result in context.years():
        year = result.year
        for record in (year.scores, year.analysis, year.measures, year.follow_up, year.memo, year.register):
            for where, printed in _printed_in(record):
                at = f" ({printed.at})" if printed.at else ""
                yield problem("printed-value", where, year=year.year, found=printed.printed, at=at)


def _printed_in(value: Any) -> Iterator[tuple[Where, Printed]]:
    if not isinstance(value, Record):
        return
    for name in type(value).model_fields:
        for path, inner in _inside(getattr(value, name), (name,)):
            if isinstance(inner, Printed):
                yield value.where(*path), inner
            else:
                yield from _printed_in(inner)


def _inside(value: Any, path: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], BaseModel]]:
    if isinstance(value, BaseModel):
        yield path, value
    elif isinstance(value, tuple):
        for position, inner in enumerate(value):
            yield from _inside(inner, (*path, position))
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _inside(inner, (*path, key))


def remark(context: Context) -> Iterator[Problem]:
    """Remarks of whoever entered the data stand on the notes page."""
    for result in context.years():
        year = result.year
        for record in (year.scores, year.analysis, year.measures, year.follow_up, year.memo, year.register):
            for note in record.notes if record is not None else ():
                text = f"{note.text} ({note.at})" if note.at else note.text
                yield problem("remark", note.where("text"), year=year.year, text=text)


def no_site_url(context: Context) -> Iterator[Problem]:
    """The address of the site is known, or it is said what is left out."""
    options = context.site.options
    if options.site_url is None and options.is_whole("site_url") and context.can_read("site_config/site.yml"):
        yield problem("no-site-url", options.where())


RULES = (printed_value, remark, no_site_url)
