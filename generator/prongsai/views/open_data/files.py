"""The open data in words: which files there are, how large they are, and what each column means."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from prongsai import addresses
from prongsai.analysis.results import Results
from prongsai.views.content import Cell, Head, Part, Phrase, Table, cell, number_cell
from prongsai.views.open_data.table import OpenTable
from prongsai.views.speech import Speech
from prongsai.wording.terms import FIELD_KINDS

# The tables of the dictionary's pages; one that is named nowhere stands on the last.
TABLE_GROUPS = {
    "results": ("คะแนนและผลการประเมิน", ("years", "scores", "lost-points", "survey-questions", "stated-again")),
    "oit": ("ข้อ OIT และลิงก์", ("oit-items", "oit-elements", "oit-readiness", "links", "link-counts")),
    "measures": (
        "มาตรการและผลการดำเนินการ",
        ("measures", "measure-basis", "follow-up", "measure-counts", "measure-results"),
    ),
    "sources": ("เอกสารและหลักเกณฑ์", ()),
}
_LAST = "sources"


@dataclass(frozen=True)
class Catalogue:
    """The tables of a site and the addresses of all files that are handed out."""

    tables: tuple[OpenTable, ...]
    paths: frozenset[str] = frozenset()


def group_of(table: OpenTable) -> str:
    """The page of the dictionary on which a table stands."""
    return next((key for key, (_, names) in TABLE_GROUPS.items() if table.name in names), _LAST)


def tables_table(group: str, data: Catalogue, speech: Speech) -> Table:
    """The tables of a group with their rows and files."""
    rows = tuple(_row(one, data, speech) for one in data.tables if group_of(one) == group)
    columns = (Head("ตาราง"), Head("แฟ้ม"), Head("จำนวนแถว", True), Head("มีอะไร"))
    return Table(f"files-{group}", f"ตารางและแฟ้ม {TABLE_GROUPS[group][0]}", columns, rows)


def _row(table: OpenTable, data: Catalogue, speech: Speech) -> tuple[Cell, ...]:
    page = f"{addresses.dictionary_path(group_of(table))}#{table.name}"
    as_csv, as_json = (addresses.open_table_path(table.name, "csv"), addresses.open_table_path(table.name, "json"))
    files = (*file_parts(as_csv, data, "CSV"), Phrase(" "), *file_parts(as_json, data, "JSON"))
    return (
        cell(Phrase(table.title, href=page), head=True),
        cell(*files),
        number_cell(speech.count(len(table.rows))),
        cell(table.about),
    )


def file_parts(path: str, data: Catalogue, name: str = "") -> list[Part]:
    """The name of a file leading to it, and its size, which is known when the page is written."""
    link = Phrase(name or path.rpartition("/")[2], href=path)
    return [link, Phrase("", kind="size", href=path)] if path in data.paths else [link]


def word_size(size: int) -> str:
    """A size in bytes as people read it: 12 KB."""
    return f"{size} B" if size < 1_000 else f"{size / 1_000:,.0f} KB"


def yearly_files(results: Results, data: Catalogue, speech: Speech) -> Table:
    """The files of single years, which had their addresses before the tables."""
    rows = []
    for year in sorted(results.years, reverse=True):
        paths = (
            addresses.scores_data_path(year),
            addresses.oit_data_path(year),
            addresses.links_data_path(year, "json"),
            addresses.links_data_path(year, "csv"),
        )
        parts: list[Part] = []
        for path in (one for one in paths if one in data.paths):
            parts += [Phrase(" "), *file_parts(path, data)] if parts else file_parts(path, data)
        if parts:
            rows.append((cell(speech.fiscal_year(year), head=True), cell(*parts)))
    return Table("files-years", "แฟ้มรายปี", (Head("ปีงบประมาณ"), Head("แฟ้ม")), tuple(rows))


def columns_table(table: OpenTable, speech: Speech) -> Table:
    """The dictionary of one table; a column of remarks is explained once for all."""
    fields = [one for one in table.fields if not _is_remark(one.name, table)]
    rows = tuple(
        (
            cell(one.name, head=True),
            cell(one.title),
            cell(speech.digits(one.meaning), *_choices(one.choices)),
            cell(FIELD_KINDS[one.kind]),
            cell(one.unit),
        )
        for one in fields
    )
    heads = ("คอลัมน์", "ชื่อภาษาไทย", "ความหมาย", "ชนิด", "หน่วย")
    caption = f"คอลัมน์ของตาราง {table.name}"
    return Table(f"columns-{table.name}", caption, tuple(map(Head, heads)), rows)


def _is_remark(name: str, table: OpenTable) -> bool:
    return name.endswith("_note") and name.removesuffix("_note") in table.names


def _choices(choices: Mapping[str, str]) -> Iterable[Phrase]:
    if choices:
        yield Phrase(", ".join(f"{key} = {word}" for key, word in choices.items()), kind="aside")
