"""Any save after any other while a preview is open: what it shows in the end is what a whole build elsewhere makes."""

from __future__ import annotations

import os
import re
import shutil

import pytest

import sites
from chains.world import World
from serving_chain import ServingChain

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="all is done in one process there")
SEED = int(os.environ.get("PRONGSAI_SEED", "2570"))
LENGTH = int(os.environ.get("PRONGSAI_EDITS", "120"))


def world(source, folder):
    """A site that was never published and has no documents, which take long to make, that is edited where it is."""
    root = folder / "root"
    shutil.copytree(source, root, dirs_exist_ok=True)
    shutil.rmtree(root / "site_config/published", ignore_errors=True)  # with addresses to keep most saves are refused
    (root / "site_config/urls.csv").unlink(missing_ok=True)
    options = root / "site_config/site.yml"
    options.write_text(re.sub(r"(?m)^documents: .*\n", "", options.read_text("utf-8")) + "documents: off\n", "utf-8")
    made = World(root, root, folder, lambda *_words: None)
    made.first = made.before = made.earlier = made.kept()
    return made


@pytest.mark.soak
def test_a_random_chain_of_saves_of_the_model(tmp_path):
    """Hundreds of saves of every kind, a third of them before the one before was built."""
    source = sites.copy_site(sites.REPOSITORY / "examples/model", tmp_path / "model")
    chain = ServingChain(world(source, tmp_path), SEED)
    chain.run(LENGTH)
    print(chain.counts)
    assert chain.counts["first"] > 0


def test_a_short_chain_of_saves(tmp_path):
    """The same in a few saves of the smallest site."""
    chain = ServingChain(world(sites.copy_small(tmp_path / "small"), tmp_path), 4)
    chain.run(3)
