"""Which picture a page is shown with elsewhere: its own, that of its year, or that of home."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from prongsai import addresses
from prongsai.analysis.results import Results
from prongsai.pages.page import Page
from prongsai.views.share_cards import ShareCard, share_cards
from prongsai.views.speech import Speech


def cards_of(results: Results, speech: Speech) -> tuple[ShareCard, ...]:
    """The pictures that pages name, home's first: none where the site does not know its own address."""
    return share_cards(results, speech) if results.site.options.site_url is not None else ()


def with_picture(page: Page, cards: Mapping[str, ShareCard]) -> Page:
    """The page with the path of its picture and what the picture says; `cards` are by the page that they stand for."""
    year = addresses.year_path(page.year) if page.year is not None else addresses.HOME
    card = cards.get(page.path) or cards.get(year) or cards.get(addresses.HOME)
    return replace(page, meta={**page.meta, "image": picture_of(card)}) if card else page


def picture_of(card: ShareCard) -> tuple[str, str]:
    """The path of a picture below the site's root, and what it says."""
    return card.path.lstrip("/"), card.alt
