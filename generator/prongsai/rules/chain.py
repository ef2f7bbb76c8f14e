"""Rules on the chain from weakness to measure to report: each answers the one before and is complete."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from prongsai.analysis.comparison import indicator_values
from prongsai.analysis.must_answer import weak_points
from prongsai.analysis.reach import INFERRED, reach_of
from prongsai.analysis.results import YearResult
from prongsai.model.edition import Edition
from prongsai.model.follow_up import FollowUp, Report
from prongsai.model.measures import Basis, Measure, Measures
from prongsai.model.site import FiscalYear
from prongsai.model.stated import Absence, Printed, known
from prongsai.model.status import Status
from prongsai.problems import Problem, problem
from prongsai.rules.context import Context
from prongsai.rules.naming import indicator_name, item_name, listed, measure_name, report_name, shortened
from prongsai.thai.dates import FIRST_MONTH_OF_FISCAL_YEAR, BuddhistDate
from prongsai.thai.numerals import to_arabic

_ADVICE = re.compile(r"(?:[0-9]{1,2}[.)]\s*|-\s*)?((?:หน่วยงาน)?ควร|ให้มี)")


@dataclass
class _Answered:
    """The basis that the measures of a file state; of the instruments in `doubtful` more may be answered."""

    indicators: set[str] = field(default_factory=set)
    items: set[str] = field(default_factory=set)
    questions: set[str | None] = field(default_factory=set)  # None for one that could not be read
    doubtful: set[str] = field(default_factory=set)

    def add(self, measure: Measure, edition: Edition) -> None:
        """Take in all that a measure names, and all of an instrument that it binds as a whole."""
        for basis in measure.basis:
            self.indicators.update(_indicators_of(basis, edition))
            code = known(basis.item)
            if code is not None:
                self.items.add(code)
            if basis.subindicator is not None:
                self.items.update(edition.items_under(basis.subindicator))
            if not isinstance(basis.question, Absence):
                self.questions.add(known(basis.question))
            self.doubtful.update(_doubtful(basis, measure, edition))


def _indicators_of(basis: Basis, edition: Edition) -> Iterator[str]:
    """The indicators that a basis answers by what it names; one that is inferred answers nothing here."""
    return (one.number for one in reach_of(basis, edition) if one.ground not in INFERRED)


def _doubtful(basis: Basis, measure: Measure, edition: Edition) -> Iterator[str]:
    """The instruments of whose indicators one may be meant, though it cannot be known which."""
    if known(basis.item) is not None and not [*_indicators_of(basis, edition)]:
        above = {sub.indicator for sub in edition.subindicators.values()} & edition.indicators.keys()
        yield from {edition.indicators[number].instrument for number in above} or {*edition.instruments}
    code = known(basis.question)
    if code is None and not isinstance(basis.question, Printed):
        return
    tools = [tool for tool in edition.instruments if tool == basis.instrument or _asks(tool, basis.instrument, code)]
    named = {edition.indicators[n].instrument for one in measure.basis if (n := one.indicator) in edition.indicators}
    yield from set(tools or edition.instruments) - named


def _asks(tool: str, instrument: str | None, code: str | None) -> bool:
    return instrument is None and code is not None and tool[:1].casefold() == code[0]


def _answering(context: Context) -> Iterator[tuple[FiscalYear, Measures, YearResult, _Answered]]:
    """Every set of measures with the result that it answers and what it says that it answers."""
    for result in context.years():
        measures = result.year.measures
        asked = known(measures.from_fiscal_year) if measures else None
        before = context.results.years.get(asked) if asked is not None else None
        if measures is None or before is None or not _is_sound(measures, before.year.edition):
            continue
        if not measures.is_complete("measures") or not all(one.is_whole("basis") for one in measures.measures):
            continue
        answered = _Answered()
        for measure in measures.measures:
            answered.add(measure, before.year.edition)
        yield result.year, measures, before, answered


def _is_sound(measures: Measures, edition: Edition) -> bool:
    """True if there are measures and all that they name exists; else what is missed may be what was mistyped."""
    bases = [basis for measure in measures.measures for basis in measure.basis]
    if not edition.incomplete.isdisjoint({"items", "places"}) and any(basis.subindicator for basis in bases):
        return False  # nobody knows which items a sub-indicator has
    items = {code for basis in bases if (code := known(basis.item)) is not None}
    named = {*edition.instruments, *edition.indicators, *edition.subindicators, None}
    keys = {key for basis in bases for key in (basis.instrument, basis.indicator, basis.subindicator)}
    return bool(measures.measures) and (items <= edition.items.keys() or not edition.knows_all_items) and keys <= named


def weakness_without_measure(context: Context) -> Iterator[Problem]:
    """Every indicator that the analysis names as weak or to be improved has a measure on it or on an item below it.

    The measures item asks for measures consistent with the analysis (criteria of FY 2564 as printed by
    เทศบาลตำบลเมืองแกลง). Limits: an instrument named alone answers all its indicators; where a measure cites a question,
    or an item whose indicator is not known, the indicators of that instrument are not judged.
    """
    for year, measures, before, answered in _answering(context):
        edition = before.year.edition
        missing = [
            one.code
            for one in weak_points(before)
            if one.kind == "of-indicator"
            and one.is_stated
            and one.code not in answered.indicators
            and one.code in edition.indicators
            and edition.indicators[one.code].instrument not in answered.doubtful
        ]
        if missing:
            names = listed([indicator_name(edition, number) for number in missing])
            values = {"names": names, "answered": before.year.year, "of_year": year.year}
            where = measures.where("measures")
            yield problem("weakness-without-measure", where, year=year.year, **values)


def strength_with_measure(context: Context) -> Iterator[Problem]:
    """A measure whose document says that it answers an indicator answers one that is weak, not one called a strength.

    A note, since a strength may be kept up on purpose. Limits: only of an indicator that a basis names alone, that the
    analysis names nowhere as weak or to be improved, and of which no figure says so: it has not fallen, is not below
    the target, and has no item without score.
    """
    for year, measures, before, _ in _answering(context):
        weak = {one.code for one in weak_points(before)} | {*_by_figures(before)}
        analysis = before.year.analysis
        strong = {number for one in (analysis.strengths if analysis else ()) for number in one.indicators} - weak
        for measure in measures.measures:
            named = [one for one in measure.basis if one.stated and one.indicator in strong and _is_alone(one)]
            if named and len(named) == len(measure.basis):
                names = listed([indicator_name(before.year.edition, one.indicator or "") for one in named])
                values = {"what": measure_name(measure), "names": names, "answered": before.year.year}
                yield problem("strength-with-measure", named[0].where("indicator"), year=year.year, **values)


def _is_alone(basis: Basis) -> bool:
    """True if a basis names an indicator and nothing below it, nor a reason of its own."""
    below = (known(basis.item), known(basis.question), basis.subindicator, known(basis.score))
    return not any(one is not None for one in below) and not basis.findings


def _by_figures(result: YearResult) -> Iterator[str]:
    """The indicators that the figures alone call weak, whatever the analysis says: below, fallen, or with a zero."""
    now, before = indicator_values(result.year.scores), indicator_values(result.previous_scores)
    target, edition = result.year.edition.judged_target, result.year.edition
    yield from (n for n, score in now.items() if (target is not None and score < target) or score < before.get(n, 0))
    for one in weak_points(result):
        item = edition.items.get(one.code) if one.kind == "of-item" else None
        sub = edition.subindicators.get(item.subindicator or "") if item else None
        if one.kind == "of-item" and sub is None:
            yield from edition.indicators  # it may be below any
        elif sub is not None:
            yield sub.indicator
        if one.kind == "of-question":
            yield from [number] if (number := edition.indicator_of(one.code)) else edition.indicators


def item_without_measure(context: Context) -> Iterator[Problem]:
    """Every OIT item without score has a measure whose basis names it or its sub-indicator.

    Limit: a measure for a whole indicator or instrument is none of its items' own.
    """
    for year, measures, before, answered in _answering(context):
        edition = before.year.edition
        codes = [one.code for one in weak_points(before) if one.kind == "of-item"]
        known_here = edition.items if edition.knows_all_items else codes
        missing = [code for code in codes if code in known_here and code not in answered.items]
        if missing:
            names = listed([item_name(edition, code) for code in missing])
            values = {"names": names, "answered": before.year.year, "of_year": year.year}
            where = measures.where("measures")
            yield problem("item-without-measure", where, year=year.year, **values)


def question_without_measure(context: Context) -> Iterator[Problem]:
    """Every survey question below the target has a measure whose basis names it, or the indicator that it is about.

    Limits: where the indicator is not known, only of measures that cite questions; not where a question that is cited
    could not be read. A note, since no document asks for it.
    """
    for year, measures, before, answered in _answering(context):
        edition = before.year.edition
        codes = [one.code for one in weak_points(before) if one.kind == "of-question"]
        missing = [code for code in codes if not _is_answered(code, edition, answered)]
        if missing and None not in answered.questions:
            values = {"names": listed(missing), "answered": before.year.year, "of_year": year.year}
            yield problem("question-without-measure", measures.where("measures"), year=year.year, **values)


def _is_answered(question: str, edition: Edition, answered: _Answered) -> bool:
    number = edition.indicator_of(question)
    return question in answered.questions or (
        not answered.questions if number is None else number in answered.indicators
    )


def _names_measures(follow_up: FollowUp) -> bool:
    """True if it could be read of every report whether it names a measure."""
    return follow_up.is_complete("reports") and all(one.is_whole("measure") for one in follow_up.reports)


def report_without_measure(context: Context) -> Iterator[Problem]:
    """Every report names the measure whose result it is (the follow-up must continue from the measures).

    Limit: a report that has no title either is reported by another rule.
    """
    for result in context.years():
        follow_up = result.year.follow_up
        reports = [*enumerate(follow_up.reports)] if follow_up and _names_measures(follow_up) else []
        alone = [(n, one) for n, one in reports if one.measure is None and known(one.title) is not None]
        if follow_up is not None and alone:
            numbers = ", ".join(str(known(report.number) or n + 1) for n, report in alone)
            values = {"count": len(alone), "total": len(reports), "numbers": numbers, "of_year": result.year.year}
            yield problem("report-without-measure", follow_up.where("reports"), year=result.year.year, **values)


def measure_without_report(context: Context) -> Iterator[Problem]:
    """All measures have reports once their year is over, by the follow-up's date or by facts of a later one.

    Limit: where a report names no measure, or one that is not there, it may be the one that is missed.
    """
    for result in context.years():
        year, measures, follow_up = result.year.year, result.year.measures, result.year.follow_up
        as_of = known(follow_up.as_of) if follow_up else None
        later = context.has_later(year)
        if measures is None or not (later or (as_of is not None and _is_over(year, as_of))):
            continue
        if not context.can_read(f"data/{year}/follow-up.yml") or (follow_up and not _names_measures(follow_up)):
            continue
        reports = follow_up.reports if follow_up else ()
        reported, ids = {report.measure for report in reports}, {one.id for one in measures.measures}
        missing = [measure_name(measure) for measure in measures.measures if measure.id not in reported]
        strange = {key for key in reported - ids if key is None or not measures.may_have_lost(key, "measures")}
        if missing and not strange:
            values = {"names": listed(missing), "of_year": year}
            where = follow_up.where("reports") if follow_up else measures.where("measures")
            yield problem("measure-without-report", where, year=year, **values)


def _is_over(year: int, day: BuddhistDate) -> bool:
    return day >= BuddhistDate(year, FIRST_MONTH_OF_FISCAL_YEAR - 1, 30)


def result_is_advice(context: Context) -> Iterator[Problem]:
    """A result is worded as done, not as something that should be done.

    Limit: only how a point begins is read (ควร…, หน่วยงานควร…, ให้มี…). Where other points of the field say what was
    done, it is said which point is meant.
    """
    for result in context.years():
        for position, report in enumerate(result.year.reports):
            found = _advice_in(report) if known(report.status) is Status.DONE else None
            if found is not None:
                field_name, advice = found
                said = {"what": report_name(report, position), "status": Status.DONE.word, **advice}
                yield problem("result-is-advice", report.where(field_name), year=result.year.year, **said)


def _advice_in(report: Report) -> tuple[str, dict[str, str]] | None:
    """The field that has advice, and the first point of it, with its place among the points where others are none."""
    for name in ("summary", "outcome"):
        points = [point.text for point in known(getattr(report, name)) or ()]
        advice = [place for place, text in enumerate(points) if _ADVICE.match(to_arabic(text))]
        if advice:
            values = {"found": shortened(points[advice[0]])}
            is_part = len(advice) < len(points)
            return name, values | ({"point": str(advice[0] + 1), "points": str(len(points))} if is_part else {})
    return None


RULES = (
    weakness_without_measure,
    strength_with_measure,
    item_without_measure,
    question_without_measure,
    report_without_measure,
    measure_without_report,
    result_is_advice,
)
