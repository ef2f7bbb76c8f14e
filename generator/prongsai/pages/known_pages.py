"""Which pages stand: those with a fact on them, and those whose address was published once."""

from __future__ import annotations

from collections.abc import Iterable

from prongsai import addresses
from prongsai.pages.page import Page
from prongsai.pages.site_scope import SiteScope
from prongsai.pages.year_scope import SECTIONS
from prongsai.views.known_sections import has_section


def keep_known(pages: Iterable[Page], scope: SiteScope, published: frozenset[str] | None) -> tuple[Page, ...]:
    """The pages that have something to say; `published` are the addresses that live on whatever became of their facts.

    A site of which nothing is known is its first page alone; where nothing is said of what was published, all stand.
    """
    return tuple(page for page in pages if published is None or page.path in published or _is_known(page, scope))


def _is_known(page: Page, scope: SiteScope) -> bool:
    if page.path == addresses.HOME:
        return True
    kind = page.subject.kind
    is_empty = page.year is not None and kind in SECTIONS and not has_section(scope.results, page.year, kind)
    return page.states_facts and bool(scope.results.years) and not is_empty
