"""Rules on the scale of levels as a document prints it: its ranges fit each other, and the level that it states."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from prongsai.analysis.printed_comparison import text_in
from prongsai.analysis.readings import statements_of
from prongsai.analysis.results import YearResult
from prongsai.model.document_parts import PrintedTable, sources_of
from prongsai.model.scores import Scores
from prongsai.model.stated import known
from prongsai.problems import Problem, Where, problem
from prongsai.rules.context import Context, every_table, tables_in
from prongsai.rules.facts import level_of
from prongsai.thai.numerals import to_arabic, two_decimals

_CENT, _FULL = Decimal("0.01"), Decimal(100)
_NUMBER = r"([0-9]{1,3}(?:\.[0-9]+)?)"
_RANGE = re.compile(rf"{_NUMBER}\s*(?:-|\u2013|\u2014|ถึง)\s*{_NUMBER}")
_FROM = re.compile(rf"(?:ตั้งแต่\s*{_NUMBER}|{_NUMBER}\s*(?:คะแนน\s*)?ขึ้นไป)")
_BELOW = re.compile(rf"(?:ต่ำกว่า|น้อยกว่า)\s*{_NUMBER}")
_MIN_ROWS = 3


@dataclass(frozen=True)
class _Step:
    """A level of a printed scale with the scores (points of 100) that have it, both ends included."""

    level: str
    lowest: Decimal
    highest: Decimal
    where: Where


def level_differs_from_print(context: Context) -> Iterator[Problem]:
    """A stated level is the one that the document's own scale has for the stated total.

    Limits: a level of no printed step is left to other rules, as is one that the rules of the year already exclude;
    where the total is stated twice, one that fits is enough.
    """
    for result, scores in context.with_scores():
        totals, level = statements_of(scores.total), known(scores.level.value)
        steps = _scale_of(context, result, scores)
        if level is None or not totals or level not in {one.level for one in steps} or result.judge(level).is_wrong:
            continue
        fitting = {one.level for one in steps for total in totals if one.lowest <= total <= one.highest}
        if fitting and level not in fitting:
            names = " หรือ ".join(sorted(fitting))
            values = {"published": level, "total": two_decimals(totals[0]), "expected": names}
            year = result.year.year
            yield problem("level-differs-from-print", scores.where("level"), year=year, **values).about(level_of(year))


def _scale_of(context: Context, result: YearResult, scores: Scores) -> tuple[_Step, ...]:
    """The scale that is printed with the scores of a year, or else by the same document elsewhere."""
    found = [_stated_steps(scores)]
    for other, theirs in context.with_scores():
        if other is not result and set(sources_of(theirs)) & set(sources_of(scores)):
            found.append(_stated_steps(theirs))
    found += [_steps_in(table) for table in tables_in(result.year)]
    return next((steps for steps in found if steps), ())


def _stated_steps(scores: Scores) -> tuple[_Step, ...]:
    if not scores.is_complete("printed_levels"):
        return ()
    return tuple(
        _Step(one.level, one.lowest, one.highest, scores.where("printed_levels", place))
        for place, one in enumerate(scores.printed_levels)
    )


def _steps_in(table: PrintedTable) -> tuple[_Step, ...]:
    """The scale in a table with a column of levels and one of scores; nothing where it is about anything else."""
    level = next((place for place, head in enumerate(table.columns) if "ระดับ" in head), None)
    scored = next((place for place, head in enumerate(table.columns) if "คะแนน" in head and place != level), None)
    if level is None or scored is None:
        return ()
    found = []
    for place, row in enumerate(table.rows):
        ends = _ends(to_arabic(text_in(row[scored]))) if max(level, scored) < len(row) else None
        if ends is None:
            return ()
        found.append(_Step(text_in(row[level]).strip(), *ends, table.where("rows", place, scored)))
    return tuple(found) if len(found) >= _MIN_ROWS else ()


def _ends(text: str) -> tuple[Decimal, Decimal] | None:
    """The lowest and the highest score of a printed range; None where it says none, or is beyond the points of 100."""
    both, lowest, below = _RANGE.search(text), _FROM.search(text), _BELOW.search(text)
    if both:
        ends = Decimal(both[1]), Decimal(both[2])
    elif lowest:
        ends = Decimal(lowest[1] or lowest[2]), _FULL
    elif below:
        ends = Decimal(0), Decimal(below[1]) - _CENT
    else:
        return None
    return ends if ends[1] <= _FULL else None


def printed_scale_unsound(context: Context) -> Iterator[Problem]:
    """Every score has one level by a printed scale: its ranges neither overlap nor leave a gap. A note."""
    scales = [(result.year.year, _stated_steps(scores)) for result, scores in context.with_scores()]
    scales += [(year, _steps_in(table)) for year, table in every_table(context)]
    for year, steps in scales:
        ordered = sorted(steps, key=lambda one: (one.lowest, one.highest))
        for lower, higher in pairwise(ordered):
            apart = higher.lowest - lower.highest
            whole = not any(one % 1 for one in (lower.highest, higher.lowest))
            if apart <= 0 or apart > (1 if whole else _CENT):
                values = {"lower": _word(lower), "higher": _word(higher)}
                code = "printed-scale-overlaps" if apart <= 0 else "printed-scale-gap"
                yield problem(code, higher.where, year=year, **values)


def _word(step: _Step) -> str:
    return f"{step.level} {two_decimals(step.lowest)} ถึง {two_decimals(step.highest)}"


RULES = (level_differs_from_print, printed_scale_unsound)
