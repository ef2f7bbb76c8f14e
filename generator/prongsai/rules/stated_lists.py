"""Rules on the lists of an analysis against its figures: what is lowest is a weakness, a strength is none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal

from prongsai.analysis.readings import readings_of
from prongsai.analysis.results import YearResult
from prongsai.model.analysis import Analysis, DevelopmentPoint, StatedList
from prongsai.model.document_parts import Point
from prongsai.model.edition import Edition
from prongsai.model.edition_facts import Indicator
from prongsai.model.stated import known
from prongsai.problems import Problem, problem
from prongsai.rules.context import Context
from prongsai.rules.naming import indicator_name, item_name, listed, shortened
from prongsai.thai.numerals import to_arabic, two_decimals

_SPACES, _FULL = re.compile(r"\s+"), Decimal(100)
_LISTS = ("strengths", "weaknesses", "development_points")
_NAMED_BY = ("indicators", "items", "indicator", "item", "rules")


def lowest_not_weakness(context: Context) -> Iterator[Problem]:
    """The indicator with the lowest score is among the weaknesses or the points to improve.

    The measures item asks for weaknesses and points to improve that agree with the result (criteria of FY 2564 as
    printed by เทศบาลตำบลเมืองแกลง). Limits: all indicators are known, in every list of scores that a document states; of
    several that share the lowest score one is enough; an item below an indicator, or its name in the words, names it;
    where the lists name no indicator nothing is said, nor where the rule of a list already asks for the lowest.
    """
    for result in context.years():
        analysis, readings = result.year.analysis, readings_of(result.year.scores)
        if analysis is None or not _is_read(result, analysis) or not readings:
            continue
        edition = result.year.edition
        needed = edition.indicators.keys()
        if not needed or any(reading.keys() != needed for reading in readings):
            continue
        named = set(_named_indicators(analysis))
        lowest = [_lowest(reading) for reading in readings]
        asked = {number for one in analysis.weaknesses if _asks_for_end(one) for number in one.indicators}
        if (
            not named <= needed
            or not named
            or asked
            or not all(_is_apart(ends, analysis, named, edition) for ends in lowest)
        ):
            continue
        yield _missed(result, analysis, lowest[0], readings[0])


def _missed(result: YearResult, analysis: Analysis, lowest: set[str], reading: Mapping[str, Decimal]) -> Problem:
    numbers = [number for number in reading if number in lowest]
    is_strength = any(set(one.indicators) & lowest for one in analysis.strengths)
    names = listed([indicator_name(result.year.edition, number) for number in numbers])
    values = {"names": names, "score": two_decimals(reading[numbers[0]]), "of_year": result.year.year}
    code = "lowest-called-strength" if is_strength else "lowest-not-weakness"
    field = "weaknesses" if analysis.weaknesses else "development_points"
    return problem(code, analysis.where(field), year=result.year.year, **values)


def _is_read(result: YearResult, analysis: Analysis) -> bool:
    """True if the lists were read whole, and the scores that they are about."""
    scores = result.year.scores
    return scores is not None and scores.is_complete("indicators") and _is_read_itself(analysis)


def _is_read_itself(analysis: Analysis) -> bool:
    """True if the lists were read whole."""
    stated: tuple[StatedList | DevelopmentPoint, ...] = (*analysis.weaknesses, *analysis.development_points)
    lists = all(map(analysis.is_complete, _LISTS))
    return lists and all(one.is_whole(field) for one in stated for field in _NAMED_BY)


def _lowest(reading: Mapping[str, Decimal]) -> set[str]:
    least = min(reading.values())
    return {number for number, value in reading.items() if value == least}


def _asks_for_end(one: StatedList) -> bool:
    """True if a list follows a rule that the lowest score fulfils, of which another rule judges the list."""
    conditions = {rule.condition for rule in one.rules}
    return bool(conditions) and conditions <= {"lowest", "below"}


def _named_indicators(analysis: Analysis) -> Iterator[str]:
    yield from (number for one in analysis.weaknesses for number in one.indicators)
    yield from (one.indicator for one in analysis.development_points if one.indicator is not None)


def _is_apart(lowest: set[str], analysis: Analysis, named: set[str], edition: Edition) -> bool:
    """True if none of these indicators is named in any way among weaknesses and points to improve."""
    items = {code for one in analysis.weaknesses for code in one.items}
    items |= {one.item for one in analysis.development_points if one.item is not None}
    below = {_indicator_of(edition, code) for code in items}
    if None in below:
        return False  # nobody knows of which indicator it is
    words = _plain(" ".join(_words(analysis)))
    return lowest.isdisjoint(named | below) and not any(_is_said(words, n, edition.indicators[n]) for n in lowest)


def _indicator_of(edition: Edition, code: str) -> str | None:
    item = edition.items.get(code)
    sub = edition.subindicators.get(item.subindicator or "") if item else None
    return sub.indicator if sub else None


def _is_said(words: str, number: str, indicator: Indicator) -> bool:
    numbered = re.search(rf"ตัวชี้วัดที่{number}(?![0-9.])", words)
    return bool(numbered) or any(_plain(name) in words for name in (indicator.name, *indicator.aliases))


def _words(analysis: Analysis) -> Iterator[str]:
    for one in analysis.weaknesses:
        yield one.text
        yield from _texts(one.points)
    for point in analysis.development_points:
        yield point.printed_title or ""
        yield from point.assessed
        yield from _texts(point.improve)
    yield from analysis.development_introduction
    yield from _texts(analysis.recommendations)


def _texts(points: tuple[Point, ...]) -> Iterator[str]:
    for point in points:
        yield point.text
        yield from _texts(point.points)


def _plain(text: str) -> str:
    return _SPACES.sub("", to_arabic(text))


def weakness_without_point(context: Context) -> Iterator[Problem]:
    """Every weakness has its point to improve, where the document has such points for others. A note.

    Limit: a point for an item answers its indicator, and one for an indicator its items.
    """
    for result in context.years():
        analysis, edition = result.year.analysis, result.year.edition
        if analysis is None or not analysis.development_points or not _is_read_itself(analysis):
            continue
        missing = [*_without_point(analysis, edition)]
        if missing:
            values = {"names": listed(missing), "of_year": result.year.year}
            where = analysis.where("development_points")
            yield problem("weakness-without-point", where, year=result.year.year, **values)


def _without_point(analysis: Analysis, edition: Edition) -> Iterator[str]:
    """The names of the weaknesses without a point; none where nobody knows of which indicator a point is."""
    indicators = {one.indicator for one in analysis.development_points if one.indicator is not None}
    items = {one.item for one in analysis.development_points if one.item is not None}
    above = {_indicator_of(edition, code) for code in items}
    says_all = all(one.indicator is not None or one.item is not None for one in analysis.development_points)
    if None in above or not says_all or not indicators <= edition.indicators.keys():
        return
    weak = dict.fromkeys(number for one in analysis.weaknesses for number in one.indicators)
    yield from (indicator_name(edition, number) for number in weak if number not in indicators | above)
    for code in dict.fromkeys(code for one in analysis.weaknesses for code in one.items):
        if code not in items and _indicator_of(edition, code) not in {*indicators, None}:
            yield item_name(edition, code)


def zero_list_differs(context: Context) -> Iterator[Problem]:
    """The items that a list calls without score are those whose score is 0, as far as their scores are stated.

    Limit: an item whose score the document does not state is not judged, nor what a maker of the data inferred.
    """
    for result in context.years():
        analysis, scores = result.year.analysis, result.year.scores
        if analysis is None or scores is None or not _is_read_itself(analysis) or not scores.is_complete("items"):
            continue
        stated = {code: known(one.score) for code, one in scores.items.items() if one.basis == "stated"}
        for one in analysis.weaknesses:
            if {rule.condition for rule in one.rules} != {"without_score"} or not one.items:
                continue
            scored = [code for code in one.items if (stated.get(code) or 0) > 0]
            left_out = [code for code, score in stated.items() if score == 0 and code not in one.items]
            for code, found in (("zero-list-has-score", scored), ("zero-list-lacks-item", left_out)):
                if found:
                    values = {"items": listed([f"ข้อ {item}" for item in found]), "of_year": result.year.year}
                    yield problem(code, one.where("items"), year=result.year.year, **values)


def reason_with_full_score(context: Context) -> Iterator[Problem]:
    """An item that got all of its points has no reason for getting none."""
    for result, scores in context.with_scores():
        for code, item in scores.items.items():
            if item.reasons and known(item.score) == _FULL:
                values = {"item_code": code, "found": shortened(item.reasons[0])}
                yield problem("reason-with-full-score", item.where("reasons"), year=result.year.year, **values)


RULES = (lowest_not_weakness, weakness_without_point, zero_list_differs, reason_with_full_score)
