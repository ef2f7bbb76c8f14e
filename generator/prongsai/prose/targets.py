"""Targets of the assessment as texts give them."""

from __future__ import annotations

import re
from decimal import Decimal

from prongsai.thai.numerals import to_arabic

_TARGET = re.compile(
    r"เป้าหมาย(?!ของ(?:เทศบาล|องค์การ|มาตรการ|หน่วยงานเอง))(?P<between>.{0,120}?)(?<![0-9.,])"
    r"(?P<score>(?:100|[0-9]{1,2})(?:\.[0-9]{1,2})?)\s*คะแนน(?P<up>\s*ขึ้นไป)?"
)
# What comes before a target that is wished for, planned or of a contract, and not the one of the assessment.
_WISHED = re.compile(
    r"ขอ(?:ให้|ความร่วมมือ)|ตั้ง(?:ค่า|เป้า|ไว้|\s*$)|มุ่ง|ควร|จะ|(?<!ถูก)ต้อง|เพื่อ|ผลักดัน|ขับเคลื่อน|ร่วมกัน|หาก|ถ้า|คาด|หวัง|เสนอ(?!แนะ)|มีมติ|เห็นชอบ|ยกระดับ|ให้ได้|ท้าทาย"
    r"|แผน(?!แม่บท|ปฏิรูป)|ยุทธศาสตร์(?!ชาติ)|โครงการ|มาตรการ|ข้อตกลง|คำรับรอง|ตัวชี้วัดความสำเร็จ|เป้าประสงค์|นโยบาย|วิสัยทัศน์"
    r"|(?:หน่วยงาน|เทศบาล\S*|องค์การ\S*|อบต\.\S*|คณะ(?:ทำงาน|กรรมการ)|ผู้บริหาร|กอง\S*)\s*(?:ได้)?(?:กำหนด|เสนอ|วาง)"
)
_CLAUSE = re.compile(r"เนื่องจาก|เพราะ|แต่|ขณะที่|พบว่า|ปรากฏว่า|ทั้งที่|แม้")
_LATER = re.compile(
    r"(?:ปี(?:งบประมาณ)?|รอบ(?:การประเมิน|ปี)?|ครั้ง|ระยะ)\s*(?:ถัด\s*ไป|หน้า|ต่อ\s*(?:ๆ\s*)?ไป|ต่อจากนี้)|ในอนาคต|ภายในปี"
)
_OWN = re.compile(
    r"\s*(?:ไว้|เป็นการภายใน|ของ(?:แผน|หน่วยงานเอง|เทศบาล|องค์การบริหาร|อบต)|ตาม(?:แผน(?!แม่บท|ปฏิรูป)|โครงการ|ข้อตกลง|นโยบาย)"
    r"|ที่(?:หน่วยงาน|เทศบาล|อบต|องค์การ)\S{0,30}(?:ตั้ง|กำหนด))"
)
_NEAR = 40  # letters behind a target, within which a year is its own


def is_of_plan(text: str, start: int, end: int, about: int | None) -> bool:
    """True if a target in a text is one of a wish, a plan or another year than that which the text is about."""
    plain = to_arabic(text)
    clause = plain[max((found.end() for found in _CLAUSE.finditer(plain, 0, start)), default=0) : start]
    behind = plain[end : end + _NEAR]
    years = [*re.findall(r"25[0-9]{2}", behind), *re.findall(r"25[0-9]{2}", clause)[-1:]]
    is_other = about is not None and any(int(year) != about for year in years)
    return is_other or bool(_WISHED.search(clause) or _LATER.search(clause + " " + behind) or _OWN.match(behind))


def stated_target(text: str, about: int | None = None) -> tuple[Decimal, str] | None:
    """The first target (points of 100) that a text gives for the assessment of the year `about`, with its words."""
    for found in _TARGET.finditer(to_arabic(text)):
        if is_of_plan(text, *found.span(), about):
            continue
        if found["up"] or not found["between"].strip(" :(") or found["between"].strip() in {"คือ", "เท่ากับ", "ที่"}:
            return Decimal(found["score"]), " ".join(text[found.start() : found.end()].split())
    return None
