"""Drafts pass through the workbook: the column says so, and what nobody touched changes nothing."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from books import compared, exported, taken_in
from prongsai.loading.load_site import load_site
from prongsai.model.unfinished import is_unfinished
from prongsai.pipeline.draft import prepare_analysis, prepare_measures
from prongsai.pipeline.save import save
from unit.drafts.test_drafts import bare_copy


@pytest.fixture(scope="module")
def root(tmp_path_factory) -> Path:
    """A site with both drafts written."""
    made, year = bare_copy(tmp_path_factory.mktemp("drafted"), "don")
    for prepared in (prepare_analysis(made, year), prepare_measures(made, year + 1, 3)):
        assert prepared.proposed is not None
        save(made, prepared.proposed, "test")
    return made


@pytest.mark.parametrize("year", [2567, 2568])
def test_a_workbook_of_drafts_changes_nothing(root, year):
    """Export and import of a year that is all drafts."""
    assert compared(root, exported(root, year)).joined.is_empty


def test_a_workbook_brings_drafts_as_drafts(root, tmp_path):
    """Into a site that has nothing: each measure is a draft there, too."""
    empty = tmp_path / "empty"
    (empty / "data").mkdir(parents=True)
    shutil.copytree(root / "site_config", empty / "site_config")
    texts = taken_in(empty, exported(root, 2568), year=2568)
    for name, text in texts.items():
        (empty / name).parent.mkdir(parents=True, exist_ok=True)
        (empty / name).write_bytes(text.encode())
    was, now = (load_site(one).site.year(2568) for one in (root, empty))
    assert was is not None
    assert now is not None
    assert [one.title for one in now.listed_measures] == [one.title for one in was.listed_measures]
    assert all(one.draft and is_unfinished(one) for one in now.listed_measures)
