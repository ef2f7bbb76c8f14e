"""OIT items whose number is not verified but which a page of this site answers: their names, states and rows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from prongsai import addresses
from prongsai.analysis.own_answers import element_on, unnumbered_items
from prongsai.analysis.results import Results
from prongsai.analysis.unfit import Section, unfit_page
from prongsai.model.edition_items import Item
from prongsai.model.site import FiscalYear
from prongsai.views.content import Cell, Phrase, cell
from prongsai.views.oit.answers import AnsweredElement
from prongsai.views.oit.unfit import NO_PAGE
from prongsai.views.speech import Speech

_NAMES: dict[str, str] = {"measures": "ข้อมาตรการ", "follow-up": "ข้อรายงานผลการดำเนินการตามมาตรการ"}


def unnumbered_name(section: str) -> str:
    """ข้อมาตรการ, as the item is called until its number is known."""
    return _NAMES[section]


def unnumbered_sections(year: FiscalYear) -> dict[Section, Item]:
    """The sections of a year that answer such an item, each with the item."""
    return {cast("Section", item.answered_by): item for item in unnumbered_items(year)}


def unnumbered_rows(year: FiscalYear, speech: Speech) -> Iterator[tuple[Cell, ...]]:
    """The rows of the index of a year for its items without a number: each leads to its page."""
    for section, item in unnumbered_sections(year).items():
        path = addresses.unnumbered_path(year.year, section)
        about = (Phrase(f" {speech.digits(item.about)}"),) if item.about else ()
        yield (
            cell(Phrase("ไม่ทราบ", kind="absent"), head=True, anchor=section),
            cell(Phrase(_NAMES[section], href=path), *about),
            cell(Phrase("ไม่ทราบ", kind="absent")),
            cell(Phrase("ไม่ทราบผล", kind="absent")),
            cell(unnumbered_answer(year, section)),
        )


def unnumbered_answer(year: FiscalYear, section: Section) -> Phrase:
    """The page that answers such an item, or that none does."""
    if unfit_page(year, section) is not None:
        return NO_PAGE
    return Phrase("เปิดหน้าที่ตอบข้อนี้", href=addresses.section_path(year.year, section))


def unnumbered_elements(results: Results, year: FiscalYear, item: Item) -> Iterator[AnsweredElement]:
    """The elements that the page must show by the rules of another year, and whether each is there."""
    told, is_fit = results.site.shows_notes, unfit_page(year, item.answered_by or "measures") is None
    for element in item.elements:
        shown = element_on(results, year, item.answered_by or "", element.key)
        state = shown.state if is_fit and (told or shown.state == "there") else "unknown"
        note = f"มี {shown.count} จาก {shown.total} มาตรการ" if is_fit and told and 0 < shown.count < shown.total else ""
        yield AnsweredElement(element.key, element.text, state, "", shown.href, note, element.local_government)
