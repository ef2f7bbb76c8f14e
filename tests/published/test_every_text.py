"""Nothing that was entered from a document is lost: every value of the data is on the page where it belongs."""

from __future__ import annotations

import re

import pytest

from prongsai.blocks import as_printed
from prongsai.model.stated import known
from published.rendered import FOLDERS, Rendered, absent_from, fold, holds, rendered
from published.walked import at, said, walk

PARTS = ("scores", "analysis", "measures", "follow_up", "memo", "register", "explanations")
PAGES = {  # below the year's own page
    "scores": ("scores", "oit"),
    "analysis": ("analysis",),
    "measures": ("measures",),
    "follow_up": ("follow-up",),
    "memo": ("memo",),
    "register": ("oit",),
    "explanations": ("notes",),
}
# What is on no page as it is, and why nothing of the document is lost by it.
KEYS = {
    "source": "a key of site_config/documents.yml; the page of the year gives the title of the document",
    "id": "the address of a page, or the anchor of a heading",
    "topic": "a key of a topic, whose title heads the table",
    "title_is": "a choice: the words by which pages call the measures follow from it",
    "place": "the page on which a section stands",
    "fiscal_year": "the year in which the page stands",
    "from_fiscal_year": "said in words by the page of the measures",
    "printed_levels_at": "a place in the document",
    "instrument": "said by the name of the instrument, which the documents print in several ways",
}
SITES = list(FOLDERS)
MARK = fold(as_printed.MARK)


def pages_of(site: Rendered, year: int, part: str, path) -> str:
    """The folded text of the pages where a value may be."""
    names = [str(step) for step in path]
    if names[0] == "notes" or names[-1] in {"printed_name", "printed_code"}:
        return site.texts[f"/{year}/notes/"]
    if part == "analysis" and names[0] == "sections" and at(site.year(year).analysis, path[:2]).place == "methodology":
        return site.texts["/methodology/"]
    if part == "measures" and names[0] == "measures":
        return site.texts[f"/{year}/measures/{site.year(year).measures.measures[path[1]].id}/"]
    if part == "scores" and "printed_title" in names:
        return "".join(site.texts[f"/{year}/{name}/"] for name in ("oit", "notes"))
    return "".join(site.texts[f"/{year}/{name}/"] for name in PAGES[part])


def is_left_out(record, path) -> bool:
    """True if a value is one of those that no page shows, for a reason that is given here."""
    names = [step for step in path if isinstance(step, str)]
    if names[-1] in KEYS or "rules" in names:  # the rules check a list, whose words say them
        return True
    if names[0] == "development_points" and names[-1] in {"printed_title", "indicator", "item"}:
        return True  # held below
    if names[:2] == ["rank", "also_stated"] and names[-1] in {"at", "quote"}:
        return True  # held below
    if "also_stated" in names and names[-1] in {"at", "quote"}:
        figure, again = at(record, path[: path.index("also_stated")]), at(record, path[:-1])
        return getattr(again, "value", None) == known(figure.value)  # only counted: it says the same once more
    if names[-1] == "at":  # the place of a first statement; measures and remarks show theirs
        return names[0] not in {"measures", "notes"} or len(path) != 3
    return names == ["measures", "responsible", "printed"]  # held below


def lost(site: Rendered, year: int, part: str) -> list[str]:
    """The values of a record that are missing on their pages, but for the mark behind a misspelt name."""
    record = getattr(site.year(year), part)
    return [
        f"{year} {part} {'.'.join(map(str, path))}: {said(site.site, path, value)}"
        for path, value in walk(record)
        if not is_left_out(record, path)
        and not holds(unmarked(pages_of(site, year, part, path)), said(site.site, path, value))
        and unmarked(fold(said(site.site, path, value))) not in unmarked(pages_of(site, year, part, path))
    ]


def unmarked(folded: str) -> str:
    """A folded text without the mark that pages put behind a name that the document misspells."""
    return folded.replace(MARK, "")


@pytest.mark.parametrize("name", SITES)
def test_every_value_of_a_year_is_on_its_page(name):
    """Scores, analysis, measures, follow-up, memo and remarks of the five published documents."""
    site = rendered(name)
    kept = [(year.year, part) for year in site.site.years for part in PARTS if getattr(year, part) is not None]
    assert kept
    assert [text for year, part in kept for text in lost(site, year, part)] == []


@pytest.mark.parametrize("name", SITES)
def test_every_cell_of_a_measure_is_in_the_table_too(name):
    """The table of the year holds title, steps, actions, period, constraint and monitoring of every measure."""
    site = rendered(name)
    fields = ("title", "steps", "action_and_report", "period", "constraint", "monitoring", "reporting")
    for year in site.site.years:
        for place, measure in enumerate(year.measures.measures if year.measures else ()):
            base = ("measures", place)
            values = [(path, one) for field in fields for path, one in walk(getattr(measure, field), (*base, field))]
            shown = site.texts[f"/{year.year}/measures/"]
            assert [one for path, one in values if fold(said(site.site, path, one)) not in shown] == []


@pytest.mark.parametrize("name", SITES)
def test_the_responsible_as_printed_are_named_in_their_order(name):
    """The words of the document, or the same names one after the other without "and" and numbers between them."""
    site, between = rendered(name), re.compile(r"[0-9]+[.)]|และ|[,/]")
    for year in site.site.years:
        for measure in year.measures.measures if year.measures else ():
            responsible = known(measure.responsible)
            if responsible is not None:
                shown = site.texts[f"/{year.year}/measures/{measure.id}/"]
                assert between.sub("", fold(responsible.printed)) in between.sub("", shown)


@pytest.mark.parametrize("name", SITES)
def test_the_agency_and_the_titles_of_its_documents_are_shown(name):
    """Name, kind, district, province, channels and units; each document on the pages of the years made from it."""
    site = rendered(name)
    agency = site.site.agency
    stated = [value for _, value in walk([agency.name, agency.type, agency.district, agency.province, agency.address])]
    stated += [text for channel in known(agency.channels) or () for text in (channel.label, channel.value) if text]
    assert [text for text in stated if fold(text) not in site.texts["/contact/"]] == []
    assert [unit.name for unit in agency.units.values() if fold(unit.name) not in site.texts["/units/"]] == []
    years = "".join(site.texts[f"/{year.year}/"] for year in site.site.years)
    assert [one.title for one in site.site.documents.values() if fold(one.title) not in years] == []


@pytest.mark.parametrize("name", SITES)
def test_what_the_maker_of_the_data_matched_is_marked(name):
    """As many marks on the page of a measure as matches that the document does not state."""
    site = rendered(name)
    for year in site.site.years:
        for measure in year.measures.measures if year.measures else ():
            page = site.pages[f"/{year.year}/measures/{measure.id}/"]
            marks = [one for one in page.all(css="ps-tag--inferred") if one.text == "จับคู่โดยผู้จัดทำข้อมูล"]
            assert len(marks) == sum(not basis.stated for basis in measure.basis)


def test_the_titles_of_the_development_points_are_shown_as_printed():
    """Sub-indicator, code and title of the row, as ตัวชี้วัดที่ ๙.๑ ข้อ ๐๒ ข้อมูลผู้บริหาร."""
    site = rendered("mueang-klaeng")
    titles = [point.printed_title for point in site.year(2564).analysis.development_points]
    assert [title for title in titles if fold(title) not in site.texts["/2564/analysis/"]] == []


@pytest.mark.parametrize("name", ["mueang-klaeng", "nam-mong", "don", "phu-wong"])
def test_who_issued_a_document_is_shown(name):
    """Next to its title on the page of a year: who issued it, and when where the document says so."""
    site = rendered(name)
    for key, document in site.site.documents.items():
        records = ("scores", "analysis", "measures", "follow_up", "memo")
        used = [y for y in site.site.years if any(getattr(getattr(y, one), "source", None) == key for one in records)]
        for year in used:
            after = site.texts[f"/{year.year}/"].partition(fold(document.title))[2]
            stated = [value for _, value in walk([document.issued_by, document.issued_on])]
            assert [value for value in stated if fold(value) not in after] == []


def test_a_rank_that_is_stated_twice_differently_is_among_the_differing_figures():
    """With its place and its words, as totals and levels do."""
    site = rendered("don")
    [again] = site.year(2567).scores.rank.also_stated
    shown = "".join(map("".join, site.rows("/2567/scores/", "stated-again")))
    assert absent_from(shown, ["2,551", again.at, again.quote]) == []
