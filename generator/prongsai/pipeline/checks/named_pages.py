"""Check that the pages of this site that reports name as their results are there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import unquote

from prongsai.addresses import item_in_index
from prongsai.model.site import Site
from prongsai.pipeline.checks.own_content import OwnSite
from prongsai.problems import Problem, Where, problem


@dataclass(frozen=True)
class NamedPage:
    """A page that a report of a year (Buddhist Era) names, and where it does."""

    year: int
    path: str
    where: Where


def named_pages(site: Site) -> tuple[NamedPage, ...]:
    """The pages that the reports of all years name as their results."""
    return tuple(
        NamedPage(year.year, result.page, result.where("page"))
        for year in site.years
        for report in year.reports
        for result in report.results
        if result.page
    )


def check_named_pages(pages: Iterable[NamedPage], site: OwnSite) -> list[Problem]:
    """A problem for each of them that the site will not have."""
    missing = (one for one in pages if not _is_there(one.path.partition("#")[0], site))
    return [problem("result-page-missing", one.where, year=one.year, found=one.path) for one in missing]


def _is_there(path: str, site: OwnSite) -> bool:
    """True if the site has a page; an item without one of its own is in the index of its year."""
    places = filter(None, (path, item_in_index(path)[0]))
    return any(site.has("index.md", "/", unquote(place)) for place in places)
