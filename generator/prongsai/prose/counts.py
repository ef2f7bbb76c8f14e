"""The numbers of things in a Thai text: how many a list holds, and how many indicators fulfil a condition."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from prongsai.model.analysis import Condition, ListRule
from prongsai.thai.numerals import to_arabic

_UNIT = r"(?P<unit>ตัวชี้วัด|ข้อ(?!มูล|คำถาม)|ประเด็น|ด้าน|มาตรการ|องค์ประกอบ|เครื่องมือ|ระดับ)"
_LIST = re.compile(
    rf"(?<![0-9.,])(?<!จาก)(?<!จาก )(?<!จากทั้งหมด )(?P<count>[0-9]{{1,2}})\s*{_UNIT}"
    r"(?:\s*จาก(?:ทั้งหมด)?\s*[0-9]+\s*(?P=unit))?\s*(?:คือ|ได้แก่)\s*(?=\S)"
)
_OPEN_LIST = re.compile(rf"(?<![0-9.,])(?P<count>[0-9]{{1,2}})\s*{_UNIT}\s*(?:คือ|ได้แก่|ดังนี้|ดังต่อไปนี้)\s*:?\s*$")
_LIST_ENDS = re.compile(rf"(?<![ก-๛])(?:แต่|ส่วน|เพราะ|จึง|ทั้งนี้|รวมถึง|ยกเว้น|เป็นต้น)|(?<![0-9.,A-Za-z])[1-9][0-9]?\s*{_UNIT}")
_MARKER = re.compile(r"\(([0-9]{1,2})\)")
_INDICATORS = re.compile(r"ตัวชี้วัดที่\s*([0-9]{1,2}(?:\s*(?:,|และ)\s*[0-9]{1,2})*)(?!\.?[0-9])")
_ITEMS = re.compile(r"(?<![A-Za-z])[Oo]\s*([0-9]{1,2})(?![0-9])")

_SCORE = r"(?:100|[0-9]{1,2})(?:\.[0-9]{1,2})?"
_NUMBER = rf"(?:ร้อยละ\s*)?{_SCORE}(?![0-9])(?:\s*คะแนน)?"
_CONDITION = (
    r"(?:ได้(?:รับ)?|มี)?\s*(?:ผลการประเมิน|คะแนน)?\s*(?:ที่)?(?:ยัง)?"
    rf"(?:เพิ่มขึ้น|ลดลง|(?:มากกว่า|สูงกว่า|น้อยกว่า|ต่ำกว่า)\s*{_NUMBER})(?:\s*จากปี(?:ก่อน|ที่ผ่านมา|ที่แล้ว))?"
)
_THRESHOLD = re.compile(
    rf"ตัวชี้วัด(?:ที่)?\s*(?P<conditions>{_CONDITION}(?:\s*(?:และ|แต่)(?:ยัง)?\s*{_CONDITION})?)[\s)]*"
    r"(?:(?:องค์การบริหารส่วน|เทศบาล)\S*\s*)?(?:มี)?(?:จำนวน)?\s*(?P<count>[0-9]{1,2})\s*ตัวชี้วัด"
)
_ONE_CONDITION = re.compile(
    r"(?P<move>เพิ่มขึ้น|ลดลง)|(?P<bound>มากกว่า|สูงกว่า|น้อยกว่า|ต่ำกว่า)\s*(?:ร้อยละ\s*)?(?P<score>100|[0-9]{1,2}(?:\.[0-9]{1,2})?)"
)
_BARE_EXTREME = re.compile(
    r"\s*คะแนน(?P<end>สูงสุด|ต่ำสุด)\s*(?:คือ|:|เท่ากับ)?\s*(?P<score>[0-9]{1,3}(?:\.[0-9]{1,2})?)\s*คะแนน\s*"
)
_TARGET = re.compile(
    r"เป้าหมาย(?!ของ(?:เทศบาล|องค์การ|มาตรการ|หน่วยงานเอง))(?P<between>.{0,120}?)(?<![0-9.,])"
    r"(?P<score>(?:100|[0-9]{1,2})(?:\.[0-9]{1,2})?)\s*คะแนน(?P<up>\s*ขึ้นไป)?"
)


@dataclass(frozen=True)
class ListCount:
    """The number of things that a text announces and the number that it then lists."""

    stated: int
    listed: int
    unit: str


@dataclass(frozen=True)
class Threshold:
    """The number of indicators said to fulfil the conditions, in the words of the text."""

    rules: tuple[ListRule, ...]
    count: int
    words: str


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


def thresholds(text: str) -> Iterator[Threshold]:
    """Every statement of how many indicators fulfil a condition: ตัวชี้วัดที่ได้คะแนนมากกว่า 70 มีจำนวน 9 ตัวชี้วัด."""
    for found in _THRESHOLD.finditer(to_arabic(text)):
        conditions = tuple(_rule(one) for one in _ONE_CONDITION.finditer(found["conditions"]))
        yield Threshold(conditions, int(found["count"]), " ".join(found["conditions"].split()))


def _rule(found: re.Match[str]) -> ListRule:
    if found["move"]:
        return ListRule(condition="risen" if found["move"] == "เพิ่มขึ้น" else "fallen")
    condition: Condition = "above" if found["bound"] in {"มากกว่า", "สูงกว่า"} else "below"
    return ListRule.model_validate({"condition": condition, "score": found["score"]})


def bare_extreme(text: str) -> tuple[str, Decimal] | None:
    """A text that is nothing but a highest or lowest score without a name: คะแนนสูงสุด 95 คะแนน."""
    found = _BARE_EXTREME.fullmatch(to_arabic(text))
    if found is None:
        return None
    return ("highest" if found["end"] == "สูงสุด" else "lowest"), Decimal(found["score"])


def stated_target(text: str) -> tuple[Decimal, str] | None:
    """The first target (points of 100) that a text gives for the assessment, with its words."""
    for found in _TARGET.finditer(to_arabic(text)):
        if found["up"] or not found["between"].strip(" :(") or found["between"].strip() in {"คือ", "เท่ากับ", "ที่"}:
            return Decimal(found["score"]), " ".join(text[found.start() : found.end()].split())
    return None
