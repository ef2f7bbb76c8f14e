"""Statuses, indicators and units across the years."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai import addresses
from prongsai.analysis.results import Results
from prongsai.blocks.across import indicator_blocks, indicators_blocks, unit_blocks, units_blocks
from prongsai.blocks.all_measures import status_blocks
from prongsai.ledger.publications import History
from prongsai.model.edition import Edition
from prongsai.model.status import GROUPS, OTHER_KEY
from prongsai.pages.page import OF_BLOCKS, Page
from prongsai.pages.site_scope import SiteScope
from prongsai.views import year
from prongsai.views.chart_lineage_indicator import aims_at
from prongsai.views.content import Table
from prongsai.views.measure_lists import measures_of_status, measures_of_unit
from prongsai.views.measure_ways import Ways, ways_to
from prongsai.views.names import indicator_name, indicator_numbers
from prongsai.views.updates import has_feeds


def plan_across_pages(scope: SiteScope, history: History) -> Iterator[Page]:
    """Pages of statuses, of indicators and of units."""
    statuses = ways_to(scope.results, scope.speech)[0]
    for key in GROUPS:  # also of one that no measure has now: its address stays when others get it
        yield _status(scope, key, statuses)
    numbers, scored = indicator_numbers(scope.results), _scored(scope.results)
    yield _indicators(scope, numbers, states_facts=bool(scored))
    for number, edition in numbers.items():
        yield _indicator(scope, number, edition, has_scores=number in scored)
    yield _units(scope)
    for key in scope.site.agency.units:
        yield _unit(scope, key, history)


def _status(scope: SiteScope, key: str, statuses: Ways) -> Page:
    found = measures_of_status(scope.results, key, scope.speech)
    title = f"มาตรการที่{'มี' if key == OTHER_KEY else ''}{GROUPS[key]}"
    return Page(
        addresses.status_path(key),
        OF_BLOCKS,
        title,
        f"{title} ทุกปีงบประมาณของ{scope.agency} พร้อมผู้รับผิดชอบและระยะเวลา",
        (*scope.made_from("measures"), *scope.made_from("follow-up")),
        short=GROUPS[key],
        crumbs=(("มาตรการทุกปี", addresses.ALL_MEASURES),),
        blocks=tuple(status_blocks(key, found, statuses, scope.speech)),
        states_facts=bool(found.table.rows or found.reports),
    )


def _scored(results: Results) -> set[str]:
    """The indicators of which any year has a score, stated or computed."""
    found: set[str] = set()
    for result in results.years.values():
        found |= {*(result.year.scores.indicators if result.year.scores else ()), *result.computed.indicators}
    return found


def _indicators(scope: SiteScope, numbers: dict[str, Edition], *, states_facts: bool) -> Page:
    return Page(
        addresses.INDICATORS,
        OF_BLOCKS,
        "ตัวชี้วัด",
        f"คะแนนของตัวชี้วัด{scope.in_short}ทุกตัวในแต่ละปีงบประมาณของ{scope.agency}",
        scope.made_from("scores"),
        blocks=tuple(indicators_blocks(scope.results, numbers, scope.speech)),
        states_facts=states_facts,
    )


def _indicator(scope: SiteScope, number: str, edition: Edition, *, has_scores: bool) -> Page:
    results, title = scope.results, indicator_name(edition, number, scope.speech)
    is_weak = any(year.weak_in(result, number) for result in results.years.values())
    return Page(
        addresses.indicator_path(number),
        OF_BLOCKS,
        title,
        f"{title} คะแนนทุกปีและมาตรการที่ตอบ",
        (*scope.made_from("scores"), *scope.made_from("measures")),
        crumbs=(("ตัวชี้วัด", addresses.INDICATORS),),
        blocks=tuple(indicator_blocks(results, number, edition, scope.speech)),
        states_facts=has_scores or is_weak or bool(aims_at(results, number)),
    )


def _units(scope: SiteScope) -> Page:
    blocks = tuple(units_blocks(scope.results, scope.speech))
    has_measures = any(result.year.measures for result in scope.results.years.values())
    return Page(
        addresses.UNITS,
        OF_BLOCKS,
        "หน่วยงานผู้รับผิดชอบ",
        f"หน่วยงานใน{scope.agency}และมาตรการที่แต่ละหน่วยงานรับผิดชอบ",
        ("site_config/agency.yml", *scope.made_from("measures")),
        blocks=blocks,
        states_facts=has_measures and any(isinstance(block, Table) for block in blocks),
    )


def _unit(scope: SiteScope, key: str, history: History) -> Page:
    unit, carried = scope.site.agency.units[key], measures_of_unit(scope.results, key, scope.speech)
    path = addresses.unit_path(key)
    feeds = (addresses.feed_path(path), addresses.feed_path(path, "json")) if has_feeds(scope.results, history) else ()
    return Page(
        path,
        OF_BLOCKS,
        unit.name,
        f"มาตรการที่{unit.name} {scope.agency} รับผิดชอบในแต่ละปี",
        ("site_config/agency.yml", *scope.made_from("measures")),
        crumbs=(("หน่วยงานผู้รับผิดชอบ", addresses.UNITS),),
        blocks=tuple(unit_blocks(unit, carried, feeds, scope.speech)),
        states_facts=bool(carried.table.rows),
    )
