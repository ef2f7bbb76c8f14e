"""The pages of what changed between publications: of the whole site and of each year, and where their feeds stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any

from prongsai import addresses
from prongsai.ledger.publications import History
from prongsai.pages.page import Page
from prongsai.pages.site_scope import SiteScope
from prongsai.pages.year_scope import YearScope
from prongsai.views.content import Phrase
from prongsai.views.speech import Speech
from prongsai.views.updates import Update, has_feeds, updates_of

TITLE = addresses.HEADINGS["updates"]
MOST_BYTES = 24_000  # of sentences on a page, so that it stays light with its frame around it
SNAPSHOTS = "site_config/published"


def plan_updates(scope: SiteScope, history: History) -> Iterator[Page]:
    """The page of all changes, as many as a page may show."""
    about = f"ข้อมูลใดของ{scope.agency} เปลี่ยนแปลงในการเผยแพร่แต่ละครั้ง"
    updates = updates_of(history.changes, scope.results, scope.speech)
    years = [
        Phrase(scope.speech.fiscal_year(year), href=addresses.section_path(year, "updates"))
        for year in reversed(scope.results.years)
    ]
    view = {**_view(updates, scope.speech, addresses.HOME), "years": years}
    yield Page(addresses.UPDATES, "updates.md.j2", TITLE, about, _made_from(updates), view)


def plan_year_updates(scope: YearScope, history: History) -> Iterator[Page]:
    """The page of the changes that concern one year."""
    title, owner = f"{TITLE}{scope.name}", addresses.Subject("year", scope.number)
    updates = updates_of(history.changes, scope.results, scope.speech, owner)
    view = {**_view(updates, scope.speech, owner.path), "years": ()}
    about = f"ข้อมูลใดของ{scope.name} เปลี่ยนแปลงในการเผยแพร่แต่ละครั้ง"
    yield scope.section("updates", title, about, _made_from(updates), view=view)


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


def _view(updates: Sequence[Update], speech: Speech, owner: str) -> dict[str, Any]:
    """The updates by day, as far as they fit; `owner` is the page whose feed has them."""
    shown = _fitting(updates)
    left = len(updates) - len(shown)
    days = [
        (speech.date(day), f"d{day.year}-{day.month:02d}-{day.day:02d}", [_item(one) for one in of_day])
        for day, of_day in groupby(shown, key=lambda one: one.day)
    ]
    return {
        "days": days,
        "left": f"และการเปลี่ยนแปลงก่อนหน้านั้นอีก {speech.digits(left)} รายการ" if left else "",
        "feeds": (("Atom", addresses.feed_path(owner)), ("JSON Feed", addresses.feed_path(owner, "json"))),
    }


def _item(update: Update) -> dict[str, Any]:
    points = (*update.points, *((update.left,) if update.left else ()))
    return {"link": Phrase(update.text, href=update.href), "about": update.about, "points": points}


def _fitting(updates: Sequence[Update]) -> list[Update]:
    """The newest updates that a page can hold, and never none of some."""
    shown: list[Update] = []
    size = 0
    for update in updates:
        size += _weight(update)
        if size > MOST_BYTES and shown:
            break
        shown.append(update)
    return shown


def _weight(update: Update) -> int:
    """How many bytes of HTML an update takes at most: a mark in a text becomes a reference of up to six."""
    texts = (update.text, update.about, update.left, *update.points)
    marks = sum(not c.isalnum() and not c.isspace() for text in texts for c in text if c.isascii())
    return sum(len(text.encode()) for text in texts) + 5 * marks + 120 + 10 * len(texts)
