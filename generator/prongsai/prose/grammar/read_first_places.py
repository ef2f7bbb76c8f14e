"""So many at an end of the scores, often numbered in their order: สามอันดับที่มีคะแนนต่ำที่สุด."""

from __future__ import annotations

import re
from collections.abc import Iterator

from prongsai.prose.grammar.claims import Claim, EndIs
from prongsai.prose.grammar.reading import Reading
from prongsai.prose.grammar.spellings import DIGITS
from prongsai.prose.grammar.tokens import Token
from prongsai.thai.numerals import to_arabic

_COUNT = r"(?P<{}>[2-9]|สอง|สาม|สี่|ห้า|หก)"
_END = r"(?P<{}>ต่ำ|น้อย|สูง|มาก|ดี)(?:ที่)?สุด"
_SCORES = r"(?:ที่|ซึ่ง|ได้|มี|ได้รับ|ผล|ค่า|คะแนน|เฉลี่ย|ของหน่วยงาน|อยู่ใน|\s)*"
_HEADS = (
    re.compile(
        rf"(?<![0-9.,]){_COUNT.format('n')}\s*(?:(?:อันดับ|ลำดับ)(?:แรก)?(?:ของ)?(?:ตัวชี้วัด)?|ตัวชี้วัด(?:แรก)?|ด้าน){_SCORES}{_END.format('e')}"
    ),
    re.compile(
        rf"(?:ตัวชี้วัด|ด้าน|คะแนน){_SCORES}{_END.format('e')}\s*(?:จำนวน\s*)?{_COUNT.format('n')}\s*(?:อันดับ|ลำดับ|ตัวชี้วัด|ด้าน)(?:แรก|ท้าย|สุดท้าย)?"
    ),
    re.compile(
        rf"(?:ตัวชี้วัด|ด้าน){_SCORES}{_END.format('e')}(?P<n>)\s*(?:เรียงตามลำดับ|ตามลำดับ)?\s*(?:ได้แก่|คือ|ดังนี้|ประกอบด้วย)?:?\s*(?=\(?1[).])"
    ),
)
_NUMBERED = re.compile(r"(?<![0-9])\(?([1-9])[).](?![0-9])|(?:อันดับ|ลำดับ)(?:ที่)?\s*([1-9])(?![0-9])")
_PASSED = {
    "percent",
    "points",
    "bare",
    "full",
    "and",
    "rank",
    "equals",
    "year",
    "dash",
    "scope",
    "instrument",
    "count-r",
    "top",
    "bottom",
}
_MOVES = re.compile(
    r"เพิ่ม|ลด|พัฒนาการ|เปลี่ยน|ผลต่าง|ส่วนต่าง|ปรับ(?:ขึ้น|ลง)|น้ำหนัก|ควร|จะ(?!แนน)|เป้า|ประเด็น|ข้อคำถาม|ประชาชน|ผู้รับบริการ|บุคลากร|ในแต่ละ|ของแต่ละ"
)
_FEWEST = 2


def read_first_places(reading: Reading) -> Iterator[Claim]:
    """Every list of as many indicators as are said to be at an end; silent where its number is another."""
    text = to_arabic(reading.sentence.text)
    for head in _HEADS:
        for found in head.finditer(text):
            yield from _listed(reading, text, found)


def _listed(reading: Reading, text: str, found: re.Match[str]) -> Iterator[Claim]:
    tokens, about = reading.sentence.tokens, reading.sentence.about
    at = next(
        (place for place, one in enumerate(tokens) if one.kind in {"highest", "lowest"} and _is_in(one, found)), -1
    )
    behind = [place for place, one in enumerate(tokens) if one.start >= found.end("e")]
    names = [*_named(tokens, behind)]
    said = found["n"] and int(DIGITS.get(found["n"], found["n"]))
    numbers = [int(one or other) for one, other in _NUMBERED.findall(text[found.end() :])]
    is_numbered = numbers[: len(names)] == [*range(1, len(names) + 1)] and len(numbers) == len(names)
    years = {year for one in tokens if one.kind == "year" for year in reading.sentence.year_of(one)[:1]}
    if about is None:
        return
    is_silent = years - {about} or at < 0 or at in reading.sentence.masked | reading.taken
    if is_silent or len(names) < _FEWEST or _MOVES.search(text, 0, found.end()) or (said or len(names)) != len(names):
        return
    if not said and not is_numbered:
        return
    before = tokens[:at]
    scopes = {one.value for one in tokens if one.kind in {"scope", "instrument"} and one.start < found.end() + 30}
    if any(one.kind in {"others", "peers", "part", "subindicator"} for one in before) or len(scopes) > 1:
        return
    yield EndIs(
        kind="indicator",
        end="highest" if tokens[at].kind == "highest" else "lowest",
        keys=tuple(one.value for one in names),
        scope=next(iter(scopes), ""),
        is_order=is_numbered or "เรียง" in text or "ตามลำดับ" in text,
        is_whole_end=True,
        years=(about,),
        quote=reading.sentence.quote(at, tokens.index(names[-1])),
    )
    reading.taken |= {place for place, one in enumerate(tokens) if _is_in(one, found)}


def _is_in(token: Token, found: re.Match[str]) -> bool:
    return found.start() < token.end and token.start < found.end()


def _named(tokens: tuple[Token, ...], places: list[int]) -> Iterator[Token]:
    """The indicators of the list, up to the first word that belongs to none; each is named once."""
    seen = set[str]()
    for place in places:
        token = tokens[place]
        if token.kind == "indicator" and token.value not in seen:
            seen.add(token.value)
            yield token
        elif token.kind not in _PASSED and not (token.kind == "count-k" and not seen):
            return
