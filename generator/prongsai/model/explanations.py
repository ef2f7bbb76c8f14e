"""The agency's own explanations (คำชี้แจง) of what the rules find in a year's data."""

from __future__ import annotations

from prongsai.model.record import Record, say
from prongsai.model.types import Day, Key, Text, Year


class Explanation(Record):
    """An explanation of the problems of one code; `about` narrows it to those that name this."""

    called = "คำชี้แจง"

    code: Key = say(
        "รหัสของข้อสังเกต", "รหัสในวงเล็บเหลี่ยมของรายงานจากคำสั่ง prongsai check", example="stated-twice-differently"
    )
    text: Text = say("คำชี้แจง", "ข้อความชี้แจงของหน่วยงาน", example="ตัวเลขในย่อหน้าสรุปพิมพ์สลับหลัก คะแนนที่ถูกต้องคือ 78.59")
    about: Text | None = say(
        "เฉพาะที่กล่าวถึง", "คำที่อยู่ในรายงานนั้น ใช้เมื่อชี้แจงเฉพาะบางรายการ เว้นไว้ถ้าชี้แจงทุกรายการของรหัสนั้น", None, example="OIT"
    )
    date: Day | None = say("วันที่ชี้แจง", "วันที่ที่หน่วยงานชี้แจง ปีเป็น พ.ศ.", None, example="1 ตุลาคม 2567")


class Explanations(Record):
    """The explanations for the notes of `fiscal_year` (Buddhist Era)."""

    called = "คำชี้แจงของปี"

    fiscal_year: Year = say("ปีงบประมาณ", "ปีงบประมาณของข้อมูลที่ชี้แจง เป็นปี พ.ศ.", example="2567")
    explanations: tuple[Explanation, ...] = say("คำชี้แจง", "คำชี้แจงของหน่วยงาน หนึ่งรายการต่อหนึ่งเรื่อง", ())
