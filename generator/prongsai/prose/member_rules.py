"""Rules on how many of a kind fulfil a condition by a sentence, and which."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from prongsai.problems import Fact, Problem, problem
from prongsai.prose.amounts import half_unit
from prongsai.prose.claimed import claimed
from prongsai.prose.grammar.claims import Condition, Members
from prongsai.prose.known import Known
from prongsai.prose.two_lists import figure_counted
from prongsai.rules.context import Context
from prongsai.rules.facts import list_at

_MANY = 9  # from so many on the number says more than the list
_UNITS = {"indicator": "ตัวชี้วัด", "instrument": "เครื่องมือ", "item": "ข้อ"}
_FULL = Decimal(100)


@dataclass(frozen=True)
class Counted:
    """Those of a kind that fulfil the conditions, in their order, and all of that kind."""

    keys: tuple[str, ...]
    every: tuple[str, ...]


def _narrowed(site: Known, claim: Members) -> Members:
    """A claim on all of so many as one on the indicators of an instrument that has as many."""
    year = claim.years[0]
    every = site.readings(year, claim.kind, claim.within) if claim.within and claim.of and not claim.scope else ()
    is_just = any(len(one) == claim.of for one in every)
    return replace(claim, scope=claim.within) if is_just else claim


def counts_of(site: Known, claim: Members, year: int) -> list[Counted]:
    """Those that fulfil the conditions, by each list of scores; empty where that cannot be known."""
    readings = _values(site, claim, year)
    before = _before(site, claim, year)
    needs_before = any(one.word in {"rises", "falls", "stays"} for one in claim.conditions)
    target = site.target(year)
    needs_target = any(one.word in {"passes", "fails"} and one.bound is None for one in claim.conditions)
    if (needs_target and target is None) or not readings:
        return []
    if needs_before and not all(before.keys() >= reading.keys() for reading in readings):
        return []
    return [_counted(claim.conditions, reading, before, target or _FULL) for reading in readings]


def _values(site: Known, claim: Members, year: int) -> tuple[dict[str, Decimal], ...]:
    if claim.kind != "item" and any(one.word in {"zero", "scored"} for one in claim.conditions):
        return ()  # it is items that are called so
    if claim.kind != "item":
        return site.readings(year, claim.kind, claim.scope)
    indicator = "" if claim.scope in site.weights(year) else claim.scope
    items = site.item_scores(year, indicator)
    if not items and claim.of is None and not claim.is_every and all(one.word == "zero" for one in claim.conditions):
        items = (
            site.zero_items(year, indicator, claim.keys or ()) if claim.missing is None and claim.share is None else {}
        )
    return (items,) if items else ()


def _before(site: Known, claim: Members, year: int) -> dict[str, Decimal]:
    if claim.kind == "item":
        return {}
    readings = site.readings(year - 1, claim.kind, claim.scope)
    return readings[0] if len(readings) == 1 else {}


def _counted(
    conditions: tuple[Condition, ...], now: Mapping[str, Decimal], before: Mapping[str, Decimal], target: Decimal
) -> Counted:
    kept = (
        key for key, value in now.items() if all(_fulfils(one, value, before.get(key), target) for one in conditions)
    )
    return Counted(tuple(kept), tuple(now))


def _fulfils(condition: Condition, value: Decimal, before: Decimal | None, target: Decimal) -> bool:
    bound = condition.bound if condition.bound is not None else target
    if condition.word in {"rises", "falls", "stays"}:
        moved = value - before if before is not None else Decimal(0)
        way = moved > 0 if condition.word == "rises" else (moved < 0 if condition.word == "falls" else moved == 0)
        return way and (condition.bound is None or _compare(abs(moved), condition.operator, condition.bound))
    if condition.word == "between":
        return bound <= value <= (condition.upper if condition.upper is not None else _FULL)
    simple = {
        "passes": value >= bound,
        "fails": value < bound,
        "full": value == _FULL,
        "zero": value == 0,
        "scored": value > 0,
    }
    return simple[condition.word] if condition.word in simple else _compare(value, condition.operator, bound)


def _compare(value: Decimal, operator: str, bound: Decimal) -> bool:
    return {
        "=": value == bound,
        ">": value > bound,
        ">=": value >= bound,
        "<": value < bound,
        "<=": value <= bound,
        "~": True,
    }[operator]


def _is_so_within(site: Known, claim: Members, year: int) -> bool:
    """True if a claim holds among the indicators of the instrument that was spoken of before it."""
    narrower = replace(claim, scope=claim.within, within="")
    is_open = bool(claim.within) and not claim.scope
    counted = counts_of(site, narrower, year) if is_open else []
    return any(_counts(narrower, one) and _holds(narrower, one) for one in counted)


def _counts(claim: Members, counted: Counted) -> bool:
    """True if the number that is claimed, if any, is that of those which fulfil the conditions."""
    is_of_others = claim.of is not None and claim.of != len(counted.every)
    return claim.count is None or is_of_others or claim.count == len(counted.keys)


def _holds(claim: Members, counted: Counted) -> bool:
    """True if those that are named, or all, or none but some, are those which fulfil the conditions."""
    keys, every = {*counted.keys}, {*counted.every}
    if claim.of is not None and claim.of != len(every):
        return True  # of another number there are other conditions: nothing is known of those
    if claim.missing is not None:
        return keys == every - {*claim.missing}
    if claim.is_every:
        return (keys == every) is not claim.is_not
    if claim.share is not None:
        return _is_share(Decimal(100 * len(keys)) / len(every), claim.share, claim.share_operator)
    named = {*claim.keys} if claim.keys is not None else keys
    is_held = named == keys if claim.is_whole_list else named <= keys
    return is_held or not named <= every


def _is_share(share: Decimal, said: Decimal, operator: str) -> bool:
    if operator != "=":
        return _compare(share, operator, said)
    return abs(share - said) <= half_unit(said)


def _is_plain(claim: Members) -> bool:
    """True if the only conditions are that scores are above or below a number."""
    return all(one.word == "bound" and one.operator in {">", "<"} for one in claim.conditions)


def prose_threshold(context: Context) -> Iterator[Problem]:
    """The number of indicators, instruments or items that a text lets fulfil a condition is the number that do.

    Where the document states two lists of scores, only a number of those above or below a score is looked at, and one
    that fits just one of them is reported with both. Limits: all figures of the kind must be known; a condition on a
    change needs those of the year before.
    """
    site = Known(context)
    for passage, said in claimed(context, Members):
        claim = _narrowed(site, said)
        counted = counts_of(site, claim, claim.years[0]) if claim.count is not None else []
        wrong = [one for one in counted if not _counts(claim, one)]
        is_told = bool(wrong) and (len(counted) == 1 or _is_plain(claim))
        if is_told and not _is_so_within(site, claim, claim.years[0]):
            yield problem(
                "prose-threshold",
                passage.where,
                year=passage.year,
                quote=claim.quote,
                found=claim.count,
                unit=_UNITS[claim.kind],
                expected=" และตามคะแนนที่ระบุอีกแห่งหนึ่งมี ".join(_number(claim, one) for one in counted),
            ).about(_fact_of(claim, counted, wrong) or list_at(passage.where))


def _fact_of(claim: Members, counted: list[Counted], wrong: list[Counted]) -> Fact | None:
    """The figure that differs, where the number is right by one of two lists of scores."""
    return figure_counted(claim.years[0], [one.keys for one in counted]) if len(wrong) < len(counted) else None


def _number(claim: Members, counted: Counted) -> str:
    number = f"{len(counted.keys)} {_UNITS[claim.kind]}"
    return f"{number} ({_names(claim.kind, counted.keys)})" if 0 < len(counted.keys) < _MANY else number


def _those(claim: Members, counted: Counted) -> str:
    """Those that fulfil the conditions, or where they are many those that do not."""
    rest = tuple(key for key in counted.every if key not in counted.keys)
    if rest and len(rest) < len(counted.keys):
        unit = _UNITS[claim.kind]
        return f"{len(counted.keys)} {unit} จาก {len(counted.every)} {unit} (ยกเว้น {_names(claim.kind, rest)})"
    return _number(claim, counted)


def _names(kind: str, keys: tuple[str, ...]) -> str:
    if kind == "indicator":
        return f"ตัวชี้วัดที่ {', '.join(keys)}"
    return ", ".join(keys)


def prose_list(context: Context) -> Iterator[Problem]:
    """Those that a text lists as fulfilling a condition are those that do: all, none, all but some, or just these.

    Where the document states two lists of scores either suffices. Limits: as of prose-threshold.
    """
    site = Known(context)
    for passage, said in claimed(context, Members):
        claim = _narrowed(site, said)
        of_years = [counts_of(site, claim, year) for year in claim.years]
        counted = [one for of_year in of_years for one in of_year] if all(of_years) else []
        agreeing = [one for one in counted if _counts(claim, one)]
        is_so = any(_holds(claim, one) for one in agreeing)
        if agreeing and not is_so and not any(_is_so_within(site, claim, year) for year in claim.years):
            values = {"of_year": claim.years[0], "expected": _those(claim, agreeing[0])}
            yield problem("prose-list", passage.where, year=passage.year, quote=claim.quote, **values)


RULES = (prose_threshold, prose_list)
