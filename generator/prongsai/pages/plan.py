"""Every page that will exist, before a line is written."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.analysis.results import Results
from prongsai.links.memory import Memory
from prongsai.pages.across_pages import plan_across_pages
from prongsai.pages.link_pages import plan_link_pages
from prongsai.pages.page import Page
from prongsai.pages.site_pages import plan_site_pages
from prongsai.pages.site_scope import SiteScope
from prongsai.pages.year_pages import plan_year_pages
from prongsai.pages.year_scope import YearScope
from prongsai.problems import Problem
from prongsai.views.frozen import NOTHING_FROZEN, FrozenNow
from prongsai.views.link_states import NO_MEMORY
from prongsai.views.speech import Speech


def speech_of(results: Results) -> Speech:
    """How this site says its values."""
    options = results.site.options
    return Speech(options.numerals, from_document=options.from_document)


def plan_pages(
    results: Results, problems: tuple[Problem, ...], links: Memory = NO_MEMORY, frozen: FrozenNow = NOTHING_FROZEN
) -> tuple[Page, ...]:
    """All pages of a site in a fixed order; their paths are unique, and the same whatever was frozen.

    `links` is what is remembered of its links, `frozen` the evidence that was kept of them.
    """
    return tuple(_planned(results, problems, links, frozen))


def _planned(results: Results, problems: tuple[Problem, ...], links: Memory, frozen: FrozenNow) -> Iterator[Page]:
    speech = speech_of(results)
    scope = SiteScope(results, speech)
    yield from plan_site_pages(scope)
    yield from plan_across_pages(scope)
    yield from plan_link_pages(scope, links)
    for result in results.years.values():
        yield from plan_year_pages(YearScope(results, result, problems, speech, links, frozen))
