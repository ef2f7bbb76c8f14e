"""The indicators and items that a measure answers: named, or inferred from what it cites."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from prongsai.model.by_identity import by_identity
from prongsai.model.edition import Edition
from prongsai.model.measures import Basis, Measure
from prongsai.model.stated import Absence, known

# Named by the document, matched by the maker of the data, above an item or a sub-indicator that is named; inferred
# from a question; or one of all that an instrument has, where a measure names the instrument and nothing below it.
Ground = Literal["named", "matched", "of-item", "of-subindicator", "of-question", "of-instrument"]
INFERRED: frozenset[Ground] = frozenset({"of-question"})


@dataclass(frozen=True)
class Reach:
    """An indicator that a measure answers: its number, the ground for saying so, and the code that is cited for it."""

    number: str
    ground: Ground
    cited: str = ""


def reach_of(basis: Basis, edition: Edition) -> tuple[Reach, ...]:
    """The indicators that one basis leads to in the edition of the answered year; what is named is not inferred too."""
    return tuple(one for one in _reach(basis, edition) if one.number in edition.indicators)


def _reach(basis: Basis, edition: Edition) -> Iterator[Reach]:
    if basis.indicator is not None:
        yield Reach(basis.indicator, "named" if basis.stated else "matched", basis.indicator)
    code = known(basis.item)
    item = edition.items.get(code) if code is not None else None
    below: tuple[tuple[str | None, Ground, str | None], ...] = (
        (item.subindicator if item else None, "of-item", code),
        (basis.subindicator, "of-subindicator", basis.subindicator),
    )
    for sub, ground, cited in below:
        above = edition.subindicators.get(sub or "")
        if above is not None and above.indicator != basis.indicator:
            yield Reach(above.indicator, ground, cited or "")
    question = known(basis.question)
    number = edition.indicator_of(question) if question is not None and basis.indicator is None else None
    if number is not None:
        yield Reach(number, "of-question", question or "")
    whole = whole_instrument(basis)
    if whole:
        own = (number for number, one in edition.indicators.items() if one.instrument == whole)
        yield from (Reach(number, "of-instrument", whole) for number in own)


def whole_instrument(basis: Basis) -> str:
    """The instrument of which a basis binds everything, since it names nothing below it; else an empty text."""
    below = (basis.part, basis.indicator, basis.subindicator)
    cited = (basis.item, basis.question)
    alone = all(one is None for one in below) and all(isinstance(one, Absence) for one in cited)
    return (basis.instrument or "") if alone else ""


@by_identity
def reaches(measure: Measure, edition: Edition) -> dict[str, tuple[Reach, ...]]:
    """The indicators that a measure answers, each with its grounds; what is named comes before what is inferred."""
    found: dict[str, list[Reach]] = {}
    for basis in measure.basis:
        for one in reach_of(basis, edition):
            found.setdefault(one.number, []).append(one)
    return {number: tuple(dict.fromkeys(sorted(ones, key=_is_weak))) for number, ones in found.items()}


def _is_weak(one: Reach) -> bool:
    return one.ground in INFERRED or one.ground == "of-instrument"


def grounds_for_item(measure: Measure, code: str, edition: Edition) -> tuple[Reach, ...]:
    """The grounds on which a measure answers an item: it names it, or it binds all items of the instrument."""
    own = (Reach("", "of-item", code) for basis in measure.basis if known(basis.item) == code)
    checked = _checked_by_items(edition)
    wholes = (tool for basis in measure.basis if (tool := whole_instrument(basis)) in checked)
    return tuple(dict.fromkeys((*own, *(Reach("", "of-instrument", tool) for tool in wholes))))


@by_identity
def _checked_by_items(edition: Edition) -> set[str]:
    """The instruments whose indicators have items below them."""
    above = {sub.indicator for sub in edition.subindicators.values()} & edition.indicators.keys()
    return {edition.indicators[number].instrument for number in above}


def names_no_indicator(measures: Iterable[Measure], edition: Edition) -> tuple[int, int]:
    """The number of measures of which no indicator is stated, and of how many of them none can be inferred either."""
    found = [reaches(measure, edition) for measure in measures]
    unnamed = [one for one in found if all(_is_question(reach) for ways in one.values() for reach in ways)]
    return len(unnamed), sum(not one for one in unnamed)


def _is_question(reach: Reach) -> bool:
    return reach.ground in INFERRED
