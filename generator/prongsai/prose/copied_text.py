"""Rules on what copying does to texts: marks that are lost on the way out of a PDF, letters of a font."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from prongsai.problems import Problem, Where, problem
from prongsai.rules.context import Context, every_found, place_of

T = TypeVar("T")

# Frequent words that are none without the mark. What may not be around them makes another word of it, or two:
# จิตอาสานักเรียน, วิชาระบบ, กำจัดทาก, ราคาสั่งซื้อ, เวลาดับเพลิง; each was checked against libthai's words, alone and in pairs.
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
    """Each place where sara am was lost: what is there, and what was meant."""
    for found in _WORDS.finditer(text):
        yield found[0], _MEANT[(found.lastindex or 1) - 1]
    for found in _APART.finditer(text):
        yield found[0], f"{found[1]}{found[2]}ำ{found[3]}"


_OF_A_FONT = re.compile("[\ue000-\uf8ff]")  # the private use area of Unicode
_MOST_SHOWN = 3  # words that a sentence shows


def sara_am_lost(context: Context) -> Iterator[Problem]:
    """Words keep their sara am; said once for each file, since a whole text is copied at a time.

    Limit: only frequent words of official Thai whose form without the mark is no word are looked for.
    """
    found: dict[str, list[tuple[Where, str, str]]] = {}
    for place, lost in _found(context, find_lost_marks):
        found.setdefault(place.file, []).extend((place, form, meant) for form, meant in lost)
    for places in found.values():
        shown = list(dict.fromkeys(f"“{form}” ควรเป็น “{meant}”" for _, form, meant in places))[:_MOST_SHOWN]
        yield problem("sara-am-lost", min(places)[0], count=len(places), words=" ".join(shown))


def letters_of_a_font(context: Context) -> Iterator[Problem]:
    """No letter is one that only a certain font can show; said once for each file."""
    found: dict[str, list[tuple[Where, str]]] = {}
    for place, met in _found(context, _find_letters):
        found.setdefault(place.file, []).extend((place, letter) for letter in met)
    for places in found.values():
        letters = ", ".join(list(dict.fromkeys(f"U+{ord(one):04X}" for _, one in places))[:_MOST_SHOWN])
        yield problem("letters-of-a-font", min(places)[0], count=len(places), found=letters)


def _find_letters(text: str) -> list[str]:
    return _OF_A_FONT.findall(text)


def _found(context: Context, find: Callable[[str], Iterable[T]]) -> Iterator[tuple[Where, tuple[T, ...]]]:
    """The places of all texts in which a search finds something, with what it finds."""
    yield from ((place_of(way), found) for way, found in every_found(context, find))
    for file in context.site.content if not context.unreadable else ():
        for one in file.passages if not file.is_attachment else ():
            if found := tuple(find(one.text)):
                yield Where(f"content/{file.name}", one.place, 1), found


RULES = (sara_am_lost, letters_of_a_font)
