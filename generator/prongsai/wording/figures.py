"""Names of published figures by their group in the scores, for the sentences of rules and of pages alike."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

NAMES: Mapping[str, str] = {
    "total": "คะแนนรวม",
    "instruments": "คะแนนเครื่องมือ",
    "parts": "คะแนน",
    "indicators": "คะแนนตัวชี้วัดที่",
    "subindicators": "คะแนนตัวชี้วัดย่อยที่",
    "weighted": "คะแนนถ่วงน้ำหนัก",
    "items": "ผลข้อ",
}
_COUNTED = {"indicators": "คะแนนตัวชี้วัด {} ตัว", "subindicators": "คะแนนตัวชี้วัดย่อย {} ตัว", "items": "ผลข้อ OIT {} ข้อ"}
_MOST_NAMED = 4  # of one kind in a sentence; more are counted


def name_figures(group: str, keys: Sequence[str], digits: Callable[[object], str] = str) -> str:
    """คะแนนรวม, คะแนนเครื่องมือ IIT, EIT, or คะแนนตัวชี้วัด 9 ตัว where they are many; `digits` writes the numerals."""
    if len(keys) > _MOST_NAMED and group in _COUNTED:
        return _COUNTED[group].format(digits(len(keys)))
    return f"{NAMES[group]} {digits(', '.join(keys))}".strip()


def before_thai(name: str) -> str:
    """A name before Thai words that go on, with a blank after a code or a numeral: คะแนนรวมตาม…, คะแนน EIT-1 ตาม…."""
    return f"{name} " if name[-1].isascii() or name[-1].isdigit() else name
