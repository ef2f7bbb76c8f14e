"""Problems of an item as reasons: each problem is judged once, by its rule, and only sorted here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from prongsai.links.seen import State
from prongsai.problems import Problem
from prongsai.readiness.item import Finding
from prongsai.rules.by_trust import RESTS
from prongsai.views.oit.lacks import word_finding
from prongsai.wording import hint_of
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
    for one in (part for gathered in problems for part in gathered.apart):
        if one.year == year and _finding(one) in OF_ANSWERS and one.values.get("item"):
            found.setdefault(one.values["item"], []).append(one)
    return found


def findings_of(problems: Iterable[Problem], missing: Iterable[str]) -> Iterator[Finding]:
    """The findings of the problems of one item; `missing` are the keys of the elements that it lacks.

    What rests on the pack of one agency alone is for a person to look at, whatever it would cost.
    """
    for one in problems:
        _, weight = OF_ANSWERS[_finding(one)]
        costs = weight != "look" and one.code != RESTS
        says, fix = word_finding(one), hint_of(one.code, one.values)
        for reason in _reasons(one, missing):
            yield Finding(reason, costs, says, fix, one.code, one.where)


def _reasons(one: Problem, missing: Iterable[str]) -> tuple[Reason, ...]:
    code = _finding(one)
    usual, _ = OF_ANSWERS[code]
    if code == "oit-element-missing":
        return tuple(dict.fromkeys(_OF_ELEMENTS.get(key, usual) for key in missing)) or (usual,)
    if code == "oit-link-does-not-open" and one.values.get("state") in _OF_OTHER_YEAR:
        return (Reason.OTHER_YEAR,)
    return (usual,)


def _finding(one: Problem) -> str:
    """The code of what is found, also where a note says that it rests on a pack."""
    return one.values.get("finding", "") if one.code == RESTS else one.code
