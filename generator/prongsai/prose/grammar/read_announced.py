"""Totals as announcements give them, and the growth of the total, in forms that name no part of the result."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from prongsai.prose.grammar.agency_words import ANY_KIND
from prongsai.prose.grammar.claims import TOTAL, Amount, Claim, Moved, ScoreIs
from prongsai.prose.grammar.reading import WORDS, Reading, years_at
from prongsai.thai.numerals import to_arabic

_ALL = r"(?:รวม)?(?:ทั้งสิ้น|ทั้งหมด)"
_NUMBER = r"(?P<said>[0-9]{2,3}(?:\.[0-9]{1,2})?)(?![0-9.,])"
_TOTAL = re.compile(
    rf"(?:ได้(?:รับ)?|มี)(?:ผล)?คะแนน{_ALL}\s*(?:เป็น|จำนวน|เท่ากับ|คือ|:|\s)*(?:ร้อยละ\s*)?{_NUMBER}\s*(?:คะแนน)?"
)
_GROWTH = re.compile(
    r"อัตราการ(?P<way>เพิ่มขึ้น|ลดลง)ของ(?:ผล)?คะแนนรวม(?:เมื่อ|เปรียบ|เทียบ|กับ|จาก|\s)*"
    r"(?:ปี(?:งบประมาณ)?(?:ก่อน(?:หน้า)?|ที่ผ่านมา|ที่แล้ว))?\s*(?:เท่ากับ|คือ|คิดเป็น|อยู่ที่|เป็น|\s)*ร้อยละ\s*(?P<said>[0-9]{1,3}(?:\.[0-9]+)?)(?![0-9.])"
)
_OF_OTHERS = {
    *("instrument", "scope", "indicator", "subindicator", "item", "part", "measure", "others", "peers", "weight"),
    *("indicators", "instruments", "items", "measures", "lost", "apart", "lacks", "target", "rises", "falls"),
}
_WAYS = {"เพิ่มขึ้น": "rises", "ลดลง": "falls"}
_LOWEST = 20  # points; a total below it would hardly be one


def read_announced(reading: Reading) -> Iterator[Claim]:
    """Every total that an announcement gives: ตามประกาศของ ป.ป.ช. เทศบาลได้คะแนนทั้งสิ้น 73.70 คะแนน."""
    text = to_arabic(reading.sentence.text)
    yield from _totals(reading, text)
    yield from _growth(reading, text)


def _totals(reading: Reading, text: str) -> Iterator[Claim]:
    tokens = reading.sentence.tokens
    for found in _TOTAL.finditer(text) if not {one.kind for one in tokens} & _OF_OTHERS else ():
        place = next((at for at, one in enumerate(tokens) if one.start <= found.start("said") < one.end), None)
        if place is None or place in reading.sentence.masked | reading.taken or not _is_own(reading, text, found):
            continue
        if tokens[place].kind not in {"points", "percent"} or not _LOWEST <= tokens[place].number <= 100:
            continue
        said, years = tokens[place], years_at(reading.sentence, place)
        if years:
            yield ScoreIs(subject=TOTAL, said=said.number, text=said.value, years=years, quote=found[0].strip())
            reading.taken.add(place)


def _is_own(reading: Reading, text: str, found: re.Match[str]) -> bool:
    """True if nobody but the agency can be meant: it is named right before, or nothing unknown is."""
    unknown = [one.end for one in reading.sentence.tokens if one.kind == "unknown" and one.end <= found.start()]
    return not unknown or bool(re.search(rf"{ANY_KIND}|หน่วยงาน", text[unknown[-1] : found.start()]))


def _growth(reading: Reading, text: str) -> Iterator[Claim]:
    """The rate at which the total grew: อัตราการเพิ่มขึ้นของคะแนนรวมเทียบกับปีก่อนเท่ากับร้อยละ 5.83."""
    about, found = reading.sentence.about, _GROWTH.search(text)
    kinds = {one.kind for one in reading.sentence.tokens}
    if found is None or about is None or kinds & ({"wish", "others", "peers"}) or re.search(r"25[0-9]{2}", text):
        return
    amount = Amount(Decimal(found["said"]), is_percent=True)
    word = WORDS[_WAYS[found["way"]]]
    yield Moved(subject=TOTAL, word=word, amounts=(amount,), years=(about,), quote=found[0])
    tokens = reading.sentence.tokens
    reading.taken |= {at for at, one in enumerate(tokens) if found.start() <= one.start < found.end()}
