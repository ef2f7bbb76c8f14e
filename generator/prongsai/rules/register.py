"""Rules on the register of answers to the OIT items: what may cost an item its score, and what is not stated."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from prongsai import addresses
from prongsai.analysis import own_answers
from prongsai.model.site import FiscalYear
from prongsai.model.stated import known
from prongsai.problems import Problem, problem
from prongsai.rules import register_links, required_elements
from prongsai.rules.answered import (
    Answered,
    answer_to,
    answered_items,
    is_judged,
    is_read,
    items_with_answer,
    place_of_link,
    same_address,
    site_page,
    speaks_by_links,
    target,
    unfit_answers,
)
from prongsai.rules.context import Context
from prongsai.rules.naming import listed, runs


def without_link(context: Context) -> Iterator[Problem]:
    """An item answered has leads somewhere, or states that nothing happened.

    Limit: the item that a page of this site is for is left to `without_content`. Source: OIT answers are has or has
    not with a URL and an explanation (as printed by เทศบาลตำบลเมืองแกลง).
    """
    for one in items_with_answer(context):
        if speaks_by_links(one) and not (one.links or one.own or one.item.answered_by):
            where = one.where(context, "answer")
            yield problem("oit-without-link", where, year=one.year.year, item=one.code, of_year=one.year.year)


def without_content(context: Context) -> Iterator[Problem]:
    """An item answered has leads to at least one page that has something to show.

    Limits: only the section pages of a year are known here; a hand-written page is left alone, and a link that leads
    nowhere is found after the build.
    """
    unfit = unfit_answers(context)
    for one in items_with_answer(context):
        year = one.year.year
        empty = [target(link) for link in one.links if _is_empty(context, target(link))]
        if one.own or one in unfit or len(empty) < len(one.links) or not speaks_by_links(one):
            continue
        if one.links:
            where = place_of_link(one.links[0])
            yield problem("oit-without-content", where, year=year, item=one.code, found=listed(empty))
        elif one.item.answered_by:
            page = addresses.section_path(own_answers.own_year(one.year, one.code), one.item.answered_by)
            where = one.where(context, "answer")
            yield problem("oit-without-content", where, year=year, item=one.code, found=page)


def page_cannot_answer(context: Context) -> Iterator[Problem]:
    """The page of this site by which the register answers an item has what the item asks for.

    Limit: not where an element that the item must show says the same of its year.
    """
    for one in unfit_answers(context):
        unfit, shown = one.unfit, context.site.year(one.unfit.shown) if one.unfit else None
        tells_year = any(element.key == "current-year" for element in one.item.elements)
        if unfit is None or shown is None or (unfit.why == "other-year" and tells_year):
            continue
        code, field = _UNFIT[unfit.why]
        where = shown.measures.where(field) if field and shown.measures else one.where(context, "answer")
        page = addresses.section_path(unfit.shown, unfit.section)
        values = {"item": one.code, "found": page, "asked": unfit.asked, "of_year": unfit.found}
        yield problem(code, where, year=one.year.year, **values)


_UNFIT = {
    "year-not-stated": ("oit-page-without-year", "year_stated"),
    "other-result": ("oit-page-of-other-result", "from_fiscal_year"),
    "other-year": ("oit-page-of-other-year", ""),
}


def _is_empty(context: Context, address: str) -> bool:
    """True if an address is a section page of a year without content for it."""
    page = addresses.subject_of(f"{site_page(context.site, address).rstrip('/')}/")
    if page.kind not in _CONTENT or page.year is None:
        return False
    year = context.site.year(page.year)
    if not all(context.is_whole(f"data/{page.year}/{name}.yml") for name in (page.kind, "scores")):
        return False
    return year is None or not _CONTENT[page.kind](year)


_CONTENT: dict[str, Callable[[FiscalYear], bool]] = {
    "scores": lambda year: year.scores is not None,
    "analysis": lambda year: year.analysis is not None or year.scores is not None,
    "measures": lambda year: bool(year.listed_measures),
    "follow-up": lambda year: bool(year.reports),
    "memo": lambda year: year.memo is not None,
}


def answer_of_other_year(context: Context) -> Iterator[Problem]:
    """The data shown for an item is of the fiscal year that the edition asks for.

    Limit: only where a published document or an official source verifies the year of the item.
    """
    for one in answered_items(context):
        found = known(one.stated.fiscal_year) if one.stated else None
        expected = register_links.required_year(one)
        if one.stated is not None and None not in {found, expected} and found != expected:
            values = {"item": one.code, "found": found, "expected": expected, "edition": one.year.year}
            yield problem("answer-of-other-year", one.stated.where("fiscal_year"), year=one.year.year, **values)


def follow_up_item_alone(context: Context) -> Iterator[Problem]:
    """The item that shows what was done has an answer only together with the item that shows the measures.

    In FY 2564 the follow-up item got no score because it must continue from the measures item (result as printed
    by เทศบาลตำบลเมืองแกลง). Limits: not where the edition asks for the follow-up of another year; not on a site that
    only shows a published document and has no register, since what it does not hold may be elsewhere.
    """
    for after, needed, before in _pairs(context):
        lacks = before is None or not before.has
        if lacks and is_judged(context, after) and _is_settled(context, after.year, needed):
            where = after.where(context, "answer")
            yield problem("follow-up-item-alone", where, year=after.year.year, item=after.code, needed=needed)


def _is_settled(context: Context, year: FiscalYear, code: str) -> bool:
    """True if it could be read how an item is answered, and no answer of another year waits there to be renewed."""
    waits = year.register is not None and code in year.register.waiting
    return not waits and is_read(context, year, code)


def follow_up_of_lacking(context: Context) -> Iterator[Problem]:
    """The item that shows what was done continues from a measures item that lacks nothing.

    In FY 2564 the measures item got no score for a missing analysis, and the follow-up item none because of that
    (result as printed by เทศบาลตำบลเมืองแกลง). Limit: only where the edition verifies that the one continues from
    the other.
    """
    for after, needed, before in _pairs(context):
        continues = any(element.key == "continues-from-measures" for element in after.item.elements)
        if before is None or not before.has or not continues or not required_elements.is_verified(after):
            continue
        if is_judged(context, after) and required_elements.missing_elements(context, before):
            where = after.where(context, "answer")
            yield problem("oit-measures-item-lacking", where, year=after.year.year, item=after.code, needed=needed)


def _pairs(context: Context) -> Iterator[tuple[Answered, str, Answered | None]]:
    """Each follow-up item that has an answer, the code of the measures item and its answer."""
    for after in items_with_answer(context):
        year = after.year
        codes = (code for code, item in year.edition.items.items() if item.answered_by == "measures")
        needed = next(codes, None)
        if after.item.answered_by == "follow-up" and needed is not None and _are_of_one_year(year, after.code, needed):
            yield after, needed, answer_to(context, year, needed)


def _are_of_one_year(year: FiscalYear, follow_up: str, measures: str) -> bool:
    return own_answers.own_year(year, follow_up) == own_answers.own_year(year, measures)


def shared_address(context: Context) -> Iterator[Problem]:
    """An item does not give the address of an item that it must differ from.

    In FY 2564 an E-Service item got no score because its link was the form for complaints (result as printed by
    เทศบาลตำบลเมืองแกลง). Addresses are the same without fragment, scheme and closing slash.
    """
    for one in items_with_answer(context):
        given = {same_address(context.site, target(link)): link for link in reversed(one.links)}
        for code in filter(None, map(one.year.edition.item_called, one.item.differs_from)):
            other = answer_to(context, one.year, code)
            links = other.links if other is not None and other.has else ()
            same = [given[address] for link in links if (address := same_address(context.site, target(link))) in given]
            if same:
                values = {"item": one.code, "other": code, "found": target(same[0])}
                yield problem("oit-same-address", place_of_link(same[0]), year=one.year.year, **values)


def not_in_register(context: Context) -> Iterator[Problem]:
    """A register names every item of the edition that no page of this site answers by itself.

    Limits: only where the edition knows all items, and not before the first one is entered. A note, once for each
    register.
    """
    for result in context.years():
        year, register = result.year, result.year.register
        if register is None or not register.items or not year.edition.knows_all_items:
            continue
        if not all(is_read(context, year, code) for code in year.edition.items):
            continue
        own = {code for code in year.edition.items if own_answers.own_page(context.results, year, code)}
        there = {*register.items, *register.waiting, *own}
        lacking = [code for code in year.edition.items if code not in there]
        if lacking:
            values = {"count": len(lacking), "items": listed(runs(lacking)), "of_year": year.year}
            yield problem("oit-not-in-register", register.where("fiscal_year"), year=year.year, **values)


def waits_for_renewal(context: Context) -> Iterator[Problem]:
    """No answer carried from another year waits to be renewed; until then it is no answer and not judged as one.

    Said once for each year that answers of a register come from, and to the officer alone: it is work that is left,
    and no fact of the year.
    """
    for result in context.years():
        year, register = result.year, result.year.register
        waiting = register.waiting if register else {}
        for before in sorted({one.renew for one in waiting.values() if one.renew is not None}):
            codes = [
                code for code in year.edition.in_order(waiting) if code in waiting and waiting[code].renew == before
            ]
            values = {"count": len(codes), "items": listed(runs(codes)), "of_year": year.year, "found": before}
            yield problem("oit-waits-for-renewal", waiting[codes[0]].where("renew"), year=None, **values)


RULES = (
    without_link,
    without_content,
    page_cannot_answer,
    answer_of_other_year,
    follow_up_item_alone,
    follow_up_of_lacking,
    shared_address,
    not_in_register,
    waits_for_renewal,
    *required_elements.RULES,
)
