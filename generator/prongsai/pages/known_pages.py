"""Which pages stand: those with a fact on them, and those whose address was published once."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from prongsai import addresses
from prongsai.pages.page import Page
from prongsai.pages.site_scope import SiteScope
from prongsai.pages.year_scope import SECTIONS
from prongsai.views.known_sections import has_section

Rule = Callable[[Page, SiteScope], bool]


def keep_known(pages: Iterable[Page], scope: SiteScope, published: frozenset[str] | None) -> tuple[Page, ...]:
    """The pages that have something to say; `published` are the addresses that live on whatever became of their facts.

    A site of which nothing is known is its first page alone; where nothing is said of what was published, all stand.
    """
    return tuple(page for page in pages if published is None or page.path in published or _is_known(page, scope))


def _is_known(page: Page, scope: SiteScope) -> bool:
    if page.path == addresses.HOME:
        return True
    rule = _RULES.get(page.subject.kind)
    return page.states_facts and bool(scope.results.years) and (rule is None or rule(page, scope))


def _section(page: Page, scope: SiteScope) -> bool:
    return page.year is not None and has_section(scope.results, page.year, page.section)


def _indicator(page: Page, scope: SiteScope) -> bool:
    return bool(page.view["measures"].rows or page.view["weak"]) or page.subject.key in _scored(scope)


def _units(page: Page, scope: SiteScope) -> bool:
    return _table(page, scope) and any(result.year.measures for result in scope.results.years.values())


def _table(page: Page, _: SiteScope) -> bool:
    return bool(page.view["table"].rows)


def _scored(scope: SiteScope) -> set[str]:
    """The indicators of which any year has a score, stated or computed."""
    found: set[str] = set()
    for result in scope.results.years.values():
        found |= {*(result.year.scores.indicators if result.year.scores else ()), *result.computed.indicators}
    return found


_RULES: dict[str, Rule] = {
    **dict.fromkeys(SECTIONS, _section),
    "years": _table,
    "indicators": lambda _, scope: bool(_scored(scope)),
    "indicator": _indicator,
    "units": _units,
    "unit": _table,
    "status": lambda page, _: bool(page.view["table"].rows or page.view["reports"]),
    "all-measures": lambda page, _: bool(page.view["groups"] or page.view["measures_path"]),
}
