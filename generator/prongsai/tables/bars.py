"""Bars of months and quarters: columns with marks, of which the period of a row is read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from prongsai.grids.cell_texts import one_line
from prongsai.grids.grid import Row
from prongsai.tables.find_heads import Head, Table
from prongsai.thai.dates import FIRST_MONTH_OF_FISCAL_YEAR, MONTHS, full_year
from prongsai.thai.numerals import to_arabic

_NAMES = {form.replace(".", ""): number for number, names in enumerate(MONTHS, start=1) for form in names}
_MONTH = re.compile(rf"({'|'.join(sorted(_NAMES, key=len, reverse=True))})(?:พศ)?([0-9]{{2}}|[0-9]{{4}})?")
_QUARTER = re.compile(r"(?:ไตรมาส(?:ที่)?|[Qq])([1-4])")
_YEAR = re.compile(r"(?:ปี|ปีงบประมาณ|พศ)*(25[0-9]{2}|[5-9][0-9])")
_LONGEST_MARK = 3  # characters; what is longer says something
_FEWEST_MONTHS, _FEWEST_QUARTERS = 3, 2


@dataclass(frozen=True)
class Bar:
    """Columns of months or quarters, in order, each with its name in the period; `head` is what is above them."""

    columns: tuple[int, ...]
    names: tuple[str, ...]
    head: str


def find_bar(table: Table, year: int) -> Bar | None:
    """The bar of a table of a fiscal year (Buddhist Era), where it has one."""
    for read, fewest in ((_month_name, _FEWEST_MONTHS), (_quarter_name, _FEWEST_QUARTERS)):
        found = [(head, name) for head in table.heads if (name := read(head, year))]
        if len(found) >= fewest:
            above = next((head.parts[0] for head, _ in found if len(head.parts) > 1), "")
            return Bar(tuple(head.column for head, _ in found), tuple(name for _, name in found), above)
    return None


def _month_name(head: Head, year: int) -> str:
    found = _MONTH.fullmatch(_plain(head.parts[-1]))
    if found is None:
        return ""
    month = _NAMES[found[1]]
    above = _YEAR.search(_plain(head.parts[0])) if len(head.parts) > 1 else None
    said = full_year(found[2] or (above[1] if above else ""))
    usual = year - 1 if month >= FIRST_MONTH_OF_FISCAL_YEAR else year
    is_fiscal = above is not None and said == year and "งบประมาณ" in head.parts[0]
    return f"{MONTHS[month - 1][1]} {usual if said is None or is_fiscal else said}"


def _quarter_name(head: Head, _: int) -> str:
    found = _QUARTER.fullmatch(_plain(head.parts[-1]))
    return f"ไตรมาสที่ {found[1]}" if found else ""


def _plain(text: str) -> str:
    return re.sub(r"[\s./()]+", "", to_arabic(text))


def period_of(bar: Bar, row: Row) -> str:
    """The period that the marks of a row cover; empty where there is none."""
    marked = [place for place, column in enumerate(bar.columns) if _is_marked(row, column)]
    runs = [[place for _, place in run] for _, run in groupby(enumerate(marked), lambda one: one[1] - one[0])]
    return ", ".join(_word_run(bar, run) for run in runs)


def words_in(bar: Bar, row: Row) -> tuple[tuple[int, str], ...]:
    """The words in cells of the bar that are more than a mark, each with its column."""
    texts = ((column, one_line(row[column].own)) for column in bar.columns)
    return tuple((column, text) for column, text in texts if len(text) > _LONGEST_MARK)


def _is_marked(row: Row, column: int) -> bool:
    text = row[column].text.strip()
    return bool(text) and text not in {"-", "–", "0"}


def _word_run(bar: Bar, run: Sequence[int]) -> str:
    first, last = bar.names[run[0]], bar.names[run[-1]]
    return first if first == last else f"{first} - {last.removeprefix('ไตรมาสที่ ')}"
