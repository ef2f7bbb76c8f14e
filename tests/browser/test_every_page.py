"""Pages of the repository's own site on a phone: one of every kind, and among the judges every one."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from browser.made import SITE_URL
from browser.visit import Visit, Visitor

CHUNKS, CHUNKS_OF_KINDS = 8, 2
PHONE, SMALL_PHONE = 390, 320


def silence(visit: Visit) -> list[str]:
    """No page makes the browser warn or complain."""
    return visit.said


def nothing_missing(visit: Visit) -> list[str]:
    """Every style sheet, script and font that a page asks for is there."""
    return visit.failed


def nothing_foreign(visit: Visit) -> list[str]:
    """No page asks any other host for anything."""
    return visit.foreign


def identity(visit: Visit) -> list[str]:
    """Every page is in Thai and Sarabun, with one first heading, a title, a description and its own address."""
    expected = {"lang": "th", "headings": 1, "canonical": f"{SITE_URL}{visit.page}", "font": True}
    wrong = [f"{name}: {visit.facts[name]}" for name, value in expected.items() if visit.facts[name] != value]
    return wrong + [f"{name}: empty" for name in ("title", "description") if not visit.facts[name].strip()]


def fits(visit: Visit) -> list[str]:
    """No page scrolls sideways on a phone, be it narrow."""
    return [f"{width}: {culprit}" for width, culprits in visit.wide.items() for culprit in culprits]


def tables(visit: Visit) -> list[str]:
    """Every table is in a region that the keyboard reaches, that has a name, and that scrolls."""
    needed = ("focusable", "name", "scrolls")
    return [f"{one['table']}: not {need}" for one in visit.regions for need in needed if not one[need]]


def accessible(visit: Visit) -> list[str]:
    """Axe finds no violation of WCAG 2.2 AA on any page."""
    return visit.violations


CLAIMS = (silence, nothing_missing, nothing_foreign, identity, fits, tables, accessible)


@pytest.mark.parametrize("chunk", range(CHUNKS_OF_KINDS))
def test_the_heaviest_page_of_every_kind_on_a_phone(windows, own, own_root, chunk, subtests):
    """All that is claimed above holds for one page of every kind; a failure names the page and the culprit."""
    check_pages(windows(own_root), sorted(own.every_kind().values())[chunk::CHUNKS_OF_KINDS], subtests)


@pytest.mark.judge
@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_every_page_on_a_phone(windows, own, own_root, chunk, subtests):
    """The same holds for each page of the site."""
    check_pages(windows(own_root), own.pages[chunk::CHUNKS], subtests)


def check_pages(visitor: Visitor, pages: Sequence[str], subtests) -> None:
    """Look at pages on a phone and on a narrow one, and check each claim."""
    visits = [visitor.look(path, widths=(PHONE, SMALL_PHONE)) for path in pages]
    assert [sorted(visit.wide) for visit in visits] == [[SMALL_PHONE, PHONE]] * len(pages)
    for claim in CLAIMS:
        with subtests.test(claim.__doc__):
            wrong = [f"/{visit.page}: {culprit}" for visit in visits for culprit in claim(visit)]
            assert not wrong, "\n".join(wrong)


def test_the_pages_are_all_there(own):
    """The site has every page of its plan, and many, so that the test above has looked at something."""
    assert set(own.kinds) <= set(own.pages)
    assert len(own.pages) > 90
    assert len(own.every_kind()) > 20
