"""A feed as Atom (RFC 4287), written by an XML writer so that whatever people typed stays text."""

from __future__ import annotations

import io
from xml.etree import ElementTree as ET  # writes only; nothing foreign is parsed

from prongsai.exports.feeds import Feed, FeedEntry
from prongsai.thai.dates import BuddhistDate

ATOM = "http://www.w3.org/2005/Atom"
XHTML = "http://www.w3.org/1999/xhtml"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def export_atom(feed: Feed) -> str:
    """The feed as a document of its own; the same feed is always the same text."""
    root = ET.Element("feed", {"xmlns": ATOM, _LANG: "th"})
    _add(root, "id", feed.id)
    _add(root, "title", feed.title)
    if feed.about:
        _add(root, "subtitle", feed.about)
    _add(root, "updated", instant_of(feed.updated))
    _add(_add(root, "author"), "name", feed.author)
    _add(root, "link", rel="self", type="application/atom+xml", href=feed.address("xml"))
    _add(root, "link", rel="alternate", type="text/html", hreflang="th", href=feed.page)
    _add(root, "generator", "prongsai")
    for entry in feed.entries:
        _add_entry(root, entry)
    ET.indent(root, " ")
    written = io.BytesIO()
    ET.ElementTree(root).write(written, encoding="utf-8", xml_declaration=True)
    return f"{written.getvalue().decode()}\n"


def instant_of(day: BuddhistDate) -> str:
    """The beginning of a day in Thailand, as RFC 3339 writes it."""
    return f"{day.isoformat()}T00:00:00+07:00"


def _add_entry(root: ET.Element, entry: FeedEntry) -> None:
    made = _add(root, "entry")
    _add(made, "id", entry.id)
    _add(made, "title", entry.title)
    _add(made, "published", instant_of(entry.day))
    _add(made, "updated", instant_of(entry.day))
    _add(made, "link", rel="alternate", type="text/html", hreflang="th", href=entry.url)
    for tag in entry.tags:
        _add(made, "category", term=tag)
    _add_content(made, entry)


def _add_content(made: ET.Element, entry: FeedEntry) -> None:
    """What the entry says: its sentence, and what belongs to it as a list."""
    division = _add(_add(made, "content", type="xhtml"), "div", xmlns=XHTML)
    _add(division, "p", entry.lines[0])
    if len(entry.lines) > 1:
        listed = _add(division, "ul")
        for line in entry.lines[1:]:
            _add(listed, "li", line)


def _add(parent: ET.Element, name: str, text: str = "", **attributes: str) -> ET.Element:
    made = ET.SubElement(parent, name, attributes)
    made.text = text or None
    return made
