"""Lacks of OIT items, each kind worded once for every door: page, sheet, list of what is ready, and agenda.

What a rule finds has its sentence in th.yml, and every door says that; here is what the answer itself and the memory of
its links say.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

Answered = Literal["ready", "lacking", "has_not", "open"]


@dataclass(frozen=True)
class AnswerWords:
    """The words for an answer: `answer` as what was answered, `status` as how far the item is, `says` as a sentence."""

    answer: str
    status: str
    says: str


ANSWERS: Mapping[Answered, AnswerWords] = {
    "ready": AnswerWords("มี", "พร้อมแล้ว", "ข้อนี้พร้อมแล้ว"),
    "lacking": AnswerWords("มี แต่ยังต้องแก้ไข", "ยังต้องแก้ไข", "ข้อนี้ตอบว่ามี แต่ยังมีสิ่งที่ต้องแก้ไข"),
    "has_not": AnswerWords("ไม่มี", "ไม่มี", "ข้อนี้ตอบว่าไม่มี"),
    "open": AnswerWords("ยังไม่มีคำตอบ", "ยังไม่มีคำตอบ", "ข้อนี้ยังไม่มีคำตอบ"),
}
# What a register answers, by the word that is kept for it, which is empty where it answers nothing.
STATED: Mapping[str, str] = {"has": ANSWERS["ready"].answer, "has_not": ANSWERS["has_not"].answer}
SAID: Mapping[str, str] = {**STATED, "": ANSWERS["open"].answer}
OPEN_IN_DOCUMENT = "คำตอบของข้อนี้"  # of which the document says nothing that a site was made from
TO_RENEW = "คำตอบที่ยกมาจากปีก่อนและยังไม่ได้ทบทวน"


class Lack(StrEnum):
    """Kinds of lacks of an item, or of what a person has to see of it, that no rule finds."""

    OPEN = "open"
    WAITS = "waits"
    HAS_NOT = "has-not"
    NOTHING_HAPPENED = "nothing-happened"
    NOT_READ = "not-read"
    ELEMENTS = "elements"
    NOT_OPENED = "not-opened"
    UNDECIDED = "undecided"
    PLACE = "place"
    DAYS = "days"
    COMPLAINT = "complaint"
    MEASURES = "measures"


@dataclass(frozen=True)
class LackWords:
    """The sentence on something that an item lacks, with names in braces, and what to do, if anything."""

    says: str
    fix: str = ""


_WORDS: Mapping[Lack, LackWords] = {
    Lack.OPEN: LackWords(ANSWERS["open"].says, "กรอกคำตอบและลิงก์ในทะเบียน หรือมอบให้หน่วยงานที่มีข้อมูล"),
    Lack.WAITS: LackWords("คำตอบยกมาจากปี {year} และยังไม่ได้ทบทวน", "เปิดลิงก์และตรวจปีของข้อมูล แก้ให้เป็นของปีนี้ แล้วลบช่อง renew"),
    Lack.HAS_NOT: LackWords(
        ANSWERS["has_not"].says,
        "ถ้าไม่มีเหตุการณ์ให้รายงานจริง ให้เผยแพร่ข้อความว่าไม่มีหรือ 0 พร้อมช่วงเวลา แล้วกรอก nothing_happened",
    ),
    Lack.NOTHING_HAPPENED: LackWords(
        f"{ANSWERS['has_not'].says} และระบุว่าไม่มีเหตุการณ์ให้รายงาน",
        "ถ้าเผยแพร่ข้อความนั้นแล้ว คำตอบอาจเป็น มี พร้อมลิงก์ของข้อความ ตรวจกับคู่มือของปี",
    ),
    Lack.NOT_READ: LackWords("อ่านคำตอบของข้อนี้ได้ไม่ครบ", "สั่ง prongsai check แล้วแก้ส่วนที่อ่านไม่ได้"),
    Lack.ELEMENTS: LackWords("ทะเบียนระบุว่ายังขาด {names}", "เพิ่มข้อมูลที่ขาดในหน้าที่ตอบข้อนี้ แล้วแก้ elements ของทะเบียน"),
    Lack.NOT_OPENED: LackWords("ยังไม่มีผู้ใดเปิดลิงก์ {link}", "สั่ง prongsai links หรือเปิดดูเองแล้วกรอก checked_on"),
    Lack.UNDECIDED: LackWords(
        "โปรแกรมเปิดลิงก์ {link} แล้วตัดสินไม่ได้ ({state})", "เปิดดูในเบราว์เซอร์ แล้วกรอก checked_on ของลิงก์"
    ),
    Lack.PLACE: LackWords(
        "ลิงก์ {link} เปิดได้ แต่ในหน้าไม่มีตำแหน่งที่ลิงก์ระบุ",
        "เปิดดูว่าไปถึงข้อมูลหรือไม่ แล้วตั้งชื่อตำแหน่งในหน้า (id) ให้ตรงกับลิงก์",
    ),
    Lack.DAYS: LackWords(
        "ลิงก์ {link} ใช้ไม่ได้ {count} วันในช่วงตรวจประเมิน ({days})",
        "ให้ prongsai links ตรวจทุกวันในช่วงตรวจประเมิน แล้วแก้ทันทีเมื่อเปิดไม่ได้",
    ),
    Lack.COMPLAINT: LackWords(
        "ลิงก์ {link} มีคำว่าร้องเรียนหรือร้องทุกข์ ซึ่งไม่ใช่การให้บริการออนไลน์",
        "ใช้ลิงก์ของบริการที่ประชาชนขอและได้รับผ่านระบบ ไม่ใช่แบบแจ้งเรื่อง",
    ),
    Lack.MEASURES: LackWords("ข้อ {other} ซึ่งเป็นข้อมาตรการพบเหตุที่อาจได้ ๐ ข้อนี้อาจไม่ได้คะแนนด้วย", "แก้ข้อ {other} ก่อน"),
}


def word_lack(lack: Lack, **values: str) -> LackWords:
    """The sentence on a lack and what to do, with the values that it names."""
    words = _WORDS[lack]
    return LackWords(words.says.format(**values), words.fix.format(**values))
