"""A line of figures as small as a word, for the row of a table that says the same figures in its cells."""

from __future__ import annotations

from itertools import pairwise

from prongsai.pictures import svg
from prongsai.views.content import Spark

WIDE, HIGH, SIDE, DOT = 6.0, 2.4, 5.0, 0.28  # em, em, per cent, em
_ROOM = 0.3  # em above and below


def draw_spark(spark: Spark) -> str:
    """The figures as a line with a dot at the newest, and the target as dashes; hidden from those who hear the row."""
    step = (100 - 2 * SIDE) / max(len(spark.points) - 1, 1)
    places = [
        (SIDE + step * nth, _down(spark, float(value))) if value is not None else None
        for nth, value in enumerate(spark.points)
    ]
    shapes = [] if spark.goal is None else [_goal(spark, float(spark.goal))]
    shapes += [svg.line(start, end, "path") for start, end in pairwise(places) if start and end]
    known = [place for place in places if place]
    shapes += [svg.dot(*place, DOT, "point") for place in known[-1:]]
    return f'<svg class="ps-spark" width="{WIDE:g}em" height="{HIGH:g}em" aria-hidden="true">{"".join(shapes)}</svg>'


def _goal(spark: Spark, goal: float) -> str:
    return svg.line((0, _down(spark, goal)), (100, _down(spark, goal)), "aim")


def _down(spark: Spark, value: float) -> float:
    start = float(spark.start)
    return _ROOM + (HIGH - 2 * _ROOM) * (100 - value) / (100 - start)
