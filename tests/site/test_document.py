"""Every row of the documents of this repository is on its site."""

from __future__ import annotations

import re

import pytest

from prongsai.blocks.as_printed import MARK
from prongsai.thai.numerals import numbers_to_thai

MEASURES = [f"m{number:02d}" for number in range(1, 12)]
POINTS = ["2", "6", "8", "O2", "O8", "O15", "O17", "O18", "O23", "O38", "O42", "O43"]
ZERO_ITEMS = ["O2", "O8", "O15", "O17", "O18", "O23", "O38", "O42", "O43"]


def texts(value):
    """Every text of a list of points, however deep."""
    if isinstance(value, str):
        return [" ".join(value.split())]
    if isinstance(value, dict):
        return [*texts(value["text"]), *texts(value.get("points", []))]
    return [text for one in value for text in texts(one)]


@pytest.fixture(scope="module")
def entered(own):
    """The eleven measures as they were entered, by their id."""
    return {one["id"]: one for one in own.entered("data/2565/measures.yml")["measures"]}


@pytest.fixture(scope="module")
def units(own):
    """The names of the units by their key."""
    return {key: unit["name"] for key, unit in own.entered("site_config/agency.yml")["units"].items()}


def cells_of(measure, units):
    """The cells of the document's row of a measure."""
    stated = [*texts(measure["title"]), *texts(measure["steps"]), *texts(measure["monitoring"]), measure["period"]]
    return [*stated, *(units[key] for key in measure["responsible"]["units"])]


def test_the_document_has_eleven_measures(entered):
    """They are entered one by one."""
    assert list(entered) == MEASURES


@pytest.mark.parametrize("measure", MEASURES)
def test_every_cell_of_a_measure_is_in_its_row(own, entered, units, measure):
    """The page of the measures is the document's table: title, steps, units, period, monitoring."""
    row = own.page("/2565/measures/").table("measures")[MEASURES.index(measure)]
    shown = " ".join(cell.text for cell in row)
    assert numbers_to_thai(f"มาตรการที่ {entered[measure]['number']} ") in shown
    assert [cell for cell in cells_of(entered[measure], units) if cell not in shown] == []


@pytest.mark.parametrize("measure", MEASURES)
def test_every_cell_of_a_measure_is_on_its_own_page(own, entered, units, measure):
    """The permanent page has them too, with what the measure answers and where it is in the document."""
    shown = own.page(f"/2565/measures/{measure}/").text
    basis = [one[key] for one in entered[measure]["basis"] for key in ("note", "quote") if key in one]
    wanted = [*cells_of(entered[measure], units), *texts(basis), entered[measure]["at"]]
    assert [cell for cell in wanted if cell not in shown] == []


def test_a_measure_without_report_is_neither_done_nor_undone(own):
    """None of the eleven has a report, which is said of them all; nothing says that they were not started."""
    page = own.page("/2565/measures/")
    assert page.one("caption", id="t-measures").text.endswith("สถานะของทุกแถวในตารางนี้: ยังไม่มีรายงานผล")
    for kind in ("unknown", "done", "active", "stopped", "planned"):
        assert page.all(css=f"ps-tag--{kind}") == []


def test_the_page_of_the_measures_opens_with_the_result_that_they_answer(own):
    """Ten indicators and nine items without score of 2564 are before the eleven measures."""
    page = own.page("/2565/measures/")
    assert len(page.table("indicators")) == 10
    assert [re.search("O[0-9]+", row[0].text).group() for row in page.table("zero-items")] == ZERO_ITEMS


@pytest.mark.parametrize("file", ["data/2565/measures.yml"])
def test_what_is_around_the_measures_is_shown(own, file):
    """Title, introduction and goals."""
    shown, stated = own.page("/2565/measures/").text, own.entered(file)
    wanted = [*texts(stated["title"]), *texts(stated["introduction"]), *texts(stated["goals"])]
    assert [text for text in wanted if text not in shown] == []


def test_every_development_point_is_shown_in_order(own):
    """Twelve points, each below its own heading with all that is assessed and to be improved."""
    points = own.entered("data/2564/analysis.yml")["development_points"]
    assert [one.get("indicator") or one["item"] for one in points] == POINTS
    page = own.page("/2564/analysis/")
    headings = [one.attributes["id"] for one in page.all("h3") if one.attributes["id"].startswith("point-")]
    assert headings == [f"point-{name.lower()}" for name in POINTS]
    sections = re.split("(?=<<)", with_marks(page))
    for name, point in zip(POINTS, points, strict=True):
        [section] = [text for text in sections if text.startswith(f"<<point-{name.lower()}>>")]
        wanted = [*texts(point["assessed"]), *texts(point["improve"])]
        assert [text for text in wanted if text not in section] == [], name


def with_marks(page):
    """The text of a page with a mark at each heading that has a name."""
    for heading in (*page.all("h2"), *page.all("h3")):
        heading.children.insert(0, f"<<{heading.attributes['id']}>> ")
    return page.text


@pytest.mark.parametrize("item", ZERO_ITEMS)
def test_a_development_point_of_an_item_is_on_the_page_of_the_item_too(own, item):
    """With the reason why it had no score, and the name of the item."""
    [point] = [one for one in own.entered("data/2564/analysis.yml")["development_points"] if one.get("item") == item]
    reasons = own.entered("data/2564/scores.yml")["items"][item]["reasons"]
    shown = own.page(f"/2564/oit/{item.lower()}/").text
    wanted = [*reasons, *texts(point["assessed"]), *texts(point["improve"])]
    assert [text for text in wanted if text not in shown] == []


def test_strengths_and_weaknesses_are_shown_in_the_words_of_the_document(own):
    """Two strengths, three weaknesses and four findings, none in other words but for the mark of a misspelt name."""
    stated = own.entered("data/2564/analysis.yml")
    shown = own.page("/2564/analysis/").text.replace(f" {MARK} ", "")
    assert (len(stated["strengths"]), len(stated["weaknesses"]), len(stated["findings"])) == (2, 3, 4)
    wanted = [one["text"] for key in ("findings", "strengths", "weaknesses") for one in stated[key]]
    assert [text for text in texts([*wanted, *stated["development_introduction"]]) if text not in shown] == []


@pytest.mark.parametrize("page", ["/2564/analysis/", "/2564/oit/", "/2565/measures/"])
def test_the_nine_items_without_score_are_shown_with_their_reasons(own, page):
    """In the analysis, in the index of items, and where the measures answer them."""
    items = own.entered("data/2564/scores.yml")["items"]
    table = own.page(page).table("zero-items")
    assert len(table) == 9
    for row, code in zip(table, ZERO_ITEMS, strict=True):
        shown = " ".join(cell.text for cell in row)
        assert f"{code} " in shown
        assert [reason for reason in items[code]["reasons"] if reason not in shown] == []


def test_the_notes_say_which_indicator_the_list_of_strengths_leaves_out(own):
    """Six indicators rose and are above 80: 1 is missing in the document's list of five."""
    notes = [note.text for note in own.page("/2564/notes/").all(css="ps-note")]
    found = [note for note in notes if "๓, ๔, ๕, ๗, ๙" in note and "๑, ๓, ๔, ๕, ๗, ๙" in note]
    assert found


@pytest.mark.parametrize(
    ("year", "words"),
    [(2564, ("๖๔.๓๐", "๔๓.๗๕")), (2563, ("๖๔.๖๘", "๖๔.๖๖")), (2563, ("ระดับ", " C ", " D"))],
)
def test_contradictions_of_the_documents_are_notes(own, year, words):
    """The second figure of OIT, the total that does not follow, and the level that does not follow from it."""
    notes = [note.text for note in own.page(f"/{year}/notes/").all(css="ps-note")]
    assert [note for note in notes if all(word in note for word in words)]


@pytest.mark.parametrize("year", [2563, 2564, 2565])
def test_every_remark_is_a_note(own, year):
    """A remark made while entering is shown to the public; figures in the numerals of the site."""
    shown = own.page(f"/{year}/notes/").text
    for path in (own.root / f"data/{year}").glob("*.yml"):
        remarks = own.entered(f"data/{year}/{path.name}").get("notes", [])
        wanted = [numbers_to_thai(text) for text in texts([{"text": one["text"]} for one in remarks])]
        assert [text for text in wanted if text not in shown] == [], path.name


def test_every_section_of_the_document_is_shown(own):
    """On the page of the analysis or of the methodology, where its file says."""
    for section in own.entered("data/2564/analysis.yml")["sections"]:
        shown = own.page("/methodology/" if section.get("place") == "methodology" else "/2564/analysis/").text
        table = section.get("table", {"caption": [], "columns": [], "rows": []})
        cells = [cell for row in table["rows"] for cell in row if cell not in {"ช่องว่าง", "รวมกับช่องบน"}]
        wanted = [section["title"], *section.get("paragraphs", []), *table["columns"], *cells]
        found = texts([*wanted, *texts(section.get("points", [])), *texts(table["caption"])])
        assert [text for text in found if text not in shown] == [], section["id"]
