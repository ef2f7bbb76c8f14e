"""Questions and their answers in words: each with what it is about, who answered and when."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from prongsai import addresses
from prongsai.model.questions import Question
from prongsai.model.site import FiscalYear, Site
from prongsai.model.stated import Absence, Printed, known
from prongsai.views.content import Bullets, Phrase
from prongsai.views.measures.facts import measure_link
from prongsai.views.names import indicator_phrase, item_phrase, unit_phrase
from prongsai.views.speech import Speech, bullet
from prongsai.wording.terms import NO_ANSWER


@dataclass(frozen=True)
class AnswerParagraph:
    """A paragraph of an answer, with the list below it."""

    text: str
    points: Bullets | None


@dataclass(frozen=True)
class QuestionShown:
    """A question; `href` is its permanent place, `state` whether it was answered, `answer` is empty without one."""

    anchor: str
    text: str
    href: str
    asked: str
    about: tuple[Phrase, ...]
    unit: Phrase | None
    state: Phrase
    answer: tuple[AnswerParagraph, ...]
    link: Phrase | None


def show_questions(year: FiscalYear, site: Site, speech: Speech) -> tuple[QuestionShown, ...]:
    """The questions of a year in the order of the file."""
    return tuple(_shown(year, site, speech, position) for position in range(len(_list(year))))


def newest_first(year: FiscalYear, site: Site, speech: Speech) -> tuple[QuestionShown, ...]:
    """The questions of a year, the last asked first; those without a day are at the end."""
    days = [known(question.asked_on) for question in _list(year)]
    dated = sorted((day, place) for place, day in enumerate(days) if day is not None)
    undated = [place for place, day in enumerate(days) if day is None]
    return tuple(
        _shown(year, site, speech, place) for place in (*(place for _, place in reversed(dated)), *reversed(undated))
    )


def _shown(year: FiscalYear, site: Site, speech: Speech, position: int) -> QuestionShown:
    question = _list(year)[position]
    asked = known(question.asked_on)
    return QuestionShown(
        anchor=question.id,
        text=question.question,
        href=addresses.question_path(year.year, position, question.id),
        asked=f"ถามเมื่อ {speech.date(asked)}" if asked else f"วันที่ถาม: {_plain(question.asked_on, speech)}",
        about=tuple(_about(year, question, speech)),
        unit=unit_phrase(site.in_year(year.year), question.unit) if question.unit else None,
        state=_state(question, speech),
        answer=tuple(_paragraphs(question)),
        link=Phrase(question.link, href=question.link) if question.link else None,
    )


def _list(year: FiscalYear) -> tuple[Question, ...]:
    return year.questions.questions if year.questions else ()


def _plain(value: object, speech: Speech) -> str:
    return speech.plain(speech.stated(value))


def _about(year: FiscalYear, question: Question, speech: Speech) -> Iterator[Phrase]:
    about, measures = question.about, year.listed_measures
    yield from (measure_link(year.year, one, speech) for one in measures if one.id == about.measure)
    if about.indicator is not None:
        yield indicator_phrase(year.edition, about.indicator, speech)
    if about.item is not None:
        listed = about.item in year.edition.items or (year.register is not None and about.item in year.register.items)
        yield item_phrase(year, about.item, speech) if listed else Phrase(f"ข้อ {about.item}")


def _state(question: Question, speech: Speech) -> Phrase:
    """ตอบเมื่อ ๙ มกราคม ๒๕๖๗, or that there is no answer yet: which is never said of an answer without a day."""
    if not is_answered(question):
        absent = question.answer if isinstance(question.answer, Absence) else Absence.NOT_ENTERED
        return Phrase(NO_ANSWER, kind="unknown") if absent is Absence.NOT_ENTERED else speech.absence(absent)
    day = known(question.answered_on)
    return Phrase(f"ตอบเมื่อ {speech.date(day)}" if day else f"วันที่ตอบ: {_plain(question.answered_on, speech)}")


def _paragraphs(question: Question) -> Iterator[AnswerParagraph]:
    for point in known(question.answer) or ():
        below = bullet(point).points
        yield AnswerParagraph(point.text, Bullets(below, ordered=False) if below else None)
    if isinstance(question.answer, Printed):
        yield AnswerParagraph(question.answer.printed, None)


def is_answered(question: Question) -> bool:
    """True if there is an answer, also one that only a document prints."""
    return bool(known(question.answer)) or isinstance(question.answer, Printed)


def has_questions(year: FiscalYear) -> bool:
    """True if anything was asked: a file that is there but empty makes no page."""
    return bool(_list(year))


def word_count(year: FiscalYear, speech: Speech) -> str:
    """ถาม ๗ เรื่อง ตอบแล้ว ๖ เรื่อง ยังไม่ได้ตอบ ๑ เรื่อง."""
    questions = _list(year)
    answered = sum(is_answered(question) for question in questions)
    rest = f" {NO_ANSWER} {len(questions) - answered} เรื่อง" if answered < len(questions) else ""
    return speech.digits(f"ถาม {len(questions)} เรื่อง ตอบแล้ว {answered} เรื่อง{rest}")


def questions_by_subject(site: Site, speech: Speech) -> dict[addresses.Subject, tuple[tuple[Phrase, Phrase], ...]]:
    """The questions about each thing, the newest year first: each as a link to its place, with its state."""
    found: dict[addresses.Subject, tuple[tuple[Phrase, Phrase], ...]] = {}
    for year in reversed(site.years):
        for position, question in enumerate(_list(year)):
            link = Phrase(question.question, href=addresses.question_path(year.year, position, question.id))
            for subject in _subjects(site, year, question):
                found[subject] = (*found.get(subject, ()), (link, _state(question, speech)))
    return found


def _subjects(site: Site, year: FiscalYear, question: Question) -> set[addresses.Subject]:
    """The subjects of a question, and the unit whose business it is."""
    about, unit = question.about, site.unit_of(question.unit) if question.unit is not None else None
    return {
        addresses.Subject("measure", year.year, about.measure or ""),
        addresses.Subject("item", year.year, (about.item or "").lower()),
        addresses.Subject("indicator", key=about.indicator or ""),
        addresses.Subject("unit", key=unit or ""),
    }
