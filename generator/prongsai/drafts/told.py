"""The result of a year as a draft may tell it: only figures that are known, and comparisons that hold."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from prongsai.analysis.comparison import Movement, compare, indicator_values, indicators_by_rules
from prongsai.analysis.readings import other_values, readings_of, statements_of
from prongsai.analysis.results import YearResult
from prongsai.analysis.scoring import ItemScore
from prongsai.model.analysis import ListRule
from prongsai.model.edition import Edition
from prongsai.model.scores import Figure, Question, Scores
from prongsai.model.stated import known

FULL, NOTHING = Decimal(100), Decimal(0)


@dataclass(frozen=True)
class Told:
    """The result of one year; `agency` is the name that the agency had in it."""

    result: YearResult
    scores: Scores
    agency: str

    @property
    def year(self) -> int:
        """The fiscal year of the result (Buddhist Era)."""
        return self.result.year.year

    @property
    def edition(self) -> Edition:
        """The rules of the year."""
        return self.result.year.edition

    @property
    def target(self) -> Decimal | None:
        """The score that agencies should reach (of 100), as far as they may be judged by it."""
        return self.edition.judged_target

    @cached_property
    def readings(self) -> tuple[dict[str, Decimal], ...]:
        """The indicators by number, as each list of the document has them."""
        return readings_of(self.scores)

    @cached_property
    def indicators(self) -> dict[str, Decimal]:
        """The indicators that are known, by number, as first stated."""
        return indicator_values(self.scores)

    @cached_property
    def disputed(self) -> Mapping[str, Decimal]:
        """The indicators that the document states twice and differently, with the other score."""
        return other_values(self.scores)

    @property
    def has_all_indicators(self) -> bool:
        """True if a highest and a lowest can be known: every indicator of the year has its score."""
        return bool(self.edition.indicators) and self.indicators.keys() == self.edition.indicators.keys()

    @cached_property
    def before(self) -> dict[str, Decimal]:
        """The indicators of the year before; none where a number had another name then, or has two scores."""
        previous = self.result.previous
        values = indicator_values(self.result.previous_scores)
        if previous is None or other_values(self.result.previous_scores):
            return {}
        names = previous.edition.indicators
        renamed = any(
            number in names and number in self.edition.indicators and not _is_same(names[number], self, number)
            for number in values
        )
        return {} if renamed else values

    def movement(self, number: str) -> Movement | None:
        """The change of an indicator; None where either year has no score, or not a single one."""
        if number in self.disputed:
            return None
        return compare(self.before.get(number), self.indicators.get(number))

    def tool_movement(self, code: str) -> Movement | None:
        """The change of an instrument."""
        previous = self.result.previous_scores
        return compare(_first(previous.instruments.get(code) if previous else None), self.tools.get(code))

    @cached_property
    def total(self) -> Decimal | None:
        """The total as first stated."""
        return _first(self.scores.total)

    @cached_property
    def total_movement(self) -> Movement | None:
        """The change of the total; None where the document gives two."""
        previous = self.result.previous_scores
        if (
            len({*statements_of(self.scores.total)}) > 1
            or previous is None
            or len({*statements_of(previous.total)}) > 1
        ):
            return None
        return compare(_first(previous.total), self.total)

    @cached_property
    def level(self) -> str | None:
        """The level as first stated; none where another one is stated again, or the result cannot have it."""
        again = {known(one.value) for one in self.scores.level.also_stated}
        stated = known(self.scores.level.value)
        return stated if again <= {stated} and not self.result.stated_level.is_wrong else None

    @cached_property
    def tools(self) -> dict[str, Decimal]:
        """The instruments whose score is stated, by code."""
        found = {code: _first(figure) for code, figure in self.scores.instruments.items()}
        return {code: value for code, value in found.items() if value is not None}

    @cached_property
    def items(self) -> dict[str, ItemScore]:
        """The OIT items whose score is known, in official order."""
        return {code: one for code, one in self.result.computed.items.items() if one.score is not None}

    @property
    def zero_items(self) -> tuple[str, ...]:
        """The items without score."""
        return tuple(code for code, one in self.items.items() if one.score == NOTHING)

    @property
    def partial_items(self) -> tuple[str, ...]:
        """The items with some of their score."""
        return tuple(code for code, one in self.items.items() if one.score not in {NOTHING, FULL, None})

    @cached_property
    def questions(self) -> tuple[tuple[Question, Decimal], ...]:
        """The questions of the surveys whose code and score are known, once each, lowest first."""
        found = {known(one.code): one for one in self.scores.questions if known(one.code)}
        scored = [(one, value) for one in found.values() if (value := known(one.score)) is not None]
        return tuple(sorted(scored, key=lambda pair: pair[1]))

    def by_rule(self, *rules: ListRule) -> tuple[tuple[str, ...], bool]:
        """The indicators that fulfil all rules by every list of scores, and whether all lists give the same."""
        found = [indicators_by_rules(rules, reading, self.before) for reading in self.readings]
        if not found or any(one is None for one in found):
            return (), False
        kept = [set(one or ()) for one in found]
        common = set.intersection(*kept)
        return tuple(number for number in self.indicators if number in common), all(one == common for one in kept)

    def numbers_in_order(self, numbers: Iterable[str]) -> tuple[str, ...]:
        """Indicators in the order of the document."""
        chosen = {*numbers}
        return tuple(number for number in self.indicators if number in chosen)


def tell(result: YearResult, agency: str) -> Told | None:
    """The result of a year, or None where it has no file of scores."""
    return Told(result, result.year.scores, agency) if result.year.scores is not None else None


def _first(figure: Figure | None) -> Decimal | None:
    return next(iter(statements_of(figure)), None)


def _is_same(there: object, told: Told, number: str) -> bool:
    here = told.edition.indicators[number]
    names = {here.name, *here.aliases}
    return not names.isdisjoint({getattr(there, "name", ""), *getattr(there, "aliases", ())})
