"""Items that got scores and that got none: both numbers, and one with its topic and the reason why."""

from __future__ import annotations

import re
from collections.abc import Iterator

from prongsai.prose.grammar.claims import Claim, Condition, Members
from prongsai.prose.grammar.reading import Found, Reading
from prongsai.thai.numerals import to_arabic

_BOTH = "s:scored ( all | only | equals | sum )* m:count-i ( and | break )* zero ( all | only | equals | sum )* count-i"
_BOTH_ZERO_FIRST = (
    "zero ( all | only | equals | sum )* count-i ( and | break )* s:scored ( all | only | equals | sum )* m:count-i"
)
_TOPIC = re.compile(
    r"(?<![A-Za-z0-9,/-])(?:ข้อ(?:ที่)?\s*)?[Oo]\s?(?P<code>[0-9]{1,2})(?![0-9])\s*[:(–-]?\s*(?:เรื่อง\s*)?"
    r"(?P<topic>[A-Za-z&ก-๎][^|;]{3,90}?)[)\s]*(?:พบว่า|ปรากฏว่า|นั้น|:|\s)*(?:ได้\s*(?:0|ศูนย์)\s*คะแนน(?!\s*[0-9])|ไม่ได้(?:รับ)?คะแนน|ไม่มีคะแนน)"
    r"(?!เต็ม|ครบ|\s*(?:เต็ม|[0-9]))"
)
_OTHER = re.compile(
    r"[Oo]\s?[0-9]{1,2}|เดียว|เพียง|ควร|ต้อง|หาก|ถ้า|จะ(?!แนน)|อาจ|เสี่ยง|เคย|ไม่ให้|แต่|ได้คะแนน|คะแนนเต็ม|ตัวชี้วัดที่|[A-Z]IT|และข้อ|กับข้อ|ถึงข้อ|ปี(?:งบประมาณ)?\s*(?:พ|25)|ซึ่ง"
)
_BEFORE = re.compile(
    r"หาก|ถ้า|เคย|เพียง|เฉพาะ|ไม่ใช่|มิใช่|ป้องกัน|เพื่อ|ปี(?:งบประมาณ)?(?:ที่ผ่านมา|ก่อน|ที่แล้ว)|25[0-9]{2}|[Oo]\s?[0-9]{1,2}\s*(?:และ|กับ|,|ถึง|-|–)?\s*$|จังหวัด|เช่น"
)
_ZERO = (Condition("zero"),)


def read_named_items(reading: Reading) -> Iterator[Claim]:
    """Every number of items with scores and of those without, and every item said to have got none."""
    for source in (_BOTH, _BOTH_ZERO_FIRST):
        for found in reading.find(source):
            yield from _scored(found)
    yield from _with_topic(reading)


def _scored(found: Found) -> Iterator[Claim]:
    count, years = found.token("m"), found.years()
    ahead = {one.kind for one in found.sentence.tokens[: found.match.start()]}
    if count is None or not years or count.of or ahead & {"indicator", "subindicator", "others", "part"}:
        return
    quote = found.quote
    yield Members(
        kind="item", conditions=(Condition("scored"),), count=int(count.number), words=quote, years=years, quote=quote
    )
    found.reading.taken |= {*found.places("m"), *found.places("s")}


def _with_topic(reading: Reading) -> Iterator[Claim]:
    """One item, its topic, and that it got nothing: ข้อ O42 มาตรการส่งเสริมคุณธรรม ไม่ได้คะแนน เนื่องจาก…"""
    text, about, tokens = to_arabic(reading.sentence.text), reading.sentence.about, reading.sentence.tokens
    if about is None:
        return
    for found in _TOPIC.finditer(text):
        at = [
            place for place, one in enumerate(tokens) if one.kind == "item" and found.start() <= one.start < found.end()
        ]
        is_open = _OTHER.search(found["topic"]) or _BEFORE.search(text[: found.start()])
        if is_open or len(at) != 1 or at[0] in reading.sentence.masked:
            continue
        zero = {
            place for place, one in enumerate(tokens) if one.kind == "zero" and found.start() < one.start < found.end()
        }
        if zero & reading.taken:
            continue
        quote = " ".join(found[0].split())
        code = f"O{int(found['code'])}"
        yield Members(kind="item", conditions=_ZERO, keys=(code,), words=quote, years=(about,), quote=quote)
        reading.taken |= zero
