"""The pages of the open data: what there is to take, and what each column means."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai import addresses
from prongsai.blocks.open_data import dictionary_blocks, open_data_blocks
from prongsai.pages.linked_data import render_dataset
from prongsai.pages.page import OF_BLOCKS, Page
from prongsai.pages.site_scope import SiteScope
from prongsai.views.open_data.dataset import TABLE_GROUPS, Catalogue, dataset_of, group_of

TITLE = "ข้อมูลเปิด"


def plan_data_pages(scope: SiteScope, data: Catalogue, *, has_updates: bool) -> Iterator[Page]:
    """The page of the open data and those of its dictionary."""
    dataset = dataset_of(scope.results)
    about = f"ดาวน์โหลดข้อมูลทุกตารางของ{scope.agency} เป็น CSV JSON และ XLSX (Excel) พร้อมพจนานุกรมข้อมูลภาษาไทย"
    meta = {"linked_data": render_dataset(dataset, scope.site.agency, data.tables)}
    blocks = tuple(open_data_blocks(scope.results, data, dataset, scope.speech, has_updates=has_updates))
    yield Page(addresses.OPEN_DATA, OF_BLOCKS, TITLE, about, scope.files, meta=meta, blocks=blocks)
    for group, (name, _) in TABLE_GROUPS.items():
        yield _dictionary(scope, data, group, name)


def _dictionary(scope: SiteScope, data: Catalogue, group: str, name: str) -> Page:
    tables = [one for one in data.tables if group_of(one) == group]
    return Page(
        addresses.dictionary_path(group),
        OF_BLOCKS,
        f"พจนานุกรมข้อมูล {name}",
        f"ความหมายของทุกคอลัมน์ในตาราง {', '.join(one.title for one in tables)}",
        (),
        short=name,
        crumbs=((TITLE, addresses.OPEN_DATA),),
        blocks=tuple(dictionary_blocks(tables, scope.speech)),
        states_facts=bool(tables),
    )
