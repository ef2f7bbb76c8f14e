"""The written text of a site, passage by passage, each with its place and the year it speaks of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from pydantic import BaseModel

from prongsai.analysis.results import YearResult
from prongsai.model.by_identity import by_identity
from prongsai.model.document_parts import Point, PrintedTable
from prongsai.model.edition import Edition
from prongsai.model.record import Record
from prongsai.model.site import FiscalYear
from prongsai.model.stated import known
from prongsai.problems import Where
from prongsai.rules.context import Context, once

# Words of whoever entered the data, or the same words of the document once more.
_NOT_OF_THE_DOCUMENT = {"notes", "at", "quote", "note", "because", "plain_summary", "printed_levels_at", "id", "source"}


@dataclass(frozen=True)
class Statement:
    """A text of a file of `year`; `about` is the year whose result it speaks of where it names none, or None.

    `of_part` says that it is under an indicator or an item, of which it may speak without a name.
    """

    text: str
    where: Where
    year: int
    about: int | None
    edition: Edition
    of_part: bool = False


@once
def passages(context: Context) -> Iterator[Statement]:
    """Every text that may speak of a result: analysis, introductions of measures and follow-ups, answers, memos."""
    for number in context.results.years:
        yield from passages_of(context, number)


def passages_of(context: Context, number: int) -> tuple[Statement, ...]:
    """Those in the files of a fiscal year (Buddhist Era)."""
    return context.kept((passages, number), lambda: tuple(_passages_of(context, context.results.years[number].year)))


def _passages_of(context: Context, year: FiscalYear) -> Iterator[Statement]:
    parts = _under_parts(year)
    for text, where, about in _told(year):
        answered = context.site.year(about) if about is not None else None
        edition = (answered or year).edition
        yield Statement(text, where, year.year, about, edition, of_part=where in parts)


def _under_parts(year: FiscalYear) -> frozenset[Where]:
    """The places of texts that are under an indicator or an item."""
    developments = year.analysis.development_points if year.analysis else ()
    assessed = (where for one in developments for _, where in _texts(one, "assessed"))
    improve = (where for one in developments for _, where in points_below(one, "improve"))
    return frozenset((*assessed, *improve))


def _told(year: FiscalYear) -> Iterator[tuple[str, Where, int | None]]:
    if year.analysis is not None:
        yield from ((text, where, year.year) for text, where in _analysis(year))
    if year.measures is not None:
        about = known(year.measures.from_fiscal_year)
        for name in ("introduction", "closing"):
            yield from ((text, where, about) for text, where in _texts(year.measures, name))
    if year.follow_up is not None:
        yield from ((text, where, None) for text, where in _texts(year.follow_up, "introduction"))
    for question in year.questions.questions if year.questions else ():
        yield from ((point.text, where, None) for point, where in points_below(question, "answer"))
    if year.memo is not None:
        for name in ("background", "facts", "nacc_advice"):
            yield from ((text, where, year.year) for text, where in _texts(year.memo, name))
        yield from ((point.text, where, year.year) for point, where in points_below(year.memo, "points"))


def _texts(record: Record, name: str) -> Iterator[tuple[str, Where]]:
    yield from ((text, record.where(name, position)) for position, text in enumerate(getattr(record, name)))


def _analysis(year: FiscalYear) -> Iterator[tuple[str, Where]]:
    analysis = year.analysis
    if analysis is None:
        return
    for section in analysis.sections:
        if section.place == "analysis":
            yield from _texts(section, "paragraphs")
            yield from ((point.text, where) for point, where in points_below(section, "points"))
    yield from ((finding.text, finding.where("text")) for finding in analysis.findings)
    for stated in (*analysis.strengths, *analysis.weaknesses):
        yield stated.text, stated.where("text")
        yield from ((point.text, where) for point, where in points_below(stated, "points"))
    yield from _texts(analysis, "development_introduction")
    for development in analysis.development_points:
        yield from _texts(development, "assessed")
        yield from ((point.text, where) for point, where in points_below(development, "improve"))
    yield from _texts(analysis, "recommendations_introduction")
    yield from ((point.text, where) for point, where in points_below(analysis, "recommendations"))


def points_below(record: Record, field: str) -> Iterator[tuple[Point, Where]]:
    """The points that a field of a record holds, with those below them, in order, each with its place."""
    for position, point in enumerate(known(getattr(record, field)) or ()):
        own = point.where("text")
        yield point, own if own.file else record.where(field, position)  # a text alone stands for a point
        yield from points_below(point, "points")


def tables_of(context: Context) -> Iterator[tuple[YearResult, PrintedTable]]:
    """Every table that a section of a document prints, with its year."""
    for result in context.years():
        for document in (result.year.analysis, result.year.measures, result.year.follow_up):
            for section in document.sections if document else ():
                yield from ((result, table) for _, table in section.all_tables)


def all_texts(context: Context, year: FiscalYear) -> tuple[tuple[str, Where], ...]:
    """Every text of the documents of a year as printed, wherever it is in its files."""
    records = (year.scores, year.analysis, year.measures, year.follow_up, year.memo, year.register)
    found = partial(tuple, (one for record in records if record is not None for one in texts_of(record)))
    return context.once((all_texts, year.year), found)


def written_texts(year: FiscalYear) -> Iterator[tuple[str, Where]]:
    """Every text of the documents of a year that are written in words, not of its scores and its register."""
    for record in (year.analysis, year.measures, year.follow_up, year.memo):
        if record is not None:
            yield from texts_of(record)


@by_identity
def texts_of(record: Record) -> tuple[tuple[str, Where], ...]:
    """Every text inside a record, with its place; not the words of whoever entered the data."""
    return tuple(texts_in(record))


def texts_in(record: Record) -> Iterator[tuple[str, Where]]:
    """The same one after the other, of a part of a document."""
    for name in type(record).model_fields:
        if name not in _NOT_OF_THE_DOCUMENT:
            yield from _inside(record, getattr(record, name), (name,))


def _inside(record: Record, value: object, path: tuple[str | int, ...]) -> Iterator[tuple[str, Where]]:
    if type(value) is str or (isinstance(value, str) and hasattr(value, "where")):
        yield str(value), record.where(*path)
    elif isinstance(value, tuple | dict):
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _inside(record, inner, (*path, key))
    elif isinstance(value, Record):
        yield from ((text, where if where.file else record.where(*path)) for text, where in texts_in(value))
    elif isinstance(value, BaseModel):
        yield getattr(value, "printed", ""), record.where(*path)
