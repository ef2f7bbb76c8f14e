"""Figures over the years: a panel for each series, with the level bands of every year behind the first."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import groupby, pairwise

from prongsai.pictures import svg
from prongsai.pictures.svg import Drawing
from prongsai.views.charts import NO_DATA, LineChart, Series

LEFT = 17.0  # per cent at the left for the names of the bands and the ends of the scale
RIGHT = 8.0  # per cent at the right for the bounds of the last scale, where it is not the first one
FIRST, OTHERS = 11.0, 4.5  # em: how high the scale from 0 to 100 is in a panel
NAME, AIR, GAP, FOOT = 1.2, 1.4, 1.2, 0.8  # em: a panel's name, room for a figure at 100, below a panel, the years
DOT = 0.34


def draw_lines(chart: LineChart) -> Drawing:
    """The panels below each other, and the years at the foot."""
    shapes: list[str] = []
    top = 0.0
    for place, series in enumerate(chart.series):
        height = OTHERS if place else FIRST
        if len(chart.series) > 1:
            top += NAME
            shapes.append(svg.text(0, top - NAME + 0.9, series.name, "bold"))
        shapes += _panel(chart, series, place == 0, top + AIR, height)
        top += AIR + height + GAP
    return Drawing(top + FOOT, (*shapes, *_years(chart, top + FOOT - 0.4)))


def _panel(chart: LineChart, series: Series, is_first: bool, top: float, height: float) -> Iterator[str]:
    if is_first:
        yield from _bands(chart, top, height)
    for value, words in zip((Decimal(0), Decimal(100)), chart.scale, strict=True):
        yield svg.line((LEFT, _down(value, top, height)), (_end(chart), _down(value, top, height)), "grid")
        if not (is_first and value and any(chart.bands)):
            yield svg.text(0, _down(value, top, height) + 0.3, words, "q")
    if is_first:
        yield from _goals(chart, top, height)
    yield from _joined(chart, series, top, height)


def _joined(chart: LineChart, series: Series, top: float, height: float) -> Iterator[str]:
    """Dots with their figures; a line only between neighbouring years that both have one."""
    places = [
        (_middle(chart, nth), _down(one.value, top, height)) if one else None for nth, one in enumerate(series.points)
    ]
    for start, end in pairwise(places):
        if start and end:
            yield svg.line(start, end, "path")
    for nth, (place, one) in enumerate(zip(places, series.points, strict=True)):
        if place and one:
            yield svg.dot(place[0], place[1], DOT, "point")
            yield svg.text(place[0], place[1] - 0.6, one.figure, "m over")
        else:
            yield from _absent(_middle(chart, nth), top + height / 2)


def _absent(x: float, y: float) -> Iterator[str]:
    """That there is no figure, on two lines, since a column may be narrow."""
    yield svg.text(x, y - 0.1, NO_DATA[:5], "m q over")
    yield svg.text(x, y + 1.1, NO_DATA[5:], "m q over")


def _goals(chart: LineChart, top: float, height: float) -> Iterator[str]:
    for nth, goal in enumerate(chart.goals):
        if goal is not None:
            y = _down(goal, top, height)
            yield svg.line((_edge(chart, nth), y), (_edge(chart, nth + 1), y), "goal aim")


def _bands(chart: LineChart, top: float, height: float) -> Iterator[str]:
    """Years in a row with the same scale share its bands; the first is named at the left, the last at the right."""
    begin = 0
    for bands, group in groupby(chart.bands):
        end = begin + len(list(group))
        for nth, band in enumerate(bands):
            upper, lower = _down(band.highest, top, height), _down(band.lowest, top, height)
            left, right = _edge(chart, begin), _edge(chart, end)
            if nth % 2 == 0:
                yield svg.bar(left, upper, right - left, lower - upper, "band")
            yield svg.line((left, lower), (right, lower), "edge")
            if not band.lowest:
                continue  # the scale itself says where zero is
            if begin == 0:
                yield svg.text(0, lower + 0.3, band.label, "q")
            elif end == len(chart.columns):
                yield svg.text(100, lower + 0.3, band.label, "e q")
        begin = end


def _years(chart: LineChart, y: float) -> Iterator[str]:
    for nth, words in enumerate(chart.columns):
        yield svg.text(_middle(chart, nth), y, words, "m")


def _end(chart: LineChart) -> float:
    """The end of the years: before the edge where the last year has another scale than the first."""
    return 100 - RIGHT if chart.bands and chart.bands[-1] and chart.bands[-1] != chart.bands[0] else 100


def _edge(chart: LineChart, nth: float) -> float:
    return LEFT + (_end(chart) - LEFT) * nth / len(chart.columns)


def _middle(chart: LineChart, nth: int) -> float:
    return _edge(chart, nth + 0.5)


def _down(value: Decimal, top: float, height: float) -> float:
    """The distance from the top of a score of 0 to 100."""
    return top + height * (100 - float(value)) / 100
