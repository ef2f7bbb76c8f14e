"""Items of the assessment that a text names: by their code, or by the title that a year gives them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from prongsai.model.edition import Edition
from prongsai.model.scores import Scores
from prongsai.model.stated import known

_CODE = re.compile(r"(?<![A-Za-z0-9])[Oo]\s?([0-9]{1,2})(?![0-9])")
_NAMED = r"(?:ข้อ|หัวข้อ|เรื่อง|ประเด็น|รายการ|^|\()\s*[“\"]?"  # before a title that is not one inside other words
_SHORTEST = 3  # letters of a title

Titles = Mapping[str, frozenset[str]]


@dataclass(frozen=True)
class Mention:
    """An item with the places where its name begins and ends, a title behind its code among it."""

    code: str
    start: int
    end: int


def titles_of(edition: Edition, scores: Scores | None) -> Titles:
    """The titles of each item of a year, by code: those of its rules and the one that its document prints."""
    found: dict[str, set[str]] = {}
    for code, item in edition.items.items():
        found.setdefault(code, set()).update(one for one in (item.title, *item.aliases) if one)
    for code, result in scores.items.items() if scores else ():
        printed = known(result.printed_title)
        found.setdefault(code, set()).update([printed] if printed else [])
    return {code: frozenset(one for one in titles if len(one) >= _SHORTEST) for code, titles in found.items()}


def mentions(text: str, titles: Titles) -> list[Mention]:
    """The items that a text in Arabic digits names, in order; by titles alone only where it has no code."""
    coded = [Mention(f"O{int(one[1])}", *one.span()) for one in _CODE.finditer(text)]
    if coded:
        return [_with_title(text, one, titles) for one in coded]
    found = list[Mention]()
    for one in sorted(_titled(text, titles), key=lambda one: (one.start - one.end, one.start)):  # the longest first
        if all(one.end <= other.start or other.end <= one.start for other in found):
            found.append(one)
    return sorted(found, key=lambda one: one.start)


def _with_title(text: str, mention: Mention, titles: Titles) -> Mention:
    """A code with the title right behind it; a title may be that of another item all the same."""
    rest = re.match(r"[\s:(–\-]*(?:เรื่อง\s*)?", text[mention.end :])
    start = mention.end + (rest.end() if rest else 0)
    own = titles.get(mention.code, frozenset())
    longest = max((len(one) for one in own if text.startswith(one, start)), default=0)
    return Mention(mention.code, mention.start, start + longest if longest else mention.end)


def _titled(text: str, titles: Titles) -> Iterator[Mention]:
    codes: dict[str, set[str]] = {}
    for code, names in titles.items():
        for name in names:
            codes.setdefault(name, set()).add(code)
    for name, of in codes.items():
        if len(of) == 1 and name in text:
            for found in re.finditer(_NAMED + rf"(?P<title>{re.escape(name)})", text):
                yield Mention(next(iter(of)), found.start("title"), found.end())
