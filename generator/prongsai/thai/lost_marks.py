"""Words of official Thai that lost their sara am when they were copied out of a PDF: ส านัก or สานัก for สำนัก."""

from __future__ import annotations

import re
from collections.abc import Iterator

# Frequent words that are none without the mark. What may not stand around them makes another word of it, or two:
# จิตอาสานักเรียน, วิชาระบบ, กำจัดทาก, ราคาสั่งซื้อ, เวลาดับเพลิง; each was held against the words of libthai, alone and in pairs.
_LOST = {
    "(?<!อา)สานัก": "สำนัก",
    "ดาเนิน": "ดำเนิน",
    "กาหนด": "กำหนด",
    "จานวน": "จำนวน",
    "อานาจ": "อำนาจ",
    "อานวย": "อำนวย",
    "สาคัญ": "สำคัญ",
    "สาเร็จ": "สำเร็จ",
    "สารวจ(?![นี])": "สำรวจ",
    "อาเภอ": "อำเภอ",
    "ตาบล(?![็ู๊อ])": "ตำบล",
    "ตาแหน่ง": "ตำแหน่ง",
    "คานวณ": "คำนวณ",
    "คานึง": "คำนึง",
    "จาหน่าย": "จำหน่าย",
    "(?<!วา)จากัด": "จำกัด",
    "ชารุด(?!หน้า)": "ชำรุด",
    "(?<!เ)บารุง": "บำรุง",
    "แนะนา(?![คงยฬทมว])": "แนะนำ",
    "ประจา(?=ปี|เดือน|วัน|ทุก|งวด|ไตรมาส)": "ประจำ",
    "(?<!กำ)(?<!ข)จัดทา(?!ง|ส|น(?!โย)|รก|ยาท)": "จัดทำ",
    "กระทา(?=ผิด|ความ)": "กระทำ",
    "(?<!ปาก)กากับ(?=ดูแล|ติดตาม)": "กำกับ",
    "(?<!วิ)ชาระ(?=เงิน|ภาษี|ค่า|หนี้)": "ชำระ",
    "(?:วัน|ที่)ทาการ(?!์)": "ทำการ",
    "ข้อคาถาม": "ข้อคำถาม",
    "(?<!รา)คาสั่ง": "คำสั่ง",
    "(?<!เว)(?<!ศา)ลาดับที่": "ลำดับที่",
    "ผู้นา(?=ชุมชน|ท้องถิ่น|องค์กร)": "ผู้นำ",
    "น้า(?=ประปา|ท่วม|บาดาล)": "น้ำ",
}
# Each holds this vowel near its beginning: asking for that first is much faster than trying one after the other.
_WORDS = re.compile(f"(?=[ก-ฮแ].{{0,3}}?า)(?:{'|'.join(f'({form})' for form in _LOST)})")
_MEANT = tuple(_LOST.values())
# No word begins with a vowel that follows its consonant, so that a blank before one was made by the copying.
_CUT = "[ก-ฮ] [่-๋]?[าำ]"
_APART = re.compile(f"([ก-ฮ]) ([่-๋]?)[าำ]((?:(?!{_CUT})[\u0e00-\u0e7f]){{1,12}})")


def find_lost_marks(text: str) -> Iterator[tuple[str, str]]:
    """Each place where sara am was lost: what stands there, and what was meant."""
    for found in _WORDS.finditer(text):
        yield found[0], _MEANT[(found.lastindex or 1) - 1]
    for found in _APART.finditer(text):
        yield found[0], f"{found[1]}{found[2]}ำ{found[3]}"
