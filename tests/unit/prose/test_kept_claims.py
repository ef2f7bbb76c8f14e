"""Claims of texts that an earlier run has read come from the store, and are the very same."""

from __future__ import annotations

from dataclasses import replace

import pytest

import sites
from prongsai.analysis.results import analyse_site
from prongsai.loading.load_site import load_site
from prongsai.pipeline.judge import CLAIMS, _Claims
from prongsai.pipeline.store import Store
from prongsai.prose import claimed
from prongsai.prose.grammar import claims
from prongsai.prose.grammar.kept_claims import _KINDS, pack_claims, unpack_claims
from prongsai.rules import Context


@pytest.fixture(scope="module")
def context():
    """All that the site of this repository says."""
    loaded = load_site(sites.REPOSITORY)
    return Context(analyse_site(loaded.site))


def test_every_claim_comes_back_as_it_was(context):
    """All that the grammar reads in the texts of a site is the same once packed, to the decimals of a number."""
    read = [claim for _, claim in claimed._claims(context)]
    assert len(read) > 10
    for one in read:
        assert repr(unpack_claims(pack_claims((one,)))) == repr((one,))


def test_every_kind_of_claim_can_be_kept():
    """A new kind of claim is known to what packs claims."""
    ours = [one for one in vars(claims).values() if isinstance(one, type) and one.__module__ == claims.__name__]
    assert {one.__name__ for one in ours} - {"Claim"} == _KINDS.keys()


@pytest.mark.parametrize("kept", [b"", b"[", b"[1", b'[{"":"Site"}]', b'[{"":"ScoreIs"}]', b'{"is":1}', b'[{"":[]}]'])
def test_what_nobody_packed_is_nothing(kept):
    """Bytes that are no claims give none, and nothing of them runs."""
    assert unpack_claims(kept) is None


def test_a_text_is_read_once_and_another_one_again(context, monkeypatch):
    """A second run asks the grammar of no text, and one with another reader, year or text of each that differs."""
    store, parse, read = Store(), claimed.parse_claims, list[str]()

    def parse_and_tell(text, *words, **named):
        read.append(text)
        return parse(text, *words, **named)

    monkeypatch.setattr(claimed, "parse_claims", parse_and_tell)

    def run(**others):
        read.clear()
        return [*claimed._claims(replace(context, remembered={}, of_texts=_Claims(store), **others))]

    first = run()
    assert read
    assert repr(run()) == repr(first)
    agency = context.site.agency.model_copy(update={"name": "เทศบาลตำบลอื่น"})
    assert not read
    run(results=analyse_site(replace(context.site, agency=agency)))
    assert read
    assert store.used(CLAIMS)[1]
