"""Spans of a text that suppose, plan or explain a rule, and so claim nothing of a result."""

from __future__ import annotations

import re
from collections.abc import Iterator

from prongsai.prose.grammar.tokens import Token

# A consequence that is only foretold: what comes before it is supposed too.
_FORETOLD = re.compile(
    r"จะ(?:ทำให้|ส่งผล|มีผล|ช่วย|ดัน|ดึง|เท่ากับ)|ก็จะ|จึงจะ(?!ขอ|เร่ง|ต้อง)|ย่อม(?!รับ)|(?:มีผล|กระทบ|ส่งผล)(?:ต่อ|ถึง)(?:ผล)?คะแนนรวม"
)
_WHEN = re.compile(
    r"(?:เมื่อ|ทุก\s*ๆ?\s*[0-9๐-๙]|คะแนน.{0,20}ที่เพิ่ม).{0,60}(?<!ปี)(?:คะแนนรวม|คะแนน|ผล|ระดับ)(?:รวม)?(?:ก็)?จะ"
)
_CONCEDED = re.compile(r"แม้|ถึง(?!.{0,12}[0-9])")
_IF = re.compile(r"(?<!ปัญ)หาก|ถ้า(?!ย)")
_RULE = re.compile(
    r"(?:เกณฑ์(?:ของ|การ(?:ได้|จัด|แบ่ง))?\s*(?:การ)?ระดับ|เงื่อนไข|หลักเกณฑ์|การ(?:จะ)?(?:ได้|อยู่ใน)ระดับ|(?:ระดับ|ขั้น)\s*[\"“]?[^\s\"”]{1,12}[\"”]?\s*(?:คือ|=|:|ได้แก่|หมายถึง|เมื่อ|ใช้กับ|ต้อง|ได้เมื่อ))"
    r"(?=.*(?:ขึ้นไป|ไม่ต่ำกว่า|ไม่น้อยกว่า|ตั้งแต่|ระหว่าง|[0-9๐-๙]\s*(?:-|–|ถึง)\s*[0-9๐-๙]))"
)
_GOAL = re.compile(r"(?:นโยบาย|เป้าประสงค์|วัตถุประสงค์|วิสัยทัศน์|พันธกิจ|ข้อตกลง|ปณิธาน)[^,;]{0,60}(?:คือ|ว่า|ให้|ที่จะ|:)")
_GOAL_OF_YEAR = re.compile(
    r"^\s*(?:ค่า)?เป้าหมาย(?!.*(?:แต่|ทำได้|ได้คะแนน|ผลการประเมิน))[^,;]{0,40}ปี[^,;]{0,24}(?:คือ|:|ให้|กำหนด)"
)
_SPAN_OF_LEVEL = re.compile(  # คะแนน 75.00 - 84.99 คะแนน อยู่ในระดับ B
    r"คะแนน(?:รวม|ระหว่าง|ช่วง|ร้อยละ|\s)*[0-9๐-๙.]+\s*(?:คะแนน)?\s*(?:-|–|ถึง)\s*[0-9๐-๙.]+\s*(?:คะแนน)?\s*"
    r"(?:จะ|จัด|อยู่|ใน|ได้|คือ|เป็น|เท่ากับ|ถือว่า|[:=]|\s)*ระดับ"
)
_OF_SUCCESS = re.compile(r"^\s*(?:ตัวชี้วัด|เกณฑ์|เกณฑ์ชี้วัด)(?:ความ|ผล)สำเร็จ")
_TERM = r"\s*[0-9๐-๙.,]+\s*(?:คะแนน\s*)?"
_NAMED_TERM = rf"{_TERM}(?:\([^)]{{1,60}}\)\s*)?"
_FORMULA = re.compile(  # OIT = (95.00 + 100.00) / 2, คะแนนรวม = 26.43 (IIT) + 24.71 (EIT) + 39.20 (OIT)
    rf"[=:]\s*(?:\({_TERM}(?:\+{_TERM})+\)|{_NAMED_TERM}(?:\+{_NAMED_TERM})+)"
)
_CLAUSE = {"แต่", "ขณะที่", "ในขณะที่", "อย่างไรก็ตาม", "ทั้งนี้"}


def is_all_supposed(text: str) -> bool:
    """True if all of a text is one condition with its consequence, or the rule by which a level is given."""
    is_conceded = bool(_IF.search(text)) and bool(_CONCEDED.match(text.strip()))
    return is_conceded or any(
        one.search(text) for one in (_RULE, _WHEN, _GOAL, _GOAL_OF_YEAR, _SPAN_OF_LEVEL, _OF_SUCCESS)
    )


def supposed_before(text: str, tokens: tuple[Token, ...]) -> Iterator[int]:
    """The places of the tokens of the clause before a consequence that is foretold: ที่เพิ่มขึ้น 10 คะแนน จะทำให้ …"""
    for found in _FORETOLD.finditer(text):
        clause = [token.end for token in tokens if token.end <= found.start() and token.value in _CLAUSE]
        start = max(clause, default=0)
        yield from (place for place, token in enumerate(tokens) if start <= token.start < found.start())


def terms_of_formulas(text: str, tokens: tuple[Token, ...]) -> Iterator[int]:
    """The places of the terms of a sum with their names, which is a step of a computation and nobody's score."""
    for found in _FORMULA.finditer(text):
        yield from (place for place, token in enumerate(tokens) if found.start() < token.start < found.end())
