"""Rules on subjects: what is cited for one subject is not cited for another, told by words that name a subject."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from prongsai.model.measures import Basis, Measure
from prongsai.model.site import FiscalYear
from prongsai.model.stated import known
from prongsai.problems import Problem, Where, problem
from prongsai.rules.context import Context
from prongsai.rules.naming import measure_name, report_name

# Of these two a text has one or the other; words such as ทุจริต or บริการ belong to several indicators.
_APART = ("งบประมาณ", "ทรัพย์สิน")
_Cited: TypeAlias = tuple[tuple[str, ...], str, str, Where]  # what is cited, beside which words, by what, where
_SUBJECTS = ("E-Service", "ประชาสัมพันธ์", "ทรัพย์สิน", "งบประมาณ", "จัดซื้อจัดจ้าง")


def _subjects(text: str, words: tuple[str, ...]) -> set[str]:
    return {word for word in words if word.casefold() in text.casefold()}


def ref_topic_clash(context: Context) -> Iterator[Problem]:
    """A question or an item is cited for one subject within a file, not for the budget here and property there.

    Limits: only texts that name one of the two subjects are compared; an item is judged by the words that the
    document puts beside its number, never by the title of a whole measure.
    """
    for result in context.years():
        for cited in (_cited_by_reports(result.year), _cited_by_measures(result.year)):
            yield from _clashes(result.year.year, cited)


def _clashes(year: int, cited: Iterator[_Cited]) -> Iterator[Problem]:
    first: dict[tuple[str, ...], tuple[str, str]] = {}
    for key, text, what, where in cited:
        subjects = _subjects(text, _APART)
        if len(subjects) != 1:
            continue
        subject = subjects.pop()
        other_subject, other = first.setdefault(key, (subject, what))
        if other_subject != subject:
            values = {"what": what, "subject": subject, "other": other, "other_subject": other_subject}
            yield problem("ref-topic-clash", where, year=year, cited=key[-1], **values)


def _cited_by_reports(year: FiscalYear) -> Iterator[_Cited]:
    for position, report in enumerate(year.follow_up.reports if year.follow_up else ()):
        for place, stated in enumerate(report.questions):
            code, title = known(stated), known(report.title)
            if code is not None and title is not None:
                yield (code,), title, report_name(report, position), report.where("questions", place)


def _cited_by_measures(year: FiscalYear) -> Iterator[_Cited]:
    for measure in year.measures.measures if year.measures else ():
        for basis in measure.basis:
            question, item, words = known(basis.question), known(basis.item), basis.quote or basis.wording
            if question is not None:
                key = (basis.instrument or "", str(basis.part or ""), question)
                yield key, words or known(measure.title) or "", measure_name(measure), basis.where("question")
            if item is not None and words is not None:
                yield (item,), words, measure_name(measure), basis.where("item")


def topic_question_mismatch(context: Context) -> Iterator[Problem]:
    """A question stands under the topic that its words name, where just one other topic of the file names them.

    Limit: only words of a few subjects are looked for, and only where the question's wording is given.
    """
    for result in context.years():
        measures = result.year.measures
        titles = {topic.id: topic.title for topic in measures.topics} if measures else {}
        for measure in measures.measures if measures else ():
            for basis in measure.basis if measure.topic in titles else ():
                yield from _misplaced(result.year.year, measure, basis, titles)


def _misplaced(year: int, measure: Measure, basis: Basis, titles: dict[str, str]) -> Iterator[Problem]:
    own = titles[measure.topic or ""]
    subjects = _subjects(basis.wording or "", _SUBJECTS)
    if not subjects or subjects & _subjects(own, _SUBJECTS):
        return
    others = [title for title in titles.values() if subjects & _subjects(title, _SUBJECTS)]
    code = known(basis.question)
    if len(others) == 1 and code is not None:
        subject = next(word for word in _SUBJECTS if word in subjects & _subjects(others[0], _SUBJECTS))
        values = {"question": code, "subject": subject, "topic": own, "other": others[0]}
        yield problem("topic-question-mismatch", basis.where("question"), year=year, **values)


RULES = (ref_topic_clash, topic_question_mismatch)
