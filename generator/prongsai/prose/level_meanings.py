"""Rules on what a text says that a level means, against the scores that have the level."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from prongsai.model.edition import Edition
from prongsai.problems import Problem, problem
from prongsai.prose.passages import passages
from prongsai.rules.context import Context
from prongsai.rules.naming import shortened
from prongsai.thai.numerals import to_arabic

_FULL = Decimal(100)
_MEANING = re.compile(
    r"ระดับ *“?(?P<level>[^ ”\n]{1,12})”? *(?:หมายถึง|หมายความว่า)(?P<words>(?:(?!ระดับ|ร้อยละ).)*)ร้อยละ *"
    r"(?P<low>[0-9.]+) *(?:-|–|ถึง) *(?P<high>[0-9.]+)(?= *(?:ของ|$))"
)
_LACKING = re.compile("ปรับปรุง|ไม่ครบ|ยังขาด|แก้ไข")

Span = tuple[Decimal, Decimal]


def level_meaning(context: Context) -> Iterator[Problem]:
    """The share to improve that a text gives as the meaning of a level is what the level's scores leave.

    Told only where the share is that of another level: then the meaning is printed for the wrong one. Limits: only of
    scales whose levels hang on the total alone, and where sources agree on where each begins.
    """
    for passage in passages(context):
        left = _left_by_level(passage.edition) if passage.about is not None else {}
        for found in _MEANING.finditer(to_arabic(passage.text)) if left else ():
            own, share = left.get(found["level"]), _share(found)
            if own is None or share is None or not _LACKING.search(found["words"]) or _overlap(share, own):
                continue
            other = next((name for name, span in left.items() if span[0] <= share[0] and share[1] <= span[1]), None)
            if other is not None:
                values = {"level": found["level"], "share": _word(share), "left": _word(own), "other": other}
                quote = shortened(passage.text[found.start() : found.end()])  # digits as printed
                edition = passage.edition.fiscal_year
                yield problem(
                    "prose-level-meaning", passage.where, year=passage.year, edition=edition, quote=quote, **values
                )


def _share(found: re.Match[str]) -> Span | None:
    numbers = [found[name].strip(".") for name in ("low", "high")]
    if any(one.count(".") > 1 or not one for one in numbers):
        return None
    low, high = map(Decimal, numbers)
    return (low, high) if low < high <= _FULL else None


def _left_by_level(edition: Edition) -> dict[str, Span]:
    """The points that each level leaves of 100; the lower end is that of the level above and not its own."""
    rules = edition.levels
    if any(one.every_instrument_from is not None or one.some_instrument_below is not None for one in rules):
        return {}
    spans, above = {}, _FULL
    for rule in sorted(rules, key=lambda one: max(one.total_from), reverse=True):
        if len(rule.total_from) == 1:
            spans[rule.name] = (_FULL - above, _FULL - rule.total_from[0])
        above = min(rule.total_from)
    return spans


def _overlap(share: Span, own: Span) -> bool:
    return share[0] < own[1] and share[1] > own[0]


def _word(span: Span) -> str:
    low, high = (f"{one.normalize():f}" for one in span)
    return f"{low} ถึง {high}"


RULES = (level_meaning,)
