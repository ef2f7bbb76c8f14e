"""The feeds of what changed, as Atom (RFC 4287) and JSON Feed 1.1: which there are, and what each holds."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal
from urllib.parse import quote
from uuid import NAMESPACE_OID, uuid5
from xml.etree import ElementTree as ET  # writes only; nothing foreign is parsed

from prongsai import addresses
from prongsai.analysis.results import Results
from prongsai.json_value import Json
from prongsai.ledger.publications import History
from prongsai.model.stated import known
from prongsai.thai.dates import BuddhistDate, parse_date
from prongsai.thai.text import clean_text
from prongsai.views.speech import Speech
from prongsai.views.updates import WHOLE_SITE, Update, has_feeds, updates_of

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
    """Add the content of the entry: its sentence, and what belongs to it as a list."""
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


MOST_ENTRIES = 50
_IN_ADDRESS = "/:?#[]@!$&'()*+,;=%~-._"  # what an address that was entered may have


@dataclass(frozen=True)
class FeedEntry:
    """One entry: its permanent id, its absolute address, and what it says line by line, the title first."""

    id: str
    url: str
    day: BuddhistDate
    title: str
    lines: tuple[str, ...]
    tags: tuple[str, ...] = ()


@dataclass(frozen=True)
class Feed:
    """A feed in both forms; `page` is the address of the page that people read, `base` that of the site's root.

    `path` is where it is below the root, without its ending.
    """

    id: str
    base: str
    path: str
    page: str
    title: str
    about: str
    author: str
    updated: BuddhistDate
    entries: tuple[FeedEntry, ...]

    def address(self, kind: Literal["xml", "json"]) -> str:
        """The absolute address of the feed itself."""
        return f"{self.base}{addresses.feed_path(self.path, kind)}"


@dataclass(frozen=True)
class _Scope:
    """One feed that there is: whose updates it has, on which page people read them, and what it is called."""

    owner: addresses.Subject
    shown: str
    title: str


def feed_paths(results: Results) -> frozenset[str]:
    """The addresses of all feeds that the site has, or will have as soon as it knows its own address."""
    years, units = map(addresses.year_path, results.years), map(addresses.unit_path, results.site.agency.units)
    pages = (addresses.HOME, *years, *units)
    return frozenset(addresses.feed_path(page, kind) for page in pages for kind in ("xml", "json"))


def plan_feeds(
    results: Results, speech: Speech, history: History, existing: frozenset[str], notice: str
) -> Iterator[Feed]:
    """All feeds; `existing` are the pages that links may lead to, `notice` is what is on every page."""
    if not has_feeds(results, history):
        return
    base = quote((results.site.options.site_url or "").rstrip("/"), safe=_IN_ADDRESS)
    since = _first_day(history)
    for scope in _scopes(results, speech):
        updates = updates_of(history.changes, results, speech, scope.owner)[:MOST_ENTRIES]
        entries = tuple(_entry(update, (base, history.seed), speech, existing) for update in updates)
        yield Feed(
            id=_id(history.seed, f"feed {scope.owner.path}"),
            base=base,
            path=scope.owner.path,
            page=_absolute(base, scope.shown, existing),
            title=clean_text(scope.title)[0],
            about=clean_text(notice)[0],
            author=_author(results),
            updated=entries[0].day if entries else since,
            entries=entries,
        )


def _scopes(results: Results, speech: Speech) -> Iterator[_Scope]:
    site = results.site
    name = known(site.agency.name) or site.options.title
    about = "การเปลี่ยนแปลงของข้อมูล"
    yield _Scope(WHOLE_SITE, addresses.UPDATES, f"{about} {name}")
    for year in results.years:
        title = f"{about}{speech.fiscal_year(year)} {name}"
        yield _Scope(addresses.Subject("year", year), addresses.section_path(year, "updates"), title)
    for key, unit in site.agency.units.items():
        yield _Scope(addresses.Subject("unit", key=key), addresses.unit_path(key), f"{about} {unit.name} {name}")


def _author(results: Results) -> str:
    """The agency; a site made from its document by others does not speak in its name."""
    site = results.site
    named = None if site.options.from_document else known(site.agency.name)
    return clean_text(named or site.options.title)[0]


def _first_day(history: History) -> BuddhistDate:
    return parse_date(history.changes[-1].day) or BuddhistDate(0, 1, 1)


def _entry(update: Update, site: tuple[str, str], speech: Speech, existing: frozenset[str]) -> FeedEntry:
    base, seed = site
    lines = tuple(filter(None, (update.text, update.about, *update.points, update.left)))
    tags = (speech.fiscal_year(update.year),) if update.year is not None else ()
    url = _absolute(base, update.href, existing)
    return FeedEntry(_id(seed, update.key), url, update.day, update.text, lines, tags)


def _id(seed: str, name: str) -> str:
    """A permanent id: it says nothing of the host, so that it outlives a move of the site."""
    return uuid5(NAMESPACE_OID, f"prongsai {seed} {name}").urn


def _absolute(base: str, path: str, existing: frozenset[str]) -> str:
    """The absolute address of a path; of the updates of the site where nothing is there any more."""
    page, _, fragment = path.partition("#")
    if page not in existing:
        page, fragment = addresses.item_in_index(page)
    if page not in existing:
        page, fragment = addresses.UPDATES, ""
    mark = f"#{quote(fragment)}" if fragment else ""
    return f"{base}{quote(page)}{mark}"
