"""Guesses: what the program repaired or put together itself, kept as evidence that says so until a person confirms."""

from __future__ import annotations

import re

WORDS = {
    "sara-am": "ซ่อมสระอำที่เพี้ยนจากการคัดลอก",
    "old-font": "แปลงอักขระของฟอนต์รุ่นเก่า",
    "two-lines": "ต่อข้อความที่พิมพ์สองบรรทัด",
    "code": "อ่านเลขข้อจากอักขระที่คล้ายกัน",
    "number": "นับเลขข้อตามลำดับเพราะรายการไม่มีรหัสข้อ",
    "no-page": "ไม่ได้ระบุหน้าของคู่มือ",
    "some-pages": "ระบุหน้าของคู่มือไม่ครบทุกองค์ประกอบ",
}
OF_PAGES = ("no-page", "some-pages")  # what people left out, not what the program guessed
_NAME = re.compile(rf"(?:guessed|entered)-({'|'.join(WORDS)})-[0-9]{{4}}(?:-[0-9]+)*")


def guess_name(kind: str, year: int) -> str:
    """The name of the evidence for a guess."""
    return f"{'entered' if kind in OF_PAGES else 'guessed'}-{kind}-{year}"


def kind_of_guess(name: str) -> str:
    """The kind of guess that an evidence is named after; empty for any other."""
    found = _NAME.fullmatch(name)
    return found[1] if found else ""


def word_guess(name: str) -> str:
    """The guess that an evidence is named after, in words; empty for any other."""
    return WORDS.get(kind_of_guess(name), "")
