"""Every measure is found by its status, unit, indicator and year, on pages and in the data alike."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from prongsai.analysis.results import analyse_site
from prongsai.exports.year_json import export_measures
from prongsai.loading.load_site import load_site
from prongsai.model.status import STATUS_WORDS
from prongsai.pages.plan import plan_pages, speech_of
from prongsai.views.measures.lists import MOST_ROWS, links_to_lists, measures_of_status, measures_of_unit
from unit import makers

ROOT = Path(__file__).resolve().parents[4]
SITES = [ROOT, *sorted(path.parent for path in (ROOT / "examples").glob("*/site_config"))]
KEYS = {"fiscal_year", "id", "number", "title", "shown_title", "plain_summary", "status", "status_text", "units"}
KEYS |= {"lead_units", "shared_units", "responsible", "indicators", "period", "as_of", "path"}


def results_of(folder: Path):
    return analyse_site(load_site(folder).site)


def small(tmp_path, measures: str, reports: str = ""):
    """The results of a small site with these measures and reports of 2565."""
    files = {**makers.SITE, "data/2565/measures.yml": f"fiscal_year: 2565\nmeasures:\n{measures}"}
    if reports:
        files["data/2565/follow-up.yml"] = f"fiscal_year: 2565\nas_of: 31 มีนาคม 2565\nreports:\n{reports}"
    return results_of(makers.write_files(tmp_path, files))


@pytest.mark.parametrize("folder", SITES, ids=lambda path: path.name)
def test_every_measure_is_under_its_status(folder):
    """Each measure of each site is on the page of its status, or that page leads to its year, and the counts agree."""
    results = results_of(folder)
    speech, listed = speech_of(results), results.listed
    for key in STATUS_WORDS:
        view = measures_of_status(results, key, speech)
        named = {part.href for row in view.table.rows for part in row[1].parts}
        older = {way.href for way in view.older}
        for one in (one for one in listed if one.group == key):
            path = f"/{one.year.year}/measures/"
            assert f"{path}{one.measure.id}/" in named or path in older
        [way] = [way for way in links_to_lists(results, speech)[0].links if way.name == STATUS_WORDS[key]]
        assert way.count == len(named) + sum(way.count for way in view.older) + len(view.reports)


@pytest.mark.parametrize("folder", SITES, ids=lambda path: path.name)
def test_every_way_leads_to_a_page_with_that_many(folder):
    """Ways lead to planned pages only; those of a unit count what its own page lists, by its name and with others."""
    results = results_of(folder)
    speech = speech_of(results)
    paths = {page.path for page in plan_pages(results, ())}
    listed = results.listed
    groups = links_to_lists(results, speech)
    assert {way.href for group in groups for way in group.links} <= paths
    named = Counter(key for one in listed for key in one.units)
    every = Counter(key for one in listed for key in one.every_unit)
    counted = {way.href: way.count for group in groups if group.key == "unit" for way in group.links}
    for key in results.site.agency.units:
        view = measures_of_unit(results, key, speech)
        assert len(view.table.rows) + sum(way.count for way in view.older) == named[key]
        assert len(view.shared_table.rows) + sum(way.count for way in view.shared_older) == every[key] - named[key]
        assert counted.get(f"/units/{key}/", 0) == every[key]


def test_a_status_is_known_from_others(tmp_path):
    """No report, a status of another word and none at all are never one of the four."""
    ids = "".join(f"  - {{id: m0{number}, title: ก}}\n" for number in range(1, 5))
    reports = (
        "  - {measure: m01, status: done}\n  - {measure: m02, status: {printed: รอ}}\n"
        "  - {measure: m03, status: เอกสารไม่ได้ระบุ}\n"
    )
    found = small(tmp_path, ids, reports).listed
    assert [one.group for one in found] == ["done", "other", "other", "no_report"]


def test_a_page_with_too_many_leads_to_the_years(tmp_path):
    """Measures without room in full are counted by year, with a link to them."""
    many = "".join(f"  - {{id: m{number:02d}, title: ก, responsible: {{units: [finance]}}}}\n" for number in range(50))
    results = small(tmp_path, many)
    for view in (
        measures_of_status(results, "no_report", speech_of(results)),
        measures_of_unit(results, "finance", speech_of(results)),
    ):
        assert len(view.table.rows) == MOST_ROWS
        assert [(way.href, way.count) for way in view.older] == [("/2565/measures/", 10)]


def test_a_unit_says_what_it_carries(tmp_path):
    """The number of measures, the years, and of how many it is the lead; and the state of the newest year."""
    measures = (
        "  - {id: m01, title: ก, responsible: {lead: [finance]}}\n"
        "  - {id: m02, title: ข, responsible: {units: [finance]}}\n"
    )
    results = small(tmp_path, measures, "  - {measure: m01, status: done}\n")
    view = measures_of_unit(results, "finance", speech_of(results))
    assert view.lead == "กองคลังรับผิดชอบ ๒ มาตรการ ในปีงบประมาณ พ.ศ. ๒๕๖๕ เป็นผู้รับผิดชอบหลัก ๑ มาตรการ"
    assert [(way.name, way.count) for way in view.by_status] == [("ดำเนินการแล้วเสร็จ", 1), ("ยังไม่มีรายงานผล", 1)]


def test_all_status_pages_are_planned_whatever_there_is(tmp_path):
    """A site without any measure has them all, so that none can vanish."""
    results = results_of(makers.write_files(tmp_path, makers.SITE))
    paths = {page.path for page in plan_pages(results, ())}
    wanted = {"not-started", "in-progress", "done", "could-not", "no-report", "other"}
    assert {f"/measures/status/{key}/" for key in wanted} <= paths


@pytest.mark.parametrize("folder", SITES, ids=lambda path: path.name)
def test_the_data_holds_every_measure(folder):
    """The same keys always; keys of units, indicators and statuses are named; each path is a page."""
    results = results_of(folder)
    data = json.loads(export_measures(results, speech_of(results)))
    paths = {page.path for page in plan_pages(results, ())}
    assert len(data["measures"]) == len(results.listed)
    for one in data["measures"]:
        assert one.keys() == KEYS
        assert one["path"] in paths
        assert one["status"] in data["statuses"]
        assert set(one["lead_units"]) <= set(one["units"]) <= set(data["units"])
        assert set(one["indicators"]) <= set(data["indicators"])


def test_the_data_says_null_where_nothing_is_known(tmp_path):
    """An absent value is null, and never the words for it; a day has its year of the Buddhist Era."""
    results = small(tmp_path, "  - {id: m01, title: ก}\n", "  - {measure: m01, status: done}\n")
    [one] = json.loads(export_measures(results, speech_of(results)))["measures"]
    assert [one[key] for key in ("number", "plain_summary", "responsible", "period")] == [None] * 4
    assert (one["as_of"], one["status_text"]) == ("2565-03-31", "ดำเนินการแล้วเสร็จ")
