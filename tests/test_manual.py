"""The manual in docs/ is a site of its own, made by the theme and the engine that sites of agencies have."""

from __future__ import annotations

import re

import pytest
from build_docs import DOCS, build_docs, read_menu


@pytest.fixture(scope="module")
def manual(tmp_path_factory):
    """The folder of the built manual; a link that leads nowhere is a problem."""
    folder = tmp_path_factory.mktemp("manual") / "site"
    assert build_docs(folder) == []
    return folder


def test_every_page_of_the_manual_is_built(manual):
    """Each Markdown file of docs/ is a page, in its language, and no other page is there."""
    pages = {path.relative_to(DOCS).with_suffix("") for path in DOCS.rglob("*.md")}
    expected = {(page.parent if page.name == "README" else page).as_posix() for page in pages}
    made = {path.parent.relative_to(manual).as_posix() for path in manual.rglob("index.html")}
    assert made == expected
    assert '<html lang="en"' in (manual / "english" / "index.html").read_text("utf-8")
    assert '<html lang="th"' in (manual / "officer" / "year" / "index.html").read_text("utf-8")


def test_the_menu_has_each_kind_of_reader(manual):
    """Officer, assessor, webmaster and developer, as docs/README.md lists their pages; each page is in the menu."""
    menu = read_menu((DOCS / "README.md").read_text("utf-8"))
    groups = {name: entries for one in menu for name, entries in one.items() if isinstance(entries, list)}
    assert len(groups) == 4
    assert all(groups.values())
    html = (manual / "index.html").read_text("utf-8")
    for name, entries in groups.items():
        assert f'<span class="ps-menu__group">{name}</span>' in html
        assert len(re.findall(r"<li><a ", html)) >= sum(map(len, groups.values())), entries
