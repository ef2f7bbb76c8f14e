"""The content of every generated page is known without Python-Markdown, and is what MkDocs makes of its Markdown."""

from __future__ import annotations

from pathlib import Path

import pytest

import sites
from prongsai.pipeline.content.articles import Articles
from unit.engines.as_mkdocs import read_as_mkdocs

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = ROOT / "examples", ROOT / "tests" / "released"
SITES = [ROOT, *sorted(one for folder in FOLDERS for one in folder.iterdir() if (one / "data").is_dir())]


@pytest.mark.parametrize("root", SITES, ids=lambda root: root.name)
def test_an_article_is_what_the_engine_makes_of_the_page(root):
    """The HTML, the list of contents, the title and the ids of every page, none of which is left out."""
    pages = sites.checked(root).planned.made.pages
    articles = Articles(pages)
    assert len(pages) > 40
    for name, page in pages.items():
        assert articles.get(name.removeprefix("content/")) == read_as_mkdocs(page.markdown), name
