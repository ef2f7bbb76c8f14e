"""Every generated file, before anything is written: pages, data for machines, and the addresses that all this gives."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from prongsai import addresses
from prongsai.analysis.results import Results
from prongsai.disk.walk import walk_site
from prongsai.documents.content import Document
from prongsai.documents.plan import plan_documents
from prongsai.exports.feeds import feed_paths
from prongsai.exports.robots import export_robots
from prongsai.ledger.follow_redirects import Addresses
from prongsai.ledger.publications import NEVER_PUBLISHED, History
from prongsai.links.frozen import Frozen
from prongsai.links.memory import Memory
from prongsai.pages.anchors import declared_fragments, keep_withheld
from prongsai.pages.page import Page
from prongsai.pages.plan import plan_pages, speech_of
from prongsai.pages.render import Renderer
from prongsai.pages.search_pages import is_part
from prongsai.pages.sharing import cards_of
from prongsai.pipeline.data_files import plan_data_files
from prongsai.pipeline.data_gaps import find_gaps
from prongsai.pipeline.feed_files import feed_files
from prongsai.pipeline.generated_list import CONTENT, GENERATED_LIST, IGNORE_HEAD, IGNORE_LIST
from prongsai.pipeline.hand_written import find_hand_written, find_static, pages_of
from prongsai.pipeline.page_texts import Sources, find_current
from prongsai.pipeline.search_files import own_titles, search_files
from prongsai.problems import Problem, Where, problem
from prongsai.views.documents import document_paths
from prongsai.views.frozen import FrozenNow
from prongsai.views.share_cards import ShareCard, share_cards

ROBOTS = "/robots.txt"
NO_RECORDS: Mapping[int, Frozen] = {}


@dataclass(frozen=True)
class Planned:
    """What generating would write: the pages of the plan and all files, by their names below the site's folder.

    `own_pages` are the addresses of pages written by hand, each with its file below content/. With `problems` a page
    cannot be written and there are no files. `old_pages` stand where something was published once. `documents` and
    the pictures of `cards` are made when the files are written, since that takes long.
    """

    pages: tuple[Page, ...]
    files: Mapping[str, bytes] = field(default_factory=dict)
    own_pages: Mapping[str, str] = field(default_factory=dict)
    addresses: Addresses = field(default_factory=lambda: Addresses(frozenset()))
    problems: tuple[Problem, ...] = ()
    old_pages: tuple[Page, ...] = ()
    documents: tuple[Document, ...] = ()
    cards: tuple[ShareCard, ...] = ()

    @property
    def in_navigation(self) -> list[str]:
        """The pages written by hand at the top of content/, without those that stand in for a generated one."""
        replaced = {page.path for page in self.pages}
        own = ((path, name) for path, name in self.own_pages.items() if path not in replaced)
        return sorted(name for _, name in own if "/" not in name)


def plan_files(
    root: Path,
    results: Results,
    problems: tuple[Problem, ...],
    links: Memory,
    frozen: Mapping[int, Frozen] = NO_RECORDS,
    history: History = NEVER_PUBLISHED,
    published: frozenset[str] = frozenset(),
) -> Planned:
    """All files that a checked site is made of.

    `links` is what is remembered of its links, `frozen` the newest record of evidence of each year, `history` what
    changed between publications. What was `published` once stands even where nothing is known of it any more.
    """
    hand_written, static = _own_files(root)
    own = own_titles(root, own_pages := pages_of(hand_written))
    handed_on = plan_data_files(results, problems, links, published)
    plan = partial(plan_pages, results, problems, links, history=history, own=own, published=published)
    pages = plan(data=handed_on.shown)
    if foreign := _foreign(pages, hand_written):
        return Planned(pages, problems=foreign)
    made = tuple(page for page in pages if not (page.replaceable and _rivals(page, with_own=True) & hand_written))
    data = {**handed_on.texts, **feed_files(results, history, pages)}
    paths = {page.path for page in pages}
    every = plan_documents(results, problems, speech_of(results), links)
    documents = tuple(one for one in every if addresses.section_path(one.year, one.kind) in paths)
    given = {*own_pages, *data, *handed_on.workbooks, *_handed_out(documents)}
    renderer = Renderer(frozenset(given | paths), speech_of(results))
    markdown = [(page, renderer.render(page)) for page in made]
    if frozen:
        sources = Sources(root, {page.path: text for page, text in markdown}, own_pages, data)
        now = FrozenNow(frozen, find_current(frozen.values(), sources))
        markdown = _render_anew(markdown, plan(frozen=now, data=handed_on.shown), renderer)
    markdown = [(page, keep_withheld(page.path, text, published)) for page, text in markdown]
    found = search_files(root, results, markdown, own_pages)  # no promise: their names follow the size of the site
    files = _files(markdown, {**data, **found, **_robots(root, results, static)}, handed_on.workbooks)
    cards, waiting = cards_of(results, speech_of(results)), feed_paths(results) - data.keys()
    declared = frozenset({*given, *static, *_declared(markdown)})
    existing = _addresses(results, frozenset(own_pages), static, declared, waiting, has_cards=bool(cards))
    return Planned(pages, with_ignore_list(files), own_pages, existing, documents=documents, cards=cards)


def _handed_out(documents: Sequence[Document]) -> set[str]:
    return {path for one in documents for path in document_paths(one.year, one.kind).values()}


def _addresses(
    results: Results,
    own_pages: frozenset[str],
    static: frozenset[str],
    declared: frozenset[str],
    waiting: frozenset[str],
    *,
    has_cards: bool,
) -> Addresses:
    """What exists, and what only waits for the address of the site: feeds, and pictures of shared links."""
    shared = frozenset(card.path for card in share_cards(results, speech_of(results)))
    waiting |= frozenset() if has_cards else shared
    return Addresses(
        declared | (shared - waiting), own_pages, waiting | _as_once_recorded(static), find_gaps(results.site)
    )


def _own_files(root: Path) -> tuple[frozenset[str], frozenset[str]]:
    """Pages written by hand, and the addresses of files that are published as they are."""
    tree = walk_site(root, (CONTENT,))
    return find_hand_written(root, tree), find_static(root, tree)


def _files(
    markdown: Sequence[tuple[Page, str]], texts: Mapping[str, str], others: Mapping[str, bytes]
) -> dict[str, bytes]:
    """Pages and files for readers by their names below the site's folder."""
    files = {f"{CONTENT}/{page.source}": text.encode() for page, text in markdown}
    files |= {f"{CONTENT}{path}": text.encode() for path, text in texts.items()}
    return files | {f"{CONTENT}{path}": content for path, content in others.items()}


def _foreign(pages: Sequence[Page], hand_written: frozenset[str]) -> tuple[Problem, ...]:
    """A problem for each file that somebody wrote where a page of ours must stand."""
    kept = (page for page in pages if not page.replaceable)
    names = (name for page in kept for name in sorted(_rivals(page) & hand_written))
    return tuple(problem("page-not-ours", Where(f"{CONTENT}/{name}")) for name in names)


def _render_anew(
    markdown: Sequence[tuple[Page, str]], pages: Sequence[Page], renderer: Renderer
) -> list[tuple[Page, str]]:
    """The Markdown of pages that now say what has changed since they were frozen; most pages say the same."""
    anew = {page.path: page for page in pages}
    return [(page, text if anew[page.path] == page else renderer.render(anew[page.path])) for page, text in markdown]


def _robots(root: Path, results: Results, static: frozenset[str]) -> dict[str, str]:
    """What search engines ask for first, unless somebody wrote it; it names the sitemap, which needs an address."""
    site_url = results.site.options.site_url
    if site_url is None:
        return {}
    text, own = export_robots(site_url), root / f"{CONTENT}{ROBOTS}"
    is_ours = ROBOTS not in static or own.read_bytes() == text.encode()  # the list may be lost
    return {ROBOTS: text} if is_ours else {}


def _declared(markdown: Sequence[tuple[Page, str]]) -> set[str]:
    """The addresses of generated pages and of what they promise.

    Single notes, days of updates and the parts of a list of pages come and go.
    """
    found = {page.path for page, _ in markdown if not is_part(page)}
    for page, text in markdown:
        if not addresses.KINDS[page.subject.kind].fleeting:
            found |= {f"{page.path}#{fragment}" for fragment in declared_fragments(text)}
    return found


def with_ignore_list(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files with the list by which git ignores just them, so that a new hand-written page is seen."""
    listed = {*files, GENERATED_LIST} - {IGNORE_LIST}
    names = sorted(name.removeprefix(CONTENT).replace("[", "\\[") for name in listed)
    return {**files, IGNORE_LIST: ("\n".join((IGNORE_HEAD, "/.gitignore", *names)) + "\n").encode()}


def _as_once_recorded(static: frozenset[str]) -> frozenset[str]:
    """Files with a mark in their name that is escaped now, as ledgers of earlier versions have them."""
    return frozenset(f"/{addresses.content_name(path)}" for path in static if "%" in path)


def _rivals(page: Page, *, with_own: bool = False) -> frozenset[str]:
    """Other files that would become the same page."""
    stem = page.path.strip("/")
    names = {f"{stem}.md", f"{stem}/README.md"} if stem else {"README.md"}
    return frozenset(names | {page.source}) if with_own else frozenset(names)
