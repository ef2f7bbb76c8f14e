"""The open data in words: the site's dataset, its files, and what each column means."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from prongsai import addresses
from prongsai.analysis.results import Results
from prongsai.model.catalogue import OpenData
from prongsai.model.stated import known
from prongsai.views.assessment import shared_assessment
from prongsai.views.content import Cell, Head, Part, Phrase, Table, cell, number_cell
from prongsai.views.open_data.table import Field, OpenTable
from prongsai.views.speech import Speech
from prongsai.wording.terms import FIELD_KINDS

_KEYWORDS = ("OIT", "คุณธรรมและความโปร่งใส", "มาตรการส่งเสริมคุณธรรม", "การเปิดเผยข้อมูลสาธารณะ")
NO_LICENCE, UNKNOWN_FREQUENCY = "License not specified", "ไม่ทราบ"
# What the catalogue asks for, its Thai name, and where the agency gives it; empty where this follows from the site.
CATALOGUE = {
    "data_type": ("ประเภทชุดข้อมูล", ""),
    "title": ("ชื่อชุดข้อมูล", ""),
    "owner_org": ("องค์กรเจ้าของข้อมูล", "name"),
    "maintainer": ("ชื่อผู้ติดต่อ", "open_data: maintainer"),
    "maintainer_email": ("อีเมลผู้ติดต่อ", "open_data: maintainer_email"),
    "tag_string": ("คำสำคัญ", ""),
    "notes": ("รายละเอียด", ""),
    "objective": ("วัตถุประสงค์", "open_data: objective"),
    "update_frequency_unit": ("หน่วยความถี่ของการปรับปรุง", "open_data: update_frequency"),
    "geo_coverage": ("ขอบเขตเชิงภูมิศาสตร์", "open_data: geo_coverage"),
    "data_source": ("แหล่งที่มา", "documents"),
    "data_format": ("รูปแบบการเก็บข้อมูล", ""),
    "data_category": ("หมวดหมู่ข้อมูลตามธรรมาภิบาล", ""),
    "license_id": ("สัญญาอนุญาต", "open_data: license"),
}
_UNSAID = {None, NO_LICENCE, UNKNOWN_FREQUENCY}


@dataclass(frozen=True)
class Dataset:
    """The dataset of a site; what the agency has not said is None. `years` are those of the Buddhist Era.

    `agency` is whom the data is about, `owner` who publishes it: nobody says so of a site made from documents.
    """

    title: str
    about: str
    agency: str
    owner: str | None
    years: tuple[int, ...]
    sources: tuple[str, ...]
    said: OpenData
    is_official: bool
    site_url: str
    keywords: tuple[str, ...] = _KEYWORDS

    @property
    def span(self) -> str:
        """2564 ถึง 2567, or the only year; empty without any."""
        first, last = (self.years[0], self.years[-1]) if self.years else ("", "")
        return str(first) if first == last else f"{first} ถึง {last}"

    @property
    def catalogue(self) -> dict[str, str | None]:
        """The fourteen fields that the government's data catalogue asks for."""
        said = self.said
        return {
            "data_type": "ข้อมูลหลากหลายประเภท",
            "title": self.title,
            "owner_org": self.owner,
            "maintainer": said.maintainer,
            "maintainer_email": said.maintainer_email,
            "tag_string": ",".join(self.keywords),
            "notes": self.about,
            "objective": said.objective,
            "update_frequency_unit": said.update_frequency or UNKNOWN_FREQUENCY,
            "geo_coverage": said.geo_coverage,
            "data_source": "; ".join(self.sources) or None,
            "data_format": "CSV,JSON,XLSX",
            "data_category": "ข้อมูลสาธารณะ",
            "license_id": said.license or NO_LICENCE,
        }

    @property
    def lacking(self) -> tuple[tuple[str, str, str], ...]:
        """The fields that the agency has not said: name, Thai name, and the key that gives it."""
        return tuple((name, *CATALOGUE[name]) for name, value in self.catalogue.items() if value in _UNSAID)


def dataset_of(results: Results) -> Dataset:
    """The dataset of a site."""
    site = results.site
    name, years = known(site.agency.name), tuple(results.years)
    of = f"ของ{name}" if name else ""
    official = not site.options.from_document
    shown = (f"ปีงบประมาณ พ.ศ. {years[0]}" + (f" ถึง {years[-1]}" if len(years) > 1 else "")) if years else ""
    assessment = shared_assessment(results)
    about = f"{assessment.scores} ผลรายข้อ OIT มาตรการ และผลการดำเนินการ{of} {shown} คะแนนตามเอกสารคู่กับคะแนนที่คำนวณทวน"
    return Dataset(
        title=f"{assessment.result} และมาตรการส่งเสริมคุณธรรมและความโปร่งใส{of}",
        about=" ".join(about.split()) + ("" if official else " จัดทำจากเอกสารที่หน่วยงานเผยแพร่ มิใช่ชุดข้อมูลทางการของหน่วยงาน"),
        agency=name or "",
        owner=name if official else None,
        years=years,
        sources=tuple(dict.fromkeys(" ".join(one.title.split()) for one in site.documents.values())),
        said=site.agency.open_data or OpenData(),
        is_official=official,
        site_url=f"{site.options.site_url.rstrip('/')}/" if site.options.site_url else "",
        keywords=tuple(filter(None, (assessment.short, *_KEYWORDS))),
    )


# The tables of the dictionary's pages; one that is named nowhere is on the last.
TABLE_GROUPS = {
    "results": ("คะแนนและผลการประเมิน", ("years", "scores", "means", "lost-points", "survey-questions", "stated-again")),
    "oit": ("ข้อ OIT และลิงก์", ("oit-items", "oit-elements", "oit-readiness", "links", "link-counts")),
    "measures": (
        "มาตรการและผลการดำเนินการ",
        ("measures", "measure-basis", "follow-up", "measure-counts", "measure-results", "more-columns"),
    ),
    "rules": (
        "หลักเกณฑ์ของแต่ละปี",
        ("edition-items", "edition-surveys", "edition-survey-questions", "edition-calendar", "edition-offered"),
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
    """The page of the dictionary on which a table is."""
    return next((key for key, (_, names) in TABLE_GROUPS.items() if table.name in names), _LAST)


def tables_table(group: str, data: Catalogue, speech: Speech) -> Table:
    """The tables of a group with their rows and files."""
    rows = tuple(_row(one, data, speech) for one in data.tables if group_of(one) == group)
    columns = (Head("ตาราง"), Head("แฟ้ม", speaks=True), Head("จำนวนแถว", True), Head("มีอะไร", speaks=True))
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


def shared_fields(tables: Sequence[OpenTable]) -> tuple[Field, ...]:
    """The columns that several tables all have, with the same meaning in each."""
    first, *others = map(_explained, tables) if tables else ([],)
    return tuple(one for one in first if others and all(one in fields for fields in others))


def columns_table(table: OpenTable, shared: Collection[Field], speech: Speech) -> Table:
    """The dictionary of one table; what is said once for all tables is left out, as are columns of remarks."""
    fields = [one for one in _explained(table) if one not in shared]
    return _columns(table.name, f"คอลัมน์ของตาราง {table.name}", fields, speech)


def shared_table(shared: Iterable[Field], speech: Speech) -> Table:
    """The dictionary of the columns that all tables of a page have."""
    return _columns("all", "คอลัมน์ที่ทุกตารางมี", shared, speech)


def _columns(key: str, caption: str, fields: Iterable[Field], speech: Speech) -> Table:
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
    return Table(f"columns-{key}", caption, tuple(Head(title, speaks=True) for title in heads), rows)


def _explained(table: OpenTable) -> list[Field]:
    return [one for one in table.fields if not _is_remark(one.name, table)]


def _is_remark(name: str, table: OpenTable) -> bool:
    return name.endswith("_note") and name.removesuffix("_note") in table.names


def _choices(choices: Mapping[str, str]) -> Iterable[Phrase]:
    if choices:
        yield Phrase(", ".join(f"{key} = {word}" for key, word in choices.items()), kind="aside")
