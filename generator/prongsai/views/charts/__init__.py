"""Kinds of pictures in words: what each says, its figures, how to read it, and the table with the same figures."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from prongsai.thai.columns import columns_of
from prongsai.thai.dates import BUDDHIST_ERA, FIRST_MONTH_OF_FISCAL_YEAR, BuddhistDate
from prongsai.thai.line_breaks import ELLIPSIS, SYLLABLE, WORD, find_breaks

NO_DATA = "ไม่มีข้อมูล"  # in the place of a figure that is not known; never a zero


@dataclass(frozen=True, kw_only=True)
class Sign:
    """One sign of a picture and what it means; `kind` is a class of the style sheet, told apart by form too."""

    kind: str
    text: str


@dataclass(frozen=True, kw_only=True)
class Chart:
    """A picture in words, without any drawing; each kind of picture adds its figures.

    `key` is its ASCII name on the page, `sentences` its text alternative in the numerals of the site, joined with
    commas; `table` is the key of the table on the same page that holds every figure of it.
    """

    key: str
    title: str
    sentences: tuple[str, ...]
    table: str
    signs: tuple[Sign, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Bar:
    """One bar: its label, its figure as it is said, and how far it and last year's mark reach (per cent of the scale).

    `length` is None where there is no figure, `before` where nothing is comparable; `figure_before` says it. `other`
    is the place of a second figure that the document states for it, which `figure` says too. One that is `below` the
    goal has a look of its own.
    """

    label: str
    figure: str
    length: Decimal | None
    before: Decimal | None = None
    figure_before: str = ""
    other: Decimal | None = None
    below: bool = False


@dataclass(frozen=True, kw_only=True)
class BarChart(Chart):
    """Bars below each other; `scale` are the places of its words (per cent), `goal` that of a line across all bars."""

    bars: tuple[Bar, ...]
    scale: tuple[tuple[Decimal, str], ...]
    goal: Decimal | None = None


BELOW_GOAL = "ต่ำกว่าค่าเป้าหมาย"


def word_bar(bar: Bar, before: str = "") -> str:
    """A bar in words: its label, its figure, that it is below the goal, and last year's behind the words for that."""
    said = f"{bar.label} {bar.figure}" + (f" {BELOW_GOAL}" if bar.below else "")
    return said + (f" {before} {bar.figure_before}" if bar.figure_before else "")


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
    """A level of a year's scale, from `lowest` up to `highest` (points of 100); `bound` is its lower edge in words.

    `by_instruments`: the scores of the instruments decide too.
    """

    name: str
    bound: str
    lowest: Decimal
    highest: Decimal
    by_instruments: bool = False


@dataclass(frozen=True, kw_only=True)
class LineChart(Chart):
    """A panel for each series, all on the same scale; `scale` are its places (points of 100) in words, from its start.

    `bands` and `goals` are those of each year; they are in the first panel.
    """

    columns: tuple[str, ...]
    scale: tuple[tuple[Decimal, str], ...]
    series: tuple[Series, ...]
    bands: tuple[tuple[Band, ...], ...] = ()
    goals: tuple[Decimal | None, ...] = ()


_LINE = 40  # letters that are on a line of a picture on the narrowest telephone
_NARROW, _WIDE = 270, 660  # pixels of a line on that telephone, and on a screen or, in its smaller letters, on paper
_THAI, _BLANK, _OTHER = 8.2, 3.8, 7.4  # pixels of a letter; marks above and below take none
_FULL = 0.7  # of a line, which a name has to fill where it ends with a whole word
IN_TABLE = "ดูในตาราง"  # in the place of words that a picture has no room for


@dataclass(frozen=True, kw_only=True)
class Share:
    """The measures of one status: the form it is drawn in, its word, how many, and how that is said."""

    kind: str
    text: str
    count: int
    figure: str


@dataclass(frozen=True, kw_only=True)
class Stack:
    """One bar: its label (empty where the picture has one bar alone), its whole as it is said, and its parts."""

    label: str
    figure: str
    shares: tuple[Share, ...]


@dataclass(frozen=True, kw_only=True)
class StackChart(Chart):
    """Bars of parts below each other; `most` is the count that takes the whole width."""

    stacks: tuple[Stack, ...]
    most: int


def word_stack(stack: Stack) -> str:
    """A bar in words: its label, its whole and each of its parts."""
    parts = " ".join(f"{share.text} {share.figure}" for share in stack.shares)
    return f"{stack.label} {stack.figure} แบ่งเป็น {parts}".strip()


def fitting(text: str, otherwise: str, beside: str = "") -> str:
    """A text that shares a line of a picture with another one; `otherwise` where it is too long, for nothing is cut."""
    return text if len(text) + len(beside) <= _LINE else otherwise


def shortened_name(name: str, beside: str = "", *, is_wide: bool = False) -> str:
    """A name that shares a line of a picture with another text, as far as it fits; the table has all of it."""
    room = (_WIDE if is_wide else _NARROW) - width_of(beside)
    if width_of(name) <= room:
        return name
    places = [one for one in find_breaks(name) if width_of(f"{name[: one.at].rstrip()}{ELLIPSIS}") <= room]
    words, syllables = ([one.at for one in places if one.rank <= rank] for rank in (WORD, SYLLABLE))
    at = words[-1] if words and width_of(name[: words[-1]]) >= room * _FULL else max(syllables, default=1)
    return f"{name[:at].rstrip()}{ELLIPSIS}"


def width_of(text: str) -> float:
    """The width of a text in a picture (pixels), as a rule."""
    letters = (letter for letter in text if columns_of(letter))
    return sum(_BLANK if one == " " else _THAI if "ก" <= one <= "๛" else _OTHER for one in letters)


@dataclass(frozen=True, kw_only=True)
class AnsweringMeasure:
    """A measure that answers a result: its short name, and its status with the form that is drawn."""

    label: str
    kind: str
    status: str


@dataclass(frozen=True, kw_only=True)
class Step:
    """One year: its name, its figure as it is said with the change, how far its bar reaches, and what answers it.

    `length` is None where there is no figure; `more` says how many further measures the table has.
    """

    label: str
    figure: str
    length: Decimal | None
    answers: tuple[AnsweringMeasure, ...] = ()
    more: str = ""


@dataclass(frozen=True, kw_only=True)
class LineageChart(Chart):
    """The steps below each other, oldest first; bars run from 0 to 100 points."""

    steps: tuple[Step, ...]


def word_step(step: Step) -> str:
    """A step in words."""
    answers = " ".join(f"{one.label} {one.status}" for one in step.answers)
    return f"{step.label} {step.figure}" + (f" มาตรการที่ตอบ {answers} {step.more}".rstrip() if answers else "")


HUNDRED = Fraction(100)


@dataclass(frozen=True, kw_only=True)
class Span:
    """A stretch of the year (per cent of its days)."""

    start: Fraction
    end: Fraction


@dataclass(frozen=True, kw_only=True)
class Extent:
    """The part of a period within the year; nothing of one that names no months.

    `due` is the place where a last day ends; `before` and `after` tell that the period goes on beyond the year.
    """

    spans: tuple[Span, ...] = ()
    due: Fraction | None = None
    before: bool = False
    after: bool = False

    @property
    def is_drawn(self) -> bool:
        """True if there is anything to draw."""
        return bool(self.spans) or self.due is not None or self.before or self.after


@dataclass(frozen=True, kw_only=True)
class TimelineRow:
    """One measure: its name as far as a narrow line has room, its period as said, and what of that is in the year.

    `name` is as much of it as a wide line has room for.
    """

    label: str
    name: str
    figure: str
    extent: Extent


@dataclass(frozen=True, kw_only=True)
class TimelineChart(Chart):
    """Rows below each other on the twelve months; places in per cent, `as_of` with the words for that date."""

    rows: tuple[TimelineRow, ...]
    months: tuple[tuple[Fraction, str], ...]
    years: tuple[tuple[Fraction, str], ...]
    half: tuple[Fraction, str]
    as_of: tuple[Fraction, str] | None = None


def start_of(fiscal_year: int) -> dt.date:
    """The first day of a fiscal year (Buddhist Era)."""
    return dt.date(fiscal_year - 1 - BUDDHIST_ERA, FIRST_MONTH_OF_FISCAL_YEAR, 1)


def place_of(day: dt.date, fiscal_year: int) -> Fraction:
    """The place where a day begins (per cent of the days of the year); below 0 or over 100 when it is outside."""
    start = start_of(fiscal_year)
    return Fraction((day - start).days * 100, (start_of(fiscal_year + 1) - start).days)


def end_of_day(day: BuddhistDate, fiscal_year: int) -> Fraction:
    """The place where a day ends (per cent of the days of the year)."""
    return place_of(dt.date(day.year - BUDDHIST_ERA, day.month, day.day) + dt.timedelta(days=1), fiscal_year)


def month_start(year: int, month: int) -> dt.date:
    """The first day of a month (Buddhist Era); month 13 is the first of the next year."""
    return dt.date(year - BUDDHIST_ERA + (month - 1) // 12, (month - 1) % 12 + 1, 1)
