"""Results that are known already: said with what was found of an item, instead of what it may cost."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from prongsai.analysis.own_answers import own_year
from prongsai.analysis.results import Results
from prongsai.analysis.scoring import ItemScore
from prongsai.problems import Also, Problem
from prongsai.thai.numerals import two_decimals
from prongsai.wording.costs import ANSWERED_BY, COSTS, SCORED, write_score

_Item = tuple[int, str]  # fiscal year (Buddhist Era) and code


def say_known_scores(problems: Iterable[Problem], results: Results) -> list[Problem]:
    """The problems, those of items whose score is known with that score (points of 100).

    What measures or reports cost is known where every item that they answer has its score.
    """
    return [_with_scores(one, results) for one in problems]


def _with_scores(found: Problem, results: Results) -> Problem:
    also = tuple(replace(one, values=_values(one.code, _year(one, found), one.values, results)) for one in found.also)
    return replace(found, values=_values(found.code, found.year, found.values, results), also=also)


def _year(one: Also, found: Problem) -> int | None:
    return found.year if one.year is None else one.year


def _values(code: str, year: int | None, values: Mapping[str, str], results: Results) -> Mapping[str, str]:
    if code not in COSTS or year not in results.years:
        return values
    section = ANSWERED_BY.get(code)
    items = [(year, values.get("item", ""))] if section is None else _answered(results, year, section)
    scores = [_score(results, item) for item in items]
    if not items or any(one is None or one.score is None for one in scores):
        return values
    return {**values, SCORED: ",".join(_written(item, one) for item, one in zip(items, scores, strict=True) if one)}


def _answered(results: Results, year: int, section: str) -> list[_Item]:
    """The items that ask for the measures or the reports of a year; an edition may ask for those of the year before."""
    return [
        (number, code)
        for number, result in results.years.items()
        for code, item in result.year.edition.items.items()
        if item.answered_by == section and own_year(result.year, code) == year
    ]


def _score(results: Results, item: _Item) -> ItemScore | None:
    return results.years[item[0]].computed.items.get(item[1])


def _written(item: _Item, one: ItemScore) -> str:
    points = two_decimals(one.score) if one.score is not None else ""
    return write_score(item[1], item[0], points, is_inferred=one.basis == "inferred")
