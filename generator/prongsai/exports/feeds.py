"""The feeds of what changed: which there are, what each holds, and the permanent names of what stands in them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal
from urllib.parse import quote
from uuid import NAMESPACE_OID, uuid5

from prongsai import addresses
from prongsai.analysis.results import Results
from prongsai.ledger.publications import History
from prongsai.model.stated import known
from prongsai.thai.dates import BuddhistDate, parse_date
from prongsai.thai.text import clean_text
from prongsai.views.speech import Speech
from prongsai.views.updates import WHOLE_SITE, Update, has_feeds, updates_of

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

    `path` is where it stands below the root, without its ending.
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
    """All feeds; `existing` are the pages that links may lead to, `notice` is what stands on every page."""
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
    """The absolute address of a path; of the updates of the site where nothing stands there any more."""
    page, _, fragment = path.partition("#")
    if page not in existing:
        page, fragment = addresses.item_in_index(page)
    if page not in existing:
        page, fragment = addresses.UPDATES, ""
    mark = f"#{quote(fragment)}" if fragment else ""
    return f"{base}{quote(page)}{mark}"
