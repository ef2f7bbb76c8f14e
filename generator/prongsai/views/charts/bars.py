"""What a picture of bars says: a bar for each thing that has a figure, on one scale from zero."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from prongsai.views.charts.chart import Chart


@dataclass(frozen=True, kw_only=True)
class Bar:
    """One bar: its label, its figure as it is said, and how far it and last year's mark reach (per cent of the scale).

    `length` is None where there is no figure, `before` where nothing is comparable; `figure_before` says it.
    """

    label: str
    figure: str
    length: Decimal | None
    before: Decimal | None = None
    figure_before: str = ""


@dataclass(frozen=True, kw_only=True)
class BarChart(Chart):
    """Bars below each other; `scale` are the places of its words (per cent), `goal` that of a line across all bars."""

    bars: tuple[Bar, ...]
    scale: tuple[tuple[Decimal, str], ...]
    goal: Decimal | None = None


def word_bar(bar: Bar, before: str = "") -> str:
    """A bar in words: its label, its figure and last year's behind the words for that year."""
    return f"{bar.label} {bar.figure}" + (f" {before} {bar.figure_before}" if bar.figure_before else "")
