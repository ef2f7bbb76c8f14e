"""Ends of a line of Thai: at blanks, at the edges of words that are often met, else between syllables."""

from __future__ import annotations

import re
from dataclasses import dataclass

ELLIPSIS = "…"
BLANK, WORD, SYLLABLE, LETTER, LAST = range(5)  # how good a place is: the smaller, the better
_MARKS = "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
_BOUND_TO_THE_LEFT = re.compile(f"[{_MARKS}ะาำๅๆฯ,.:;!?)\\]}}”’%]")
_BOUND_TO_THE_RIGHT = "เแโใไ(“‘[."
_NO_SYLLABLE = re.compile(f"[ก-ฮ](?:[{_MARKS}]*์|(?![{_MARKS}ะาำๅ]))")  # most often the end of the one before
_IN_ONE_PIECE = re.compile("[A-Za-z0-9๐-๙.,_-]")
# Words of the titles of measures, in place of a dictionary: what is not here breaks between syllables.
_KNOWN = """
กฎหมาย กระบวนการ กลุ่ม กลไก กอง กำกับ กำหนด กิจกรรม ขอ ของขวัญ ขั้นตอน ข่าวสาร ข้อมูล คน ความคิดเห็น ความรู้
ความเสี่ยง ความโปร่งใส ความสำคัญ ความสะดวก
คะแนน คะแนนรวม คุณธรรม คุณภาพ คู่มือ งบประมาณ งาน จริยธรรม จะ จังหวัด จัด จัดจ้าง จัดซื้อ จัดทำ จำนวน
ช่อง ช่องทาง ซักซ้อม ดังกล่าว ดำเนินการ ดำเนินงาน ตนเอง ตรวจสอบ ตัวชี้วัด ตำบล ติดตาม ติดต่อ ต่าง ถาม ถูกต้อง
ทบทวน ทรัพย์สิน ทราบ ทั้ง ทาง ทุจริต ธรรมาภิบาล นี้ นโยบาย บริการ บริหาร บุคคล บุคลากร ปฏิบัติ ประกาศ ประจำ
ประจำปี ประชาชน ประชาสัมพันธ์ ประสิทธิภาพ ประเด็น ประเมิน ประโยชน์ ปรับปรุง ปีงบประมาณ ป้องกัน ผล ผลประโยชน์
ผู้บริหาร ผู้มาติดต่อ ผู้มีส่วนได้ส่วนเสีย ผู้มีส่วนได้เสีย ผู้รับบริการ ผ่าน พ.ศ. พนักงาน พัฒนา ภาครัฐ ภายนอก
ภายใน มอบหมาย มาตรการ มาตรฐาน ยกระดับ ยืม รวดเร็ว ระดับ ระบบ ระเบียบ รับ รับของขวัญ รับทราบ รับผิดชอบ รับรู้
ราชการ รายงาน ร่วม ร้องเรียน ลด วัฒนธรรม วิธีการ วินัย สร้าง สร้างสรรค์ สอบถาม สัมฤทธิ์ สาธารณะ สามารถ สินบน
สื่อสาร ส่งเสริม ส่วน ส่วนร่วม ส่วนได้ส่วนเสีย ส่วนได้เสีย หน่วยงาน หน้าที่ หลัก หลักเกณฑ์ หลากหลาย องค์กร
องค์การ อบรม ออนไลน์ อำนวยความสะดวก อำนาจ อำเภอ อื่น เกณฑ์ เข้าถึง เข้าร่วม เข้าใจ เจตจำนง เจตนารมณ์ เจ้าหน้าที่
เฉพาะ เทคโนโลยี เทศบาล เท่าเทียม เปิดเผย เปิดโอกาส เป็นธรรม เผยแพร่ เพิ่ม เรียน เรื่อง เว็บไซต์ เอกสาร แก้ไข
แนวทาง แบบ แบบวัด แผน แผนงาน แล้วเสร็จ โครงการ โปร่งใส โอกาส ใช้ ให้บริการ ได้
"""
# What is before a thing and not at the end of a line.
_LEADS_ON = """
การ ความ ของ และ หรือ ใน ที่ ให้ ตาม โดย ด้วย เพื่อ แก่ กับ จาก ต่อ ด้าน ผู้ มี ไม่ เป็น อย่าง ทุก ปี เกี่ยวกับ
"""
_WORDS = re.compile("|".join(map(re.escape, sorted(f"{_KNOWN} {_LEADS_ON}".split(), key=len, reverse=True))))

_LEADING = frozenset(_LEADS_ON.split())


@dataclass(frozen=True)
class Break:
    """A place before the character at `at` where a line may end, and how good it is."""

    at: int
    rank: int


def find_breaks(text: str) -> tuple[Break, ...]:
    """All places where a line of `text` may end, in their order; one blank between words is expected."""
    words = [found for found in _WORDS.finditer(text) if not _goes_on(text, found.end())]
    edges = {one.start() for one in words} | {one.end() for one in words}
    edges -= {one.end() for one in words if one.group() in _LEADING}
    inside = {at for one in words for at in range(one.start() + 1, one.end())}
    places = (at for at in range(1, len(text)) if at not in inside and _may_break(text, at))
    return tuple(Break(at, _rank(text, at, edges)) for at in places)


def shortened(text: str, most: int) -> str:
    """The text with at most `most` characters; what is cut off ends at a good place and in an ellipsis."""
    if len(text) <= most:
        return text
    places = [one for one in find_breaks(text[:most]) if one.rank <= SYLLABLE] or [Break(most - 1, LAST)]
    return f"{text[: places[-1].at].rstrip()}{ELLIPSIS}"


def _goes_on(text: str, at: int) -> bool:
    """True if the letters at a place still belong to the syllable before them."""
    return at < len(text) and bool(_BOUND_TO_THE_LEFT.match(text[at]))


def _may_break(text: str, at: int) -> bool:
    before, after = text[at - 1], text[at]
    if " " in {before, after}:
        return before == " "
    if _BOUND_TO_THE_LEFT.match(after) or before in _BOUND_TO_THE_RIGHT:
        return False
    return not (_IN_ONE_PIECE.match(before) and _IN_ONE_PIECE.match(after))


def _rank(text: str, at: int, edges: set[int]) -> int:
    if text[at - 1] == " ":
        return SYLLABLE if _IN_ONE_PIECE.match(text[at]) else BLANK  # a number stays with what it counts
    if at in edges:
        return WORD
    if _NO_SYLLABLE.match(text, at):
        return LAST
    return SYLLABLE if text[at] in _BOUND_TO_THE_RIGHT or text[at - 1] in "ะำๆฯ/" else LETTER
