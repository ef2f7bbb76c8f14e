"""Words for agencies: the names of the one that is spoken of, and those that tell that it is others."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from prongsai.thai.agency_names import kind_and_place

_SHORT = {
    "องค์การบริหารส่วนตำบล": "อบต.",
    "องค์การบริหารส่วนจังหวัด": "อบจ.",
    "เทศบาลตำบล": "ทต.",
    "เทศบาลเมือง": "ทม.",
    "เทศบาลนคร": "ทน.",
}
ANY_KIND = (
    r"(?:เทศบาล(?:ตำบล|เมือง|นคร)|เทศบาล(?!ตำบล|เมือง|นคร)|องค์การบริหารส่วน(?:ตำบล|จังหวัด)"
    r"|อบต\.|อบจ\.|ทต\.|ทม\.|ทน\.)"
)


def any_of(words: Iterable[str]) -> str:
    """A pattern of any of these words, the longest first."""
    longest_first = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word) for word in longest_first) or "(?!)"


def own_names(name: str) -> tuple[str, ...]:
    """The ways in which texts write an agency's name: in full, and with the short form of its kind."""
    parts = kind_and_place(name)
    if not name or parts is None:
        return (name,) if name else ()
    kind, place = parts
    shorts = [f"{_SHORT[kind]}{gap}{place}" for gap in ("", " ")] if kind in _SHORT else []
    return (name, f"{kind} {place}", *shorts)


def own_patterns(names: tuple[str, ...]) -> str:
    """A pattern of the agency's names, and of its full name with one letter of its place written wrongly."""
    return "|".join((any_of(names), *_misspelt(names)))


def _misspelt(names: tuple[str, ...]) -> Iterator[str]:
    parts = kind_and_place(names[0]) if names else None
    kind, place = parts or ("", "")
    for at in range(len(place)):
        yield re.escape(kind) + re.escape(place[:at]) + "[ก-๎]" + re.escape(place[at + 1 :])


def own_kinds(names: tuple[str, ...]) -> tuple[str, ...]:
    """The words that alone mean the agency, by its kind: เทศบาลตำบล, ทต. and เทศบาล."""
    parts = kind_and_place(names[0]) if names else None
    if parts is None:
        return (*_SHORT, *_SHORT.values(), "เทศบาล")
    kind = parts[0]
    return (kind, *([_SHORT[kind]] if kind in _SHORT else []), *(["เทศบาล"] if kind.startswith("เทศบาล") else []))


def of_others(continues: str) -> str:
    """A pattern of other agencies: a kind with another name, or with a word that says that it is others."""
    named = rf"(?=[ก-๎])(?!{continues}|เรา|ฯ)"
    apart = rf"\s+{named}(?=[ก-๎]{{3,30}}\s+(?:ได้|มี|ซึ่งได้|ที่ได้|อยู่)(?!รับ))"  # อบต. บ้านสวน ได้ 96.32 คะแนน
    return rf"{ANY_KIND}(?:\s+(?=ใน|ทั่ว|ที่|อื่น|ทั้ง|ข้าง|ใกล้)|\s*อื่น|{named}|{apart})|(?:ผู้ว่าราชการ)"
