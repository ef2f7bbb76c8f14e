"""The sheet of an item for an appeal: the record of what was submitted, and room for what the agency has to say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from prongsai.blocks.block import Comment, Facts, Heading, PaperBlock, Signature, paragraph
from prongsai.links.seen import works
from prongsai.submissions.appeal import AppealLink, AppealSheet, Spell
from prongsai.submissions.compare import Finding
from prongsai.submissions.keep import KEPT
from prongsai.submissions.record import SubmittedLink
from prongsai.submissions.text_changes import HEADING, shorten_change
from prongsai.thai.dates import parse_date
from prongsai.thai.line_breaks import shortened
from prongsai.views.content import Bullet, Bullets, Cell, Head, NamedFact, Phrase, Table, cell, fact
from prongsai.wording.lacks import STATED
from prongsai.wording.links import word_label

_ONLY_SUBMITTED = (
    "ใบนี้แสดงเฉพาะลิงก์ที่ยื่นไว้ในระบบ ITAS และไม่มีลิงก์ใหม่ "
    "ประกาศในระบบ ITAS วันที่ 18 มิถุนายน 2564 แจ้งว่าการอุทธรณ์พิจารณาข้อมูลตามลิงก์ที่ยื่นไว้ "
    "ให้ตรวจหลักเกณฑ์และกำหนดเวลาอุทธรณ์ของปีนี้จากคู่มือหรือประกาศในระบบก่อนส่ง"
)
_KINDS = {"page": "หน้าในเว็บไซต์นี้", "file": "แฟ้มในเว็บไซต์นี้", "generated": "แฟ้มข้อมูลของเว็บไซต์นี้", "web": "เว็บไซต์อื่น"}
_MOST_CHANGES = 8
_LONGEST = 160  # letters of a line of a page that are shown
_GROUP = 16  # letters of a hash


def appeal_blocks(sheet: AppealSheet) -> Iterator[PaperBlock]:
    """The blocks of a sheet, in the order in which an assessor asks."""
    yield paragraph(_ONLY_SUBMITTED, "aside")
    yield Facts(tuple(_head(sheet)))
    yield Heading("ลิงก์ที่ยื่นไว้ในระบบ ITAS")
    yield from _submitted(sheet)
    yield Heading("สิ่งที่ลิงก์แสดงเมื่อบันทึกคำตอบที่ยื่น")
    yield from _content(sheet)
    yield Heading("ผลการตรวจลิงก์รายวัน")
    yield from _history(sheet.links)
    yield Heading("สิ่งที่เปลี่ยนหลังบันทึกคำตอบที่ยื่น")
    yield from _changes(sheet)
    yield Heading("คำชี้แจงของหน่วยงาน")
    yield Comment("ข้อเท็จจริงที่ขอให้พิจารณา")
    yield Comment("เอกสารที่แนบ")
    yield Signature("ผู้จัดทำ")


def _day(day: str) -> str:
    return str(parse_date(day) or day)


def _head(sheet: AppealSheet) -> Iterator[NamedFact]:
    item = sheet.item
    yield fact("ข้อ", f"{item.code} {item.title}".strip())
    yield fact("หน่วยงาน", item.unit or "ไม่ได้ระบุไว้เมื่อยื่น")
    yield fact("คำตอบที่ยื่น", STATED.get(item.answer, "ไม่ได้ตอบ"))
    recorded = sheet.submission.recorded_on
    told = f" (เก็บสำเนาเมื่อ {_day(recorded)})" if recorded not in {"", sheet.submission.day} else ""
    yield fact("วันที่ยื่น", f"{_day(sheet.submission.day)}{told}")
    source = f" (จากแฟ้ม {sheet.zero.source})" if sheet.zero.source else ""
    yield fact("ผลเบื้องต้น", f"0 คะแนน เหตุที่แจ้ง: {sheet.zero.reason}{source}")
    if sheet.release:
        yield fact("บันทึกของหน่วยงาน", f"{_day(sheet.release.day)} {sheet.release.reason}")


def _submitted(sheet: AppealSheet) -> Iterator[PaperBlock]:
    if not sheet.links:
        yield paragraph("คำตอบที่ยื่นของข้อนี้ไม่มีลิงก์", "absent")
    else:
        heads = (Head("ลิงก์ที่"), Head("ที่อยู่ที่ยื่น"), Head("สิ่งที่อยู่ที่ลิงก์"))
        rows = tuple(
            (cell(str(one.number), head=True), _address(one.link), cell(_about(one.link))) for one in sheet.links
        )
        yield Table("submitted", "", heads, rows)
    if sheet.item.explanation:
        yield paragraph("คำอธิบายที่ยื่น")
        lines = tuple(Bullet(line) for line in sheet.item.explanation.splitlines() if line.strip())
        yield Bullets(lines, ordered=False)


def _address(link: SubmittedLink) -> Cell:
    return cell(Phrase(link.url, href=link.url))


def _about(link: SubmittedLink) -> str:
    return f"{link.title} ({_KINDS[link.kind]})" if link.title else _KINDS[link.kind]


def _content(sheet: AppealSheet) -> Iterator[PaperBlock]:
    for one in sheet.links:
        yield Facts(tuple(_copy(one, sheet.submission.recorded_on or sheet.submission.day)))
        if one.excerpt:
            shown = tuple(Bullet(shortened(line.removeprefix(HEADING), _LONGEST)) for line in one.excerpt)
            rest = one.lines - len(one.excerpt)
            yield Bullets((*shown, Bullet(f"(มีอีก {rest} บรรทัดในสำเนา)")) if rest > 0 else shown, ordered=False)
    if not sheet.links:
        yield paragraph("ไม่มีลิงก์ จึงไม่มีสำเนา", "absent")


def _copy(one: AppealLink, day: str) -> Iterator[NamedFact]:
    link, evidence = one.link, one.link.evidence
    yield fact(f"ลิงก์ที่ {one.number}", link.url)
    if link.kept:
        what = "ข้อความของหน้า" if link.kind == "page" else "แฟ้ม"
        sha256, dot, ending = link.kept.partition(".")
        yield fact("สำเนา", f"{what} {link.size:,} ไบต์ เก็บเมื่อ {_day(day)} ใน {KEPT}")
        yield fact("SHA-256", f"{_grouped(sha256)} (เป็นชื่อแฟ้มสำเนา{f' ต่อด้วย {dot}{ending}' if dot else ''})")
    elif link.kind == "file":
        yield fact("SHA-256", f"{_grouped(link.sha256)} ({link.size:,} ไบต์ ไม่ได้เก็บสำเนา)")
    if evidence.pack:
        yield fact("แฟ้มหลักฐาน", f"{evidence.pack} ชื่อ {evidence.copy} เก็บเมื่อ {_day(evidence.frozen_on)}")
        yield fact("SHA-256 ในนั้น", _grouped(evidence.sha256))
    if not (link.kept or evidence.pack or link.kind == "file"):
        yield fact("สำเนา", "ไม่ได้เก็บไว้")


def _grouped(sha256: str) -> str:
    """A hash in groups, so that it fits a line and can be compared by reading."""
    return " ".join(sha256[place : place + _GROUP] for place in range(0, len(sha256), _GROUP))


def _history(links: Iterable[AppealLink]) -> Iterator[PaperBlock]:
    checked = [one for one in links if one.spells]
    if checked:
        heads = ("ลิงก์ที่", "ช่วงวันที่", "วันที่ตรวจ", "เปิดได้", "เปิดไม่ได้", "โปรแกรมบอกไม่ได้")
        rows = tuple(_spell_row(one.number, spell) for one in checked for spell in one.spells)
        yield Table("uptime", "จำนวนวันที่โปรแกรมเปิดลิงก์ดู", tuple(Head(one) for one in heads), rows)
    for one in checked:
        turns = [f"{_day(day)} {word_label(state)}" for day, state in one.changes[-_MOST_CHANGES:]]
        if turns and not (len(turns) == 1 and works(one.changes[-1][1])):
            yield paragraph(f"ลิงก์ที่ {one.number} สถานะที่เปลี่ยนตั้งแต่วันที่ยื่น")
            yield Bullets(tuple(map(Bullet, turns)), ordered=False)
    if never := [str(one.number) for one in links if not one.spells]:
        yield paragraph(f"ลิงก์ที่ {', '.join(never)} ไม่มีผลตรวจรายวันตั้งแต่วันที่ยื่น")


def _spell_row(number: int, spell: Spell) -> tuple[Cell, ...]:
    uptime = spell.uptime
    figures = (uptime.checked, uptime.good, uptime.checked - uptime.good - uptime.by_hand, uptime.by_hand)
    span = f"{_day(spell.first)} ถึง {_day(spell.last)}"
    return (cell(str(number), head=True), cell(span), *(cell(str(one)) for one in figures))


def _changes(sheet: AppealSheet) -> Iterator[PaperBlock]:
    numbers = {one.link.href: one.number for one in sheet.links}
    rows = [row for one in sheet.findings for row in _finding_rows(one, numbers)]
    if rows:
        heads = tuple(Head(one) for one in ("ลิงก์ที่", "สิ่งที่ต่างจากที่ยื่น", "เมื่อบันทึกคำตอบที่ยื่น", "เมื่อจัดทำใบนี้"))
        yield Table("changed", "", heads, tuple(rows))
    for one in sheet.links:
        for day, is_same in one.deviations:
            said = "เผยแพร่เนื้อหาเดียวกับที่ยื่นอีกครั้ง" if is_same else "เผยแพร่เนื้อหาที่ต่างจากที่ยื่น"
            yield paragraph(f"ลิงก์ที่ {one.number} เมื่อ {_day(day)} {said}")
    if not sheet.is_compared:
        yield paragraph("ข้อมูลของเว็บไซต์มีปัญหาเมื่อจัดทำใบนี้ จึงเทียบข้อความของหน้าไม่ได้")
    elif not rows:
        yield paragraph("เทียบกับข้อมูลของเว็บไซต์เมื่อจัดทำใบนี้แล้ว ไม่พบสิ่งที่ต่างจากที่ยื่น")
    if web := [one for one in sheet.links if one.link.kind == "web"]:
        has_copy = any(one.link.evidence.pack for one in web)
        tail = " ให้เปิดดูเทียบกับสำเนาในแฟ้มหลักฐาน" if has_copy else ""
        yield paragraph(f"เนื้อหาของลิงก์ในเว็บไซต์อื่น โปรแกรมไม่ได้เทียบ{tail}")


def _finding_rows(one: Finding, numbers: dict[str, int]) -> Iterator[tuple[Cell, ...]]:
    number = cell(str(numbers.get(one.link.href, "")) if one.link else "-", head=True)
    since = f" (เผยแพร่ตั้งแต่ {_day(one.day)})" if one.day else ""
    if one.what in _PLACES:
        yield (number, cell("ที่อยู่"), cell(one.link.url if one.link else ""), cell(_PLACES[one.what]))
    elif one.what == "file" and one.link:
        yield (
            number,
            cell("แฟ้ม"),
            cell(f"SHA-256 {_grouped(one.link.sha256)}"),
            cell(f"SHA-256 {_grouped(one.sha256)}{since}"),
        )
    for change in one.changes[:_MOST_CHANGES]:
        before, after = shorten_change(change)
        what = "คำอธิบาย" if one.what == "answer" else f"ข้อความใต้หัวข้อ {change.section}" if change.section else "ข้อความ"
        yield (number, cell(what), cell(before or "(ไม่มี)"), cell((after or "(ไม่มี)") + since))
    if len(one.changes) > _MOST_CHANGES:
        yield (number, cell(f"ข้อความอีก {len(one.changes) - _MOST_CHANGES} แห่ง"), cell("ดูสำเนา"), cell("ดูหน้า"))
    if one.answer:
        yield (number, cell("คำตอบ"), cell(STATED.get(one.item.answer, "-")), cell(STATED.get(one.answer, "-")))


_PLACES = {
    "lost": "ไม่มีที่ที่อยู่นี้",
    "moved": "ที่อยู่นี้ส่งต่อไปที่อื่น",
    "removed": "ไม่อยู่ในคำตอบที่บันทึกไว้ในเว็บไซต์",
}
