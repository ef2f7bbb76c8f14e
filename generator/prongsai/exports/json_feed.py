"""A feed as JSON Feed, version 1.1."""

from __future__ import annotations

import json

from prongsai.exports.atom import instant_of
from prongsai.exports.feeds import Feed, FeedEntry
from prongsai.json_value import Json

VERSION = "https://jsonfeed.org/version/1.1"


def export_json_feed(feed: Feed) -> str:
    """The feed as a document of its own; the same feed is always the same text."""
    about: dict[str, Json] = {"description": feed.about} if feed.about else {}
    document = {
        "version": VERSION,
        "title": feed.title,
        "home_page_url": feed.page,
        "feed_url": feed.address("json"),
        **about,
        "authors": [{"name": feed.author}],
        "language": "th",
        "items": [_item(entry) for entry in feed.entries],
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _item(entry: FeedEntry) -> dict[str, Json]:
    tags: dict[str, Json] = {"tags": list(entry.tags)} if entry.tags else {}
    return {
        "id": entry.id,
        "url": entry.url,
        "title": entry.title,
        "content_text": "\n".join(entry.lines),
        "date_published": instant_of(entry.day),
        **tags,
    }
