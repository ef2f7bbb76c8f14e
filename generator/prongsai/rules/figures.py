"""Rules on figures: published against computed, against the scale, and against themselves."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from prongsai.analysis.readings import restated_differently
from prongsai.analysis.results import YearResult
from prongsai.model.edition_facts import LevelRule
from prongsai.model.evidence import CERTAIN
from prongsai.model.scores import Figure, Scores
from prongsai.model.stated import Absence, known
from prongsai.model.valid_list import is_in_list, places_of
from prongsai.problems import Problem, Where, problem
from prongsai.rules.causes import stated_as_agreeing
from prongsai.rules.context import Context
from prongsai.rules.naming import verified
from prongsai.thai.numerals import two_decimals
from prongsai.wording.terms import ABSENCES

_FULL_DECIMALS, _ENDS_OF_SCALE = 2, {Decimal(0), Decimal(100)}


def _at(place: str | None) -> str:
    """The place in the document, behind a sentence."""
    return f" ({place})" if place else ""


def figures_of(scores: Scores) -> Iterator[tuple[str, Figure]]:
    """Every figure of a year with its name in Thai."""
    yield "คะแนนรวม", scores.total
    for kind, group in _groups(scores):
        for key, figure in group.items():
            yield f"{kind} {key}", figure


def _groups(scores: Scores) -> Iterator[tuple[str, dict[str, Figure]]]:
    yield "คะแนนเครื่องมือ", scores.instruments
    yield "คะแนน", scores.parts
    yield "คะแนนตัวชี้วัดที่", scores.indicators
    yield "คะแนนตัวชี้วัดย่อยที่", scores.subindicators


def stated_twice_differently(context: Context) -> Iterator[Problem]:
    """A figure or a level that the document states twice is the same both times."""
    for result, scores in context.with_scores():
        told = stated_as_agreeing(result, scores)
        for what, figure in figures_of(scores):
            is_told = any(figure is one for one in told)
            for again in () if is_told or _is_decided(scores, figure) else figure.also_stated:
                if figure.is_whole("value") and again.is_whole("value") and known(again.value) != known(figure.value):
                    yield _differing(
                        result, again.where("value"), what, _shown(figure.value), _shown(again.value), again.at
                    )
        for level in scores.level.also_stated:
            if scores.level.is_whole("value") and level.value != known(scores.level.value):
                first = _shown(scores.level.value)
                yield _differing(result, level.where("value"), "ระดับผลการประเมิน", first, level.value, level.at)
        rank = known(scores.rank)
        for other in restated_differently(rank):
            first = f"{rank.value:,}" if rank else ""
            yield _differing(result, other.where("value"), "ลำดับที่", first, f"{other.value:,}", other.at)


def _is_decided(scores: Scores, figure: Figure) -> bool:
    """True if the agency said which of two lists is valid, and this figure is by that list."""
    return scores.valid_list is not None and is_in_list(figure.at, scores.valid_list.at)


def valid_list_not_there(context: Context) -> Iterator[Problem]:
    """The list that is said to be valid is one of those in which figures are stated."""
    for result, scores in context.with_scores():
        chosen, places = scores.valid_list, places_of(scores)
        if chosen and places and not any(is_in_list(place, chosen.at) for place in places):
            values = {"found": chosen.at, "suggestion": places[-1]}
            yield problem("valid-list-not-there", chosen.where("at"), year=result.year.year, **values)


def _differing(result: YearResult, where: Where, what: str, first: str, other: str, at: str) -> Problem:
    year = result.year.year
    return problem(
        "stated-twice-differently", where, year=year, what=what, of_year=year, first=first, other=other, at=at
    )


def _shown(value: object) -> str:
    if isinstance(value, Decimal):
        return two_decimals(value)
    if isinstance(value, Absence):
        return ABSENCES[value.value]
    return str(getattr(value, "printed", value))


def count_differs(context: Context) -> Iterator[Problem]:
    """The number that a document gives for a list is the length of the list."""
    for result in context.years():
        analysis = result.year.analysis
        for stated in (*analysis.strengths, *analysis.weaknesses) if analysis else ():
            counted = len(stated.indicators) + len(stated.items)
            is_read = stated.is_complete("indicators") and stated.is_complete("items")
            if is_read and stated.stated_count is not None and stated.stated_count != counted:
                where = stated.where("stated_count")
                yield problem(
                    "count-differs", where, year=result.year.year, stated=stated.stated_count, counted=counted
                )


def printed_scale_differs(context: Context) -> Iterator[Problem]:
    """The level scale that a document prints is the edition's, or the conflict is said."""
    for result, scores in context.with_scores():
        rules = {rule.name: rule for rule in result.year.edition.levels}
        for position, printed in enumerate(scores.printed_levels):
            rule = rules.get(printed.level)
            if rule is not None and (printed.lowest,) != rule.total_from:
                others = [bound for bound in rule.total_from if bound != printed.lowest]
                yield problem(
                    "printed-scale-differs",
                    scores.where("printed_levels", position),
                    year=result.year.year,
                    level=printed.level,
                    found=f"{two_decimals(printed.lowest)} ถึง {two_decimals(printed.highest)}",
                    other=_bounds(rule, others),
                )


def _bounds(rule: LevelRule, others: list[Decimal]) -> str:
    return " หรือ ".join(f"{rule.name} ตั้งแต่ {two_decimals(bound)}" for bound in others)


def decimals_dropped(context: Context) -> Iterator[Problem]:
    """Figures shown together are printed with two decimals, or all without.

    A round 100 or 0 is the end of the scale and has no digit to lose; next to decimals that are all noughts, a whole
    number says the same as with them.
    """
    for result, scores in context.with_scores():
        for kind, group in _groups(scores):
            values = {key: value for key, one in group.items() if (value := known(one.value)) is not None}
            is_exact = any(_decimals(value) == _FULL_DECIMALS for value in values.values())
            has_more = any(value % 1 for value in values.values())
            for key, value in values.items() if is_exact else ():
                may_lack = has_more or _decimals(value) > 0
                if may_lack and _decimals(value) < _FULL_DECIMALS and value not in _ENDS_OF_SCALE:
                    figure = group[key]
                    said = {"what": f"{kind} {key}", "found": str(figure.value)}
                    yield problem("decimals-dropped", figure.where("value"), year=result.year.year, **said)


def _decimals(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return -exponent if isinstance(exponent, int) else 0


def item_score_partial(context: Context) -> Iterator[Problem]:
    """An item has one of the scores that its edition allows, where a document or an official source says so.

    It stops a build, so what some other website says is too little.
    """
    for result, scores in context.with_scores():
        allowed = result.year.edition.item_scores
        if allowed is None or (allowed.evidence and not verified(result.year.edition, allowed.evidence, CERTAIN)):
            continue
        for code, item in scores.items.items():
            value = known(item.score)
            if value is not None and value not in allowed.allowed:
                values = {"item": code, "found": two_decimals(value), "edition": result.year.year}
                yield problem("item-score-partial", item.where("score"), year=result.year.year, **values)


RULES = (
    stated_twice_differently,
    valid_list_not_there,
    count_differs,
    printed_scale_differs,
    decimals_dropped,
    item_score_partial,
)
