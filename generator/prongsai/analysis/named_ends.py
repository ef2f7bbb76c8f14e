"""What a text names together as the highest or the lowest: one indicator, or the two or three at that end."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from decimal import Decimal

from prongsai.analysis import words as w
from prongsai.analysis.comparison import indicators_by_rules
from prongsai.analysis.words import Vocabulary, words_of
from prongsai.model.analysis import ListRule
from prongsai.thai.numerals import to_arabic

ENDS = {"highest", "lowest"}
_NUMBER = r"([0-9]{1,2})(?![0-9.]*[0-9]|\s*(?:คะแนน|%|อันดับ|ลำดับ|ข้อ|ปี))"
_NUMBERS = re.compile(rf"ตัวชี้วัดที่\s*{_NUMBER}")
_ONE_MORE = re.compile(rf"\s*(?:,|และ|กับ)\s*(?:ตัวชี้วัดที่\s*)?{_NUMBER}")
_BETWEEN = re.compile(r"[\s(),0-9.]*(?:คะแนน|[\s()])*[\s,]*(?:และ|กับ|,)?\s*")


def named_indicators(text: str, names: Vocabulary) -> frozenset[str]:
    """The indicators that a text names, by name or by number, also where one word serves several numbers."""
    plain = to_arabic(text)
    found = {word.value for word in words_of(plain, names) if word.kind == w.INDICATOR}
    for first in _NUMBERS.finditer(plain):
        found.add(first[1])
        more = _ONE_MORE.match(plain, first.end())
        while more:
            found.add(more[1])
            more = _ONE_MORE.match(plain, more.end())
    return frozenset(found)


def named_beside(text: str, names: Vocabulary, kind: str, key: str) -> frozenset[str]:
    """What a text names in one breath with `key`: 4 และ 2; what comes behind รองลงมา is not."""
    plain = to_arabic(text)
    words = [word for word in words_of(plain, names) if word.kind == kind]
    run: set[str] = set()
    for before, word in zip([None, *words], words, strict=False):
        is_joined = before is not None and _BETWEEN.fullmatch(plain, before.end, word.start)
        if not is_joined and key in run:
            break
        run = {*run, word.value} if is_joined else {word.value}
    return frozenset(run) if key in run else frozenset({key})


def are_the_ends(named: Collection[str], condition: str, values: Mapping[str, Decimal]) -> bool:
    """Whether what is named together holds that end: nothing of the end is left out, and nothing out of its turn in."""
    rule, together = (ListRule(condition="highest" if condition == "highest" else "lowest"),), {*named}
    first = indicators_by_rules(rule, values, {}) or ()
    allowed = indicators_by_rules(rule, values, {}, len(together)) or ()
    return {*first} <= together <= {*allowed}


def list_by_rules(
    rules: tuple[ListRule, ...],
    now: Mapping[str, Decimal],
    before: Mapping[str, Decimal],
    stated: tuple[str, ...],
    many: int,
) -> tuple[str, ...] | None:
    """What a list must hold by its rules, where its text names `many` together as the highest or the lowest.

    What is stated is right where it leaves out nothing of that end and takes in nothing out of its turn.
    """
    first = indicators_by_rules(rules, now, before)
    if first is None or many < 2 or not ENDS & {rule.condition for rule in rules} or {*first} == {*stated}:
        return first
    allowed = indicators_by_rules(rules, now, before, many) or ()
    return stated if {*first} <= {*stated} <= {*allowed} else allowed
