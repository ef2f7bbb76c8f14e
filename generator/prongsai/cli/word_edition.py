"""Sentences on the rules of a year: begun, handed out, what is missing, and which packs they rest on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from prongsai.rulebooks.guesses import OF_PAGES, WORDS

if TYPE_CHECKING:
    from pathlib import Path

    from prongsai.pipeline.rulebooks.known import Known
    from prongsai.rulebooks.check_rules import Finding

_MOST = 12  # names in a sentence
SECTIONS = {
    "instruments": "เครื่องมือ",
    "parts": "ส่วนของเครื่องมือ",
    "indicators": "ตัวชี้วัดที่",
    "subindicators": "ตัวชี้วัดย่อยที่",
    "items": "ข้อ",
    "unnumbered": "ข้อ",
    "levels": "ระดับ",
    "calendar": "ปฏิทิน",
    "rounding_paths": "ลำดับการปัดเศษ",
    "questions": "ข้อคำถาม",
    "items_total": "จำนวนข้อ OIT",
    "item_scores": "คะแนนที่ข้อ OIT มีได้",
    "target": "ค่าเป้าหมาย",
    "evidence": "หลักฐาน",
}
_OF_THE_YEAR = ("items_total", "item_scores", "target")
_GROUPS = {
    "compute": "ยังขาดเพื่อคำนวณ",
    "judge": "ยังขาดเพื่อตรวจและตัดสินระดับ",
    "guide": "ยังขาดเพื่อแนะนำการกรอก",
    "guessed": "ส่วนที่เดาหรือยังไม่ยืนยัน",
}
_MISSING = {
    "no-instrument": "ยังไม่มีเครื่องมือ {names}",
    "no-weight": "ยังไม่ทราบน้ำหนักของ {names}",
    "weights-sum": "น้ำหนักของทุกเครื่องมือรวมกันได้ {names} แต่ต้องได้ 100",
    "no-indicator": "ยังไม่มีตัวชี้วัดของ {names}",
    "no-subindicator": "ยังไม่มีตัวชี้วัดย่อยใต้ตัวชี้วัดที่ {names}",
    "no-items": "ยังไม่มีข้อ OIT",
    "item-without-subindicator": "ยังไม่ทราบว่าข้อเหล่านี้อยู่ใต้ตัวชี้วัดย่อยใด: {names}",
    "no-count": "ยังไม่ได้ระบุจำนวนข้อ OIT ทั้งหมด ที่กรอกแล้วมี {names} ข้อ",
    "count-differs": "จำนวนข้อที่ระบุกับข้อที่กรอกแล้วไม่เท่ากัน คือ {names}",
    "missing-code": "เลขข้อไม่ต่อเนื่อง ขาด {names} ตรวจกับคู่มือว่ามีหรือไม่",
    "no-levels": "ยังไม่มีเกณฑ์ระดับผลการประเมิน",
    "levels-begin-late": "ระดับล่างสุด ({names}) ไม่ได้เริ่มที่ 0 คะแนน",
    "no-target": "ยังไม่ทราบค่าเป้าหมาย",
    "no-item-scores": "ยังไม่ทราบว่าข้อ OIT มีคะแนนใดได้บ้าง",
    "no-elements": "ยังไม่มีองค์ประกอบของข้อ {names}",
    "no-offset": "ยังไม่ทราบว่าข้อเหล่านี้ต้องแสดงข้อมูลของปีใด: {names}",
    "not-found": "ข้อเหล่านี้ยังไม่มีหลักฐานที่ใช้ตัดสินได้: {names}",
    "no-title": "ยังไม่มีชื่อของข้อ {names}",
    "no-key": "ยังไม่ได้ยืนยันว่าข้อเหล่านี้ตรงกับเรื่องใดของปีก่อน: {names}",
    "no-page": "ยังไม่ทราบข้อที่หน้านี้ของเว็บไซต์ตอบ: {names}",
    "no-calendar": "ยังไม่มีปฏิทินการประเมิน",
    "no-questions": "ยังไม่ทราบข้อคำถามของตัวชี้วัดที่ {names}",
}
_PAGES = {"measures": "มาตรการ", "follow-up": "ผลการดำเนินการ"}


def word_path(path: Sequence[str]) -> str:
    """A thing in the rules as people name it: ข้อ OIT O5 ชื่อข้อ."""
    from prongsai.loading.statements import spoken_path

    section, *rest = path
    return SECTIONS[section] if section in _OF_THE_YEAR or not rest else spoken_path((section, *rest))


def named(names: Sequence[str]) -> str:
    """Names in a row, the first of them where there are many."""
    more = f" และอีก {len(names) - _MOST:,} รายการ" if len(names) > _MOST else ""
    return f"{', '.join(names[:_MOST])}{more}"


def word_skeleton(known: Known) -> Iterator[str]:
    """The parts of the skeleton, and of which year each is."""
    if not known.structure.parts:
        yield "ไม่มีโครงของปีก่อนให้ใช้ แฟ้มจึงมีเพียงปีงบประมาณ"
        return
    for section, year in known.structure.years.items():
        count = len(known.structure.parts[section] or ())
        yield f"  โครง{SECTIONS[section].removesuffix('ที่')} {count} รายการ จากปี {year} รอยืนยัน"


def word_export(known: Known, path: Path) -> Iterator[str]:
    """The next step with a workbook, as it is typed."""
    name = f'"{path}"' if " " in str(path) else path
    yield f"แถวที่มาจากโครงของปี {known.nearest} ยังไม่ใช่ข้อเท็จจริง ใส่เลขหน้าของคู่มือเมื่อเทียบแล้วว่าตรงหรือแก้แล้ว"
    yield f"ขั้นต่อไป: กรอก บันทึก แล้วสั่ง prongsai edition import {name}"


def word_checked(known: Known, found: Sequence[Finding]) -> Iterator[str]:
    """Each thing that is missing or was guessed, in groups, or that nothing is."""
    if not (known.rules or known.loaded.editions.packs(known.year)):
        yield f"ยังไม่มีหลักเกณฑ์ของปี {known.year} เริ่มด้วย prongsai edition new {known.year}"
    if not found:
        yield f"หลักเกณฑ์ปี {known.year} ครบ ทั้งเพื่อคำนวณ ตรวจ และแนะนำ ไม่มีส่วนที่เดา"
    for group, title in _GROUPS.items():
        if own := [one for one in found if one.group == group]:
            yield f"{title} {len(own)} เรื่อง"
            yield from (f"  {_word_finding(one)}" for one in own)
    if any(one.group == "guessed" for one in found):
        yield f"ยืนยันส่วนที่เดา: สั่ง prongsai edition export {known.year} เทียบแถวที่ขึ้นว่า เดา กับคู่มือ ใส่เลขหน้า แล้วนำเข้า"


def _word_finding(one: Finding) -> str:
    if one.group == "guessed":
        said = WORDS[one.kind] if one.kind in OF_PAGES else f"โปรแกรม{WORDS[one.kind]}"
        return f"{said}: {named(one.names)}"
    names = [_PAGES.get(name, name) for name in one.names] if one.kind == "no-page" else one.names
    if one.kind == "count-differs":
        return _MISSING[one.kind].format(names=f"ระบุ {names[0]} ข้อ กรอกแล้ว {names[1]} ข้อ")
    return _MISSING[one.kind].format(names=named(names))


def word_packs(known: Known) -> Iterator[str]:
    """The packs of the year: who entered each and when, whether it is in use, and how it is given up."""
    editions = known.loaded.editions
    in_use = editions.packs_in_use(known.year)
    for pack in editions.packs(known.year):
        state = "ใช้เป็นข้อสังเกต" if pack in in_use else "ไม่มีส่วนที่ใช้โดยยังไม่ยืนยัน"
        yield f"ชุดหลักเกณฑ์ที่ {pack.agency} กรอก เมื่อ {pack.head.made_on} {state} เลิกใช้โดยลบ {pack.file}"
