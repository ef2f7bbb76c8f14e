"""Rules on what the data says of itself: values as printed, remarks, missing options, and the names of measures."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pydantic import BaseModel

from prongsai.model.measures import Measure
from prongsai.model.record import Record, words_of
from prongsai.model.stated import Absence, Printed, Unread, known
from prongsai.problems import Fact, Problem, problem
from prongsai.rules.context import Context, year_by_year
from prongsai.rules.naming import measure_name, shortened
from prongsai.thai.codes import bare_number
from prongsai.thai.numerals import to_arabic
from prongsai.wording.terms import ABSENCES_OF


def measure_without_title(context: Context) -> Iterator[Problem]:
    """A measure has a title, since pages, search and downloads name it by that."""
    for year, measure, absence in _untitled(context):
        if not _is_of_the_document(context, absence):
            values = {"what": measure_name(measure), "why": _why(absence)}
            yield problem("measure-without-title", measure.where("title"), year=year, **values)


def measure_title_not_stated(context: Context) -> Iterator[Problem]:
    """A measure without a title in the document is reported, in case the title was overlooked."""
    for year, measure, absence in _untitled(context):
        if _is_of_the_document(context, absence):
            values = {"what": measure_name(measure), "why": _why(absence)}
            yield problem("measure-title-not-stated", measure.where("title"), year=year, **values)


def _untitled(context: Context) -> Iterator[tuple[int, Measure, Absence]]:
    for result in context.years():
        for measure in result.year.listed_measures:
            if measure.is_whole("title") and isinstance(measure.title, Absence):
                yield result.year.year, measure, measure.title


def _is_of_the_document(context: Context, absence: Absence) -> bool:
    """True if the document has no title: on a site made from one every absence that was typed is the document's."""
    is_typed = absence is not Absence.NOT_ENTERED
    return absence is Absence.NOT_STATED or (is_typed and context.site.options.from_document)


def _why(absence: Absence) -> str:
    return ABSENCES_OF[absence.value].format(what="ชื่อมาตรการ")


_HEAD_OF_PROBLEMS = re.compile(r"ปัญหา|ข้อบกพร่อง|จุดอ่อน|ประเด็นที่(?:ต้อง|ควร)")


def title_may_be_problem(context: Context) -> Iterator[Problem]:
    """A column of problems is said to be none of names, since each title would be the headline of a page.

    Limits: only the head of the column is read; whoever writes title_is has decided.
    """
    for result in context.years():
        own = result.year.measures
        head = own.columns.title if own else None
        decided = own is not None and "title_is" in own.model_fields_set
        if own is None or head is None or decided or not own.measures or not _HEAD_OF_PROBLEMS.search(head):
            continue
        if not any(one.title_is for one in own.measures):
            values = {"head": head, "example": shortened(known(own.measures[0].title) or head)}
            yield problem("title-may-be-problem", own.where("columns", "title"), year=result.year.year, **values)


def problem_without_summary(context: Context) -> Iterator[Problem]:
    """A measure whose document prints a problem in the place of a name has a summary by which pages call it."""
    for result in context.years():
        for one in result.year.listed_measures:
            if one.titled_by_problem and one.plain_summary is None and one.is_whole("plain_summary"):
                values = {"what": measure_name(one)}
                yield problem("problem-without-summary", one.where("title"), year=result.year.year, **values)


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


@year_by_year
def printed_value(context: Context) -> Iterator[Problem]:
    """A value that is kept as printed says so, with its field and the code it may mean, in words for the agency."""
    for result in context.years():
        year = result.year
        for record in (year.scores, year.analysis, year.measures, year.follow_up, year.memo, year.register):
            for holder, path, printed in _printed_in(record):
                where = holder.where(*path)
                if isinstance(printed, Unread):  # of no year: it is the program that lacks the word, not the document
                    yield problem(printed.code, where, found=printed.printed, choices=printed.choices)
                    continue
                at = f" ({printed.at})" if printed.at else ""
                values = {"field": _field(holder, path), "likely": _likely(holder, path, printed.printed)}
                told = problem("printed-value", where, year=year.year, found=printed.printed, at=at, **values)
                yield told.about(Fact("printed", year.year, (printed.printed, at or str(where))))


def _field(holder: Record, path: tuple[str | int, ...]) -> str:
    """The field as the head of its column: ช่องระยะเวลา."""
    words = words_of(type(holder).model_fields[str(path[0])])
    return f"ช่อง{words.title}" if words else ""


def _likely(holder: Record, path: tuple[str | int, ...], printed: str) -> str:
    """The question that a bare number next to its instrument may mean: ๑๕ of IIT may be i15; else an empty text."""
    number, letter = bare_number(printed), str(getattr(holder, "instrument", None) or "")[:1].lower()
    return f"{letter}{number}" if path[0] == "question" and number and letter in {"i", "e"} else ""


def _printed_in(value: object) -> Iterator[tuple[Record, tuple[str | int, ...], Printed]]:
    """Every value as printed, with the record that holds it and the way to it."""
    if not isinstance(value, Record):
        return
    for name in type(value).model_fields:
        for path, inner in _inside(getattr(value, name), (name,)):
            if isinstance(inner, Printed):
                is_text = isinstance(_typed(value.typed, path), str)  # of one that was not read another rule may speak
                if isinstance(inner, Unread) or not is_text:
                    yield value, path, inner
            else:
                yield from _printed_in(inner)


def _typed(raw: object, path: tuple[str | int, ...]) -> object:
    """The text or list that was typed in a place of a record."""
    for step in path:
        raw = raw.get(str(step)) if isinstance(raw, dict) else raw[step] if isinstance(raw, list) else None  # type: ignore[index]
    return raw


def _inside(value: object, path: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], BaseModel]]:
    if isinstance(value, BaseModel):
        yield path, value
    elif isinstance(value, tuple):
        for position, inner in enumerate(value):
            yield from _inside(inner, (*path, position))
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _inside(inner, (*path, key))


def remark(context: Context) -> Iterator[Problem]:
    """Remarks of whoever entered the data are on the notes page."""
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


RULES = (
    title_may_be_problem,
    problem_without_summary,
    printed_value,
    remark,
    no_site_url,
    measure_without_title,
    measure_title_not_stated,
    number_twice,
    title_twice,
)
