"""Open data of what stands behind the figures: the rules of each year, the agency's units and the source documents."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.analysis.results import Results
from prongsai.model.edition import Edition
from prongsai.model.stated import known
from prongsai.views.open_table import (
    OF_YEAR,
    ROW,
    YEAR,
    Field,
    OpenTable,
    Row,
    day_fields,
    printed_text,
    read_day,
    table_of,
    text_of,
)
from prongsai.views.speech import Speech
from prongsai.views.year import evidence_words, instruments_rules_table, levels_rules_table

_PROOF = Field("evidence", "string", "ยืนยันโดย", "ชนิดของหลักฐานที่ยืนยัน")
_TOOLS = (
    YEAR,
    Field("code", "string", "รหัสเครื่องมือ", "IIT EIT หรือ OIT"),
    Field("name", "string", "ชื่อ", "ชื่อเครื่องมือ"),
    Field("english", "string", "ชื่อภาษาอังกฤษ", "ชื่อเครื่องมือเป็นภาษาอังกฤษ"),
    Field("weight", "number", "น้ำหนัก", "น้ำหนักในคะแนนรวม ว่างเมื่อยังไม่ยืนยัน", "ร้อยละ"),
    Field("weight_note", "string", "หมายเหตุของน้ำหนัก", "เหตุที่ไม่มีตัวเลข"),
    _PROOF,
)
_LEVELS = (
    YEAR,
    ROW,
    Field("level", "string", "ระดับ", "ชื่อระดับ จากสูงไปต่ำ"),
    Field("condition", "string", "เงื่อนไข", "คะแนนที่ต้องได้"),
    _PROOF,
)
_UNITS = (
    Field("unit_id", "string", "รหัสหน่วยงาน", "รหัสถาวร เป็นส่วนหนึ่งของที่อยู่หน้าเว็บ"),
    Field("name", "string", "ชื่อ", "ชื่อหน่วยงานภายใน"),
    Field("aliases", "string", "ชื่ออื่น", "ชื่ออื่นที่เอกสารใช้ หนึ่งชื่อต่อบรรทัด"),
    Field("group", "boolean", "หลายหน่วยงาน", "true คือคำที่หมายถึงหลายหน่วยงานรวมกัน"),
)
_SOURCES = (
    Field("document_id", "string", "รหัสเอกสาร", "รหัสในแฟ้ม documents.yml"),
    Field("title", "string", "ชื่อเอกสาร", "ชื่อตามที่พิมพ์"),
    Field("issued_by", "string", "ผู้ออกเอกสาร", "หน่วยงานที่ออกเอกสาร หรือเหตุที่ไม่มี"),
    Field("fiscal_year", "integer", "ปีงบประมาณ", "ปีงบประมาณของเอกสาร", "พ.ศ."),
    *day_fields("issued_on", "วันที่ออกเอกสาร", "วันที่ออกเอกสาร"),
    Field("url", "string", "ที่เผยแพร่", "ที่อยู่ของเอกสาร"),
)


def rule_tables(results: Results, speech: Speech) -> Iterator[OpenTable]:
    """Instruments and levels of the editions, units and source documents."""
    editions = [result.year.edition for result in results.years.values()]
    yield table_of(
        ("edition-instruments", "เครื่องมือ", "เครื่องมือและน้ำหนักตามหลักเกณฑ์ของแต่ละปี"),
        _TOOLS,
        ("fiscal_year", "code"),
        (row for one in editions for row in _tools(one, speech)),
        OF_YEAR,
    )
    yield table_of(
        ("edition-levels", "เกณฑ์ระดับ", "เกณฑ์ระดับผลการประเมินของแต่ละปี"),
        _LEVELS,
        ("fiscal_year", "row"),
        (row for one in editions for row in _levels(one, speech)),
        OF_YEAR,
    )
    yield table_of(
        ("units", "หน่วยงานภายใน", "หน่วยงานภายในและรหัสที่ตารางอื่นใช้"),
        _UNITS,
        ("unit_id",),
        _units(results),
    )
    yield table_of(
        ("documents", "เอกสารต้นทาง", "เอกสารที่ใช้จัดทำข้อมูล"),
        _SOURCES,
        ("document_id",),
        _sources(results, speech),
    )


def _tools(edition: Edition, speech: Speech) -> Iterator[Row]:
    rows = instruments_rules_table(edition, speech).rows
    for (code, tool), cells in zip(edition.instruments.items(), rows, strict=True):
        known_weight = tool.weight is not None
        yield {
            "fiscal_year": str(edition.fiscal_year),
            "code": code,
            "name": tool.name,
            "english": tool.english,
            "weight": f"{tool.weight:f}" if known_weight else None,
            "weight_note": None if known_weight else text_of(cells[2]),
            "evidence": evidence_words(edition, tool.evidence),
        }


def _levels(edition: Edition, speech: Speech) -> Iterator[Row]:
    for place, cells in enumerate(levels_rules_table(edition, speech).rows, 1):
        level, condition, evidence = map(text_of, cells)
        named = {"fiscal_year": str(edition.fiscal_year), "row": str(place)}
        yield {**named, "level": level, "condition": condition, "evidence": evidence}


def _units(results: Results) -> Iterator[Row]:
    for key, unit in results.site.agency.units.items():
        group = "true" if unit.group else "false"
        yield {"unit_id": key, "name": unit.name, "aliases": "\n".join(unit.aliases), "group": group}


def _sources(results: Results, speech: Speech) -> Iterator[Row]:
    for key, one in results.site.documents.items():
        year = known(one.fiscal_year)
        yield {
            "document_id": key,
            "title": one.title,
            "issued_by": text_of(speech.stated(one.issued_by)),
            "fiscal_year": str(year) if year else None,
            **read_day("issued_on", one.issued_on, speech),
            "url": printed_text(one.url),
        }
