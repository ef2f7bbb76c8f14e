"""The measures of a year, a page for each, and the report of what was done."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Literal

from prongsai import addresses
from prongsai.model.measures import Basis, Measure
from prongsai.model.stated import known
from prongsai.pages.page import Page
from prongsai.pages.year_scope import YearScope
from prongsai.views import basis as basis_view
from prongsai.views import follow_up, item_tables, measure_tables, measures, oit, score_tables, year
from prongsai.views.chart_lineage_indicator import before_after_chart
from prongsai.views.chart_measures_status import status_picture, units_picture
from prongsai.views.chart_timeline_year import periods_table, timeline_chart
from prongsai.views.explain import ask_meaning, explain_result
from prongsai.views.follow_up_gaps import follow_up_notes
from prongsai.views.measure_words import word_lead
from prongsai.views.names import indicator_name
from prongsai.views.numbered import numbered
from prongsai.views.report_parts import report_facts


def plan_measure_pages(scope: YearScope) -> Iterator[Page]:
    """The pages about a year's measures."""
    yield _measures(scope)
    for position in range(len(scope.measures)):
        yield _measure(scope, position)
    yield _follow_up(scope)


def _measures(scope: YearScope) -> Page:
    picture, table = status_picture(scope.own, scope.speech)
    view = {
        "measures": scope.own.measures,
        "answered_name": scope.answered_name,
        "answered": scope.answered,
        "counts": follow_up.status_counts(scope.own, scope.speech),
        "follow_up_path": addresses.section_path(scope.number, "follow-up"),
        "status_picture": picture if scope.own.follow_up else None,  # nothing is known of a status without a report
        "status_table": table,
        "tables": _tables(scope),
        "items": _items_answered(scope, "measures"),
        **_answered_view(scope),
    }
    about = f"มาตรการส่งเสริมคุณธรรมและความโปร่งใส {scope.name} พร้อมผลการวิเคราะห์ของปีก่อน ผู้รับผิดชอบ ขั้นตอน และการติดตาม"
    files = (*scope.files("measures", "follow-up"), *scope.answered_files)
    return scope.section("measures", f"มาตรการส่งเสริมคุณธรรมและความโปร่งใส {scope.name}", about, view, files)


def _items_answered(scope: YearScope, section: Literal["measures", "follow-up"]) -> str:
    """The items that a page of the year answers by itself: ข้อ O42 ของปีงบประมาณ พ.ศ. ๒๕๖๕."""
    found = oit.items_answered_by(scope.results, scope.number, section)
    return " และ".join(f"ข้อ {code} ของ{scope.speech.fiscal_year(number)}" for number, code in found)


def _answered_view(scope: YearScope) -> dict[str, Any]:
    """The analysis of the year before, with which the measures item must open."""
    answered, speech = scope.answered, scope.speech
    if answered is None:
        return {}
    found, figures = answered.year.analysis, answered.year.scores
    return {
        "explained_title": ask_meaning(explain_result(answered.year, speech)),
        "answered_path": addresses.year_path(answered.year.year),
        "answered_scores": score_tables.brief_indicators_table(answered, speech),
        "has_answered_indicators": bool(figures and figures.indicators),
        "answered_total": speech.published(figures.total.value) if figures and known(figures.total.value) else None,
        "answered_level": speech.stated(figures.level.value) if figures and known(figures.level.value) else None,
        "weaknesses": [year.stated_list(one, answered.year, speech) for one in found.weaknesses] if found else [],
        "developments": year.developments(scope.results, answered.year, speech),
        "zero_items": item_tables.items_table(scope.results, answered, speech, only_zero=True),
        "analysis_path": addresses.section_path(answered.year.year, "analysis"),
    }


def _tables(scope: YearScope) -> list[tuple[str, str, Any]]:
    """The measures under their topics, or in one table: (heading, anchor, table)."""
    own, site, speech = scope.own, scope.results.site, scope.speech
    topics = own.measures.topics if own.measures else ()
    if not topics:
        return [("", "", measure_tables.document_table(own, site, speech))]
    tables = []
    for place, topic in enumerate(topics, start=1):
        title = numbered(topic.number, topic.title, speech)
        table = measure_tables.document_table(own, site, speech, topic.id)
        named = replace(table, caption=f"{table.caption} ({speech.digits(place)})")  # tables of a page differ by name
        tables.append((title, f"topic-{topic.id}", named))
    return tables


def _measure(scope: YearScope, position: int) -> Page:
    speech, site, facts = scope.speech, scope.results.site, scope.own.measure_facts[position]
    measure = facts.measure
    title, lead = measures.measure_name(measure, speech), word_lead(facts, site, speech)
    view = {
        "facts": measure_tables.measure_facts(facts, site, speech),
        "bases": [_basis(scope, basis) for basis in measure.basis],
        "at": measure.at,
        "lead": lead,
        "answered_name": scope.answered_name,
        "reports": [report_facts(report, scope.number, speech) for report in facts.reports],
        "indicators": _aimed_indicators(scope, measure),
        "pager": {"previous": _link(scope, position - 1), "next": _link(scope, position + 1)},
    }
    files = tuple(sorted({*scope.files("measures", "follow-up", "scores"), *scope.answered_files}))
    path, short = (
        addresses.measure_path(scope.number, measure.id),
        measures.short_link(scope.number, measure, speech).text,
    )
    status = speech.status(facts.progress).text
    page = Page(path, "measure.md.j2", title, f"{scope.name} {lead}", files, view, short=short, status=status)
    return scope.below("measures", page)


def _basis(scope: YearScope, basis: Basis) -> dict[str, Any]:
    answered = scope.answered.year if scope.answered else None
    phrases = basis_view.basis_phrases(basis, answered, scope.speech)
    return {"phrases": phrases, "note": basis.note, "quote": basis.quote, "findings": basis.findings}


def _aimed_indicators(scope: YearScope, measure: Measure) -> list[Any]:
    """Each indicator that a measure names: its figures over the years, and before and after as a picture."""
    numbers = dict.fromkeys(basis.indicator for basis in measure.basis if basis.indicator is not None)
    return [(_over_years(scope, number), _before_after(scope, number)) for number in numbers]


def _over_years(scope: YearScope, number: str) -> Any:
    table = score_tables.indicator_table(scope.results, number, scope.speech)
    edition = (scope.answered.year if scope.answered else scope.own).edition
    caption = f"{indicator_name(edition, number, scope.speech)}: คะแนนในแต่ละปี"
    return replace(table, key=f"over-years-{number}", caption=caption)


def _before_after(scope: YearScope, number: str) -> Any:
    answered = scope.answered
    return (
        before_after_chart(scope.results, number, answered.year.year, scope.number, scope.speech) if answered else None
    )


def _link(scope: YearScope, index: int) -> tuple[str, str] | None:
    if not 0 <= index < len(scope.measures):
        return None
    measure = scope.measures[index]
    return measures.short_link(scope.number, measure, scope.speech).text, addresses.measure_path(
        scope.number, measure.id
    )


def _counted(scope: YearScope) -> dict[str, Any]:
    """The measures by status and by unit, as pictures with their tables."""
    by_status, statuses = status_picture(scope.own, scope.speech)
    by_unit, units = units_picture([scope.own], scope.results.site, scope.speech)
    return {"status_picture": by_status, "status_table": statuses, "units_picture": by_unit, "units_table": units}


def _follow_up(scope: YearScope) -> Page:
    own, speech = scope.own, scope.speech
    view = {
        "follow_up": own.follow_up,
        "measures": own.measures,
        "as_of": speech.stated(own.follow_up.as_of) if own.follow_up else None,
        "table": follow_up.follow_up_table(own, scope.results.site, speech),
        "notes": follow_up_notes(own, speech),
        "periods": periods_table(own, speech)
        if own.follow_up
        else measure_tables.measures_table(own, scope.results.site, speech),
        "timeline": timeline_chart(own, speech),
        **_counted(scope),
        "items": _items_answered(scope, "follow-up"),
        "measures_items": _items_answered(scope, "measures"),
        "measures_path": addresses.section_path(scope.number, "measures"),
    }
    about = f"รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใส {scope.name}"
    files = scope.files("follow-up", "measures")
    return scope.section("follow-up", f"ผลการดำเนินการตามมาตรการ {scope.name}", about, view, files)
