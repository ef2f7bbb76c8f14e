"""Check that the pages of this site that reports and answers name are there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import unquote

from prongsai.addresses import FILES, item_in_index
from prongsai.model.site import FiscalYear, Site
from prongsai.model.stated import known
from prongsai.pipeline.checks.own_content import OwnSite
from prongsai.problems import Problem, Where, problem


@dataclass(frozen=True)
class NamedPage:
    """A page that the data of a year (Buddhist Era) names: where it does, and the code if it is missing."""

    year: int
    path: str
    where: Where
    code: str
    values: Mapping[str, str] = field(default_factory=dict, hash=False)


def named_pages(site: Site) -> tuple[NamedPage, ...]:
    """The pages that reports of all years name as their results, and registers as their answers."""
    return tuple(one for year in site.years for one in (*_of_reports(year), *_of_answers(year)))


def _of_reports(year: FiscalYear) -> Iterator[NamedPage]:
    for report in year.reports:
        for result in report.results:
            if result.page:
                yield NamedPage(year.year, result.page, result.where("page"), "result-page-missing")


def _of_answers(year: FiscalYear) -> Iterator[NamedPage]:
    for item, answer in year.register.items.items() if year.register else ():
        for link in answer.links if known(answer.answer) != "has_not" else ():
            if link.page and not link.page.startswith(FILES):  # attachments have a rule of their own
                yield NamedPage(year.year, link.page, link.where("page"), "oit-page-missing", {"item": item})


def check_named_pages(pages: Iterable[NamedPage], site: OwnSite, told: Iterable[Problem] = ()) -> list[Problem]:
    """A problem for each of them that the site will not have, unless one was `told` of the same place."""
    places = {one.where for one in told if one.code == "oit-without-content"}
    missing = (one for one in pages if one.where not in places and not _is_there(one.path.partition("#")[0], site))
    return [problem(one.code, one.where, year=one.year, found=one.path, **one.values) for one in missing]


def _is_there(path: str, site: OwnSite) -> bool:
    """True if the site has a page; an item without one of its own is in the index of its year."""
    places = filter(None, (path, item_in_index(path)[0]))
    return any(site.has("index.md", "/", unquote(place)) for place in places)
