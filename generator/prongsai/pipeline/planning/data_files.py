"""The files for machines: what each year had from the first, the open data over all years, and those of the search."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from prongsai import addresses
from prongsai.analysis.results import Results
from prongsai.blocks.passages import PageText
from prongsai.exports.feeds import export_atom, export_json_feed, plan_feeds
from prongsai.exports.links_json import export_links_csv, export_links_json
from prongsai.exports.open_data import export_open_workbook, plan_open_data
from prongsai.exports.search_index import Found, export_search, read_page_text
from prongsai.exports.year_json import export_measures, export_oit, export_scores
from prongsai.ledger.publications import History
from prongsai.links.memory import Memory
from prongsai.pages.page import OF_BLOCKS, Page
from prongsai.pages.plan import speech_of
from prongsai.pipeline.content.owners import CONTENT
from prongsai.problems import Problem
from prongsai.thai.text import clean_text
from prongsai.views.frame import notice_of
from prongsai.views.known_sections import has_section
from prongsai.views.open_data.dataset import Catalogue, dataset_of
from prongsai.views.open_data.table import OpenTable
from prongsai.views.open_data.tables import open_tables

_FRONT_MATTER = re.compile(r"\A---\r?\n(.*?)\r?\n---\r?\n", re.DOTALL)
_TITLE = re.compile(r"^title:\s*(.+?)\s*$", re.MULTILINE)
_ROBOTS = re.compile(r"^robots:[ \t]*[^\s#]", re.MULTILINE)
_HEADING = re.compile(r"^# +(.+?)(?: *\{[^{}]*\})? *$", re.MULTILINE)


def search_files(
    root: Path,
    results: Results,
    markdown: Sequence[tuple[Page, str]],
    own: Mapping[str, str],
    read: Callable[[Page], PageText],
) -> dict[str, str | bytes]:
    """The index and the titles by their paths; `own` are the pages written by hand with their files.

    `read` tells what the blocks of a page say; of the other pages the Markdown is read. There are no files where no
    page searches in them.
    """
    if all(page.path != addresses.SEARCH for page, _ in markdown):
        return {}
    pages = [
        Found(
            page.path,
            clean_text(page.title)[0],
            page.year or 0,
            read(page) if page.template == OF_BLOCKS else read_page_text(page.path, text),
            page.status,
        )
        for page, text in markdown
        if not page.path.startswith(addresses.SEARCH)
    ]
    taken = {page.path for page in pages}
    titles = {path: title for title, path in own_titles(root, own)}
    pages += [
        Found(path, titles[path], addresses.subject_of(path).year or 0, read_page_text(path, _html(_read(root, name))))
        for path, name in own.items()
        if path not in taken
    ]
    return export_search(pages, {key: unit.name for key, unit in results.site.agency.units.items()})


def own_titles(root: Path, own: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """The pages written by hand as title and path."""
    return tuple((_title(_read(root, name), path), path) for path, name in own.items())


def is_kept_from_robots(root: Path, name: str) -> bool:
    """Whether the front matter of a page written by hand has a word for search engines, such as `noindex`."""
    front = _FRONT_MATTER.match(_read(root, name))
    return front is not None and _ROBOTS.search(front[1]) is not None


def _read(root: Path, name: str) -> str:
    """The text of a page; nothing where it cannot be read, since the engine says what is wrong with it."""
    try:
        return (root / CONTENT / name).read_text("utf-8", errors="replace")
    except OSError:
        return ""


def _title(text: str, path: str) -> str:
    """What its front matter calls a page, else its first heading, else its path."""
    front = _FRONT_MATTER.match(text)
    named = (_TITLE.search(front[1]) if front else None) or _HEADING.search(text)
    return clean_text(named[1].strip("\"'"))[0] if named else path


def _html(text: str) -> str:
    """A page written by hand as HTML, by the extensions that the engine is given."""
    from markdown import markdown

    body = _FRONT_MATTER.sub("", text, count=1)
    return str(markdown(body, extensions=["attr_list", "tables", "toc"]))


def feed_files(results: Results, history: History, pages: Iterable[Page]) -> dict[str, Callable[[], str]]:
    """What makes the feeds of `pages`, by their addresses.

    There are none where the site does not know its own address, or was never published.
    """
    existing = frozenset(page.path for page in pages)
    found: dict[str, Callable[[], str]] = {}
    for feed in plan_feeds(results, speech_of(results), history, existing, notice_of(results.site.options)):
        if feed.path not in existing:
            continue
        found[addresses.feed_path(feed.path, "xml")] = partial(export_atom, feed)
        found[addresses.feed_path(feed.path, "json")] = partial(export_json_feed, feed)
    return found


_OF_SECTIONS = {"oit-items": "oit", "oit-elements": "oit", "follow-up": "follow-up"}


Make = Callable[[], str | bytes]


@dataclass(frozen=True)
class DataFiles:
    """The files by their addresses, each made when it is asked for, and what the page of the open data says of them."""

    makers: Mapping[str, Make]
    shown: Catalogue

    def make(self) -> dict[str, str | bytes]:
        """The content of all files; only the workbook is no text."""
        return {path: make() for path, make in self.makers.items()}


def plan_data_files(
    results: Results, problems: tuple[Problem, ...], links: Memory, published: frozenset[str] = frozenset()
) -> DataFiles:
    """All data files of a checked site; `links` is what is remembered of its links.

    A file of which nothing is known is left out, unless its address is among the `published`.
    """
    if not results.years and addresses.OPEN_DATA not in published:
        return DataFiles({}, Catalogue(()))
    tables, dataset = _known_tables(results, open_tables(results, problems, links), published), dataset_of(results)
    makers: dict[str, Make] = dict(_yearly_files(results, problems, links, published))
    makers |= plan_open_data(dataset, tables)
    makers[addresses.OPEN_WORKBOOK] = partial(export_open_workbook, dataset, tables)
    return DataFiles(makers, Catalogue(tables, frozenset(makers)))


def _known_tables(results: Results, tables: tuple[OpenTable, ...], published: frozenset[str]) -> tuple[OpenTable, ...]:
    """The tables with a fact, and those that these refer to; of some the rules alone, or a plan, would make rows."""
    absent = {
        name
        for name, section in _OF_SECTIONS.items()
        if not any(has_section(results, year, section) for year in results.years)
    }
    known = (one.name for one in tables if one.rows and one.name not in absent)
    names = {*known, *(one.name for one in tables if addresses.open_table_path(one.name) in published)}
    kept = [one for one in tables if one.name in names]
    named = {name for one in kept for name, _ in one.refers}
    return tuple(one for one in tables if one in kept or one.name in named)


def _yearly_files(
    results: Results, problems: tuple[Problem, ...], links: Memory, published: frozenset[str]
) -> Iterator[tuple[str, Make]]:
    """The files of single years, and the measures that the filter of their page reads."""
    for year, result in results.years.items():
        if result.year.scores is not None or addresses.scores_data_path(year) in published:
            yield addresses.scores_data_path(year), partial(export_scores, result)
        path = addresses.oit_data_path(year)
        register = result.year.register
        has_items = bool(result.year.edition.items or (register and register.items))
        if has_items and (has_section(results, year, "oit") or path in published):
            yield path, partial(export_oit, results, year, problems)
        if register is not None:
            yield from _links_files(results, year, links, published)
    if any(result.year.measures for result in results.years.values()) or addresses.MEASURES_DATA in published:
        yield addresses.MEASURES_DATA, partial(export_measures, results, speech_of(results))


def _links_files(results: Results, year: int, links: Memory, published: frozenset[str]) -> Iterator[tuple[str, Make]]:
    """What is remembered of the links of a year, where readers see it; without that, the links alone."""
    found = {
        addresses.links_data_path(year, "json"): partial(export_links_json, results, year, links),
        addresses.links_data_path(year, "csv"): partial(export_links_csv, results, year, links),
    }
    yield from ((path, make) for path, make in found.items() if results.site.shows_notes or path in published)
