"""OIT items: which have a page, the index of a year without a register, results, and the pages that answer them."""

from __future__ import annotations

from collections.abc import Mapping

from prongsai import addresses
from prongsai.analysis import own_answers
from prongsai.analysis.results import Results, YearResult, once
from prongsai.analysis.unfit import Section, Unfit
from prongsai.model.edition_items import Item
from prongsai.model.site import FiscalYear
from prongsai.model.stated import known
from prongsai.views.content import NamedFact, Part, Phrase, fact
from prongsai.views.names import item_name
from prongsai.views.oit.unfit import NO_PAGE, item_of_year, unfit_parts, word_unfit
from prongsai.views.speech import Speech
from prongsai.wording.terms import BASES


@once
def shows_answers(results: Results, year: int) -> bool:
    """True if the year's index shows answers: there is a register, or the agency's own pages answer an item.

    A site made from somebody else's documents says nothing of answers without a register.
    """
    own = results.years[year].year
    if own.register is not None:
        return True
    by_itself = any(own_answers.own_page(results, own, code) for code in own.edition.items)
    return by_itself and not results.site.options.from_document


def newest_answered(results: Results) -> int | None:
    """The newest year whose register has an answer, else the newest that shows answers or has scores; None of none."""
    years = sorted(results.years, reverse=True)
    registers = (number for number in years if _has_answers(results.years[number].year))
    shown = (number for number in years if shows_answers(results, number))
    latest = results.latest_with_scores()
    return next(registers, next(shown, latest.year.year if latest else None))


def _has_answers(year: FiscalYear) -> bool:
    items = year.register.items.values() if year.register else ()
    return any(known(one.answer) is not None for one in items)


@once
def has_page(results: Results, year: int, code: str) -> bool:
    """An item has a page of its own in a year with a register, and where a page of this site answers it by itself.

    Else it has one when its title and its result are known.
    """
    result = results.years[year]
    if result.year.register is not None:
        return code in result.year.edition.items or code in result.year.register.items
    item = result.year.edition.items.get(code)
    if item is None:
        return False
    is_known = item.title is not None and code in result.computed.items
    return is_known or bool(own_answers.near_page(results, result.year, code))


def items_answered_by(results: Results, year: int, section: Section) -> list[tuple[int, str]]:
    """The items that a section page of a year answers by itself, as (year of the assessment, code).

    An edition may ask for the report of the year before, so the item need not be one of the same year.
    """
    return [*_answered_by_page(results).get(addresses.section_path(year, section), ())]


@once
def _answered_by_page(results: Results) -> Mapping[str, list[tuple[int, str]]]:
    """The items that pages of sections answer, by the paths of these."""
    found: dict[str, list[tuple[int, str]]] = {}
    for number, result in results.years.items():
        for code in result.year.edition.items:
            found.setdefault(own_answers.own_page(results, result.year, code), []).append((number, code))
    return found


def unfit_said(results: Results, year: int, section: Section, speech: Speech) -> list[str]:
    """A sentence for each item that the page of a section of a year cannot answer, though it has content for it."""
    return [
        word_unfit(unfit, item_of_year(number, code, speech), speech)
        for number, code, unfit in _unfit(results)
        if (unfit.shown, unfit.section) == (year, section)
    ]


@once
def _unfit(results: Results) -> list[tuple[int, str, Unfit]]:
    """The items that have content on a page that cannot answer them, as (year, code), with why it cannot."""
    return [
        (number, code, unfit)
        for number, result in results.years.items()
        for code in result.year.edition.items
        if (unfit := own_answers.why_unfit(results, result.year, code))
    ]


def score_parts(result: YearResult, code: str, speech: Speech) -> tuple[Part, ...]:
    """The score of an item as listed, or that it was inferred."""
    item = result.computed.items[code]
    listed = result.year.scores.items.get(code) if result.year.scores else None
    parts = speech.stated(listed.score if listed else item.score)
    return parts if item.basis == "stated" else (*parts, Phrase(BASES["inferred"], kind="inferred"))


def own_answer(results: Results, year: FiscalYear, code: str, speech: Speech) -> Phrase:
    """The page of this site that answers the item by itself, or that none does, or that nothing is registered."""
    own = own_answers.own_page(results, year, code)
    if own:
        return Phrase("เปิดหน้าที่ตอบข้อนี้", href=own)
    return NO_PAGE if own_answers.near_page(results, year, code) else speech.missing()


def own_answer_note(results: Results, year: FiscalYear, code: str, speech: Speech) -> tuple[Part, ...]:
    """The reason why the page of this site about an item cannot answer it, with a link to it; else nothing."""
    unfit = own_answers.why_unfit(results, year, code)
    return unfit_parts(unfit, item_of_year(year.year, code, speech), speech) if unfit else ()


def own_missing(results: Results, year: FiscalYear, code: str) -> list[str]:
    """The required elements that the page which answers an item by itself does not show, where readers may know it."""
    item = year.edition.items.get(code, Item())
    if not results.site.shows_notes or not own_answers.own_page(results, year, code):
        return []
    found = ((one, own_answers.own_element(results, year, code, one.key).state) for one in item.elements)
    return [one.text for one, state in found if state == "missing"]


def result_facts(result: YearResult, code: str, speech: Speech) -> tuple[NamedFact, ...]:
    """The place of the item, its score and why it got none."""
    item, scored = result.year.edition.items.get(code, Item()), result.computed.items.get(code)
    sub = result.year.edition.subindicators.get(item.subindicator or "")
    facts = []
    if sub is not None and item.subindicator is not None:
        name = f"{speech.digits(item.subindicator)} {sub.name} (ตัวชี้วัดที่ {speech.digits(sub.indicator)})"
        facts.append(NamedFact("ตัวชี้วัดย่อย", (Phrase(name, href=addresses.indicator_path(sub.indicator)),)))
    if item.group is not None:
        facts.append(fact("กลุ่ม", item.group))
    if scored is not None:
        facts.append(fact("คะแนน", *score_parts(result, code, speech)))
        if scored.reasons:
            facts.append(fact("สาเหตุที่ไม่ได้คะแนน", *speech.texts(scored.reasons, ordered=False)))
    return tuple(facts)


def same_item_elsewhere(results: Results, year: int, code: str, speech: Speech) -> list[Phrase]:
    """Links to the item of the same meaning in each other year that has a page of it."""
    here = results.years[year].year.edition.items.get(code, Item()).key
    return [link for number, link in _links_by_meaning(results, here, speech) if number != year] if here else []


@once
def _links_by_meaning(results: Results, key: str, speech: Speech) -> list[tuple[int, Phrase]]:
    """Links to the pages of the items of one meaning by their years: pages of all these items share them."""
    return [
        (number, _link_with_year(results.years[number].year, code, speech))
        for number, code in _by_meaning(results).get(key, ())
        if has_page(results, number, code)
    ]


def _link_with_year(year: FiscalYear, code: str, speech: Speech) -> Phrase:
    text = f"{speech.fiscal_year(year.year)} ข้อ {item_name(year.edition, code, speech)}"
    return Phrase(text, href=addresses.item_path(year.year, code))


@once
def _by_meaning(results: Results) -> Mapping[str, tuple[tuple[int, str], ...]]:
    """The items of all years by the keys of their meanings, as (year, code); of each year the first of a key."""
    found: dict[str, dict[int, str]] = {}
    for number, result in results.years.items():
        for code, item in result.year.edition.items.items():
            if item.key:
                found.setdefault(item.key, {}).setdefault(number, code)
    return {key: tuple(codes.items()) for key, codes in found.items()}
