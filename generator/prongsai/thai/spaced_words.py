"""Words of dates whose letters came apart when text was taken out of a file: ตุ ล า ค ม ๖ ๕ is ตุลาคม ๖๕."""

from __future__ import annotations

import re

_WORDS = (
    *("มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน"),
    *("กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม", "พฤศจิกายน", "ธันวาคม"),
    *("ปีงบประมาณ", "ทุกไตรมาส", "ไตรมาสที่", "ไตรมาส", "ตลอด", "ภายใน", "วันที่", "เดือน", "ถึง", "พ.ศ."),
)
_APART = re.compile("|".join(r"\s*".join(map(re.escape, word)) for word in sorted(_WORDS, key=len, reverse=True)))
_FIGURES = re.compile(r"(?<![0-9๐-๙])[0-9๐-๙](?: [0-9๐-๙])+(?![0-9๐-๙])")
_SPACES = re.compile(r"\s+")


def close_words(text: str) -> str:
    """The text with such words, and figures set apart digit by digit, put together; others stay as they are."""
    closed = _APART.sub(lambda found: _SPACES.sub("", found[0]), text)
    return _FIGURES.sub(lambda found: found[0].replace(" ", ""), closed) if closed != text else text
