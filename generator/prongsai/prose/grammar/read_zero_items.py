"""Lists of all items without a score in further words: ข้อที่ได้ 0 คะแนน : O2, O8, เสียคะแนนเพียงข้อเดียว คือ ข้อ O42."""

from __future__ import annotations

import re
from collections.abc import Iterator

from prongsai.prose.grammar.claims import Claim, Condition, Members
from prongsai.prose.grammar.reading import Reading
from prongsai.prose.grammar.spellings import DIGITS, GOT_ZERO
from prongsai.thai.numerals import to_arabic

_ITEM = r"(?:ข้อ(?:ที่)?\s*)?[Oo]\s?[0-9]{1,2}(?![0-9])"
_LIST = rf"{_ITEM}(?:(?:\s*(?:,|และ|กับ)\s*|\s+){_ITEM})*"
_ZERO = rf"(?:{GOT_ZERO}\s*คะแนน|ไม่ได้(?:รับ)?คะแนน|เสียคะแนน|ถูกตัดคะแนน|ไม่ให้คะแนน)"
_ALL = re.compile(
    rf"{_ZERO}(?:รวม|จำนวน|เพียง|มี|ทั้งหมด|ทั้งสิ้น|\s)*(?:(?P<n>[0-9]{{1,2}}|{'|'.join(DIGITS)})\s*ข้อ|(?P<one>ข้อเดียว))?"
    rf"\s*(?:คือ|ได้แก่|ประกอบด้วย|:|\s)+(?P<list>{_LIST})\s*\.?\s*$"
)
_NO_FACT = re.compile(
    r"ควร|หาก|ถ้า(?!ย)|จะ(?!แนน)|คาด|เคย|เช่น|บาง|อาจ|แห่งอื่น|หน่วยงานอื่น|ตัวชี้วัด|ด้าน|ไม่(?:ใช่|มีข้อ)|เพื่อ(?:ไม่|ป้องกัน)"
    r"|ปี(?:งบประมาณ)?(?:ก่อน|ที่(?:ผ่านมา|แล้ว))"
)


def read_zero_items(reading: Reading) -> Iterator[Claim]:
    """Every list that is said to be all items without a score."""
    text, about, tokens = to_arabic(reading.sentence.text), reading.sentence.about, reading.sentence.tokens
    years = {int(one) for one in re.findall(r"(?<![0-9])25[0-9]{2}(?![0-9])", text)}
    found = _ALL.search(text)
    if found is None or about is None or years - {about} or _NO_FACT.search(text):
        return
    inside = {at for at, one in enumerate(tokens) if found.start() <= one.start < found.end()}
    if inside & reading.taken or any(one.kind in {"indicator", "subindicator", "others"} for one in tokens):
        return
    count = 1 if found["one"] else int(DIGITS.get(found["n"], found["n"])) if found["n"] else None
    keys = tuple(dict.fromkeys(f"O{int(one)}" for one in re.findall(r"[Oo]\s?([0-9]{1,2})", found["list"])))
    quote = " ".join(found[0].split())
    yield Members(
        kind="item",
        conditions=(Condition("zero"),),
        keys=keys,
        count=count,
        is_whole_list=True,
        words=quote,
        years=(about,),
        quote=quote,
    )
    reading.taken |= inside
