"""Figures over the years: a panel for each series, with the level bands of every year behind the first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from prongsai.pictures import svg
from prongsai.pictures.bands import Frame, bounds_at_the_left, draw_bands, frame_of
from prongsai.pictures.svg import Drawing
from prongsai.views.charts import NO_DATA, LineChart, Series

FIRST, OTHERS = 16.0, 5.0  # em: how high the scale is in a panel
NAME, AIR, GAP, FOOT = 1.2, 1.4, 1.2, 0.8  # em: a panel's name, room for a figure at 100, below a panel, the years
DOT = 0.34
LABELLED = 4  # years that all have room for their figure on a telephone; of more every second has it, the last too
_ABOVE, _BELOW, _DEEP, _BESIDE = -0.6, 1.45, 1.25, 2.2  # em, em, em, and per cent to the side
_APART = 1.1  # em between the base lines of words at the same side


def draw_lines(chart: LineChart) -> Drawing:
    """The panels below each other, and the years at the foot."""
    shapes: list[str] = []
    top = 0.0
    for place, series in enumerate(chart.series):
        height = OTHERS if place else FIRST
        if len(chart.series) > 1:
            top += NAME
            shapes.append(svg.text(0, top - NAME + 0.9, series.name, "bold"))
        frame = frame_of(chart, top + AIR, height)
        shapes += _panel(chart, series, frame, is_first=place == 0)
        top += AIR + height + GAP
    years = frame_of(chart, top, FIRST)
    foot = (svg.text(years.middle(nth), top + FOOT - 0.4, words, "m") for nth, words in enumerate(chart.columns))
    return Drawing(top + FOOT, (*shapes, *foot))


def _panel(chart: LineChart, series: Series, frame: Frame, *, is_first: bool) -> Iterator[str]:
    if is_first:
        yield from draw_bands(chart, frame)
    ends, named = (chart.scale[0], chart.scale[-1]), bounds_at_the_left(chart, frame) if is_first else ()
    for value, words in chart.scale if is_first else ends:
        y = frame.down(value)
        yield svg.line((frame.left, y), (frame.right, y), "grid")
        if all(abs(y - other) > _APART for other in named):
            yield svg.text(0, y + 0.3, words, "q")
    goals = chart.goals if is_first else ()
    for nth, goal in enumerate(goals):
        if goal is not None:
            y = frame.down(goal)
            yield svg.line((frame.edge(nth), y), (frame.edge(nth + 1), y), "goal aim")
    yield from _joined(series, frame, goals)


@dataclass(frozen=True)
class _Spot:
    """A figure where it is drawn (per cent across, em down)."""

    x: float
    y: float
    words: str


def _joined(series: Series, frame: Frame, goals: Sequence[Decimal | None]) -> Iterator[str]:
    """Dots with their figures; a line only between neighbouring years that both have one."""
    spots = [
        _Spot(frame.middle(nth), frame.down(one.value), one.figure) if one else None
        for nth, one in enumerate(series.points)
    ]
    for start, end in pairwise(spots):
        if start and end:
            yield svg.line((start.x, start.y), (end.x, end.y), "path")
    last = len(spots) - 1
    for nth, spot in enumerate(spots):
        if spot is None:
            yield from _absent(frame.middle(nth), frame.top + frame.height / 2)
            continue
        yield svg.dot(spot.x, spot.y, DOT, "point")
        if len(spots) <= LABELLED or (last - nth) % 2 == 0:
            goal = goals[nth] if goals else None
            aim = frame.down(goal) if goal is not None else None
            around = spots[nth - 1] if nth else None, spots[nth + 1] if nth < last else None
            yield _label(spot, around, aim, frame.top + frame.height)


def _label(spot: _Spot, around: tuple[_Spot | None, _Spot | None], aim: float | None, bottom: float) -> str:
    """The figure of a spot where neither the line to a neighbour nor the goal strikes through it."""
    before, after = around
    near = [one for one in around if one]
    above_is_free = not any(one.y < spot.y - 1 for one in near) and not _strikes(aim, spot.y + _ABOVE)
    below_is_free = not any(one.y > spot.y + 1 for one in near) and not _strikes(aim, spot.y + _BELOW)
    below_is_free = below_is_free and spot.y + _BELOW < bottom  # where the years are
    if above_is_free or (not below_is_free and not (before and after)):
        return svg.text(spot.x, spot.y + _ABOVE, spot.words, "m over")
    if below_is_free or not (before and after):
        return svg.text(spot.x, spot.y + _BELOW, spot.words, "m over")
    # The line goes through on a slope: the figure is on its upper side, or below where the goal is there.
    rises, upper = after.y < before.y, not _strikes(aim, spot.y + _ABOVE)
    goes_left = rises == upper
    x = spot.x - _BESIDE if goes_left else spot.x + _BESIDE
    return svg.text(x, spot.y + (_ABOVE if upper else _BELOW), spot.words, "e over" if goes_left else "over")


def _strikes(aim: float | None, base: float) -> bool:
    """True if a line at that height goes through words with that base line."""
    return aim is not None and base - _DEEP < aim < base + 0.3


def _absent(x: float, y: float) -> Iterator[str]:
    """That there is no figure, on two lines, since a column may be narrow."""
    yield svg.text(x, y - 0.1, NO_DATA[:5], "m q over")
    yield svg.text(x, y + 1.1, NO_DATA[5:], "m q over")
