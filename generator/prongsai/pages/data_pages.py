"""The pages of the open data: what there is to take, and what each column means."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from prongsai import addresses
from prongsai.pages.linked_data import render_dataset
from prongsai.pages.page import Page
from prongsai.pages.site_scope import SiteScope
from prongsai.views.data_list import GROUPS, OpenData, columns_table, file_parts, group_of, tables_table, yearly_files
from prongsai.views.dataset import Dataset, dataset_of

TITLE = "ข้อมูลเปิด"


def plan_data_pages(scope: SiteScope, data: OpenData) -> Iterator[Page]:
    """The page of the open data and those of its dictionary."""
    dataset = dataset_of(scope.results)
    about = f"ดาวน์โหลดข้อมูลทุกตารางของ{scope.agency} เป็น CSV JSON และ XLSX (Excel) พร้อมพจนานุกรมข้อมูลภาษาไทย"
    view = {**_files(scope, data), **_described(scope, dataset)}
    meta = {"linked_data": render_dataset(dataset, scope.site.agency, data.tables)}
    yield Page(addresses.OPEN_DATA, "data.md.j2", TITLE, about, scope.files, view, meta=meta)
    for group, (name, _) in GROUPS.items():
        yield _dictionary(scope, data, group, name)


def _files(scope: SiteScope, data: OpenData) -> dict[str, Any]:
    speech = scope.speech

    def parts(path: str) -> Any:
        return file_parts(path, data)

    return {
        "workbook": parts(addresses.OPEN_WORKBOOK),
        "dictionary": parts(addresses.OPEN_DICTIONARY),
        "package": parts(addresses.OPEN_PACKAGE),
        "catalogue": parts(addresses.OPEN_CATALOGUE),
        "measures": parts(addresses.MEASURES_DATA),
        "groups": [(key, name, tables_table(key, data, speech)) for key, (name, _) in GROUPS.items()],
        "yearly": yearly_files(scope.results, data, speech),
        "dictionaries": [(name, addresses.dictionary_path(key)) for key, (name, _) in GROUPS.items()],
    }


def _described(scope: SiteScope, dataset: Dataset) -> dict[str, Any]:
    """Who keeps the data, under which licence, how it is cited, and what the agency has not said."""
    where = f"{dataset.site_url}data/" if dataset.site_url else ""
    return {
        "dataset": dataset,
        "span": scope.speech.digits(dataset.span),
        "cited": " ".join(filter(None, (f"{dataset.owner or scope.site.options.title}.", f"{dataset.title}.", where))),
        "lacking": dataset.lacking if dataset.is_official and scope.site.for_officer else (),
    }


def _dictionary(scope: SiteScope, data: OpenData, group: str, name: str) -> Page:
    tables = [one for one in data.tables if group_of(one) == group]
    view = {"tables": [(one, columns_table(one, scope.speech)) for one in tables]}
    title = f"พจนานุกรมข้อมูล {name}"
    about = f"ความหมายของทุกคอลัมน์ในตาราง {', '.join(one.title for one in tables)}"
    crumbs = ((TITLE, addresses.OPEN_DATA),)
    path = addresses.dictionary_path(group)
    return Page(path, "dictionary.md.j2", title, about, (), view, short=name, crumbs=crumbs)
