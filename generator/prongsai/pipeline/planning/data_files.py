"""The data for machines of a site: what each year had from the first, and the open data over all years."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from prongsai import addresses
from prongsai.analysis.results import Results
from prongsai.engines.workers import Alongside
from prongsai.exports.feeds import export_atom, export_json_feed, plan_feeds
from prongsai.exports.links_json import export_links_csv, export_links_json
from prongsai.exports.open_data import export_open_workbook, export_table_csv, export_table_json, plan_open_data
from prongsai.exports.unit_calendar import export_unit_calendar
from prongsai.exports.year_json import export_measures, export_oit, export_scores
from prongsai.ledger.publications import History
from prongsai.links.memory import Memory
from prongsai.model.recorder import Keeper
from prongsai.model.site import Site
from prongsai.pages.page import Page
from prongsai.pages.plan import speech_of
from prongsai.pipeline.store import Kind, Store
from prongsai.problems import Problem
from prongsai.views.frame import notice_of
from prongsai.views.known_sections import has_section
from prongsai.views.open_data.dataset import Catalogue, Dataset, dataset_of
from prongsai.views.open_data.table import OpenTable
from prongsai.views.open_data.tables import open_tables
from prongsai.views.worklist import Worklist, worklist_of


def feed_files(results: Results, history: History, pages: Iterable[Page]) -> dict[str, Callable[[], str]]:
    """The makers of the feeds of `pages`, by their addresses.

    There are none where the site does not know its own address, or was never published.
    """
    existing = frozenset(page.path for page in pages)
    found: dict[str, Callable[[], str]] = {}
    speech = speech_of(results)
    for feed in plan_feeds(results, speech, history, existing, notice_of(results.site, speech)):
        if feed.path not in existing:
            continue
        found[addresses.feed_path(feed.path, "xml")] = partial(export_atom, feed)
        found[addresses.feed_path(feed.path, "json")] = partial(export_json_feed, feed)
    return found


def calendar_files(
    results: Results, store: Store, pages: Iterable[Page], published: frozenset[str]
) -> dict[str, Callable[[], str]]:
    """The makers of the calendars of units that have a page, by their addresses."""
    existing, speech = {page.path for page in pages}, speech_of(results)
    found: dict[str, Callable[[], str]] = {}
    for key in results.site.agency.units:
        path, work = addresses.unit_calendar_path(key), worklist_of(results, key, speech)
        if addresses.unit_path(key) in existing and work and (work.dated or path in published):
            found[path] = partial(_keep_calendar, store, work, results.site)
    return found


def _keep_calendar(store: Store, work: Worklist, site: Site) -> str:
    key = f"{work!r}\0{site.agency.units[work.unit].name}\0{site.options.site_url}"
    return store.get(CALENDARS, key, lambda: export_unit_calendar(work, site).encode()).decode()


CALENDARS = Kind("calendars", ("icalendar",), spare=60, packed=True)
TABLES = Kind("tables", ("xlsxwriter",), spare=60, packed=True)
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

    def begin(self, store: Store) -> Callable[[], dict[str, str | bytes]]:
        """Have another process make all files meanwhile, with the `store` that the makers ask; whoever calls waits."""
        begun = Alongside(lambda: (self.make(), store.used(TABLES)))

        def take() -> dict[str, str | bytes]:
            made, used = begun.result()
            store.use(TABLES, used)
            return made

        return take


def plan_data_files(
    results: Results,
    problems: tuple[Problem, ...],
    links: Memory,
    published: frozenset[str] = frozenset(),
    store: Store | None = None,
    keeper: Keeper | None = None,
) -> DataFiles:
    """All data files of a checked site; `links` is what is remembered of its links.

    A file of which nothing is known is left out, unless its address is among the `published`. The `store` has the files
    of the tables from the last time, the `keeper` their rows.
    """
    if not results.years and addresses.OPEN_DATA not in published:
        return DataFiles({}, Catalogue(()))
    tables, dataset = (
        _known_tables(results, open_tables(results, problems, links, keeper), published),
        dataset_of(results),
    )
    makers: dict[str, Make] = dict(_yearly_files(results, problems, links, published))
    makers |= _kept_answers(results, makers, problems, keeper)
    makers |= {**plan_open_data(dataset, tables), **dict(_kept_tables(store or Store(), dataset, tables))}
    return DataFiles(makers, Catalogue(tables, frozenset(makers)))


def _kept_answers(
    results: Results, makers: Mapping[str, Make], problems: tuple[Problem, ...], keeper: Keeper | None
) -> dict[str, Make]:
    """The makers of the answers of each year, which a keeper has where what they read is what it was."""
    if keeper is None:
        return {}
    years = {path: year for year in results.years if (path := addresses.oit_data_path(year)) in makers}
    of_year = {path: tuple(one for one in problems if year in one.years) for path, year in years.items()}
    return {path: keeper.later(("file", path), makers[path], own) for path, own in of_year.items()}


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


def _kept_tables(store: Store, dataset: Dataset, tables: tuple[OpenTable, ...]) -> Iterator[tuple[str, Make]]:
    """The files of the tables and the workbook, which are made of these tables alone."""
    for one in tables:
        yield addresses.open_table_path(one.name, "csv"), partial(_keep_table, store, "csv", export_table_csv, one)
        yield addresses.open_table_path(one.name, "json"), partial(_keep_table, store, "json", export_table_json, one)
    workbook = partial(export_open_workbook, dataset, tables)
    yield addresses.OPEN_WORKBOOK, lambda: store.get(TABLES, f"xlsx\0{dataset!r}\0{tables!r}", workbook)


def _keep_table(store: Store, form: str, export: Callable[[OpenTable], str], table: OpenTable) -> str:
    return store.get(TABLES, f"{form}\0{table!r}", lambda: export(table).encode()).decode()


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
    """The memory of a year's links, where readers see it; without that, the links alone."""
    found = {
        addresses.links_data_path(year, "json"): partial(export_links_json, results, year, links),
        addresses.links_data_path(year, "csv"): partial(export_links_csv, results, year, links),
    }
    yield from ((path, make) for path, make in found.items() if results.site.shows_notes or path in published)
