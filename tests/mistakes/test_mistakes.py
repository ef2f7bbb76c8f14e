"""Mistakes that officers make, and what `prongsai check` answers to each first."""

from __future__ import annotations

import pytest

import sites
from mistakes.table import CLEAN, NOTHING, expected, first_answer, made, mistakes
from prongsai.pipeline.check import check_folder
from prongsai.reporting import as_text

AT_LEAST = 136  # as many as were tried by hand


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The clean site, in which one mistake after the other is made and taken back."""
    return sites.copy_site(CLEAN, tmp_path_factory.mktemp("mistakes") / "site")


def test_the_site_of_all_mistakes_is_clean(site):
    """The site that each mistake is made in has no problem itself, so that the answer is to the mistake."""
    assert as_text(check_folder(site).problems).splitlines() == [NOTHING]


@pytest.mark.parametrize("name", mistakes())
def test_a_mistake_is_answered_as_kept(name, site):
    """Place, code and sentence of the first answer are those in expected.txt (tools/list_mistakes.py --write)."""
    assert first_answer(name, site) == expected()[name]


def test_what_is_not_said_is_written_down():
    """A row says why there is no answer just where there is none."""
    silent = {name for name, row in mistakes().items() if row.get("silent")}
    assert silent == {name for name, answer in expected().items() if answer == NOTHING}


def test_every_mistake_changes_the_site_and_is_taken_back(site):
    """No two rows make the same site, none leaves it as it was, and the next one finds it clean."""
    clean = sites.snapshot(CLEAN)
    found = [clean]
    for row in mistakes().values():
        with made(row, site):
            found.append(sites.snapshot(site))
        assert sites.snapshot(site) == clean
    assert len({tuple(one.items()) for one in found}) == len(found)


def test_the_table_is_whole():
    """There are as many rows as were tried, each with a kept answer, and no answer without a row."""
    assert len(mistakes()) >= AT_LEAST
    assert list(expected()) == list(mistakes())
