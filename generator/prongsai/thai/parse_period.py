"""Periods read as documents print them: how often, from when to when, until when, how long, and all together."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from prongsai.thai.dates import close_words
from prongsai.thai.join_periods import add, restate
from prongsai.thai.period_words import Word, Words, tokens_of
from prongsai.thai.periods import YEAR_OF_MONTHS, Form, Frequency, Length, Period, Span, Unit, month_of
from prongsai.thai.read_spans import read_spans

_UNITS = {  # a word and how much it counts
    Word.DAY: (1, Unit.DAY),
    Word.WEEK: (1, Unit.WEEK),
    Word.WEEKDAY: (1, Unit.WEEK),
    Word.MONTHS: (1, Unit.MONTH),
    Word.QUARTER: (3, Unit.MONTH),
    Word.FISCAL_YEAR: (YEAR_OF_MONTHS, Unit.MONTH),
    Word.YEAR: (YEAR_OF_MONTHS, Unit.MONTH),
}
_MOST = 999
_ANY_YEAR = Span(month_of(0, 0), month_of(0, YEAR_OF_MONTHS - 1), Form.FISCAL_YEARS, has_year=False)
_YEARLY = Frequency(1, YEAR_OF_MONTHS, Unit.MONTH)


def parse_period(text: str) -> Period | None:
    """Read a period as documents print it; None when any of it is not understood (nothing is guessed).

    Letters that came apart are put together, in what is shown too: no document means them so.
    """
    printed = close_words(text.strip())
    tokens = tokens_of(printed)
    if not tokens:
        return None
    reader = _Reader(Words(tokens), printed)
    found = reader.read()
    return replace(found, printed=printed) if found is not None and reader.words.at == len(tokens) else None


class _Reader:
    """The grammar: a period is parts one after another, each said once more or further by the next."""

    def __init__(self, words: Words, text: str) -> None:
        self.words, self.text = words, text
        self.depth = 0

    def read(self) -> Period | None:
        """All parts up to the end, or up to the bracket that closes."""
        whole = self._group()
        while whole is not None and self.words.take(Word.AND, Word.SLASH):
            further = self._group()
            whole = add(whole, further) if further is not None else None
        return whole

    def _group(self) -> Period | None:
        """A part and what says it again or more exactly: ไตรมาสที่ 2 (ม.ค. - มี.ค. 2567)."""
        start = self.words.at
        whole = self._part()
        while whole is not None and self.words.at < len(self.words.tokens):
            if self.words.sees(Word.CLOSE, Word.AND, Word.SLASH):
                break
            part = self._part()
            whole = restate(whole, part) if part is not None else None
        return replace(whole, printed=self._text(start)) if whole is not None else None

    def _part(self) -> Period | None:
        readers: tuple[Callable[[], Period | None], ...] = (
            *(self._bracket, self._ongoing, self._yearly_month, self._often, self._through, self._due),
            *(self._spans, self._long),
        )
        start = self.words.at
        for read in readers:
            if (found := read()) is not None:
                return replace(found, printed=found.printed or self._text(start))
            self.words.at = start
        return None

    def _text(self, start: int) -> str:
        tokens = self.words.tokens
        return self.text[tokens[start].start : tokens[self.words.at - 1].end].strip()

    def _bracket(self) -> Period | None:
        if self.depth or not self.words.take(Word.OPEN):
            return None
        self.depth += 1
        start = self.words.at
        inner = self.read()
        self.depth -= 1
        if inner is None or self.words.at == start:
            return None
        text = self._text(start)
        return replace(inner, printed=text) if self.words.take(Word.CLOSE) else None

    def _ongoing(self) -> Period | None:
        return Period("", is_ongoing=True) if self.words.take(Word.ONGOING) else None

    def _spans(self) -> Period | None:
        named = read_spans(self.words)
        if not named:
            return None
        is_open = self.words.take(Word.ONWARD) is not None
        if is_open and len(named) > 1:
            return None
        day = named[0].day if len(named) == 1 and not is_open else 0
        return Period("", tuple(sorted({one.span for one in named})), is_open=is_open, is_due=bool(day), day=day)

    def _through(self) -> Period | None:
        """ตลอดปีงบประมาณ พ.ศ. 2567, ทั้งปี, ตลอด 12 เดือน: all of what follows."""
        if not self.words.take(Word.THROUGH):
            return None
        if (found := self._spans() or self._long()) is not None:
            return None if found.is_due else found
        if not self.words.take(Word.YEAR):
            return None
        return Period("", (_ANY_YEAR,))

    def _due(self) -> Period | None:
        """A last day, or the end of what follows: ภายใน 31 มี.ค. 2567, ภายในเดือนธันวาคม, สิ้นปีงบประมาณ, ภายใน 30 วัน."""
        is_by = self.words.take(Word.BY) is not None
        is_end = self.words.take(Word.END) is not None
        if not (is_by or is_end):
            return None
        if (found := self._spans()) is not None:
            if found.is_open:
                return None
            is_range = any(span.form is Form.MONTHS and span.length > 1 for span in found.spans) or len(found.spans) > 1
            return found if is_range else replace(found, is_due=True)
        if (found := self._long()) is not None:
            return replace(found, is_due=True)
        if self.words.take(Word.YEAR) or (is_by and self.words.take(Word.THROUGH) and self.words.take(Word.YEAR)):
            return Period("", (_ANY_YEAR,), is_due=True)
        return None

    def _long(self) -> Period | None:
        number = self.words.number(1, _MOST)
        unit = self.words.take(*_UNITS) if number else None
        if unit is None or unit.word is Word.WEEKDAY:
            return None
        count, counted = _UNITS[unit.word]
        return Period("", length=Length(number * count, counted))

    def _yearly_month(self) -> Period | None:
        """ทุกเดือนมีนาคม, ทุกวันที่ 31 มีนาคม: months of every year."""
        if not self.words.take(Word.EVERY):
            return None
        found = self._spans()
        if (
            found is None
            or found.has_year
            or any(span.form is not Form.MONTHS or span.length > 1 for span in found.spans)
        ):
            return None
        return replace(found, frequency=_YEARLY)

    def _often(self) -> Period | None:
        words = self.words
        at_least = words.take(Word.AT_LEAST) is not None
        start = words.at
        for read in (self._every, self._each, self._times):
            if (found := read()) is not None:
                return Period("", frequency=replace(found, at_least=at_least or found.at_least))
            words.at = start
        return None

    def _every(self) -> Frequency | None:
        """ทุกเดือน, รายไตรมาส, ทุก 6 เดือน, ทุกสิ้นเดือน, ทุกวันที่ 5 ของเดือน, ทุกปี ๆ ละ 2 ครั้ง."""
        words = self.words
        if not words.take(Word.EVERY):
            return None
        words.take(Word.ROUND, Word.END, Word.BEGIN)
        if words.take(Word.DATE_WORD):
            is_date = words.number(1, 31) and (words.take(Word.EVERY) or True) and words.take(Word.MONTHS)
            return Frequency(1, 1, Unit.MONTH) if is_date else None
        if words.take(Word.HALF):
            return Frequency(1, 6, Unit.MONTH) if words.take(Word.YEAR, Word.FISCAL_YEAR) else None
        number = words.number(1, _MOST) or 1
        unit = words.take(*_UNITS)
        if unit is None or (number > 1 and unit.word is Word.WEEKDAY):
            return None
        count, counted = _UNITS[unit.word]
        every = Frequency(1, number * count, counted)
        start = words.at
        words.take(Word.REPEAT)
        times = self._times_each() if words.sees(Word.EACH) else None
        if times is None:
            words.at = start
            return every
        return replace(times, every=every.every, unit=every.unit)

    def _each(self) -> Frequency | None:
        """ปีละ 2 ครั้ง, เดือนละครั้ง, ไตรมาสละไม่น้อยกว่า 1 ครั้ง."""
        unit = self.words.take(*_UNITS)
        times = self._times_each() if unit else None
        if unit is None or times is None:
            return None
        count, counted = _UNITS[unit.word]
        return replace(times, every=count, unit=counted)

    def _times_each(self) -> Frequency | None:
        """The times in each of what precedes, as ละ 2 ครั้ง says them; the unit is still to come."""
        words = self.words
        if not words.take(Word.EACH):
            return None
        at_least = words.take(Word.AT_LEAST) is not None
        number = words.number(1, _MOST)
        is_said = words.take(Word.TIMES) is not None
        return Frequency(number or 1, 1, Unit.MONTH, at_least) if is_said else None

    def _times(self) -> Frequency | None:
        """2 ครั้งต่อปี, 1 ครั้ง/เดือน, 1 ครั้ง."""
        words = self.words
        number = words.number(1, _MOST)
        if not number or not words.take(Word.TIMES):
            return None
        start = words.at
        if words.take(Word.PER, Word.SLASH):
            many = words.number(1, _MOST) or 1
            unit = words.take(*_UNITS)
            if unit is not None:
                count, counted = _UNITS[unit.word]
                return Frequency(number, many * count, counted)
            words.at = start
        return Frequency(number, 0, Unit.MONTH)
