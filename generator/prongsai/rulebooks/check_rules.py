"""Checks of a year's rules: what is missing to compute, to judge and to guide, and what was guessed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from prongsai.model.edition import NACC, Edition
from prongsai.model.evidence import FOUND
from prongsai.rulebooks.guesses import kind_of_guess
from prongsai.thai.codes import item_key, parse_item_code

Group = Literal["compute", "judge", "guide", "guessed"]
_WHOLE = Decimal(100)
_TOOLS = ("IIT", "EIT", "OIT")


@dataclass(frozen=True)
class Finding:
    """Something that is missing or was guessed: for what it is needed, its kind, and the codes that it is about."""

    group: Group
    kind: str
    names: tuple[str, ...] = ()


def check_rules(edition: Edition) -> list[Finding]:
    """All that is missing in the rules of a year or rests on a guess, in the order in which it is filled in."""
    return [*_to_compute(edition), *_to_judge(edition), *_to_guide(edition), *_guessed(edition)]


def _to_compute(edition: Edition) -> Iterator[Finding]:
    tools = edition.instruments
    if edition.scheme == NACC and (missing := [one for one in _TOOLS if one not in tools]):
        yield Finding("compute", "no-instrument", tuple(missing))
    if unweighted := [one for one, tool in tools.items() if tool.weight is None]:
        yield Finding("compute", "no-weight", tuple(unweighted))
    elif tools and (total := sum(edition.weights.values())) != _WHOLE:
        yield Finding("compute", "weights-sum", (str(total),))
    named = {one.instrument for one in edition.indicators.values()}
    if without := [one for one in tools if one not in named]:
        yield Finding("compute", "no-indicator", tuple(without))
    above = {one.indicator for one in edition.subindicators.values()}
    oit = [key for key, one in edition.indicators.items() if one.instrument == "OIT"]
    if lacking := [key for key in oit if key not in above]:
        yield Finding("compute", "no-subindicator", tuple(lacking))
    if not edition.items:
        yield Finding("compute", "no-items")
    elif loose := [code for code, item in edition.items.items() if item.subindicator is None]:
        yield Finding("compute", "item-without-subindicator", tuple(loose))
    yield from _numbers(edition)


def _numbers(edition: Edition) -> Iterator[Finding]:
    """The number of items, and numbers that are missing between them."""
    count, codes = edition.items_total, sorted(filter(parse_item_code, edition.items), key=item_key)
    if count is None:
        yield Finding("compute", "no-count", (str(len(edition.items)),))
    elif count.count != len(edition.items):
        yield Finding("compute", "count-differs", (str(count.count), str(len(edition.items))))
    numbers = {int(code[1:]) for code in codes}
    if gaps := sorted({*range(1, max(numbers, default=0) + 1)} - numbers):
        yield Finding("compute", "missing-code", tuple(f"O{number}" for number in gaps))


def _to_judge(edition: Edition) -> Iterator[Finding]:
    if not edition.levels:
        yield Finding("judge", "no-levels")
    elif min(one for level in edition.levels for one in level.total_from) > 0:
        yield Finding("judge", "levels-begin-late", (edition.levels[-1].name,))
    if edition.target is None:
        yield Finding("judge", "no-target")
    if edition.item_scores is None:
        yield Finding("judge", "no-item-scores")
    items = edition.items.items()
    if lacking := [code for code, item in items if not item.elements]:
        yield Finding("judge", "no-elements", tuple(lacking))
    if lacking := [code for code, item in items if item.year_offset is None]:
        yield Finding("judge", "no-offset", tuple(lacking))
    if weak := [code for code, item in items if item.evidence and not edition.verifies(item.evidence, FOUND)]:
        yield Finding("judge", "not-found", tuple(weak))


def _to_guide(edition: Edition) -> Iterator[Finding]:
    items = edition.items.items()
    if lacking := [code for code, item in items if not item.title]:
        yield Finding("guide", "no-title", tuple(lacking))
    if lacking := [code for code, item in items if item.key is None]:
        yield Finding("guide", "no-key", tuple(lacking))
    answered = {item.answered_by for item in (*edition.items.values(), *edition.unnumbered.values())}
    if missing := [one for one in ("measures", "follow-up") if one not in answered]:
        yield Finding("guide", "no-page", tuple(missing))
    if not edition.calendar:
        yield Finding("guide", "no-calendar")
    surveyed = [key for key, one in edition.indicators.items() if one.instrument != "OIT" and not one.questions]
    if surveyed:
        yield Finding("guide", "no-questions", tuple(surveyed))


def _guessed(edition: Edition) -> Iterator[Finding]:
    """Everything that rests on a guess of the program, or was entered without its page, by kind."""
    found: dict[str, dict[str, None]] = {}
    for name, evidence in _named(edition):
        if kind := kind_of_guess(evidence):
            found.setdefault(kind, {})[name] = None
    for kind, names in found.items():
        yield Finding("guessed", kind, tuple(names))


def _named(edition: Edition) -> Iterator[tuple[str, str]]:
    """The codes of all entries, each with every evidence that it names."""
    for section in ("instruments", "parts", "indicators", "subindicators", "items", "unnumbered"):
        for code, fact in getattr(edition, section).items():
            fields = [name for name in type(fact).model_fields if name.endswith("evidence")]
            yield from ((code, name) for field in fields for name in getattr(fact, field))
    for title, listed in (("ระดับ", edition.levels), ("ปฏิทิน", edition.calendar)):
        yield from ((title, name) for fact in listed for name in fact.evidence)
    singles = (("จำนวนข้อ", edition.items_total), ("คะแนนของข้อ", edition.item_scores), ("ค่าเป้าหมาย", edition.target))
    yield from ((title, name) for title, fact in singles if fact is not None for name in fact.evidence)


def is_complete(findings: Iterable[Finding]) -> bool:
    """True if nothing is missing to compute or to judge, and nothing was guessed."""
    return all(one.group == "guide" for one in findings)
