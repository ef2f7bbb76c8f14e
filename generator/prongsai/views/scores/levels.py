"""What is said of a level: which it is by the scale, which it may be, and what would have to be known to tell."""

from __future__ import annotations

from prongsai.analysis.levels import LevelResult
from prongsai.analysis.results import YearResult


def word_level(result: YearResult) -> str:
    """The level of the computed total, or that it cannot be told; empty where the scale says nothing.

    Where no total can be computed, it is that of the published one.
    """
    level = result.computed.level if result.computed.total is not None else result.computed.level_of_published
    if level.name is not None:
        return f"อยู่ในระดับ {level.name} ตามเกณฑ์ของปีนั้น" if result.computed.total is not None else ""
    return word_unknown_level(level)


def word_unknown_level(level: LevelResult) -> str:
    """That the level hangs on the parts of an instrument; empty where it does not."""
    if not level.unknown_parts:
        return ""
    tools = " และ ".join(level.unknown_parts)
    return f"บอกระดับไม่ได้แน่ชัดหากไม่ทราบคะแนน {tools} รายส่วน อาจเป็น{' หรือ '.join(level.candidates)}"
