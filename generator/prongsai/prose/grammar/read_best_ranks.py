"""Ranks in other words: best of its peers, a place of so many with a slash, and the former place with the new one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from prongsai.prose.grammar.claims import Claim, RankIs, RankMoved
from prongsai.prose.grammar.peer_words import group_in_words
from prongsai.prose.grammar.reading import WORDS, Reading
from prongsai.thai.numerals import to_arabic

_PEERS = (
    r"(?P<peers>(?:หน่วยงาน|อปท\.|องค์กรปกครองส่วนท้องถิ่น|อบต\.|ทต\.|เทศบาล(?:ตำบล|เมือง|นคร)?|องค์การบริหารส่วนตำบล)?"
    r"(?:ทั้งหมด|ทุกแห่ง|ด้วยกัน|\s)*(?:ของ|ใน|ระดับ|ทั้ง|ทั่ว|ภายใน)*(?:จังหวัด|ประเทศ|อำเภอ))"
)
_BEST = re.compile(
    r"(?P<lead>.*?)(?:มี|ได้(?:รับ)?)?(?:ผล)?คะแนน(?:รวม|การประเมิน)*\s*(?P<end>สูง|มาก|ดี|ต่ำ|น้อย)(?:ที่)?สุด\s*"
    rf"(?:ใน(?:บรรดา|กลุ่ม|หมู่)?|ของ(?:บรรดา|กลุ่ม)?|เมื่อเทียบกับ|จาก(?:บรรดา)?)\s*{_PEERS}(?P<rest>.*)"
)
_FIRST = re.compile(
    r"(?P<lead>.*?)(?:เป็น|ได้|อยู่(?:ใน)?|ครอง)\s*(?:(?:อันดับ|ลำดับ)(?:ที่)?|ที่)\s*(?P<end>หนึ่ง|สุดท้าย)\s*"
    rf"(?:ใน(?:บรรดา|กลุ่ม|หมู่)?|ของ(?:บรรดา|กลุ่ม)?|จาก(?:บรรดา)?)\s*{_PEERS}(?P<rest>.*)"
)
_SLASHED = re.compile(
    r"(?:ลำดับ|อันดับ)(?:ที่)?(?:ของหน่วยงาน|ของ|ใน|ระดับ|จังหวัด|ประเทศ|อำเภอ|ได้|อยู่|คือ|:|=|\s)*"
    r"(?P<place>[0-9]{1,4})\s*/\s*(?P<of>[0-9]{1,4})(?![0-9/.])"
)
_FORMER = re.compile(
    r"(?:ลำดับ|อันดับ)(?:ที่)?เดิม(?:ที่|คือ|อยู่(?:ที่)?|ได้|:|\s)*(?P<first>[0-9]{1,4})(?![0-9.,/])\s*(?:ปรับ|ได้|ตัว|,|\s)*"
    r"(?P<way>ดีขึ้น|เลื่อนขึ้น|ขยับขึ้น|สูงขึ้น|ขึ้น|ถอยลง|เลื่อนลง|ตกลง|ต่ำลง|แย่ลง|ลดลง|ร่วงลง|ลง)?\s*(?:มา|ไป)?(?:เป็น|อยู่(?:ที่|ใน)?|สู่|เหลือ|ที่)+\s*"
    r"(?:(?:ลำดับ|อันดับ)(?:ที่)?|ที่)?\s*(?P<last>[0-9]{1,4})(?![0-9.,/]|\s*(?:แห่ง|คะแนน|ข้อ|ตัวชี้วัด))"
)
_UP = {"ดีขึ้น", "เลื่อนขึ้น", "ขยับขึ้น", "สูงขึ้น", "ขึ้น"}
_OF_OTHERS = {
    *("instrument", "scope", "indicator", "subindicator", "item", "part", "measure", "wish", "masked", "weight"),
    *("indicators", "instruments", "items", "measures", "count-k", "count-j", "count-i", "count-m"),
}
_NO_FACT = re.compile(
    r"ควร|ต้อง|จะ(?!แนน)|หาก|ถ้า|คาด|เป้า|มุ่ง|เพื่อ(?!น)|อยาก|ขอให้|ไม่(?:ใช่|ได้)|รองจาก|เกือบ|ตัวชี้วัด|เครื่องมือ|ร้องเรียน|เรื่องที่"
)


def read_best_ranks(reading: Reading) -> Iterator[Claim]:
    """Every rank that is said in one of these ways."""
    text, about = to_arabic(reading.sentence.text), reading.sentence.about
    kinds = {one.kind for one in reading.sentence.tokens}
    if about is None or kinds & _OF_OTHERS or _NO_FACT.search(text):
        return
    years = {year for one in reading.sentence.tokens if one.kind == "year" for year in reading.sentence.year_of(one)}
    if not years - {about}:
        yield from _best(reading, text, about)
        yield from _slashed(reading, text, about)
    if not years - {about, about - 1}:
        yield from _former(reading, text, about)


def _best(reading: Reading, text: str, about: int) -> Iterator[Claim]:
    """The agency as the best of its peers, which is the first of them: สูงที่สุดในบรรดาเทศบาลตำบลของจังหวัด."""
    found = _BEST.fullmatch(text) or _FIRST.fullmatch(text)
    if found is None:
        return
    before = [one for one in reading.sentence.tokens if one.end <= found.start("end") and one.value.strip() != "ครอง"]
    among = group_in_words(found["peers"])
    is_own = not {one.kind for one in before} - {"year", "total", "points", "level", "break", "and", "becomes"}
    is_glued = bool(re.match(r"[ก-๎]", found["rest"])) and not re.match(r"ใน|ประจำ|และ|โดย|ซึ่ง|เป็น|ด้วย", found["rest"])
    is_of_whoever = found["lead"].rstrip().endswith(("ที่", "ซึ่ง"))  # เทศบาลที่ได้คะแนนสูงสุดของจังหวัด
    if is_own and among and not is_glued and not is_of_whoever:
        half = "last" if found["end"] in {"ต่ำ", "น้อย", "สุดท้าย"} else "first"
        yield RankIs(place=None, half=half, among=among, years=(about,), quote=found[0][found.start("end") :].strip())


def _slashed(reading: Reading, text: str, about: int) -> Iterator[Claim]:
    """A place of so many behind what is ranked: ลำดับในจังหวัด 59/97."""
    every = [*_SLASHED.finditer(text)]
    has_rank = any(
        one.kind in {"rank", "others"} and one.value not in {"จังหวัด", "ระดับจังหวัด"} for one in reading.sentence.tokens
    )
    if len(every) != 1 or has_rank or int(every[0]["place"]) > int(every[0]["of"]):
        return
    found = every[0]
    yield RankIs(place=int(found["place"]), of=int(found["of"]), years=(about,), quote=found[0])
    _take(reading, found)


def _former(reading: Reading, text: str, about: int) -> Iterator[Claim]:
    """The former place and the new one: ลำดับเดิมที่ 38 ปรับดีขึ้นเป็นลำดับที่ 14."""
    for found in _FORMER.finditer(text):
        first, last, way = int(found["first"]), int(found["last"]), found["way"]
        for place, year in ((first, about - 1), (last, about)):
            yield RankIs(place=place, years=(year,), quote=found[0].strip())
        if way and first != last and (last < first) is not (way in _UP):
            word = WORDS["rises" if way in _UP else "falls"]
            yield RankMoved(by=None, word=word, years=(about,), quote=found[0].strip())
        _take(reading, found)


def _take(reading: Reading, found: re.Match[str]) -> None:
    """Let no other reader see its numbers and moves."""
    tokens = reading.sentence.tokens
    reading.taken |= {at for at, one in enumerate(tokens) if found.start() <= one.start < found.end()}
