"""Feeds: valid by their standards whatever was typed, bounded, and with ids that never change."""

from __future__ import annotations

import json
from dataclasses import replace

import feedparser
import pytest
from hypothesis import given

from prongsai.analysis.results import analyse_site
from prongsai.exports.feeds import MOST_ENTRIES, Feed, export_atom, export_json_feed, feed_paths, plan_feeds
from prongsai.ledger.compare_facts import compare_publications
from prongsai.ledger.publications import NEVER_PUBLISHED, Change, History, Publication
from prongsai.loading.load_site import load_site
from prongsai.views.speech import Speech
from unit.exports.feed_schemas import faults_of_atom, faults_of_json_feed
from unit.makers import SITE, write_files
from unit.pages.nasty import nasty_texts

DAY, LATER = "2569-11-21", "2569-12-01"
THAI = Speech("thai")
PAGES = frozenset({"/", "/updates/", "/2565/", "/2565/scores/", "/2565/updates/", "/2565/oit/", "/units/finance/"})
FIRST = Change("first-publication", years=(2565,), day=DAY)
CHANGES = (
    Change("total", 2565, before="85.10", after="85.20", day=LATER),
    Change(
        "status", 2565, "m01", "in_progress", "done", number="1", title="แผน <b>& “งาน”", units=("finance",), day=LATER
    ),
    Change("item-answered", 2565, "O1", after="has", day=LATER),
    FIRST,
)
HISTORY = History(CHANGES, "5eed")


@pytest.fixture(scope="module")
def results(tmp_path_factory):
    """A small site with one year and one unit, that knows its address."""
    files = {**SITE, "data/2565/scores.yml": "fiscal_year: 2565\ntotal: 85.2\n"}
    return analyse_site(load_site(write_files(tmp_path_factory.mktemp("feeds"), files)).site)


def feeds(results, history: History = HISTORY, notice: str = "หมายเหตุ") -> dict[str, Feed]:
    """All feeds by the path of their page."""
    return {feed.path: feed for feed in plan_feeds(results, THAI, history, PAGES, notice)}


def at(results, site_url):
    """The results of a site at another address."""
    options = results.site.options.model_copy(update={"site_url": site_url})
    return replace(results, site=replace(results.site, options=options))


def faults(feed: Feed) -> list[str]:
    """The faults of a feed in either form."""
    return faults_of_atom(export_atom(feed)) + faults_of_json_feed(export_json_feed(feed))


def test_there_is_one_of_the_site_of_each_year_and_of_each_unit(results):
    """Both forms of each are where they were announced."""
    found = feeds(results)
    assert list(found) == ["/", "/2565/", "/units/finance/"]
    assert feed_paths(results) == {f"{path}feed.{kind}" for path in found for kind in ("xml", "json")}
    assert [len(feed.entries) for feed in found.values()] == [4, 4, 2]


def test_every_feed_is_valid(results):
    """By the schemas of both standards, and without a notice as well."""
    for notice in ("หมายเหตุ", ""):
        assert [faults(feed) for feed in feeds(results, notice=notice).values()] == [[], [], []]


def test_the_schemas_refuse_what_is_wrong(results):
    """The test above could fail: a feed without an id, with an id twice, with a relative address, with no date."""
    feed = feeds(results)["/"]
    entry = feed.entries[0]
    for wrong in (
        replace(feed, id=""),
        replace(feed, entries=(entry, entry)),
        replace(feed, title=""),
        replace(feed, page="/updates/"),
        replace(feed, author=""),
        replace(feed, entries=(replace(entry, url="/x"),)),
        replace(feed, entries=(replace(entry, title=""),)),
    ):
        assert faults(wrong), wrong
    assert faults_of_atom(export_atom(feed).replace("T00:00:00+07:00", ""))
    assert faults_of_atom(export_atom(feed).replace("<p>", "<script/><p>"))
    assert faults_of_json_feed(export_json_feed(feed).replace("T00:00:00+07:00", ""))
    assert faults_of_json_feed('{"version": "https://jsonfeed.org/version/1"}')


def test_a_feed_library_reads_what_was_written(results):
    """Titles, addresses, days and ids, in the order of the feed; nothing of it is malformed."""
    feed = feeds(results)["/"]
    read = feedparser.parse(export_atom(feed).encode())
    assert (read.bozo, read.version, read.feed.title, read.feed.id) == (False, "atom10", feed.title, feed.id)
    assert read.feed.language == "th"
    assert [(one.id, one.title, one.link) for one in read.entries] == [
        (one.id, one.title, one.url) for one in feed.entries
    ]
    assert read.entries[0].updated == read.entries[0].published == "2026-12-01T00:00:00+07:00"
    assert [one.term for one in read.entries[0].tags] == ["ปีงบประมาณ พ.ศ. ๒๕๖๕"]


def test_both_forms_say_the_same(results):
    """Entry by entry; what was typed is text in both."""
    for feed in feeds(results).values():
        read, document = feedparser.parse(export_atom(feed).encode()), json.loads(export_json_feed(feed))
        assert [one.id for one in read.entries] == [one["id"] for one in document["items"]]
        assert [one.title for one in read.entries] == [one["title"] for one in document["items"]]
        assert (document["home_page_url"], document["feed_url"]) == (feed.page, feed.address("json"))
    assert "แผน <b>& “งาน”" in json.loads(export_json_feed(feeds(results)["/"]))["items"][1]["content_text"]
    assert "<li>แผน &lt;b&gt;&amp; “งาน”</li>" in export_atom(feeds(results)["/"])


def test_addresses_are_absolute_and_lead_to_what_exists(results):
    """An item without a page to its place in the index; what is gone to the updates of the site."""
    urls = {entry.url for entry in feeds(results)["/"].entries}
    base = "https://ita.example.go.th"
    assert urls == {f"{base}/2565/scores/", f"{base}/updates/", f"{base}/2565/oit/#o1", f"{base}/"}
    below = feeds(at(results, "https://example.go.th/ita"))["/2565/"]
    assert (below.address("xml"), below.page) == (
        "https://example.go.th/ita/2565/feed.xml",
        "https://example.go.th/ita/2565/updates/",
    )


def test_ids_are_unique_and_outlive_another_host_and_other_words(results):
    """They are made of the first publication, the day and the subject; another site has others."""
    ids = [entry.id for entry in feeds(results)["/"].entries]
    assert len(set(ids)) == len(ids)
    assert ids == [entry.id for entry in feeds(at(results, "https://other.example.go.th/"))["/"].entries]
    assert not set(ids) & {entry.id for entry in feeds(results, History(CHANGES, "other"))["/"].entries}
    assert len({feed.id for feed in feeds(results).values()}) == 3


def test_the_id_of_an_entry_is_this_one_for_ever(results):
    """A reader that knows it must not show it again: whoever changes how ids are made breaks this test."""
    assert feeds(results)["/"].entries[-1].id == "urn:uuid:7a09b5aa-da85-533d-9aab-c2e339200c51"


def test_without_an_address_or_a_publication_there_is_none(results):
    """Addresses in feeds are absolute, and a feed has a date."""
    assert feeds(at(results, None)) == {}
    assert feeds(results, NEVER_PUBLISHED) == {}


def test_a_feed_is_bounded(results):
    """The newest entries stay."""
    many = tuple(Change("analysis-added", year, day=LATER) for year in range(2400, 2400 + 3 * MOST_ENTRIES))
    feed = feeds(results, History((*many, FIRST), "5eed"))["/"]
    assert len(feed.entries) == MOST_ENTRIES
    assert feed.entries[0].title == "เผยแพร่ผลการวิเคราะห์ปีงบประมาณ พ.ศ. ๒๔๐๐"


def test_a_feed_of_which_nothing_is_reported_has_the_day_of_the_first_publication(results):
    """A year that came later, without the first publication among its entries."""
    feed = feeds(results, History((Change("first-publication", years=(2564,), day=DAY),), "5eed"))["/2565/"]
    assert (feed.entries, feed.updated.isoformat()) == ((), "2026-11-21")
    assert faults(feed) == []


def test_the_feed_of_a_site_made_from_a_document_does_not_speak_for_the_agency(results):
    """Its author is the site, as its notice says."""
    options = results.site.options.model_copy(update={"from_document": False})
    official = replace(results, site=replace(results.site, options=options))
    assert feeds(results)["/"].author == "เว็บไซต์ทดสอบ"
    assert feeds(official)["/"].author == "เทศบาลตำบลทดสอบ"


@pytest.fixture(scope="module")
def make(results):
    """Makes all feeds of the small site from a history and a notice."""

    def made(history: History, notice: str) -> list[Feed]:
        return list(feeds(results, history, notice).values())

    return made


@given(nasty_texts(), nasty_texts())
def test_whatever_was_typed_the_feeds_are_valid_and_it_stays_text(make, one, other):
    """No text is markup, no character breaks the document; both snapshots are as a file could hold them."""

    def facts(title, status):
        measure = {"number": None, "title": title, "units": [title], "status": status}
        return {"years": {"2565": {"measures": {f"m{title}": measure}, "oit": {title: {"answer": status}}}}}

    pair = [Publication(DAY, facts(one, None)), Publication(LATER, facts(other, one))]
    for feed in make(compare_publications(pair), one):
        assert faults(feed) == []
        read = feedparser.parse(export_atom(feed).encode(), sanitize_html=False)
        assert not read.bozo
        assert [" ".join(entry.title.split()) for entry in read.entries] == [
            " ".join(entry.title.split()) for entry in feed.entries
        ]
