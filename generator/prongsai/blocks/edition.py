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
from prongsai.model.evidence import Evidence
from prongsai.model.site import FiscalYear
from prongsai.views import rule_tables
from prongsai.views.content import Bullet, Bullets, Phrase, Table
from prongsai.views.edition_tables import calendar_table, items_rules_table, subjects_table, surveys_table
from prongsai.views.offered_names import offered_table
from prongsai.views.speech import Speech
from prongsai.wording.terms import ALWAYS, CHECKS, GRADES


@dataclass(frozen=True)
class Unchecked:
    """The checks of a year: those not made and those of a bound alone, with what each needs; in part; and made."""

    missing: tuple[tuple[str, str], ...]
    bounded: tuple[tuple[str, str], ...]
    partly: tuple[str, ...]
    checked: tuple[str, ...]


def unchecked_of(year: FiscalYear) -> Unchecked | None:
    """The checks that a year cannot have; None where every check that it calls for is possible."""
    if not is_half_known(year):
        return None
    found = {way: [CHECKS[key] for key, one in reach_of_checks(year).items() if one is way] for way in Reach}
    named = {way: tuple(what for what, _ in checks) for way, checks in found.items()}
    needed = (tuple(found[Reach.NONE]), tuple(found[Reach.BOUND]))
    return Unchecked(*needed, named[Reach.PART], (*named[Reach.WHOLE], ALWAYS))


_NOT_WHOLLY = "สิ่งที่ยังตรวจไม่ครบ"
_BOUNDED = "ตรวจได้เพียงว่าอยู่ในช่วงที่คะแนนอื่นให้เป็นไปได้"
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
        yield Phrase(_NOT_WHOLLY, kind="if-there", href=f"{path}#unchecked")


def edition_blocks(own: FiscalYear, sections: Iterable[Section], speech: Speech) -> Iterator[Block]:
    """The rules of a year with the evidence of each, what is not verified, and what cannot be checked without it."""
    edition = own.edition
    if not edition.states_rules:
        yield paragraph("ยังไม่มีหลักเกณฑ์ของปีนี้ที่ยืนยันได้", "absent")
    yield from _summary(edition, speech)
    yield from _assessed(edition, speech)
    yield from _asked(edition, speech)
    yield from _titled("ปฏิทินการประเมิน", "calendar", calendar_table(edition, speech))
    yield from _offered(edition, speech)
    yield from _listed("สิ่งที่ยังไม่ยืนยัน", "unverified", [speech.digits(text) for text in edition.unverified])
    yield from _listed("แหล่งที่ยืนยัน", "sources", [_source(one) for one in edition.evidence.values()])
    yield from _unchecked(own)
    yield from section_blocks(sections, "methodology")


def _summary(edition: Edition, speech: Speech) -> Iterator[Block]:
    if edition.target:
        by = rule_tables.evidence_words(edition, edition.target.evidence)
        yield paragraph(f"ค่าเป้าหมายของคะแนนรวมคือ {speech.digits(edition.target.score)} คะแนน ยืนยันโดย{by}")
    if edition.items:
        yield paragraph(_count_items(edition, speech))
    if edition.item_scores:
        allowed = " หรือ ".join(speech.digits(f"{one.normalize():f}") for one in edition.item_scores.allowed)
        by = rule_tables.evidence_words(edition, edition.item_scores.evidence)
        yield paragraph(f"คะแนนที่ข้อ OIT มีได้คือ {allowed} คะแนน ยืนยันโดย{by}")
    if edition.based_on:
        yield paragraph(f"ส่วนที่ไม่ได้ระบุไว้เป็นของปีนี้ใช้ตามหลักเกณฑ์ปี {speech.digits(edition.based_on)}")


def _count_items(edition: Edition, speech: Speech) -> str:
    """The number of items of the year, and of how many of them more than the number is known."""
    count = speech.digits(len(edition.items))
    counted = f"ข้อ OIT ที่ยืนยันเลขข้อได้ {count} ข้อ"
    if edition.knows_all_items and edition.items_total:
        by = rule_tables.evidence_words(edition, edition.items_total.evidence)
        counted = f"จำนวนข้อ OIT ของปีคือ {count} ข้อ ยืนยันโดย{by}"
    titled = sum(item.title is not None for item in edition.items.values())
    shown = sum(bool(item.elements) for item in edition.items.values())
    names = f"ชื่อข้อที่ยืนยันได้ {speech.digits(titled)} ข้อ" if titled else "ยังไม่มีชื่อข้อที่ยืนยันได้"
    elements = f" สิ่งที่ต้องแสดงที่ทราบ {speech.digits(shown)} ข้อ" if shown else ""
    return f"{counted} {names}{elements}"


def _assessed(edition: Edition, speech: Speech) -> Iterator[Block]:
    """Instruments, levels and items, by which a year is assessed."""
    abouts = [speech.digits(item.about) for item in edition.unnumbered.values() if item.about]
    yield from _listed("ข้อ OIT ที่ทราบเรื่องแต่เลขข้อยังไม่ยืนยัน", "unnumbered", abouts)
    yield from _titled("เครื่องมือและน้ำหนัก", "instruments", rule_tables.instruments_rules_table(edition, speech))
    yield from _titled("เกณฑ์ระดับ", "levels", rule_tables.levels_rules_table(edition, speech))
    if edition.levels and edition.levels_note:
        yield paragraph(speech.digits(edition.levels_note))
    yield from _listed("ลำดับการปัดเศษที่ลองคำนวณ", "rounding", [speech.digits(path.name) for path in edition.paths])
    yield from _titled("ข้อ OIT", "items", items_rules_table(edition, speech))


def _asked(edition: Edition, speech: Speech) -> Iterator[Block]:
    """The questionnaires: how many questions, how they are scored, which indicator each is of and what it is about."""
    yield from _titled("แบบวัด", "surveys", surveys_table(edition, speech))
    asked = rule_tables.questions_rules_table(edition, speech)
    if asked.rows:
        yield Heading("ข้อคำถามของแต่ละตัวชี้วัด", "questions")
        yield paragraph("มาตรการที่อ้างข้อคำถามเหล่านี้โดยไม่ระบุตัวชี้วัด เว็บไซต์นี้นับให้ตัวชี้วัดโดยแสดงว่าอนุมาน")
        yield asked
    yield from _titled("เรื่องของข้อคำถาม", "subjects", subjects_table(edition, speech))


def _offered(edition: Edition, speech: Speech) -> Iterator[Block]:
    """The names of near years for what this one lacks, apart from what is verified."""
    table = offered_table(edition, speech)
    if table.rows:
        year = speech.digits(edition.fiscal_year)
        yield Heading("ชื่อและโครงสร้างตามปีใกล้เคียง", "nearest")
        yield paragraph(f"ส่วนที่หลักเกณฑ์ปี {year} ยังไม่มี แสดงตามปีใกล้เคียงเพื่อให้อ่านเข้าใจ ไม่ได้ใช้ตรวจหรือคำนวณ")
        yield table


def _source(one: Evidence) -> str:
    """A source with the kind of evidence that it is."""
    return f"{GRADES[one.grade]}: {one.source}"


def _titled(title: str, anchor: str, table: Table) -> Iterator[Block]:
    """A table under its heading, where it has a row."""
    if table.rows:
        yield Heading(title, anchor)
        yield table


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
    yield Heading(_NOT_WHOLLY, "unchecked")
    yield paragraph("หลักเกณฑ์ของปีนี้ที่ยืนยันได้ยังไม่ครบ เว็บไซต์นี้จึงยังตรวจสิ่งต่อไปนี้ไม่ได้หรือไม่ครบ")
    yield _list(
        [
            *(f"{what} จะตรวจได้เมื่อมีเอกสารยืนยัน{needs}" for what, needs in found.missing),
            *(f"{what} {_BOUNDED} จะตรวจได้ครบเมื่อมีเอกสารยืนยัน{needs}" for what, needs in found.bounded),
        ]
    )
    if found.partly:
        yield Paragraph((Phrase(f"ตรวจได้บางส่วน: {', '.join(found.partly)}"),))
    yield Paragraph((Phrase(f"ตรวจแล้ว: {', '.join(found.checked)}"),))
