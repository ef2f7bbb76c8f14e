"""Measures that a text lists by their numbers or titles under one status, and rows of statuses with their numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from prongsai.model.status import REPORTED, Status
from prongsai.prose.measure_claims import MeasureClaim
from prongsai.thai.numerals import to_arabic

_BY_RANK = sorted(REPORTED, key=lambda one: one.rank, reverse=True)
_STATUS = "|".join(f"(?P<{one.key}>{one.claimed})" for one in _BY_RANK)
_NAMELESS = "|".join(one.claimed for one in _BY_RANK)
_JOIN = r"(?:\s*(?:,|และ|กับ|/|;)\s*|\s+)(?:(?:และ)?มาตรการ(?:ที่)?\s*)?"
_NUMBERS = rf"[0-9]{{1,2}}(?:{_JOIN}[0-9]{{1,2}})*(?![0-9.]|\s*(?:มาตรการ|เดือน|ข้อ|%))"
_OF = r"มาตรการ(?:ลำดับที่|ข้อที่|ที่|ข้อ)\s*"
_IS = r"(?:\s*(?:ได้แก่|คือ|ประกอบด้วย|เฉพาะ|เพียง|มีเพียง|มี|:|=))+\s*"
_LISTED = re.compile(rf"(?:{_STATUS})(?:แล้ว|ไป|จำนวน|มี|[0-9]+\s*มาตรการ|\s)*{_IS}(?P<list>.+?)\s*$")
_NUMBERED = re.compile(rf"{_OF}(?P<list>{_NUMBERS})\s*(?:ได้|มีสถานะ|นั้น|ที่|ซึ่ง|ล้วน|ต่าง|:|\s)*(?:{_STATUS})")
_BUT = re.compile(
    rf"(?:ทุกมาตรการ(?:ที่กำหนด|ได้|\s)*(?:{_STATUS})(?:แล้ว)?|(?:{_NAMELESS})(?:แล้ว)?(?:ครบ(?:ถ้วน)?)?ทุกมาตรการ)\s*"
    r"(?:ยกเว้น|เว้นแต่|เว้น)(?:เพียง)?\s*(?P<list>.+?)\s*$"
)
_PAIR = rf"(?:{_NAMELESS})\s*[:=(]?\s*[0-9]{{1,2}}(?![0-9.]|\s*(?:เดือน|คะแนน|%))\s*(?:มาตรการ)?\)?"
_ROW = re.compile(rf"{_PAIR}(?:\s*[/,|;]\s*{_PAIR})+")
_SLASHED = re.compile(
    rf"(?P<words>(?:{_NAMELESS})(?:\s*[/|,]\s*(?:{_NAMELESS}))+)\s*(?:[:=]|คือ|เท่ากับ|จำนวน|\s)\s*"
    r"(?P<numbers>[0-9]{1,2}(?:\s*[/|,]\s*[0-9]{1,2})+)(?![0-9.])"
)
_ONE = re.compile(_STATUS)
_NO_FACT = re.compile(
    r"ควร|ต้อง|จะ|หาก|ถ้า|คาด|เป้า|ให้แล้ว|ภายใน(?!หน่วย)|รอบ\s*[0-9]|ไตรมาส|เดือน|ปี(?:งบประมาณ)?(?:ก่อน|ที่(?:ผ่านมา|แล้ว))|25[0-9]{2}|อาจ|เร่ง"
)


def measure_lists(text: str, titles: Mapping[str, str]) -> Iterator[MeasureClaim]:
    """Every list of measures with one status, and every row of statuses; `titles` as of `measure_claims`."""
    plain = to_arabic(text)
    if _NO_FACT.search(plain):
        return
    but = _BUT.search(plain)
    if but is not None:
        named = _named(but["list"], titles)
        if named:
            yield MeasureClaim(_status(but) or Status.DONE, but[0].strip(), named=named, is_but=True)
        return
    listed = _LISTED.search(plain) if "มาตรการ" in plain or any(title in plain for title in titles) else None
    named = _named(listed["list"], titles) if listed else ()
    if listed is not None and named:
        yield _claim(listed, named)
    for found in _NUMBERED.finditer(plain):
        for number in re.findall("[0-9]+", found["list"]):
            name = titles.get(f"มาตรการที่ {number} ")
            if name is not None and not (listed and listed.start() < found.start()):
                yield MeasureClaim(_status(found), found[0].strip(), measure=name, is_open=_is_open(found))
    if "มาตรการ" in plain:
        yield from _rows(plain)


def _claim(found: re.Match[str], named: tuple[str, ...]) -> MeasureClaim:
    return MeasureClaim(_status(found), found[0].strip(), named=named, is_open=_is_open(found))


def _status(found: re.Match[str]) -> Status | None:
    return next((one for one in REPORTED if found[one.key]), None)


def _is_open(found: re.Match[str]) -> bool:
    """True if it is merely said not to be done, which a measure that has not begun is too."""
    return "ไม่" in (found[Status.IN_PROGRESS.key] or "")


def _named(text: str, titles: Mapping[str, str]) -> tuple[str, ...]:
    """The measures that a list names by number or by title; empty where it has anything else."""
    numbers = re.fullmatch(rf"{_OF}(?P<list>{_NUMBERS})", text.strip(" ()."))
    if numbers is not None:
        found = [titles.get(f"มาตรการที่ {one} ") for one in re.findall("[0-9]+", numbers["list"])]
        return tuple(one for one in found if one) if all(found) else ()
    rest, names = text, list[str]()
    for title in sorted(titles, key=len, reverse=True):
        if title in rest and not title.endswith(" "):
            names.append(titles[title])
            rest = rest.replace(title, " ")
    is_whole = re.fullmatch(rf"(?:มาตรการ|และ|กับ|เรื่อง|กิจกรรม|ที่|ซึ่ง|ยัง|{_NAMELESS}|[\s,;/“”\"().0-9])*", rest)
    return tuple(names) if names and is_whole else ()


def _rows(plain: str) -> Iterator[MeasureClaim]:
    """The number of each status: แล้วเสร็จ 2 / อยู่ระหว่างดำเนินการ 2, also with the numbers behind all of them."""
    for found in _ROW.finditer(plain):
        for one in _ONE.finditer(found[0]):
            count = re.search("[0-9]+", found[0][one.end() :])
            if count is not None:
                yield MeasureClaim(_status(one), found[0].strip(), count=int(count[0]))
    for found in _SLASHED.finditer(plain):
        words, numbers = [*_ONE.finditer(found["words"])], re.findall("[0-9]+", found["numbers"])
        for one, number in zip(words, numbers, strict=True) if len(words) == len(numbers) else ():
            yield MeasureClaim(_status(one), found[0].strip(), count=int(number))
