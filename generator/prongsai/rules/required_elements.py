"""Rules on the required elements and years of the OIT items: each is somewhere, in the year that is asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from prongsai.analysis import own_answers
from prongsai.model.agency import Channel
from prongsai.model.edition_items import Element
from prongsai.model.oit import AnswerLink
from prongsai.model.stated import known
from prongsai.problems import Problem, problem
from prongsai.rules.answered import Answered, answered_items, is_judged, items_with_answer, place_of_link
from prongsai.rules.context import Context
from prongsai.rules.link_years import folder_years, name_in_link, named_years
from prongsai.rules.naming import listed, shortened, verified
from prongsai.rules.register_links import has_all_links, required_year
from prongsai.thai.numerals import to_arabic

_TITLE_YEAR = re.compile(r"ปีงบประมาณ\s*(?:พ\.?\s?ศ\.?)?\s*(25[0-9]{2})|ประจำปี\s*(?:พ\.?\s?ศ\.?)?\s*(25[0-9]{2})")


def unverified_year(one: Answered) -> int | None:
    """The fiscal year that other sources ask for: by the edition, or by the year in the title of the item."""
    if one.item.year_offset is not None:
        return one.year.year + one.item.year_offset
    named = {first or second for first, second in _TITLE_YEAR.findall(to_arabic(one.item.title or ""))}
    return int(named.pop()) if len(named) == 1 else None


def stated_year(context: Context) -> Iterator[Problem]:
    """The year that an answer states is the one that the sources at hand ask for, or at least near its register.

    Where that year is certain another rule judges. Every item whose year is verified asks for the year of the register
    or the one before; this is no rule for the others, so it is only remarked upon.
    """
    for one in answered_items(context):
        found = known(one.stated.fiscal_year) if one.stated else None
        if one.stated is None or found is None or required_year(one) is not None:
            continue
        expected, year = unverified_year(one), one.year.year
        where, values = one.stated.where("fiscal_year"), {"item": one.code, "found": str(found)}
        if expected is not None and found not in _fitting(one, expected):
            yield problem("answer-year-unverified", where, year=year, expected=expected, **values)
        elif expected is None and found not in {year, year - 1}:
            yield problem("answer-year-far", where, year=year, of_year=year, **values)


def _fitting(one: Answered, expected: int) -> set[int]:
    """The years that may be named: the measures may name the year that they analyse."""
    analysed = one.item.analyses_offset
    return {expected, expected if analysed is None else one.year.year + analysed}


def year_in_link(context: Context) -> Iterator[Problem]:
    """Title, file name and fragment of the links name the year that the answer states, or that other sources ask for.

    Limits are those of `oit-link-names-other-year`, which judges where the year is certain.
    """
    for one in items_with_answer(context):
        stated = known(one.stated.fiscal_year) if one.stated else None
        expected = stated or unverified_year(one)
        if required_year(one) is not None or expected is None or not _has_its_year(one):
            continue
        named = [(link, named_years(link, expected, one.year.year)) for link in one.links]
        if any(years & _fitting(one, expected) for _, years in named):
            continue
        code = "link-year-unverified" if stated is None else "link-year-differs"
        for link, years in named:
            if years:
                yield _of_link(code, one, link, shortened(name_in_link(link)), years, expected)


def year_in_address(context: Context) -> Iterator[Problem]:
    """The folders of an address name no other year than that of the data, where nothing else of the links names one.

    A folder may be named after the assessment or after the day of uploading, so the year of the register fits, and an
    upload from the year before or later. Where the year is not certain, the years before and after fit as well. A note.
    """
    for one in items_with_answer(context):
        stated = known(one.stated.fiscal_year) if one.stated else None
        expected = required_year(one) or stated or unverified_year(one)
        if expected is None or not _has_its_year(one):
            continue
        if any(named_years(link, expected, one.year.year) for link in one.links):
            continue
        near = {one.year.year, *_fitting(one, expected)}
        near |= set() if required_year(one) is not None else set(range(expected - 1, expected + 2))
        found = [(link, _years_of_address(link, expected, near)) for link in one.links]
        if any(years & near for _, years in found):
            continue
        for link, years in found:
            if years:
                address = known(link.url) or ""
                yield _of_link("link-address-of-other-year", one, link, address, years, expected)


def _has_its_year(one: Answered) -> bool:
    return has_all_links(one) and one.stated is not None and one.stated.is_whole("fiscal_year")


def _of_link(code: str, one: Answered, link: AnswerLink, named: str, years: set[int], expected: int) -> Problem:
    found = listed([str(year) for year in sorted(years)])
    values = {"item": one.code, "link": named, "found": found}
    return problem(code, place_of_link(link), year=one.year.year, expected=expected, **values)


def _years_of_address(link: AnswerLink, expected: int, near: set[int]) -> set[int]:
    """The years of the folders; those of uploading only where nothing of that year can have been uploaded then."""
    named, uploaded = folder_years(link, expected)
    return named | {year for year in uploaded if year < expected - 1 or year in near}


_NOT_A_DIGIT, _SPACES = re.compile(r"[^0-9]"), re.compile(r"\s+")


def element_missing(context: Context) -> Iterator[Problem]:
    """An item shows every required element, one problem for each item.

    Missing is what the register says is missing, and what the page of this site does not show where the register says
    nothing of it. Only elements that are verified for the year, and not on a site that only shows a document. Source:
    four of nine items without score in FY 2564 lacked an element (as printed by เทศบาลตำบลเมืองแกลง).
    """
    for one in items_with_answer(context):
        missing = missing_elements(context, one)
        if missing and is_judged(context, one):
            where = one.where(context, *(("elements",) if one.stated and one.stated.elements else ("answer",)))
            values = {"item": one.code, "names": _names(missing, one), "key": missing[0].key}
            yield problem("oit-element-missing", where, year=one.year.year, **values)


def element_not_stated(context: Context) -> Iterator[Problem]:
    """The register says of every verified element where it is or that it is missing. A note.

    What the page of this site shows by itself need not be said.
    """
    for one in items_with_answer(context):
        if one.stated is None or not one.says_has:
            continue
        stated = one.stated.elements
        open_ones = [
            element
            for element in _verified_elements(one)
            if element.key not in stated and _is_read(one, element) and _own_state(context, one, element) == "unknown"
        ]
        if open_ones:
            where = one.where(context, *(("elements",) if stated else ("answer",)))
            values = {"item": one.code, "names": _names(open_ones), "key": open_ones[0].key}
            yield problem("oit-element-not-stated", where, year=one.year.year, **values)


def contact_is_general(context: Context) -> Iterator[Problem]:
    """A contact that has to be somebody's own is none of the agency's channels. A note, never a reason of ITA.

    Source: the development point on item O2 in FY 2564 (as printed by เทศบาลตำบลเมืองแกลง).
    """
    channels = known(context.site.agency.channels) or ()
    for one in items_with_answer(context):
        for element in one.item.elements if one.stated else ():
            place = one.stated.elements.get(element.key) if one.stated else None
            if place is None or not element.not_agency_channel:
                continue
            same = [value for value in place.value if any(_is_channel(value, channel) for channel in channels)]
            if same:
                values = {"item": one.code, "found": listed(same)}
                yield problem("oit-contact-is-general", place.where("value"), year=one.year.year, **values)


def missing_elements(context: Context, one: Answered) -> list[Element]:
    """The verified elements of an item that are stated as missing or that the page of this site does not show."""
    return [element for element in _verified_elements(one) if _is_missing(context, one, element)]


def is_verified(one: Answered) -> bool:
    """True if the elements of the item are read or computed somewhere, not inferred."""
    return verified(one.year.edition, one.item.elements_evidence or one.item.evidence)


def _verified_elements(one: Answered) -> tuple[Element, ...]:
    return one.item.elements if is_verified(one) else ()


def _is_missing(context: Context, one: Answered, element: Element) -> bool:
    if not _is_read(one, element):
        return False
    place = one.stated.elements.get(element.key) if one.stated else None
    return place.missing if place is not None else _own_state(context, one, element) == "missing"


def _is_read(one: Answered, element: Element) -> bool:
    """True if it could be read what the register says of an element, be it nothing."""
    if one.stated is None:
        return True
    place = one.stated.elements.get(element.key)
    return not one.stated.may_have_lost(element.key, "elements") if place is None else place.is_whole("missing")


def _own_state(context: Context, one: Answered, element: Element) -> str:
    return own_answers.own_element(context.results, one.year, one.code, element.key).state


def _names(elements: list[Element], one: Answered | None = None) -> str:
    """The elements by name, each with what the register says of it."""
    places = one.stated.elements if one is not None and one.stated else {}
    notes = {key: f" ({place.note})" for key, place in places.items() if place.note}
    return listed([f"“{element.text}”{notes.get(element.key, '')}" for element in elements])


def _is_channel(value: str, channel: Channel) -> bool:
    if channel.kind == "phone":
        number = _phone(value)
        return bool(number) and number == _phone(channel.value)
    return _plain(value) == _plain(channel.value)


def _phone(text: str) -> str:
    """The digits of a telephone number as they are dialled inside the country."""
    digits = _NOT_A_DIGIT.sub("", to_arabic(text))
    return f"0{digits[2:]}" if text.strip().startswith("+66") else digits


def _plain(text: str) -> str:
    return _SPACES.sub("", to_arabic(text)).casefold().rstrip("/")


RULES = (element_missing, element_not_stated, contact_is_general, stated_year, year_in_link, year_in_address)
