"""Sentences on packs: what one says that others do not, who says otherwise, and what follows from adding it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from prongsai.cli.word_edition import word_path

if TYPE_CHECKING:
    from prongsai.loading.statements import Entry
    from prongsai.pipeline.rulebooks.packs import Added

_MOST = 60  # lines of a list


def word_compared(added: Added) -> Iterator[str]:
    """The differences of a pack from what is known, before anything is written."""
    pack, found = added.pack, added.compared
    place = f" จังหวัด{pack.head.province}" if pack.head.province else ""
    yield f"ชุดหลักเกณฑ์ปี {pack.year} ที่ {pack.agency}{place} กรอก เมื่อ {pack.head.made_on}"
    if added.replaced is not None:
        yield f"มาแทนชุดเดิมของหน่วยงานนี้ เมื่อ {added.replaced.head.made_on}"
    if added.alike is not None:
        yield f"ชื่อใกล้เคียงกับ {added.alike.agency} ซึ่งมีชุดอยู่แล้ว จึงนับเป็นหน่วยงานเดียวกันเมื่อยืนยัน"
    yield f"เพิ่ม {len(found.new):,} รายการ ตรงกับที่มีแล้ว {found.same:,} รายการ ไม่ตรงกัน {len(found.other):,} รายการ"
    yield from _limited([f"  เพิ่ม {_said(one)}" for one in found.new])
    for path, before, value in found.since[:_MOST]:
        yield f"  เปลี่ยนจากชุดเดิม {word_path(path)}: {value or '(ไม่มีแล้ว)'}"
        yield f"      เดิม: {before}"
    for path, now, agency, value in found.other[:_MOST]:
        by = f"{agency} กรอกว่า" if agency else "ที่ใช้อยู่"
        yield f"  ไม่ตรง {word_path(path)}"
        yield f"      {by}: {now}"
        yield f"      ชุดนี้: {value}"
    if any(agency for _, _, agency, _ in found.other):
        yield "รายการที่สองหน่วยงานกรอกไม่ตรงกัน โปรแกรมแสดงทั้งสองค่าและไม่ใช้ค่าใด"
    if any(not agency for _, _, agency, _ in found.other):
        yield "รายการที่ไม่ตรงกับที่ใช้อยู่ ยังใช้ของเดิม"
    if found.confirmed:
        yield f"เมื่อเพิ่มแล้ว {len(found.confirmed):,} รายการมีสองหน่วยงานกรอกตรงกันพร้อมเลขหน้า จึงนับเป็นหลักฐานที่พบแล้ว"
    if found.without_page:
        yield f"{found.without_page:,} รายการไม่ระบุหน้าของคู่มือ จึงไม่ใช้ยืนยันรายการของหน่วยงานอื่น"


def _said(one: Entry) -> str:
    from prongsai.loading.lay_packs import shown

    first = one.statements[0]
    pages = f" (หน้า {', '.join(first.pages)})" if first.pages else ""
    return f"{word_path(one.path)}: {shown(first.value)}{pages}"


def _limited(lines: list[str]) -> Iterator[str]:
    yield from lines[:_MOST]
    if len(lines) > _MOST:
        yield f"  และอีก {len(lines) - _MOST:,} รายการ"


def word_added(added: Added) -> Iterator[str]:
    """The use of a pack once it is there, and how it is given up."""
    yield (
        f"กฎที่อาศัยชุดนี้เป็นข้อสังเกตเท่านั้น พร้อมคำว่า ตามที่หน่วยงาน {added.pack.agency} กรอก จนกว่าอีกหน่วยงานหนึ่งกรอกตรงกันพร้อมเลขหน้า"
    )
    yield f"เลิกใช้โดยลบแฟ้ม {added.name}"


def word_own_agency(year: int) -> str:
    """The refusal of a pack that would be nobody's."""
    return (
        "เว็บไซต์นี้ยังไม่มีชื่อหน่วยงาน ชุดหลักเกณฑ์จึงไม่มีผู้กรอก\n"
        "วิธีแก้: กรอก name ใน site_config/agency.yml หรือระบุด้วย --by เช่น "
        f"prongsai edition pack {year} --by เทศบาลตำบลตัวอย่าง"
    )
