"""First and last days of what is printed as a day, a span of days or months: 1 มี.ค. ถึง 30 เม.ย. 2564."""

from __future__ import annotations

import re
from dataclasses import replace

from prongsai.thai.dates import BuddhistDate
from prongsai.thai.numerals import to_arabic
from prongsai.thai.parse_period import parse_period
from prongsai.thai.periods import Month, last_day_of

_TO = re.compile(r"\s*(?:ถึง(?:วันที่)?|-|–)\s*")
_DAY = re.compile(r"(?:วันที่\s*)?([0-9]{1,2})(?![0-9])")


def days_of(text: str) -> tuple[BuddhistDate, BuddhistDate] | None:
    """The first and the last day that a text names, with the years that it prints; None where it does not tell both."""
    period = parse_period(text)
    if period is None or not period.has_year or period.is_open or len(period.spans) != 1:
        return None
    [span] = period.spans
    ends = _TO.split(to_arabic(text.strip()))
    begins, closes = _DAY.match(ends[0]), _DAY.match(ends[-1])
    first, last = BuddhistDate(*span.first, 1), last_day_of(span.last)
    if begins:
        first = _on(span.first, int(begins[1]))
    return first, _on(span.last, int(closes[1])) if closes else last


def _on(month: Month, day: int) -> BuddhistDate:
    last = last_day_of(month)
    return replace(last, day=max(1, min(day, last.day)))
