"""Repair of Thai that was pasted from a PDF: sara am torn apart or lost, letters of old fonts, odd codes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from prongsai.thai.text import clean_text

NO_WINDOWS: Mapping[str, str] = {}
_TONE = "่-๋"
# Old fonts of Windows have letters of their own for marks that are drawn lower or further left; PDFs hand these out.
_OLD_FONT = {
    **dict(zip(range(0xF701, 0xF705), "ิีึื", strict=True)),
    **dict(zip(range(0xF705, 0xF70A), "่้๊๋์", strict=True)),
    **dict(zip(range(0xF70A, 0xF70F), "่้๊๋์", strict=True)),
    **dict(zip(range(0xF710, 0xF713), "ัํ็", strict=True)),
    **dict(zip(range(0xF713, 0xF718), "่้๊๋์", strict=True)),
    **dict(zip(range(0xF718, 0xF71B), "ฺุู", strict=True)),
    0xF700: "ฐ",
    0xF70F: "ญ",
}
_OLD = {place: ord(letter) for place, letter in _OLD_FONT.items()}
_TORN = (
    (re.compile(rf"ํ\s*([{_TONE}]?)\s*า"), r"\1ำ"),
    (re.compile(rf"([{_TONE}])\s*ํ\s*า"), r"\1ำ"),
    (re.compile(rf"า\s?ํ([{_TONE}]?)"), r"\1ำ"),
    (re.compile(r"ำ\s*ํ?า"), "ำ"),
    (re.compile(rf"([ก-ฮ][{_TONE}]?)\s+ำ"), r"\1ำ"),
    (re.compile(rf"([ก-ฮ][{_TONE}]?) (?=า)า"), r"\1ำ"),  # no word begins with sara aa: what parts it was a nikhahit
)
_SARA_AE = re.compile("เเ")
# Words in which the nikhahit was lost without a trace; what is left is no word of official Thai.
_WORDS = (
    *("สำนักงาน", "สำนัก", "สำคัญ", "สำหรับ", "สำรวจ", "สำเร็จ", "สำนึก", "ดำเนิน", "ดำรง"),
    *("จำนวน", "จำเป็น", "จำกัด", "จำหน่าย", "จำแนก", "กำหนด", "กำกับ", "กำลัง", "อำนาจ"),
    *("อำนวย", "อำเภอ", "ประจำ", "ลำดับ", "คำสั่ง", "คำแนะนำ", "คำร้อง", "คำขอ", "คำชี้แจง"),
    *("คำถาม", "คำนวณ", "แนะนำ", "นำเสนอ", "นำส่ง", "นำไป", "ทำงาน", "ทำให้", "ทำการ"),
    *("ตำแหน่ง", "ตำบล", "ชำนาญ", "ชำระ", "บำรุง", "บำบัด", "บำเหน็จ", "บำนาญ"),
)
_LOST = {word.replace("ำ", "า"): word for word in sorted(_WORDS, key=len, reverse=True)}
# Behind a leading vowel sara aa belongs to it (บรรเทาให้), and ประจาน is a word.
_LOST_FORM = re.compile(rf"(?<![เแโใไ])(?!ประจาน)(?:{'|'.join(map(re.escape, _LOST))})")


class Repaired(NamedTuple):
    """A text as it was meant, and the kinds of repair that it needed."""

    text: str
    kinds: tuple[str, ...]


_AROUND = 4  # letters on each side by which the place of a lost nikhahit is known from other titles


def find_windows(titles: Iterable[str]) -> dict[str, str]:
    """Pieces of titles around each sara am, by what is left of them when its nikhahit is lost."""
    found: dict[str, str] = {}
    whole = [clean_text(one)[0] for one in titles]
    for title in whole:
        for at, letter in enumerate(title):
            piece = title[max(0, at - _AROUND) : at + _AROUND + 1]
            if letter == "ำ" and len(piece) > 2 * _AROUND:
                found[piece.replace("ำ", "า")] = piece
    return {lost: piece for lost, piece in found.items() if not any(lost in title for title in whole)}


def repair(text: str, windows: Mapping[str, str] = NO_WINDOWS) -> Repaired:
    """The text with sara am and letters of old fonts as they were meant; unchanged where nothing is broken.

    `windows` are pieces of titles that are known, which tell of a nikhahit that is lost without a trace.
    """
    kinds = []
    plain = text.translate(_OLD)
    if plain != text:
        kinds.append("old-font")
    joined = _join(plain)
    for lost, piece in windows.items():
        if lost in joined:
            joined = joined.replace(lost, piece)
    if joined != plain:
        kinds.append("sara-am")
    return Repaired(clean_text(joined)[0], tuple(kinds))


def _join(text: str) -> str:
    for form, otherwise in _TORN:
        text = form.sub(otherwise, text)
    text = _SARA_AE.sub("แ", text)
    return _LOST_FORM.sub(lambda found: _LOST[found[0]], text)
