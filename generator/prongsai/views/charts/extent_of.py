"""The part of a period that a chart of a fiscal year draws."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from prongsai.thai import periods
from prongsai.thai.periods import Frequency, Month, Period, Unit
from prongsai.views.charts import HUNDRED, Extent, Span, end_of_day, month_start, place_of, start_of


def extent_of(period: Period | None, fiscal_year: int, *, is_stated: bool = True) -> Extent:
    """The part of a period within a fiscal year (Buddhist Era); months without a year are only in one that `is_stated`.

    What is done every so many months is in as many parts.
    """
    if period is None or not (is_stated or period.has_year):
        return Extent()
    day = period.last_day_in(fiscal_year)
    if day is not None:
        place = end_of_day(day, fiscal_year)
        return Extent(due=place if 0 < place <= HUNDRED else None, before=place <= 0, after=place > HUNDRED)
    parts = [part for span in period.spans_in(fiscal_year) for part in _parts(span, period.frequency)]
    places = [
        (place_of(month_start(*first), fiscal_year), place_of(month_start(last.year, last.month + 1), fiscal_year))
        for first, last in parts
    ]
    if period.is_open and places:
        places[-1] = (places[-1][0], place_of(start_of(fiscal_year + 2), fiscal_year))
    shown = (Span(start=max(start, Fraction(0)), end=min(end, HUNDRED)) for start, end in places)
    return Extent(
        spans=tuple(one for one in shown if one.start < one.end),
        before=any(start < 0 for start, _ in places),
        after=any(end > HUNDRED for _, end in places),
    )


def _parts(span: periods.Span, frequency: Frequency | None) -> Iterator[tuple[Month, Month]]:
    """Months in parts as long as what is done once in each of them; whole where it is not counted in months."""
    every = frequency.every if frequency is not None and frequency.unit is Unit.MONTH and frequency.times == 1 else 0
    step = every or span.length
    for nth in range(0, span.length, step):
        yield span.first.after(nth), span.first.after(min(nth + step, span.length) - 1)
