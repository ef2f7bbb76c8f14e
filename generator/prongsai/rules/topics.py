"""Rules on what measures and reports cite: one subject for each code, once, with its instrument and its score."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from prongsai.model.measures import Basis, Measure, Measures
from prongsai.model.scores import Question, Scores
from prongsai.model.site import FiscalYear
from prongsai.model.stated import known
from prongsai.problems import Problem, Where, problem
from prongsai.rules.context import Context
from prongsai.rules.naming import measure_name, report_name
from prongsai.thai.numerals import two_decimals

# Of these two a text has one or the other; words such as ทุจริต or บริการ belong to several indicators.
_APART = ("งบประมาณ", "ทรัพย์สิน")
_Cited: TypeAlias = tuple[tuple[str, ...], str, str, Where]  # what is cited, next to which words, by what, where
_SUBJECTS = ("E-Service", "ประชาสัมพันธ์", "ทรัพย์สิน", "งบประมาณ", "จัดซื้อจัดจ้าง")


def _subjects(text: str, words: tuple[str, ...]) -> set[str]:
    return {word for word in words if word.casefold() in text.casefold()}


def ref_topic_clash(context: Context) -> Iterator[Problem]:
    """A question or an item is cited for one subject within a file, not for the budget here and property there.

    Limits: only texts that name one of the two subjects are compared; an item is judged by the words that the
    document puts next to its number, never by the title of a whole measure.
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
    titles = {one.id: known(one.title) for one in year.measures.measures} if year.measures else {}
    for position, report in enumerate(year.reports):
        title = known(report.title) or titles.get(report.measure or "")
        for place, stated in enumerate(report.questions):
            code = known(stated)
            if code is not None and title is not None:
                yield (code,), title, report_name(report, position), report.where("questions", place)


def _cited_by_measures(year: FiscalYear) -> Iterator[_Cited]:
    for measure in year.listed_measures:
        for basis in filter(Basis.is_whole, measure.basis):
            question, item, words = known(basis.question), known(basis.item), basis.quote or basis.wording
            if question is not None:
                key = (basis.instrument or "", str(basis.part or ""), question)
                yield key, words or known(measure.title) or "", measure_name(measure), basis.where("question")
            if item is not None and words is not None:
                yield (item,), words, measure_name(measure), basis.where("item")


def topic_question_mismatch(context: Context) -> Iterator[Problem]:
    """A question is under the topic that its words name, where just one other topic of the file names them.

    Limit: only words of a few subjects are looked for, and only where the question's wording is given.
    """
    for result in context.years():
        measures = result.year.measures
        is_read = measures is not None and measures.is_complete("topics")
        titles = {topic.id: topic.title for topic in measures.topics} if measures and is_read else {}
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


def _bases(context: Context) -> Iterator[tuple[FiscalYear, Measures, Measure]]:
    for result in context.years():
        measures = result.year.measures
        if measures is not None:
            yield from ((result.year, measures, measure) for measure in measures.measures)


def cited_twice(context: Context) -> Iterator[Problem]:
    """A measure cites each thing once."""
    for year, _, measure in _bases(context):
        seen = set()
        for basis in filter(Basis.is_whole, measure.basis):
            item, question = known(basis.item), known(basis.question)
            key = (basis.instrument, basis.part, basis.indicator, basis.subindicator, item, question)
            found = _cited(basis)
            if found is not None and key in seen:
                yield problem("cited-twice", basis.where(), year=year.year, what=measure_name(measure), found=found)
            seen.add(key)


def _cited(basis: Basis) -> str | None:
    cited = {
        "ข้อ": known(basis.item),
        "ข้อคำถาม": known(basis.question),
        "ตัวชี้วัดย่อยที่": basis.subindicator,
        "ตัวชี้วัดที่": basis.indicator,
    }
    return next((f"{word} {key}" for word, key in cited.items() if key is not None), None)


def question_of_other_instrument(context: Context) -> Iterator[Problem]:
    """A question whose code begins with i is one of IIT, with e one of EIT, wherever the instrument is named too."""
    for result in context.years():
        for question in result.year.scores.questions if result.year.scores else ():
            yield from _foreign(result.year.year, question, known(question.code), question.instrument)
    for year, _, measure in _bases(context):
        for basis in measure.basis:
            yield from _foreign(year.year, basis, known(basis.question), basis.instrument)


def _foreign(year: int, record: Question | Basis, code: str | None, instrument: str | None) -> Iterator[Problem]:
    if code is not None and instrument is not None and instrument[:1].casefold() != code[0]:
        where = record.where("instrument")
        yield problem("question-of-other-instrument", where, year=year, question=code, found=instrument)


def question_score_differs(context: Context) -> Iterator[Problem]:
    """The score that a measure cites for a question is the one among the scores of the answered year.

    Limit: only where the year has one score for the question, in the same part where a part is named.
    """
    for year, measures, measure in _bases(context):
        answered = known(measures.from_fiscal_year)
        before = context.site.year(answered) if answered is not None else None
        for basis in measure.basis if before is not None and before.scores is not None else ():
            code, score = known(basis.question), known(basis.score)
            questions = before.scores.questions if before is not None and before.scores is not None else ()
            if not (basis.is_whole("part") and before and before.scores and _are_told_apart(before.scores)):
                continue
            stated = [
                known(one.score) for one in questions if known(one.code) == code and basis.part in {None, one.part}
            ]
            first = stated[0] if len(stated) == 1 else None
            if code is not None and score is not None and first is not None and first != score:
                values = {"question": code, "found": two_decimals(score), "stated": two_decimals(first)}
                where = basis.where("score")
                yield problem("question-score-differs", where, year=year.year, answered=answered, **values)


def _are_told_apart(scores: Scores) -> bool:
    """True if code and part of every question could be read."""
    return scores.is_complete("questions") and all(
        one.is_whole("code") and one.is_whole("part") for one in scores.questions
    )


RULES = (
    ref_topic_clash,
    topic_question_mismatch,
    cited_twice,
    question_of_other_instrument,
    question_score_differs,
)
