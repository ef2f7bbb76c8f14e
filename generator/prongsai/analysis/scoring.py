"""The scoring chain of an edition: item, sub-indicator, indicator, instrument, weighted total, level.

Mean of items gives a sub-indicator, mean of sub-indicators an OIT indicator, mean of indicators an
instrument, the weighted sum of instruments the total (criteria of FY 2564 as printed by เทศบาลตำบลเมืองแกลง).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction

from prongsai.analysis.levels import NO_LEVEL, LevelResult, level_of
from prongsai.model.edition import Edition
from prongsai.model.edition_facts import RoundingPath
from prongsai.model.scores import Figure, ItemResult, OtherItems, Scores
from prongsai.model.stated import Absence, known
from prongsai.thai.numerals import half_up

HUNDRED = 100


@dataclass(frozen=True)
class ItemScore:
    """The score of one OIT item (0 to 100), why it has none, and whether that is stated or inferred."""

    score: Decimal | None
    reasons: tuple[str, ...]
    basis: str


@dataclass(frozen=True)
class PathResult:
    """The result of one rounding path: instruments and total, points of 100, two decimals, half-up."""

    path: RoundingPath
    instruments: Mapping[str, Decimal]
    total: Decimal | None


@dataclass(frozen=True)
class Computed:
    """Everything that follows from what was stated, next to it and never in its place.

    `exact_instruments` follow from indicators; `used` are those that the total is made of, which are the published
    ones where the indicators do not tell them.
    """

    items: Mapping[str, ItemScore] = field(default_factory=dict)
    subindicators: Mapping[str, Fraction] = field(default_factory=dict)
    indicators: Mapping[str, Fraction] = field(default_factory=dict)
    instruments: Mapping[str, Decimal] = field(default_factory=dict)
    exact_instruments: Mapping[str, Fraction] = field(default_factory=dict)
    used: Mapping[str, Fraction] = field(default_factory=dict)
    total: Decimal | None = None
    level: LevelResult = NO_LEVEL
    path: RoundingPath | None = None
    reproduces: bool = False
    paths: tuple[PathResult, ...] = ()


def rounded(value: Fraction) -> Decimal:
    """A fraction to two decimals, half-up, exactly."""
    cents, rest = divmod(value.numerator * HUNDRED, value.denominator)
    return Decimal(cents + (2 * rest >= value.denominator)).scaleb(-2)


def mean(values: Iterable[Fraction]) -> Fraction | None:
    """The arithmetic mean, or None of nothing."""
    numbers = list(values)
    return sum(numbers, Fraction(0)) / len(numbers) if numbers else None


def _mean_of_all(values: Iterable[Fraction | None]) -> Fraction | None:
    """The mean, or None of nothing or when any value is missing."""
    numbers = list(values)
    present = [value for value in numbers if value is not None]
    return mean(present) if len(present) == len(numbers) else None


def compute_items(scores: Scores, edition: Edition) -> dict[str, ItemScore]:
    """The score of every item that is stated or inferred, in official order; the edition may not list them all."""
    others = known(scores.items_not_listed)
    codes = edition.in_order(scores.items)
    found = {code: _item_score(scores.items.get(code), others) for code in codes}
    return {code: item for code, item in found.items() if item is not None}


def _item_score(listed: ItemResult | None, others: OtherItems | None) -> ItemScore | None:
    if listed is not None:
        return ItemScore(known(listed.score), listed.reasons, listed.basis)
    return ItemScore(others.score, (), others.basis) if others else None


def compute_scores(scores: Scores, edition: Edition) -> Computed:
    """Compute all that follows from the stated figures by the edition's own chain."""
    items = compute_items(scores, edition)
    subindicators = _subindicators(items, edition)
    indicators = _indicators(subindicators, edition)
    exact = _instruments(scores, indicators, edition)
    used = {**_stated_instruments(scores, edition), **exact}
    paths = tuple(_along(path, exact, used, edition) for path in edition.paths)
    published = known(scores.total.value)
    chosen = next((p for p in paths if published is not None and p.total == published), None)
    shown = chosen or next(iter(paths), None)
    instruments = shown.instruments if shown else {}
    total = shown.total if shown else None
    stated_tools, stated_parts = _known_values(scores.instruments), _known_values(scores.parts)
    return Computed(
        items=items,
        subindicators=subindicators,
        indicators=indicators,
        instruments=instruments,
        exact_instruments=exact,
        used=used,
        total=total,
        level=level_of(total, {**stated_tools, **instruments}, edition, stated_parts),
        path=shown.path if shown else None,
        reproduces=chosen is not None,
        paths=paths,
    )


def _known_values(figures: Mapping[str, Figure]) -> dict[str, Decimal]:
    return {key: value for key, one in figures.items() if (value := known(one.value)) is not None}


def _subindicators(items: Mapping[str, ItemScore], edition: Edition) -> dict[str, Fraction]:
    found = {}
    is_open = not edition.incomplete.isdisjoint({"items", "places"})  # others may be below it too
    for number in () if is_open else edition.subindicators:
        average = _mean_of_all(_exact(items.get(code)) for code in edition.items_under(number))
        if average is not None:
            found[number] = average
    return found


def _exact(item: ItemScore | None) -> Fraction | None:
    return Fraction(item.score) if item is not None and item.score is not None else None


def _indicators(subindicators: Mapping[str, Fraction], edition: Edition) -> dict[str, Fraction]:
    found = {}
    for number in () if "subindicators" in edition.incomplete else edition.indicators:
        below = (key for key, sub in edition.subindicators.items() if sub.indicator == number)
        average = _mean_of_all(subindicators.get(key) for key in below)
        if average is not None:
            found[number] = average
    return found


def _instruments(scores: Scores, indicators: Mapping[str, Fraction], edition: Edition) -> dict[str, Fraction]:
    found = {}
    for tool in () if "indicators" in edition.incomplete else edition.instruments:
        numbers = (number for number, indicator in edition.indicators.items() if indicator.instrument == tool)
        average = _mean_of_all(_indicator_value(number, scores, indicators) for number in numbers)
        if average is not None:
            found[tool] = average
    return found


def _indicator_value(number: str, scores: Scores, computed: Mapping[str, Fraction]) -> Fraction | None:
    """The figure that the items give where it agrees with the published one, else the published figure itself."""
    figure = scores.indicators.get(number)
    published = known(figure.value) if figure else None
    exact = computed.get(number)
    if exact is not None and (published is None or rounded(exact) == half_up(published)):
        return exact
    return Fraction(published) if published is not None else None


def _stated_instruments(scores: Scores, edition: Edition) -> dict[str, Fraction]:
    """The published instruments, and those that only their weighted points tell."""
    weights = edition.weights
    points = {tool: value for tool, one in scores.weighted.items() if (value := known(one.value)) is not None}
    by_points = {
        tool: HUNDRED * Fraction(points[tool]) / Fraction(weights[tool]) for tool in points if weights.get(tool)
    }
    published = {tool: Fraction(value) for tool, value in _known_values(scores.instruments).items()}
    return {tool: value for tool, value in (by_points | published).items() if tool in edition.instruments}


def _along(
    path: RoundingPath, exact: Mapping[str, Fraction], used: Mapping[str, Fraction], edition: Edition
) -> PathResult:
    shown, weights = {tool: rounded(value) for tool, value in exact.items()}, edition.weights
    if not edition.instruments or weights.keys() != edition.instruments.keys() or used.keys() != weights.keys():
        return PathResult(path, shown, None)
    is_first = "instruments" in path.rounds
    parts = [(Fraction(rounded(used[t])) if is_first else used[t]) * Fraction(w) / HUNDRED for t, w in weights.items()]
    if "weighted" in path.rounds:
        parts = [Fraction(rounded(part)) for part in parts]
    return PathResult(path, shown, rounded(sum(parts, Fraction(0))))


def compute_year(scores: Scores | None, edition: Edition) -> Computed:
    """The computed figures of a year; empty when nothing is stated."""
    return compute_scores(scores, edition) if scores is not None else Computed()


def keys_of(result_keys: Iterable[str], scores: Scores | None, group: str) -> tuple[str, ...]:
    """The keys of an edition and those that are stated beyond it, where an edition is not complete."""
    return tuple(dict.fromkeys([*result_keys, *(getattr(scores, group) if scores is not None else ())]))


def stated_or_none(scores: Scores | None, group: str, key: str) -> Decimal | None:
    """A published figure by its group (instruments, indicators, subindicators) and key, or None."""
    figures = getattr(scores, group) if scores is not None else {}
    figure = figures.get(key)
    value = figure.value if figure is not None else Absence.NOT_ENTERED
    return known(value)
