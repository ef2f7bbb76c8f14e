"""The words of `prongsai links` on submitted links that broke: to the unit that owns the item, with what remains."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from prongsai.wording import Language

if TYPE_CHECKING:
    from prongsai.pipeline.submissions.links import BrokenLink

_NO_UNIT = {"th": "ข้อที่ยังไม่ได้ระบุหน่วยงาน", "en": "items without a unit"}


def word_broken(found: tuple[BrokenLink, ...], lang: Language) -> Iterator[str]:
    """The lines; none where every submitted link opens."""
    if not found:
        return
    head = f"ลิงก์ที่ยื่นไว้ใน ITAS แล้วเปิดไม่ได้ ({len(found)}) การอุทธรณ์ดูข้อมูลที่ลิงก์ที่ยื่นไว้เท่านั้น"
    yield (
        head
        if lang == "th"
        else f"submitted links that do not open ({len(found)}); on appeal nothing else is looked at"
    )
    for unit, own in groupby(found, key=lambda one: one.item.unit):
        name = unit or _NO_UNIT[lang]
        yield f"  ถึง {name}" if lang == "th" else f"  to {name}"
        for one in own:
            yield from (f"    {line}" for line in _lines(one, lang))
    yield ""


def _lines(one: BrokenLink, lang: Language) -> Iterator[str]:
    from prongsai.thai.dates import parse_date
    from prongsai.wording.links import word_state

    seen = word_state(one.row.state, one.row.detail, lang)[0]
    since = parse_date(one.row.since) or one.row.since
    if lang == "th":
        yield f"ปี {one.year} ข้อ {one.item.code} {one.link.url}"
        yield f"  {seen} ใช้ไม่ได้ตั้งแต่ {since}"
    else:
        yield f"{one.year} item {one.item.code} {one.link.url}"
        yield f"  {seen}, broken since {one.row.since}"
    yield from (f"  {line}" for line in (_copy(one, lang), _remedy(one, lang)) if line)


def _copy(one: BrokenLink, lang: Language) -> str:
    from prongsai.submissions.keep import KEPT

    evidence, is_thai = one.link.evidence, lang == "th"
    if one.has_copy:
        return f"{'สำเนา' if is_thai else 'copy'} {KEPT}/{one.link.kept}"
    if evidence.pack:
        name = f"{evidence.pack} {evidence.copy}"
        return (
            f"สำเนาในแฟ้มหลักฐาน {name} เก็บเมื่อ {evidence.frozen_on}"
            if is_thai
            else f"copy in {name}, {evidence.frozen_on}"
        )
    return "ไม่มีสำเนาที่เก็บไว้" if is_thai else "no copy was kept"


def _remedy(one: BrokenLink, lang: Language) -> str:
    """The remedy: what may be put back at the same address, and never another address."""
    command = f"prongsai submitted {one.year} --restore {one.item.code}"
    if lang != "th":
        if one.can_restore:
            return f"to fix: {command}, then prongsai publish"
        of_ours = "publish the site again at the submitted address" if one.link.kind != "web" else ""
        return f"to fix: {of_ours or 'let whoever runs that website put the same content back at the same address'}"
    if one.can_restore:
        return f"วิธีแก้: คืนแฟ้มที่ยื่นไว้ที่เดิมด้วย {command} แล้วสั่ง prongsai publish"
    if one.link.kind != "web":
        return "วิธีแก้: เผยแพร่เว็บไซต์ที่ที่อยู่เดิมอีกครั้งด้วย prongsai publish"
    return "วิธีแก้: ให้ผู้ดูแลเว็บไซต์นั้นคืนเนื้อหาเดิมไว้ที่ที่อยู่เดิม ที่อยู่ใหม่ใช้แทนไม่ได้"
