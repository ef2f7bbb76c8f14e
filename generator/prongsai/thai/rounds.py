"""Rounds of reports as Thai documents name them, by the months of the fiscal year that they cover."""

from __future__ import annotations

import re
from dataclasses import dataclass

from prongsai.thai.numerals import to_arabic

MONTHS_OF_ROUNDS = ("3", "6", "9", "12")
_WORDS = {"สาม": "3", "หก": "6", "เก้า": "9", "สิบสอง": "12"}
_OF_YEAR = re.compile(r"\(?(?:(?:ประจำ|ของ)?ปี(?:งบประมาณ)?)?(?:พ\.?ศ\.?)?(?<![0-9])25[0-9]{2}\)?$|/25[0-9]{2}$")
_MONTHS = re.compile(r"(?:ใน)?(?:รอบ|ระยะ|ช่วง|สะสม)*(?P<months>3|6|9|12|สาม|หก|เก้า|สิบสอง)(?:เดือน(?P<half>แรก|หลัง)?)?")
_QUARTER = re.compile(
    r"(?:ราย|รอบ)?(?:ไตรมาส(?:ที่)?|[Qq])(?:(?:[1-4]|แรก)(?:-|–|ถึง|และ|,))?(?P<quarter>[1-4]|แรก|สุดท้าย)"
)
_HALF = re.compile(r"(?:รอบ)?ครึ่งปี(?:งบประมาณ)?(?P<half>แรก|หลัง)")
_WHOLE = re.compile(r"(?:รอบ)?(?:ทั้งปี|สิ้นปี|ตลอดปี|ตลอดทั้งปี|รอบปี|หนึ่งปี|1ปี)(?:งบประมาณ)?|รอบสุดท้าย")
_SPAN = re.compile(r"[(][^()]*[)]$")  # รอบ 6 เดือน (ต.ค. 66 - มี.ค. 67)
_BOTH = re.compile(r"(?:รอบ|ครั้ง|งวด)(?:ที่)?[1-4](?:\(|:|,)?(?P<rest>.+?)\)?")  # รอบที่ 1 (6 เดือน)
_ORDER = re.compile(r"(?:การรายงาน)?(?:รอบ|ครั้ง|งวด)?(?:ที่)?(?P<order>[1-4]|แรก|หลัง)")
_ORDERS = {"แรก": 1, "หลัง": 2}


def parse_round(text: str) -> str | None:
    """The months that a round covers by its end: 6 of รอบ ๖ เดือน and ไตรมาสที่ 2, 12 of 6 เดือนหลัง; None if unsaid."""
    plain = _plain(text)
    both = _BOTH.fullmatch(plain)
    return _months(plain) or (_months(both["rest"]) if both else None) or _months(_SPAN.sub("", plain))


def _months(plain: str) -> str | None:
    if found := _MONTHS.fullmatch(plain):
        months = _WORDS.get(found["months"], found["months"])
        return ("12" if months == "6" else None) if found["half"] == "หลัง" else months
    if found := _QUARTER.fullmatch(plain):
        return str(3 * {"แรก": 1, "สุดท้าย": 4}.get(found["quarter"], 0) or 3 * int(found["quarter"]))
    if found := _HALF.fullmatch(plain):
        return "6" if found["half"] == "แรก" else "12"
    return "12" if _WHOLE.fullmatch(plain) else None


@dataclass(frozen=True)
class Reading:
    """The months that a round may cover, and its place among the rounds of the year by which it would."""

    months: str
    order: int
    is_quarter: bool


def order_of(text: str) -> int | None:
    """The place of a round that is only counted: 1 of รอบที่ 1; None where it is not."""
    found = _ORDER.fullmatch(_plain(text))
    return (_ORDERS.get(found["order"]) or int(found["order"])) if found else None


def readings_of(order: int) -> tuple[Reading, ...]:
    """The rounds that a count may mean: the first of two is of 6 months, the first of four of 3."""
    halves = (Reading(str(6 * order), order, is_quarter=False),) if order <= 2 else ()
    return (*halves, Reading(str(3 * order), order, is_quarter=True))


def _plain(text: str) -> str:
    return _OF_YEAR.sub("", "".join(to_arabic(text).split()))
