"""Every page that will exist, before a line is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from prongsai import addresses
from prongsai.analysis.results import Results
from prongsai.blocks.memo import MEMO, memo_blocks
from prongsai.ledger.publications import NEVER_PUBLISHED, History
from prongsai.links.memory import Memory
from prongsai.model.stated import known
from prongsai.pages.across_pages import (
    plan_across_pages,
    plan_question_pages,
    plan_questions_overview,
    plan_updates,
    plan_year_updates,
    with_feed,
)
from prongsai.pages.complete import with_asking, with_day, with_documents, with_heads
from prongsai.pages.link_pages import plan_link_pages
from prongsai.pages.own_name import own_place
from prongsai.pages.page import Page
from prongsai.pages.search_pages import plan_search_pages
from prongsai.pages.sharing import cards_of, with_picture
from prongsai.pages.site_pages import plan_data_pages, plan_site_pages
from prongsai.pages.site_scope import SiteScope
from prongsai.pages.year_pages import plan_item_pages, plan_measure_pages, plan_note_pages, plan_result_pages
from prongsai.pages.year_scope import SECTIONS, YearScope
from prongsai.problems import Problem
from prongsai.views.days import changed_days, stated_days
from prongsai.views.frozen import NOTHING_FROZEN, FrozenNow
from prongsai.views.known_sections import has_section
from prongsai.views.links.states import NO_MEMORY
from prongsai.views.open_data.dataset import Catalogue
from prongsai.views.open_data.tables import open_tables
from prongsai.views.speech import Speech


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


def speech_of(results: Results) -> Speech:
    """How this site says its values."""
    options = results.site.options
    own = own_place(known(results.site.agency.name) or "")
    return Speech(options.numerals, from_document=options.from_document, own_place=own)


def plan_pages(
    results: Results,
    problems: tuple[Problem, ...],
    links: Memory = NO_MEMORY,
    frozen: FrozenNow = NOTHING_FROZEN,
    history: History = NEVER_PUBLISHED,
    own: tuple[tuple[str, str], ...] = (),
    data: Catalogue | None = None,
    published: frozenset[str] | None = None,
) -> tuple[Page, ...]:
    """All pages of a site in a fixed order; their paths are unique, and the same whatever was frozen or changed.

    `links` is what is remembered of its links, `frozen` the evidence that was kept of them, `history` what changed
    between publications, `own` the titles and paths of pages written by hand, `data` the open data. Pages without a
    fact are left out unless they are among the `published`; without these all are planned.
    """
    scope = SiteScope(results, speech_of(results))
    planned = [*keep_known(_planned(scope, problems, links, frozen, history, published), scope, published)]
    has_updates = any(page.path == addresses.UPDATES for page in planned)
    of_data = plan_data_pages(scope, data or Catalogue(open_tables(results, problems, links)), has_updates=has_updates)
    planned += keep_known(of_data, scope, published)
    pages = tuple(with_asking(with_feed(page, scope, history), scope) for page in planned)
    cards = {card.page: card for card in cards_of(results, scope.speech)}
    stated, changed = stated_days(results, history), changed_days(history)
    lists = plan_search_pages(scope, pages, own) if results.years else ()
    whole = with_heads(with_documents((*pages, *lists), scope), scope.speech)
    return tuple(with_day(with_picture(page, cards), stated, changed) for page in whole)


def _planned(
    scope: SiteScope,
    problems: tuple[Problem, ...],
    links: Memory,
    frozen: FrozenNow,
    history: History,
    published: frozenset[str] | None,
) -> Iterator[Page]:
    results, speech = scope.results, scope.speech
    yield from plan_site_pages(scope, problems)
    yield from plan_across_pages(scope, history)
    yield from plan_questions_overview(scope)
    yield from plan_updates(scope, history)
    yield from plan_link_pages(scope, links)
    for result in results.years.values():
        of_year = YearScope(results, result, problems, speech, links, frozen, published)
        yield from _of_year(of_year)
        yield from plan_year_updates(of_year, history)


def _of_year(scope: YearScope) -> Iterator[Page]:
    """The pages of one year, in the order of its navigation."""
    yield from plan_result_pages(scope)
    yield from plan_measure_pages(scope)
    yield from plan_item_pages(scope)
    yield from plan_question_pages(scope)
    yield from plan_note_pages(scope)
    if scope.own.memo is not None:
        about = f"{MEMO}นำเสนอ{scope.assessment.result} {scope.name}"
        yield scope.section("memo", f"{MEMO} {scope.name}", about, scope.files("memo"), memo_blocks(scope))
