"""The Thai words of states and conditions, in one place."""

from __future__ import annotations

LATE_REPORT = "รายงานย้อนหลัง"
NOT_THE_ORIGINAL = "จัดพิมพ์ใหม่จากเอกสารที่หน่วยงานเผยแพร่ มิใช่เอกสารต้นฉบับ"
NO_ANSWER = "ยังไม่ได้ตอบ"
ABSENCES = {
    "not_entered": "ยังไม่ได้กรอกข้อมูล",
    "not_stated": "เอกสารไม่ได้ระบุ",
    "blank_cell": "เอกสารเว้นว่างไว้",
    "none": "ไม่มี",
    "dash": "-",
    "merged": "รวมกับช่องก่อนหน้า",
}
ABSENCES_OF = {
    "not_entered": "ยังไม่ได้กรอก{what}",
    "not_stated": "เอกสารไม่ได้ระบุ{what}",
    "blank_cell": "เอกสารเว้นช่อง{what}ว่างไว้",
    "none": "ไม่มี{what}",
    "dash": "เอกสารใส่ขีดไว้ในช่อง{what}",
    "merged": "เอกสารรวมช่อง{what}กับช่องก่อนหน้า",
}
CONDITIONS = {
    "highest": "คะแนนสูงสุด",
    "lowest": "คะแนนต่ำสุด",
    "risen": "คะแนนเพิ่มขึ้น",
    "fallen": "คะแนนลดลง",
    "without_score": "ไม่ได้คะแนน",
    "above": "มากกว่า",
    "below": "น้อยกว่า",
}
CHANNELS = {
    "phone": "โทรศัพท์",
    "email": "อีเมล",
    "line": "LINE",
    "facebook": "Facebook",
    "web": "เว็บไซต์",
    "post": "ไปรษณีย์",
}
GRADES = {
    "S": "เอกสารของหน่วยงานที่เผยแพร่",
    "C": "คำนวณทวนแล้วตรงกับตัวเลขที่เผยแพร่",
    "P1": "เอกสารหรือหน้าเว็บของทางการ",
    "P2": "แหล่งสาธารณะอื่น",
    "A2": "หลายหน่วยงานกรอกจากคู่มือตรงกัน",
    "A1": "หน่วยงานหนึ่งกรอกจากคู่มือ ยังไม่ยืนยัน",
    "I": "อนุมาน",
}
LINK_GRADES = {
    "broken": "ใช้ไม่ได้",
    "by_hand": "ต้องเปิดดูเอง",
    "attention": "ใช้ได้แต่ควรดูแล",
    "unchecked": "ยังไม่ได้ตรวจ",
    "good": "ใช้งานได้",
}
BASES = {"stated": "ตามเอกสาร", "inferred": "อนุมาน"}
FIELD_KINDS = {
    "number": "จำนวน",
    "integer": "จำนวนเต็ม",
    "string": "ข้อความ",
    "boolean": "จริงหรือเท็จ",
    "day": "วันที่",
}


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
