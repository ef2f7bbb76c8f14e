"""The measures of a year, a page for each, and the report of what was done."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from prongsai import addresses
from prongsai.blocks.follow_up import follow_up_blocks
from prongsai.blocks.measures import measures_blocks
from prongsai.model.measures import Basis, Measure
from prongsai.pages.page import Page
from prongsai.pages.year_scope import YearScope
from prongsai.views import basis as basis_view
from prongsai.views import measure_tables, measures, score_tables
from prongsai.views.chart_lineage_indicator import before_after_chart
from prongsai.views.measure_words import word_lead
from prongsai.views.names import indicator_name
from prongsai.views.report_parts import report_facts


def plan_measure_pages(scope: YearScope) -> Iterator[Page]:
    """The pages about a year's measures."""
    yield _measures(scope)
    for position in range(len(scope.measures)):
        yield _measure(scope, position)
    yield _follow_up(scope)


def _measures(scope: YearScope) -> Page:
    about = f"มาตรการส่งเสริมคุณธรรมและความโปร่งใส {scope.name} พร้อมผลการวิเคราะห์ของปีก่อน ผู้รับผิดชอบ ขั้นตอน และการติดตาม"
    files = (*scope.files("measures", "follow-up"), *scope.answered_files)
    title = f"มาตรการส่งเสริมคุณธรรมและความโปร่งใส {scope.name}"
    return scope.section("measures", title, about, files, measures_blocks(scope))


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


def _follow_up(scope: YearScope) -> Page:
    about = f"รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใส {scope.name}"
    files = scope.files("follow-up", "measures")
    title = f"ผลการดำเนินการตามมาตรการ {scope.name}"
    return scope.section("follow-up", title, about, files, follow_up_blocks(scope))
