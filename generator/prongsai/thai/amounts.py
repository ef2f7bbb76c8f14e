"""Amounts as Thai documents print them: money in baht, per cent, and numbers of persons."""

from __future__ import annotations

import re
from decimal import Decimal

from prongsai.thai.numerals import parse_decimal, to_arabic

_TIMES = {"ล้าน": 1_000_000, "แสน": 100_000, "หมื่น": 10_000, "พัน": 1_000}
_BAHT = re.compile(
    r"(?:(?:งบประมาณ|จำนวน(?:เงิน)?|เป็นเงิน|วงเงิน|รวม)\s*)*฿?\s*(?P<number>-?[0-9][0-9,]*(?:\.[0-9]+)?)"
    rf"\s*(?P<times>{'|'.join(_TIMES)})?\s*(?:\.\s*-)?\s*(?:บาท(?:ถ้วน)?)?\.?"
)
_IN_WORDS = re.compile(r"\s*[(（][^()0-9]*(?:บาท|สตางค์)(?:ถ้วน)?\s*[)）]\s*$")  # (ห้าหมื่นบาทถ้วน)
_UNFUNDED = re.compile(
    r"(?:ไม่(?:ได้)?ใช้|ไม่มี(?:การใช้)?)(?:จ่าย)?\s*(?:เงิน)?\s*(?:งบประมาณ|งบ)(?:รายจ่าย)?(?:ในการดำเนิน(?:การ|งาน|โครงการ))?|ไม่มีค่าใช้จ่าย|ไม่ใช้เงิน"
)
_PERCENT = re.compile(r"(?:คิดเป็น\s*)?(?:ร้อยละ\s*)?(?P<number>[0-9]+(?:\.[0-9]+)?)\s*(?:%|เปอร์เซ็นต์)?")
_PERSONS = re.compile(r"(?:จำนวน|รวม)?\s*(?P<number>[0-9][0-9,]*)\s*(?:คน|ราย|ท่าน)?")


def parse_baht(text: str) -> Decimal | None:
    """The baht of an amount such as 50,000, ๕๐,๐๐๐ บาท, 50,000.- or 1.5 ล้านบาท; None where it is none."""
    plain = _IN_WORDS.sub("", to_arabic(text.strip()))
    found = _BAHT.fullmatch(plain)
    number = parse_decimal(found["number"]) if found else None
    if found is None or number is None:
        return None
    times = _TIMES.get(found["times"] or "", 1)
    whole = number * times
    return Decimal(int(whole)) if times > 1 and whole == whole.to_integral_value() else whole


def says_unfunded(text: str) -> bool:
    """True if a text says that no budget is used, which is not the same as zero baht."""
    return _UNFUNDED.fullmatch(text.strip()) is not None


def parse_percent(text: str) -> Decimal | None:
    """The per cent of ร้อยละ ๘๐, 80% or 80, from 0 to 100; None where it is none."""
    number = _number(_PERCENT, text)
    return number if number is not None and number <= 100 else None


def parse_persons(text: str) -> Decimal | None:
    """The number of persons of 50, 50 คน or จำนวน ๕๐ ราย; None where it is none."""
    return _number(_PERSONS, text)


def _number(form: re.Pattern[str], text: str) -> Decimal | None:
    found = form.fullmatch(to_arabic(text.strip()))
    return parse_decimal(found["number"]) if found else None
