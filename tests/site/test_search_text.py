"""The text that the search finds of a page is known from its blocks, and is the text of the page."""

from __future__ import annotations

from pathlib import Path

import pytest

import sites
from prongsai.blocks.passages import PageText
from prongsai.exports.search_index import read_page_text
from prongsai.pages.page import OF_BLOCKS
from prongsai.pages.plan import speech_of
from prongsai.pages.render import Renderer

ROOT = Path(__file__).resolve().parents[2]
SITES = [ROOT, *sorted(entry for entry in (ROOT / "examples").iterdir() if entry.is_dir())]


@pytest.mark.parametrize("root", SITES, ids=lambda root: root.name)
def test_the_text_of_blocks_is_the_text_of_the_page(root):
    """Its passages, the units and the files that it links are those that its Markdown shows."""
    checked = sites.checked(root)
    planned = checked.planned
    existing = planned.addresses.declared | {page.path for page in planned.pages}
    sizes = {name.removeprefix("content"): len(data) for name, data in planned.files.items()}
    renderer = Renderer(existing, speech_of(checked.results), sizes)
    pages = [page for page in planned.pages if page.form == OF_BLOCKS]
    assert len(pages) > 30
    shown = {page.path: _words(read_page_text(page.path, renderer.render(page))) for page in pages}
    assert {page.path: _words(renderer.read(page)) for page in pages} == shown


def _words(said: PageText) -> list[object]:
    """The words of a page, section by section: the page alone does not tell which of them are sentences."""
    passages = [(one.anchor, one.heading, sorted(f"{one.text} {one.aside}".split())) for one in said.passages]
    return [passages, said.units, said.files]
