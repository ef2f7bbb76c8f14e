"""The files of the open data by their addresses: tables, dictionary, Data Package, catalogue and the workbook."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from prongsai import addresses
from prongsai.exports.data_package import export_catalogue, export_package
from prongsai.exports.open_csv import export_dictionary, export_table_csv
from prongsai.exports.open_json import export_table_json
from prongsai.exports.open_sheet import export_workbook
from prongsai.views.dataset import Dataset
from prongsai.views.open_table import OpenTable

NO_YEAR = 2543  # dates the workbook of a site without any year


def plan_open_data(dataset: Dataset, tables: Sequence[OpenTable]) -> dict[str, Callable[[], str]]:
    """Every file of text with what makes it; the same facts give the same files."""
    files: dict[str, Callable[[], str]] = {}
    for one in tables:
        files[addresses.open_table_path(one.name, "csv")] = partial(export_table_csv, one)
        files[addresses.open_table_path(one.name, "json")] = partial(export_table_json, one)
    return files | {
        addresses.OPEN_DICTIONARY: partial(export_dictionary, tables),
        addresses.OPEN_PACKAGE: partial(export_package, dataset, tables),
        addresses.OPEN_CATALOGUE: partial(export_catalogue, dataset),
    }


def export_open_workbook(dataset: Dataset, tables: Sequence[OpenTable]) -> bytes:
    """The content of /data/all-tables.xlsx."""
    return export_workbook(tables, dataset.title, dataset.agency, max(dataset.years, default=NO_YEAR))
