"""Notes on texts that are still those of the bank, or still those of the year before; on drafts themselves none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from prongsai.drafts.bank import is_filled_in, load_bank, plain
from prongsai.model.analysis import Analysis
from prongsai.model.document_parts import Point
from prongsai.model.measures import Measure
from prongsai.model.site import FiscalYear, MeasureFacts
from prongsai.model.stated import known
from prongsai.model.unfinished import is_unfinished
from prongsai.problems import Problem, problem
from prongsai.rules.context import Context, year_by_year
from prongsai.rules.naming import measure_name

# By these words an agency says that a measure goes on; so it does where its report says that it is not finished yet.
_GOES_ON = re.compile("ต่อเนื่อง|ดำเนินการต่อ|ต่อจาก|เช่นเดียวกับปี|ทุกปี")
_SHORTEST = 25  # letters of a text that tells something; shorter ones come again by themselves
_FEWEST, _SHARE = 3, 0.5  # texts of an analysis that are alike before anything is said


@year_by_year
def text_as_proposed(context: Context) -> Iterator[Problem]:
    """A measure in use says more than the bank: its title or its steps are not only the proposed ones filled in.

    Limits: only whole titles, and only where every step is one of the same proposal; the order does not count.
    """
    for year, measure in context.measures():
        if is_unfinished(measure) or year.measures is None:
            continue
        found = [word for word, is_so in (("ชื่อ", _has_title(measure)), ("ขั้นตอน", _has_steps(measure))) if is_so]
        if found:
            yield problem(
                "text-as-proposed", measure.where("title"), part=measure_name(measure), what="และ".join(found)
            )


def _has_title(measure: Measure) -> bool:
    title = plain(known(measure.title) or "")
    return bool(title) and any(is_filled_in(one.title, title) for one in load_bank().proposals)


def _has_steps(measure: Measure) -> bool:
    steps = _steps(known(measure.steps) or ())
    return bool(steps) and any(
        all(any(is_filled_in(text, step) for text in one.steps) for step in steps) for one in load_bank().proposals
    )


def _steps(points: Sequence[Point]) -> tuple[str, ...]:
    return tuple(plain(point.text) for point in points)


def text_as_last_year(context: Context) -> Iterator[Problem]:
    """A measure is not last year's word for word, unless the agency says that it goes on.

    It says so in its text, by cycle_years or plan_years, or by a report that last year's is not finished.
    Limits: title and steps both have to be alike; the year before has to have a file of measures.
    """
    for year in (result.year for result in context.years()):
        before = context.site.year(year.year - 1)
        earlier = _by_texts(before) if before and year.measure_facts else {}
        for facts in year.measure_facts:
            same = earlier.get(_told(facts)) if earlier else None
            if same is not None and not is_unfinished(facts.measure) and not _goes_on(facts, same):
                part, place = measure_name(facts.measure), facts.measure.where("title")
                yield problem("text-as-last-year", place, part=part, of_year=year.year - 1)


_Told = tuple[str, tuple[str, ...]]


def _by_texts(year: FiscalYear) -> dict[_Told | None, MeasureFacts]:
    """The measures of a year by what is compared of them; of those that are alike the first."""
    found: dict[_Told | None, MeasureFacts] = {}
    for facts in year.measure_facts:
        if (told := _told(facts)) is not None:
            found.setdefault(told, facts)
    return found


def _told(facts: MeasureFacts) -> _Told | None:
    """Title and steps as compared; None where either is missing."""
    title, steps = known(facts.measure.title), facts.value("steps")
    told = _steps(steps) if isinstance(steps, tuple) else ()
    return (plain(title), told) if title and told else None


def _goes_on(facts: MeasureFacts, before: MeasureFacts) -> bool:
    measure, earlier = facts.measure, before.year.year
    cycles = earlier in measure.cycle_years or facts.year.year in before.measure.cycle_years
    plan = facts.plan_years is not None and earlier in facts.plan_years.years
    texts = (known(measure.title) or "", known(measure.note) or "", *(one.note or "" for one in measure.basis))
    reported = before.progress.status
    is_open = reported.is_reported and not reported.is_settled
    return cycles or plan or is_open or any(_GOES_ON.search(text) for text in texts)


def analysis_as_last_year(context: Context) -> Iterator[Problem]:
    """Most of an analysis is of its own year: texts come again where last year's was copied.

    Limits: only texts of some length; at least three, and half of them, have to be alike.
    """
    for result in context.years():
        before = context.site.year(result.year.year - 1)
        analysis = result.year.analysis
        if analysis is None or before is None or before.analysis is None:
            continue
        own = [text for text in _texts(analysis) if len(text) >= _SHORTEST]
        earlier = {*_texts(before.analysis)}
        alike = [text for text in own if text in earlier]
        if len(alike) >= max(_FEWEST, len(own) * _SHARE):
            values = {"count": len(alike), "total": len(own), "of_year": before.year}
            yield problem("analysis-as-last-year", analysis.where("fiscal_year"), **values)


def _texts(analysis: Analysis) -> list[str]:
    """The sentences of an analysis as compared; not what it explains of the assessment, nor what is not finished."""
    lists = (*analysis.strengths, *analysis.weaknesses)
    texts = [one.text for one in analysis.findings if not is_unfinished(one)]
    texts += [one.text for one in lists if not is_unfinished(one)]
    improve = (point.text for one in analysis.development_points if not is_unfinished(one) for point in one.improve)
    return [plain(text) for text in (*texts, *improve, *(point.text for point in analysis.recommendations))]


RULES = (text_as_proposed, text_as_last_year, analysis_as_last_year)
