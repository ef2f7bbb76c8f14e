"""The level bands behind a picture over the years: each year by the scale of its own edition."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import groupby

from prongsai.model.edition import Edition, LevelRule
from prongsai.views.chart_lines import Band
from prongsai.views.speech import Speech

HUNDRED = Decimal(100)
_SHORT = 2  # letters of a level that fit beside its bound
_BY_TOOLS = " ระดับดูคะแนนรายเครื่องมือด้วย คะแนนรวมอย่างเดียวจึงบอกระดับไม่ได้เสมอไป"
Scale = tuple[Band, ...]


def level_bands(edition: Edition, speech: Speech) -> Scale:
    """The levels of a scale from the highest; a level whose bounds sources give differently has no band."""
    rules = [rule for rule in edition.levels if rule.evidence]
    by_bound = groupby(rules, key=lambda rule: rule.total_from)
    levels = [(bounds, tuple(same)) for bounds, same in by_bound]
    uppers = [(HUNDRED,), *(bounds for bounds, _ in levels)]
    return tuple(
        _band(same, bounds[0], upper[0], speech)
        for (bounds, same), upper in zip(levels, uppers, strict=False)
        if len(bounds) == len(upper) == 1 and bounds[0] < upper[0]
    )


def _band(rules: tuple[LevelRule, ...], lowest: Decimal, highest: Decimal, speech: Speech) -> Band:
    """The band of the levels that reach from the same score; other conditions tell them apart."""
    name, bound = " หรือ ".join(rule.name for rule in rules), speech.digits(f"{lowest.normalize():f}")
    return Band(
        name=name,
        label=f"{name} {bound}" if len(name) <= _SHORT else bound,
        lowest=lowest,
        highest=highest,
        by_instruments=any(rule.every_instrument_from or rule.some_instrument_below for rule in rules),
    )


def scale_notes(shown: tuple[int, ...], scales: tuple[Scale, ...], speech: Speech) -> Iterator[str]:
    """The scale of each run of years (Buddhist Era) in words."""
    for scale, run in groupby(zip(scales, shown, strict=True), key=lambda one: one[0]):
        years = [year for _, year in run]
        span = f"ปี {speech.digits(years[0])}" + (f" ถึง {speech.digits(years[-1])}" if len(years) > 1 else "")
        if scale:
            listed = ", ".join(f"{one.name} ตั้งแต่ {speech.digits(f'{one.lowest.normalize():f}')}" for one in scale)
            yield f"แถบระดับ{span}: {listed} คะแนน" + (_BY_TOOLS if any(one.by_instruments for one in scale) else "")
        else:
            yield f"{span} ไม่มีแถบระดับ เพราะยังไม่มีเกณฑ์ที่ยืนยันได้"
