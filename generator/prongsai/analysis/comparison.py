"""Change from one year to another, and the lists of strengths and weaknesses that rules give."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from prongsai.model.analysis import ListRule
from prongsai.model.scores import Scores
from prongsai.model.stated import known

RISEN, FALLEN, SAME = "เพิ่มขึ้น", "ลดลง", "เท่าเดิม"


@dataclass(frozen=True)
class Movement:
    """The movement of a figure (points of 100); `word` is the one that documents use."""

    before: Decimal
    after: Decimal

    @property
    def difference(self) -> Decimal:
        """After minus before."""
        return self.after - self.before

    @property
    def word(self) -> str:
        """เพิ่มขึ้น, ลดลง or เท่าเดิม."""
        if self.difference == 0:
            return SAME
        return RISEN if self.difference > 0 else FALLEN


def compare(before: Decimal | None, after: Decimal | None) -> Movement | None:
    """The change between two figures, or None when either is not known."""
    return None if before is None or after is None else Movement(before, after)


def indicator_values(scores: Scores | None) -> dict[str, Decimal]:
    """The published indicator scores that are known, by indicator number."""
    figures = scores.indicators if scores is not None else {}
    return {number: value for number, figure in figures.items() if (value := known(figure.value)) is not None}


def indicators_by_rules(
    rules: tuple[ListRule, ...], now: Mapping[str, Decimal], before: Mapping[str, Decimal], many: int = 1
) -> tuple[str, ...] | None:
    """The indicators that fulfil all rules, in their order; None when that cannot be known.

    The highest and the lowest are the `many` at that end, with those that share the score of the last of them.
    It cannot be known without the scores of the year, or of the earlier year where a rule compares with it,
    nor where a rule is not about indicators.
    """
    conditions = {rule.condition for rule in rules}
    if not rules or not now or "without_score" in conditions or (conditions & {"risen", "fallen"} and not before):
        return None
    return tuple(number for number in now if all(_fulfils(rule, number, now, before, many) for rule in rules))


def _fulfils(rule: ListRule, number: str, now: Mapping[str, Decimal], before: Mapping[str, Decimal], many: int) -> bool:
    value, last = now[number], min(many, len(now)) - 1
    bound = rule.score if rule.score is not None else Decimal(0)
    tests: dict[str, Callable[[], bool]] = {
        "highest": lambda: value >= sorted(now.values(), reverse=True)[last],
        "lowest": lambda: value <= sorted(now.values())[last],
        "risen": lambda: number in before and value > before[number],
        "fallen": lambda: number in before and value < before[number],
        "above": lambda: value > bound,
        "below": lambda: value < bound,
    }
    return tests[rule.condition]()
