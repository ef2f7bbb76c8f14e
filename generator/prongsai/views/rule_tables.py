"""Tables of what the figures rest on: the rules of each year, the agency's units and the source documents."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from prongsai.model.agency import Document
from prongsai.model.edition import Edition
from prongsai.model.edition_facts import Indicator, Instrument, LevelRule
from prongsai.model.lifetimes import Unit
from prongsai.model.site import Site
from prongsai.model.stated import known
from prongsai.thai.dates import BuddhistDate
from prongsai.views.content import Cell, Phrase, Table, cell
from prongsai.views.lifetimes import named_with_days
from prongsai.views.names import indicator_phrase
from prongsai.views.open_data.table import printed_text
from prongsai.views.scores.figures import weight_phrase
from prongsai.views.speech import Speech
from prongsai.views.table import ROW, YEAR, Column, Heads, TableOf
from prongsai.wording.terms import GRADES


def evidence_words(edition: Edition, keys: tuple[str, ...]) -> str:
    """The evidence of a fact, as grades in words."""
    grades = dict.fromkeys(GRADES[edition.evidence[key].grade] for key in keys if key in edition.evidence)
    return ", ".join(grades) or "ยังไม่ยืนยัน"


@dataclass(frozen=True)
class ToolRow:
    """An instrument of an edition."""

    edition: Edition
    code: str
    tool: Instrument


def _tool_name(row: ToolRow, _: Speech) -> Cell:
    english = (Phrase(f" ({row.tool.english})", kind="aside"),) if row.tool.english else ()
    return cell(row.tool.name, *english)


TOOLS: TableOf[ToolRow] = TableOf(
    "edition-instruments",
    "เครื่องมือ",
    "เครื่องมือและน้ำหนักตามหลักเกณฑ์ของแต่ละปี",
    (
        YEAR,
        Column("code", "รหัสเครื่องมือ", "code", "IIT EIT หรือ OIT", heads_row=True),
        Column("name", "ชื่อ", "tool.name", "ชื่อเครื่องมือ", shown=_tool_name),
        Column("english", "ชื่อภาษาอังกฤษ", "tool.english", "ชื่อเครื่องมือเป็นภาษาอังกฤษ"),
        Column(
            "weight",
            "น้ำหนัก",
            lambda row, speech: weight_phrase(row.tool.weight, speech),
            "น้ำหนักในคะแนนรวม ว่างเมื่อยังไม่ยืนยัน",
            "figure",
            "ร้อยละ",
            beside="เหตุที่ไม่มีตัวเลข",
            shown=lambda row, speech: replace(weight_phrase(row.tool.weight, speech), value=None),
        ),
        Column(
            "evidence",
            "ยืนยันโดย",
            lambda row, _: evidence_words(row.edition, row.tool.evidence),
            "ชนิดของหลักฐานที่ยืนยัน",
        ),
    ),
    ("fiscal_year", "code"),
)


@dataclass(frozen=True)
class LevelRow:
    """A level of an edition."""

    edition: Edition
    level: LevelRule


def _condition(row: LevelRow, speech: Speech) -> str:
    level = row.level
    bound = " หรือ ".join(speech.digits(value) for value in level.total_from)
    words = f"ตั้งแต่ {bound} คะแนน"
    if level.every_instrument_from is not None:
        words += f" และทุกเครื่องมือตั้งแต่ {speech.digits(level.every_instrument_from)}"
    if level.some_instrument_below is not None:
        words += f" แต่มีบางเครื่องมือต่ำกว่า {speech.digits(level.some_instrument_below)}"
    return words


LEVELS: TableOf[LevelRow] = TableOf(
    "edition-levels",
    "เกณฑ์ระดับ",
    "เกณฑ์ระดับผลการประเมินของแต่ละปี",
    (
        YEAR,
        ROW,
        Column("level", "ระดับ", "level.name", "ชื่อระดับ จากสูงไปต่ำ", heads_row=True),
        Column("condition", "เงื่อนไข", _condition, "คะแนนที่ต้องได้"),
        Column(
            "evidence",
            "ยืนยันโดย",
            lambda row, _: evidence_words(row.edition, row.level.evidence),
            "ชนิดของหลักฐานที่ยืนยัน",
        ),
    ),
)


@dataclass(frozen=True)
class AskedRow:
    """An indicator of an edition with the questions that are about it."""

    edition: Edition
    number: str
    indicator: Indicator


ASKED: TableOf[AskedRow] = TableOf(
    "edition-questions",
    "ข้อคำถามของตัวชี้วัด",
    "ข้อคำถามที่ทราบว่าเป็นของตัวชี้วัดใดในแต่ละปี ใช้อนุมานว่ามาตรการตอบตัวชี้วัดใด",
    (
        YEAR,
        Column("indicator", "เลขตัวชี้วัด", "number", "เลขตัวชี้วัด"),
        Column(
            "name",
            "ตัวชี้วัด",
            "indicator.name",
            "ชื่อตัวชี้วัดของปีนั้น",
            shown=lambda row, speech: indicator_phrase(row.edition, row.number, speech),
            heads_row=True,
        ),
        Column("questions", "ข้อคำถาม", lambda row, _: ", ".join(row.indicator.questions), "รหัสข้อคำถามของตัวชี้วัด"),
        Column(
            "evidence",
            "ยืนยันโดย",
            lambda row, _: evidence_words(row.edition, row.indicator.questions_evidence or row.indicator.evidence),
            "ชนิดของหลักฐานที่บอกว่าข้อคำถามเป็นของตัวชี้วัดนี้",
        ),
    ),
    ("fiscal_year", "indicator"),
)


def asked_rows(edition: Edition) -> Iterator[AskedRow]:
    """The indicators of an edition whose questions are known."""
    return (AskedRow(edition, number, one) for number, one in edition.indicators.items() if one.questions)


def questions_rules_table(edition: Edition, speech: Speech) -> Table:
    """The questions of each indicator, with what says so."""
    year = edition.fiscal_year
    heads: Heads = dict.fromkeys(("name", "questions", "evidence"))
    named = (f"questions-{year}", f"ข้อคำถามของแต่ละตัวชี้วัด ปี {speech.digits(year)}")
    return ASKED.show(named, heads, asked_rows(edition), speech)


def tool_rows(edition: Edition) -> Iterator[ToolRow]:
    """The instruments of an edition."""
    return (ToolRow(edition, code, tool) for code, tool in edition.instruments.items())


def level_rows(edition: Edition) -> Iterator[LevelRow]:
    """The levels of an edition, highest first."""
    return (LevelRow(edition, level) for level in edition.levels)


def instruments_rules_table(edition: Edition, speech: Speech) -> Table:
    """Instruments and weights of an edition, with what verifies them."""
    year = edition.fiscal_year
    heads: Heads = {"code": "เครื่องมือ", "name": None, "weight": None, "evidence": None}
    named = (f"instruments-{year}", f"เครื่องมือและน้ำหนัก ปี {speech.digits(year)}")
    return TOOLS.show(named, heads, tool_rows(edition), speech)


def levels_rules_table(edition: Edition, speech: Speech) -> Table:
    """The level scale of an edition, with what verifies it."""
    year = edition.fiscal_year
    heads: Heads = dict.fromkeys(("level", "condition", "evidence"))
    named = (f"levels-{year}", f"เกณฑ์ระดับผลการประเมิน ปี {speech.digits(year)}")
    return LEVELS.show(named, heads, level_rows(edition), speech)


@dataclass(frozen=True)
class UnitRow:
    """A unit of the agency with its key and the site that has the others."""

    key: str
    unit: Unit
    site: Site

    def keys_of(self, texts: tuple[str, ...]) -> str:
        """The keys of the units that some names mean, between blanks."""
        return " ".join(self.site.unit_of(text) or text for text in texts)


def _day(which: Literal["first", "last"]) -> Callable[[UnitRow, Speech], BuddhistDate | None]:
    def day(row: UnitRow, _: Speech) -> BuddhistDate | None:
        bound = row.unit.first if which == "first" else row.unit.last
        return bound.day if bound else None

    return day


def _aliases(unit: Unit) -> Iterator[str]:
    """Other names of a unit, and those that it had besides its former ones."""
    yield from unit.aliases
    for former in unit.names:
        yield from former.aliases


def _former_names(row: UnitRow, speech: Speech) -> str:
    return "\n".join(named_with_days(one.name, one, speech) for one in row.unit.names)


UNITS: TableOf[UnitRow] = TableOf(
    "units",
    "หน่วยงานภายใน",
    "หน่วยงานภายในและรหัสที่ตารางอื่นใช้",
    (
        Column("unit_id", "รหัสหน่วยงาน", "key", "รหัสถาวร เป็นส่วนหนึ่งของที่อยู่หน้าเว็บ"),
        Column("name", "ชื่อ", "unit.name", "ชื่อหน่วยงานภายใน"),
        Column("aliases", "ชื่ออื่น", lambda row, _: "\n".join(_aliases(row.unit)), "ชื่ออื่นที่เอกสารใช้ หนึ่งชื่อต่อบรรทัด"),
        Column("group", "หลายหน่วยงาน", "unit.group", "true คือคำที่หมายถึงหลายหน่วยงานรวมกัน", "boolean"),
        Column(
            "unit_ids",
            "รหัสหน่วยงานในคำเรียกรวม",
            lambda row, _: row.keys_of(row.unit.units),
            "รหัสของหน่วยงานที่คำเรียกรวมหมายถึง คั่นด้วยช่องว่าง",
        ),
        Column("first_day", "วันแรก", _day("first"), "วันแรกของหน่วยงาน ถ้าทราบ", "day", beside=None),
        Column("last_day", "วันสุดท้าย", _day("last"), "วันสุดท้ายของหน่วยงานที่ยุบแล้ว", "day", beside=None),
        Column("former_names", "ชื่อเดิม", _former_names, "ชื่อที่เคยใช้และช่วงวันที่ หนึ่งชื่อต่อบรรทัด"),
        Column(
            "successor_ids",
            "รหัสผู้รับงานต่อ",
            lambda row, _: row.keys_of(row.unit.successor),
            "รหัสของหน่วยงานที่รับงานต่อเมื่อยุบ คั่นด้วยช่องว่าง",
        ),
    ),
    ("unit_id",),
    (),
)


@dataclass(frozen=True)
class SourceRow:
    """A source document with its key."""

    key: str
    document: Document


SOURCES: TableOf[SourceRow] = TableOf(
    "documents",
    "เอกสารต้นทาง",
    "เอกสารที่ใช้จัดทำข้อมูล",
    (
        Column("document_id", "รหัสเอกสาร", "key", "รหัสในแฟ้ม documents.yml"),
        Column("title", "ชื่อเอกสาร", "document.title", "ชื่อตามที่พิมพ์"),
        Column("issued_by", "ผู้ออกเอกสาร", "document.issued_by", "หน่วยงานที่ออกเอกสาร หรือเหตุที่ไม่มี"),
        Column(
            "fiscal_year",
            "ปีงบประมาณ",
            lambda row, _: known(row.document.fiscal_year),
            "ปีงบประมาณของเอกสาร",
            "integer",
            "พ.ศ.",
        ),
        Column("issued_on", "วันที่ออกเอกสาร", "document.issued_on", "วันที่ออกเอกสาร", "day"),
        Column("url", "ที่เผยแพร่", lambda row, _: printed_text(row.document.url), "ที่อยู่ของเอกสาร"),
    ),
    ("document_id",),
    (),
)


def unit_rows(site: Site) -> Iterator[UnitRow]:
    """The agency's units."""
    return (UnitRow(key, unit, site) for key, unit in site.agency.units.items())


def source_rows(site: Site) -> Iterator[SourceRow]:
    """The documents from which the data was made."""
    return (SourceRow(key, document) for key, document in site.documents.items())
