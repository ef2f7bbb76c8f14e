"""Rules on the chain from weakness to measure to report: each answers the one before and is complete."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

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

_LACKING = {Absence.NOT_STATED, Absence.BLANK_CELL, Absence.NONE, Absence.DASH}
_REQUIRED = {  # what a measure must say, and the cells in which it may say so
    "ผู้รับผิดชอบ": ("responsible",),
    "ขั้นตอนหรือวิธีดำเนินการ": ("steps",),
    "ระยะเวลาดำเนินการ": ("period",),
    "การกำกับติดตาม": ("monitoring", "action_and_report"),
}
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
    """Every indicator that the analysis names as a weakness has a measure whose basis names it or an item below it.

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


def _lacks(measure: Measure, cells: Sequence[str]) -> bool:
    """True if the document leaves all these cells without content; what is only not entered yet is not judged."""
    values = [getattr(measure, cell) or Absence.NOT_ENTERED for cell in cells]
    empty = _LACKING | {Absence.NOT_ENTERED}
    return all(isinstance(value, Absence) and value in empty for value in values) and not _LACKING.isdisjoint(values)


def _is_read(measure: Measure, cells: Sequence[str]) -> bool:
    """True if none of these cells was left out as faulty."""
    return all(measure.is_whole(cell) for cell in cells)


def _are_read(measures: Measures, kinds: Sequence[str]) -> bool:
    return measures.is_complete("measures") and all(
        _is_read(measure, _REQUIRED[what]) for measure in measures.measures for what in kinds
    )


def measure_incomplete(context: Context) -> Iterator[Problem]:
    """A measure says who does it, how, when, and how it is monitored; a cell merged with the one above says so too.

    Responsible, steps and monitoring are asked for by the measures item (criteria of FY 2564 as printed by
    เทศบาลตำบลเมืองแกลง). What no measure of a file has is said once for the file.
    """
    for result in context.years():
        measures = result.year.measures
        all_measures = measures.measures if measures else ()
        nowhere = [
            what
            for what, cells in _REQUIRED.items()
            if len(all_measures) > 1 and all(_lacks(one, cells) for one in all_measures if _is_read(one, cells))
        ]
        if measures is not None and nowhere and _are_read(measures, nowhere):
            values = {"lacking": listed(nowhere), "count": len(all_measures)}
            yield problem("measures-lack-column", measures.where("measures"), year=result.year.year, **values)
        for measure in all_measures:
            lacking = [
                what
                for what, cells in _REQUIRED.items()
                if what not in nowhere and _is_read(measure, cells) and _lacks(measure, cells)
            ]
            if lacking:
                values = {"what": measure_name(measure), "lacking": listed(lacking)}
                yield problem("measure-incomplete", measure.where(), year=result.year.year, **values)


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

    Limit: only how a point begins is read (ควร…, หน่วยงานควร…, ให้มี…).
    """
    for result in context.years():
        for position, report in enumerate(result.year.reports):
            found = _advice_in(report) if known(report.status) is Status.DONE else None
            if found is not None:
                field_name, text = found
                said = {"what": report_name(report, position), "status": Status.DONE.word, "found": shortened(text)}
                yield problem("result-is-advice", report.where(field_name), year=result.year.year, **said)


def _advice_in(report: Report) -> tuple[str, str] | None:
    for name in ("summary", "outcome"):
        for point in known(getattr(report, name)) or ():
            if _ADVICE.match(to_arabic(point.text)):
                return name, point.text
    return None


RULES = (
    weakness_without_measure,
    item_without_measure,
    question_without_measure,
    measure_incomplete,
    report_without_measure,
    measure_without_report,
    result_is_advice,
)
