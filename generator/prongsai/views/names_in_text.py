"""The names of indicators and items inside a sentence of a document, as links to their pages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from prongsai.model.edition import Edition
from prongsai.thai.numerals import to_arabic
from prongsai.views.content import Phrase

_OF_OIT = re.compile(r"O([0-9]+)")
Named = tuple[re.Pattern[str], Phrase]  # how a document writes the name of a thing, and the link to its page


def indicator_names(edition: Edition, numbers: Iterable[str]) -> Iterator[re.Pattern[str]]:
    """Finds ตัวชี้วัดที่ 2 การใช้งบประมาณ, each with its name as far as that follows, and also the name alone."""
    for number in numbers:
        known = edition.indicators.get(number)
        yield _named(rf"ตัวชี้วัด(?:ที่)?\s*{re.escape(number)}(?!\.?\d)", known.name if known else "", "ตัวชี้วัด")


def item_names(edition: Edition, codes: Iterable[str]) -> Iterator[re.Pattern[str]]:
    """Finds ข้อ O2 ข้อมูลผู้บริหาร, also where the letter O is printed as a zero; a bare number needs ข้อ before it."""
    for code in codes:
        known = edition.items.get(code)
        yield _named(_code(code), known.title if known and known.title else "")


def _code(code: str) -> str:
    if of_oit := _OF_OIT.fullmatch(code):
        return rf"(?:ข้อ\s*[Oo0]|(?<![A-Za-z0-9.])[Oo])\s?0?{of_oit[1]}(?!\d)"
    before = "" if code[:1].isalpha() else r"ข้อ(?:ที่)?\s*"
    return rf"(?:ข้อ\s*)?(?<![A-Za-z0-9.]){before}{re.escape(code)}(?!\.?\d)"


def _named(code: str, name: str, alone_behind: str = "") -> re.Pattern[str]:
    words = r"\s*".join(map(re.escape, "".join(to_arabic(name).split())))
    if not words:
        return re.compile(code)
    alone = rf"|{alone_behind}\s*{words}" if alone_behind else ""
    return re.compile(rf"{code}(?:\s*{words})?{alone}")


def link_names(text: str, named: Sequence[Named]) -> tuple[tuple[Phrase, ...], tuple[Phrase, ...]]:
    """The text with the first mention of each thing as a link, and the links to those that it does not mention."""
    plain, spans, left = to_arabic(text), list[tuple[int, int, Phrase]](), list[Phrase]()
    for pattern, link in named:
        found = pattern.search(plain)
        if found is None or any(start < found.end() and found.start() < end for start, end, _ in spans):
            left.append(link)
        else:
            spans.append((*found.span(), link))
    return tuple(_parts(text, sorted(spans, key=lambda one: one[0]))), tuple(left)


def _parts(text: str, spans: Iterable[tuple[int, int, Phrase]]) -> Iterator[Phrase]:
    reached = 0
    for start, end, link in spans:
        if start > reached:
            yield Phrase(text[reached:start])
        yield replace(link, text=text[start:end])
        reached = end
    if reached < len(text):
        yield Phrase(text[reached:])
