"""The parts of a year that state a fact: a file that only waits to be filled in states none."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from typing import TypeVar

from prongsai.model.agency import Document
from prongsai.model.analysis import Analysis
from prongsai.model.document_parts import sources_of
from prongsai.model.follow_up import FollowUp
from prongsai.model.measures import Measures
from prongsai.model.memo import Memo
from prongsai.model.oit import Answer, Register
from prongsai.model.questions import Questions
from prongsai.model.scores import Scores
from prongsai.model.site import FiscalYear, Site
from prongsai.model.stated import Absence, Printed, known

T = TypeVar("T")


def known_site(site: Site, published: Collection[str] = ()) -> Site:
    """The site without parts and years that state nothing; a year whose page was `published` once stays.

    Documents from which only those would have been entered wait with them. Where everything states something it is the
    same site.
    """
    years = tuple(map(without_empty, site.years))
    kept = tuple(one for one in years if states_facts(one) or f"/{one.year}/" in published)
    is_same = len(kept) == len(site.years) and all(a is b for a, b in zip(kept, site.years, strict=True))
    return site if is_same else replace(site, years=kept, documents=_without_waiting(site, kept))


def _without_waiting(site: Site, kept: Iterable[FiscalYear]) -> dict[str, Document]:
    """The documents without those that only parts without a fact name."""
    named, used = ({one for year in years for one in _sources(year)} for years in (site.years, kept))
    return {key: document for key, document in site.documents.items() if key in used or key not in named}


def _sources(year: FiscalYear) -> Iterable[str]:
    return (one for part in year.parts.values() for one in sources_of(part))


def without_empty(year: FiscalYear) -> FiscalYear:
    """The year in which a part that states nothing is None, as if its file were not there."""
    known_year = replace(
        year,
        scores=_kept(year.scores, states_scores),
        analysis=_kept(year.analysis, _states_analysis),
        measures=_kept(year.measures, _states_measures),
        follow_up=_kept(year.follow_up, _states_reports),
        memo=_kept(year.memo, _states_memo),
        register=_kept(year.register, states_answers),
        questions=_kept(year.questions, _states_questions),
    )
    return year if len(_parts(known_year)) == len(_parts(year)) else known_year


def states_facts(year: FiscalYear) -> bool:
    """True if any part of a year is there."""
    return bool(_parts(year))


def _parts(year: FiscalYear) -> list[object]:
    return [part for part in year.parts.values() if part is not None]


def _kept(part: T | None, states: Callable[[T], bool]) -> T | None:
    return part if part is not None and states(part) else None


def _is_stated(value: object) -> bool:
    """A value, or what is printed in its place; that a document does not say it is no fact of its own."""
    return isinstance(value, Printed) or (not isinstance(value, Absence) and value is not None)


def states_scores(scores: Scores) -> bool:
    """True if a figure, a level or a rank is stated."""
    groups = (scores.instruments, scores.parts, scores.indicators, scores.subindicators)
    figures = (scores.total, *(figure for group in groups for figure in group.values()))
    values: Iterable[object] = (*(one.value for one in figures), scores.level.value, scores.rank)
    counts: tuple[object, ...] = (scores.ranks, scores.means, scores.respondents, scores.weighted, scores.unit_scores)
    lists = (*counts, scores.questions, scores.items, scores.printed_levels, scores.notes)
    return any(map(_is_stated, (*values, scores.items_not_listed, scores.comparison))) or any(lists)


def _states_analysis(analysis: Analysis) -> bool:
    lists = (analysis.sections, analysis.findings, analysis.strengths, analysis.weaknesses, analysis.notes)
    more = (analysis.development_points, analysis.recommendations)
    return any(lists) or any(more) or analysis.signed_copy is not None


def _states_measures(measures: Measures) -> bool:
    texts = (measures.introduction, measures.goals, measures.closing, measures.notes)
    others = (measures.sections, measures.attachments)
    return bool(measures.measures) or any(texts) or any(others) or measures.signed_copy is not None


def _states_reports(follow_up: FollowUp) -> bool:
    lists = (follow_up.reports, follow_up.introduction, follow_up.notes, follow_up.sections, follow_up.attachments)
    return any(lists) or follow_up.signed_copy is not None


def _states_memo(memo: Memo) -> bool:
    """True if anything but its year and its source is stated."""
    values = (value for name, value in memo if name not in {"fiscal_year", "source"})
    return any(bool(value) if isinstance(value, tuple) else _is_stated(value) for value in values)


def states_answers(register: Register) -> bool:
    """True if any item has more than a name and a unit."""
    return any(map(states_answer, register.items.values())) or bool(register.notes)


def states_answer(answer: Answer) -> bool:
    """True if something is said in answer to an item."""
    dates = (answer.answer, answer.published_on)
    said = (answer.links, answer.elements, answer.nothing_happened, answer.note)
    return any(known(one) is not None for one in dates) or any(said)


def _states_questions(questions: Questions) -> bool:
    return bool(questions.questions)
