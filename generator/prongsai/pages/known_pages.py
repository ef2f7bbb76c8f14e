"""Which pages stand: those with a fact on them, and those whose address was published once."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from prongsai import addresses
from prongsai.model.stated import known
from prongsai.pages.page import Page
from prongsai.pages.site_scope import SiteScope
from prongsai.pages.year_scope import SECTIONS
from prongsai.views.known_sections import has_section

Rule = Callable[[Page, SiteScope], bool]


def keep_known(pages: Iterable[Page], scope: SiteScope, published: frozenset[str]) -> tuple[Page, ...]:
    """The pages that have something to say; `published` are the addresses that live on whatever became of their facts.

    A site of which nothing is known is its first page alone.
    """
    return tuple(page for page in pages if page.path in published or _is_known(page, scope))


def _is_known(page: Page, scope: SiteScope) -> bool:
    if page.path == addresses.HOME:
        return True
    rule = _RULES.get(page.subject.kind)
    return page.states_facts and bool(scope.results.years) and (rule is None or rule(page, scope))


def _section(page: Page, scope: SiteScope) -> bool:
    return page.year is not None and has_section(scope.results, page.year, page.section)


def _contact(page: Page, scope: SiteScope) -> bool:
    """Whether more than the name of the agency is known."""
    agency = scope.site.agency
    facts = (agency.type, agency.district, agency.province, agency.address, agency.main_website, agency.channels)
    return any(known(one) for one in facts) or bool(page.view["survey"] or page.view["complaints"])


_RULES: dict[str, Rule] = {
    **dict.fromkeys(SECTIONS, _section),
    "contact": _contact,
    **dict.fromkeys(("updates", "all-updates"), lambda page, _: bool(page.view["days"])),
    "dictionary": lambda page, _: bool(page.view["tables"]),
    **dict.fromkeys(("links", "year-links"), lambda page, _: bool(page.view["counts"]["total"])),
}
