"""The content of a page as MkDocs itself makes it of Markdown, with the generated settings."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.utils.meta import get_data

from prongsai.engines.engine import Article, Heading
from prongsai.engines.mkdocs.base_settings import markdown_settings


@cache
def config():
    """The settings of MkDocs as far as they matter to Markdown."""
    made = MkDocsConfig()
    made.load_dict({"site_name": "x", "docs_dir": str(Path(__file__).parent), **markdown_settings()})
    failed, _ = made.validate()
    assert failed == []
    return made


def read_as_mkdocs(source):
    """The article that MkDocs makes of a Markdown file."""
    page = Page(None, File("index.md", config().docs_dir, config().site_dir, use_directory_urls=True), config())
    page.markdown, page.meta = get_data(source)
    page.render(config(), Files([page.file]))
    contents = tuple(_flat(page.toc))
    return Article(page.content, contents, page._title_from_render or "", frozenset(page.present_anchor_ids))


def _flat(entries):
    for one in entries:
        yield Heading(one.level, one.id, one.title)
        yield from _flat(one.children)
