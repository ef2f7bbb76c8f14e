"""Rules on asking: questions name what exists, their dates are in order, and the survey can be trusted."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.model.questions import Question
from prongsai.model.site import FiscalYear
from prongsai.model.stated import Absence, known
from prongsai.problems import Problem, Where, problem
from prongsai.rules.context import Context
from prongsai.rules.references import check_unit, has_no_measures, is_surely_no_measure, knows_units


def _questions(context: Context) -> Iterator[tuple[FiscalYear, Question]]:
    for result in context.years():
        for question in result.year.questions.questions if result.year.questions else ():
            yield result.year, question


def question_id_twice(context: Context) -> Iterator[Problem]:
    """Each question of a year has an id of its own, since the id is part of its address."""
    first: dict[tuple[int, str], Where] = {}
    for year, question in _questions(context):
        key, where = (year.year, question.id), question.where("id")
        if key in first:
            yield problem("duplicate-id", where, year=year.year, found=question.id, line=first[key].line)
        first.setdefault(key, where)


def question_about_unknown_measure(context: Context) -> Iterator[Problem]:
    """The measure that a question is about is one of its year."""
    told: set[int] = set()
    for year, question in _questions(context):
        key, where = question.about.measure, question.about.where("measure")
        if key is None:
            continue
        if has_no_measures(context, year):
            if year.year not in told:
                yield problem("measures-missing", where, year=year.year, count=_about_measures(year), folder=year.year)
            told.add(year.year)
        elif is_surely_no_measure(context, year, key):
            yield problem("question-unknown-measure", where, year=year.year, found=key, folder=year.year)


def _about_measures(year: FiscalYear) -> int:
    return sum(one.about.measure is not None for one in year.questions.questions) if year.questions else 0


def question_about_unknown_indicator(context: Context) -> Iterator[Problem]:
    """The indicator that a question is about is one of the edition of its year, where all of them are known."""
    for year, question in _questions(context):
        key, edition = question.about.indicator, year.edition
        if key is not None and edition.indicators and edition.knows_all_instruments and key not in edition.indicators:
            values = {"found": key, "edition": edition.fiscal_year, "choices": ", ".join(edition.indicators)}
            yield problem("unknown-indicator", question.about.where("indicator"), year=year.year, **values)


def question_about_unknown_item(context: Context) -> Iterator[Problem]:
    """The OIT item that a question is about is one of the edition of its year, where that lists all its items."""
    for year, question in _questions(context):
        code, edition = question.about.item, year.edition
        if code is not None and edition.knows_all_items and code not in edition.items:
            values = {"found": code, "edition": edition.fiscal_year, "count": len(edition.items)}
            yield problem("unknown-item", question.about.where("item"), year=year.year, **values)


def question_to_unknown_unit(context: Context) -> Iterator[Problem]:
    """The unit that answers a question is one of the agency's."""
    if not knows_units(context):
        return
    for _, question in _questions(context):
        if question.unit is not None:
            yield from check_unit(context, question.unit, question.where("unit"))


def question_answered_before_asked(context: Context) -> Iterator[Problem]:
    """Nothing is answered before it is asked."""
    for year, question in _questions(context):
        asked, answered = known(question.asked_on), known(question.answered_on)
        if asked is not None and answered is not None and answered < asked:
            where = question.where("answered_on")
            yield problem("question-answered-before-asked", where, year=year.year, found=answered, asked=asked)


def question_date_without_answer(context: Context) -> Iterator[Problem]:
    """A day of answering comes with an answer: the page would say of this question that it is not answered yet."""
    for year, question in _questions(context):
        answered = known(question.answered_on)
        if answered is not None and question.is_whole("answer") and question.answer in (Absence.NOT_ENTERED, ()):
            where = question.where("answered_on")
            yield problem("question-date-without-answer", where, year=year.year, found=answered, key=question.id)


def survey_not_https(context: Context) -> Iterator[Problem]:
    """The survey is asked over https, so that nobody between can read or change what people answer."""
    survey = context.site.agency.eit_survey
    if survey is not None and not survey.url.lower().startswith("https://"):
        yield problem("survey-not-https", survey.where("url"), found=survey.url)


RULES = (
    question_id_twice,
    question_about_unknown_measure,
    question_about_unknown_indicator,
    question_about_unknown_item,
    question_to_unknown_unit,
    question_answered_before_asked,
    question_date_without_answer,
    survey_not_https,
)
