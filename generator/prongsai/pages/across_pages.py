"""Indicators and units across the years."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from prongsai import addresses
from prongsai.analysis.merged import effective
from prongsai.model.edition import Edition
from prongsai.model.measures import Measure
from prongsai.model.site import FiscalYear
from prongsai.model.stated import known
from prongsai.pages.page import Page
from prongsai.pages.site_scope import SiteScope
from prongsai.views import basis, measures, year
from prongsai.views.content import Column, Phrase, Table, cell, number_cell
from prongsai.views.names import indicator_name, indicator_numbers

MOST_ROWS = 40  # measures shown on a page across years; older ones stand on the pages of their years


def plan_across_pages(scope: SiteScope) -> Iterator[Page]:
    """Pages of indicators and of units."""
    numbers = indicator_numbers(scope.results)
    table = year.indicators_over_years(scope.results, numbers, scope.speech)
    about, files = "คะแนนของตัวชี้วัดทุกตัวในแต่ละปี", scope.made_from("scores")
    yield Page(addresses.INDICATORS, "table.md.j2", "ตัวชี้วัด", about, files, {"table": table})
    for number, edition in numbers.items():
        yield _indicator(scope, number, edition)
    yield _units(scope)
    for key in scope.site.agency.units:
        yield _unit(scope, key)


def _indicator(scope: SiteScope, number: str, edition: Edition) -> Page:
    tool = edition.instruments.get(edition.indicators[number].instrument)
    aimed = _aimed_at(scope, number)
    view = {
        "table": year.indicator_table(scope.results, number, scope.speech),
        "measures": aimed[:MOST_ROWS],
        "has_more": len(aimed) > MOST_ROWS,
        "weak": _weak_years(scope, number),
        "instrument": f"{edition.indicators[number].instrument} {tool.name}" if tool else "",
        "plain": tool.plain if tool else None,
    }
    title = indicator_name(edition, number, scope.speech)
    files = (*scope.made_from("scores"), *scope.made_from("measures"))
    path, crumbs = addresses.indicator_path(number), (("ตัวชี้วัด", addresses.INDICATORS),)
    about = f"{title} คะแนนทุกปีและมาตรการที่ตอบ"
    return Page(path, "indicator.md.j2", title, about, files, view, crumbs=crumbs)


def _aimed_at(scope: SiteScope, number: str) -> list[tuple[str, Phrase, Phrase]]:
    """The measures that answer an indicator or an item below it: (year, link, status)."""
    found: list[tuple[str, Phrase, Phrase]] = []
    for result in reversed(scope.results.years.values()):
        edition = result.year.edition
        below = [sub for sub, one in edition.subindicators.items() if one.indicator == number]
        items = tuple(code for sub in below for code in edition.items_under(sub))
        answering = basis.measures_answering(scope.results, year=result.year.year, indicator=number, items=items)
        found += [_aimed(scope, own, measure) for own, measure in answering]
    return found


def _aimed(scope: SiteScope, own: FiscalYear, measure: Measure) -> tuple[str, Phrase, Phrase]:
    link = measures.measure_link(own.year, measure, scope.speech)
    return scope.speech.fiscal_year(own.year), link, measures.status_of(own, measure, scope.speech)


def _weak_years(scope: SiteScope, number: str) -> list[Phrase]:
    return [
        Phrase(scope.speech.fiscal_year(result.year.year), href=addresses.section_path(result.year.year, "analysis"))
        for result in scope.results.years.values()
        if year.weak_in(result, number)
    ]


def _of_unit(scope: SiteScope, key: str) -> list[tuple[FiscalYear, Measure]]:
    """The measures of a unit, newest year first."""
    found: list[tuple[FiscalYear, Measure]] = []
    for result in reversed(scope.results.years.values()):
        listed = result.year.measures.measures if result.year.measures else ()
        for measure in listed:
            responsible = known(effective(listed, measure, "responsible")[0])
            named = (*responsible.lead, *responsible.units) if responsible else ()
            if any(scope.site.unit_of(text) == key for text in named):
                found.append((result.year, measure))
    return found


def _units(scope: SiteScope) -> Page:
    rows = tuple(
        (
            cell(Phrase(unit.name, href=addresses.unit_path(key)), head=True),
            number_cell(scope.speech.count(len(_of_unit(scope, key)))),
        )
        for key, unit in scope.site.agency.units.items()
    )
    columns = (Column("หน่วยงาน"), Column("จำนวนมาตรการ", True))
    table = Table("units", "จำนวนมาตรการที่แต่ละหน่วยงานรับผิดชอบ นับทุกปี", columns, rows)
    about = f"หน่วยงานใน{scope.agency}และมาตรการที่แต่ละหน่วยงานรับผิดชอบ"
    files, title = ("site_config/agency.yml", *scope.made_from("measures")), "หน่วยงานผู้รับผิดชอบ"
    return Page(addresses.UNITS, "table.md.j2", title, about, files, {"table": table})


def _unit(scope: SiteScope, key: str) -> Page:
    unit, speech = scope.site.agency.units[key], scope.speech
    whole = _of_unit(scope, key)
    listed = whole[:MOST_ROWS]
    rows = tuple(
        (
            cell(speech.digits(own.year)),
            cell(measures.measure_link(own.year, measure, speech), head=True),
            cell(*measures.stated_parts(own, measure, "period", speech)),
            cell(measures.status_of(own, measure, speech)),
        )
        for own, measure in listed
    )
    columns = (Column("ปี"), Column("มาตรการ"), Column("ระยะเวลา"), Column("สถานะ"))
    table = Table("measures", f"มาตรการที่{unit.name}รับผิดชอบ", columns, rows)
    view: dict[str, Any] = {"table": table, "unit": unit, "has_more": len(whole) > len(listed)}
    files = ("site_config/agency.yml", *scope.made_from("measures"))
    crumbs = (("หน่วยงานผู้รับผิดชอบ", addresses.UNITS),)
    about = f"มาตรการที่{unit.name} {scope.agency} รับผิดชอบในแต่ละปี"
    return Page(addresses.unit_path(key), "unit.md.j2", unit.name, about, files, view, crumbs=crumbs)
