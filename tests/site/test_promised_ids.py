"""The ids that a page keeps are known from its blocks, before a line of it is written."""

from __future__ import annotations

from pathlib import Path

import pytest

import sites
from prongsai.addresses import KINDS
from prongsai.pages.anchors import declared_fragments
from prongsai.pages.page import OF_BLOCKS

ROOT = Path(__file__).resolve().parents[2]
SITES = [ROOT, *sorted(entry for entry in (ROOT / "examples").iterdir() if entry.is_dir())]


@pytest.mark.parametrize("root", SITES, ids=lambda root: root.name)
def test_the_ids_of_blocks_are_those_of_the_page(root):
    """Every address that is promised is there, and nothing on a page has an id that is not promised."""
    planned = sites.checked(root).planned
    promised = {one for one in planned.addresses.declared if "#" in one}
    fleeting = {page.path for page in planned.pages if KINDS[page.subject.kind].fleeting}
    written = {
        f"{page.path}#{one}"
        for page in planned.pages
        if page.path not in fleeting and (text := planned.files.get(f"content/{page.source}"))
        for one in declared_fragments(text.decode())
    }
    assert written == promised
    assert any(page.form == OF_BLOCKS for page in planned.pages)
