"""Names of units as documents print them: several in one cell, and the words that mean every unit of the agency."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from prongsai.thai.numerals import to_arabic

# Possessive, since หน่วยงาน is also หน่วย and งาน: a long cell would else be tried in each of all its ways.
_KIND = "(?>ส่วนราชการ|หน่วยงานย่อย|หน่วยงาน|กองงาน|กอง|สำนักงาน|สำนัก|ส่วนงาน|ส่วน|ฝ่ายงาน|ฝ่าย|กลุ่มงาน|กลุ่ม|งาน|แผนก|หน่วย)"
_JOINT = r"(?:[,/-]|และ|หรือ)*+"
_WITHIN = (
    r"(?:ที่อยู่)?(?:ภายใน|ในสังกัด|ใน|ของ|สังกัด)?"
    r"(?:องค์การบริหารส่วนจังหวัด|องค์การบริหารส่วนตำบล|เทศบาล(?:นคร|เมือง|ตำบล)?|อบจ\.?|อบต\.?|หน่วยงาน|องค์กร|สังกัด)?"
)
_ALL = re.compile(
    rf"(?:ทุก{_KIND}(?:{_JOINT}(?:ทุก)?{_KIND})*+{_WITHIN}|{_KIND}{_WITHIN}ทุก(?:{_KIND}|แห่ง)|ทั้ง(?:หน่วยงาน|องค์กร))"
)
_MARK = r"\(?[0-9]{1,2}(?:[.)]|\s*-)(?![0-9])"  # 1. (2) 3)
_STRONG = rf"[,;•·]|{_MARK}"
_SEPARATOR = re.compile(rf"\s*(?:{_STRONG}|/|(?:ร่วม)?กับ|และ|(?<!\S)-(?!\S)|\s)\s*")
_STRONG_ONE = re.compile(rf"\s*(?:{_STRONG})\s*")
_MOST_PARTS = 40  # a cell that has more is prose


def names_all_units(text: str) -> bool:
    """True for words that mean every unit of the agency: ทุกกอง, ทุกส่วนราชการ, ทุกสำนัก/กอง, หน่วยงานทุกหน่วย.

    Those that mean some of them, as ทุกหน่วยงานที่เกี่ยวข้อง does, are none of these.
    """
    return _ALL.fullmatch("".join(text.split()).rstrip("ฯ")) is not None


def unit_names_in(text: str, is_unit: Callable[[str], bool]) -> tuple[str, ...]:
    """The names that a text is made of, as it prints them; the text itself where they are not known.

    `is_unit` tells of a name that it is one; it may have blanks, a slash or an และ of its own. Where a list with commas
    or numbers has some that are known, the others are names too.
    """
    if _is_name(text, is_unit):
        return (text.strip(),)
    if found := _known_names(text, is_unit):
        return found
    chunks = [text[start:end] for start, end in _bounds(text, _STRONG_ONE)]
    read = [_known_names(chunk, is_unit) for chunk in chunks]
    if not any(read):
        return (text,)
    return tuple(name for chunk, names in zip(chunks, read, strict=True) for name in names or (chunk,))


def _is_name(text: str, is_unit: Callable[[str], bool]) -> bool:
    return is_unit(text.strip()) or names_all_units(text)


def _bounds(text: str, separator: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """The places where pieces between separators begin and end; digits of both kinds are as long as each other."""
    start = 0
    for found in separator.finditer(to_arabic(text)):
        if found.start() > start:
            yield start, found.start()
        start = found.end()
    if start < len(text):
        yield start, len(text)


def _known_names(text: str, is_unit: Callable[[str], bool]) -> tuple[str, ...]:
    """The known names of which a text consists, the longest first at each place; empty where anything else is in it."""
    bounds = list(_bounds(text, _SEPARATOR))
    if len(bounds) > _MOST_PARTS:
        return ()
    names: list[str] = []
    at = 0
    while at < len(bounds):
        runs = ((text[bounds[at][0] : bounds[end][1]], end) for end in reversed(range(at, len(bounds))))
        found = next(((name, end) for name, end in runs if _is_name(name, is_unit)), None)
        if found is None:
            return ()
        names.append(found[0])
        at = found[1] + 1
    return tuple(dict.fromkeys(names))
