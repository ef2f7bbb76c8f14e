"""Every text that people typed, wherever it stands in the data files, with its place."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.model.record import Record
from prongsai.model.stated import Printed
from prongsai.problems import Where
from prongsai.rules.context import Context, once

Nesting = tuple[tuple[Record, tuple[str | int, ...]], ...]  # records, the innermost first, each with the path inside it
_NO_TEXT = {"file"}  # names of files, which are often times in digits


@once
def every_text(context: Context) -> Iterator[tuple[Nesting, str]]:
    """Every text of the data files, with the way to it."""
    site = context.site
    records: list[Record | None] = [site.agency, site.options, *site.documents.values()]
    for year in site.years:
        records += [*year.parts.values(), year.explanations]
    for record in records:
        if record is not None:
            yield from _texts_in(record, ())


def _texts_in(record: Record, above: Nesting) -> Iterator[tuple[Nesting, str]]:
    for name in type(record).model_fields:
        if name not in _NO_TEXT:
            yield from _texts_of(getattr(record, name), ((record, (name,)), *above))


def _texts_of(value: object, nesting: Nesting) -> Iterator[tuple[Nesting, str]]:
    if isinstance(value, str):
        yield nesting, value
    elif isinstance(value, tuple | dict):
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _texts_of(inner, _further(nesting, key))
    elif isinstance(value, Record):
        yield from _texts_in(value, nesting)
    elif isinstance(value, Printed):
        yield _further(nesting, "printed"), value.printed


def _further(nesting: Nesting, step: str | int) -> Nesting:
    (record, path), *above = nesting
    return ((record, (*path, step)), *above)


def place_of(nesting: Nesting) -> Where:
    """The place of a text, or of the nearest record around it that knows one."""
    places = (record.where(*path) for record, path in nesting)
    return next((place for place in places if place.file), Where(""))
