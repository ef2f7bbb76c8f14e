"""The register of answers to the OIT items of one fiscal year."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal, Self, get_args

from pydantic import PrivateAttr, model_validator

from prongsai.model.document_parts import SOURCE, Points, Sources
from prongsai.model.record import Record, say, seldom
from prongsai.model.scalar import wrong
from prongsai.model.scores import Remark
from prongsai.model.stated import SPELLINGS, Absence, Stated
from prongsai.model.types import (
    FILLED_IN,
    ByHead,
    ByItem,
    Day,
    FileName,
    Flag,
    Ident,
    Link,
    Place,
    SitePath,
    Text,
    Texts,
    Year,
    in_words,
    typed_words,
)
from prongsai.thai.dates import BuddhistDate

LONGEST_WINDOW = 366  # days
_Has = Literal["has", "has_not"]
_ANSWERS = get_args(_Has)
_IN_WORDS = in_words(*_ANSWERS)  # before absences are read: here ไม่มี is an answer and none of these
_TYPED_ANSWER = typed_words(*_ANSWERS, *SPELLINGS)


class AnswerLink(Record):
    """One link of an answer: a page of this site, an attachment or an external address.

    `checked_on` is when somebody last opened it, `does_not_open` what was seen when it did not open.
    """

    called = "ลิงก์คำตอบ"

    url: Stated[Link] = say(
        "ที่อยู่เว็บ",
        "ที่อยู่เว็บของคำตอบ ขึ้นต้นด้วย https:// หรือ http://",
        Absence.NOT_ENTERED,
        example="https://www.example.go.th/structure",
    )
    page: SitePath | None = say(
        "หน้าในเว็บไซต์นี้", "ที่อยู่ของหน้าในเว็บไซต์นี้ ขึ้นต้นด้วย / ใช้แทนที่อยู่เว็บ", None, example="/2567/measures/"
    )
    file: FileName | None = say(
        "แฟ้มแนบ", "ชื่อแฟ้มใน content/files พร้อมโฟลเดอร์ ใช้แทนที่อยู่เว็บ", None, example="2567/structure.pdf"
    )
    title: Text | None = say("ชื่อลิงก์", "ชื่อของสิ่งที่ลิงก์เปิด", None, example="แผนผังโครงสร้างเทศบาล")
    explanation: Points = say(
        "คำอธิบาย", "สิ่งที่ผู้ตรวจจะเห็นเมื่อเปิดลิงก์ หนึ่งรายการต่อหนึ่งเรื่อง", (), example="[แผนผังแสดงส่วนราชการและสายการบังคับบัญชา]"
    )
    click_path: Texts = say(
        "ขั้นตอนการเข้าถึง",
        "สิ่งที่กดตามลำดับจนถึงหน้านี้ เริ่มที่หน้าแรกของเว็บไซต์หลัก หนึ่งรายการต่อหนึ่งขั้น",
        (),
        example="[หน้าแรกของเว็บไซต์เทศบาล, เมนูข้อมูลหน่วยงาน]",
    )
    checked_on: Day | None = say("วันที่เปิดดูล่าสุด", "วันที่มีผู้เปิดลิงก์นี้ดูครั้งล่าสุด ปีเป็น พ.ศ.", None, example="26 เมษายน 2567")
    does_not_open: Text | None = say(
        "เปิดไม่ได้", "สิ่งที่เห็นเมื่อเปิดลิงก์แล้วไม่ขึ้น แก้ลิงก์แล้วให้ลบช่องนี้", None, example="ขึ้นข้อความว่าไม่พบแฟ้ม"
    )


class ElementPlace(Record):
    """The place of a required element, or that it is missing.

    `place` says it in words, `at` is its address (a page of this site with its fragment, an attachment, a web
    address), `value` is what is there where a rule compares it, such as the telephone number of an executive.
    """

    called = "ที่ขององค์ประกอบ"
    shorthand: ClassVar[str] = "place"

    place: Text | None = say("ตำแหน่ง", "ตำแหน่งที่องค์ประกอบอยู่ เขียนเป็นคำ", None, example="ตารางที่ 1 ช่องรูปถ่าย")
    at: Place | None = say(
        "ที่อยู่",
        "ที่อยู่ที่เปิดแล้วถึงจุดนั้น เป็นที่อยู่เว็บ หน้าในเว็บไซต์นี้ หรือแฟ้มที่ขึ้นต้นด้วย /files/",
        None,
        example="https://www.example.go.th/executives#contact",
    )
    value: Texts = say(
        "สิ่งที่แสดงอยู่จริง",
        "ค่าที่แสดงอยู่ตรงนั้น กรอกเฉพาะองค์ประกอบที่โปรแกรมต้องเทียบ เช่น โทรศัพท์ของผู้บริหาร",
        (),
        example="[0-2000-0011, 0-2000-0012]",
    )
    missing: Flag = say("ยังขาด", "true คือยังไม่มีองค์ประกอบนี้ false คือมีแล้ว", False, example="true")
    note: Text | None = say("หมายเหตุ", "คำอธิบายประกอบ เช่น เหตุที่ยังขาด", None, example="มีถึงเดือนกุมภาพันธ์")


class Answer(Record):
    """The answer to one item: has or has not, with its links.

    One with `renew` was carried from that fiscal year (Buddhist Era), where it answered `renew_item`, and waits until a
    person has renewed it: until then it is no answer of this year.
    """

    called = "คำตอบของข้อ OIT"

    answer: Annotated[Stated[_Has], _IN_WORDS, _TYPED_ANSWER] = say(
        "คำตอบ", "has หรือ มี คือมีข้อมูล has_not หรือ ไม่มี คือไม่มีข้อมูล", Absence.NOT_ENTERED, example="has"
    )
    renew: Year | None = seldom(
        "ยกมาจากปี",
        "ปีงบประมาณ พ.ศ. ของคำตอบเดิมที่ยกมาและยังไม่ได้ทบทวน ตราบที่มีปีอยู่ คำตอบนี้ไม่แสดงในหน้าใด ทบทวนและแก้ให้ตรงกับปีนี้แล้วให้ลบปีออก",
        example="2567",
        default=None,
    )
    renew_item: Text | None = seldom("ยกมาจากข้อ", "เลขข้อของคำตอบเดิมในปีที่ยกมา เก็บไว้เทียบได้", example="O10", default=None)
    title: Text | None = say("ชื่อข้อ", "ชื่อของข้อที่หน่วยงานใช้ เมื่อหลักเกณฑ์ของปีไม่มีชื่อข้อ", None, example="โครงสร้างหน่วยงาน")
    unit: Texts = say(
        "หน่วยงานเจ้าของข้อมูล",
        "หน่วยงานที่รับผิดชอบข้อนี้ เขียนรหัสหรือชื่อตาม agency.yml หลายหน่วยงานเขียนเป็นรายการ หรือคั่นด้วย /",
        (),
        example="clerk",
        refers="unit",
    )
    published_on: Stated[Day] = say(
        "วันที่เผยแพร่", "วันที่เผยแพร่ข้อมูลของข้อนี้ ปีเป็น พ.ศ.", Absence.NOT_ENTERED, example="8 มีนาคม 2567"
    )
    fiscal_year: Stated[Year] = say(
        "ปีของข้อมูล", "ปีงบประมาณ พ.ศ. ของข้อมูลที่แสดง ข้อที่ไม่ผูกกับปีไม่ต้องกรอก", Absence.NOT_ENTERED, example="2567"
    )
    links: tuple[AnswerLink, ...] = say("ลิงก์คำตอบ", "ลิงก์ที่ใช้ตอบข้อนี้ หนึ่งรายการต่อหนึ่งลิงก์", ())
    elements: Annotated[dict[Ident, ElementPlace], FILLED_IN] = say(
        "องค์ประกอบ", "ที่ขององค์ประกอบแต่ละเรื่องที่ข้อนี้ต้องมี เขียนคู่กับรหัสขององค์ประกอบตามหลักเกณฑ์", {}
    )
    nothing_happened: Text | None = say(
        "กรณีไม่มีข้อมูล", "ข้อความว่าไม่มีเหตุการณ์ให้รายงาน พร้อมช่วงเวลา", None, example="ปีงบประมาณ 2567 ไม่มีเรื่องร้องเรียน (0 เรื่อง)"
    )
    note: Text | None = say("หมายเหตุ", "บันทึกเพิ่มเติมของข้อนี้", None, example="ปรับหน้าเว็บแล้วเมื่อเดือนมีนาคม")
    more: Annotated[ByHead[Stated[Text]], FILLED_IN] = seldom(
        "ช่องอื่นของแบบ",
        "ช่องของแบบตรวจที่รูปแบบนี้ไม่มี เขียนคู่กันเป็น หัวช่องตามแบบ: ข้อความ",
        example="{ผู้ประสานงาน: งานนิติการ}",
        default={},
    )


class CheckWindow(Record):
    """The days on which the answers are assessed, both ends included, as the agency states them."""

    called = "ช่วงวันที่ตรวจ"

    first: Day = say("ตั้งแต่วันที่", "วันแรกที่ผู้ตรวจเปิดดูคำตอบ ปีเป็น พ.ศ.", example="1 มีนาคม 2567", alias="from")
    last: Day = say("ถึงวันที่", "วันสุดท้ายที่ผู้ตรวจเปิดดูคำตอบ นับรวมวันนั้น ทั้งช่วงไม่เกิน 366 วัน", example="30 เมษายน 2567", alias="to")

    @model_validator(mode="after")
    def _check_order(self) -> Self:
        if not 0 < self.length <= LONGEST_WINDOW:
            raise wrong("check-window-wrong", first=str(self.first), last=str(self.last), longest=str(LONGEST_WINDOW))
        return self

    @property
    def length(self) -> int:
        """The number of days; none where the last day comes before the first."""
        return max((_day(self.last) - _day(self.first)).days + 1, 0)


def _day(day: BuddhistDate) -> dt.date:
    return dt.date.fromisoformat(day.isoformat())


class Register(Record):
    """The answers for the items of `fiscal_year` (Buddhist Era), by item code.

    Answers that were carried from another year and wait to be renewed are `waiting` and never among the `items`: this
    is the one place that decides it.
    """

    called = "ทะเบียนคำตอบ OIT ของปี"

    _waiting: dict[str, Answer] = PrivateAttr(default_factory=dict)

    fiscal_year: Year = say("ปีงบประมาณ", "ปีงบประมาณของการตรวจ OIT เป็นปี พ.ศ.", example="2567")
    source: Sources | None = say("เอกสารต้นทาง", SOURCE, None, example="register-2567", refers="document")
    check_window: CheckWindow | None = say(
        "ช่วงวันที่ตรวจ", "วันแรกและวันสุดท้ายที่ผู้ตรวจเปิดดูคำตอบ ใช้แสดงว่าลิงก์เปิดได้กี่วันในช่วงนั้น", None
    )
    items: ByItem[Answer] = say("คำตอบรายข้อ", "คำตอบของข้อ OIT แต่ละข้อ เขียนคู่กับรหัสข้อ เช่น O15", {})
    notes: tuple[Remark, ...] = say("ข้อสังเกต", "ข้อสังเกตของผู้จัดทำข้อมูลเกี่ยวกับทะเบียน", ())

    @model_validator(mode="after")
    def _set_apart(self) -> Self:
        waiting = {code: one for code, one in self.items.items() if one.renew is not None}
        if waiting:
            self._waiting = waiting
            own = {code: one for code, one in self.items.items() if code not in waiting}
            object.__setattr__(self, "items", own)  # a record is frozen once it is made
        return self

    @property
    def waiting(self) -> Mapping[str, Answer]:
        """The answers that wait to be renewed, by the code under which they wait."""
        return self._waiting
