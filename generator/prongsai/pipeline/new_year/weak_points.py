"""Weak points of a result in words, as they wait above the measures that must answer them."""

from __future__ import annotations

from dataclasses import dataclass

from prongsai.analysis.must_answer import Ground, WeakPoint, weak_points
from prongsai.analysis.results import analyse_site
from prongsai.loading.load_site import Loaded
from prongsai.model.edition import Edition
from prongsai.rules.naming import indicator_name, item_name

_GROUNDS: dict[Ground, str] = {
    "analysis": "จุดอ่อนตามการวิเคราะห์",
    "no-score": "ไม่ได้คะแนน",
    "lowest": "คะแนนต่ำสุด",
    "fallen": "คะแนนลดลงจากปีก่อน",
    "below-target": "ต่ำกว่าค่าเป้าหมาย",
}


@dataclass(frozen=True)
class Worded:
    """A weak point in words, and the line that waits for it above the measures."""

    words: str
    line: str


def word_weak_points(loaded: Loaded, year: int) -> tuple[Worded, ...]:
    """The weak points of the result before a fiscal year (Buddhist Era); none where that is not known yet."""
    before = analyse_site(loaded.site).years.get(year - 1)
    if before is None:
        return ()
    edition = before.year.edition
    return tuple(Worded(_word(one, edition), _line(one, edition, year)) for one in weak_points(before))


def _word(one: WeakPoint, edition: Edition) -> str:
    """ข้อ O8 Q&A (ไม่ได้คะแนน), with the score of what has some."""
    names = {"of-indicator": indicator_name, "of-item": item_name}
    name = names[one.kind](edition, one.code) if one.kind in names else f"ข้อคำถาม {one.code}"
    score = f"{one.score} " if one.score else ""
    return f"{name} ({score}{_GROUNDS[one.ground]})"


def _line(one: WeakPoint, edition: Edition, year: int) -> str:
    """The words that wait above the measures, with the basis as it is typed in a measure that answers it."""
    basis = f"{{{one.kind.removeprefix('of-')}: {one.code}}}"
    return f"ต้องมีมาตรการตอบผลปี {year - 1}: {_word(one, edition)} ใส่ basis: [{basis}]"
