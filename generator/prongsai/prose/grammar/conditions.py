"""Conditions that a sentence puts on indicators, instruments or items: bounds, changes, passing, scored or not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from prongsai.prose.grammar.claims import Condition
from prongsai.prose.grammar.reading import OPERATORS
from prongsai.prose.grammar.tokens import Token
from prongsai.thai.numerals import to_arabic

_NUMBERS = {"points", "percent", "bare"}
_LOWEST_BOUND = 50  # points; what is below it behind เกณฑ์ is a distance
_SET_BOUND = re.compile(
    r"(?:เส้น|เกณฑ์|เป้าหมาย|ด่าน|ขีด)(?:การประเมิน|มาตรฐาน|ขั้นต่ำ|ผ่าน|ที่|กำหนด|ร้อยละ|คะแนน|คือ|[\s(])*([0-9]{2,3}(?:\.[0-9]+)?)"
    r"|([0-9]{2,3}(?:\.[0-9]+)?)\s*(?:คะแนน)?\s*(?:ขึ้นไป)?\s*เป็นเกณฑ์"
)
_JOINS = {"and", "break", "year"}


def parse_conditions(tokens: Sequence[Token]) -> tuple[Condition, ...]:
    """The conditions that tokens say one after another; empty where one of them says no condition."""
    rest, found = [token for token in tokens if token.kind != "year"], list[Condition]()
    is_joined = True
    while rest:
        if rest[0].kind in _JOINS:
            rest, is_joined = rest[1:], True
            continue
        if rest[0].kind in {"rises", "falls"} and not is_joined:
            return ()  # the number of those did: ตัวชี้วัดที่ผ่านเกณฑ์เพิ่มขึ้น 1 ตัวชี้วัด
        is_joined = False
        condition, used = _first(rest)
        if condition is None:
            return ()
        found.append(condition)
        rest = rest[used:]
    return tuple(found)


def by_stated_bound(conditions: tuple[Condition, ...], text: str) -> tuple[Condition, ...]:
    """Passing as passing the bound that a text names elsewhere; none where it names several."""
    if not any(one.word in {"passes", "fails"} and one.bound is None for one in conditions):
        return conditions
    bounds = stated_bounds(text)
    if len(bounds) > 1:
        return ()
    bound = next(iter(bounds), None)
    return tuple(
        replace(one, bound=one.bound or bound) if one.word in {"passes", "fails"} else one for one in conditions
    )


def stated_bounds(text: str) -> set[Decimal]:
    """The scores that a text sets as what is to be reached: เมื่อใช้เส้น 90 เป็นเกณฑ์, เกณฑ์ร้อยละ 85."""
    found = (Decimal(one[1] or one[2]) for one in _SET_BOUND.finditer(to_arabic(text)))
    return {one for one in found if _LOWEST_BOUND <= one <= 100}


def _first(rest: Sequence[Token]) -> tuple[Condition | None, int]:
    kind = rest[0].kind
    if kind in {"rises", "falls", "stays"}:
        return _change(rest)
    if kind in {"passes", "fails"}:
        used = 1 + _is(rest, 1, "target")
        number = _number(rest, used)
        used += number is not None
        return Condition(kind, bound=number), used + (_is(rest, used, "upwards") if number is not None else 0)
    if kind in {"zero", "scored", "full"}:
        return Condition(kind), 1
    if kind == "between":
        return _between(rest)
    if kind in {*OPERATORS} - {"nearly"}:
        return _bound(rest)
    return _bare(rest)


def _change(rest: Sequence[Token]) -> tuple[Condition | None, int]:
    """Risen or fallen, and by more or less than so many points where that is said."""
    if len(rest) > 2 and rest[1].kind in OPERATORS and rest[2].kind == "points":
        operator = OPERATORS[rest[1].kind]
        return Condition(rest[0].kind, operator, rest[2].number), 3
    if len(rest) > 1 and rest[1].kind in {"points", "percent"}:
        return None, 0  # by how much one of them did
    return Condition(rest[0].kind), 1


def _bound(rest: Sequence[Token]) -> tuple[Condition | None, int]:
    used = 1 + _is(rest, 1, "target")
    number = _number(rest, used)
    operator = OPERATORS[rest[0].kind]
    if number is None:
        is_target = used > 1
        word = "fails" if operator in {"<", "<="} else "passes"
        return (Condition(word) if is_target and rest[0].kind != "more" else None), used
    used += 1
    used += _is(rest, used, "upwards")
    return Condition("bound", operator, number), used


def _bare(rest: Sequence[Token]) -> tuple[Condition | None, int]:
    """A number with its bound behind it (85 ขึ้นไป), a range (85.00 - 89.99), or just that score."""
    number = _number(rest, 0)
    if number is None:
        return None, 0
    if _is(rest, 1, "upwards") or _is(rest, 1, "downwards"):
        return Condition("bound", ">=" if rest[1].kind == "upwards" else "<=", number), 2
    upper = _number(rest, 2)
    if upper is not None and (_is(rest, 1, "dash") or _is(rest, 1, "reach")):
        return Condition("between", bound=number, upper=upper), 3
    return (Condition("bound", "=", number) if rest[0].kind == "points" else None), 1


def _between(rest: Sequence[Token]) -> tuple[Condition | None, int]:
    lower, upper = _number(rest, 1), _number(rest, 3)
    if lower is None or upper is None or rest[2].kind not in {"dash", "reach", "and"}:
        return None, 0
    return Condition("between", bound=lower, upper=upper), 4


def _is(rest: Sequence[Token], place: int, kind: str) -> int:
    return int(place < len(rest) and rest[place].kind == kind)


def _number(rest: Sequence[Token], place: int) -> Decimal | None:
    found = rest[place] if place < len(rest) else None
    return found.number if found is not None and found.kind in _NUMBERS and found.number <= 100 else None
