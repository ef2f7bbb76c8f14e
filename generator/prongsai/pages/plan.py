"""Every page that will exist, before a line is written."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, replace
from functools import partial

from prongsai import addresses
from prongsai.addresses import KINDS
from prongsai.analysis.results import Results
from prongsai.blocks.as_printed import mark_printed, misspelt_names
from prongsai.blocks.memo import MEMO, memo_blocks
from prongsai.ledger.publications import NEVER_PUBLISHED, History
from prongsai.links.memory import Memory
from prongsai.model.recorder import Keeper
from prongsai.pages.across_pages import (
    plan_across_pages,
    plan_question_pages,
    plan_questions_overview,
    plan_updates,
    plan_year_updates,
    with_feed,
)
from prongsai.pages.head import cards_of, with_picture
from prongsai.pages.link_pages import plan_link_pages
from prongsai.pages.next_steps import with_next_steps
from prongsai.pages.page import Page
from prongsai.pages.scopes import SECTIONS, SiteScope, YearScope, noted_site, noted_year
from prongsai.pages.search_pages import plan_search_pages
from prongsai.pages.site_pages import plan_data_pages, plan_site_pages
from prongsai.pages.two_years_pages import plan_two_years
from prongsai.pages.year_pages import plan_item_pages, plan_measure_pages, plan_note_pages, plan_result_pages
from prongsai.problems import Problem
from prongsai.thai.dates import BuddhistDate
from prongsai.thai.line_breaks import shortened
from prongsai.views.ask import AskedPage, ask_about, permanent_address
from prongsai.views.days import changed_days, stated_days
from prongsai.views.frozen import NOTHING_FROZEN, FrozenNow
from prongsai.views.known_sections import has_section
from prongsai.views.links.states import NO_MEMORY
from prongsai.views.names import document_words
from prongsai.views.open_data.dataset import Catalogue
from prongsai.views.open_data.tables import open_tables
from prongsai.views.speech import Speech

LONGEST_NAME = 60  # characters; Thai letters take nine each in an address, and mail programs end one at 2,000
MOST_QUESTIONS = 20  # listed on a page; all of them are on the page of questions
MOST_LETTERS = 120  # of titles in the line below a page; the pages of the years have them whole
LONGEST_ABOUT = 300  # characters of a description; search engines show less


def with_asking(page: Page, scope: SiteScope) -> Page:
    """The page with its questions and with the ways to ask, where it is about one thing."""
    kind = KINDS[page.subject.kind]
    if not (kind.can_ask or kind.asked):
        return page
    found = scope.questions.get(page.subject, ()) if kind.asked else ()
    topic = AskedPage(_name_topic(page), permanent_address(scope.site, page.path))
    ask = ask_about(scope.site, scope.speech, topic) if kind.can_ask else None
    view = {"asked": found[:MOST_QUESTIONS], "more_asked": len(found) > MOST_QUESTIONS, "ask": ask}
    return replace(page, view={**page.view, **view})


def _name_topic(page: Page) -> str:
    """The title of a page, or where it is too long for the subject of a letter its short name with where it is."""
    if len(page.title) <= LONGEST_NAME:
        return page.title
    above = [title for title, _ in page.crumbs]
    short = page.short if page.short and len(page.short) <= LONGEST_NAME else "".join(above[-1:])
    return f"{short} {''.join(above[:1])}".strip() or "หน้าเว็บไซต์"


def with_documents(pages: Iterable[Page], scope: SiteScope) -> tuple[Page, ...]:
    """The pages with the documents behind them; what the officer alone reads names the data files instead."""
    return tuple(_with_documents(page, scope) for page in pages)


def _with_documents(page: Page, scope: SiteScope) -> Page:
    if scope.site.for_officer:
        return replace(page, names_files=True)
    return replace(page, documents=_documents(page, scope))


def _documents(page: Page, scope: SiteScope) -> tuple[str, ...]:
    words = document_words(scope.site, page.made_from, scope.speech)
    counted = scope.speech.digits(f"เอกสาร {len(words)} ฉบับตามรายการในหน้าของแต่ละปี")
    return words if len("".join(words)) <= MOST_LETTERS else (counted,)


def with_heads(pages: Iterable[Page], speech: Speech) -> Iterator[Page]:
    """The pages with titles that name the year and are distinct, and with descriptions of a fair length.

    Where a document gives two things the same name, their heads say which of them it is.
    """
    planned = tuple(pages)
    heads = [_head(page, speech) for page in planned]
    abouts = [shortened(page.description, LONGEST_ABOUT) for page in planned]
    for page, head, about in zip(planned, _told_apart(heads, speech), _told_apart(abouts, speech), strict=True):
        meta = page.meta if head == page.title else {"head": head, **page.meta}
        yield replace(page, description=about, meta=meta)


def _head(page: Page, speech: Speech) -> str:
    if page.year is None or speech.digits(page.year) in page.title:
        return page.title
    return f"{page.title} {speech.fiscal_year(page.year)}"


def _told_apart(texts: list[str], speech: Speech) -> Iterator[str]:
    """The texts, with a number behind each of those that are equal."""
    counts, met = Counter(texts), Counter[str]()
    for text in texts:
        met[text] += 1
        place = f"รายการที่ {met[text]} จาก {counts[text]} รายการที่ใช้ชื่อเดียวกัน"
        yield text if counts[text] == 1 else f"{text} ({speech.digits(place)})"


def with_day(page: Page, stated: Mapping[str, BuddhistDate], changed: Mapping[str, BuddhistDate]) -> Page:
    """The page with the newest of its days in the Common Era; a page whose data has no date says none.

    `stated` are the days by data file, or by page where a page shows one thing, `changed` those by page.
    """
    of_files = (stated[file] for file in page.made_from if file in stated)
    own = [stated[page.path]] if page.path in stated else [*of_files]
    days = [*own, changed[page.path]] if page.path in changed else own
    return replace(page, meta={**page.meta, "updated": max(days).isoformat()}) if days else page


def keep_known(pages: Iterable[Page], scope: SiteScope, published: frozenset[str] | None) -> tuple[Page, ...]:
    """The pages that have something to say; `published` are the addresses that live on whatever became of their facts.

    A site of which nothing is known is its first page alone; where nothing is said of what was published, all are.
    """
    return tuple(page for page in pages if published is None or page.path in published or _is_known(page, scope))


def _is_known(page: Page, scope: SiteScope) -> bool:
    if page.path == addresses.HOME:
        return True
    kind = page.subject.kind
    is_empty = page.year is not None and kind in SECTIONS and not has_section(scope.results, page.year, kind)
    return page.states_facts and bool(scope.results.years) and not is_empty


def speech_of(results: Results) -> Speech:
    """The speech of this site for its values."""
    options = results.site.options
    site_url = (options.site_url or "").rstrip("/")
    return Speech(options.numerals, from_document=options.from_document, site_url=site_url)


Share = Callable[[Sequence[int], Callable[[int], tuple[Page, ...]]], list[tuple[Page, ...]]]


def one_by_one(years: Sequence[int], plan: Callable[[int], tuple[Page, ...]]) -> list[tuple[Page, ...]]:
    """The pages of each year, planned by this process."""
    return [plan(year) for year in years]


def plan_pages(  # noqa: PLR0913  each is a part of what is known of a site
    results: Results,
    problems: tuple[Problem, ...],
    links: Memory = NO_MEMORY,
    frozen: FrozenNow = NOTHING_FROZEN,
    history: History = NEVER_PUBLISHED,
    own: tuple[tuple[str, str], ...] = (),
    data: Catalogue | None = None,
    published: frozenset[str] | None = None,
    *,
    keeper: Keeper | None = None,
    share: Share = one_by_one,
) -> tuple[Page, ...]:
    """All pages of a site in a fixed order; their paths are unique, and the same whatever was frozen or changed.

    `links` is what is remembered of its links, `frozen` the evidence that was kept of them, `history` what changed
    between publications, `own` the titles and paths of pages written by hand, `data` the open data. Pages without a
    fact are left out unless they are among the `published`; without these all are planned. A `keeper` that learns what
    is read of the results has the pages that were planned of the same. The years may be planned by several processes,
    among which they are `share`d.
    """
    scope = noted_site(SiteScope(results, speech_of(results), keeper))
    known, misspelt = (problems, links, frozen, history, published), misspelt_names(results.site, problems)

    def finish(pages: Iterable[Page]) -> tuple[Page, ...]:
        return tuple(_finished(page, scope, misspelt, history) for page in keep_known(pages, scope, published))

    planned = [*finish(_over_years(scope, problems, links, history))]
    of_years = share(tuple(results.years), lambda year: finish(_in_year(scope, year, *known)))
    planned += (page for of_year in of_years for page in of_year)
    has_updates = any(page.path == addresses.UPDATES for page in planned)
    open_data = data or Catalogue(open_tables(results, problems, links))
    pages = (*planned, *finish(plan_data_pages(scope, open_data, has_updates=has_updates)))
    lists = plan_search_pages(scope, pages, own) if results.years else ()
    pages = _with_heads((*pages, *with_documents(lists, scope)), scope, history)
    return pages if keeper is None else tuple(_as_before(page, keeper) for page in pages)


def plan_year_pages(
    years: Iterable[int],
    results: Results,
    problems: tuple[Problem, ...],
    links: Memory = NO_MEMORY,
    history: History = NEVER_PUBLISHED,
    published: frozenset[str] | None = None,
) -> tuple[Page, ...]:
    """The pages of these years alone (Buddhist Era), as `plan_pages` has them where nothing was frozen."""
    scope = SiteScope(results, speech_of(results))
    known = (problems, links, NOTHING_FROZEN, history, published)
    planned = (page for year in years if year in results.years for page in _in_year(scope, year, *known))
    misspelt = misspelt_names(results.site, problems)
    pages = (_finished(page, scope, misspelt, history) for page in keep_known(planned, scope, published))
    return _with_heads(pages, scope, history)


def _with_heads(pages: Iterable[Page], scope: SiteScope, history: History) -> tuple[Page, ...]:
    """The pages with their heads, pictures and days."""
    cards = {card.page: card for card in cards_of(scope.results, scope.speech)}
    stated, changed = stated_days(scope.results, history), changed_days(history)
    whole = with_heads(pages, scope.speech)
    return tuple(with_day(with_picture(page, cards), stated, changed) for page in whole)


def _as_before(page: Page, keeper: Keeper) -> Page:
    """The very page of the plan before, where it has the same blocks and all around them is equal."""
    around = tuple(getattr(page, part.name) for part in fields(page) if part.name != "blocks")
    return keeper.get(("page", page.path), lambda: page, page.blocks, keeper.see(("page", page.path), around))


def _finished(page: Page, scope: SiteScope, misspelt: re.Pattern[str] | None, history: History) -> Page:
    """The page with what all pages have, but for what depends on other pages."""

    def finish() -> Page:
        marked = with_next_steps(replace(page, blocks=mark_printed(page.blocks, misspelt)))
        return _with_documents(with_asking(with_feed(marked, scope, history), scope), scope)

    return scope.kept(("finished", page.path), finish, page, misspelt, history)


def _over_years(scope: SiteScope, problems: tuple[Problem, ...], links: Memory, history: History) -> Iterator[Page]:
    yield from plan_site_pages(scope, problems)
    yield from plan_two_years(scope)
    yield from plan_across_pages(scope, history)
    yield from plan_questions_overview(scope)
    yield from plan_updates(scope, history)
    yield from plan_link_pages(scope, links)


def _in_year(
    scope: SiteScope,
    year: int,
    problems: tuple[Problem, ...],
    links: Memory,
    frozen: FrozenNow,
    history: History,
    published: frozenset[str] | None,
) -> Iterator[Page]:
    named, own = scope.results.in_year(year), tuple(one for one in problems if year in one.years)
    year_scope = YearScope(named, scope.results.years[year], own, speech_of(named), links, frozen, published)
    of_year = noted_year(year_scope, scope.keeper)
    for plan in _OF_YEAR:
        yield from scope.kept((plan, year), partial(_pages_by, plan, of_year))
    yield from plan_year_updates(of_year, history)


def _pages_by(plan: Callable[[YearScope], Iterator[Page]], scope: YearScope) -> tuple[Page, ...]:
    return tuple(plan(scope))


def _plan_memo(scope: YearScope) -> Iterator[Page]:
    if scope.own.memo is not None:
        about = f"{MEMO}นำเสนอ{scope.assessment.result} {scope.name}"
        yield scope.section("memo", f"{MEMO} {scope.name}", about, scope.files("memo"), memo_blocks(scope))


# The pages of one year, in the order of its navigation.
_OF_YEAR = (
    plan_result_pages,
    plan_measure_pages,
    plan_item_pages,
    plan_question_pages,
    plan_note_pages,
    _plan_memo,
)
