"""Rules on changes from year to year as documents print them: the word, the difference and the percentage."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from prongsai.analysis.bounds import half_of_last_place
from prongsai.analysis.comparison import Movement
from prongsai.analysis.printed_comparison import figures_of_rows, text_in, words_of_change
from prongsai.analysis.readings import same_score, statements_of
from prongsai.analysis.results import YearResult
from prongsai.model.document_parts import PrintedTable
from prongsai.problems import Problem, problem
from prongsai.rules.context import Context, every_table
from prongsai.thai.numerals import to_arabic, two_decimals

_SLACK = Decimal("0.02")  # an instrument that is only computed may be printed so far off


def change_word_wrong(context: Context) -> Iterator[Problem]:
    """The words of the document's comparison fit the scores of both years: of indicators, instruments and the total.

    Limits: where a document states a score twice, a word that fits either is right; an instrument whose score is not
    stated is judged by its indicators where it moved clearly.
    """
    for result, scores in context.with_scores():
        comparison = scores.comparison
        earlier = context.results.years.get(comparison.with_year) if comparison else None
        for key, word, where in words_of_change(comparison, scores.fiscal_year) if comparison else ():
            changes = _movements(earlier, result, key) if earlier else []
            if changes and word not in {change.word for change in changes}:
                before, after = two_decimals(changes[0].before), two_decimals(changes[0].after)
                values = {"before": before, "after": after, "found": word, "expected": changes[0].word}
                yield problem("change-word-wrong", where, year=result.year.year, what=_name(key), **values)


def _name(key: str) -> str:
    return "คะแนนรวม" if key == "total" else f"ตัวชี้วัดที่ {key}" if key[:1].isdigit() else f"แบบ {key}"


def _movements(before: YearResult, now: YearResult, key: str) -> list[Movement]:
    """Every movement that the statements of both years allow, the first stated first."""
    found = [Movement(first, last) for first in _stated(before, key) for last in _stated(now, key)]
    if found or key not in now.year.edition.instruments:
        return found
    first, last = (_stated(one, key) or _computed(one, key) for one in (before, now))
    computed = [Movement(one, other) for one in first for other in last]
    return computed if all(abs(one.difference) > _SLACK for one in computed) else []


def _stated(result: YearResult, key: str) -> tuple[Decimal, ...]:
    """The statements of an indicator, an instrument or the total."""
    scores = result.year.scores
    if scores is None:
        return ()
    of_key = scores.indicators if key[:1].isdigit() else scores.instruments
    return statements_of(scores.total if key == "total" else of_key.get(key))


def _computed(result: YearResult, key: str) -> tuple[Decimal, ...]:
    value = result.computed.instruments.get(key)
    return () if value is None else (value,)


def compared_score_differs(context: Context) -> Iterator[Problem]:
    """A score in the document's table of comparison is one that is stated for its year.

    Limits: only cells that are nothing but a number; a year whose score is not stated is not judged.
    """
    for result, scores in context.with_scores():
        comparison = scores.comparison
        for key, of_year, text, where in figures_of_rows(comparison, scores.fiscal_year) if comparison else ():
            other, printed = context.results.years.get(of_year), to_arabic(text)
            stated = _stated(other, key) if other is not None and _SCORE.fullmatch(printed) else ()
            if stated and not any(same_score(Decimal(printed), one) for one in stated):
                values = {"what": _name(key), "of_year": of_year, "found": text, "stated": two_decimals(stated[0])}
                yield problem("compared-score-differs", where, year=result.year.year, **values)


_SCORE = re.compile(r"[0-9]{1,3}(?:\.[0-9]+)?")
_CHANGE_HEAD = re.compile(r"เปลี่ยนแปลง|ผลต่าง|ส่วนต่าง|เพิ่มขึ้น|ลดลง|เพิ่ม\s*/\s*ลด|\+\s*/\s*-")
_YEAR_HEAD = re.compile(r"(?<![0-9])(25[0-9]{2})(?![0-9])")
_NUMBER = re.compile(r"[+-]?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?")
_AROUND = re.compile(r"ร้อยละ|เพิ่มขึ้น|ลดลง|เพิ่ม|ลด|คะแนน|[%()\s]")
_PERCENT = re.compile(r"ร้อยละ|%")


@dataclass(frozen=True)
class _Printed:
    """A printed number and the half of its last digit, by which the unrounded one may differ."""

    value: Fraction
    half: Fraction
    sign: int | None

    @classmethod
    def of(cls, text: str) -> _Printed | None:
        """Return the only number of a cell; None where it has other words, no number, or several."""
        plain = to_arabic(text).replace("\u2212", "-").strip()
        found = _NUMBER.findall(plain)
        if len(found) != 1 or _AROUND.sub("", plain.replace(found[0], "", 1)):
            return None
        down = "ลด" in plain or found[0].startswith("-") or (plain.startswith("(") and plain.endswith(")"))
        up = "เพิ่ม" in plain or found[0].startswith("+")
        value = Decimal(found[0].replace(",", "").lstrip("+-"))
        return cls(Fraction(value), half_of_last_place(value), -1 if down else 1 if up else None)


def change_differs(context: Context) -> Iterator[Problem]:
    """A printed change is the difference of the two printed values of its row, or the percentage of the first.

    By exact intervals: each number may be rounded at its last digit. Limits: tables whose heads name two years and a
    change; both readings are right where a head does not say which; a cell with other words is left alone.
    """
    for year, table in every_table(context):
        heads = [to_arabic(head) for head in table.columns]
        years = {column: int(found[1]) for column, head in enumerate(heads) if (found := _YEAR_HEAD.search(head))}
        changes = [column for column, head in enumerate(heads) if _CHANGE_HEAD.search(head) and column not in years]
        if len(set(years.values())) != 2 or len(years) != 2:
            continue
        first, last = sorted(years, key=lambda column: years[column])
        for row, column in ((row, column) for row in range(len(table.rows)) for column in changes):
            cells = _cells(table, row, (first, last, column))
            if cells is not None and not _agrees(*cells, only_percent="ร้อยละของ" in heads[column]):
                before, now, change = (text_in(table.rows[row][at]) for at in (first, last, column))
                expected = two_decimals(_decimal(cells[1].value - cells[0].value))
                values = {"before": before, "after": now, "found": change, "expected": expected}
                where = table.where("rows", row, column)
                yield problem("change-differs", where, year=year, table=table.caption, **values)


def _cells(table: PrintedTable, row: int, columns: tuple[int, ...]) -> tuple[_Printed, ...] | None:
    cells = table.rows[row]
    if max(columns) >= len(cells):
        return None
    found = [_Printed.of(text_in(cells[at])) for at in columns]
    return tuple(one for one in found if one is not None) if all(found) else None


def _agrees(before: _Printed, now: _Printed, change: _Printed, *, only_percent: bool) -> bool:
    """True if the change can be the difference, or the percentage that it is of the value before."""
    difference, slack = now.value - before.value, before.half + now.half
    readings = [] if only_percent else [(difference - slack, difference + slack)]
    if before.value > before.half:
        low, high = difference - slack, difference + slack
        ends = [100 * end / (before.value + half) for end in (low, high) for half in (before.half, -before.half)]
        readings.append((min(ends), max(ends)))
    signs = (change.sign,) if change.sign is not None else (1, -1)
    said = [sign * change.value for sign in signs]
    return any(low - change.half <= value <= high + change.half for low, high in readings for value in said)


def _decimal(value: Fraction) -> Decimal:
    return Decimal(value.numerator) / Decimal(value.denominator)


RULES = (change_word_wrong, compared_score_differs, change_differs)
