"""The data for machines of a site: what each year had from the first, and the open data over all years."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from prongsai import addresses
from prongsai.analysis.results import Results
from prongsai.exports.links_json import export_links_csv, export_links_json
from prongsai.exports.measures_json import export_measures
from prongsai.exports.oit_json import export_oit
from prongsai.exports.open_data import export_open_data, export_open_workbook
from prongsai.exports.scores_json import export_scores
from prongsai.links.memory import Memory
from prongsai.pages.plan import speech_of
from prongsai.problems import Problem
from prongsai.views.data_list import OpenData
from prongsai.views.dataset import dataset_of
from prongsai.views.open_tables import open_tables


@dataclass(frozen=True)
class DataFiles:
    """The files by their addresses, those of text and the workbook, and what the page of the open data says of them."""

    texts: Mapping[str, str]
    workbooks: Mapping[str, bytes]
    shown: OpenData


def plan_data_files(results: Results, problems: tuple[Problem, ...], links: Memory) -> DataFiles:
    """All data files of a checked site; `links` is what is remembered of its links."""
    tables, dataset = open_tables(results, problems, links), dataset_of(results)
    texts = _yearly_files(results, problems, links) | export_open_data(dataset, tables)
    books = {addresses.OPEN_WORKBOOK: export_open_workbook(dataset, tables)}
    sizes = {path: len(text.encode()) for path, text in texts.items()} | {path: len(one) for path, one in books.items()}
    return DataFiles(texts, books, OpenData(tables, sizes))


def _yearly_files(results: Results, problems: tuple[Problem, ...], links: Memory) -> dict[str, str]:
    """The files of single years, and the measures that the filter of their page reads."""
    found = {addresses.scores_data_path(year): export_scores(result) for year, result in results.years.items()}
    answers = {addresses.oit_data_path(year): export_oit(results, year, problems) for year in results.years}
    found |= {path: text for path, text in answers.items() if text}
    found[addresses.MEASURES_DATA] = export_measures(results, speech_of(results))
    for year in (number for number, result in results.years.items() if result.year.register is not None):
        found[addresses.links_data_path(year, "json")] = export_links_json(results, year, links)
        found[addresses.links_data_path(year, "csv")] = export_links_csv(results, year, links)
    return found
