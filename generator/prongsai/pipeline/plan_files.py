"""Every generated file, before anything is written: pages, data for machines, and the addresses that all this gives."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from prongsai import addresses
from prongsai.analysis.results import Results
from prongsai.documents.content import Document
from prongsai.documents.plan import plan_documents
from prongsai.exports.feeds import feed_paths
from prongsai.exports.links_json import export_links_csv, export_links_json
from prongsai.exports.measures_json import export_measures
from prongsai.exports.oit_json import export_oit
from prongsai.exports.scores_json import export_scores
from prongsai.ledger.follow_redirects import Addresses
from prongsai.ledger.publications import NEVER_PUBLISHED, History
from prongsai.links.frozen import Frozen
from prongsai.links.memory import Memory
from prongsai.pages.anchors import declared_fragments
from prongsai.pages.page import Page
from prongsai.pages.plan import plan_pages, speech_of
from prongsai.pages.render import Renderer
from prongsai.pages.search_pages import LIST, is_part
from prongsai.pipeline.feed_files import feed_files
from prongsai.pipeline.hand_written import CONTENT, find_hand_written, find_static, pages_of
from prongsai.pipeline.page_texts import Sources, find_current
from prongsai.pipeline.search_files import own_titles, search_files
from prongsai.problems import Problem, Where, problem
from prongsai.views.documents import document_paths
from prongsai.views.frozen import FrozenNow

IGNORE_HEAD = "# แฟ้มที่โปรแกรมสร้าง ไม่ต้องเก็บใน git"
IGNORE_LIST = f"{CONTENT}/.gitignore"
NO_RECORDS: Mapping[int, Frozen] = {}


@dataclass(frozen=True)
class Planned:
    """What generating would write: the pages of the plan and all files, by their names below the site's folder.

    `own_pages` are the addresses of pages written by hand, each with its file below content/. With `problems` a page
    cannot be written and there are no files. `old_pages` stand where something was published once. `documents` are
    made when the files are written, since that takes long.
    """

    pages: tuple[Page, ...]
    files: Mapping[str, bytes] = field(default_factory=dict)
    own_pages: Mapping[str, str] = field(default_factory=dict)
    addresses: Addresses = field(default_factory=lambda: Addresses(frozenset()))
    problems: tuple[Problem, ...] = ()
    old_pages: tuple[Page, ...] = ()
    documents: tuple[Document, ...] = ()

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
) -> Planned:
    """All files that a checked site is made of.

    `links` is what is remembered of its links, `frozen` the newest record of evidence of each year, `history` what
    changed between publications.
    """
    hand_written = find_hand_written(root)
    own_pages = pages_of(hand_written)
    own = own_titles(root, own_pages)
    pages = plan_pages(results, problems, links, history=history, own=own)
    if foreign := _foreign(pages, hand_written):
        return Planned(pages, problems=foreign)
    made = tuple(page for page in pages if not (page.replaceable and _rivals(page, with_own=True) & hand_written))
    data = _data_files(results, problems, links) | feed_files(results, history, pages)
    documents = plan_documents(results, problems, speech_of(results))
    handed_out = {path for one in documents for path in document_paths(one.year, one.kind).values()}
    there = frozenset(page.path for page in pages) | data.keys() | own_pages.keys() | handed_out
    renderer = Renderer(there, speech_of(results))
    markdown = [(page, renderer.render(page)) for page in made]
    if frozen:
        sources = Sources(root, {page.path: text for page, text in markdown}, own_pages, data)
        now = FrozenNow(frozen, find_current(frozen.values(), sources))
        anew = {page.path: page for page in plan_pages(results, problems, links, now, history, own)}
        markdown = [(page, _render_anew(page, text, anew[page.path], renderer)) for page, text in markdown]
    files = {f"{CONTENT}/{page.source}": text.encode() for page, text in markdown}
    found = search_files(root, results, markdown, own_pages)  # no promise: their names follow the size of the site
    files |= {f"{CONTENT}{path}": text.encode() for path, text in (data | found).items()}
    waiting = feed_paths(results) - data.keys()
    declared = {*own_pages, *data, *handed_out, *find_static(root), *_declared(markdown)}
    existing = Addresses(frozenset(declared), frozenset(own_pages), waiting)
    return Planned(pages, with_ignore_list(files), own_pages, existing, documents=documents)


def _foreign(pages: Sequence[Page], hand_written: frozenset[str]) -> tuple[Problem, ...]:
    """A problem for each file that somebody wrote where a page of ours must stand."""
    kept = (page for page in pages if not page.replaceable)
    names = (name for page in kept for name in sorted(_rivals(page) & hand_written))
    return tuple(problem("page-not-ours", Where(f"{CONTENT}/{name}")) for name in names)


def _render_anew(page: Page, text: str, anew: Page, renderer: Renderer) -> str:
    """The Markdown of a page that now says what has changed since it was frozen; most pages say the same."""
    return text if anew == page else renderer.render(anew)


def _data_files(results: Results, problems: tuple[Problem, ...], links: Memory) -> dict[str, str]:
    """The data for machines, by address."""
    found = {addresses.scores_data_path(year): export_scores(result) for year, result in results.years.items()}
    answers = {addresses.oit_data_path(year): export_oit(results, year, problems) for year in results.years}
    found |= {path: text for path, text in answers.items() if text}
    found[addresses.MEASURES_DATA] = export_measures(results, speech_of(results))
    for year in (number for number, result in results.years.items() if result.year.register is not None):
        found[addresses.links_data_path(year, "json")] = export_links_json(results, year, links)
        found[addresses.links_data_path(year, "csv")] = export_links_csv(results, year, links)
    return found


def _declared(markdown: Sequence[tuple[Page, str]]) -> set[str]:
    """The addresses of generated pages and of what they promise.

    Single notes, days of updates and the parts of a list of pages come and go.
    """
    found = {page.path for page, _ in markdown if not is_part(page)}
    for page, text in markdown:
        if page.section not in {"notes", "updates", LIST}:
            found |= {f"{page.path}#{fragment}" for fragment in declared_fragments(text)}
    return found


def with_ignore_list(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files with the list by which git ignores just them, so that a new hand-written page is seen."""
    names = sorted(name.removeprefix(CONTENT).replace("[", "\\[") for name in files if name != IGNORE_LIST)
    return {**files, IGNORE_LIST: ("\n".join((IGNORE_HEAD, "/.gitignore", *names)) + "\n").encode()}


def _rivals(page: Page, *, with_own: bool = False) -> frozenset[str]:
    """Other files that would become the same page."""
    stem = page.path.strip("/")
    names = {f"{stem}.md", f"{stem}/README.md"} if stem else {"README.md"}
    return frozenset(names | {page.source}) if with_own else frozenset(names)
