"""A second reading of drafted sentences, which shares no code with what wrote or checks them.

It knows the sheet as plain numbers, and asks of every sentence that each figure in it is one of the sheet, or follows
from two of them by subtraction, and that every word of comparison is true of the figures next to it.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

_NUMBER = r"(\d+(?:\.\d+)?) คะแนน"
_MOVED = re.compile(rf"(เพิ่มขึ้น|ลดลง) {_NUMBER} จาก {_NUMBER} เป็น {_NUMBER}")
_TARGET = re.compile(rf"(สูงกว่า|ต่ำกว่า)ค่าเป้าหมาย {_NUMBER}(?: อยู่ {_NUMBER})?")
_NAMED = re.compile(rf"ตัวชี้วัดที่ (\d+)[^()\d]*\({_NUMBER}\)")
_OF_ONE = re.compile(rf"^(?:ตัวชี้วัดที่ (\d+)|(?:แบบวัด|แบบตรวจ|เครื่องมือ) ([A-Z]+)) ?[^\d]*?(?:ได้|เป็น|จาก) {_NUMBER}")
_COUNTED = re.compile(r"ตัวชี้วัดที่ได้คะแนน(มากกว่า|ตั้งแต่|น้อยกว่า) (\d+(?:\.\d+)?) คะแนน(?:ขึ้นไป)? (?:จำนวน (\d+)|ตามคะแนนทุกแห่ง)")


def figures_of(raw: dict[str, Any]) -> dict[str, list[Decimal]]:
    """The figures of a sheet by the thing that they are of; several where the sheet states it again."""
    found: dict[str, list[Decimal]] = {}
    for group in ("indicators", "instruments"):
        for key, value in (raw.get(group) or {}).items():
            figure = value if isinstance(value, dict) else {"value": value}
            again = [one["value"] for one in figure.get("also_stated", [])]
            found[str(key)] = [Decimal(str(one)) for one in (figure["value"], *again)]
    if raw.get("total") is not None:
        found["total"] = [Decimal(str(raw["total"]))]
    return found


def faults(text: str, now: dict[str, list[Decimal]], before: dict[str, list[Decimal]]) -> list[str]:
    """Everything in a sentence that the sheets of the year and of the year before do not bear out."""
    return [*_moves(text, now, before), *_targets(text), *_scores(text, now), *_counts(text, now)]


def _moves(text: str, now: dict[str, list[Decimal]], before: dict[str, list[Decimal]]) -> list[str]:
    found = []
    for word, by, start, end in _MOVED.findall(text):
        difference = Decimal(end) - Decimal(start)
        rises = difference > 0
        if difference == 0 or rises != (word == "เพิ่มขึ้น") or abs(difference) != Decimal(by):
            found.append(f"{word} {by}: {start} {end}")
        key = _subject(text)
        if Decimal(end) not in now.get(key, []) or Decimal(start) not in before.get(key, []):
            found.append(f"not the figures of {key}: {start} {end}")
    return found


def _subject(text: str) -> str:
    named = re.match(r"(?:ตัวชี้วัดที่ (\d+)|(?:แบบวัด|แบบตรวจ|เครื่องมือ) ([A-Z]+))", text)
    return (named[1] or named[2]) if named else "total"


def _targets(text: str) -> list[str]:
    found = []
    for way, target, distance in _TARGET.findall(text):
        values = [Decimal(one) for one in re.findall(_NUMBER, text[: text.index(f"{way}ค่าเป้าหมาย")])]
        if values and (values[-1] > Decimal(target)) != (way == "สูงกว่า"):
            found.append(f"{values[-1]} {way} {target}")
        if values and distance and abs(values[-1] - Decimal(target)) != Decimal(distance):
            found.append(f"distance {distance}")
    return found


def _scores(text: str, now: dict[str, list[Decimal]]) -> list[str]:
    named = [(key, value) for key, value in _NAMED.findall(text) if Decimal(value) not in now.get(key, [])]
    if "ตัวชี้วัดละ" in text:
        named = []
    found = [f"{key} has not {value}" for key, value in named]
    one = _OF_ONE.match(text)
    if one and "จาก" not in text and "สองค่า" not in text:
        key = one[1] or one[2]
        found += [] if Decimal(one[3]) in now.get(key, []) else [f"{key} has not {one[3]}"]
    return found


def _counts(text: str, now: dict[str, list[Decimal]]) -> list[str]:
    found = []
    for word, bound, count in _COUNTED.findall(text):
        tests = {"มากกว่า": Decimal.__gt__, "ตั้งแต่": Decimal.__ge__, "น้อยกว่า": Decimal.__lt__}
        listed = re.findall(r"ตัวชี้วัดที่ (\d+)", text.split(" คือ ", 1)[-1])
        wrong = (key for key in listed if not all(tests[word](value, Decimal(bound)) for value in now[key]))
        found += [f"{key} is not {word} {bound}" for key in wrong]
        sure = [key for key, values in now.items() if key.isdigit() and len({*values}) == 1]
        wanted = [key for key in sure if tests[word](now[key][0], Decimal(bound))]
        if (count and int(count) != len(listed)) or not {*wanted} <= {*listed}:
            found.append(f"{count} counted, {len(listed)} listed, {len(wanted)} true")
    return found
