"""A fiscal year from October to September, with a bar for each period below its words."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from prongsai.pictures import svg
from prongsai.pictures.svg import Drawing
from prongsai.views.charts import TimelineChart, TimelineRow

LINE, ROW = 1.35, 3.75  # em: a line of words at head and foot, a whole row
NAME, WORDS, UPPER, THICK, CUT = 1.0, 2.25, 2.6, 0.65, 0.58  # em: name, period, edge of a bar, its height, an arrow
BASE = 1.0  # em: the base line of words at head and foot
GAP = 0.5  # per cent between the bars of a row
OVER = 0.17  # em that a line extends above and below a bar
LONG = 8  # rows after which the months are named again at the foot
_DUE, _LEFT_THIRD, _RIGHT_THIRD = 0.36, 33, 67


def draw_timeline(chart: TimelineChart) -> Drawing:
    """Head, rows and foot; the marks of half-year and date of the data are over the bars."""
    head = LINE * (3 if chart.as_of else 2)
    below = head + ROW * len(chart.rows)
    shapes = [*_lines(chart, head, below), *_head(chart, head)]
    for nth, row in enumerate(chart.rows):
        shapes += _row(row, head + ROW * nth)
    shapes += _marks(chart, head, below)
    return Drawing(below + LINE * (2 if len(chart.rows) > LONG else 1), (*shapes, *_foot(chart, below)))


def _lines(chart: TimelineChart, head: float, below: float) -> Iterator[str]:
    """The first and the third quarter: lines next to the bars, which leave the words between them alone."""
    dashes = (THICK + 2 * OVER, ROW - THICK - 2 * OVER)
    for place, _ in chart.months[3::6]:
        yield svg.line((place, head + UPPER - OVER), (place, below), "grid", dashes=dashes)


def _marks(chart: TimelineChart, head: float, below: float) -> Iterator[str]:
    """Half-year and date of the data: lines that cross the bars and leave the words between them alone."""
    top, cross = head + UPPER - OVER, THICK + 2 * OVER
    yield svg.line((chart.half[0], top), (chart.half[0], below), "half", dashes=(cross, ROW - cross))
    if chart.as_of:
        yield svg.line((chart.as_of[0], top), (chart.as_of[0], below), "goal", dashes=(cross, ROW - cross))


def _head(chart: TimelineChart, head: float) -> Iterator[str]:
    for place, words in chart.years:
        yield svg.text(place, BASE, words, "m q")
    yield from _months(chart, LINE + BASE)
    if chart.as_of:
        place, words = chart.as_of
        yield svg.text(place, head - 0.3, words, f"bold {_side(place)}".strip())


def _months(chart: TimelineChart, y: float) -> Iterator[str]:
    """The names of the months in their middle; every other one gives way on a telephone."""
    width = Fraction(100, len(chart.months))
    for nth, (_, words) in enumerate(chart.months):
        yield svg.text(width * nth + width / 2, y, words, "m q odd" if nth % 2 else "m q")


def _row(row: TimelineRow, top: float) -> Iterator[str]:
    yield svg.text(0, top + NAME, row.label)
    yield svg.text(0, top + WORDS, row.figure, "q period")
    for span in row.extent.spans:
        left, gap = float(span.start), GAP if len(row.extent.spans) > 1 else 0
        yield svg.bar(left, top + UPPER, min(float(span.end) - left, 100 - left) - gap, THICK, "bar")
    if row.extent.due is not None:
        yield svg.dot(row.extent.due, top + UPPER + THICK / 2, _DUE, "due")
    css = " in" if row.extent.spans else ""
    if row.extent.before:
        yield svg.text(0, top + UPPER + CUT, "‹", f"cut{css}")
    if row.extent.after:
        yield svg.text(100, top + UPPER + CUT, "›", f"e cut{css}")


def _foot(chart: TimelineChart, below: float) -> Iterator[str]:
    y = below + BASE
    if len(chart.rows) > LONG:
        yield from _months(chart, y)
        y += LINE
    yield svg.text(chart.half[0], y, chart.half[1], "m q")


def _side(place: Fraction) -> str:
    """Words at a place near an edge run away from it."""
    return "" if place < _LEFT_THIRD else "e" if place > _RIGHT_THIRD else "m"
