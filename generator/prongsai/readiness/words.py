"""The readiness of a year as a report that people read, and as data for programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from prongsai.json_value import Json
from prongsai.readiness.item import STATUS_WORDS, UNCHECKED_WORDS, Finding, ItemReady, YearReady
from prongsai.wording.item_reasons import REASON_WORDS

_NO_PROMISE = "รายงานนี้ไม่ใช่ผลการประเมินและไม่คาดคะเนคะแนน ข้อที่ไม่พบเหตุยังต้องให้คนเปิดดูก่อนส่ง"
_FEW = 12  # codes on a line


def write_report(ready: YearReady, agency: str, unit: str = "") -> str:
    """The report: items by status with their reasons, then what nobody judged; of one unit where it is named."""
    whose = f" เฉพาะ{unit}" if unit else ""
    lines = [f"ความพร้อมของข้อ OIT ปีงบประมาณ พ.ศ. {ready.year} {agency}{whose}", _count(ready), "", *_items(ready)]
    return "\n".join([*lines, *_unchecked(ready), _NO_PROMISE, ""])


def _count(ready: YearReady) -> str:
    counted = " ".join(f"{word} {len(ready.of_status(status))} ข้อ" for status, word in STATUS_WORDS.items())
    return f"ทั้งหมด {len(ready.items)} ข้อ: {counted}"


def _items(ready: YearReady) -> Iterator[str]:
    for status, word in STATUS_WORDS.items():
        items = ready.of_status(status)
        if items:
            yield f"{word} ({len(items)} ข้อ)"
            yield from (_codes(items) if status == "nothing-found" else _told(items))
            yield ""


def _told(items: Sequence[ItemReady]) -> Iterator[str]:
    for item in items:
        yield f"  {_name_item(item)}"
        for one in item.findings:
            yield f"    - {REASON_WORDS[one.reason]}: {one.says}"
            if one.fix:
                yield f"      วิธีแก้: {one.fix}"


def _name_item(item: ItemReady) -> str:
    """The code and title of an item, and who is responsible for it."""
    names = ", ".join(dict.fromkeys(name for _, name in item.answer.units))
    return " ".join(filter(None, (item.code, item.answer.title, f"({names})" if names else "")))


def _codes(items: Sequence[ItemReady]) -> list[str]:
    codes = [item.code for item in items]
    return [f"  {' '.join(codes[place : place + _FEW])}" for place in range(0, len(codes), _FEW)]


def _unchecked(ready: YearReady) -> Iterator[str]:
    yield "สิ่งที่โปรแกรมไม่ได้ตรวจ"
    for kind, word in UNCHECKED_WORDS.items():
        items = [item for item in ready.items if kind in item.unchecked]
        if items:
            named = "ทุกข้อ" if len(items) == len(ready.items) else " ".join(item.code for item in items)
            yield f"  - {word}: {named}"
    yield from (f"  - {one}" for one in ready.not_checked)
    yield ""


def as_data(ready: YearReady) -> Json:
    """The same for programs, whose keys and codes stay."""
    return {
        "fiscal_year": ready.year,
        "total": ready.total,
        "counts": {status: len(ready.of_status(status)) for status in STATUS_WORDS},
        "items": [_item_data(item) for item in ready.items],
        "not_checked": list(ready.not_checked),
    }


def _item_data(item: ItemReady) -> Json:
    return {
        "item": item.code,
        "title": item.answer.title,
        "units": [{"key": key, "name": name} for key, name in item.answer.units],
        "status": item.status,
        "status_th": STATUS_WORDS[item.status],
        "findings": [_finding_data(one) for one in item.findings],
        "not_checked": list(item.unchecked),
    }


def _finding_data(one: Finding) -> Json:
    return {
        "reason": one.reason.value,
        "reason_th": REASON_WORDS[one.reason],
        "may_cost_score": one.costs,
        "says": one.says,
        "fix": one.fix,
        "problem": one.code,
        "where": str(one.where) if one.where else "",
    }
