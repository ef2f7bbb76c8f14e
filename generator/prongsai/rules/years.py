"""Rules on years: result, measures and report follow each other, and what is cited belongs to its year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from prongsai.model.document_parts import Point, sources_of
from prongsai.model.edition import Edition
from prongsai.model.follow_up import Report
from prongsai.model.measures import Basis, Measure, Measures
from prongsai.model.site import FiscalYear
from prongsai.model.stated import Absence, Stated, known
from prongsai.problems import Fact, Problem, Where, problem
from prongsai.rules.answered import unfit_answers
from prongsai.rules.context import Context
from prongsai.rules.naming import listed, measure_name, report_name, verified
from prongsai.rules.references import is_surely_no_measure
from prongsai.thai.dates import (
    FIRST_MONTH_OF_FISCAL_YEAR,
    MONTHS,
    BuddhistDate,
    fiscal_year_of,
    parse_date,
)
from prongsai.thai.numerals import to_arabic
from prongsai.thai.periods import Period

_MONTH = "|".join(sorted((re.escape(form) for names in MONTHS for form in names), key=len, reverse=True))
_DEADLINE = re.compile(r"(ภายใน|ณ)\s*(?:วันที่\s*)?([0-9]{1,2}\s*(?:" + _MONTH + r")\s*(?:พ\.?ศ\.?\s*)?[0-9]{4})")
_YEAR = r"ปีงบประมาณ\s*(?:พ\.?\s?ศ\.?)?\s*([0-9]{4})"
_UP_TO_NEXT_YEAR = r"(?:(?!ปีงบประมาณ).)*?"
_CHAIN_IN_TEXT = re.compile(f"{_YEAR}{_UP_TO_NEXT_YEAR}กำหนดมาตรการ{_UP_TO_NEXT_YEAR}{_YEAR}")
_MONTHS_TO_REPORT = 3  # results of a fiscal year are reported in the quarter after it
_SPACES = re.compile(r"\s+")


def _measures(context: Context) -> Iterator[tuple[FiscalYear, Measures, Measure]]:
    for result in context.years():
        measures = result.year.measures
        if measures is not None:
            yield from ((result.year, measures, measure) for measure in measures.measures)


def chain_of_years(context: Context) -> Iterator[Problem]:
    """Measures of a year answer the result of the year before: scores n, measures n+1.

    The assessment of FY 2564 asks for an analysis of the previous year's result (criteria as printed by
    เทศบาลตำบลเมืองแกลง). Limits: a year that is only not entered yet is not remarked upon, nor one that another rule
    speaks of, since the register answers an item with these measures.
    """
    answering = {one.unfit.shown for one in unfit_answers(context) if one.unfit and one.unfit.section == "measures"}
    for result in context.years():
        measures = result.year.measures
        if measures is None or not measures.measures or result.year.year in answering:
            continue
        year, answered = result.year.year, measures.from_fiscal_year
        where = measures.where("from_fiscal_year")
        if not measures.year_stated:
            yield problem("measures-year-not-stated", measures.where("year_stated"), year=year, of_year=year)
        elif isinstance(answered, int) and answered != year - 1:
            yield problem("fy-chain-broken", where, year=year, of_year=year, found=answered, expected=year - 1)
        elif isinstance(answered, Absence) and answered is not Absence.NOT_ENTERED:
            yield problem("fy-chain-missing", where, year=year, of_year=year, expected=year - 1)


def chain_of_years_in_text(context: Context) -> Iterator[Problem]:
    """A text that says which result was analysed for the measures of which year names the years of the measures.

    Only the introduction of the measures and the analysis of the same document are read. Limit: two years that other
    measures of the site have are taken for an account of those.
    """
    held = {(measures.from_fiscal_year, year.year) for year, measures, _ in _measures(context)}
    if not all(_says_its_years(result.year) for result in context.years()):
        return
    for result in context.years():
        measures = result.year.measures
        answered = known(measures.from_fiscal_year) if measures else None
        if measures is None or answered is None:
            continue
        values = {"of_year": result.year.year, "answered": answered}
        for year, text, where in _texts_beside(context, result.year, measures):
            for before, after in _chains_in(text):
                if (int(before), int(after)) not in held:
                    yield problem("fy-chain-in-text", where, year=year, found=before, found_for=after, **values)


@lru_cache(maxsize=20_000)  # the analysis of one document may be read for the measures of many years
def _chains_in(text: str) -> list[tuple[str, str]]:
    return _CHAIN_IN_TEXT.findall(to_arabic(text))


def _says_its_years(year: FiscalYear) -> bool:
    return year.measures is None or (
        year.measures.is_whole("from_fiscal_year") and year.measures.is_complete("measures")
    )


def _texts_beside(context: Context, own: FiscalYear, measures: Measures) -> Iterator[tuple[int, str, Where]]:
    yield from ((own.year, text, measures.where("introduction", n)) for n, text in enumerate(measures.introduction))
    for result in context.years():
        analysis = result.year.analysis
        if analysis is None or not set(sources_of(analysis)) & set(sources_of(measures)):
            continue
        year = result.year.year
        yield from ((year, finding.text, finding.where("text")) for finding in analysis.findings)
        for section in analysis.sections:
            yield from ((year, text, section.where("paragraphs", n)) for n, text in enumerate(section.paragraphs))


def period_outside_year(context: Context) -> Iterator[Problem]:
    """The period of a measure or of a report is in its fiscal year (1 October to 30 September).

    Months and quarters without a year of their own always fit. Limit: a measure over several years fits when
    `cycle_years` or the years of its plan name them.
    """
    for year, _, measure in _with_cycle(context):
        years = _years_of(year, measure)
        yield from _outside(measure.period, measure.where("period"), year.year, years, measure_name(measure))
    for result in context.years():
        cycles = {one.id: _years_of(year, one) for year, _, one in _with_cycle(context) if year is result.year}
        for position, report in enumerate(result.year.reports):
            if not (report.measure in cycles or _has_no_cycle(context, result.year, report)):
                continue
            years = cycles.get(report.measure or "") or _years_of(result.year)
            where, what = report.where("period"), report_name(report, position)
            yield from _outside(report.period, where, result.year.year, years, what)


def _years_of(year: FiscalYear, measure: Measure | None = None) -> set[int]:
    """The fiscal years over which a measure goes: its own, those of its cycle and those of the plan."""
    plans = (year.measures.plan_years if year.measures else None, measure.plan_years if measure else None)
    planned = {one for plan in plans if plan is not None for one in plan.years}
    return {year.year, *planned, *(measure.cycle_years if measure else ())}


def _has_no_cycle(context: Context, year: FiscalYear, report: Report) -> bool:
    """True if a report is surely of no measure of its year, and so of none that goes over several."""
    if report.measure is None:
        return report.is_whole("measure")
    return is_surely_no_measure(context, year, report.measure)


def _with_cycle(context: Context) -> Iterator[tuple[FiscalYear, Measures, Measure]]:
    """Every measure of which it is known over which years it goes."""
    yield from (found for found in _measures(context) if found[2].is_whole("cycle_years"))


def _outside(stated: Stated[Period], where: Where, year: int, allowed: set[int], what: str) -> Iterator[Problem]:
    period = known(stated)
    if period is None or not period.has_year:
        return
    lies = sorted({of_year for span in period.spans_in(year) for of_year in span.fiscal_years})
    begun = period.is_open and min(lies) <= max(allowed)
    if not begun and not allowed.issuperset(lies):
        values = {"what": what, "of_year": year, "found": period.printed, "lies": listed([str(one) for one in lies])}
        yield problem("period-outside-year", where, year=year, **values).about(
            Fact("period", year, (where.file, "".join(period.printed.split())))
        )


def period_contradicts(context: Context) -> Iterator[Problem]:
    """A period that says something twice says the same: a quarter and the months in brackets."""
    for result in context.years():
        records: tuple[Measure | Report, ...] = (*result.year.listed_measures, *result.year.reports)
        for record in records:
            period = known(record.period)
            if period is not None and period.contradiction is not None:
                first, second = period.contradiction
                where = record.where("period")
                yield problem("period-contradicts", where, found=period.printed, first=first, second=second)


def deadline_outside_year(context: Context) -> Iterator[Problem]:
    """A date by which a measure is monitored or reported is in its fiscal year or in the quarter after it.

    Limits: only whole dates behind ณ or ภายใน are read; a state ณ an earlier day may be where a measure starts from.
    """
    for year, _, measure in _with_cycle(context):
        last_year = max(_years_of(year, measure))
        for field in ("monitoring", "reporting"):
            for text in _texts(getattr(measure, field)):
                for day in _deadlines(text, year.year, last_year):
                    values = {"what": measure_name(measure), "of_year": year.year, "found": str(day)}
                    lies = fiscal_year_of(day.year, day.month)
                    where = measure.where(field)
                    found = problem("deadline-outside-year", where, year=year.year, lies=lies, **values)
                    yield found.about(Fact("deadline", year.year, (str(day),)))


def _texts(stated: Stated[tuple[Point, ...]]) -> Iterator[str]:
    for point in known(stated) or ():
        yield point.text
        yield from _texts(point.points)


def _deadlines(text: str, year: int, last_year: int) -> Iterator[BuddhistDate]:
    for word, written in _DEADLINE.findall(to_arabic(text)):
        day = parse_date(written)
        if day is None:
            continue
        month = day.year * 12 + day.month
        too_early = month < (year - 1) * 12 + FIRST_MONTH_OF_FISCAL_YEAR and word == "ภายใน"
        if too_early or month >= last_year * 12 + FIRST_MONTH_OF_FISCAL_YEAR + _MONTHS_TO_REPORT:
            yield day


def report_before_year(context: Context) -> Iterator[Problem]:
    """A fiscal year's results are not reported before that year begins."""
    for result in context.years():
        year, follow_up = result.year.year, result.year.follow_up
        if follow_up is None:
            continue
        days = [(follow_up.as_of, follow_up.where("as_of"))]
        days += [(report.reported_on, report.where("reported_on")) for report in follow_up.reports]
        for stated, where in days:
            day = known(stated)
            if day is not None and day < BuddhistDate(year - 1, FIRST_MONTH_OF_FISCAL_YEAR, 1):
                yield problem("report-before-year", where, year=year, of_year=year, found=str(day), begins=year - 1)


def item_of_other_year(context: Context) -> Iterator[Problem]:
    """An item is cited by the number that its subject has in the answered year's edition.

    The words next to the number name the subject by its title in another year's edition, where that number had it.
    Limits: only years of this site are compared, and only where both editions verify the subject.
    """
    for year, measures, measure in _measures(context):
        edition = context.edition_of(measures)
        for basis in measure.basis if edition else ():
            item, words = known(basis.item), basis.quote or basis.wording
            if item is not None and words is not None and edition is not None:
                yield from _of_other_year(context, year, edition, basis, item, words)


def _of_other_year(
    context: Context, year: FiscalYear, edition: Edition, basis: Basis, code: str, words: str
) -> Iterator[Problem]:
    for other in (result.year.edition for result in context.years()):
        item = other.items.get(code)
        title, key = (item.title, item.key) if item is not None else (None, None)
        here = edition.item_of(key) if key is not None else None
        if other.fiscal_year == edition.fiscal_year or title is None or here in {None, code}:
            continue
        sure = _is_sure(other, code) and here is not None and _is_sure(edition, here)
        if sure and _plain(title) in _plain(words):
            values = {"item": code, "title": title, "edition": edition.fiscal_year, "here": here}
            where = basis.where("item")
            found = problem("item-of-other-year", where, year=year.year, other_edition=other.fiscal_year, **values)
            yield found.about(Fact("item-cited", year.year, (code, here or "")))
            return


def _is_sure(edition: Edition, code: str) -> bool:
    item = edition.items[code]
    return verified(edition, item.key_evidence or item.evidence)


def _plain(text: str) -> str:
    return _SPACES.sub("", text).casefold()


RULES = (
    chain_of_years,
    chain_of_years_in_text,
    period_outside_year,
    period_contradicts,
    deadline_outside_year,
    report_before_year,
    item_of_other_year,
)
