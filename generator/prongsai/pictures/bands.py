"""The frame of a panel of figures over the years, and the level bands behind them, named at its sides."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from prongsai.pictures import svg
from prongsai.thai.columns import wrap_text
from prongsai.views.charts import Band, LineChart

LEFT, LEFT_OF_BANDS = 9.0, 17.0  # per cent at the left for the scale, and for the names of short levels with it
SHORT = 2  # letters of a level that fit next to its bound
NAMES = 11  # columns of letters of the names at the right
RIGHT = 66.0  # per cent, where these begin: on the narrowest telephone they need the rest
APART = 0.6  # per cent on each side of the place where the scale changes
_LINE = 1.2  # em from a line of words to the next


@dataclass(frozen=True)
class Frame:
    """The place of a panel: its sides (per cent), its top and its height (em), its years and the start of its scale."""

    left: float
    right: float
    top: float
    height: float
    years: int
    start: Decimal

    def edge(self, nth: float) -> float:
        """The place where a year begins."""
        return self.left + (self.right - self.left) * nth / self.years

    def middle(self, nth: int) -> float:
        """The middle of a year."""
        return self.edge(nth + 0.5)

    def down(self, value: Decimal) -> float:
        """The distance of a figure from the top of the picture."""
        return self.top + self.height * float((100 - value) / (100 - self.start))


def frame_of(chart: LineChart, top: float, height: float) -> Frame:
    """The frame of a panel with room for the names of the bands, the same in all panels of a chart."""
    right = RIGHT if _named_at_the_right(chart) else 100
    left = LEFT_OF_BANDS if _named_at_the_left(chart) else LEFT
    return Frame(left, right, top, height, len(chart.columns), chart.scale[0][0])


def _named_at_the_left(chart: LineChart) -> tuple[Band, ...]:
    """The bands of the first scale, where their names are short."""
    first = chart.bands[0] if chart.bands else ()
    return _visible(chart, first) if all(len(one.name) <= SHORT for one in first) else ()


def _named_at_the_right(chart: LineChart) -> tuple[Band, ...]:
    """The bands of the last scale, where they are not named at the left."""
    if not chart.bands or (chart.bands[-1] == chart.bands[0] and _named_at_the_left(chart)):
        return ()
    return _visible(chart, chart.bands[-1])


def _visible(chart: LineChart, bands: tuple[Band, ...]) -> tuple[Band, ...]:
    return tuple(one for one in bands if one.highest > chart.scale[0][0])


def _lines(band: Band) -> list[str]:
    """The name of a band with its bound; the lowest band has none."""
    return wrap_text(f"{band.name} {band.bound}" if band.lowest else band.name, NAMES)


def draw_bands(chart: LineChart, frame: Frame) -> Iterator[str]:
    """Years in a row with the same scale share its bands, which end where the scale changes."""
    begin = 0
    for bands, group in groupby(chart.bands):
        end = begin + len(list(group))
        left = frame.edge(begin) + (APART if begin else 0)
        right = frame.edge(end) - (APART if end < frame.years else 0)
        for nth, band in enumerate(_visible(chart, bands)):
            upper, lower = frame.down(band.highest), frame.down(max(band.lowest, frame.start))
            yield svg.bar(left, upper, right - left, lower - upper, "band" if nth % 2 == 0 else "between")
            yield svg.line((left, lower), (right, lower), "edge")
        begin = end
    yield from _names(chart, frame)


def bounds_at_the_left(chart: LineChart, frame: Frame) -> dict[float, str]:
    """The names of short levels with their bounds, by their heights."""
    named = (band for band in _named_at_the_left(chart) if band.lowest > frame.start)
    return {frame.down(band.lowest): f"{band.name} {band.bound}" for band in named}


def _names(chart: LineChart, frame: Frame) -> Iterator[str]:
    """A short name is at the lower edge of its band, a long one just above it."""
    for y, words in bounds_at_the_left(chart, frame).items():
        yield svg.text(0, y + 0.3, words, "q")
    for band in _named_at_the_right(chart):
        lines, base = _lines(band), frame.down(max(band.lowest, frame.start)) - 0.3
        for nth, line in enumerate(reversed(lines)):
            yield svg.text(frame.right + 1, base - _LINE * nth, line, "q")
