"""Questions of people about one fiscal year and the agency's answers; who asked is never kept."""

from __future__ import annotations

from prongsai.model.document_parts import Points
from prongsai.model.record import Record, say
from prongsai.model.stated import Absence, Stated
from prongsai.model.types import Day, Ident, ItemCode, Key, Place, Text, Year


class Subject(Record):
    """The subject of a question: a measure, an indicator or an OIT item of its year."""

    called = "เรื่องที่ถาม"

    measure: Ident | None = say("มาตรการ", "รหัสของมาตรการของปีเดียวกันที่ถามถึง", None, example="m01", refers="measure")
    indicator: Key | None = say("ตัวชี้วัดที่", "เลขของตัวชี้วัดที่ถามถึง", None, example="2")
    item: ItemCode | None = say("ข้อ OIT", "รหัสของข้อ OIT ที่ถามถึง", None, example="O15")


class Question(Record):
    """One question; `id` is permanent, since it is part of its address. There is no field for whoever asked.

    Each entry of `answer` is a paragraph, its points a list below it; `link` is where more can be read.
    """

    called = "คำถามของประชาชน"

    id: Ident = say("รหัสคำถาม", "รหัสประจำของคำถาม เป็นส่วนหนึ่งของลิงก์ เผยแพร่แล้วห้ามเปลี่ยน", example="q01")
    asked_on: Stated[Day] = say("วันที่ถาม", "วันที่ได้รับคำถาม ปีเป็น พ.ศ.", Absence.NOT_ENTERED, example="5 มกราคม 2568")
    question: Text = say(
        "คำถาม", "ข้อความที่ถาม ห้ามใส่ชื่อ ที่อยู่ หรือหมายเลขโทรศัพท์ของผู้ถาม", example="ดูสถิติการให้บริการของเดือนล่าสุดได้ที่ใด"
    )
    answer: Stated[Points] = say(
        "คำตอบ",
        "คำตอบของหน่วยงาน หนึ่งรายการต่อหนึ่งย่อหน้า ยังไม่ได้ตอบให้เว้นว่าง",
        Absence.NOT_ENTERED,
        example="[ดูได้ในหน้าบริการประชาชน]",
    )
    answered_on: Stated[Day] = say(
        "วันที่ตอบ", "วันที่ตอบคำถาม ปีเป็น พ.ศ. ยังไม่ได้ตอบให้เว้นว่าง", Absence.NOT_ENTERED, example="9 มกราคม 2568"
    )
    unit: Text | None = say(
        "หน่วยงานที่ตอบ", "หน่วยงานที่ตอบคำถาม เขียนรหัสหรือชื่อตาม agency.yml", None, example="clerk", refers="unit"
    )
    about: Subject = say("เรื่องที่ถาม", "มาตรการ ตัวชี้วัด หรือข้อ OIT ที่คำถามกล่าวถึง", Subject())
    link: Place | None = say(
        "อ่านเพิ่มเติม", "หน้าที่อ่านเพิ่มเติมได้ เป็นหน้าในเว็บไซต์นี้หรือที่อยู่เว็บ", None, example="https://www.example.go.th/services"
    )


class Questions(Record):
    """The questions of `fiscal_year` (Buddhist Era), in the order in which they were entered."""

    called = "คำถามและคำตอบของปี"

    fiscal_year: Year = say("ปีงบประมาณ", "ปีงบประมาณของคำถาม เป็นปี พ.ศ.", example="2568")
    questions: tuple[Question, ...] = say("คำถาม", "คำถามของปี หนึ่งรายการต่อหนึ่งคำถาม เพิ่มคำถามใหม่ต่อท้ายเสมอ", ())
