"""A problem that a document prints in the place of a name is shown in its place, and never as the name of a measure."""

from prongsai.loading.load_site import load_site
from prongsai.rules.naming import measure_name as officer_name
from prongsai.views.measures.document_table import document_table
from prongsai.views.measures.facts import measure_link, measure_name, short_link
from prongsai.views.measures.tables import measure_facts
from prongsai.views.speech import Speech
from unit import makers

THAI = Speech("thai", from_document=True)
PROBLEM, SUMMARY = "เจ้าหน้าที่ใช้งบประมาณไม่เป็นไปตามวัตถุประสงค์", "ให้บุคลากรร่วมติดตามการใช้จ่าย"
BY_SUMMARY, BY_PROBLEM = SUMMARY, f"มาตรการสำหรับประเด็น: {PROBLEM}"
# What the file and the measure say, whether there is a summary, and the name that the site then uses.
CASES = (
    ("", "", True, PROBLEM),
    ("title_is: measure\n", "", True, PROBLEM),
    ("title_is: problem\n", "", True, BY_SUMMARY),
    ("title_is: problem\n", "", False, BY_PROBLEM),
    ("title_is: problem\n", ", title_is: measure", True, PROBLEM),
    ("", ", title_is: problem", True, BY_SUMMARY),
)


def site_of(tmp_path, of_file, of_measure, *, has_summary, head="columns: {title: ประเด็นที่ต้องพัฒนา}\n"):
    """The site with one measure, its year and its only measure."""
    summary = f", plain_summary: {SUMMARY}" if has_summary else ""
    row = f"  - {{id: m01, title: {PROBLEM}{of_measure}{summary}}}\n"
    files = {**makers.SITE, "data/2568/measures.yml": f"fiscal_year: 2568\n{of_file}{head}measures:\n{row}"}
    loaded = load_site(makers.write_files(tmp_path, files))
    assert not loaded.problems
    return loaded.site, loaded.site.years[-1], loaded.site.years[-1].measure_facts[0]


def test_a_measure_is_called_by_its_summary_where_a_problem_is_printed(tmp_path):
    """File and measure say what the title is; names, links and reports follow, and the title stays as printed."""
    for place, (of_file, of_measure, has_summary, name) in enumerate(CASES):
        _, _, one = site_of(tmp_path / str(place), of_file, of_measure, has_summary=has_summary)
        assert measure_name(one.measure, THAI) == name, place
        assert measure_link(2568, one.measure, THAI).text == short_link(2568, one.measure, THAI).text == name, place
        assert (PROBLEM in officer_name(one.measure)) == (PROBLEM in name), place
        assert one.measure.title == PROBLEM, place


def test_the_printed_problem_is_under_the_head_of_its_column(tmp_path):
    """The page of the measure and the first column of the document's table show it as printed, under its own head."""
    site, year, one = site_of(tmp_path, "title_is: problem\n", "", has_summary=True)
    first = measure_facts(one, site, THAI)[0]
    assert (first.name, THAI.plain(first.parts)) == ("ข้อความในช่อง “ประเด็นที่ต้องพัฒนา” ของเอกสาร", PROBLEM)
    table = document_table(year, site, THAI)
    assert [head.title for head in table.columns] == ["ประเด็นที่ต้องพัฒนา", "สถานะ"]
    [name, _] = table.rows[0]
    assert (THAI.plain(name.parts), name.head, name.anchor) == (PROBLEM, True, "m01")
    site, year, one = site_of(tmp_path / "named", "", "", has_summary=True)
    assert "ชื่อมาตรการตามเอกสาร" not in {fact.name for fact in measure_facts(one, site, THAI)}  # it is the page's title
    assert document_table(year, site, THAI).columns[0].title == "ประเด็นที่ต้องพัฒนา"


def test_a_cell_on_several_things_is_not_called_silent(tmp_path):
    """The page of a measure does not say that the document lacks what another cell says; a blank cell it does show."""
    said = {}
    for name, keys in {
        "both": "monitoring: เอกสารไม่ได้ระบุ, reporting: เอกสารไม่ได้ระบุ, action_and_report: [รายงานทุกเดือน]",
        "neither": "monitoring: เอกสารไม่ได้ระบุ, reporting: เอกสารไม่ได้ระบุ, action_and_report: [ประกาศ]",
        "blank": "monitoring: ช่องว่าง, reporting: ช่องว่าง, action_and_report: [รายงานทุกเดือน]",
    }.items():
        site, _, one = site_of(tmp_path / name, "", f", {keys}", has_summary=False)
        said[name] = {"การกำกับติดตาม", "การรายงานผล"} & {fact.name for fact in measure_facts(one, site, THAI)}
    assert said == {"both": set(), "neither": {"การกำกับติดตาม", "การรายงานผล"}, "blank": {"การกำกับติดตาม", "การรายงานผล"}}
