"""Every value that a record of the data holds, with its path, and the words in which a page may say it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from prongsai.model.record import Record
from prongsai.model.site import Site
from prongsai.model.stated import Absence, Printed
from prongsai.model.status import Status
from prongsai.thai.dates import BuddhistDate
from prongsai.thai.periods import Period
from prongsai.wording.terms import BASES, CONDITIONS

Path = tuple[str | int, ...]
_CODED = {
    "condition": CONDITIONS,
    "basis": BASES,
}
_LEADS = {"indicator": "ตัวชี้วัดที่ ", "subindicator": "ตัวชี้วัดย่อยที่ ", "item": "ข้อ ", "question": "ข้อคำถาม "}


def walk(value: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """Every text, number and date inside, where it is; absences and flags say nothing of their own."""
    if isinstance(value, Record):
        for name in type(value).model_fields:
            yield from walk(getattr(value, name), (*path, name))
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from walk(inner, (*path, key))
    elif isinstance(value, tuple | list):
        for place, inner in enumerate(value):
            yield from walk(inner, (*path, place))
    elif isinstance(value, Printed):
        yield path, value.printed
    elif not isinstance(value, Absence | bool) and value is not None:
        assert isinstance(value, str | int | Decimal | BuddhistDate | Period | Status), type(value)
        yield path, value


def said(site: Site, path: Path, value: Any) -> str:
    """The words in which a page says a value."""
    names = [step for step in path if isinstance(step, str)]
    last, above = names[-1], names[-2] if len(names) > 1 else ""
    if isinstance(value, Status):
        return value.word
    if above == "responsible" and last in {"lead", "units"}:
        return site.agency.units[value].name
    if last in _CODED and value in _CODED[last]:
        return _CODED[last][value]
    return _reference(above, last, value) or _spelled(names, value)


def _reference(above: str, last: str, value: Any) -> str:
    """The name that a page gives to what a key refers to; empty where the value is no reference."""
    if above == "basis" and last in _LEADS and not _is_printed(value):
        return f"{_LEADS[last]}{value}"
    if above in {"strengths", "weaknesses"} and last in {"indicators", "items"}:
        return f"{_LEADS[last[:-1]]}{value}"
    return f"ส่วนที่ {value}" if last == "part" else ""


def _spelled(names: list[str], value: Any) -> str:
    """A text or a number as a page spells it."""
    if names[-1] == "printed_code":
        return value.removeprefix("ข้อ ")
    if names[-2:] == ["rules", "score"]:
        return f"{value.normalize():f} คะแนน"
    if isinstance(value, int) and "rank" in names:
        return f"{value:,}"
    if isinstance(value, Decimal):
        return f"{value:f}"
    return value.printed if isinstance(value, Period) else str(value)


def _is_printed(value: Any) -> bool:
    """True if a code is one that only the document can read, such as ๑๕."""
    return isinstance(value, str) and not value[:1].isascii()


def at(record: Any, path: Path) -> Any:
    """The value that a path leads to."""
    for step in path:
        record = getattr(record, step) if isinstance(record, Record) else record[step]
    return record
