"""What the checks of a year are called, and what each of them needs."""

from __future__ import annotations

# What a check is about, and which verified facts of the year it needs.
CHECKS = {
    "total": ("คะแนนรวม", "น้ำหนักของแต่ละเครื่องมือและรายการตัวชี้วัด"),
    "level": ("ระดับผลการประเมิน", "เกณฑ์ระดับผลการประเมิน"),
    "instruments": ("ชื่อเครื่องมือ", "รายชื่อเครื่องมือ"),
    "indicators": ("ชื่อตัวชี้วัด", "รายชื่อตัวชี้วัด"),
    "items": ("ชื่อข้อ OIT", "ชื่อของแต่ละข้อ"),
    "list-of-items": ("ความครบถ้วนของข้อ OIT", "จำนวนข้อและรายการข้อทั้งหมด"),
    "years-of-data": ("ปีของข้อมูลที่ใช้ตอบแต่ละข้อ", "ปีของข้อมูลที่แต่ละข้อต้องแสดง"),
}
# Where such a fact is written in a file of editions.
KEYS = {
    "total": ("instruments (weight)", "indicators"),
    "level": ("levels",),
    "instruments": ("instruments (name)",),
    "indicators": ("indicators",),
    "items": ("items (title)",),
    "list-of-items": ("items_total", "items"),
    "years-of-data": ("items (year_offset)",),
}
ALWAYS = "รูปแบบและความสอดคล้องกันของข้อมูลที่กรอก"
