"""Of which day a page is, for search engines: from what the data states and what was published, never from a clock."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from prongsai.pages.page import Page
from prongsai.thai.dates import BuddhistDate


def with_day(page: Page, stated: Mapping[str, BuddhistDate], changed: Mapping[str, BuddhistDate]) -> Page:
    """The page with the newest of its days in the Common Era; a page whose data has no date says none.

    `stated` are the days by data file, or by page where a page shows one thing, `changed` those by page.
    """
    of_files = (stated[file] for file in page.made_from if file in stated)
    own = [stated[page.path]] if page.path in stated else [*of_files]
    days = [*own, changed[page.path]] if page.path in changed else own
    return replace(page, meta={**page.meta, "updated": max(days).isoformat()}) if days else page
