"""The weak points of a result that the measures of the next year must answer: one list for files, rules and drafts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from prongsai.analysis.comparison import indicator_values, indicators_by_rules
from prongsai.analysis.results import YearResult
from prongsai.model.analysis import ListRule
from prongsai.model.stated import known

Kind = Literal["of-indicator", "of-item", "of-question"]
# The analysis names it as weak or to be improved, it got no score, or the figures alone say so: the lowest, fallen, or
# below the target.
Ground = Literal["analysis", "no-score", "lowest", "fallen", "below-target"]


@dataclass(frozen=True)
class WeakPoint:
    """An indicator, an item or a question of a result that must be answered, by its code, with its score if known."""

    kind: Kind
    code: str
    ground: Ground
    score: Decimal | None = None

    @property
    def is_stated(self) -> bool:
        """True if the documents say so themselves, as an analysis and an item without score do."""
        return self.ground in {"analysis", "no-score"}


def weak_points(result: YearResult) -> tuple[WeakPoint, ...]:
    """Every weak point of a year's result, indicators first; figures alone speak where no analysis names any."""
    return (*_indicators(result), *_items(result), *_questions(result))


def _indicators(result: YearResult) -> Iterator[WeakPoint]:
    analysis, now = result.year.analysis, indicator_values(result.year.scores)
    weak = analysis.weaknesses if analysis else ()
    points = [one.indicator for one in (analysis.development_points if analysis else ()) if one.indicator is not None]
    stated = dict.fromkeys([*(code for one in weak for code in one.indicators), *points])
    if weak or points:
        yield from (WeakPoint("of-indicator", code, "analysis", now.get(code)) for code in stated)
        return
    grounds = {code: ground for ground, codes in _by_figures(result, now).items() for code in codes}
    yield from (WeakPoint("of-indicator", code, grounds[code], score) for code, score in now.items() if code in grounds)


def _by_figures(result: YearResult, now: Mapping[str, Decimal]) -> dict[Ground, tuple[str, ...]]:
    """The indicators that are weak by the figures alone; of several grounds the last one counts."""
    before, target = indicator_values(result.previous_scores), result.year.edition.judged_target
    rules: dict[Ground, ListRule] = {"lowest": ListRule(condition="lowest"), "fallen": ListRule(condition="fallen")}
    if target is not None:
        rules["below-target"] = ListRule(condition="below", score=target)
    return {ground: indicators_by_rules((rule,), now, before) or () for ground, rule in rules.items()}


def _items(result: YearResult) -> Iterator[WeakPoint]:
    analysis, scores = result.year.analysis, result.year.scores
    figures = {code: known(one.score) for code, one in (scores.items if scores else {}).items()}
    zero = [code for code, score in figures.items() if score == 0]
    weak = [code for one in (analysis.weaknesses if analysis else ()) for code in one.items]
    points = [one.item for one in (analysis.development_points if analysis else ()) if one.item is not None]
    for code in dict.fromkeys([*zero, *weak, *points]):
        yield WeakPoint("of-item", code, "no-score" if code in zero else "analysis", figures.get(code))


def _questions(result: YearResult) -> Iterator[WeakPoint]:
    """The survey questions below the target, as far as that may judge anybody."""
    scores, target = result.year.scores, result.year.edition.judged_target
    found: dict[str, Decimal] = {}
    for one in scores.questions if scores else ():
        code, score = known(one.code), known(one.score)
        if target is not None and code is not None and score is not None and score < target:
            found.setdefault(code, score)
    yield from (WeakPoint("of-question", code, "below-target", score) for code, score in found.items())
