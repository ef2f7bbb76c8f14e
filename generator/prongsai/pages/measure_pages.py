"""The measures of a year, a page for each, and the report of what was done."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai import addresses
from prongsai.blocks.follow_up import follow_up_blocks
from prongsai.blocks.measure import measure_blocks
from prongsai.blocks.measures import measures_blocks
from prongsai.pages.page import OF_BLOCKS, Page
from prongsai.pages.year_scope import YearScope
from prongsai.views import measures
from prongsai.views.measure_words import word_lead


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
    speech, facts = scope.speech, scope.own.measure_facts[position]
    measure = facts.measure
    page = Page(
        addresses.measure_path(scope.number, measure.id),
        OF_BLOCKS,
        measures.measure_name(measure, speech),
        f"{scope.name} {word_lead(facts, scope.results.site, speech)}",
        tuple(sorted({*scope.files("measures", "follow-up", "scores"), *scope.answered_files})),
        {"pager": {"previous": _link(scope, position - 1), "next": _link(scope, position + 1)}},
        short=measures.short_link(scope.number, measure, speech).text,
        status=speech.status(facts.progress).text,
        blocks=tuple(measure_blocks(scope, facts)),
    )
    return scope.below("measures", page)


def _link(scope: YearScope, index: int) -> tuple[str, str] | None:
    if not 0 <= index < len(scope.measures):
        return None
    link = measures.short_link(scope.number, scope.measures[index], scope.speech)
    return link.text, link.href


def _follow_up(scope: YearScope) -> Page:
    about = f"รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใส {scope.name}"
    files = scope.files("follow-up", "measures")
    title = f"ผลการดำเนินการตามมาตรการ {scope.name}"
    return scope.section("follow-up", title, about, files, follow_up_blocks(scope))
