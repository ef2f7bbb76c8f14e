"""Rules on references: whatever is named must exist, once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import count

from prongsai.model.document_parts import sources_of
from prongsai.model.edition import Edition
from prongsai.model.evidence import Fact
from prongsai.model.examples import written
from prongsai.model.site import FiscalYear
from prongsai.model.stated import known
from prongsai.problems import Problem, Where, problem
from prongsai.rules.context import Context, year_by_year
from prongsai.thai.numerals import to_arabic
from prongsai.thai.unit_names import names_all_units


def unknown_source(context: Context) -> Iterator[Problem]:
    """A file names a source document that site_config/documents.yml has; where that is not there, it is said once."""
    if not context.can_read("site_config/documents.yml"):
        return
    named = [*_sources(context)]
    if named and not context.site.document_list.where().file:
        year, _, where = named[0]
        yield problem("documents-missing", where, year=year, count=len(named))
        return
    for year, source, where in named:
        is_lost = context.site.document_list.may_have_lost(source, "documents")
        if source not in context.site.documents and not is_lost:
            yield problem("unknown-source", where, year=year, found=source)


def _sources(context: Context) -> Iterator[tuple[int, str, Where]]:
    """The document that each file of a year names, with the place where it does."""
    for result in context.years():
        for record in filter(None, result.year.parts.values()):
            for place, source in enumerate(sources_of(record)):
                yield result.year.year, source, record.where("source", place)


def unknown_unit(context: Context) -> Iterator[Problem]:
    """A responsible unit is one of the agency's, or words for all of them; other names are shown as they are printed.

    It is of no year: that the agency's list lacks a name is no matter of the document.
    """
    if not knows_units(context):
        return
    for _, measure in context.measures():
        responsible = known(measure.responsible)
        for group in ("lead", "units") if responsible else ():
            for position, name in enumerate(getattr(responsible, group)):
                yield from check_unit(context, name, measure.where("responsible", group, position))
    for result in context.years():
        answers = result.year.register.items.values() if result.year.register else ()
        for record in (*answers, *result.year.deadlines):
            for position, text in enumerate(record.unit):
                for key, name in context.site.units_named((text,)):
                    yield from () if key else check_unit(context, name, record.where("unit", position))


def check_unit(context: Context, name: str, where: Where) -> Iterator[Problem]:
    """The note on a name that the agency's list of units does not have, with the lines that would add it."""
    site = context.site
    if site.unit_of(name) is not None or names_all_units(name):
        return
    near = _near_unit(context, name)
    key = next(key for nth in count(1) if (key := f"unit-{nth}") not in site.agency.units)
    line = f"{key}: {{name: {written(name)}}}"
    yield problem("unknown-unit", where, found=name, suggestion=near, alias=written(name), line=line)


def knows_units(context: Context) -> bool:
    """True if all units of the agency could be read, with all their names."""
    return context.can_read("site_config/agency.yml") and context.site.agency.is_whole("units")


def _near_unit(context: Context, name: str) -> str:
    names = [spelling for key, unit in context.site.agency.units.items() for spelling in (key, unit.name)]
    return next((spelling for spelling in names if name in spelling or spelling in name), "")


def unknown_topic(context: Context) -> Iterator[Problem]:
    """A measure's topic is one of the topics of its file."""
    for year, measure in context.measures():
        topics = {topic.id for topic in year.measures.topics} if year.measures else set()
        if measure.topic is None or (year.measures and year.measures.may_have_lost(measure.topic, "topics")):
            continue
        if measure.topic not in topics:
            yield problem("unknown-topic", measure.where("topic"), year=year.year, found=measure.topic)


def unknown_measure(context: Context) -> Iterator[Problem]:
    """A report names a measure of its year."""
    for result in context.years():
        year = result.year
        reports = year.reports
        named = sum(report.measure is not None for report in reports)
        if named and year.follow_up is not None and has_no_measures(context, year):
            where = year.follow_up.where("reports")
            yield problem("measures-missing", where, year=year.year, count=named, folder=year.year)
            continue
        for report in reports:
            if report.measure is not None and is_surely_no_measure(context, year, report.measure):
                where = report.where("measure")
                yield problem("unknown-measure", where, year=year.year, found=report.measure, year_of=year.year)


def has_no_measures(context: Context, year: FiscalYear) -> bool:
    """True if a year has no file of measures."""
    return year.measures is None and context.can_read(f"data/{year.year}/measures.yml")


def is_surely_no_measure(context: Context, year: FiscalYear, key: str) -> bool:
    """True if a year has no measure of that id, also not among those that could not be read."""
    if not context.can_read(f"data/{year.year}/measures.yml"):
        return False
    measures = year.measures
    return measures is None or not (
        measures.may_have_lost(key, "measures") or any(measure.id == key for measure in measures.measures)
    )


def report_without_subject(context: Context) -> Iterator[Problem]:
    """A report names a measure or has a title of its own."""
    for result in context.years():
        for report in result.year.reports:
            is_read = report.is_whole("measure") and report.is_whole("title")
            if is_read and report.measure is None and known(report.title) is None:
                yield problem("report-without-subject", report.where(), year=result.year.year)


def duplicate_id(context: Context) -> Iterator[Problem]:
    """Ids of measures, topics and sections are used once."""
    for result in context.years():
        measures = result.year.measures
        if measures is not None:
            yield from _twice(result.year.year, ((m.id, m.where("id")) for m in measures.measures))
            yield from _twice(result.year.year, ((t.id, t.where("id")) for t in measures.topics))
            yield from _twice(result.year.year, ((s.id, s.where("id")) for s in measures.sections))
        if result.year.follow_up is not None:
            follow_up = result.year.follow_up
            yield from _twice(result.year.year, ((t.id, t.where("id")) for t in follow_up.topics))
            yield from _twice(result.year.year, ((s.id, s.where("id")) for s in follow_up.sections))
        if result.year.analysis is not None:
            yield from _twice(result.year.year, ((s.id, s.where("id")) for s in result.year.analysis.sections))


def _twice(year: int, ids: Iterable[tuple[str, Where]]) -> Iterator[Problem]:
    first: dict[str, Where] = {}
    for name, where in ids:
        if name in first:
            yield problem("duplicate-id", where, year=year, found=name, line=first[name].line)
        first.setdefault(name, where)


def unknown_year(context: Context) -> Iterator[Problem]:
    """The result that measures answer, or a comparison names, is in the site."""
    for result in context.years():
        year = result.year
        asked = year.answered_year
        if year.measures is not None and asked is not None and not _has_scores(context, asked):
            where = year.measures.where("from_fiscal_year")
            yield problem("unknown-year", where, year=year.year, found=asked)
        comparison = year.scores.comparison if year.scores else None
        if comparison is not None and not _has_scores(context, comparison.with_year):
            yield problem("unknown-year", comparison.where("with_year"), year=year.year, found=comparison.with_year)


def _has_scores(context: Context, number: int) -> bool:
    year = context.site.year(number)
    name = f"data/{number}/scores.yml"
    return not context.can_read(name) or (year is not None and year.scores is not None)


def _unknown(
    code: str, key: str, known_facts: Mapping[str, Fact], where: Where, year: int, edition: Edition
) -> Iterator[Problem]:
    keys, section = list(known_facts), f"{code.removeprefix('unknown-')}s"
    inferred = any(edition.is_inferred(one.evidence) for one in known_facts.values())
    is_whole = edition.knows_all_instruments and not inferred and section not in edition.incomplete
    if keys and is_whole and to_arabic(key) not in keys:
        meant = next((one for one in keys if one.casefold() == key.casefold()), "")
        values = {"found": key, "edition": edition.fiscal_year, "choices": ", ".join(keys), "suggestion": meant}
        yield problem(code, where, year=year, **values)


def unknown_instrument(context: Context) -> Iterator[Problem]:
    """Scores and measures name instruments of the edition."""
    for year, key, where, edition in _named(context, "instruments", "instrument"):
        yield from _unknown("unknown-instrument", key, edition.instruments, where, year, edition)


def unknown_part(context: Context) -> Iterator[Problem]:
    """Scores name parts of the edition's instruments."""
    for year, key, where, edition in _named(context, "parts", ""):
        yield from _unknown("unknown-part", key, edition.parts, where, year, edition)


@year_by_year
def unknown_indicator(context: Context) -> Iterator[Problem]:
    """Scores, lists and measures name indicators of the edition."""
    for year, key, where, edition in _named(context, "indicators", "indicator"):
        yield from _unknown("unknown-indicator", key, edition.indicators, where, year, edition)


@year_by_year
def unknown_subindicator(context: Context) -> Iterator[Problem]:
    """Scores and measures name sub-indicators of the edition."""
    for year, key, where, edition in _named(context, "subindicators", "subindicator"):
        yield from _unknown("unknown-subindicator", key, edition.subindicators, where, year, edition)


def _named(context: Context, group: str, field: str) -> Iterator[tuple[int, str, Where, Edition]]:
    """Every key of a kind that scores, analysis and measures name, with its place and edition."""
    for result in context.years():
        year = result.year
        if year.scores is not None:
            for key in getattr(year.scores, group):
                yield year.year, key, year.scores.where(group, key), year.edition
        for record in _analysis_records(year) if field == "indicator" else ():
            for key, where in record:
                yield year.year, key, where, year.edition
    for fiscal_year, measure in context.measures():
        edition = context.edition_of(fiscal_year.measures) if fiscal_year.measures else None
        for basis in measure.basis if edition and field else ():
            key = getattr(basis, field)
            if key is not None and edition is not None:
                yield fiscal_year.year, key, basis.where(field), edition


def _analysis_records(year: FiscalYear) -> Iterator[list[tuple[str, Where]]]:
    if year.analysis is None:
        return
    for stated in (*year.analysis.strengths, *year.analysis.weaknesses):
        yield [(key, stated.where("indicators", n)) for n, key in enumerate(stated.indicators)]
    for point in year.analysis.development_points:
        yield [(point.indicator, point.where("indicator"))] if point.indicator is not None else []


def unknown_item(context: Context) -> Iterator[Problem]:
    """Every OIT item named exists in the edition of its year, where that edition lists all its items."""
    for year, code, where, edition in _named_items(context):
        if edition.knows_all_items and code not in edition.items:
            values = {"found": code, "edition": edition.fiscal_year, "count": len(edition.items)}
            yield problem("unknown-item", where, year=year, **values)


def _named_items(context: Context) -> Iterator[tuple[int, str, Where, Edition]]:
    for result in context.years():
        year = result.year
        for holder in (year.scores, year.register):
            for code, stated in holder.items.items() if holder is not None else ():
                yield year.year, code, stated.where(), year.edition
        yield from _items_of_analysis(year)
    for fiscal_year, measure in context.measures():
        edition = context.edition_of(fiscal_year.measures) if fiscal_year.measures else None
        for basis in measure.basis if edition is not None else ():
            item = known(basis.item)
            if item is not None and edition is not None:
                yield fiscal_year.year, item, basis.where("item"), edition


def _items_of_analysis(year: FiscalYear) -> Iterator[tuple[int, str, Where, Edition]]:
    if year.analysis is None:
        return
    for stated in (*year.analysis.strengths, *year.analysis.weaknesses):
        for position, code in enumerate(stated.items):
            yield year.year, code, stated.where("items", position), year.edition
    for point in year.analysis.development_points:
        if point.item is not None:
            yield year.year, point.item, point.where("item"), year.edition


def point_without_subject(context: Context) -> Iterator[Problem]:
    """A development point says what it is about."""
    for result in context.years():
        for point in result.year.analysis.development_points if result.year.analysis else ():
            is_read = point.is_whole("indicator") and point.is_whole("item")
            if is_read and point.indicator is None and point.item is None:
                yield problem("point-without-subject", point.where(), year=result.year.year)


RULES = (
    unknown_source,
    unknown_unit,
    unknown_topic,
    unknown_measure,
    report_without_subject,
    duplicate_id,
    unknown_year,
    unknown_instrument,
    unknown_part,
    unknown_indicator,
    unknown_subindicator,
    unknown_item,
    point_without_subject,
)
