"""Every generated file, before anything is written: pages, data for machines, and the addresses that all this gives."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from typing import cast

from prongsai import addresses
from prongsai.addresses import section_path
from prongsai.analysis.former_addresses import former_addresses
from prongsai.analysis.recorded import recorded
from prongsai.analysis.results import Results
from prongsai.disk.walk import walk_site
from prongsai.engines.workers import Alongside, share_out
from prongsai.exports.feeds import feed_paths
from prongsai.ledger.follow_redirects import Addresses
from prongsai.ledger.publications import NEVER_PUBLISHED, History
from prongsai.links.frozen import Frozen
from prongsai.links.memory import Memory as LinkMemory
from prongsai.model.recorder import Keeper
from prongsai.model.site import Site
from prongsai.pages.anchors import insert_anchors, withheld_ids
from prongsai.pages.head import cards_of
from prongsai.pages.page import Page
from prongsai.pages.plan import one_by_one, plan_pages, speech_of
from prongsai.pages.render import Renderer
from prongsai.pages.search_pages import is_part
from prongsai.paper.content import Paper
from prongsai.paper.plan import plan_documents, with_books
from prongsai.pipeline.checks.page_texts import Sources, find_current
from prongsai.pipeline.content.owners import (
    CONTENT,
    find_hand_written,
    find_static,
    pages_of,
)
from prongsai.pipeline.make_documents import waiting_documents
from prongsai.pipeline.memory import Memory
from prongsai.pipeline.planning.chart_files import chart_files
from prongsai.pipeline.planning.data_files import DataFiles, Make, calendar_files, feed_files, plan_data_files
from prongsai.pipeline.planning.planned import Made, Planned, below_content, encoded
from prongsai.pipeline.planning.rivals import foreign_pages, rivals
from prongsai.pipeline.planning.search_engines import SearchEngines
from prongsai.pipeline.planning.search_files import own_titles, search_files
from prongsai.pipeline.planning.when_asked import InTurn, WhenAsked
from prongsai.pipeline.planning.write_pages import PageWriter, Written, unpack_text
from prongsai.pipeline.store import Store
from prongsai.problems import Problem
from prongsai.views.downloads import document_paths
from prongsai.views.frozen import NOTHING_FROZEN, FrozenNow
from prongsai.views.measures.attached import file_sizes
from prongsai.views.share_cards import share_cards
from prongsai.views.speech import Speech


def find_gaps(site: Site) -> frozenset[str]:
    """The paths of the sections without a file: `/2567/oit/` where data/2567/oit.yml is not there."""
    parts = ((year.year, section, part) for year in site.years for section, part in year.parts.items())
    return frozenset(section_path(year, section) for year, section, part in parts if part is None)


_FEWEST_YEARS = 4  # for a process, below which starting it takes longer than planning them
NO_RECORDS: Mapping[int, Frozen] = {}
_Known = tuple[Results, tuple[Problem, ...], LinkMemory, Mapping[int, Frozen], History, frozenset[str]]


@dataclass(frozen=True)
class _Site:
    """All that is known of a checked site, and what of it is published by hand."""

    root: Path
    results: Results
    problems: tuple[Problem, ...]
    links: LinkMemory
    frozen: Mapping[int, Frozen]
    history: History
    published: frozenset[str]
    own_pages: Mapping[str, str]
    hand_written: frozenset[str]
    static: frozenset[str]
    store: Store
    memory: Memory | None
    view: int  # of the memory, when this was seen
    ahead: bool

    @property
    def keeper(self) -> Keeper | None:
        """The keeper of what was made of the same, until it has seen the site in another state."""
        return self.memory.keeper if self.memory and self.memory.keeper.view == self.view else None

    @cached_property
    def speech(self) -> Speech:
        """The speech of this site for its values."""
        return speech_of(self.results)

    @cached_property
    def published_ids(self) -> Mapping[str, tuple[str, ...]]:
        """The ids that were published once, by the paths of their pages."""
        found: dict[str, tuple[str, ...]] = {}
        for path, _, one in (address.partition("#") for address in self.published if "#" in address):
            found[path] = (*found.get(path, ()), one)
        return found

    def withheld(self, page: Page) -> frozenset[str]:
        """The published ids of a page of what is shown only for a time."""
        return withheld_ids(page.path, self.published_ids.get(page.path, ()))

    @cached_property
    def handed_on(self) -> DataFiles:
        """The data for machines."""
        return plan_data_files(self.results, self.problems, self.links, self.published, self.store, self.keeper)

    @cached_property
    def begun(self) -> Callable[[], dict[str, str | bytes]]:
        """The data for machines, which another process makes from now on; a memory learns from this one alone."""
        return self.handed_on.begin(self.store) if self.ahead and self.memory is None else self.handed_on.make

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        """All pages, as they are where nothing was frozen."""
        return self.plan(NOTHING_FROZEN)

    def plan(self, frozen: FrozenNow) -> tuple[Page, ...]:
        """All pages; what is said of frozen evidence adds no page and no id."""
        known = (self.results, self.problems, self.links, frozen, self.history)
        own = own_titles(self.root, self.own_pages)
        _ = self.begun
        share = one_by_one if self.memory else partial(share_out, fewest=_FEWEST_YEARS)
        return plan_pages(*known, own, self.handed_on.shown, self.published, keeper=self.keeper, share=share)

    @cached_property
    def made_pages(self) -> tuple[Page, ...]:
        """The pages without those in whose place somebody wrote one."""
        return tuple(
            page for page in self.pages if not (page.replaceable and rivals(page, with_own=True) & self.hand_written)
        )

    @cached_property
    def documents(self) -> tuple[Paper, ...]:
        """The papers of the pages that exist."""
        every = plan_documents(self.results, self.problems, self.speech, self.links)
        paths = {page.path for page in self.pages}
        return with_books([one for one in every if one.page in paths])

    @cached_property
    def feeds(self) -> Mapping[str, Make]:
        """The makers of what belongs to pages, by their addresses: feeds, calendars of units, and charts as files."""
        calendars = calendar_files(self.results, self.store, self.pages, self.published)
        return {**calendars, **feed_files(self.results, self.history, self.pages), **self.charts}

    def make_data(self) -> dict[str, bytes]:
        """The files for machines, by their addresses."""
        made = {**self.begun(), **{path: make() for path, make in self.feeds.items()}}
        return {path: encoded(one) for path, one in made.items()}

    @cached_property
    def charts(self) -> Mapping[str, Make]:
        """The makers of the charts of pages as files."""
        return chart_files(self.results, self.pages, self.published)

    @cached_property
    def given(self) -> frozenset[str]:
        """The addresses that a page may lead to, but for those of pages of the plan."""
        lacking = self.results.site.forms_lacking
        handed_out = {path for one in self.documents for path in document_paths(one.year, one.kind, lacking).values()}
        return frozenset({*self.own_pages, *self.handed_on.makers, *self.feeds, *handed_out})


def plan_files(  # noqa: PLR0913  each is a part of what is known of a site
    root: Path,
    results: Results,
    problems: tuple[Problem, ...],
    links: LinkMemory,
    frozen: Mapping[int, Frozen] = NO_RECORDS,
    history: History = NEVER_PUBLISHED,
    published: frozenset[str] = frozenset(),
    store: Store | None = None,
    *,
    memory: Memory | None = None,
    ahead: bool = False,
) -> Planned:
    """All files that a checked site is made of.

    `links` is what is remembered of its links, `frozen` the newest record of evidence of each year, `history` what
    changed between publications. What was `published` once exists even where nothing is known of it any more. What
    was made before comes from the `store`, and in a process that plans again from its `memory`. Where the files will be
    made, what needs no page is begun `ahead`.
    """
    hand_written, static = _own_files(root)
    known = _seen(memory, (results, problems, links, frozen, history, published))
    own, results = (pages_of(hand_written), hand_written, static), known[0]
    site = _Site(root, *known, *own, store or Store(), memory, memory.keeper.view if memory else 0, ahead)
    if foreign := foreign_pages(site.pages, hand_written):
        return Planned(site.pages, problems=foreign)
    cards, feeds = cards_of(results, site.speech), feed_paths(results) - site.feeds.keys()
    renderer = Renderer(site.given | {page.path for page in site.pages}, site.speech)
    declared = frozenset({*site.given, *static, *_declared(site, renderer)})
    existing = _addresses(results, frozenset(site.own_pages), static, declared, feeds, has_cards=bool(cards))
    make = partial(_make_files, site)
    return Planned(site.pages, make, site.own_pages, existing, documents=site.documents, cards=cards, given=site.given)


def _seen(memory: Memory | None, known: _Known) -> _Known:
    """All that is known of a site, of which a memory learns what is read."""
    if memory is None:
        return known
    keeper, (results, *others) = memory.keeper, known
    results = recorded(results, keeper)
    names = ("problems", "links", "frozen", "history", "published")
    return cast("_Known", (results, *(keeper.see((name,), one) for name, one in zip(names, others, strict=True))))


def _make_files(site: _Site, counts: Mapping[str, int]) -> Made:
    """All files: data first, since pages say how large it is; `counts` are the numbers of pages of documents."""
    data = site.make_data()
    sizes = file_sizes(site.results.site, data)
    known, paths = site.memory.pages if site.memory else None, {page.path for page in site.pages}
    writer = PageWriter(site.store, site.given | paths, site.speech, sizes, counts, known)
    written = writer.write(site.made_pages)
    if site.frozen:
        generated = WhenAsked({one.page.path: one.markdown for one in written})
        sources = Sources(site.root, generated, site.own_pages, data)
        now = FrozenNow(site.frozen, find_current(site.frozen.values(), sources))
        written = _write_again(written, site.plan(now), writer)
    written = [_keep_withheld(one, site.withheld(one.page), writer.renderer) for one in written]
    search = partial(search_files, site.root, site.results, written, site.own_pages)
    found = Alongside(search).result if site.ahead else search
    engines = SearchEngines(site.root, site.results, site.static, site.own_pages)
    told = engines.files([one.page for one in written])
    pages = {f"{CONTENT}/{one.page.source}": partial(unpack_text, one.packed) for one in written}
    return Made(WhenAsked(pages), InTurn(below_content({**data, **told}), lambda: below_content(found())))


def _keep_withheld(written: Written, withheld: frozenset[str], renderer: Renderer) -> Written:
    """The page with an anchor at its title for each id of what it does not show now."""
    lost = withheld - renderer.ids_of(written.page) if withheld else withheld
    return written.with_text(insert_anchors(written.text, dict.fromkeys(lost, ""))) if lost else written


def _addresses(
    results: Results,
    own_pages: frozenset[str],
    static: frozenset[str],
    declared: frozenset[str],
    reserved: frozenset[str],
    *,
    has_cards: bool,
) -> Addresses:
    """The addresses that exist, and those that wait.

    Feeds and pictures of shared links wait for the site's address, papers for a machine that can make them.
    """
    shared = frozenset(card.path for card in share_cards(results, speech_of(results)))
    reserved |= waiting_documents(results.site) | (frozenset() if has_cards else shared)
    return Addresses(
        declared | (shared - reserved),
        own_pages,
        reserved | _as_once_recorded(static),
        find_gaps(results.site),
        former_addresses(results.site.years),
    )


def _own_files(root: Path) -> tuple[frozenset[str], frozenset[str]]:
    """Pages written by hand, and the addresses of files that are published as they are."""
    tree = walk_site(root, (CONTENT,))
    return find_hand_written(root, tree), find_static(root, tree)


def _write_again(written: Sequence[Written], pages: Sequence[Page], writer: PageWriter) -> list[Written]:
    """Pages that now say what has changed since they were frozen; most pages say the same."""
    planned = {page.path: page for page in pages}
    others = [new for one in written if (new := planned[one.page.path]) != one.page]
    again = {one.page.path: one for one in writer.write(others)}
    return [again.get(one.page.path, one) for one in written]


def _declared(site: _Site, renderer: Renderer) -> set[str]:
    """The addresses of generated pages and of what they promise.

    Single notes, days of updates and the parts of a list of pages come and go.
    """
    found = {page.path for page in site.made_pages if not is_part(page)}
    for page in site.made_pages:
        if not addresses.KINDS[page.subject.kind].fleeting:
            found |= {f"{page.path}#{one}" for one in renderer.ids_of(page) | site.withheld(page)}
    return found


def _as_once_recorded(static: frozenset[str]) -> frozenset[str]:
    """Files with a mark in their name that is escaped now, as ledgers of earlier versions have them."""
    return frozenset(f"/{addresses.content_name(path)}" for path in static if "%" in path)
