"""Skeletons: the file of a year's rules with the structure of the nearest year as comments, which state nothing."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.model.edition import NACC
from prongsai.rulebooks.structure import Structure
from prongsai.writing.apply import new_text
from prongsai.writing.change import Plain
from prongsai.writing.scalars import write_flow, write_key

MARK = "#:"  # before the lines of a skeleton, by which they are known once they are not needed any more


def write_skeleton(name: str, year: int, structure: Structure) -> str:
    """The text of the file `name` for the rules of a year (Buddhist Era)."""
    return "\n".join([*_lines(name, year, structure), ""])


def _lines(name: str, year: int, structure: Structure) -> Iterator[str]:
    yield from new_text(name).splitlines()
    yield f"scheme: {NACC}"
    yield f"fiscal_year: {year}"
    yield ""
    yield f"{MARK} บรรทัดที่ขึ้นต้นด้วย {MARK} เป็นโครงของปีก่อน รอเทียบกับคู่มือปี {year} ยังไม่ใช่ข้อเท็จจริง และไม่มีผลกับเว็บไซต์"
    yield f"{MARK} วิธีกรอก: สั่ง prongsai edition export {year} กรอกใน Excel แล้วสั่ง prongsai edition import ตามด้วยชื่อแฟ้ม"
    for section, value in structure.parts.items():
        yield f"{MARK} โครงจากปี {structure.year_of(section)}"
        yield f"{MARK} {section}:"
        yield from (f"{MARK}   {line}" for line in _entries(value))


def _entries(value: Plain) -> Iterator[str]:
    if isinstance(value, dict):
        yield from (f"{write_key(key, in_brackets=False)}: {write_flow(_short(one))}" for key, one in value.items())
    elif isinstance(value, list):
        yield from (f"- {write_flow(_short(one))}" for one in value)


def _short(value: Plain) -> Plain:
    """The entry without what takes many lines."""
    if isinstance(value, dict):
        return {key: one for key, one in value.items() if not isinstance(one, list | dict)}
    return value


def without_skeleton(text: str) -> str:
    """The text without the lines of a skeleton; everything that people wrote stays."""
    return "".join(line for line in text.splitlines(keepends=True) if not line.startswith(MARK))
