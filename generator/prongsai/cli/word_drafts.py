"""A line on what a site leaves out because it is not finished."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from prongsai.wording.left_out import LEFT_OUT

if TYPE_CHECKING:
    from prongsai.problems import Problem


def word_drafts(problems: Iterable[Problem]) -> str:
    """The number of parts that are left out as drafts, by file, with its line end; empty where there are none."""
    files = Counter(found.where.file for found in problems if found.code in LEFT_OUT)
    if not files:
        return ""
    named = " ".join(f"{file} {count:,} ส่วน" for file, count in files.items())
    return f"ไม่ได้เผยแพร่ส่วนที่ยังเป็นร่างหรือยังมีที่ต้องกรอก: {named} ดูแต่ละส่วนด้วย prongsai check\n"
