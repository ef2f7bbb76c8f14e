"""Names that a text gives together as the highest or the lowest: one indicator, or the two or three at that end."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from decimal import Decimal
from itertools import product

from prongsai.analysis.comparison import indicator_values, indicators_by_rules
from prongsai.analysis.readings import readings_of
from prongsai.analysis.results import YearResult
from prongsai.model.analysis import ListRule, StatedList
from prongsai.model.scores import Scores
from prongsai.problems import Problem, problem
from prongsai.prose.claimed import lexer_of
from prongsai.prose.grammar.sentence import read_sentence
from prongsai.rules.context import Context
from prongsai.rules.facts import end_of, list_at
from prongsai.wording.terms import CONDITIONS

ENDS = {"highest", "lowest"}


def are_the_ends(named: Collection[str], condition: str, values: Mapping[str, Decimal]) -> bool:
    """True if what is named together is that end: nothing of it is left out, and nothing is taken in out of order."""
    rule, together = (ListRule(condition="highest" if condition == "highest" else "lowest"),), {*named}
    first = indicators_by_rules(rule, values, {}) or ()
    allowed = indicators_by_rules(rule, values, {}, len(together)) or ()
    return {*first} <= together <= {*allowed}


def list_by_rules(
    rules: tuple[ListRule, ...],
    now: Mapping[str, Decimal],
    before: Mapping[str, Decimal],
    stated: tuple[str, ...],
    many: int,
) -> tuple[str, ...] | None:
    """The list as its rules require, where its text names `many` together as the highest or the lowest.

    What is stated is right where it leaves out nothing of that end and takes in nothing out of order.
    """
    first = indicators_by_rules(rules, now, before)
    if first is None or many < 2 or not ENDS & {rule.condition for rule in rules} or {*first} == {*stated}:
        return first
    allowed = indicators_by_rules(rules, now, before, many) or ()
    return stated if {*first} <= {*stated} <= {*allowed} else allowed


def list_differs_from_rule(context: Context) -> Iterator[Problem]:
    """A list of strengths or weaknesses holds just what its own rule gives.

    Where the document states two lists of scores, a list that is right by either of them is no other list.
    """
    for result in context.years():
        now, before = indicator_values(result.year.scores), indicator_values(result.previous_scores)
        analysis = result.year.analysis
        for stated in (*analysis.strengths, *analysis.weaknesses) if analysis else ():
            is_read = stated.is_whole() and _has_all_indicators(result.year.scores, result.previous_scores)
            can_tell = is_read and now.keys() >= {*stated.indicators}
            many = _named_together(context, result, stated)
            expected = list_by_rules(stated.rules, now, before, stated.indicators, many) if can_tell else None
            if expected is not None and not _is_right_by_any(stated, result, many):
                yield _other_list(result.year.year, stated, expected, now)


def _is_right_by_any(stated: StatedList, result: YearResult, many: int) -> bool:
    """True if the list is what its rules give by one of the lists of scores, of this year and of the year before."""
    readings = (readings_of(scores) or ({},) for scores in (result.year.scores, result.previous_scores))
    return any(
        {*(list_by_rules(stated.rules, now, before, stated.indicators, many) or ())} == {*stated.indicators}
        for now, before in product(*readings)
    )


def _other_list(year: int, stated: StatedList, expected: tuple[str, ...], now: Mapping[str, Decimal]) -> Problem:
    """A list that is not the one of its rule; where it only leaves out who has the same score, that is a note."""
    ends = [rule.condition for rule in stated.rules if rule.condition in ENDS]
    listed = {now[number] for number in stated.indicators}
    is_alone = len(ends) == len(stated.rules) == 1 and bool(listed) and {*stated.indicators} < {*expected}
    last = (min if ends == ["highest"] else max)(listed, default=None)
    is_tie = is_alone and all(now[number] == last for number in {*expected} - {*stated.indicators})
    found = problem(
        "list-leaves-out-tie" if is_tie else "list-differs-from-rule",
        stated.where("indicators"),
        year=year,
        stated=", ".join(stated.indicators),
        rule=" และ".join(word_rule(rule) for rule in stated.rules),
        expected=", ".join(expected) or "ไม่มี",
    )
    return found.about(end_of(year, "indicators", ends[0]) if ends else list_at(stated.where("text")))


def _named_together(context: Context, result: YearResult, stated: StatedList) -> int:
    """The number that a list names together: all of its indicators, but for a text that names one alone."""
    text = " ".join([stated.text, *(point.text for point in stated.points)])
    tokens = read_sentence(text, lexer_of(context, result.year.edition), None).tokens
    named = {token.value for token in tokens if token.kind == "indicator"}
    return 1 if len(named) == 1 else len(stated.indicators)


def _has_all_indicators(*years: Scores | None) -> bool:
    return all(scores is None or scores.is_whole("indicators") for scores in years)


def word_rule(rule: ListRule) -> str:
    """A rule of a list in words, e.g. มากกว่า 80 คะแนน."""
    word = CONDITIONS[rule.condition]
    return f"{word} {rule.score.normalize():f} คะแนน" if rule.score is not None else word


RULES = (list_differs_from_rule,)
