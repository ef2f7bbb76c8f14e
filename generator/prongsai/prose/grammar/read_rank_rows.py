"""Ranks of two years in a row, with a slash or a colon, and from one place to another, also behind ในจังหวัด."""

from __future__ import annotations

import re
from collections.abc import Iterator

from prongsai.prose.grammar.agency_words import ANY_KIND
from prongsai.prose.grammar.claims import Claim, RankIs, RankMoved
from prongsai.prose.grammar.reading import WORDS, Reading
from prongsai.thai.numerals import to_arabic

_YEAR = r"(?:(?:ใน|เมื่อ|ของ)?\s*ปี(?:งบประมาณ)?\s*)?(?:พ\.?\s?ศ\.?\s*)?(?<![0-9])(25[0-9]{2})(?![0-9])"
_PLACE = (
    r"(?:อยู่|ได้|ที่|ใน|คือ|เป็น|:|=|\s|\()*(?:(?:อันดับ|ลำดับ)(?:ที่)?)?\s*([0-9]{1,4})"
    r"(?:\s*(?:/|จาก(?:ทั้งหมด)?)\s*[0-9]{1,4}(?:\s*(?:แห่ง|หน่วยงาน|อปท\.?))?(?![0-9.,]))?(?![0-9.,]|\s*(?:แห่ง|คะแนน(?!รวม)|ข้อ|ตัวชี้วัด|คน|%))"
)
_HEAD = r"(?:ลำดับ|อันดับ)(?:ที่)?(?![0-9])[^0-9;|]{0,60}?[|:]?\s*"
_ROW = re.compile(
    rf"{_HEAD}{_YEAR}\s*[)\]]?{_PLACE}(?:ใน(?:ระดับ)?จังหวัด)?[\s/|,;)→\-–]*(?:และ|เป็น|กับ|ส่วน|แต่)?\s*{_YEAR}\s*[)\]]?{_PLACE}"
)
_SLASHED = re.compile(
    rf"{_HEAD}{_YEAR}\s*(?:/|-|–|และ|กับ|,|:)\s*(?:ปี(?:งบประมาณ)?\s*)?(?:พ\.?\s?ศ\.?\s*)?(25[0-9]{{2}})[\s:=()]*"
    r"(?:คือ|ได้|อยู่|ที่|ใน|เป็น|\s)*(?:ลำดับ(?:ที่)?|อันดับ(?:ที่)?)?\s*([0-9]{1,4})\s*(?:/|:|,|-|–|และ|กับ|→)\s*"
    r"(?:ลำดับ(?:ที่)?|อันดับ(?:ที่)?|ที่)?\s*([0-9]{1,4})(?![0-9.])"
)
_BEHIND = re.compile(
    r"(?:ลำดับ|อันดับ)(?:ที่)?(?![0-9]|ตัว)[^0-9;|]{0,60}?(?P<way>เลื่อนขึ้น|ดีขึ้น|ขยับขึ้น|เลื่อนลง|ตกลง|ต่ำลง|แย่ลง|ลดลง|ร่วงลง|ขึ้น|ลง|เปลี่ยน(?:แปลง)?|เพิ่มขึ้น)?"
    r"(?:มา|ไป)?\s*จาก(?:เดิม)?\s*(?:(?:ลำดับ|อันดับ)(?:ที่)?|ที่)?\s*(?P<first>[0-9]{1,4})(?![0-9.])\s*"
    r"(?:\(?\s*(?:ใน|เมื่อ)?\s*ปี(?:งบประมาณ)?\s*(?:พ\.?\s?ศ\.?\s*)?(?P<from>25[0-9]{2}|ก่อน(?:หน้า)?|ที่(?:ผ่านมา|แล้ว))\s*\)?)?\s*"
    r"(?:ขึ้น|ลง|มา|ไป)*(?:เป็น|อยู่(?:ที่|ใน)?|เหลือ|สู่|ที่|ถึง|→|ไปที่)\s*(?:(?:ลำดับ|อันดับ)(?:ที่)?|ที่)?\s*(?P<last>[0-9]{1,4})"
    r"(?![0-9.,]|\s*(?:แห่ง|คะแนน(?!รวม)|ข้อ|ตัวชี้วัด))"
)
_BY = re.compile(
    r"(?:ลำดับ|อันดับ)(?:ที่)?(?:ของ[ก-๎. ]{2,60}?|ใน|ระดับ|ภายใน|หน่วยงาน|จังหวัด|ประเทศ|อำเภอ|ผลการประเมิน|การประเมิน|\s)*"
    r"(?:ปรับ|ปรับตัว)?(?P<way>เลื่อนขึ้น|ดีขึ้น|ขยับขึ้น|สูงขึ้น|เลื่อนลง|ตกลง|ต่ำลง|แย่ลง|ร่วงลง|ลดลง|ถอยลง|หล่นลง)(?:มา|ไป|ถึง|จากปี(?:ก่อน|ที่ผ่านมา|ที่แล้ว)|จำนวน|\s)*"
    r"(?P<by>[0-9]{1,3})\s*(?:อันดับ|ลำดับ|ขั้น)"
)
_UP, _DOWN = {"เลื่อนขึ้น", "ดีขึ้น", "ขยับขึ้น", "สูงขึ้น"}, {*("เลื่อนลง", "ตกลง", "ต่ำลง", "แย่ลง", "ร่วงลง", "ถอยลง", "หล่นลง")}
_WISHED = re.compile(
    r"ควร|ต้อง|จะ(?!แนน)|หาก|ถ้า|คาด|เป้า|มุ่ง|เพื่อ(?!น)|อยาก|ขอให้|ตัวชี้วัด|เครื่องมือ|[A-Z]IT|ข้อที่|ข้อเสนอ|ร้องเรียน|เรื่องที่|แผน|โครงการ|มาตรการ"
)
_OTHER = re.compile(rf"(?:ของ|คือ|ได้แก่)\s*(?:{ANY_KIND})(?:อื่น|ใกล้|ข้าง)")


def read_rank_rows(reading: Reading) -> Iterator[Claim]:
    """Every place of a row of two years, and those from which and to which the agency moved."""
    text = to_arabic(reading.sentence.text)
    if "ดับ" not in text or reading.sentence.about is None:
        return
    for reader in (_rows, _moves, _by):
        found = [*reader(reading, text, reading.sentence.about)]
        yield from found
        if found:
            return


def _is_open(reading: Reading, text: str, found: re.Match[str]) -> bool:
    """True if a place is wished for, or one of other things or of other agencies."""
    before = text[: found.end()]
    tokens = reading.sentence.tokens
    foreign = any(one.kind == "others" and re.match(ANY_KIND, one.value) for one in tokens if one.end <= found.end())
    return bool(_WISHED.search(before) or _OTHER.search(before)) or foreign


def _rows(reading: Reading, text: str, about: int) -> Iterator[Claim]:
    for pattern, order in ((_ROW, (1, 2, 3, 4)), (_SLASHED, (1, 3, 2, 4))):
        for found in pattern.finditer(text):
            year, place, year2, place2 = (int(found[one]) for one in order)
            if year == year2 or max(year, year2) > about or _is_open(reading, text, found):
                continue
            for one, said in ((year, place), (year2, place2)):
                yield RankIs(place=said, years=(one,), quote=found[0].strip())
            _take(reading, found)


def _moves(reading: Reading, text: str, about: int) -> Iterator[Claim]:
    for found in _BEHIND.finditer(text):
        before = found["from"]
        is_near = not before or not before.isdigit() or int(before) == about - 1
        years = [one for one in re.findall(r"25[0-9]{2}", text) if int(one) not in {about, about - 1}]
        if years or not is_near or _is_open(reading, text, found):
            continue
        for place, year in ((found["first"], about - 1), (found["last"], about)):
            yield RankIs(place=int(place), years=(year,), quote=found[0].strip())
        way = WORDS["rises" if found["way"] in _UP else "falls"]
        is_known = int(found["first"]) == int(found["last"]) or found["way"] not in _UP | _DOWN
        if not is_known and (int(found["last"]) < int(found["first"])) is not (found["way"] in _UP):
            yield RankMoved(by=None, word=way, years=(about,), quote=found[0].strip())
        _take(reading, found)


def _by(reading: Reading, text: str, about: int) -> Iterator[Claim]:
    for found in _BY.finditer(text):
        years = [one for one in re.findall(r"25[0-9]{2}", text) if int(one) not in {about, about - 1}]
        if not years and found["way"] in _UP | _DOWN and not _is_open(reading, text, found):
            word = WORDS["rises" if found["way"] in _UP else "falls"]
            yield RankMoved(by=int(found["by"]), word=word, years=(about,), quote=found[0].strip())
            _take(reading, found)


def _take(reading: Reading, found: re.Match[str]) -> None:
    """Let no other reader see its numbers and moves."""
    tokens = reading.sentence.tokens
    reading.taken |= {at for at, one in enumerate(tokens) if found.start() <= one.start < found.end()}
