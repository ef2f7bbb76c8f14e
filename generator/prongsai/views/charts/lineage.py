"""What the lineage of an indicator says: its figures year by year, and between them the measures that aimed at it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from prongsai.views.charts.chart import Chart


@dataclass(frozen=True, kw_only=True)
class AnsweringMeasure:
    """A measure that answers a result: its short name, and its status with the form that is drawn."""

    label: str
    kind: str
    status: str


@dataclass(frozen=True, kw_only=True)
class Step:
    """One year: its name, its figure as it is said with the change, how far its bar reaches, and what answers it.

    `length` is None where there is no figure; `more` says how many further measures the table has.
    """

    label: str
    figure: str
    length: Decimal | None
    answers: tuple[AnsweringMeasure, ...] = ()
    more: str = ""


@dataclass(frozen=True, kw_only=True)
class LineageChart(Chart):
    """The steps below each other, oldest first; bars run from 0 to 100 points."""

    steps: tuple[Step, ...]


def word_step(step: Step) -> str:
    """A step in words."""
    answers = " ".join(f"{one.label} {one.status}" for one in step.answers)
    return f"{step.label} {step.figure}" + (f" มาตรการที่ตอบ {answers} {step.more}".rstrip() if answers else "")
