"""All indicators over the years: a line as small as a word, the scores, and the newest change and target."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import TypeVar

from prongsai.analysis.results import Results, YearResult
from prongsai.analysis.scoring import stated_or_none
from prongsai.model.edition import Edition
from prongsai.views.charts.years import start_of_scale
from prongsai.views.content import Cell, Head, Spark, Table, cell, number_cell
from prongsai.views.names import indicator_phrase
from prongsai.views.scores.figures import published_parts
from prongsai.views.scores.score_cells import Scored, changed_cell, goal_cell
from prongsai.views.scores.tables import SCORES
from prongsai.views.speech import Speech

YEARS = 4  # columns, the newest, so that the table stays readable
C = TypeVar("C", Cell, Head)
_Points = tuple[Decimal | None, ...]


def indicators_over_years(results: Results, numbers: dict[str, Edition], speech: Speech) -> Table:
    """A row for each indicator with its newest score and how that compares, then the years before.

    Without scores their names alone.
    """
    years = [result for result in results.years.values() if result.year.scores is not None][-YEARS:]
    points = {number: tuple(_value(one, number) for one in years) for number in numbers}
    has_lines = any(_is_line(one) for one in points.values())
    start, goal = start_of_scale(_drawn(points, years)), _goal(years)
    rows = tuple(
        (
            cell(indicator_phrase(edition, number, speech), head=True),
            *_newest_first(
                _figures(years, number, speech),
                (*((_spark(points[number], start, goal),) if has_lines else ()), *_compared(years, number, speech)),
            ),
        )
        for number, edition in numbers.items()
    )
    columns = (
        Head("ตัวชี้วัด"),
        *_newest_first(
            _year_heads(years, speech), (*((Head("แนวโน้ม"),) if has_lines else ()), *_compared_heads(years, speech))
        ),
    )
    said = _said(start, goal, speech) if has_lines else ""
    return Table("indicators", "คะแนนตัวชี้วัดในแต่ละปี", columns, rows, of=SCORES.name, said=said)


def _newest_first(of_years: Iterable[C], compared: Iterable[C]) -> list[C]:
    """The newest year first, what that is compared with behind it, and then the years before."""
    shown = list(of_years)
    shown.reverse()
    shown[1:1] = compared
    return shown


def _figures(years: list[YearResult], number: str, speech: Speech) -> Iterator[Cell]:
    for result in years:
        scores = result.year.scores
        yield number_cell(*published_parts(scores.indicators.get(number) if scores else None, speech))


def _year_heads(years: list[YearResult], speech: Speech) -> Iterator[Head]:
    return (Head(f"ปี {speech.digits(result.year.year)}", True) for result in years)


def _value(result: YearResult, number: str) -> Decimal | None:
    return stated_or_none(result.year.scores, "indicators", number)


def _is_line(points: _Points) -> bool:
    """True if there is more than one figure."""
    return sum(one is not None for one in points) > 1


def _drawn(points: dict[str, _Points], years: list[YearResult]) -> Iterator[Decimal | None]:
    yield _goal(years)
    for one in points.values():
        yield from one


def _goal(years: list[YearResult]) -> Decimal | None:
    target = years[-1].year.edition.target if years else None
    return target.score if target else None


def _spark(points: _Points, start: Decimal, goal: Decimal | None) -> Cell:
    return cell(Spark("", points=points, start=start, goal=goal)) if _is_line(points) else cell()


def _said(start: Decimal, goal: Decimal | None, speech: Speech) -> str:
    """The scale of the small lines, and what their dashes are."""
    scale = f"เส้นแนวโน้มทุกเส้นใช้แกนเดียวกัน ตั้งแต่ {speech.digits(int(start))} ถึง {speech.digits(100)} คะแนน"
    return scale + (f" เส้นประคือค่าเป้าหมาย {speech.digits(goal)}" if goal is not None else "")


def _compared(years: list[YearResult], number: str, speech: Speech) -> Iterator[Cell]:
    """The newest score against the year before and the target."""
    if not years:
        return
    row = Scored(years[-1], "indicator", number)
    if years[-1].previous is not None:
        yield cell(*changed_cell(row, speech))
    if _goal(years) is not None:
        yield cell(*(goal_cell(row, speech) or ()))


def _compared_heads(years: list[YearResult], speech: Speech) -> Iterator[Head]:
    if years and (before := years[-1].previous) is not None:
        yield Head(f"เทียบปี {speech.digits(before.year)}")
    if (goal := _goal(years)) is not None:
        yield Head(f"เทียบค่าเป้าหมาย {speech.digits(goal)}")
