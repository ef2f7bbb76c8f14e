"""What a picture over the years says: series of figures with a column for each year, level bands and targets."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from prongsai.views.charts.chart import Chart


@dataclass(frozen=True, kw_only=True)
class DataPoint:
    """A published figure (points of 100) and how it is said."""

    value: Decimal
    figure: str


@dataclass(frozen=True, kw_only=True)
class Series:
    """One row of figures; a year without one has None, and nothing is drawn from its neighbours."""

    name: str
    points: tuple[DataPoint | None, ...]


@dataclass(frozen=True, kw_only=True)
class Band:
    """A level of a year's scale, from `lowest` up to `highest` (points of 100); `label` stands at its lower edge.

    `by_instruments`: the scores of the instruments decide too.
    """

    name: str
    label: str
    lowest: Decimal
    highest: Decimal
    by_instruments: bool = False


@dataclass(frozen=True, kw_only=True)
class LineChart(Chart):
    """A panel for each series, all on the same scale from 0 to 100, whose ends are `scale` in words.

    `bands` and `goals` are those of each year; they stand in the first panel.
    """

    columns: tuple[str, ...]
    scale: tuple[str, str]
    series: tuple[Series, ...]
    bands: tuple[tuple[Band, ...], ...] = ()
    goals: tuple[Decimal | None, ...] = ()
