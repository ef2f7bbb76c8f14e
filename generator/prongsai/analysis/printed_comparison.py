"""The document's own table of comparison, read: which row is of which indicator, and which cell of which year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from prongsai.model.document_parts import PrintedTable
from prongsai.model.scores import Comparison
from prongsai.model.stated import Absence, Printed
from prongsai.problems import Where
from prongsai.thai.numerals import to_arabic

WORDS_OF_CHANGE = ("เพิ่มขึ้น", "ลดลง", "เท่าเดิม")
_NUMBERED = re.compile(r"(?:ตัวชี้วัดที่\s*)?([0-9]{1,2})(?:[.)]|\s|$)(?![0-9])")
_TOOL = re.compile("(?<![A-Za-z])(?:IIT|EIT|OIT)(?![A-Za-z])")
_TOTAL = re.compile("คะแนนรวม|ภาพรวม|คะแนนเฉลี่ยรวม|^รวม$")
_OWN_WORDS = {Absence.NONE: "ไม่มี", Absence.DASH: "-"}  # a document prints these; other absences are empty cells


@dataclass(frozen=True)
class ColumnPlaces:
    """The places of a table's columns; None where no head tells."""

    before: int | None
    now: int | None
    change: int | None

    @property
    def names(self) -> int:
        """The number of columns before the first figure; the names are there."""
        places = [place for place in (self.before, self.now, self.change) if place is not None]
        return max(min(places, default=2), 1)


@dataclass(frozen=True)
class ComparedRow:
    """One row as printed: its cells, the place of its name, the group it is in and the indicator it is of."""

    place: int
    cells: tuple[str, ...]
    named_at: int
    group: str
    indicator: str | None

    @property
    def name(self) -> str:
        """The name of the row as printed."""
        return self.cells[self.named_at] if self.cells else ""

    @property
    def key(self) -> str | None:
        """The number of its indicator, the code of its instrument or `total`; None where its name says none."""
        if self.indicator is not None:
            return self.indicator
        tools: set[str] = set(_TOOL.findall(self.name))
        if len(tools) == 1:
            return tools.pop()
        return "total" if not tools and _TOTAL.search(self.name) else None

    def at(self, column: int | None) -> str:
        """The text of a column; nothing where there is no such cell."""
        return self.cells[column] if column is not None and column < len(self.cells) else ""


def columns_of(table: PrintedTable, before: int, now: int) -> ColumnPlaces:
    """The year (Buddhist Era) of each column, and the column that says the change, by the heads as printed."""
    heads = [to_arabic(head) for head in table.columns]
    change = next((place for place, head in enumerate(heads) if "เปลี่ยนแปลง" in head), None)
    if change is None:
        change = next((place for place in range(len(heads)) if _says_change(table, place)), None)
    return ColumnPlaces(_of_year(heads, before), _of_year(heads, now), change)


def _says_change(table: PrintedTable, place: int) -> bool:
    return any(place < len(row) and text_in(row[place]) in WORDS_OF_CHANGE for row in table.rows)


def _of_year(heads: list[str], year: int) -> int | None:
    whole = [place for place, head in enumerate(heads) if str(year) in head]
    short = [place for place, head in enumerate(heads) if re.search(rf"(?<![0-9]){year % 100:02d}(?![0-9])", head)]
    return next(iter(whole or short), None)


def rows_of(table: PrintedTable, columns: ColumnPlaces) -> Iterator[ComparedRow]:
    """The rows as printed; a cell that is merged with the one above belongs to its group."""
    group = ""
    for place, row in enumerate(table.rows):
        cells = tuple(text_in(cell) for cell in row)
        named = cells[: columns.names]
        named_at = max((at for at, text in enumerate(named) if text), default=0)
        if named_at and row[0] is not Absence.MERGED:
            group = named[0]
        found = _NUMBERED.match(to_arabic(named[named_at])) if named else None
        yield ComparedRow(place, cells, named_at, group if named_at else "", found[1] if found else None)


def text_in(value: object) -> str:
    """The text of a cell of the document: nothing where it is empty or merged with the one above."""
    if isinstance(value, Absence):
        return _OWN_WORDS.get(value, "")
    return value.printed if isinstance(value, Printed) else str(value)


def words_of_change(comparison: Comparison, year: int) -> Iterator[tuple[str, str, Where]]:
    """The document's word of change for each indicator, instrument and the total, with its place in the data."""
    for key, word in comparison.changes.items():
        yield key, word, comparison.where("changes", key)
    if comparison.table is None:
        return
    columns = columns_of(comparison.table, comparison.with_year, year)
    for row in rows_of(comparison.table, columns):
        printed = row.at(columns.change).strip()
        if row.key is not None and printed in WORDS_OF_CHANGE:
            yield row.key, printed, comparison.where("table", "rows", row.place, columns.change or 0)


def names_of_rows(comparison: Comparison, year: int) -> Iterator[tuple[str, str, Where]]:
    """The names that the document prints for indicators and other rows, by number or key, with their places."""
    for key, label in comparison.row_labels.items():
        yield key, label, comparison.where("row_labels", key)
    if comparison.table is None:
        return
    for row in rows_of(comparison.table, columns_of(comparison.table, comparison.with_year, year)):
        if row.indicator is not None:
            yield row.indicator, row.name, comparison.where("table", "rows", row.place, row.named_at)


def figures_of_rows(comparison: Comparison, year: int) -> Iterator[tuple[str, int, str, Where]]:
    """The printed score of each indicator, instrument and the total in each of the two years, with its place."""
    if comparison.table is None:
        return
    columns = columns_of(comparison.table, comparison.with_year, year)
    for row in rows_of(comparison.table, columns):
        for of_year, column in ((comparison.with_year, columns.before), (year, columns.now)):
            if row.key is not None and column is not None and (printed := row.at(column).strip()):
                yield row.key, of_year, printed, comparison.where("table", "rows", row.place, column)


def lone_texts(comparison: Comparison, year: int) -> Iterator[str]:
    """The texts under the year compared with that may have slid from the other year, whose own cell is empty.

    Only of rows that are of no figure, as that of the level is: a row whose figure is missing is read as printed.
    """
    if comparison.table is None:
        return
    columns = columns_of(comparison.table, comparison.with_year, year)
    for row in rows_of(comparison.table, columns):
        if row.key is None and columns.now is not None and not row.at(columns.now).strip():
            yield row.at(columns.before).strip()
