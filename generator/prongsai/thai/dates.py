"""Dates of the Buddhist Era, as Thai documents write them."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from prongsai.thai.numerals import to_arabic

_WORDS = (
    *("มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน"),
    *("กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม", "พฤศจิกายน", "ธันวาคม"),
    *("ปีงบประมาณ", "ทุกไตรมาส", "ไตรมาสที่", "ไตรมาส", "ตลอด", "ภายใน", "วันที่", "เดือน", "ถึง", "พ.ศ."),
)
_APART = re.compile("|".join(r"\s*".join(map(re.escape, word)) for word in sorted(_WORDS, key=len, reverse=True)))
_FIGURES = re.compile(r"(?<![0-9๐-๙])[0-9๐-๙](?: [0-9๐-๙])+(?![0-9๐-๙])")
_SPACES = re.compile(r"\s+")


def close_words(text: str) -> str:
    """The text with such words, and figures set apart digit by digit, put together; others stay as they are."""
    closed = _APART.sub(lambda found: _SPACES.sub("", found[0]), text)
    return _FIGURES.sub(lambda found: found[0].replace(" ", ""), closed) if closed != text else text


BUDDHIST_ERA = 543
FIRST_MONTH_OF_FISCAL_YEAR = 10  # 1 October to 30 September, named by the later year
MONTHS = (
    ("มกราคม", "ม.ค."),
    ("กุมภาพันธ์", "ก.พ."),
    ("มีนาคม", "มี.ค."),
    ("เมษายน", "เม.ย."),
    ("พฤษภาคม", "พ.ค."),
    ("มิถุนายน", "มิ.ย."),
    ("กรกฎาคม", "ก.ค."),
    ("สิงหาคม", "ส.ค."),
    ("กันยายน", "ก.ย."),
    ("ตุลาคม", "ต.ค."),
    ("พฤศจิกายน", "พ.ย."),
    ("ธันวาคม", "ธ.ค."),
)
_MONTH_NUMBERS = {
    form: number
    for number, (name, short) in enumerate(MONTHS, start=1)
    for form in (name, short, short.rstrip("."), short.replace(".", ""))
}
_MONTH = "|".join(sorted((re.escape(form) for form in _MONTH_NUMBERS), key=len, reverse=True))
_YEAR = r"(?:พ\.?ศ\.?\s*)?(?P<{}>[0-9]{{4}}|[0-9]{{2}})"
_DATE = re.compile(
    r"(?:(?:ณ|ภายใน)\s*)?(?:วันที่\s*)?(?P<day>[0-9]{1,2})\s*(?P<month>" + _MONTH + r")\s*" + _YEAR.format("year")
)
_ISO = re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{1,2})-(?P<day>[0-9]{1,2})")
_SLASHED = re.compile(r"(?P<day>[0-9]{1,2})/(?P<month>[0-9]{1,2})/(?P<year>[0-9]{4})")
_ANY_DAY = re.compile(f"(?<![0-9])(?:{_DATE.pattern})|{_SLASHED.pattern.replace('?P<', '?P<slashed_')}")


@dataclass(frozen=True, order=True)
class BuddhistDate:
    """A day; `year` is of the Buddhist Era."""

    year: int
    month: int
    day: int

    def isoformat(self) -> str:
        """The same day as YYYY-MM-DD of the Common Era, for machines."""
        return dt.date(self.year - BUDDHIST_ERA, self.month, self.day).isoformat()

    def later(self, days: int = 1) -> BuddhistDate:
        """The day so many days later; earlier where they are less than 0."""
        found = dt.date.fromisoformat(self.isoformat()) + dt.timedelta(days=days)
        return BuddhistDate(found.year + BUDDHIST_ERA, found.month, found.day)

    def in_digits(self) -> str:
        """2569-11-21, as files and data for machines write it."""
        return f"{self.year}-{self.month:02d}-{self.day:02d}"

    def __str__(self) -> str:
        return f"{self.day} {MONTHS[self.month - 1][0]} {self.year}"


def fiscal_year_of(year: int, month: int) -> int:
    """The fiscal year (Buddhist Era) in which a month is."""
    return year + 1 if month >= FIRST_MONTH_OF_FISCAL_YEAR else year


def full_year(text: str) -> int | None:
    """A year of the Buddhist Era from four digits or the last two (56 to 99), else None.

    ITA begins in 2556, so two digits below 56 name no year that could be meant.
    """
    if not re.fullmatch(r"[0-9]{4}|[0-9]{2}", text):
        return None
    year = int(text) + (2500 if len(text) == 2 else 0)
    return year if 2556 <= year <= 2656 or (len(text) == 4 and 2400 <= year <= 2700) else None


def looks_common_era(text: str) -> bool:
    """True if a year is one of the Common Era, which must be written in the Buddhist Era instead."""
    return bool(re.fullmatch(r"(?:19|20)[0-9]{2}", to_arabic(text.strip())))


def parse_date(text: str) -> BuddhistDate | None:
    """Read a day such as 31 มีนาคม ๒๕๖๖, 31/3/2566 or 2566-03-31; None when it is no day of the calendar."""
    numbers = _numbers_of(text)
    if numbers is None:
        return None
    year, month, day = numbers
    try:
        dt.date(year - BUDDHIST_ERA, month, day)
    except ValueError:
        return None
    return BuddhistDate(year, month, day)


def _numbers_of(text: str) -> tuple[int, int, int] | None:
    """Year, month and day of a text that has the form of a day, whether the calendar has it or not."""
    plain = to_arabic(close_words(text.strip()))
    found = _DATE.fullmatch(plain) or _SLASHED.fullmatch(plain) or _ISO.fullmatch(plain)
    year = full_year(found["year"]) if found else None
    if found is None or year is None:
        return None
    return year, _MONTH_NUMBERS.get(found["month"]) or int(found["month"]), int(found["day"])


def month_without_day(text: str) -> tuple[str, int] | None:
    """The month and how many days it has, where a text names a day that its month does not have."""
    for found in _ANY_DAY.finditer(to_arabic(close_words(text.strip()))):
        numbers = _numbers_of(found[0])
        if numbers is None or not 1 <= numbers[1] <= 12:
            continue
        year, month, day = numbers
        days = calendar.monthrange(year - BUDDHIST_ERA, month)[1]
        if not 1 <= day <= days:
            return f"{MONTHS[month - 1][0]} {year}", days
    return None


Day = dt.date
_FORM = re.compile(r"(2[4-6][0-9]{2})-([0-9]{2})-([0-9]{2})")


def parse_day(text: str) -> Day:
    """The day that a text names; raises ValueError where it names none."""
    found = _FORM.fullmatch(text)
    if found is None:
        raise ValueError(text)
    return dt.date(int(found[1]) - BUDDHIST_ERA, int(found[2]), int(found[3]))


def format_day(day: Day) -> str:
    """The day as files write it."""
    return f"{day.year + BUDDHIST_ERA:04}-{day.month:02}-{day.day:02}"


def is_day(text: str) -> bool:
    """True if a text names a day of the calendar."""
    try:
        parse_day(text)
    except ValueError:
        return False
    return True


def day_after(day: Day, days: int = 1) -> Day:
    """The day so many days later."""
    return day + dt.timedelta(days=days)


def days_from(first: Day, last: Day) -> Iterator[Day]:
    """Every day of a window, both ends included."""
    while first <= last:
        yield first
        first = day_after(first)
