"""The report of what was done about the measures of one fiscal year."""

from __future__ import annotations

from typing import Literal

from prongsai.model.document_parts import Points, SignedCopy
from prongsai.model.measures import StatedPeriod
from prongsai.model.record import Record, say
from prongsai.model.scores import Remark
from prongsai.model.stated import Absence, Stated
from prongsai.model.status import REPORTED, ReportedStatus
from prongsai.model.types import Count, Day, Flag, Ident, Link, QuestionCode, Text, Texts, Year


class ReportColumns(Record):
    """The heads of the report table as the document prints them."""

    called = "หัวตารางรายงานของเอกสาร"

    title: Text | None = say("หัวช่องมาตรการ", "หัวของช่องมาตรการตามที่พิมพ์", None, example="มาตรการ")
    status: Text | None = say("หัวช่องสถานะ", "หัวของช่องสถานะตามที่พิมพ์", None, example="ผลการดำเนินการ")
    evidence: Text | None = say("หัวช่องหลักฐาน", "หัวของช่องหลักฐานตามที่พิมพ์", None, example="เอกสาร/หลักฐาน")
    outcome: Text | None = say("หัวช่องผลที่เกิดขึ้น", "หัวของช่องผลที่เกิดขึ้นตามที่พิมพ์", None, example="ผลลัพธ์")
    summary: Text | None = say("หัวช่องผลการดำเนินการ", "หัวของช่องสรุปการดำเนินการตามที่พิมพ์", None, example="สรุปผล")
    period: Text | None = say("หัวช่องระยะเวลา", "หัวของช่องระยะเวลาตามที่พิมพ์", None, example="ระยะเวลา")


class Report(Record):
    """A report on one measure; it may name no measure and have a title of its own."""

    called = "รายงานผลการดำเนินการ"

    measure: Ident | None = say("มาตรการ", "รหัสของมาตรการใน measures.yml ที่รายงานนี้กล่าวถึง", None, example="m01")
    number: Stated[Count] = say("ลำดับที่", "ลำดับของแถวตามเอกสาร เมื่อแถวไม่อ้างมาตรการ", Absence.NOT_ENTERED, example="1")
    title: Stated[Text] = say(
        "ชื่อมาตรการตามรายงาน",
        "ชื่อตามที่รายงานพิมพ์ เมื่อแถวไม่อ้างมาตรการ",
        Absence.NOT_ENTERED,
        example="การเปิดเผยแผนการใช้จ่ายงบประมาณ",
    )
    round: Literal["6", "12"] | None = say("รอบการรายงาน", "รอบ 6 เดือน หรือ 12 เดือน", None, example="6")
    status: Stated[ReportedStatus] = say(
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
    reported_on: Stated[Day] = say("วันที่รายงาน", "วันที่ที่รายงานลงไว้", Absence.NOT_ENTERED, example="5 เมษายน 2567")
    note: Text | None = say("หมายเหตุ", "คำอธิบายประกอบรายงาน", None, example="รวมสองกิจกรรม")
    at: Text | None = say("ที่ในเอกสาร", "หน้าหรือที่ในเอกสารต้นทาง", None, example="หน้า 2")


class FollowUp(Record):
    """The report on the measures of `fiscal_year` (Buddhist Era), as of a date."""

    called = "รายงานผลการดำเนินการของปี"

    fiscal_year: Year = say("ปีงบประมาณ", "ปีงบประมาณของมาตรการที่รายงาน", example="2568")
    source: Ident | None = say("เอกสารต้นทาง", "รหัสของเอกสารใน documents.yml", None, example="follow-up-2568")
    title: Text | None = say("ชื่อเอกสาร", "ชื่อของรายงาน", None, example="รายงานผลการดำเนินการตามมาตรการ รอบ 6 เดือน")
    as_of: Stated[Day] = say("ข้อมูล ณ วันที่", "วันที่ของข้อมูลในรายงานทั้งฉบับ", Absence.NOT_ENTERED, example="31 มีนาคม 2568")
    introduction: Texts = say("ความนำ", "ข้อความก่อนตาราง หนึ่งรายการต่อหนึ่งย่อหน้า", (), example="[ดำเนินการแล้วเสร็จ 2 มาตรการ]")
    columns: ReportColumns = say("หัวตารางของเอกสาร", "หัวของช่องในตารางรายงาน เมื่อเอกสารใช้คำอื่น", ReportColumns())
    reports: tuple[Report, ...] = say("รายงาน", "รายงานหนึ่งแถวต่อหนึ่งมาตรการและหนึ่งรอบ", ())
    signed_copy: SignedCopy | None = say("ฉบับลงนาม", "แฟ้มของรายงานที่ลงนามแล้ว", None)
    notes: tuple[Remark, ...] = say("ข้อสังเกต", "ข้อสังเกตของผู้จัดทำข้อมูลเกี่ยวกับรายงาน", ())
