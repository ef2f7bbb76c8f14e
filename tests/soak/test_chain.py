"""Any edit after any other: a site that is built again is to the byte what a whole build elsewhere makes of it."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

import pytest

import sites
from chains.follow import follow
from chains.kept import follow_in_memory
from prongsai.links.links_csv import write_links
from prongsai.links.memory import LinkHistory, Memory
from prongsai.links.seen import State

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="a process cannot be forked there")
SEED = int(os.environ.get("PRONGSAI_SEED", "2570"))
LENGTH = int(os.environ.get("PRONGSAI_EDITS", "300"))


def never_published(root: Path) -> Path:
    """Without the record of publications, and without documents, which take long to make."""
    shutil.rmtree(root / "site_config/published", ignore_errors=True)
    (root / "site_config/urls.csv").unlink(missing_ok=True)
    options = root / "site_config/site.yml"
    options.write_text(re.sub(r"(?m)^documents: .*\n", "", options.read_text("utf-8")) + "documents: off\n", "utf-8")
    return root


def model(folder: Path) -> Path:
    """The model agency."""
    return never_published(sites.copy_site(sites.REPOSITORY / "examples/model", folder))


def small(folder: Path) -> Path:
    """The smallest valid site without most of its register and its indicators, which are more than half its pages.

    One link of its register was checked once.
    """
    sites.copy_base(folder)
    for name, lines in (
        ("2565/oit", r"^  O\d+: \{answer: has_not\}\n"),
        ("2564/scores", r"^indicators:\n(?:  \d.*\n)+"),
    ):
        path = folder / f"data/{name}.yml"
        path.write_text(re.sub(lines, "", path.read_text("utf-8"), flags=re.MULTILINE), "utf-8")
    links = folder / "site_config/links.csv"
    row = LinkHistory(
        "https://www.example.go.th/executives",
        State.FINE,
        "2565-03-01",
        "2565-03-02",
        2,
        "2565-03-02",
        (("2565-03-01", State.FINE),),
    )
    links.write_text(write_links(Memory({row.url: row})), "utf-8")
    return folder


@pytest.mark.soak
@pytest.mark.parametrize("keeps", [False, True], ids=["processes", "one-process"])
def test_a_random_chain_of_edits_of_the_model(tmp_path, keeps):
    """Hundreds of edits of every kind: each build a process of its own, and all in one, whose memory stays warm."""
    print(follow(model(tmp_path / "model"), tmp_path, SEED + keeps, LENGTH if not keeps else LENGTH // 3, keeps=keeps))


@pytest.mark.soak
def test_a_random_chain_of_edits_of_our_own_site(tmp_path):
    """The same with a site made from a document."""
    root = never_published(sites.copy_own(tmp_path / "own"))
    print(follow(root, tmp_path, SEED + 2, LENGTH // 3))


# Chosen so that between them they go through all that a build may take from an earlier one.
SHORT = (
    "measure: title",  # a few pages
    "page: added",  # every page's menu
    "measure: added",  # new pages and addresses
    "invalid: page",  # found by the engine; the site stays
    "undone",
    "same size and time",  # what no date of a file tells
    "site: file deleted",  # all that is remembered of the site is in doubt
    "page: in place of ours",
    "memory: flipped",
    "agency: name",  # every page
    "page: removed",
    "killed",
)


def test_a_short_chain_of_edits(tmp_path):
    """Twelve edits of a small site, each of which changes something else of what a build takes from the one before."""
    print(follow(small(tmp_path / "small"), tmp_path, SEED, len(SHORT), names=SHORT))


# Edits after which most is as before: of records, of rules, of names, of what is around the data.
IN_MEMORY = (
    "measure: title",
    "score",
    "year: added",
    "measure: draft",
    "comment only",  # the same facts in other places of their file
    "agency: unit",
    "edition: former keys",
    "attachment: added",
    "links: state",  # what is known besides the data of a year
)


def test_a_short_chain_in_a_memory(tmp_path):
    """Whatever is edited, a check and a plan with a memory give all that they give without one."""
    print(follow_in_memory(small(tmp_path / "small"), SEED, names=IN_MEMORY))


@pytest.mark.soak
@pytest.mark.parametrize("officer", [False, True], ids=["public", "preview"])
@pytest.mark.parametrize("site", ["model", "published", "own"])
def test_a_random_chain_in_a_memory(tmp_path, site, officer):
    """The same of sites with all kinds of data, published and not, as the public and as the officer sees them."""
    makers = {"model": model, "own": sites.copy_own}
    folder = tmp_path / "site"
    if site == "published":
        sites.copy_site(sites.REPOSITORY / "examples/model", folder)
    else:
        makers[site](folder)
    print(follow_in_memory(folder, SEED, LENGTH // 3, for_officer=officer, shows_drafts=officer))
