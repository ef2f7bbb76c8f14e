"""Rules on what sentences say of many figures at once: extremes, how many fulfil a condition, how long a list is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from prongsai.analysis.comparison import indicator_values, indicators_by_rules
from prongsai.analysis.readings import readings_of
from prongsai.model.analysis import ListRule
from prongsai.model.edition import Edition
from prongsai.model.record import Record
from prongsai.model.stated import known
from prongsai.problems import Problem, Where, problem
from prongsai.prose import words as w
from prongsai.prose.claims import Claim, Referent
from prongsai.prose.counts import announced_count, bare_extreme, list_counts, thresholds
from prongsai.prose.figures import claimed, name_of, scores_of
from prongsai.prose.named_ends import are_the_ends, named_beside
from prongsai.prose.passages import Statement, passages, points_below, vocabulary_of
from prongsai.prose.words import words_of
from prongsai.rules.context import Context
from prongsai.rules.facts import end_of, list_at
from prongsai.thai.numerals import two_decimals
from prongsai.wording.terms import CONDITIONS

_GROUPS = {w.INDICATOR: "indicators", w.INSTRUMENT: "instruments"}
_MANY = 9  # from so many on the number says more than the list


def _all_values(context: Context, year: int, kind: str, edition: Edition) -> tuple[dict[str, Decimal], ...]:
    """The scores of all indicators or all instruments as each list states them; empty where one is not known."""
    scores = scores_of(context, year)
    if scores is None:
        return ()
    if not scores.is_whole(_GROUPS[kind]):
        return ()
    if kind == w.INDICATOR:
        readings, needed = readings_of(scores), {*edition.indicators}
    else:
        figures = scores.instruments.items()
        tools = {code: value for code, figure in figures if (value := known(figure.value)) is not None}
        readings, needed = (tools,), {*edition.instruments}
    return readings if needed and all({*reading} == needed for reading in readings) else ()


def prose_extreme(context: Context) -> Iterator[Problem]:
    """An extreme that a sentence names is one among all indicators, or among all instruments.

    Where the document states two lists of scores, what is right by either is right.
    Limits: only สูงสุด, มากที่สุด and ต่ำสุด of scores, right next to the name; all figures of the year must be known.
    """
    for passage, claim, readings in _extremes(context):
        ends = [_end(claim.value, reading) for reading in readings]
        together = _named_together(context, passage, claim)
        if any(are_the_ends(together, claim.value, reading) for reading in readings if {*reading} >= together):
            continue
        if all(reading[claim.subject.key] != end for reading, end in zip(readings, ends, strict=True)):
            holders = [Referent(claim.subject.kind, key) for key, value in readings[0].items() if value == ends[0]]
            yield problem(
                "prose-extreme",
                passage.where,
                year=passage.year,
                quote=claim.quote,
                what=name_of(claim.subject, passage.edition),
                condition=CONDITIONS[claim.value],
                score=two_decimals(readings[0][claim.subject.key]),
                holder=" และ".join(name_of(holder, passage.edition) for holder in holders),
                expected=two_decimals(ends[0]),
            )


def _named_together(context: Context, passage: Statement, claim: Claim) -> frozenset[str]:
    """The subject with what the same breath names with it as lowest or highest: 4 และ 2."""
    names = vocabulary_of(context, passage.edition)
    return named_beside(passage.text, names, claim.subject.kind, claim.subject.key)


def prose_extreme_tie(context: Context) -> Iterator[Problem]:
    """An extreme that a sentence gives to one alone is shared with no other.

    Limits: as of prose-extreme; silent where the text itself names the others in the same passage.
    """
    for passage, claim, readings in _extremes(context):
        end = _end(claim.value, readings[0])
        others = [key for key, value in readings[0].items() if value == end and key != claim.subject.key]
        said = words_of(passage.text, vocabulary_of(context, passage.edition))
        named = {word.value for word in said if word.kind == claim.subject.kind}
        if readings[0][claim.subject.key] == end and others and not named & {*others}:
            yield problem(
                "prose-extreme-tie",
                passage.where,
                year=passage.year,
                quote=claim.quote,
                what=name_of(claim.subject, passage.edition),
                condition=CONDITIONS[claim.value],
                others=" และ".join(name_of(Referent(claim.subject.kind, key), passage.edition) for key in others),
                score=two_decimals(end),
            ).about(end_of(claim.years[0], _GROUPS[claim.subject.kind], claim.value))


def _extremes(context: Context) -> Iterator[tuple[Statement, Claim, tuple[dict[str, Decimal], ...]]]:
    for passage, claim in claimed(context, w.EXTREME, w.INDICATOR, w.INSTRUMENT):
        if len(claim.years) != 1:
            continue
        readings = _all_values(context, claim.years[0], claim.subject.kind, passage.edition)
        if readings and claim.subject.key in readings[0]:
            yield passage, claim, readings


def _end(which: str, reading: Mapping[str, Decimal]) -> Decimal:
    return max(reading.values()) if which == "highest" else min(reading.values())


def prose_extreme_score(context: Context) -> Iterator[Problem]:
    """A highest or lowest score that a text gives without a name is the one of its year's indicators.

    Limits: only a text that is nothing else (คะแนนสูงสุด 95 คะแนน). Where the document states two lists of scores, a
    number that fits just one of them is reported with both.
    """
    for passage in passages(context):
        found = bare_extreme(passage.text)
        readings = _all_values(context, passage.about, w.INDICATOR, passage.edition) if passage.about else ()
        if found is None or not readings:
            continue
        ends = [_end(found[0], reading) for reading in readings]
        if any(end != found[1] for end in ends):
            yield problem(
                "prose-extreme-score",
                passage.where,
                year=passage.year,
                condition=CONDITIONS[found[0]],
                found=two_decimals(found[1]),
                expected=" และตามคะแนนที่ระบุอีกแห่งหนึ่งคือ ".join(two_decimals(end) for end in ends),
            )


def prose_threshold(context: Context) -> Iterator[Problem]:
    """The number of indicators that a text lets fulfil a condition is the number that do.

    Where the document states two lists of scores, a number that fits just one of them is reported with both.
    Limits: only risen, fallen, above and below, at most two of them together, right before the number.
    """
    for passage in passages(context):
        for said in thresholds(passage.text):
            counted = _by_rules(context, passage, said.rules)
            if counted and any(len(numbers) != said.count for numbers in counted):
                yield problem(
                    "prose-threshold",
                    passage.where,
                    year=passage.year,
                    words=said.words,
                    found=said.count,
                    expected=" และตามคะแนนที่ระบุอีกแห่งหนึ่งมี ".join(_counted(numbers) for numbers in counted),
                ).about(list_at(passage.where))


def _by_rules(context: Context, passage: Statement, rules: tuple[ListRule, ...]) -> list[tuple[str, ...]]:
    """The indicators that fulfil the rules, by each list of scores; empty where that cannot be known."""
    if passage.about is None:
        return []
    readings = _all_values(context, passage.about, w.INDICATOR, passage.edition)
    before = indicator_values(scores_of(context, passage.about - 1))
    if (
        any(rule.condition in {"risen", "fallen"} for rule in rules)
        and not before.keys() >= passage.edition.indicators.keys()
    ):
        return []
    found = [indicators_by_rules(rules, reading, before) for reading in readings]
    return [numbers for numbers in found if numbers is not None]


def _counted(numbers: tuple[str, ...]) -> str:
    named = f" (ตัวชี้วัดที่ {', '.join(numbers)})" if 0 < len(numbers) < _MANY else ""
    return f"{len(numbers)} ตัวชี้วัด{named}"


def prose_count(context: Context) -> Iterator[Problem]:
    """A number that announces a list is the length of that list.

    Limits: only คือ or ได้แก่ right after the number; entries are counted by their marks (1) (2) …, else by the
    indicators or items named, else by the points below the text.
    """
    for passage in passages(context):
        for said in list_counts(passage.text):
            if said.listed != said.stated:
                yield _miscounted(passage.where, passage.year, said.stated, said.listed, said.unit)
    for year, where, text, listed in _announcing(context):
        announced = announced_count(text)
        if announced and listed and announced[0] != listed:
            yield _miscounted(where, year, announced[0], listed, announced[1])


def _announcing(context: Context) -> Iterator[tuple[int, Where, str, int]]:
    """Every text with points right below it, and how many."""
    for result in context.years():
        analysis = result.year.analysis
        for section in analysis.sections if analysis else ():
            if section.paragraphs and section.is_complete("paragraphs") and section.is_complete("points"):
                last = len(section.paragraphs) - 1
                where = section.where("paragraphs", last)
                yield result.year.year, where, section.paragraphs[last], len(section.points)
            yield from _points_announcing(result.year.year, section, "points")
        for stated in (*analysis.strengths, *analysis.weaknesses) if analysis else ():
            if stated.is_complete("points"):
                yield result.year.year, stated.where("text"), stated.text, len(stated.points)
            yield from _points_announcing(result.year.year, stated, "points")
        for development in analysis.development_points if analysis else ():
            yield from _points_announcing(result.year.year, development, "improve")
        if analysis:
            yield from _points_announcing(result.year.year, analysis, "recommendations")


def _points_announcing(year: int, record: Record, field: str) -> Iterator[tuple[int, Where, str, int]]:
    for point, where in points_below(record, field):
        if point.is_complete("points"):
            yield year, where, point.text, len(point.points)


def _miscounted(where: Where, year: int, stated: int, listed: int, unit: str) -> Problem:
    return problem("prose-count", where, year=year, stated=stated, listed=listed, unit=unit)


RULES = (prose_extreme, prose_extreme_tie, prose_extreme_score, prose_threshold, prose_count)
