"""The table of what documents print in columns that the data has no field for, under their own heads."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from prongsai.model.site import FiscalYear, Site
from prongsai.views.content import Part
from prongsai.views.measures.declared import more_facts
from prongsai.views.measures.reported import reported_rows
from prongsai.views.speech import Speech
from prongsai.views.table import ROW, YEAR, Column, TableOf

_KINDS = {"measure": "มาตรการ", "report": "รายงานผลการดำเนินการ", "answer": "คำตอบของข้อ OIT"}


@dataclass(frozen=True)
class MoreCell:
    """A cell of a column that only the document has, and what it is about."""

    kind: str
    id: str
    head: str
    text: tuple[Part, ...]


MORE: TableOf[MoreCell] = TableOf(
    "more-columns",
    "ช่องอื่นของเอกสาร",
    "ช่องของเอกสารที่ตารางอื่นไม่มีคอลัมน์ หนึ่งแถวต่อหนึ่งช่อง",
    (
        YEAR,
        ROW,
        Column("kind", "ประเภท", "kind", "สิ่งที่ช่องนี้กล่าวถึง", choices=_KINDS),
        Column("id", "รหัส", "id", "รหัสมาตรการ รหัสข้อ OIT หรือชื่อแถวในหน้าผลการดำเนินการ"),
        Column("head", "หัวช่อง", "head", "หัวช่องตามที่เอกสารพิมพ์"),
        Column("text", "ข้อความ", "text", "ข้อความในช่อง หรือเหตุที่ไม่มี"),
    ),
)


def more_cells(year: FiscalYear, site: Site, speech: Speech) -> Iterator[MoreCell]:
    """The cells of measures, of reports and of answers to OIT items, in the order of their documents."""
    for measure in year.listed_measures:
        yield from _cells("measure", measure.id, measure.more, speech)
    for row in reported_rows(year, site):
        yield from _cells("report", row.anchor, row.report.more if row.report else {}, speech)
    for code, answer in (year.register.items if year.register else {}).items():
        yield from _cells("answer", code, answer.more, speech)


def _cells(kind: str, name: str, more: Mapping[str, object], speech: Speech) -> Iterator[MoreCell]:
    yield from (MoreCell(kind, name, one.name, one.parts) for one in more_facts(more, speech))
