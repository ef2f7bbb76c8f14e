"""Pages and data of a year have the names of that year; what became of a unit or an agency is said at it."""

import json

import pytest

from prongsai.analysis.results import analyse_site
from prongsai.blocks.contact import contact_blocks
from prongsai.exports.year_json import export_measures, export_oit
from prongsai.loading.load_site import load_site
from prongsai.pages.plan import plan_pages, speech_of
from prongsai.paper.plan import plan_documents
from prongsai.views.frame import notice_of
from prongsai.views.lifetimes import explain_group, tell_life
from prongsai.views.links.states import NO_MEMORY
from prongsai.views.open_data.tables import open_tables
from prongsai.views.share_cards import share_cards
from prongsai.views.speech import Speech
from unit.makers import SITE, write_files

AGENCY = """name: เทศบาลตำบลดี
type: เทศบาลตำบล
province: ดี
names:
  - {name: องค์การบริหารส่วนตำบลดี, from: 2540, to: 30 กันยายน 2564}
predecessors:
  - {name: องค์การบริหารส่วนตำบลใกล้, to: 2560, website: "https://near.example.go.th/"}
  - องค์การบริหารส่วนตำบลไกล
units:
  plan: {name: กองแผน, names: [{name: กองวิชาการ, to: 2564}]}
  welfare: {name: กองสวัสดิการ, to: 30 กันยายน 2564, successor: [plan, กองคลัง]}
  finance: {name: กองคลัง, from: 1 ตุลาคม 2560}
  gone: {name: กองเก่า, to: 2563}
  some: {name: กองหลัก, group: true, units: [plan, finance]}
  all: {name: ทุกกอง, group: true}
  team: {name: คณะทำงาน, group: true}
"""
MEASURES = "fiscal_year: {0}\nmeasures:\n  - {{id: m1, number: 1, title: ตรวจ, responsible: {{lead: [{1}]}}}}\n"
REGISTER = "fiscal_year: {0}\nitems:\n  O1: {{answer: has, unit: plan}}\n"


def results_of(tmp_path, **agency):
    """The results of a site that was called otherwise until 2564, with measures and a register of 2564 and 2565."""
    years = ((2564, "กองวิชาการ"), (2565, "plan"))
    files = {f"data/{year}/measures.yml": MEASURES.format(year, unit) for year, unit in years}
    files |= {f"data/{year}/oit.yml": REGISTER.format(year) for year, _ in years}
    files |= {"site_config/agency.yml": agency.get("text", AGENCY)}
    files |= {"site_config/site.yml": "title: เว็บไซต์ทดสอบ\ndocuments: on\n"}
    return analyse_site(load_site(write_files(tmp_path, {**SITE, **files})).site)


THEN = "องค์การบริหารส่วนตำบลดี"
NOW = "เทศบาลตำบลดี"


def test_pages_of_a_year_have_its_names_and_say_those_of_today(tmp_path):
    """The year, a measure and an item of 2564 have both names, those of 2565 and pages across years today's alone."""
    pages = {page.path: page for page in plan_pages(results_of(tmp_path), ())}
    said = {path: f"{page.description} {page.blocks} {page.view}" for path, page in pages.items()}
    both = f"{THEN} (ปัจจุบันคือ {NOW})"
    assert f"ใช้ชื่อ {both}" in said["/2564/"]
    assert both in said["/2564/measures/m1/"]
    for path in ("/2564/measures/", "/2564/measures/m1/", "/2564/oit/o1/"):
        assert "กองวิชาการ" in said[path], path
        assert "(ปัจจุบันคือ กองแผน)" in said[path], path
    late = [path for path in said if path.startswith("/2565/")]
    assert len(late) > 5
    assert [path for path in late if THEN in said[path] or "กองวิชาการ" in said[path] or "ปัจจุบันคือ" in said[path]] == []
    across = ("/", "/years/", "/measures/status/no-report/")
    assert [path for path in across if THEN in pages[path].description] == []


def test_papers_cards_and_data_of_a_year_have_its_names(tmp_path):
    """Each row of the open data names the agency of its year; what is of no year, and the list of units, today's."""
    results = results_of(tmp_path)
    speech = speech_of(results)
    papers = {(one.year, one.kind): (one.agency, one.place) for one in plan_documents(results, (), speech)}
    assert papers[2564, "measures"] == (THEN, f"จังหวัดดี (ปัจจุบันคือ {NOW})")
    assert papers[2565, "measures"] == (NOW, "จังหวัดดี")
    cards = {card.page: card.agency for card in share_cards(results, speech)}
    assert (cards["/2564/"], cards["/2565/"], cards["/"]) == (f"{THEN} (ปัจจุบันคือ {NOW})", NOW, NOW)
    assert [json.loads(export_oit(results, year, ()))["agency"] for year in (2564, 2565)] == [THEN, NOW]
    tables = {one.name: one for one in open_tables(results, (), NO_MEMORY)}
    measures, units = tables["measures"], tables["units"]
    place = {name: measures.names.index(name) for name in ("fiscal_year", "responsible", "unit_ids", "agency")}
    assert [tuple(row[at] for at in place.values()) for row in measures.rows] == [
        ("2564", "กองวิชาการ (ปัจจุบันคือ กองแผน) (ผู้รับผิดชอบหลัก)", "plan", THEN),
        ("2565", "กองแผน (ผู้รับผิดชอบหลัก)", "plan", NOW),
    ]
    assert {row[-1] for row in units.rows} == {NOW}
    columns = ("unit_id", "name", "unit_ids", "first_day", "last_day", "former_names", "successor_ids")
    listed = {row[0]: tuple(row[units.names.index(name)] for name in columns[1:]) for row in units.rows}
    assert listed["plan"] == ("กองแผน", None, None, None, "กองวิชาการ (ถึงปีงบประมาณ พ.ศ. 2564)", None)
    assert listed["welfare"] == ("กองสวัสดิการ", None, None, "2564-09-30", None, "plan finance")
    assert listed["finance"] == ("กองคลัง", None, "2560-10-01", None, None, None)
    assert listed["some"] == ("กองหลัก", "plan finance", None, None, None, None)
    assert json.loads(export_measures(results, speech))["units"]["plan"] == "กองแผน"


@pytest.mark.parametrize(
    ("key", "lines"),
    [
        ("welfare", ["ยุบเมื่อสิ้นวันที่ 30 กันยายน 2564 งานของหน่วยงานนี้ต่อไปเป็นของ กองแผน และ กองคลัง"]),
        ("gone", ["ยุบเมื่อสิ้นปีงบประมาณ พ.ศ. 2563"]),
        (
            "plan",
            [
                "รับงานต่อจาก กองสวัสดิการ ซึ่งยุบเมื่อสิ้นวันที่ 30 กันยายน 2564",
                "เดิมชื่อ กองวิชาการ (ถึงปีงบประมาณ พ.ศ. 2564)",
            ],
        ),
        (
            "finance",
            [
                "จัดตั้งตั้งแต่วันที่ 1 ตุลาคม 2560",
                "รับงานต่อจาก กองสวัสดิการ ซึ่งยุบเมื่อสิ้นวันที่ 30 กันยายน 2564",
            ],
        ),
        ("all", []),
    ],
)
def test_a_unit_says_what_became_of_it(tmp_path, key, lines):
    """Its end with those that follow, its beginning with those that it follows, and what it was called."""
    site = results_of(tmp_path).site
    speech = Speech("arabic", from_document=False)
    told = ["".join(part.text for part in line) for line in tell_life(site, key, speech)]
    assert told == lines


def test_a_group_says_what_it_means(tmp_path):
    """The units that it lists; all of them where its words say so; else nobody knows which."""
    site = results_of(tmp_path).site
    said = {key: "".join(part.text for part in explain_group(site, key)) for key in ("some", "all", "team")}
    assert said["some"].endswith("รวมกัน ได้แก่ กองแผน และ กองคลัง")
    assert said["all"].endswith("เอกสารไม่ได้แจกแจงรายชื่อ เว็บไซต์นี้จึงแสดงมาตรการเหล่านี้ในหน้าของทุกหน่วยงาน")
    assert said["team"].endswith("เอกสารไม่ได้แจกแจงรายชื่อ")


def test_a_merged_agency_leads_to_the_sites_of_both(tmp_path):
    """Its former name and the agencies that it is made of, each with its days and its own site, on two pages."""
    results = results_of(tmp_path)
    contact = str(tuple(contact_blocks(results.site.agency, speech_of(results))))
    years = {page.path: str(page.blocks) for page in plan_pages(results, ())}["/years/"]
    for said in (contact, years):
        assert "href='https://near.example.go.th/'" in said
        assert "องค์การบริหารส่วนตำบลไกล" in said
    assert "เดิมคือ องค์การบริหารส่วนตำบลดี (ตั้งแต่ปีงบประมาณ พ.ศ. ๒๕๔๐ ถึงวันที่ ๓๐ กันยายน ๒๕๖๔)" in contact
    assert notice_of(results.site, speech_of(results)) == ""


def test_an_agency_that_ended_says_who_followed_on_every_page(tmp_path):
    """In the notice of all pages, with the day and the address."""
    successor = 'successor: {name: เทศบาลเมืองดี, from: 1 ตุลาคม 2565, website: "https://city.example.go.th/"}\n'
    results = results_of(tmp_path, text=AGENCY.replace("units:", f"{successor}units:"))
    words = "งานของเทศบาลตำบลดีต่อไปเป็นของเทศบาลเมืองดี ตั้งแต่วันที่ ๑ ตุลาคม ๒๕๖๕ เว็บไซต์ https://city.example.go.th/"
    assert notice_of(results.site, speech_of(results)) == words
