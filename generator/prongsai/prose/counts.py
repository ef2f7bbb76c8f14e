"""The lengths of lists in a Thai text: the number that announces one, and how many entries follow."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from prongsai.thai.numerals import to_arabic

_UNIT = r"(?P<unit>ตัวชี้วัด|ข้อ(?!มูล|คำถาม)|ประเด็น|ด้าน|มาตรการ|องค์ประกอบ|เครื่องมือ|ระดับ)"
_LIST = re.compile(
    rf"(?<![0-9.,])(?<!จาก)(?<!จาก )(?<!จากทั้งหมด )(?P<count>[0-9]{{1,2}})\s*{_UNIT}"
    r"(?:\s*จาก(?:ทั้งหมด)?\s*[0-9]+\s*(?P=unit))?\s*(?:คือ|ได้แก่)\s*(?=\S)"
)
_OPEN_LIST = re.compile(rf"(?<![0-9.,])(?P<count>[0-9]{{1,2}})\s*{_UNIT}\s*(?:คือ|ได้แก่|ดังนี้|ดังต่อไปนี้)\s*:?\s*$")
_LIST_ENDS = re.compile(rf"(?<![ก-๛])(?:แต่|ส่วน|เพราะ|จึง|ทั้งนี้|รวมถึง|ยกเว้น|เป็นต้น)|(?<![0-9.,A-Za-z])[1-9][0-9]?\s*{_UNIT}")
_MARKER = re.compile(r"\(([0-9]{1,2})\)")
_INDICATORS = re.compile(r"ตัวชี้วัดที่\s*([0-9]{1,2}(?:(?:\s*(?:,|และ)\s*|\s+)[0-9]{1,2}(?!\.?[0-9]))*)(?!\.?[0-9])")
_ITEMS = re.compile(r"(?<![A-Za-z])[Oo]\s*([0-9]{1,2})(?![0-9])")


@dataclass(frozen=True)
class ListCount:
    """The number of things that a text announces and the number that it then lists."""

    stated: int
    listed: int
    unit: str


def list_counts(text: str) -> Iterator[ListCount]:
    """Every list inside a text that is announced by a number: จำนวน 5 ตัวชี้วัด คือ (1) … (5) …"""
    plain = to_arabic(text)
    for found in _LIST.finditer(plain):
        tail = plain[found.end() :]
        end = _LIST_ENDS.search(tail)
        listed = _listed(tail[: end.start()] if end else tail, found["unit"])
        if listed:
            yield ListCount(int(found["count"]), listed, found["unit"])


def _listed(tail: str, unit: str) -> int:
    """The number of a list's entries: its markers (1) (2) …, else the different indicators or items it names."""
    markers = [int(number) for number in _MARKER.findall(tail)]
    if markers[:1] == [1]:
        return len(markers) if markers == list(range(1, len(markers) + 1)) else 0
    if unit == "ตัวชี้วัด":
        return len({number for group in _INDICATORS.findall(tail) for number in re.findall(r"[0-9]+", group)})
    return len(set(_ITEMS.findall(tail))) if unit == "ข้อ" else 0


def announced_count(text: str) -> tuple[int, str] | None:
    """The number and the unit with which a text announces the points below it, where it ends by doing so."""
    found = _OPEN_LIST.search(to_arabic(text))
    return (int(found["count"]), found["unit"]) if found else None
