"""Pages of measures and follow-up that cannot answer an item: why, and which page would, in words."""

from __future__ import annotations

from prongsai import addresses
from prongsai.analysis.unfit import Section, Unfit
from prongsai.views.content import Part, Phrase
from prongsai.views.oit.answers import ItemAnswer
from prongsai.views.speech import Speech

OWN_NAMES: dict[Section, str] = {"measures": "หน้ามาตรการ", "follow-up": "หน้าผลการดำเนินการ"}
NO_PAGE = Phrase("เว็บไซต์นี้ยังไม่มีหน้าที่ตอบข้อนี้", kind="absent")


_SETS: dict[Section, str] = {"measures": "มาตรการชุดนี้", "follow-up": "รายงานชุดนี้"}


def word_unfit(unfit: Unfit, item: str, speech: Speech) -> str:
    """Return why a page cannot answer an item, and what would; `item` is the item with its year in words."""
    asked, shown = speech.fiscal_year(unfit.asked), speech.fiscal_year(unfit.shown)
    found = speech.fiscal_year(unfit.found) if unfit.found is not None else ""
    measures = f"มาตรการของ{shown} กำหนดจากผลของ{found}"
    not_used = f"เว็บไซต์นี้จึงยังไม่ใช้{_SETS[unfit.section]}ตอบ"
    if unfit.why == "year-not-stated":
        return f"เอกสารไม่ได้ระบุว่ามาตรการเป็นของปีงบประมาณใด {not_used}{item} จนกว่าจะทราบปีของมาตรการ"
    if unfit.why == "other-year":
        why = f"{item} ให้แสดงผลการดำเนินการของ{asked} ส่วนงานที่รายงานไว้เป็นของ{found}"
        return f"{why} {not_used}ข้อนี้ สิ่งที่ตอบได้คือรายงานผลการดำเนินการของ{asked}"
    why = f"{item} ให้วิเคราะห์ผลการประเมิน{asked} ส่วน{measures} {not_used}ข้อนี้"
    if not unfit.is_stated:
        why = f"{measures} ขณะที่มาตรการของปีใดกำหนดจากผลการประเมินของปีก่อนหน้า {not_used}{item}"
    return f"{why} สิ่งที่ตอบได้คือมาตรการที่กำหนดจากผลการประเมิน{asked}"


def unfit_parts(unfit: Unfit, item: str, speech: Speech) -> tuple[Part, ...]:
    """The same, behind it a link to the page for whoever wants to read it."""
    page = addresses.section_path(unfit.shown, unfit.section)
    return (Phrase(f"{word_unfit(unfit, item, speech)} "), Phrase(f"เปิด{OWN_NAMES[unfit.section]}", href=page))


def item_of_year(year: int, code: str, speech: Speech) -> str:
    """ข้อ O42 ของปีงบประมาณ พ.ศ. ๒๕๖๕."""
    return f"ข้อ {code} ของ{speech.fiscal_year(year)}"


def word_unanswered(item: ItemAnswer, speech: Speech) -> str:
    """Return why an item without an answer is not answered by the page of this site about it; else an empty text."""
    if item.unfit is None or item.answer:
        return ""
    return word_unfit(item.unfit, item_of_year(item.year, item.code, speech), speech)
