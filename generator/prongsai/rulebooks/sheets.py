"""The sheets of the workbook of a year's rules: of which part of the rules each has the rows, by which columns."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property

from prongsai.forms.columns import Column, columns_of
from prongsai.model.edition import Edition
from prongsai.model.groups import record_at
from prongsai.model.record import Record, say
from prongsai.model.types import Count, Key, Text

EVIDENCE = "evidence"
_WORDS = {"answered_by": {"measures": "หน้ามาตรการ", "follow-up": "หน้าผลการดำเนินการ"}}
KEY_HEAD, PAGE_HEAD, ORIGIN_HEAD, FORMER_HEAD = "รหัสแถว", "หน้าในคู่มือ", "ที่มาของแถว", "ข้อเดิม"
OF_ITEM = "ของข้อ"
READ_FIRST, GENERAL, EVIDENCES = "อ่านก่อน", "ภาพรวม", "หลักฐาน"
GENERAL_HEADS = ("เรื่อง", "ค่า")
EVIDENCE_HEADS = ("รหัสหลักฐาน", "ระดับ", "แหล่งที่มา", "หน้า")


class AskedRow(Record):
    """A row of the questions that a survey asks."""

    called = "ข้อคำถาม"

    indicator: Key | None = say("ตัวชี้วัดที่", "เลขของตัวชี้วัดที่ข้อคำถามนี้ถาม", None, example="1")
    subject: Text | None = say("เรื่องที่ถาม", "เรื่องที่ข้อคำถามนี้ถาม เป็นคำสั้น ๆ", None, example="ให้บริการตามขั้นตอน")


class ElementRow(Record):
    """A row of what the page of an item must show."""

    called = "องค์ประกอบ"

    text: Text = say("องค์ประกอบ", "สิ่งที่หน้าของข้อนี้ต้องแสดง คัดจากคู่มือ", example="แสดงแผนผังโครงสร้างของหน่วยงาน")
    local_government: Text | None = say("เฉพาะ อปท.", "ใส่ ใช่ เมื่อเป็นองค์ประกอบเฉพาะขององค์กรปกครองส่วนท้องถิ่น", None)
    not_agency_channel: Text | None = say("ไม่ใช่ช่องทางรวม", "ใส่ ใช่ เมื่อช่องทางติดต่อต้องเป็นของแต่ละคน", None)


class GeneralRow(Record):
    """The things that are said of the whole year, a row each."""

    called = "ภาพรวม"

    manual: Text | None = say("ชื่อคู่มือ", "ชื่อเต็มของคู่มือที่ใช้กรอก พร้อมครั้งที่พิมพ์ถ้ามี ใช้เป็นหลักฐานของทุกแถวที่ระบุหน้า", None)
    items_total: Count | None = say("จำนวนข้อ OIT", "จำนวนข้อ OIT ทั้งหมดของปี", None, example="28")
    item_scores: Text | None = say("คะแนนที่ข้อ OIT มีได้", "คะแนนทั้งหมดที่ข้อมีได้ คั่นด้วยจุลภาค", None, example="0, 100")
    target: Text | None = say("ค่าเป้าหมาย", "คะแนนที่หน่วยงานควรได้ จากเต็ม 100", None, example="85.00")


@dataclass(frozen=True)
class Sheet:
    """A sheet with a row for each entry of a part of the rules; `folded` fields wait behind a mark.

    `key` is the head of the column of the code by which an entry is known; a list has none.
    """

    name: str
    section: str
    about: str
    key: str = ""
    record: type[Record] | None = None
    left_out: frozenset[str] = frozenset()
    folded: frozenset[str] = field(default_factory=frozenset)
    extra: tuple[str, ...] = ()  # heads of columns that are no fields

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """The columns of its fields, without those that name evidence: pages do that here."""
        step: str | int = "1" if self.key else 0
        record = self.record or record_at(Edition, [self.section, step])
        found = columns_of(record) if record else ()
        own = (one for one in found if not _is_apart(one) and one.path[0] not in self.left_out)
        return tuple(replace(one, choices=_WORDS.get(one.path[-1], one.choices)) for one in own)

    @property
    def heads(self) -> tuple[str, ...]:
        """Its visible heads in their order."""
        keyed = (self.key,) if self.key else ()
        return (*keyed, *(one.head for one in self.columns), *self.extra, PAGE_HEAD, ORIGIN_HEAD)


def _is_apart(column: Column) -> bool:
    return column.path[-1].endswith(EVIDENCE) or column.path[-1] in {"key", "former_keys"}


_SELDOM = frozenset({"about", "aliases", "group", "analyses_offset", "differs_from", "advice", "may_be_elsewhere"})
ITEMS = Sheet(
    "ข้อ OIT",
    "items",
    "หนึ่งแถวต่อหนึ่งข้อ ตามลำดับในคู่มือ",
    "ข้อ",
    folded=_SELDOM,
    extra=(FORMER_HEAD,),
)
ELEMENTS = Sheet("องค์ประกอบ", "elements", "หนึ่งแถวต่อหนึ่งองค์ประกอบด้านข้อมูลของข้อ OIT", record=ElementRow, extra=(OF_ITEM,))
QUESTIONS = Sheet("ข้อคำถาม", "questions", "หนึ่งแถวต่อหนึ่งข้อคำถามของ IIT และ EIT", "รหัสข้อคำถาม", AskedRow)
SHEETS = (
    Sheet(
        "เครื่องมือ",
        "instruments",
        "เครื่องมือและน้ำหนัก น้ำหนักรวมกันต้องได้ 100",
        "รหัสเครื่องมือ",
        folded=frozenset({"english", "plain"}),
    ),
    Sheet("ส่วนของเครื่องมือ", "parts", "ส่วนที่เก็บข้อมูลแยก เช่น EIT ส่วนที่ 1", "รหัสส่วน", folded=frozenset({"english"})),
    Sheet("ตัวชี้วัด", "indicators", "หนึ่งแถวต่อหนึ่งตัวชี้วัด", "เลขตัวชี้วัด", folded=frozenset({"aliases"})),
    Sheet("ตัวชี้วัดย่อย", "subindicators", "หนึ่งแถวต่อหนึ่งตัวชี้วัดย่อย", "เลขตัวชี้วัดย่อย", folded=frozenset({"aliases"})),
    ITEMS,
    ELEMENTS,
    Sheet("ระดับ", "levels", "ระดับผลการประเมิน จากสูงไปต่ำ ระดับล่างสุดเริ่มที่ 0"),
    Sheet("ปฏิทิน", "calendar", "ขั้นตอนของการประเมินและวัน"),
    QUESTIONS,
)


def sheet_called(name: str) -> Sheet | None:
    """The sheet of that name."""
    return next((one for one in SHEETS if one.name == name.strip()), None)
