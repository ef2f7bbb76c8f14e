"""Indicators and units across the years."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from prongsai import addresses
from prongsai.model.edition import Edition
from prongsai.pages.page import Page
from prongsai.pages.site_scope import SiteScope
from prongsai.views import score_tables, year
from prongsai.views.chart_lineage_indicator import aims_at, lineage_chart, lineage_table
from prongsai.views.chart_measures_status import units_picture
from prongsai.views.chart_years import indicator_chart
from prongsai.views.content import Phrase
from prongsai.views.explain import explain_instruments
from prongsai.views.measure_lists import unit_view
from prongsai.views.names import indicator_name, indicator_numbers

MOST_ROWS = 40  # measures shown on a page across years; older ones stand on the pages of their years


def plan_across_pages(scope: SiteScope) -> Iterator[Page]:
    """Pages of indicators and of units."""
    numbers = indicator_numbers(scope.results)
    table = year.indicators_over_years(scope.results, numbers, scope.speech)
    about, files = f"คะแนนของตัวชี้วัด{scope.in_short}ทุกตัวในแต่ละปีงบประมาณของ{scope.agency}", scope.made_from("scores")
    yield Page(addresses.INDICATORS, "table.md.j2", "ตัวชี้วัด", about, files, {"table": table, "missing": "คะแนนรายตัวชี้วัด"})
    for number, edition in numbers.items():
        yield _indicator(scope, number, edition)
    yield _units(scope)
    for key in scope.site.agency.units:
        yield _unit(scope, key)


def _indicator(scope: SiteScope, number: str, edition: Edition) -> Page:
    tool = edition.instruments.get(edition.indicators[number].instrument)
    aims = aims_at(scope.results, number)
    shown = aims[:MOST_ROWS]
    view = {
        "table": score_tables.indicator_table(scope.results, number, scope.speech),
        "picture": indicator_chart(scope.results, number, scope.speech),
        "lineage": lineage_chart(scope.results, number, shown, scope.speech),
        "measures": lineage_table(shown, scope.speech),
        "has_more": len(aims) > len(shown),
        "weak": _weak_years(scope, number),
        "instrument": f"{edition.indicators[number].instrument} {tool.name}" if tool else "",
        "explained": explain_instruments(edition, (edition.indicators[number].instrument,)),
    }
    title = indicator_name(edition, number, scope.speech)
    files = (*scope.made_from("scores"), *scope.made_from("measures"))
    path, crumbs = addresses.indicator_path(number), (("ตัวชี้วัด", addresses.INDICATORS),)
    about = f"{title} คะแนนทุกปีและมาตรการที่ตอบ"
    return Page(path, "indicator.md.j2", title, about, files, view, crumbs=crumbs)


def _weak_years(scope: SiteScope, number: str) -> list[Phrase]:
    return [
        Phrase(scope.speech.fiscal_year(result.year.year), href=addresses.section_path(result.year.year, "analysis"))
        for result in scope.results.years.values()
        if year.weak_in(result, number)
    ]


def _units(scope: SiteScope) -> Page:
    years = [result.year for result in scope.results.years.values()]
    picture, table = units_picture(years, scope.site, scope.speech, every_unit=True)
    if not scope.site.agency.units and not picture:
        table = replace(table, rows=())  # a row that counts what no unit carries says nothing
    view: dict[str, Any] = {"table": table, "picture": picture, "beside": None, "missing": "หน่วยงานผู้รับผิดชอบ"}
    about = f"หน่วยงานใน{scope.agency}และมาตรการที่แต่ละหน่วยงานรับผิดชอบ"
    files, title = ("site_config/agency.yml", *scope.made_from("measures")), "หน่วยงานผู้รับผิดชอบ"
    return Page(addresses.UNITS, "table.md.j2", title, about, files, view)


def _unit(scope: SiteScope, key: str) -> Page:
    unit, view = scope.site.agency.units[key], unit_view(scope.results, key, scope.speech)
    files = ("site_config/agency.yml", *scope.made_from("measures"))
    crumbs = (("หน่วยงานผู้รับผิดชอบ", addresses.UNITS),)
    about = f"มาตรการที่{unit.name} {scope.agency} รับผิดชอบในแต่ละปี"
    return Page(addresses.unit_path(key), "unit.md.j2", unit.name, about, files, view, crumbs=crumbs)
