"""Work that a document gives to several units by one word is shown at each of them, and only at those it means."""

import json

import pytest

from prongsai import addresses
from prongsai.analysis.results import analyse_site
from prongsai.exports.year_json import export_measures
from prongsai.ledger.publications import Change
from prongsai.loading.load_site import load_site
from prongsai.pages.plan import plan_pages, speech_of
from prongsai.views.charts.measure_statuses import units_picture
from prongsai.views.links.states import NO_MEMORY
from prongsai.views.measures.lists import links_to_lists, measures_of_unit
from prongsai.views.open_data.tables import open_tables
from prongsai.views.updates import updates_of
from unit.makers import SITE, write_files

UNITS = """name: เทศบาลตำบลทดสอบ
units:
  clerk: {name: สำนักปลัด}
  finance: {name: กองคลัง}
  works: {name: กองช่าง, from: 1 ตุลาคม 2565}
  welfare: {name: กองสวัสดิการ, to: 2563, successor: [clerk]}
"""
ALL = ("clerk", "finance")  # those that there were in 2565


def results_with(tmp_path, units="", measures=""):
    """The results of a small site with these units besides its own, and these measures of 2565."""
    files = {"site_config/agency.yml": UNITS + units, "data/2565/measures.yml": f"fiscal_year: 2565\n{measures}"}
    return analyse_site(load_site(write_files(tmp_path, {**SITE, **files})).site)


def measure(number, responsible):
    return f"  - {{id: m{number:02d}, number: {number}, title: มาตรการ, responsible: {responsible}}}\n"


@pytest.mark.parametrize(
    ("unit", "responsible", "meant"),
    [
        ("  all: {name: ทุกกอง, group: true}\n", "{units: [all]}", ALL),
        ("  all: {name: ทุกกอง/ทุกส่วนงาน, group: true}\n", "{lead: [all]}", ALL),
        ("  all: {name: คำรวม, aliases: [ทุกส่วนราชการ], group: true}\n", "{units: [ทุกส่วนราชการ]}", ALL),
        ("  some: {name: กองหลัก, group: true, units: [finance, กองช่าง]}\n", "{units: [some]}", ("finance", "works")),
        ("  all: {name: ทุกกอง, group: true, units: [clerk]}\n", "{units: [all]}", ("clerk",)),
        ("  all: {name: ทุกกอง, group: true}\n", "{lead: [clerk], units: [all]}", ("finance",)),
        ("", "{printed: ทุกหน่วยงาน}", ALL),
        ("", "{units: [], printed: ทุกสำนัก/กอง}", ALL),
        ("  team: {name: คณะทำงาน ITA, group: true}\n", "{units: [team]}", ()),
        ("  some: {name: ทุกหน่วยงานที่เกี่ยวข้อง, group: true}\n", "{units: [some]}", ()),
        ("  all: {name: ทุกกอง}\n", "{units: [all]}", ()),
        ("", "{units: [clerk]}", ()),
        ("", "{units: [clerk], printed: ทุกกอง}", ()),
        ("", "เอกสารไม่ได้ระบุ", ()),
    ],
)
def test_a_word_means_the_units_that_it_lists_or_all_that_there_were(tmp_path, unit, responsible, meant):
    """A group means its own list, words for all mean the units of the year; nothing else means more than it names."""
    results = results_with(tmp_path, unit, "measures:\n" + measure(1, responsible))
    [listed] = results.listed
    assert tuple(key for key, _ in listed.shared) == meant


SHARED = "  all: {name: ทุกกอง, group: true}\n"
THREE = "measures:\n" + measure(1, "{units: [all]}") + measure(2, "{units: [all, finance]}") + measure(3, "[finance]")
THREE = THREE.replace("responsible: [finance]", "responsible: {units: [finance]}")


def leads(results):
    """The sentence on the page of each unit, the numbers of what it lists by its name and with others."""
    speech = speech_of(results)
    for key in results.site.agency.units:
        view = measures_of_unit(results, key, speech)
        yield key, f"{view.lead} {view.shared}".strip(), len(view.table.rows), len(view.shared_table.rows)


def test_the_page_of_a_unit_lists_what_it_shares_below_its_own(tmp_path):
    """In the document's word and with the number; a unit that had ended or had not begun has no part in it."""
    results = results_with(tmp_path, SHARED, THREE)
    assert list(leads(results)) == [
        ("clerk", "สำนักปลัดมี ๒ มาตรการที่มอบให้ทุกกอง ซึ่งรวมหน่วยงานนี้ด้วย", 0, 2),
        ("finance", "กองคลังรับผิดชอบ ๒ มาตรการ ในปีงบประมาณ พ.ศ. ๒๕๖๕ และอีก ๑ มาตรการที่มอบให้ทุกกอง", 2, 1),
        ("works", "", 0, 0),
        ("welfare", "", 0, 0),
        ("all", "ทุกกองรับผิดชอบ ๒ มาตรการ ในปีงบประมาณ พ.ศ. ๒๕๖๕", 2, 0),
    ]
    pages = {page.path: page for page in plan_pages(results, ())}
    silent = [path for path, page in pages.items() if "ไม่มีมาตรการหรือข้อ OIT ที่ระบุหน่วยงานนี้" in str(page.blocks)]
    assert silent == ["/units/works/", "/units/welfare/"]
    assert pages["/units/clerk/"].states_facts


def test_counts_lists_and_data_follow(tmp_path):
    """Links, the table of units and its picture count a shared measure for each; what was published before stays."""
    results = results_with(tmp_path, SHARED, THREE)
    site, speech = results.site, speech_of(results)
    [of_unit] = [group for group in links_to_lists(results, speech) if group.key == "unit"]
    assert [(one.name, one.count) for one in of_unit.links] == [("สำนักปลัด", 2), ("กองคลัง", 3), ("ทุกกอง", 2)]
    chart, table = units_picture(site.years, site, speech)
    assert [(row[0].parts[0].text, row[1].parts[0].text) for row in table.rows] == [
        *(("มาตรการทั้งหมด", "๓"), ("สำนักปลัด", "๒"), ("กองคลัง", "๓"), ("ทุกกอง", "๒")),
    ]
    assert "มาตรการที่มอบให้ทุกกอง นับให้ทุกหน่วยงานที่คำนี้หมายถึง" in chart.notes
    tables = {one.name: one for one in open_tables(results, (), NO_MEMORY)}

    def columns(name, *wanted):
        table = tables[name]
        return [tuple(row[table.names.index(one)] for one in wanted) for row in table.rows]

    assert columns("measures", "unit_ids", "for_all_units", "shared_unit_ids") == [
        *(("all", "true", "clerk finance"), ("all finance", "true", "clerk"), ("finance", "false", None)),
    ]
    assert columns("measure-counts", "unit_id", "name", "count", "count_named")[1:] == [
        *(("clerk", "สำนักปลัด", "2", "0"), ("finance", "กองคลัง", "3", "2"), ("all", "ทุกกอง", "2", "2")),
    ]
    measures = json.loads(export_measures(results, speech))["measures"]
    assert [(one["units"], one["shared_units"]) for one in measures] == [
        *((["all"], ["clerk", "finance"]), (["all", "finance"], ["clerk"]), (["finance"], [])),
    ]


PAIRS = (("m01", "all"), ("m03", "works"))


def test_the_feed_of_a_unit_has_the_changes_of_what_it_shares(tmp_path):
    """A change of a measure of all is in the feed of each unit of that year, one of a unit in no other feed."""
    results = results_with(tmp_path, SHARED, THREE)
    of_all, of_one = (Change("measure-added", 2565, one, units=(unit,), day="2569-11-21") for one, unit in PAIRS)
    changes = [of_all, of_one]
    speech = speech_of(results)
    found = {
        key: [one.href for one in updates_of(changes, results, speech, addresses.Subject("unit", key=key))]
        for key in results.site.agency.units
    }
    assert {key: len(hrefs) for key, hrefs in found.items()} == {
        "clerk": 1,
        "finance": 1,
        "works": 1,
        "welfare": 0,
        "all": 1,
    }
