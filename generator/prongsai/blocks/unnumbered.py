"""The page of an OIT item whose number is not verified, and what other pages say of it."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai import addresses
from prongsai.analysis.unfit import Section, unfit_page
from prongsai.blocks.block import Block, Entries, Facts, Heading, Paragraph, paragraph
from prongsai.blocks.oit_pieces import elements_piece
from prongsai.blocks.rules_link import rules_link
from prongsai.blocks.scope import Scope
from prongsai.model.edition_items import Item
from prongsai.views.content import NamedFact, Phrase, fact
from prongsai.views.measures import facts as measures
from prongsai.views.oit.items import items_answered_by
from prongsai.views.oit.unfit import OWN_NAMES, unfit_parts, word_unfit
from prongsai.views.oit.unnumbered import (
    unnumbered_answer,
    unnumbered_elements,
    unnumbered_name,
    unnumbered_sections,
)
from prongsai.views.oit.words import element_lines


def unnumbered_said(scope: Scope, section: Section) -> Iterator[Block]:
    """The sentence of a page that answers an item of unknown number."""
    if section not in unnumbered_sections(scope.own):
        return
    name = f"{unnumbered_name(section)}ของ{scope.name}"
    if unfit := unfit_page(scope.own, section):
        yield paragraph(word_unfit(unfit, name, scope.speech), "aside" if scope.on_paper else "plain")
    elif scope.on_paper:
        yield paragraph(f"{scope.here}ตอบ{name}", "aside")
    else:
        yield Paragraph((Phrase(f"{scope.here}ตอบ"), *unnumbered_answered(scope, section)))


def unnumbered_answered(scope: Scope, section: Section) -> tuple[Phrase, ...]:
    """The item of unknown number that a page answers, leading to its page; nothing where it answers none."""
    if section not in unnumbered_sections(scope.own) or unfit_page(scope.own, section):
        return ()
    name = f"{unnumbered_name(section)}ของ{scope.name}"
    return (Phrase(name, href=addresses.unnumbered_path(scope.number, section)),)


def unnumbered_listed(scope: Scope) -> Iterator[Block]:
    """The items of unknown number below the register of a year, which lists the others by their numbers."""
    found = tuple(one for one in unnumbered_sections(scope.own) if unfit_page(scope.own, one) is None)
    if found:
        yield Heading("ข้ออื่นที่เว็บไซต์นี้ตอบ", "unnumbered")
        paths = ((section, addresses.unnumbered_path(scope.number, section)) for section in found)
        named = ((unnumbered_name(section), path) for section, path in paths)
        yield Entries(tuple((Phrase(name, href="" if scope.on_paper else path),) for name, path in named))


def unnumbered_blocks(scope: Scope, section: Section, item: Item) -> Iterator[Block]:
    """The item: the page that answers it, what it must show by the rules of a year that is known, and its measures."""
    answer = unnumbered_answer(scope.own, section)
    about = (fact("เรื่องของข้อ", scope.speech.digits(item.about)),) if item.about else ()
    yield Facts((*about, NamedFact("คำตอบในเว็บไซต์นี้", (answer,))))
    if unfit := unfit_page(scope.own, section):
        yield Paragraph(unfit_parts(unfit, f"{unnumbered_name(section)}ของ{scope.name}", scope.speech))
    if item.elements:
        yield Heading("สิ่งที่ข้อนี้ต้องมี", "elements")
        found = tuple(unnumbered_elements(scope.results, scope.own, item))
        told = scope.results.site.shows_notes
        ticked = any(one.state != "unknown" for one in found)
        yield elements_piece(element_lines(found, scope.speech, told=told), ticked=ticked)
    if scope.own.listed_measures:
        yield Heading("มาตรการของปีนี้", "measures")
        links = (measures.measure_link(scope.number, one, scope.speech) for one in scope.own.listed_measures)
        yield Entries(tuple((link,) for link in links))
    yield from rules_link(scope)


def numbered_since(scope: Scope, section: Section) -> Iterator[Block]:
    """The same address once the number is known: it leads to the item, and to the page that answers it."""
    own = (code for number, code in items_answered_by(scope.results, scope.number, section) if number == scope.number)
    links = [Phrase(f"ข้อ {code}", href=addresses.item_path(scope.number, code)) for code in own]
    links.append(
        Phrase(
            "หน้าที่ตอบข้อนี้" if links else f"{OWN_NAMES[section]}ของปีนี้", href=addresses.section_path(scope.number, section)
        )
    )
    yield paragraph(f"{unnumbered_name(section)}ของ{scope.name} อยู่ที่ลิงก์ต่อไปนี้")
    yield Entries(tuple((link,) for link in links))
