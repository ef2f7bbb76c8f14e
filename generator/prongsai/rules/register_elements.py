"""Rules on the required elements of the OIT items: each stands somewhere, and what must be somebody's own is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from prongsai.analysis import own_answers
from prongsai.model.agency import Channel
from prongsai.model.edition_items import Element
from prongsai.model.stated import known
from prongsai.problems import Problem, problem
from prongsai.rules.answered import Answered, is_judged, items_with_answer
from prongsai.rules.context import Context
from prongsai.rules.naming import listed, verified
from prongsai.thai.numerals import to_arabic

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
            values = {"item": one.code, "names": _names(missing), "key": missing[0].key}
            yield problem("oit-element-missing", where, year=one.year.year, **values)


def element_not_stated(context: Context) -> Iterator[Problem]:
    """The register says of every verified element where it stands or that it is missing. A note.

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
    """Whether the elements of the item are read or computed somewhere, not inferred."""
    return verified(one.year.edition, one.item.elements_evidence or one.item.evidence)


def _verified_elements(one: Answered) -> tuple[Element, ...]:
    return one.item.elements if is_verified(one) else ()


def _is_missing(context: Context, one: Answered, element: Element) -> bool:
    if not _is_read(one, element):
        return False
    place = one.stated.elements.get(element.key) if one.stated else None
    return place.missing if place is not None else _own_state(context, one, element) == "missing"


def _is_read(one: Answered, element: Element) -> bool:
    """Whether it could be read what the register says of an element, be it nothing."""
    if one.stated is None:
        return True
    place = one.stated.elements.get(element.key)
    return not one.stated.may_have_lost(element.key, "elements") if place is None else place.is_whole("missing")


def _own_state(context: Context, one: Answered, element: Element) -> str:
    return own_answers.own_element(context.results, one.year, one.code, element.key).state


def _names(elements: list[Element]) -> str:
    return listed([f"“{element.text}”" for element in elements])


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


RULES = (element_missing, element_not_stated, contact_is_general)
