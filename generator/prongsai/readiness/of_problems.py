"""Problems of an item as reasons: each problem is judged once, by its rule, and only sorted here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from prongsai.links.seen import State
from prongsai.problems import Problem
from prongsai.readiness.item import Finding
from prongsai.wording import hint_of, message_of
from prongsai.wording.item_reasons import OF_ANSWERS, Reason

# Elements whose absence is a reason of its own, by their key in the rules of any year.
_OF_ELEMENTS: Mapping[str, Reason] = {
    "two-way": Reason.NOT_TWO_WAY,
    "continues-from-measures": Reason.NOT_CONTINUING,
    "current-year": Reason.OTHER_YEAR,
    "from-main-website": Reason.ELSEWHERE,
    "on-own-website": Reason.ELSEWHERE,
}
_OF_OTHER_YEAR = {State.WRONG_YEAR, State.WRONG_YEAR_NAME}


def by_item(problems: Iterable[Problem], year: int) -> dict[str, list[Problem]]:
    """The problems of a year (Buddhist Era) that speak of the answer to an item, by its code."""
    found: dict[str, list[Problem]] = {}
    for one in problems:
        if one.year == year and one.code in OF_ANSWERS and one.values.get("item"):
            found.setdefault(one.values["item"], []).append(one)
    return found


def findings_of(problems: Iterable[Problem], missing: Iterable[str]) -> Iterator[Finding]:
    """The findings of the problems of one item; `missing` are the keys of the elements that it lacks."""
    for one in problems:
        _, weight = OF_ANSWERS[one.code]
        says, fix = message_of(one.code, one.values), hint_of(one.code, one.values)
        for reason in _reasons(one, missing):
            yield Finding(reason, weight != "look", says, fix, one.code, one.where)


def _reasons(one: Problem, missing: Iterable[str]) -> tuple[Reason, ...]:
    usual, _ = OF_ANSWERS[one.code]
    if one.code == "oit-element-missing":
        return tuple(dict.fromkeys(_OF_ELEMENTS.get(key, usual) for key in missing)) or (usual,)
    if one.code == "oit-link-does-not-open" and one.values.get("state") in _OF_OTHER_YEAR:
        return (Reason.OTHER_YEAR,)
    return (usual,)
