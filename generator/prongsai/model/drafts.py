"""Years without what is not finished in them, for everybody; and with it marked, for the preview of the officer."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from prongsai.model.analysis import Analysis, DevelopmentPoint, Finding, StatedList
from prongsai.model.by_identity import by_identity
from prongsai.model.follow_up import FollowUp
from prongsai.model.measures import Measure, Measures
from prongsai.model.questions import Question, Questions, Subject
from prongsai.model.record import Record
from prongsai.model.site import FiscalYear, Site
from prongsai.model.stated import Absence
from prongsai.model.unfinished import finished, has_gap, is_unfinished

MARK = "(ร่าง)"
_PARTS = {
    "scores": "scores",
    "analysis": "analysis",
    "measures": "measures",
    "follow_up": "follow-up",
    "memo": "memo",
    "register": "oit",
    "questions": "questions",
}


def without_drafts(site: Site) -> Site:
    """The site without what is not finished, so that nothing made of it can show that; the same where all of it is."""
    years = tuple(map(_finished_year, site.years))
    is_same = all(a is b for a, b in zip(years, site.years, strict=True))
    return site if is_same else replace(site, years=years)


def with_drafts_marked(site: Site) -> Site:
    """The site as the officer sees it in the preview: what is not finished says so."""
    return replace(site, years=tuple(map(_marked_year, site.years))) if any(map(_has_drafts, site.years)) else site


def draft_measures(year: FiscalYear) -> frozenset[str]:
    """The ids of the measures of a year that are not finished."""
    return frozenset(one.id for one in year.listed_measures if is_unfinished(one))


@by_identity
def _has_drafts(year: FiscalYear) -> bool:
    return any(is_unfinished(entry) for entry in _entries(year)) or any(map(has_gap, year.parts.values()))


def _entries(year: FiscalYear) -> Iterable[Record]:
    analysis = year.analysis
    found = (
        (analysis.findings, analysis.strengths, analysis.weaknesses, analysis.development_points) if analysis else ()
    )
    return (*(one for group in found for one in group), *year.listed_measures)


def _finished_year(year: FiscalYear) -> FiscalYear:
    if not _has_drafts(year):
        return year
    gone = draft_measures(year)
    own = replace(year, measures=_on_their_own(year, gone)) if gone else year
    kept = {name: _finished_part(getattr(own, name)) for name in _PARTS}
    settled = replace(own, **kept)
    return replace(settled, follow_up=_without_reports(settled.follow_up, gone), questions=_unasked(settled, gone))


def _finished_part(part: Any) -> Any:
    return finished(part) if part is not None else None


def _on_their_own(year: FiscalYear, gone: frozenset[str]) -> Measures | None:
    """The measures, of which none has a cell merged with that of a draft above it: each such cell has its value."""
    if year.measures is None or not gone:
        return year.measures
    made = []
    for facts in year.measure_facts:
        merged = [name for name in Measure.model_fields if getattr(facts.measure, name) is Absence.MERGED]
        above = {name: facts.value(name) for name in merged}
        made.append(facts.measure.model_copy(update=above) if above else facts.measure)
    return year.measures.model_copy(update={"measures": tuple(made)})


def _without_reports(follow_up: FollowUp | None, gone: frozenset[str]) -> FollowUp | None:
    """The report without rows on measures that nobody sees."""
    if follow_up is None or not gone:
        return follow_up
    return follow_up.model_copy(update={"reports": tuple(one for one in follow_up.reports if one.measure not in gone)})


def _unasked(year: FiscalYear, gone: frozenset[str]) -> Questions | None:
    """The questions, of which none leads to a measure that nobody sees."""
    if year.questions is None or not gone:
        return year.questions
    return year.questions.model_copy(update={"questions": tuple(_unled(one, gone) for one in year.questions.questions)})


def _unled(question: Question, gone: frozenset[str]) -> Question:
    return question.model_copy(update={"about": Subject()}) if question.about.measure in gone else question


def _marked_year(year: FiscalYear) -> FiscalYear:
    analysis, measures = year.analysis, year.measures
    return replace(
        year,
        analysis=_marked_analysis(analysis) if analysis else None,
        measures=measures.model_copy(update={"measures": tuple(map(_marked_measure, measures.measures))})
        if measures
        else None,
    )


def _marked_analysis(analysis: Analysis) -> Analysis:
    return analysis.model_copy(
        update={
            "findings": tuple(map(_marked_text, analysis.findings)),
            "strengths": tuple(map(_marked_text, analysis.strengths)),
            "weaknesses": tuple(map(_marked_text, analysis.weaknesses)),
            "development_points": tuple(map(_marked_point, analysis.development_points)),
        }
    )


def _marked_text(one: Any) -> Any:
    """A finding or a list with the mark before its text."""
    is_draft = isinstance(one, Finding | StatedList) and is_unfinished(one)
    return one.model_copy(update={"text": f"{MARK} {one.text}"}) if is_draft else one


def _marked_point(point: DevelopmentPoint) -> DevelopmentPoint:
    if not is_unfinished(point):
        return point
    return point.model_copy(update={"assessed": (MARK, *point.assessed)})


def _marked_measure(measure: Measure) -> Measure:
    if not is_unfinished(measure):
        return measure
    marked = {"title": f"{MARK} {measure.title}" if isinstance(measure.title, str) else MARK}
    if measure.plain_summary is not None:
        marked["plain_summary"] = f"{MARK} {measure.plain_summary}"
    return measure.model_copy(update=marked)
