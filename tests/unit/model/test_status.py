"""A status is said in one place; whatever shows it finds its look there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from prongsai.model.status import LOOKS, REPORTED, Status
from prongsai.model.synonyms import value_meant
from prongsai.prose.status_counts import status_claims

CSS = Path(__file__).resolve().parents[3] / "theme" / "sheets"


@pytest.mark.parametrize("status", REPORTED, ids=lambda status: status.key)
def test_a_status_has_a_look_that_the_style_sheets_know(status):
    """Its tag has a rule of its own, and so has its part of a bar: none falls back to what a browser draws."""
    assert status.tag in LOOKS
    tags, pictures = ((CSS / name).read_text("utf-8") for name in ("components.css", "pictures-measures.css"))
    assert re.search(rf"\.ps-tag--{status.tag}\b", tags)
    assert len(re.findall(rf"\.ps-figure (?:\.|:is\([^)]*\.){status.look}\b", pictures)) >= 2


@pytest.mark.parametrize("status", REPORTED, ids=lambda status: status.key)
def test_the_word_of_a_status_means_it(status):
    """A typed word of the pages is answered with the key; a text that counts measures by that word counts these."""
    keys = [one.key for one in REPORTED]
    assert value_meant(status.word, keys) == status.key
    assert [claim.status for claim in status_claims(f"{status.word} 7 มาตรการ")] == [status]


def test_a_word_means_one_status():
    """No word stands for two of them."""
    words = [word for status in REPORTED for word in status.also]
    assert len(words) == len({*words})
    assert not any(status.is_reported for status in (Status.NO_REPORT, Status.DISPUTED, Status.PRINTED))
