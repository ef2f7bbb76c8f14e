"""The files of the feeds of what changed, each in both forms, before anything is written."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from prongsai import addresses
from prongsai.analysis.results import Results
from prongsai.exports.atom import export_atom
from prongsai.exports.feeds import plan_feeds
from prongsai.exports.json_feed import export_json_feed
from prongsai.ledger.publications import History
from prongsai.pages.page import Page
from prongsai.pages.plan import speech_of
from prongsai.pipeline.engine_config import notice_of


def feed_files(results: Results, history: History, pages: Iterable[Page]) -> dict[str, Callable[[], str]]:
    """What makes the feeds of `pages`, by their addresses.

    There are none where the site does not know its own address, or was never published.
    """
    existing = frozenset(page.path for page in pages)
    found: dict[str, Callable[[], str]] = {}
    for feed in plan_feeds(results, speech_of(results), history, existing, notice_of(results.site.options)):
        if feed.path not in existing:
            continue
        found[addresses.feed_path(feed.path, "xml")] = partial(export_atom, feed)
        found[addresses.feed_path(feed.path, "json")] = partial(export_json_feed, feed)
    return found
