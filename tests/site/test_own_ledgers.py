"""This site and the examples count as published: their ledgers are kept and nothing in them is lost."""

from __future__ import annotations

from pathlib import Path

import pytest

import sites
from prongsai.ledger.load_ledger import LEDGER, find_newest_snapshot
from prongsai.wording import Severity, severity_of

ROOT = Path(__file__).resolve().parents[2]
SITES = [ROOT, *sorted(entry for entry in (ROOT / "examples").iterdir() if entry.is_dir())]


@pytest.mark.parametrize("root", SITES, ids=lambda root: root.name)
def test_every_published_address_still_answers(root):
    """No error of the ledger, and every address that would be published is in it already."""
    checked = sites.checked(root)
    assert [one.code for one in checked.problems if one.where.file == LEDGER] == []
    assert [one.code for one in checked.problems if severity_of(one.code) is Severity.ERROR] == []
    assert checked.ledger.rows, "the site counts as published"


@pytest.mark.parametrize("root", SITES, ids=lambda root: root.name)
def test_a_snapshot_of_the_published_facts_is_kept(root):
    """The newest snapshot counts as many addresses as the ledger has."""
    newest = root / "site_config" / "published" / find_newest_snapshot(root)
    assert f'"addresses": {len(sites.checked(root).ledger.rows)}' in newest.read_text("utf-8")


@pytest.mark.parametrize("root", SITES, ids=lambda root: root.name)
def test_every_page_that_we_make_has_a_subject_of_its_own(root):
    """None is read as something that people put into content/, and no two are about the same."""
    subjects = [page.subject for page in sites.checked(root).planned.pages]
    assert {one.kind for one in subjects}.isdisjoint({"files", "page", "file", "own-of-year"})
    assert len({*subjects}) == len(subjects)
