"""The pages of a saved file, made before all others: the same as the whole build makes them afterwards."""

from __future__ import annotations

import re

import pytest

from prongsai.pipeline.build import build_folder
from prongsai.pipeline.preview.first_pages import FirstPages
from unit.pipeline.conftest import make_root

MEASURES, SCORES = "data/2565/measures.yml", "data/2564/scores.yml"
TITLE = "เผยแพร่ช่องทางติดต่อผู้บริหาร"
ADDRESS = "http://127.0.0.1:8000/"


class Site:
    """A site that is built again and again, with what is known of it."""

    def __init__(self, root):
        self.root, self.site = root, root / ".prongsai/preview"
        self.known = FirstPages(root, self.build().checked)

    def build(self):
        """Build all of it."""
        built = build_folder(self.root, self.site, site_url=ADDRESS, for_officer=True)
        assert built.done
        return built

    def save(self, name, pattern, to):
        """Save a file with another text in one place."""
        path = self.root / name
        text, count = re.subn(pattern, to, path.read_text("utf-8"), count=1, flags=re.MULTILINE)
        assert count, name
        path.write_text(text, "utf-8")

    def held(self, name):
        """The bytes of a file in the site, None where there is none."""
        file = self.site / name
        return file.read_bytes() if file.is_file() else None


@pytest.fixture(scope="module")
def shared(tmp_path_factory):
    """A small site with its first build."""
    return Site(make_root(tmp_path_factory.mktemp("first") / "root"))


@pytest.fixture
def site(shared):
    """The same, with its files as they were at first."""
    names = (MEASURES, SCORES, "data/2564/analysis.yml", "content/about.md")
    texts = {name: (shared.root / name).read_bytes() for name in names}
    yield shared
    for name, text in texts.items():
        (shared.root / name).write_bytes(text)
    shared.known.take(names)


@pytest.mark.parametrize(
    ("name", "pattern", "to", "page"),
    [
        (MEASURES, TITLE, "ชื่อใหม่ของมาตรการ", "2565/measures/m01/index.html"),
        (SCORES, "26 สิงหาคม", "27 สิงหาคม", "2564/scores/index.html"),
        ("data/2564/analysis.yml", r"แนวคิด", "แนวคิดใหม่", "2564/analysis/index.html"),
        ("content/about.md", "เขียนเอง", "เขียนเองใหม่", "about/index.html"),
    ],
)
def test_first_pages_are_those_of_the_whole_build(site, name, pattern, to, page):
    """Byte for byte, and the page that people look at after this save is among them."""
    before = site.held(page)
    site.save(name, pattern, to)
    assert site.known.can_take([name])
    first = site.known.take([name])
    site.build()
    assert first.errors == ()
    assert page in first.pages
    assert before != first.pages[page]
    assert {one: site.held(one) for one in first.pages} == first.pages


def test_a_measure_that_comes_and_goes_is_a_page_at_once(site):
    """A new one has a page, one that was taken out has none, and the pages next to it know."""
    text = (site.root / MEASURES).read_text("utf-8")
    new = text.rstrip() + "\n  - id: brand-new\n    number: 9\n    title: มาตรการที่เพิ่งเพิ่ม\n"
    page = "2565/measures/brand-new/index.html"
    (site.root / MEASURES).write_text(new, "utf-8")
    assert "มาตรการที่เพิ่งเพิ่ม" in site.known.take([MEASURES]).pages[page].decode()
    (site.root / MEASURES).write_text(text, "utf-8")
    first = site.known.take([MEASURES])
    assert first.pages[page] is None
    assert first.pages["2565/measures/index.html"] == site.held("2565/measures/index.html")


def test_an_error_in_the_saved_file_is_found_when_it_is_read(site):
    """With its line, until the file is right again, also where another file is saved in between."""
    text = (site.root / SCORES).read_text("utf-8")
    site.save(SCORES, r"^level:", "levl:")
    (found, *_) = site.known.take([SCORES]).errors
    assert (found.code, found.where.file) == ("unknown-key", SCORES)
    assert found.where.line > 1
    assert site.known.take([MEASURES]).errors
    (site.root / SCORES).write_text(text, "utf-8")
    assert site.known.take([SCORES]).errors == ()


def test_what_changes_more_than_pages_of_years_is_left_to_the_whole_build(site):
    """Settings, new pages and new years decide on menus and lists everywhere."""
    for name in ("site_config/site.yml", "content/new.md", "mkdocs.yml", "data/2570/scores.yml", "content/files/a.pdf"):
        assert not site.known.can_take([MEASURES, name]), name


def test_a_year_that_somebody_looks_at_is_among_the_first(site):
    """A page of another year comes first where it shows what was saved and somebody looks at it."""
    page = next(one for one in site.known.pages.values() if one.year == 2564 and MEASURES in one.made_from)
    site.save(MEASURES, TITLE, "ชื่อใหม่ของมาตรการ")
    first = site.known.take([MEASURES], [page.path, "/nothing/"])
    site.build()
    assert {one.split("/")[0] for one in first.pages} == {"2564", "2565"}
    assert {one: site.held(one) for one in first.pages} == first.pages
