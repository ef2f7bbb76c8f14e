"""Titles compared by what is alike in their letters, whatever years and spellings they have."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from math import sqrt

from prongsai.thai.numerals import to_arabic
from prongsai.thai.text import clean_text

# Years, and words that titles of the same thing have in one year and not in another.
_YEAR = re.compile(
    r"(?:ประจำ)?(?:ปีงบประมาณ|ปี)?\s*(?:พ\.?\s?ศ\.?)?\s*25[0-9]{2}|ประจำปีงบประมาณ|ปีงบประมาณ|ประจำปี|พ\.\s?ศ\."
)
_NOISE = re.compile(r"[\W_]+")
_SAME = (
    ("อำนาจหน้าที่", "หน้าที่และอำนาจ"),
    ("e-service", "ระบบการให้บริการผ่านช่องทางออนไลน์"),
    ("ข้อมูลเชิงสถิติ", "ข้อมูลสถิติ"),
    ("หรือ", "และ"),
)
_LENGTH = 3  # letters of a piece


@lru_cache(maxsize=4096)
def plain_title(text: str) -> str:
    """A title without its year, blanks and signs, in one spelling."""
    plain = _YEAR.sub("", to_arabic(clean_text(text)[0]).casefold())
    for one, other in _SAME:
        plain = plain.replace(one, other)
    return _NOISE.sub("", plain)


@lru_cache(maxsize=4096)
def _pieces(text: str) -> Counter[str]:
    padded = f" {text} "
    return Counter(padded[at : at + _LENGTH] for at in range(max(1, len(padded) - _LENGTH + 1)))


def likeness(one: str, other: str) -> float:
    """The share, from 0 to 1, in which two titles are alike: the cosine of their pieces of three letters."""
    first, second = plain_title(one), plain_title(other)
    if not first or not second:
        return 0.0
    if first == second:
        return 1.0
    a, b = _pieces(first), _pieces(second)
    dot = sum(count * b[piece] for piece, count in a.items())
    cosine = dot / sqrt(sum(n * n for n in a.values()) * sum(n * n for n in b.values()))
    return max(cosine, _contained(a, b))


def _contained(a: Counter[str], b: Counter[str]) -> float:
    """A title that only adds words to the other is alike by what they share of the shorter, somewhat less."""
    small, large = (a, b) if a.total() <= b.total() else (b, a)
    shared = sum((small & large).values()) / small.total()
    return shared * 0.85 if small.total() >= 8 else 0.0
