"""Rules on measures without a title: not entered, or left out by the document itself."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.model.measures import Measure
from prongsai.model.stated import Absence
from prongsai.problems import Problem, problem
from prongsai.rules.context import Context
from prongsai.rules.naming import measure_name
from prongsai.wording.terms import ABSENCES_OF


def measure_without_title(context: Context) -> Iterator[Problem]:
    """A measure has a title, since pages, search and downloads name it by that."""
    for year, measure, absence in _untitled(context):
        if not _is_of_the_document(context, absence):
            values = {"what": measure_name(measure), "why": _why(absence)}
            yield problem("measure-without-title", measure.where("title"), year=year, **values)


def measure_title_not_stated(context: Context) -> Iterator[Problem]:
    """Where the document gives a measure no title, that is said, in case it was overlooked."""
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
    """Whether the document has no title: on a site made from one every absence that was typed is the document's."""
    is_typed = absence is not Absence.NOT_ENTERED
    return absence is Absence.NOT_STATED or (is_typed and context.site.options.from_document)


def _why(absence: Absence) -> str:
    return ABSENCES_OF[absence.value].format(what="ชื่อมาตรการ")


RULES = (measure_without_title, measure_title_not_stated)
