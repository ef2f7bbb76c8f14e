"""Targets of the assessment as texts give them."""

from __future__ import annotations

import re
from decimal import Decimal

from prongsai.thai.numerals import to_arabic

_TARGET = re.compile(
    r"เป้าหมาย(?!ของ(?:เทศบาล|องค์การ|มาตรการ|หน่วยงานเอง))(?P<between>.{0,120}?)(?<![0-9.,])"
    r"(?P<score>(?:100|[0-9]{1,2})(?:\.[0-9]{1,2})?)\s*คะแนน(?P<up>\s*ขึ้นไป)?"
)


def stated_target(text: str) -> tuple[Decimal, str] | None:
    """The first target (points of 100) that a text gives for the assessment, with its words."""
    for found in _TARGET.finditer(to_arabic(text)):
        if found["up"] or not found["between"].strip(" :(") or found["between"].strip() in {"คือ", "เท่ากับ", "ที่"}:
            return Decimal(found["score"]), " ".join(text[found.start() : found.end()].split())
    return None
