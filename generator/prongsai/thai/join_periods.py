"""Parts of a period put together: what a further part adds, and whether one that says it again agrees."""

from __future__ import annotations

from dataclasses import replace

from prongsai.thai.periods import Form, Frequency, Period, Span, Unit
from prongsai.thai.read_spans import is_within

_OF_YEARS = {Form.YEARS, Form.FISCAL_YEARS}


def add(one: Period, other: Period) -> Period | None:
    """Both parts together: ไตรมาสที่ 1 และเดือนมีนาคม, ทุกเดือน และต่อเนื่อง; None where it is not clear how."""
    if not (one.spans and other.spans) or _is_years(one.spans) != _is_years(other.spans):
        return restate(one, other)
    years = _years_of(one.spans) or _years_of(other.spans)
    if one.is_due != other.is_due or (one.has_year != other.has_year and len(years) != 1):
        return None
    spans = {span.in_year(years[0]) if years else span for span in (*one.spans, *other.spans)}
    return _with_rest(replace(one, spans=tuple(sorted(spans)), day=0), other)


def restate(one: Period, other: Period) -> Period | None:
    """The first part with what the second says more exactly or besides; None where that is not clear.

    Months that do not agree, and frequencies and lengths too, are a contradiction of the document.
    """
    spans = _agreed(one.spans, other.spans)
    if spans is None or not _may_be_so_long(one, other, spans):
        return Period("", contradiction=(one.printed, other.printed))
    is_due = one.is_due or other.is_due
    due = other if other.is_due else one
    day = due.day if is_due and spans and max(due.spans, default=spans[-1]).last.month == spans[-1].last.month else 0
    if is_due and due.day and not day:
        return None
    return _with_rest(replace(one, spans=spans, is_due=is_due, day=day), other)


def _with_rest(both: Period, other: Period) -> Period | None:
    if both.contradiction or other.contradiction:
        return replace(both, contradiction=both.contradiction or other.contradiction, spans=())
    frequency = _agreed_frequency(both.frequency, other.frequency)
    if frequency is None and (both.frequency or other.frequency):
        return Period("", contradiction=(both.printed, other.printed))
    if both.length and other.length and both.length != other.length:
        return None
    if (both.is_open or other.is_open) and (both.is_due or other.is_due):
        return None
    return replace(
        both,
        printed="",
        frequency=frequency,
        length=both.length or other.length,
        is_ongoing=both.is_ongoing or other.is_ongoing,
        is_open=both.is_open or other.is_open,
    )


def _is_years(spans: tuple[Span, ...]) -> bool:
    return bool(spans) and all(span.form in _OF_YEARS for span in spans)


def _agreed(one: tuple[Span, ...], other: tuple[Span, ...]) -> tuple[Span, ...] | None:
    """The months of two statements of the same: the narrower, with the year that one has; None if they differ."""
    if not one or not other:
        return one or other
    years = _years_of(one) or _years_of(other)
    for year in years or (0,):
        left, right = (tuple(span.in_year(year) if year else span for span in spans) for spans in (one, other))
        if (found := _narrower(left, right)) is not None:
            return found
    return None


def _years_of(spans: tuple[Span, ...]) -> tuple[int, ...]:
    """The fiscal years that are said, of which the other months may be."""
    said = (year for span in spans if span.has_year for year in span.fiscal_years)
    return tuple(dict.fromkeys(said))


def _narrower(one: tuple[Span, ...], other: tuple[Span, ...]) -> tuple[Span, ...] | None:
    months, more = (set().union(*(span.months for span in spans)) for spans in (one, other))
    if months == more:
        return other if _is_years(one) and not _is_years(other) else one
    for part, whole in ((other, one), (one, other)):
        if all(any(is_within(span, around) for around in whole) for span in part):
            return part
    return None


def _may_be_so_long(one: Period, other: Period, spans: tuple[Span, ...]) -> bool:
    """True unless months are counted and named, and these are others in number."""
    length = one.length or other.length
    if length is None or length.unit is not Unit.MONTH or not spans or one.is_due or other.is_due:
        return True
    return sum(span.length for span in spans) == length.number or _is_years(spans)


def _agreed_frequency(one: Frequency | None, other: Frequency | None) -> Frequency | None:
    """The frequency on which two statements agree: ทุกไตรมาส is 4 times a year, and 12 times may be every month."""
    if one is None or other is None:
        return one or other
    if not one.every or not other.every:
        return other if not one.every else one
    is_same = one.unit is other.unit and one.times * other.every == other.times * one.every
    return replace(one, at_least=one.at_least or other.at_least) if is_same else None
