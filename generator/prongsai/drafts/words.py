"""Thai words for the things that a draft speaks of: scores, indicators, instruments, items, questions and years."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from prongsai.analysis.comparison import FALLEN, RISEN, Movement
from prongsai.drafts.told import Told
from prongsai.model.edition import Edition
from prongsai.model.scores import Question
from prongsai.model.stated import known
from prongsai.rules.naming import indicator_name, item_name

CHECKED, MEASURED = "แบบตรวจ", "แบบวัด"


def points(value: Decimal) -> str:
    """A score as it was published: 80.96 คะแนน."""
    return f"{value:f} คะแนน"


def bound(value: Decimal) -> str:
    """A score of the rules, without needless decimals: 85 คะแนน."""
    return f"{value.normalize():f} คะแนน"


def fiscal_year(year: int) -> str:
    """ปีงบประมาณ พ.ศ. 2566."""
    return f"ปีงบประมาณ พ.ศ. {year}"


def indicator(told: Told, number: str) -> str:
    """ตัวชี้วัดที่ 8 การปรับปรุงระบบการทำงาน."""
    return indicator_name(told.edition, number)


def scored_indicator(told: Told, number: str) -> str:
    """The name of an indicator with its score in parentheses; without it where the document has two."""
    if number in told.disputed:
        return indicator(told, number)
    return f"{indicator(told, number)} ({points(told.indicators[number])})"


def item(edition: Edition, code: str) -> str:
    """ข้อ O10 นโยบายคุ้มครองข้อมูลส่วนบุคคล; where the official title is not known, what it is about."""
    found = edition.items.get(code)
    named = item_name(edition, code)
    return f"{named} {found.about}" if found and not found.title and found.about else named


def codes(found: Sequence[str]) -> str:
    """ข้อ O2, O8 และ O43."""
    *first, last = found
    return f"ข้อ {', '.join(first)} และ {last}" if first else f"ข้อ {last}"


def reached(score: Decimal) -> str:
    """ได้ 50.00 คะแนน; of nothing, ไม่ได้คะแนน."""
    return f"ได้ {points(score)}" if score else "ไม่ได้คะแนน"


def tool(edition: Edition, code: str) -> str:
    """แบบวัด EIT, แบบตรวจ OIT; เครื่องมือ X where its name is not known."""
    found = edition.instruments.get(code)
    if found is None:
        return f"เครื่องมือ {code}"
    return f"{CHECKED if found.name.startswith(CHECKED) else MEASURED} {code}"


def question(one: Question) -> str:
    """ข้อคำถาม e9 เรื่อง “…”; without the words where they are not known."""
    wording = known(one.wording)
    return f"ข้อคำถาม {known(one.code)}" + (f" “{wording}”" if wording else "")


def level(name: str) -> str:
    """ระดับผ่าน, ระดับ A."""
    return f"ระดับ {name}" if name[:1].isascii() else f"ระดับ{name}"


def moved(change: Movement) -> str:
    """เพิ่มขึ้น 0.51 คะแนน จาก 88.20 คะแนน เป็น 88.71 คะแนน; of what did not change, ได้ 88.20 คะแนน เท่าเดิม."""
    if change.word not in {RISEN, FALLEN}:
        return f"ได้ {points(change.after)} เท่าเดิม"
    return f"{change.word} {points(abs(change.difference))} จาก {points(change.before)} เป็น {points(change.after)}"


def named(parts: Sequence[str]) -> str:
    """Names in a row with และ before the last: a, b และc is never run together."""
    if len(parts) < 2:
        return "".join(parts)
    *first, last = parts
    return f"{', '.join(first)} และ{last}"
