"""Every page of the repository's own site on a phone."""

from __future__ import annotations

import pytest

from browser.conftest import CHUNKS
from browser.made import SITE_URL

every_chunk = pytest.mark.parametrize(
    "chunk", [pytest.param(number, marks=pytest.mark.xdist_group(f"browser-{number}")) for number in range(CHUNKS)]
)


@every_chunk
def test_a_page_opens_in_silence(visits, chunk):
    """No page makes the browser warn or complain."""
    assert {visit.page: visit.said for visit in visits(chunk) if visit.said} == {}


@every_chunk
def test_nothing_that_a_page_asks_for_is_missing(visits, chunk):
    """Every style sheet, script and font that a page asks for is there."""
    assert {visit.page: visit.failed for visit in visits(chunk) if visit.failed} == {}


@every_chunk
def test_a_page_asks_no_other_host(visits, chunk):
    """No page asks any other host for anything."""
    assert {visit.page: visit.foreign for visit in visits(chunk) if visit.foreign} == {}


@every_chunk
def test_a_page_says_what_it_is(visits, chunk):
    """Every page is in Thai, with one heading of the first rank, a title, a description, its address and the font."""
    wrong = {}
    for visit in visits(chunk):
        facts = visit.facts
        expected = {"lang": "th", "headings": 1, "canonical": f"{SITE_URL}{visit.page}", "font": True}
        found = {name: facts[name] for name, value in expected.items() if facts[name] != value}
        found |= {name: "empty" for name in ("title", "description") if not facts[name].strip()}
        if found:
            wrong[visit.page] = found
    assert wrong == {}


@every_chunk
@pytest.mark.parametrize("width", [390, 320])
def test_a_page_fits_the_phone(visits, chunk, width):
    """No page scrolls sideways on a phone, however narrow."""
    assert {visit.page: visit.wide[width] for visit in visits(chunk) if visit.wide[width]} == {}


@every_chunk
def test_a_wide_table_scrolls_in_a_named_region(visits, chunk):
    """Every table lies in a region of its own that the keyboard reaches, that has a name, and that scrolls."""
    wrong = {
        (visit.page, region["table"]): region
        for visit in visits(chunk)
        for region in visit.regions
        if not (region["focusable"] and region["name"] and region["scrolls"])
    }
    assert wrong == {}


@every_chunk
def test_axe_finds_nothing_on_a_page(visits, chunk):
    """Axe finds no violation of WCAG 2.2 AA on any page on a phone."""
    assert {visit.page: visit.violations for visit in visits(chunk) if visit.violations} == {}


@pytest.mark.xdist_group("browser-0")
def test_the_pages_are_all_there(own):
    """The site has the pages of its plan and more than a few, so that the tests above have looked at something."""
    assert len(own.pages) >= len(own.templates) > 90
