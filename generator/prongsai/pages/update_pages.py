"""The pages of what changed between publications: of the whole site and of each year, and where their feeds stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from prongsai import addresses
from prongsai.blocks.updates import updates_blocks
from prongsai.ledger.publications import History
from prongsai.pages.page import OF_BLOCKS, Page
from prongsai.pages.site_scope import SiteScope
from prongsai.pages.year_scope import YearScope
from prongsai.views.updates import Update, has_feeds, updates_of

TITLE = addresses.HEADINGS["updates"]
SNAPSHOTS = "site_config/published"


def plan_updates(scope: SiteScope, history: History) -> Iterator[Page]:
    """The page of all changes, as many as a page may show."""
    about = f"ข้อมูลใดของ{scope.agency} เปลี่ยนแปลงในการเผยแพร่แต่ละครั้ง"
    updates = updates_of(history.changes, scope.results, scope.speech)
    feed_of = addresses.HOME if has_feeds(scope.results, history) else None
    blocks = tuple(updates_blocks(updates, scope.speech, feed_of, reversed(scope.results.years)))
    page = Page(addresses.UPDATES, OF_BLOCKS, TITLE, about, _made_from(updates), blocks=blocks)
    yield replace(page, states_facts=bool(updates))


def plan_year_updates(scope: YearScope, history: History) -> Iterator[Page]:
    """The page of the changes that concern one year."""
    title, owner = f"{TITLE}{scope.name}", addresses.Subject("year", scope.number)
    updates = updates_of(history.changes, scope.results, scope.speech, owner)
    feed_of = owner.path if has_feeds(scope.results, history) else None
    about = f"ข้อมูลใดของ{scope.name} เปลี่ยนแปลงในการเผยแพร่แต่ละครั้ง"
    blocks = updates_blocks(updates, scope.speech, feed_of)
    yield replace(scope.section("updates", title, about, _made_from(updates), blocks), states_facts=bool(updates))


def with_feed(page: Page, scope: SiteScope, history: History) -> Page:
    """The page with the feed that is its own, where it has one: of its year or of its unit."""
    if not has_feeds(scope.results, history):
        return page
    subject = page.subject
    owners = {"year": page.path, "unit": page.path, "updates": addresses.year_path(subject.year or 0)}
    owner = owners.get(subject.kind)
    return replace(page, meta={**page.meta, "feed": addresses.feed_path(owner).lstrip("/")}) if owner else page


def _made_from(updates: Sequence[Update]) -> tuple[str, ...]:
    return (SNAPSHOTS,) if updates else ()
