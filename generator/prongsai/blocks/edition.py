"""The rules of an assessment year, and how the figures of the site come about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from prongsai import addresses
from prongsai.analysis.checkable import Reach, is_half_known, reach_of_checks
from prongsai.blocks.analysis import section_blocks
from prongsai.blocks.block import Block, Entries, Heading, Paragraph, paragraph
from prongsai.model.document_parts import Section
from prongsai.model.edition import Edition
from prongsai.model.site import FiscalYear
from prongsai.views import rule_tables
from prongsai.views.content import Bullet, Bullets, Phrase
from prongsai.views.speech import Speech
from prongsai.wording.terms import ALWAYS, CHECKS


@dataclass(frozen=True)
class Unchecked:
    """The checks of a year: those not made, each with what it needs; those made in part; and those made."""

    missing: tuple[tuple[str, str], ...]
    partly: tuple[str, ...]
    checked: tuple[str, ...]


def unchecked_of(year: FiscalYear) -> Unchecked | None:
    """The checks that a year cannot have; None where every check that it calls for is possible."""
    reach = reach_of_checks(year)
    missing = tuple(CHECKS[key] for key, one in reach.items() if one is Reach.NONE)
    if not missing:
        return None
    named = {way: tuple(CHECKS[key][0] for key, one in reach.items() if one is way) for way in Reach}
    return Unchecked(missing, named[Reach.PART], (*named[Reach.WHOLE], ALWAYS))


_TWO_FIGURES = (
    "คะแนนตามเอกสาร คือตัวเลขที่หน่วยงานเผยแพร่ คะแนนที่คำนวณทวน คือตัวเลขที่เว็บไซต์นี้คำนวณจากคะแนนย่อยตามหลักเกณฑ์ของปีนั้น "
    "สองอย่างนี้แสดงคู่กันเสมอและไม่แทนกัน"
)


def methodology_blocks(years: Iterable[FiscalYear], sections: Iterable[Section], speech: Speech) -> Iterator[Block]:
    """The difference between published and computed figures, and the rules of each of the years."""
    yield paragraph(_TWO_FIGURES)
    yield from section_blocks(sections, "methodology")
    yield Heading("หลักเกณฑ์ของแต่ละปี", "editions")
    yield Entries(tuple(tuple(_links(own, speech)) for own in years))


def _links(own: FiscalYear, speech: Speech) -> Iterator[Phrase]:
    path = addresses.Subject("edition", own.year).path
    yield Phrase(f"หลักเกณฑ์การประเมิน {speech.fiscal_year(own.year)}", kind="if-there", href=path)
    if is_half_known(own):
        yield Phrase("สิ่งที่ยังตรวจไม่ได้", kind="if-there", href=f"{path}#unchecked")


def edition_blocks(own: FiscalYear, sections: Iterable[Section], speech: Speech) -> Iterator[Block]:
    """The verified rules of a year, their evidence, and what cannot be checked without the rest."""
    if own.edition.states_rules:
        yield from _rules(own.edition, speech)
    else:
        yield paragraph("ยังไม่มีหลักเกณฑ์ของปีนี้ที่ยืนยันได้", "absent")
    yield from _unchecked(own)
    yield from section_blocks(sections, "methodology")


def _rules(edition: Edition, speech: Speech) -> Iterator[Block]:
    if edition.target:
        yield paragraph(f"ค่าเป้าหมายของคะแนนรวมคือ {speech.digits(edition.target.score)} คะแนน")
    if edition.items:
        whole = " ซึ่งเป็นจำนวนข้อทั้งหมดของปี" if edition.knows_all_items else ""
        titled = sum(item.title is not None for item in edition.items.values())
        names = f"ชื่อข้อที่ยืนยันได้ {speech.digits(titled)} ข้อ" if titled else "ยังไม่มีชื่อข้อที่ยืนยันได้"
        yield paragraph(f"ข้อ OIT ที่ยืนยันเลขข้อได้ {speech.digits(len(edition.items))} ข้อ{whole} {names}")
    if edition.based_on:
        yield paragraph(f"ส่วนที่ไม่ได้ระบุไว้เป็นของปีนี้ใช้ตามหลักเกณฑ์ปี {speech.digits(edition.based_on)}")
    abouts = [speech.digits(item.about) for item in edition.unnumbered.values() if item.about]
    yield from _listed("ข้อ OIT ที่ทราบเรื่องแต่เลขข้อยังไม่ยืนยัน", "unnumbered", abouts)
    yield Heading("เครื่องมือและน้ำหนัก", "instruments")
    yield rule_tables.instruments_rules_table(edition, speech)
    levels = rule_tables.levels_rules_table(edition, speech)
    if levels.rows:
        yield Heading("เกณฑ์ระดับ", "levels")
        yield levels
        if edition.levels_note:
            yield paragraph(speech.digits(edition.levels_note))
    asked = rule_tables.questions_rules_table(edition, speech)
    if asked.rows:
        yield Heading("ข้อคำถามของแต่ละตัวชี้วัด", "questions")
        yield paragraph("มาตรการที่อ้างข้อคำถามเหล่านี้โดยไม่ระบุตัวชี้วัด เว็บไซต์นี้นับให้ตัวชี้วัดโดยแสดงว่าอนุมาน")
        yield asked
    yield from _listed("ลำดับการปัดเศษที่ลองคำนวณ", "rounding", [speech.digits(path.name) for path in edition.paths])
    yield from _listed("สิ่งที่ยังไม่ยืนยัน", "unverified", [speech.digits(text) for text in edition.unverified])
    yield Heading("แหล่งที่ยืนยัน", "sources")
    yield _list([one.source for one in edition.evidence.values()])


def _listed(title: str, anchor: str, texts: list[str]) -> Iterator[Block]:
    if texts:
        yield Heading(title, anchor)
        yield _list(texts)


def _list(texts: list[str]) -> Bullets:
    return Bullets(tuple(Bullet(text) for text in texts), ordered=False)


def _unchecked(own: FiscalYear) -> Iterator[Block]:
    found = unchecked_of(own)
    if not found:
        return
    yield Heading("สิ่งที่ยังตรวจไม่ได้", "unchecked")
    yield paragraph("หลักเกณฑ์ของปีนี้ที่ยืนยันได้ยังไม่ครบ เว็บไซต์นี้จึงยังไม่ได้ตรวจสิ่งต่อไปนี้")
    yield _list([f"{what} จะตรวจได้เมื่อมีเอกสารยืนยัน{needs}" for what, needs in found.missing])
    if found.partly:
        yield Paragraph((Phrase(f"ตรวจได้บางส่วน: {', '.join(found.partly)}"),))
    yield Paragraph((Phrase(f"ตรวจแล้ว: {', '.join(found.checked)}"),))
