"""The report of what was done about the measures of one fiscal year."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, PlainValidator

from prongsai.model.amounts import Money, Percent, Persons
from prongsai.model.attached import Attachment, Photo, Result
from prongsai.model.document_parts import SOURCE, Approval, Points, SignedCopy, Sources, TextSection
from prongsai.model.measures import Topic
from prongsai.model.record import Record, say, seldom
from prongsai.model.scalar import Form, Written, read_scalar
from prongsai.model.scores import Remark
from prongsai.model.source import SourcedText, place_of
from prongsai.model.stated import SPELLINGS, Absence, Stated, known
from prongsai.model.status import REPORTED, StatedStatus
from prongsai.model.types import (
    FILLED_IN,
    LISTED,
    ByHead,
    Day,
    Flag,
    Ident,
    Link,
    OwnNumber,
    QuestionCode,
    StatedPeriod,
    Text,
    Texts,
    Year,
)
from prongsai.thai.rounds import MONTHS_OF_ROUNDS, parse_round


def _as_round(raw: object) -> object:
    """The months of a round however they are written; words that do not tell them stay as printed."""
    if not isinstance(raw, str) or raw in SPELLINGS or not raw:
        return raw
    months = parse_round(raw)
    return SourcedText.at(months, place_of(raw)) if months else {"printed": raw}


_FORM = Form("จำนวนเดือนที่รายงานนับถึง หรือคำของเอกสาร เช่น 6, รอบ 6 เดือน, ไตรมาสที่ 2", ("integer", "string"))
_TYPED = Written(
    (
        {"enum": [typed for months in MONTHS_OF_ROUNDS for typed in (months, int(months))]},
        {"type": "string", "pattern": "[ก-๛]|^-$"},
        {"type": "object", "required": ["printed"]},
    )
)
StatedRound = Annotated[Stated[Annotated[str, PlainValidator(read_scalar), _FORM]], BeforeValidator(_as_round), _TYPED]


class ReportColumns(Record):
    """The heads of the report table as the document prints them."""

    called = "หัวตารางรายงานของเอกสาร"

    title: Text | None = say("หัวช่องมาตรการ", "หัวของช่องมาตรการตามที่พิมพ์", None, example="มาตรการ")
    status: Text | None = say("หัวช่องสถานะ", "หัวของช่องสถานะตามที่พิมพ์", None, example="ผลการดำเนินการ")
    evidence: Text | None = say("หัวช่องหลักฐาน", "หัวของช่องหลักฐานตามที่พิมพ์", None, example="เอกสาร/หลักฐาน")
    outcome: Text | None = say("หัวช่องผลที่เกิดขึ้น", "หัวของช่องผลที่เกิดขึ้นตามที่พิมพ์", None, example="ผลลัพธ์")
    summary: Text | None = say("หัวช่องผลการดำเนินการ", "หัวของช่องสรุปการดำเนินการตามที่พิมพ์", None, example="สรุปผล")
    period: Text | None = say("หัวช่องระยะเวลา", "หัวของช่องระยะเวลาตามที่พิมพ์", None, example="ระยะเวลา")
    code: Text | None = say("หัวช่องรหัส", "หัวของช่องรหัสตามที่พิมพ์", None, example="รหัสโครงการ")
    progress: Text | None = say("หัวช่องความก้าวหน้า", "หัวของช่องความก้าวหน้าตามที่พิมพ์", None, example="ร้อยละความก้าวหน้า")
    budget: Text | None = say("หัวช่องงบประมาณ", "หัวของช่องงบประมาณตามที่พิมพ์", None, example="งบประมาณ (บาท)")
    spent: Text | None = say("หัวช่องใช้จ่ายจริง", "หัวของช่องใช้จ่ายจริงตามที่พิมพ์", None, example="เบิกจ่าย (บาท)")
    remaining: Text | None = say("หัวช่องคงเหลือ", "หัวของช่องคงเหลือตามที่พิมพ์", None, example="คงเหลือ (บาท)")
    target: Text | None = say("หัวช่องเป้าหมาย", "หัวของช่องเป้าหมายตามที่พิมพ์", None, example="ค่าเป้าหมาย")
    achieved: Text | None = say("หัวช่องผลเทียบเป้าหมาย", "หัวของช่องผลเทียบเป้าหมายตามที่พิมพ์", None, example="ผลที่ทำได้")
    target_group: Text | None = say("หัวช่องกลุ่มเป้าหมาย", "หัวของช่องกลุ่มเป้าหมายตามที่พิมพ์", None, example="ผู้เข้าร่วม")
    persons: Text | None = say("หัวช่องจำนวนคน", "หัวของช่องจำนวนคนตามที่พิมพ์", None, example="จำนวน (คน)")
    place: Text | None = say("หัวช่องสถานที่", "หัวของช่องสถานที่ตามที่พิมพ์", None, example="สถานที่จัด")
    problems: Text | None = say("หัวช่องปัญหาและอุปสรรค", "หัวของช่องปัญหาและอุปสรรคตามที่พิมพ์", None, example="ปัญหา/อุปสรรค")
    solutions: Text | None = say("หัวช่องแนวทางแก้ไข", "หัวของช่องแนวทางแก้ไขตามที่พิมพ์", None, example="การแก้ไข")
    suggestions: Text | None = say("หัวช่องข้อเสนอแนะ", "หัวของช่องข้อเสนอแนะตามที่พิมพ์", None, example="ข้อเสนอการปรับปรุงพัฒนา")
    note: Text | None = say("หัวช่องหมายเหตุ", "หัวของช่องหมายเหตุตามที่พิมพ์", None, example="หมายเหตุ")


class Report(Record):
    """A report on one measure; it may name no measure and have a title of its own."""

    called = "รายงานผลการดำเนินการ"

    measure: Ident | None = say(
        "มาตรการ", "รหัสของมาตรการใน measures.yml ที่รายงานนี้กล่าวถึง", None, example="m01", refers="measure"
    )
    number: Stated[OwnNumber] = say(
        "ลำดับที่", "ลำดับของแถวตามเอกสาร เมื่อแถวไม่อ้างมาตรการ เช่น 1, 1.1 หรือ ก.", Absence.NOT_ENTERED, example="1"
    )
    title: Stated[Text] = say(
        "ชื่อมาตรการตามรายงาน",
        "ชื่อตามที่รายงานพิมพ์ เมื่อแถวไม่อ้างมาตรการ",
        Absence.NOT_ENTERED,
        example="การเปิดเผยแผนการใช้จ่ายงบประมาณ",
    )
    round: StatedRound = say(
        "รอบการรายงาน",
        "จำนวนเดือนที่รายงานนับถึง คือ 3, 6, 9 หรือ 12 หรือคำของเอกสาร เช่น รอบ 6 เดือน, ไตรมาสที่ 2",
        Absence.NOT_ENTERED,
        example="6",
    )
    topic: Ident | None = say("หัวข้อ", "รหัสของหัวข้อที่รายงานอยู่ใต้", None, example="t1", refers="topic")
    status: StatedStatus = say(
        "สถานะ",
        ", ".join(f"{status.key} {status.word}" for status in REPORTED),
        Absence.NOT_ENTERED,
        example="in_progress",
    )
    status_read: Flag = say(
        "อ่านสถานะจากตำแหน่ง",
        "true คือเอกสารไม่ได้ระบุสถานะเป็นคำ ผู้จัดทำข้อมูลอ่านจากตำแหน่งของข้อความในตาราง ซึ่งหน้าเว็บแสดงไว้คู่กัน",
        False,
        example="false",
    )
    evidence: Stated[Points] = say(
        "หลักฐาน", "สิ่งที่แสดงว่าได้ดำเนินการ หนึ่งรายการต่อหนึ่งเรื่อง", Absence.NOT_ENTERED, example="[บันทึกข้อความที่ 12/2567]"
    )
    outcome: Stated[Points] = say(
        "ผลที่เกิดขึ้น", "ผลที่เกิดจากการดำเนินการ หนึ่งรายการต่อหนึ่งเรื่อง", Absence.NOT_ENTERED, example="[ผู้เข้าชมแผนเพิ่มขึ้น]"
    )
    summary: Stated[Points] = say(
        "ผลการดำเนินการ", "สรุปสิ่งที่ได้ดำเนินการ หนึ่งรายการต่อหนึ่งเรื่อง", Absence.NOT_ENTERED, example="[เผยแพร่แผนแล้วสองไตรมาส]"
    )
    period: StatedPeriod = say(
        "ระยะเวลา", "ระยะเวลาตามที่รายงานพิมพ์", Absence.NOT_ENTERED, example="ต.ค. 2566 - มี.ค. 2567"
    )
    questions: tuple[Stated[QuestionCode], ...] = say("ข้อคำถามที่อ้าง", "รหัสข้อคำถามที่แถวของรายงานอ้างถึง", (), example="[i6]")
    result_link: Stated[Link] = say(
        "ลิงก์ผล", "ที่อยู่เว็บหรือแฟ้มที่แสดงผล", Absence.NOT_ENTERED, example="https://www.example.go.th/plan-2567"
    )
    results: Annotated[tuple[Result, ...], LISTED] = say(
        "สิ่งที่แสดงผล", "ที่อยู่เว็บ หน้าในเว็บไซต์นี้ หรือแฟ้มแนบที่แสดงผล หนึ่งรายการต่อหนึ่งแห่ง", ()
    )
    photos: tuple[Photo, ...] = say("ภาพถ่าย", "ภาพถ่ายของการดำเนินการ ทุกภาพมีข้อความแทนภาพ", ())
    attachments: tuple[Attachment, ...] = say("เอกสารแนบ", "คำสั่ง รายงานการประชุม ประกาศ หรือเอกสารอื่นของรายงาน", ())
    reported_on: Stated[Day] = say("วันที่รายงาน", "วันที่ที่รายงานลงไว้", Absence.NOT_ENTERED, example="5 เมษายน 2567")
    code: Stated[Text] = seldom("รหัสตามเอกสาร", "รหัสที่รายงานให้แก่แถว เมื่อมีนอกจากลำดับที่", example="RSK-04/2570")
    progress: Stated[Percent] = seldom("ความก้าวหน้า", "ร้อยละของงานที่ทำแล้ว 0 ถึง 100 ตามรายงาน", example="80")
    budget: Stated[Money] = seldom("งบประมาณ", "งบประมาณที่ได้รับ เป็นบาท หรือ ไม่ใช้งบประมาณ ตามรายงาน", example="50,000")
    spent: Stated[Money] = seldom("ใช้จ่ายจริง", "เงินที่ใช้จ่ายแล้ว เป็นบาท", example="32,000")
    remaining: Stated[Money] = seldom("คงเหลือ", "งบประมาณที่เหลือ เป็นบาท ตามรายงาน", example="18,000")
    target: Stated[Points] = seldom("เป้าหมาย", "เป้าหมายหรือตัวชี้วัดที่รายงานอ้าง", example="[ผู้เข้าอบรมไม่น้อยกว่า 50 คน]")
    achieved: Stated[Points] = seldom("ผลเทียบเป้าหมาย", "ผลที่ทำได้เทียบกับเป้าหมาย", example="[ผู้เข้าอบรม 54 คน]")
    target_group: Stated[Points] = seldom("กลุ่มเป้าหมาย", "ผู้ที่เข้าร่วมหรือได้รับประโยชน์", example="[พนักงานเทศบาล]")
    persons: Stated[Persons] = seldom("จำนวนคน", "จำนวนคนที่เข้าร่วมหรือได้รับบริการจริง", example="54")
    place: Stated[Points] = seldom("สถานที่", "สถานที่หรือพื้นที่ที่ดำเนินการ", example="[ห้องประชุมเทศบาล]")
    problems: Stated[Points] = seldom("ปัญหาและอุปสรรค", "ปัญหาหรืออุปสรรค หนึ่งรายการต่อหนึ่งเรื่อง", example="[วิทยากรเลื่อนวันอบรม]")
    solutions: Stated[Points] = seldom(
        "แนวทางแก้ไข", "สิ่งที่ทำหรือจะทำเพื่อแก้ปัญหา หนึ่งรายการต่อหนึ่งเรื่อง", example="[จัดอบรมเพิ่มอีกหนึ่งรุ่น]"
    )
    suggestions: Stated[Points] = seldom(
        "ข้อเสนอแนะ", "ข้อเสนอเพื่อปรับปรุงพัฒนา หนึ่งรายการต่อหนึ่งเรื่อง", example="[จัดทำคู่มือฉบับย่อ]"
    )
    more: Annotated[ByHead[Stated[Text]], FILLED_IN] = seldom(
        "ช่องอื่นของเอกสาร",
        "ช่องของรายงานที่รูปแบบนี้ไม่มี เขียนคู่กันเป็น หัวช่องตามเอกสาร: ข้อความ",
        example="{ผู้ประสานงาน: งานนิติการ}",
        default={},
    )
    note: Stated[Text] = seldom("หมายเหตุ", "หมายเหตุของแถวตามรายงาน", example="รวมสองกิจกรรม")
    at: Text | None = say("ที่ในเอกสาร", "หน้าหรือที่ในเอกสารต้นทาง", None, example="หน้า 2")

    @property
    def months(self) -> str | None:
        """The months of the fiscal year that its round covers; None where it names none."""
        return known(self.round)


class FollowUp(Record):
    """The report on the measures of `fiscal_year` (Buddhist Era), as of a date."""

    called = "รายงานผลการดำเนินการของปี"

    fiscal_year: Year = say("ปีงบประมาณ", "ปีงบประมาณของมาตรการที่รายงาน", example="2568")
    source: Sources | None = say("เอกสารต้นทาง", SOURCE, None, example="follow-up-2568", refers="document")
    title: Text | None = say("ชื่อเอกสาร", "ชื่อของรายงาน", None, example="รายงานผลการดำเนินการตามมาตรการ รอบ 6 เดือน")
    as_of: Stated[Day] = say("ข้อมูล ณ วันที่", "วันที่ของข้อมูลในรายงานทั้งฉบับ", Absence.NOT_ENTERED, example="31 มีนาคม 2568")
    introduction: Texts = say("ความนำ", "ข้อความก่อนตาราง หนึ่งรายการต่อหนึ่งย่อหน้า", (), example="[ดำเนินการแล้วเสร็จ 2 มาตรการ]")
    columns: ReportColumns = say("หัวตารางของเอกสาร", "หัวของช่องในตารางรายงาน เมื่อเอกสารใช้คำอื่น", ReportColumns())
    topics: tuple[Topic, ...] = say("หัวข้อ", "หัวข้อที่รายงานอยู่ด้วยกัน ตามลำดับของเอกสาร", ())
    sections: tuple[TextSection, ...] = say("ส่วนอื่นของเอกสาร", "หัวข้อ ย่อหน้า และตารางอื่นของเอกสาร ตามลำดับ", ())
    reports: tuple[Report, ...] = say("รายงาน", "รายงานหนึ่งแถวต่อหนึ่งมาตรการและหนึ่งรอบ", ())
    approved: Approval | None = say("การอนุมัติ", "ตำแหน่งผู้อนุมัติ วันที่ เลขที่หนังสือ และรหัสข้อเท็จจริงของฉบับที่ลงนาม", None)
    signed_copy: SignedCopy | None = say("ฉบับลงนาม", "แฟ้มของรายงานที่ลงนามแล้ว", None)
    attachments: tuple[Attachment, ...] = say("เอกสารแนบ", "คำสั่ง รายงานการประชุม ประกาศ หรือเอกสารอื่นที่แนบไว้", ())
    notes: tuple[Remark, ...] = say("ข้อสังเกต", "ข้อสังเกตของผู้จัดทำข้อมูลเกี่ยวกับรายงาน", ())
