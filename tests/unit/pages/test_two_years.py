"""Two years next to each other: which pairs there are, their figures and measures, and the links between them."""

import pytest

from prongsai.analysis.results import analyse_site
from prongsai.loading.load_site import load_site
from prongsai.pages.plan import plan_pages, speech_of
from prongsai.pages.render import Renderer
from unit.makers import SITE, write_files
from unit.pages.reading import read_html

SCORES = """fiscal_year: {year}
total: {total}
level: {level}
instruments: {{IIT: {total}}}
indicators: {{"1": {total}}}
"""
MEASURES = "fiscal_year: {year}\nmeasures:\n{rows}"
REPORTS = "fiscal_year: 2565\nas_of: 30 กันยายน 2565\nreports: [{measure: m1, status: done}]\n"


def rows(count):
    """So many measures of a year."""
    return "".join(f"  - {{id: m{one}, number: {one}, title: มาตรการ {one}}}\n" for one in range(1, count + 1))


FILES = {
    **{name: text for name, text in SITE.items() if not name.startswith("data/")},
    "data/2563/scores.yml": SCORES.format(year=2563, total=64.68, level="C"),
    "data/2564/scores.yml": SCORES.format(year=2564, total=77.85, level="B"),
    "data/2564/measures.yml": MEASURES.format(year=2564, rows=rows(2)),
    "data/2565/measures.yml": MEASURES.format(year=2565, rows=rows(21)),
    "data/2565/follow-up.yml": REPORTS,
    "data/2566/scores.yml": SCORES.format(year=2566, total=91.02, level="ต้องปรับปรุง"),
}


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    """The pages of a site with four years, by address."""
    results = analyse_site(load_site(write_files(tmp_path_factory.mktemp("years") / "root", FILES)).site)
    planned = plan_pages(results, ())
    renderer = Renderer(frozenset(page.path for page in planned), speech_of(results))
    return {page.path: read_html(renderer.render(page).partition("\n---\n")[2]) for page in planned}


def test_there_is_a_page_for_each_pair_that_shares_something(pages):
    """Both have scores, or both have measures, and they are near: pages grow with the years, not with their pairs."""
    expected = ["2564-2566", "2564-2565", "2563-2564"]
    assert [path for path in pages if path.startswith("/years/2")] == [f"/years/{pair}/" for pair in expected]
    links = [one.attributes["href"] for one in pages["/years/"].all("ul", "ps-files")[0].all("a")]
    assert links == [f"{pair}/" for pair in expected]
    others = [one.attributes["href"] for one in pages["/years/2563-2564/"].all("ul", "ps-files")[0].all("a")]
    assert others == [f"../{pair}/" for pair in expected[:-1]]


def test_the_figures_of_both_years_are_in_one_row_with_their_change(pages):
    """The older year first; the change is theirs, also where a year is between them."""
    table = pages["/years/2564-2566/"].table("two-scores")
    cells = {row[0].text: [one.text for one in row[1:]] for row in table}
    assert cells["คะแนนรวม"] == ["๗๗.๘๕", "๙๑.๐๒", "เพิ่มขึ้น ๑๓.๑๗"]
    assert next(found for name, found in cells.items() if name.startswith("IIT")) == cells["คะแนนรวม"]
    assert "กำหนดระดับต่างกัน" in pages["/years/2564-2566/"].text
    assert "กำหนดระดับต่างกัน" not in pages["/years/2563-2564/"].text


def test_the_measures_of_both_years_are_counted(pages):
    """Their names are said on the pages of the two years; no missing report is called anything else."""
    page = pages["/years/2564-2565/"]
    counted = {row[0].text: [one.text for one in row[1:]] for row in page.table("two-statuses")}
    assert counted["มาตรการทั้งหมด"] == ["๒", "๒๑"]
    assert counted["ดำเนินการแล้วเสร็จ"] == ["๐", "๑"]
    links = [one.attributes["href"] for one in page.all("a")]
    assert [links.count(f"../../{year}/measures/") for year in (2564, 2565)] == [1, 1]
    assert not [one for one in links if "/measures/m" in one]
    assert page.all("table")[0].attributes["class"].startswith("ps-grid")


def test_the_year_that_has_no_total_is_named(pages):
    """Said next to it is what is known of the other year."""
    said = pages["/years/2564-2565/"].text
    assert "ไม่ได้ระบุคะแนนรวมของปี ๒๕๖๕" in said
    assert "ปี ๒๕๖๔ ๗๗.๘๕ ระดับ B" in said
    assert "ทั้งสองปี" not in said
