"""The months that a period names: quarters, halves, years, months and days, alone, in ranges and in lists."""

from __future__ import annotations

import calendar
from collections.abc import Callable
from dataclasses import dataclass, replace

from prongsai.thai.dates import BUDDHIST_ERA, FIRST_MONTH_OF_FISCAL_YEAR, fiscal_year_of, full_year
from prongsai.thai.period_words import Word, Words
from prongsai.thai.periods import YEAR_OF_MONTHS, Form, Month, Span, month_of

_QUARTER, _HALF, _DAYS = 3, 6, 31
_BETWEEN = (Word.AND, Word.SLASH)


@dataclass(frozen=True)
class Named:
    """A span with the day on which it ends, where that is one day and no span of days."""

    span: Span
    day: int = 0


def read_spans(words: Words) -> tuple[Named, ...]:
    """The spans of a list; those without a year have that of the next that has one, or of the one before."""
    found: list[Named] = []
    while True:
        at = words.at
        goes_on = not found or words.take(*_BETWEEN) or _is_alike_next(words, found[-1].span.form)
        span = _item(words, found) if goes_on else None
        if span is None:
            words.at = at
            break
        found.append(span)
    return tuple(_with_years(found))


def _is_alike_next(words: Words, form: Form) -> bool:
    """True if another one of the same kind follows without any word between: มี.ค. มิ.ย. ก.ย."""
    if form is Form.MONTHS:
        return words.sees(Word.MONTH) or (words.sees(Word.MONTHS) and words.sees(Word.MONTH, ahead=1))
    return words.sees(Word.QUARTER if form is Form.QUARTERS else Word.NOISE) or (
        form in {Form.YEARS, Form.FISCAL_YEARS} and words.sees(Word.YEAR, Word.FISCAL_YEAR)
    )


def _item(words: Words, before: list[Named]) -> Named | None:
    readers: tuple[Callable[[Words], Named | None], ...] = (_quarters, _half, _dates, _months, _years)
    start = words.at
    for read in readers:
        if (found := read(words)) is not None:
            return found
        words.at = start
    of_rounds = bool(before) and before[-1].span.form is Form.FIRST_MONTHS
    return _first_months(words) if of_rounds else _next_quarter(words, before)


def _with_years(found: list[Named]) -> list[Named]:
    """The spans with the years that others of their list have; unchanged where none has one."""
    for nth in reversed(range(len(found) - 1)):
        found[nth] = _dated(found[nth], found[nth + 1], is_before=True)
    for nth in range(1, len(found)):
        found[nth] = _dated(found[nth], found[nth - 1], is_before=False)
    return found


def _dated(one: Named, other: Named, *, is_before: bool) -> Named:
    span, near = one.span, other.span
    if span.has_year or not near.has_year:
        return one
    if span.form is not Form.MONTHS:
        return replace(one, span=span.in_year(near.fiscal_years[0]))
    year = (near.first if is_before else near.last).year
    made = _range(span.first.month, span.last.month, 0, year)
    if made and is_before and made.first > near.first:
        made = _range(span.first.month, span.last.month, 0, year - 1)
    if made and not is_before and made.last < near.last:
        made = _range(span.first.month, span.last.month, 0, year + 1)
    return replace(one, span=made) if made else one


def _quarters(words: Words) -> Named | None:
    first = _quarter(words)
    if first is None:
        return None
    last = first
    if words.sees(Word.TO):
        words.take(Word.TO)
        last = _quarter(words) or _quarter(words, is_called=True) or _NONE
    (from_nth, from_year), (to_nth, to_year) = first, last
    from_year = from_year or (to_year if from_nth <= to_nth else to_year - bool(to_year))
    to_year = to_year or from_year
    if not to_nth or bool(from_year) != bool(to_year) or (from_year, from_nth) > (to_year, to_nth):
        return None
    start, end = ((nth - 1) * _QUARTER for nth in (from_nth, to_nth))
    span = Span(month_of(from_year, start), month_of(to_year, end + _QUARTER - 1), Form.QUARTERS, bool(from_year))
    return Named(span)


_NONE = (0, 0)


def _quarter(words: Words, *, is_called: bool = False) -> tuple[int, int] | None:
    """The number of a quarter and its fiscal year, 0 where that is not said."""
    if not (words.take(Word.QUARTER) or is_called):
        return None
    if token := words.take(Word.MONTH_OF_YEAR):
        year = full_year(token.year)
        return (token.number, year) if year and 1 <= token.number <= 4 else None
    nth = 1 if words.take(Word.FIRST) else 4 if words.take(Word.LAST) else words.number(1, 4)
    return (nth, _year_behind(words)) if nth else None


def _next_quarter(words: Words, before: list[Named]) -> Named | None:
    """A further quarter of a list in which only the first is called one: ไตรมาส 1, 3 และ 4."""
    if not before or before[-1].span.form is not Form.QUARTERS or not words.sees(Word.NUMBER, Word.MONTH_OF_YEAR):
        return None
    found = _quarter(words, is_called=True)
    if found is None:
        return None
    nth, year = found
    start = (nth - 1) * _QUARTER
    return Named(Span(month_of(year, start), month_of(year, start + _QUARTER - 1), Form.QUARTERS, bool(year)))


def _year_behind(words: Words) -> int:
    """The fiscal year behind a part of it: ไตรมาสที่ 1 ปีงบประมาณ พ.ศ. 2567, ไตรมาสที่ 1 ปี 2567."""
    start = words.at
    is_called = words.take(Word.FISCAL_YEAR, Word.YEAR) is not None
    year = words.year(is_called=is_called)
    if not year:
        words.at = start
    return year


def _half(words: Words) -> Named | None:
    if words.take(Word.HALF):
        nth = words.take(Word.FIRST, Word.LAST)
        of_year = words.take(Word.FISCAL_YEAR, Word.YEAR)
        nth = nth or words.take(Word.FIRST, Word.LAST)
        return _part(words, nth.word, _HALF) if nth and (of_year or nth) else None
    is_round = words.take(Word.ROUND) is not None
    number = words.number(1, YEAR_OF_MONTHS)
    if not number or not words.take(Word.MONTHS):
        return None
    nth = words.take(Word.FIRST, Word.LAST)
    if nth is None and not (is_round and number % _QUARTER == 0):
        return None
    return _part(words, nth.word if nth else Word.FIRST, number)


def _first_months(words: Words) -> Named | None:
    """A further round of a list: รอบ 6 เดือน และ 12 เดือน."""
    start = words.at
    number = words.number(1, YEAR_OF_MONTHS)
    if number % _QUARTER == 0 and number and words.take(Word.MONTHS):
        return _part(words, Word.FIRST, number)
    words.at = start
    return None


def _part(words: Words, which: Word, months: int) -> Named:
    """The first or the last months of a fiscal year."""
    year = _year_behind(words)
    start = 0 if which is Word.FIRST else YEAR_OF_MONTHS - months
    form = Form.FIRST_MONTHS if which is Word.FIRST else Form.LAST_MONTHS
    return Named(Span(month_of(year, start), month_of(year, start + months - 1), form, bool(year)))


def _years(words: Words) -> Named | None:
    """A fiscal year or several: ปีงบประมาณ พ.ศ. 2567, ปี 2566 ถึง 2570, 2566 - 2570; of any year ปีงบประมาณ alone."""
    called = words.take(Word.FISCAL_YEAR, Word.YEAR)
    first = words.year(is_called=called is not None)
    form = Form.FISCAL_YEARS if called and called.word is Word.FISCAL_YEAR else Form.YEARS
    if not first:
        is_any = called is not None and called.word is Word.FISCAL_YEAR
        return Named(Span(month_of(0, 0), month_of(0, 11), form, has_year=False)) if is_any else None
    last, at = first, words.at
    if words.take(Word.TO):
        words.take(Word.FISCAL_YEAR, Word.YEAR)
        last = words.year(is_called=True)
        if not last:
            words.at, last = at, first
    return Named(Span(month_of(first, 0), month_of(last, 11), form)) if first <= last else None


def _dates(words: Words) -> Named | None:
    """A day with slashes, or from one to another; also months with slashes."""
    words.take(Word.DATE_WORD)
    first = _slashed(words)
    if first is None:
        return None
    if not words.take(Word.TO):
        month, day = first
        return Named(Span(month, month), day)
    words.take(Word.DATE_WORD)
    last = _slashed(words)
    return Named(Span(first[0], last[0])) if last and first <= last else None


def _slashed(words: Words) -> tuple[Month, int] | None:
    if token := words.take(Word.DATE):
        year = full_year(token.year)
        return (Month(year, token.number), token.day) if year and _is_day(token.day, token.number, year) else None
    if token := words.take(Word.MONTH_OF_YEAR):
        year = full_year(token.year) if len(token.year) == len("2566") else None
        return (Month(year, token.number), 0) if year and 1 <= token.number <= YEAR_OF_MONTHS else None
    return None


def _is_day(day: int, month: int, year: int) -> bool:
    """True if the calendar has a day; in no certain year, if it may have it."""
    if not 1 <= month <= YEAR_OF_MONTHS:
        return False
    leap = 2567
    return 1 <= day <= calendar.monthrange((year or leap) - BUDDHIST_ERA, month)[1]


def _months(words: Words) -> Named | None:
    """A month, a day of it, or from one to another: 1 ต.ค. 2566 - 30 ก.ย. 2567, 1 - 31 ม.ค. 2567, ม.ค. - มี.ค."""
    first_day, is_range = _day(words), False
    if first_day and words.take(Word.TO):
        last_day, is_range = _day(words), True
        if not last_day:
            return None
    start = _month(words)
    if start is None:
        return None
    (month, year), (end, end_year) = start, start
    day = 0 if is_range else first_day
    at = words.at
    if not is_range and words.take(Word.TO):
        words.take(Word.END)
        day, last = _day(words), _month(words)
        if last is None:
            words.at, day = at, first_day
        else:
            (end, end_year), is_range = last, True
    span = _range(month, end, year, end_year)
    days = ((first_day, month, span.first.year), (day, end, span.last.year)) if span else ()
    if span is None or not all(_is_day(one, its, of if span.has_year else 0) for one, its, of in days if one):
        return None
    return Named(span, 0 if is_range else day)


def _day(words: Words) -> int:
    words.take(Word.DATE_WORD, Word.WEEKDAY)
    at = words.at
    day = words.number(1, _DAYS)
    if day and not words.sees(Word.MONTH, Word.TO) and not words.sees(Word.MONTHS):
        words.at = at
        return 0
    return day


def _month(words: Words) -> tuple[int, int] | None:
    """The number of a month and its year, 0 where that is not said."""
    words.take(Word.MONTHS)
    token = words.take(Word.MONTH)
    if token is None:
        return None
    at = words.at
    is_called = words.take(Word.YEAR) is not None
    year = words.year(is_called=True)
    if not year and is_called:
        words.at = at
    return token.number, year


def _range(first: int, last: int, first_year: int, last_year: int) -> Span | None:
    """From a month to another; a year that only one of them has is the other's too, or the one next to it."""
    if first_year or last_year:
        begin = first_year or last_year - (first > last)
        end = last_year or first_year + (first > last)
        return Span(Month(begin, first), Month(end, last)) if (begin, first) <= (end, last) else None
    start, stop = (Month(-(one >= FIRST_MONTH_OF_FISCAL_YEAR), one) for one in (first, last))
    return Span(start, stop, has_year=False) if start <= stop else None


def is_within(part: Span, whole: Span) -> bool:
    """True if a span with a year is inside another one, of which the months or, of a plain year, the calendar year."""
    if whole.first <= part.first and part.last <= whole.last:
        return True
    years = fiscal_year_of(*whole.first), fiscal_year_of(*whole.last)
    is_plain = whole.form is Form.YEARS
    return is_plain and Month(years[0], 1) <= part.first and part.last <= Month(years[1], YEAR_OF_MONTHS)
