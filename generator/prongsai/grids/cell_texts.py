"""Values of cells as people fill them, as the texts of our data: dates of both eras, whole numbers, lines and marks."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal

from prongsai.thai.dates import BUDDHIST_ERA, MONTHS
from prongsai.thai.numerals import to_arabic

_FIRST_BUDDHIST = 2400  # a spreadsheet takes 3/4/2567 for a day of the Common Era; nobody means that year
_ESCAPED = re.compile(r"_x00(0[9AD])_")  # how workbooks write a character that XML would lose
_LINE_END = re.compile("\r\n?|\u2028|\u2029|\x0b|\x85")
_BULLET = re.compile("[-\u2010-\u2015\u2212•·●○▪▫■□◆◇➢➤►▶✓✔*\u25e6\uf0b7\uf0a7]+\\s*(?![0-9๐-๙\\s])(?=.)|•\\s*(?=.)")
_NUMBER = re.compile(r"(?:\(([0-9๐-๙]{1,2})\)|([0-9๐-๙]{1,2})[.)](?![0-9๐-๙]))\s*(?=.)")
_PART = re.compile(r"[0-9๐-๙]{1,2}(?:\.[0-9๐-๙]{1,2})+[.)]?\s+\S")
_INNER = re.compile(r"(?<=\s)(?:\(([0-9๐-๙]{1,2})\)|([0-9๐-๙]{1,2})[.)](?![0-9๐-๙]))\s*(?=\S)")


def text_of_value(value: object) -> str:
    """The text of a cell: a day in the Buddhist Era, a number without the noise of a float, one kind of line end."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dt.datetime):
        clock = f" {value:%H:%M}" if value.time() != dt.time() else ""
        return text_of_day(value.date()) + clock
    if isinstance(value, dt.date):
        return text_of_day(value)
    if isinstance(value, int | float | Decimal):
        return text_of_number(value)
    return clean_lines(str(value))


def text_of_day(day: dt.date) -> str:
    """A day as 31 มีนาคม 2567; one of the year 2400 or later was typed in the Buddhist Era."""
    year = day.year if day.year >= _FIRST_BUDDHIST else day.year + BUDDHIST_ERA
    return f"{day.day} {MONTHS[day.month - 1][0]} {year}"


def text_of_number(number: float | Decimal) -> str:
    """A number in as many digits as a spreadsheet keeps, without an exponent and without the .0 of a whole one."""
    exact = number if isinstance(number, Decimal) else Decimal(f"{number:.15g}")
    if not exact.is_finite():
        return ""
    return f"{exact.to_integral_value():f}" if exact == exact.to_integral_value() else f"{exact.normalize():f}"


def clean_lines(text: str) -> str:
    """The text with one kind of line end and without blanks around its lines; empty lines at both ends are gone."""
    lines = (" ".join(line.split()) for line in with_line_ends(text).split("\n"))
    return "\n".join(lines).strip("\n")


def with_line_ends(text: str) -> str:
    """The text as it was typed, with one kind of line end and what a workbook had to escape as itself."""
    return _LINE_END.sub("\n", _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text))


def lines_of(text: str) -> tuple[str, ...]:
    """The entries of a list typed into a cell, without the numbers and bullets before them.

    Where some lines have a mark, those without one go on with the entry before. Numbers that run on within a line
    (1. … 2. …) part it too. A dash alone is kept: it is an answer of the document; so is the number of a lone entry.
    """
    lines = [part for line in clean_lines(text).split("\n") if line for part in _parts_of(line)]
    marked = [_without_mark(line) for line in lines]
    if not any(is_marked for _, is_marked in marked):
        return tuple(lines)
    entries: list[str] = []
    begun = False
    for line, is_marked in marked:
        begun = begun or is_marked
        if is_marked or not begun:
            entries.append(line)
        else:
            entries[-1] = f"{entries[-1]} {line}"
    if len(entries) == 1 and _NUMBER.match(lines[0]):
        return (" ".join(lines),)
    return tuple(entries)


def one_line(text: str) -> str:
    """The text of a cell that holds no list, in one line."""
    return " ".join(text.split())


def _without_mark(line: str) -> tuple[str, bool]:
    """The line without its number or bullet, and True if it had one; 1.1 begins an entry and stays."""
    if _PART.match(line):
        return line, True
    found = _NUMBER.match(line) or _BULLET.match(line)
    return (line[found.end() :], True) if found else (line, False)


def _parts_of(line: str) -> list[str]:
    """The line in parts where numbers count on within it from the one at its beginning."""
    first = _NUMBER.match(line)
    if first is None:
        return [line]
    count, starts = _count(first), [0]
    for found in _INNER.finditer(line, first.end()):
        if _count(found) == count + 1:
            count += 1
            starts.append(found.start())
    return [line[start:end].strip() for start, end in zip(starts, [*starts[1:], len(line)], strict=True)]


def _count(found: re.Match[str]) -> int:
    return int(to_arabic(found[1] or found[2]))
