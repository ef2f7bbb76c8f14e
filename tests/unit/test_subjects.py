"""Every address has one subject, and every kind of subject its words and its pages."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.addresses import HEADINGS, KINDS, Subject, file_of, subject_of

ROOT = Path(__file__).resolve().parents[2]
SITES = [ROOT, *sorted(entry for entry in (ROOT / "examples").iterdir() if entry.is_dir())]
ORDER = list(KINDS)
# Kinds of which the six sites have published nothing, and why.
UNPUBLISHED = {
    "photo": "copies are made in the sizes that pages need; the photo itself has the address that lasts",
    "search-file": "how many there are follows the size of a site, so they are no promise",
    "documents": "the folder of documents, which has no page",
    "own-of-year": "nobody put anything into the folder of a year",
    "file": "nobody put anything beside content/files/",
}


def subjects():
    """Any subject of any kind, with a name that its kind allows."""

    def of_kind(kind):
        years = st.integers(1000, 9999) if "{year}" in kind.form else st.none()
        keys = st.from_regex(kind.keys, fullmatch=True) if "{key}" in kind.form else st.just("")
        return st.builds(Subject, st.just(kind.name), years, keys.filter(lambda key: "#" not in key))

    return st.sampled_from(list(KINDS.values())).flatmap(of_kind)


def published():
    """Every address that this site and the examples have published."""
    for root in SITES:
        with (root / "site_config" / "urls.csv").open(encoding="utf-8-sig", newline="") as rows:
            yield from (row["path"] for row in csv.DictReader(rows))


@given(subjects())
def test_the_subject_of_an_address_is_the_one_that_has_it(subject):
    """An address made from a subject is read as it again, unless a kind before it in the table has this address."""
    found = subject_of(subject.path)
    assert found.path == subject.path
    assert found == subject or ORDER.index(found.kind) < ORDER.index(subject.kind)


def test_only_what_people_name_may_be_of_an_earlier_kind():
    """The kinds of our own pages keep out of each other's way: of each an example comes back as itself."""
    examples = [Subject(kind.name, 2565 if "{year}" in kind.form else None) for kind in KINDS.values()]
    named = {"item": "o12", "unnumbered": "measures", "unit-feed": "finance/feed.xml", "questions": "2/"}
    named |= {"photo": "a-480.jpg", "two-years": "2564-2565"}
    for one in examples:
        key = named.get(one.kind, "m04") if "{key}" in KINDS[one.kind].form else ""
        subject = Subject(one.kind, one.year, "/m04" if one.kind == "file" else key)
        assert subject_of(subject.path) == subject


def test_every_published_address_has_a_subject_and_every_kind_an_address():
    """Nothing that was published is read as something else; a kind without an address says why."""
    reached = set()
    for path in published():
        subject = subject_of(path)
        assert subject.path == path.partition("#")[0]
        reached.add(subject.kind)
    assert {*KINDS} - reached == {*UNPUBLISHED}


def test_every_kind_is_called_something_in_thai():
    """By its own title, or by that of the heading under which people find it."""
    headings = {name: HEADINGS[kind.heading] for name, kind in KINDS.items()}
    assert {name: words for name, words in headings.items() if not re.search("[\u0e01-\u0e5b]", words)} == {}


@pytest.mark.parametrize(
    ("address", "subject", "file"),
    [
        ("/2565/measures/m04/#basis", Subject("measure", 2565, "m04"), "measures"),
        ("/measures/status/in-progress/", Subject("status", key="in-progress"), "measures"),
        ("/2565/questions/", Subject("questions", 2565), "questions"),
        ("/2565/questions/2/#q21", Subject("questions", 2565, "2/"), "questions"),
        ("/links/2565/", Subject("year-links", 2565), "oit"),
        ("/data/2565/oit.json", Subject("year-data", 2565, "oit.json"), "oit"),
        ("/documents/2565/memo.docx", Subject("document", 2565, "memo.docx"), "memo"),
        ("/indicators/10/", Subject("indicator", key="10"), "scores"),
        ("/2565/about/", Subject("own-of-year", 2565, "about/"), "page"),
        ("/about/us/", Subject("page", key="about/us"), "page"),
        ("/logo.png", Subject("file", key="/logo.png"), "page"),
    ],
)
def test_an_address_says_of_what_it_is_and_from_which_file(address, subject, file):
    """Kind, year, name and the data file of a year, whatever the fragment."""
    assert (subject_of(address), file_of(subject_of(address))) == (subject, file)
