"""Rules on the years of evidence where no official source says of which year the data of an item must be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from prongsai.model.oit import AnswerLink
from prongsai.model.stated import known
from prongsai.problems import Problem, problem
from prongsai.rules.answered import Answered, answered_items, items_with_answer, place_of_link
from prongsai.rules.context import Context
from prongsai.rules.naming import listed, shortened
from prongsai.rules.register_links import has_all_links, name_in_link, named_years, required_year, years_in
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
        if required_year(one) is not None or expected is None or not _is_read(one):
            continue
        named = [(link, named_years(link, expected)) for link in one.links]
        if any(years & _fitting(one, expected) for _, years in named):
            continue
        code = "link-year-unverified" if stated is None else "link-year-differs"
        for link, years in named:
            if years:
                yield _of_link(code, one, link, shortened(name_in_link(link)), years, expected)


def year_in_address(context: Context) -> Iterator[Problem]:
    """The folders of an address name no year far from that of the data, where nothing else of the links names one.

    Limits: a folder may be named after the day of uploading, so the years before and after fit, and a note it stays.
    """
    for one in items_with_answer(context):
        stated = known(one.stated.fiscal_year) if one.stated else None
        expected = required_year(one) or stated or unverified_year(one)
        if expected is None or not _is_read(one) or any(named_years(link, expected) for link in one.links):
            continue
        near = {one.year.year, *range(expected - 1, expected + 2), *_fitting(one, expected)}
        found = [(link, years_in(_folders(link), expected)) for link in one.links]
        if any(years & near for _, years in found):
            continue
        for link, years in found:
            if years:
                address = known(link.url) or ""
                yield _of_link("link-address-of-other-year", one, link, address, years, expected)


def _is_read(one: Answered) -> bool:
    return has_all_links(one) and one.stated is not None and one.stated.is_whole("fiscal_year")


def _of_link(code: str, one: Answered, link: AnswerLink, named: str, years: set[int], expected: int) -> Problem:
    found = listed([str(year) for year in sorted(years)])
    values = {"item": one.code, "link": named, "found": found}
    return problem(code, place_of_link(link), year=one.year.year, expected=expected, **values)


def _folders(link: AnswerLink) -> str:
    """What stands before the name of the file in an address, and behind the question mark."""
    parts = urlsplit(known(link.url) or "")
    return " ".join((*unquote(parts.path).split("/")[:-1], *unquote(parts.query).split("&")))


RULES = (stated_year, year_in_link, year_in_address)
