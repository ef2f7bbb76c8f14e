"""Levels of two years in one sentence, from one to the other, and the level of a heading or of a mark."""

from __future__ import annotations

import re
from collections.abc import Iterator

from prongsai.prose.grammar.agency_words import ANY_KIND
from prongsai.prose.grammar.claims import Claim, LevelIs
from prongsai.prose.grammar.reading import Reading
from prongsai.thai.numerals import to_arabic

_LEVEL = r"(?:AA|[A-F]|ผ่านดีเยี่ยม|ผ่านดี|ผ่าน|ต้องปรับปรุงโดยด่วน|ต้องปรับปรุง)(?![A-Za-zก-๎])"
_IN_TEXT = r"(?:AA|[A-F]|ผ่านดีเยี่ยม|ผ่านดี(?!เยี่ยม)|ผ่าน(?!ดี|เกณฑ์|การ|ค่า|เป้า)|ต้องปรับปรุงโดยด่วน|ต้องปรับปรุง(?!โดย))(?![A-Za-z])"
_WORD = r"(?:(?:อยู่ใน|ที่|ใน)?\s*ระดับ(?:ผลการประเมิน|ผล)?|เกรด|กลุ่ม|ขั้น)?\s*[\"“'(]?\s*"
_YEAR = r"(?:ปี(?:งบประมาณ)?\s*)?(?:พ\.?\s?ศ\.?\s*)?(?<![0-9])(?P<{}>25[0-9]{{2}})(?![0-9])"
_BEFORE = r"(?:(?:ใน|เมื่อ)\s*)?ปี(?:งบประมาณ)?(?:ก่อน(?:หน้า)?|ที่ผ่านมา|ที่แล้ว)"
_IN_YEAR = rf"\s*[\"”')]?\s*(?:[(\[]?\s*(?:(?:ใน|เมื่อ|ของ)\s*)?{_YEAR}\s*[)\]]?|{_BEFORE})?\s*"
_TO = r"(?:→|->|เลื่อน|ปรับ|ขยับ|ลด|ตก|เพิ่ม|ขึ้น|ลง|มา|ไป|สู่|เหลือ|เป็น|อยู่(?:ที่|ใน)?|กลาย|เพียง|ได้(?:รับ)?|\s)+"
_FROM_TO = re.compile(
    rf"(?P<lead>จาก(?:เดิม|ที่)?(?:เคย|ได้|อยู่ใน|อยู่|เป็น|\s)*){_WORD}(?P<first>{_IN_TEXT}){_IN_YEAR.format('from')}{_TO}"
    rf"{_WORD}(?P<last>{_LEVEL}){_IN_YEAR.format('to')}"
)
_ARROW = re.compile(
    rf"ระดับ[^:0-9]{{0,24}}[:=]?\s*{_WORD}(?P<first>{_IN_TEXT}){_IN_YEAR.format('from')}(?:→|->|>|/|,|;)\s*"
    rf"{_WORD}(?P<last>{_LEVEL}){_IN_YEAR.format('to')}"
)
_HEADED = re.compile(
    rf"\s*(?:ระดับผลการประเมิน|ระดับผล|ผลการประเมิน(?:อยู่ใน)?ระดับ|ระดับที่ได้(?:รับ)?|ระดับ)(?:\s*ITA)?\s*"
    rf"(?:ประจำ|ของ|ใน)?\s*{_YEAR.format('of')}\s*(?:[:=|]|คือ|\s)\s*[\"“]?(?P<last>{_LEVEL})[\"”]?\s*\.?\s*"
)
_KEPT = re.compile(
    rf"(?:รักษา|คง)[^,;]{{0,40}}ระดับ\s*[\"“]?(?P<last>{_IN_TEXT})[\"”]?\s*(?:ไว้|เอาไว้|ได้|\s)*"
    r"(?:เช่นเดียวกับ|เหมือนกับ|เหมือน|เท่ากับ|ต่อเนื่องจาก|เท่า)(?:ผล|การประเมิน|ใน|ของ|\s)*"
    r"(?:ปี(?:งบประมาณ)?\s*(?:พ\.?\s?ศ\.?\s*)?(?P<from>25[0-9]{2})|ปี(?:งบประมาณ)?(?:ก่อน(?:หน้า)?|ที่ผ่านมา|ที่แล้ว))"
)
_GRADE = re.compile(
    r"(?:ได้|อยู่ใน|เป็น|สอบได้|รับ)\s*(?:ผล)?เกรด\s*[\"“]?(?P<last>AA|[A-F])(?![A-Za-z])(?!\s*(?:ขึ้นไป|หมายถึง|หรือ))"
)
_ANNOUNCED = re.compile(  # as one of those that have it: ประกาศผลเป็นหน่วยงานที่มีผลการประเมินระดับ "ผ่านดี"
    r"(?:ประกาศ|ปรากฏชื่อ|จัดให้|ถูกจัด)[^,;0-9]{0,100}(?:หน่วยงานที่(?:มี|ได้(?:รับ)?|อยู่)|(?:อยู่)?ในกลุ่ม)"
    rf"(?:ผลการประเมิน|ผลคะแนน|หน่วยงาน|อยู่|ใน|ที่|ได้|มี|\s)*ระดับ\s*[\"“]?(?P<last>{_IN_TEXT})"
)
_NOT_OUT = re.compile(rf"ยังไม่(?:หลุด)?พ้น(?:จาก)?\s*ระดับ\s*[\"“]?(?P<last>{_IN_TEXT})")
_NO_FACT = re.compile(
    r"ควร|ต้อง(?!ปรับปรุง)|จะ(?!แนน)|หาก|ถ้า|คาด|เป้า|มุ่ง|เพื่อ(?!น)|ขอ(?!ง|บ)|ให้ได้|อยาก|แห่งอื่น|[0-9]\s*แห่ง|ไม่(?:ได้|ถึง|ใช่)"
    r"|ปี(?:งบประมาณ)?(?:ถัด|หน้า|ต่อ)|ต่อไป"
)
_EARLIER = re.compile(r"ปี(?:งบประมาณ)?(?:ก่อน|ที่(?:ผ่านมา|แล้ว))")
_OF_OTHERS = {"instrument", "scope", "indicator", "subindicator", "item", "part", "peers", "measures"}


def read_level_paths(reading: Reading) -> Iterator[Claim]:
    """Every level that a sentence gives in one of these ways."""
    text, about = to_arabic(reading.sentence.text), reading.sentence.about
    tokens = reading.sentence.tokens
    is_other = any(one.kind == "others" and re.match(ANY_KIND, one.value) for one in tokens)
    if about is None or is_other or _NO_FACT.search(text) or {one.kind for one in tokens} & _OF_OTHERS:
        return
    for pattern in (_FROM_TO, _ARROW):
        for found in pattern.finditer(text):
            yield from _path(reading, found, about)
    headed = _HEADED.fullmatch(text)
    if headed is not None:
        yield from _levels(reading, headed, ((headed["last"], int(headed["of"])),))
    for found in _KEPT.finditer(text):
        before = int(found["from"]) if found["from"] else about - 1
        yield from _levels(reading, found, ((found["last"], before), (found["last"], about)))
    named = {int(one) for one in re.findall(r"(?<![0-9])25[0-9]{2}(?![0-9])", text)}
    for pattern in (_GRADE, _ANNOUNCED, _NOT_OUT):
        for found in pattern.finditer(text) if not named - {about} and not _EARLIER.search(text) else ():
            yield from _levels(reading, found, ((found["last"], about),))


def _path(reading: Reading, found: re.Match[str], about: int) -> Iterator[Claim]:
    """The level from which and the one to which it went, each of its own year, else of the one before and this."""
    first = int(found["from"]) if found["from"] else None
    last = int(found["to"]) if found["to"] else None
    named = {int(one) for one in re.findall(r"(?<![0-9])25[0-9]{2}(?![0-9])", to_arabic(reading.sentence.text))}
    is_wish = "ยกระดับ" in reading.sentence.text and not named
    if is_wish or (first is None and last is None and named - {about, about - 1}):
        return
    last = last if last is not None else (first + 1 if first is not None else about)
    first = first if first is not None else last - 1
    if first < last <= about:
        yield from _levels(reading, found, ((found["first"], first), (found["last"], last)))


def _levels(reading: Reading, found: re.Match[str], said: tuple[tuple[str, int], ...]) -> Iterator[Claim]:
    tokens = reading.sentence.tokens
    inside = {at for at, one in enumerate(tokens) if found.start() < one.end and one.start < found.end()}
    if inside & reading.taken:
        return
    for level, year in said:
        yield LevelIs(level=level, years=(year,), quote=found[0].strip())
    reading.taken |= inside
