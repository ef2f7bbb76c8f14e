"""The picture of where the points were lost: what each indicator keeps the total from 100 by."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from math import ceil

from prongsai.analysis.lost_points import lost_by_indicator
from prongsai.analysis.results import YearResult
from prongsai.views.charts.bars import Bar, BarChart, word_bar
from prongsai.views.charts.year_scores import HUNDRED, indicator_label
from prongsai.views.speech import Speech


def lost_chart(result: YearResult, speech: Speech) -> BarChart | None:
    """A bar for each indicator in points of the total, largest loss first; None where it cannot be computed."""
    losses = lost_by_indicator(result)
    largest = max((loss.points for loss in losses), default=Fraction(0))
    if largest == 0:
        return None
    whole = ceil(largest)
    edition = result.year.edition
    bars = tuple(
        Bar(
            label=indicator_label(edition, loss.key, speech),
            figure=speech.score(loss.points).text,
            length=_share(loss.points, whole),
        )
        for loss in losses
    )
    return BarChart(
        key="lost",
        title="แผนภูมิคะแนนรวมที่หายไปแยกตามตัวชี้วัด",
        sentences=("คะแนนรวมที่หายไป", *map(word_bar, bars)),
        table="lost-indicators",
        bars=bars,
        scale=((Decimal(0), speech.digits(0)), (HUNDRED, f"{speech.digits(whole)} คะแนนของคะแนนรวม")),
    )


def _share(points: Fraction, whole: int) -> Decimal:
    """The part of the scale (per cent) that some points take."""
    share = points * 100 / whole
    return Decimal(share.numerator) / share.denominator
