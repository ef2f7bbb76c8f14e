"""Years as steps down a rail, each with its bar, and between two years what was to be done."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.pictures import svg
from prongsai.pictures.svg import Drawing
from prongsai.views.charts import AnsweringMeasure, LineageChart, Step

RAIL, LEFT, DEEPER, SIGN = 2.0, 6.0, 8.0, 5.0  # per cent: the rail, bars, what hangs between them, a sign of a status
YEAR, ANSWER, WORDS = 2.6, 1.5, 1.0  # em: a year with its bar, a line between years, the base line of words
UPPER, THICK, NODE = 1.35, 0.7, 0.36


def draw_lineage(chart: LineageChart) -> Drawing:
    """The rail first, so that the nodes are on it."""
    tops = [0.0]
    for step in chart.steps:
        tops.append(tops[-1] + _height(step))
    rail = svg.line((RAIL, tops[0] + WORDS), (RAIL, tops[-2] + WORDS), "path")
    shapes = [shape for step, top in zip(chart.steps, tops, strict=False) for shape in _step(step, top)]
    return Drawing(tops[-1], (rail, *shapes))


def _height(step: Step) -> float:
    """The height of a year with what hangs below it; one with neither a figure nor measures has its words alone."""
    below = len(step.answers) + bool(step.more)
    return YEAR + ANSWER * below if below or step.length is not None else UPPER


def _step(step: Step, top: float) -> Iterator[str]:
    yield svg.dot(RAIL, top + WORDS - 0.3, NODE, "point")
    yield svg.text(LEFT, top + WORDS, step.label, "bold")
    yield svg.text(100, top + WORDS, step.figure, "e")
    if step.length is not None:
        yield svg.bar(LEFT, top + UPPER, float(step.length) * (100 - LEFT) / 100, THICK, "bar")
    for nth, answer in enumerate(step.answers):
        yield from _answer(answer, top + YEAR + ANSWER * nth)
    if step.more:
        yield svg.text(DEEPER, top + YEAR + ANSWER * len(step.answers) + 0.75, step.more, "q")


def _answer(answer: AnsweringMeasure, top: float) -> Iterator[str]:
    yield svg.bar(DEEPER, top, SIGN, 0.85, answer.kind)
    yield svg.text(DEEPER + SIGN + 2, top + 0.75, f"{answer.label}: {answer.status}")
