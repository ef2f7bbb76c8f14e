"""Heads of a table and what its other rows are: data, headings within it, sums, heads printed once more."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from prongsai.grids.cell_texts import one_line
from prongsai.grids.grid import Grid, Row, letters_of
from prongsai.tables.compare_heads import is_word, plain_head
from prongsai.tables.kinds import KindName
from prongsai.thai.numerals import to_arabic

_LAST_HEAD = 25  # rows in which the heads of a table are looked for
_LONGEST_HEAD = 120  # characters
_MOST_BELOW = 2  # rows of heads below the first
_COUNT = re.compile(r"\(?[0-9]{1,2}[).]?")
_SUM = re.compile(
    r"(?:รวม|รวมทั้งสิ้น|รวมทั้งหมด|ยอดรวม|ผลรวม|รวมเป็นเงิน|เฉลี่ย|คะแนนเฉลี่ย|ค่าเฉลี่ย|รวมงบประมาณ)(?:ทั้งสิ้น|ทั้งหมด)?[0-9.,]*(?:บาท)?"
)


@dataclass(frozen=True)
class Head:
    """The head of a column: its texts from above, one or two, and the column, from 0."""

    column: int
    parts: tuple[str, ...]

    @property
    def text(self) -> str:
        """The head as it is asked about."""
        return " / ".join(self.parts)


@dataclass(frozen=True)
class DataRow:
    """A row of data by its place in the grid, from 0, under the headings within the table."""

    at: int
    topic: tuple[int, int] | None = None  # row and column of the heading above it


@dataclass(frozen=True)
class LeftOut:
    """Something of a table that is not taken, where it is, and the reason as a code that the command words."""

    place: str
    text: str
    reason: str


@dataclass(frozen=True)
class Table:
    """A grid as a table: its heads, its rows of data, and the rows that are neither."""

    grid: Grid
    heads: tuple[Head, ...]
    rows: tuple[DataRow, ...]
    left_out: tuple[LeftOut, ...]
    above: tuple[str, ...]

    def samples(self, column: int) -> tuple[str, ...]:
        """The first three values of a column, each once."""
        texts = (one_line(self.grid.rows[row.at][column].own) for row in self.rows)
        return tuple(dict.fromkeys(text for text in texts if text))[:3]


def find_table(grid: Grid, kind: KindName) -> Table | None:
    """The table in a grid; None where no row has heads."""
    at = _find_head_row(grid, kind)
    if at is None:
        return None
    last = _last_head_row(grid, at)
    heads = tuple(_heads(grid, at, last))
    above = (*grid.above, *(text for row in grid.rows[:at] if (text := _only_text(row))))
    rows, left_out = _sort_rows(grid, last + 1, heads)
    heads = (*heads, *_nameless(grid, heads, rows))
    return Table(grid, heads, tuple(rows), tuple(left_out), above)


def go_on(grid: Grid, before: Table) -> Table:
    """A grid without heads as the rest of the table before it, as it is cut at the end of a page."""
    rows, left_out = _sort_rows(grid, 0, before.heads)
    return Table(grid, before.heads, tuple(rows), tuple(left_out), grid.above)


def _find_head_row(grid: Grid, kind: KindName) -> int | None:
    best, most = None, 0
    for at, row in enumerate(grid.rows[:_LAST_HEAD]):
        texts = {plain_head(cell.own) for cell in row if cell.own}
        known = sum(is_word(kind, text) for text in texts)
        if known > most and (known > 1 or len(texts) > 1 or grid.width == 1):
            best, most = at, known
    return best if best is not None else _first_full_row(grid)


def _first_full_row(grid: Grid) -> int | None:
    """The first row that could be heads where no word is known: short texts, none of them a number, in most columns."""
    for at, row in enumerate(grid.rows[:_LAST_HEAD]):
        texts = [cell.own for cell in row if cell.own]
        short = [one for one in texts if len(one) <= _LONGEST_HEAD and not _COUNT.fullmatch(to_arabic(one))]
        if len(texts) > 1 and len(texts) * 2 >= len(row) and len(short) == len(texts) and len({*texts}) == len(texts):
            return at
    return None


def _last_head_row(grid: Grid, at: int) -> int:
    """The last row of heads, at most the third: each is below heads that are merged across, and else empty."""
    last = at
    while last < at + _MOST_BELOW and last + 1 < len(grid.rows) and _is_below(grid.rows[last], grid.rows[last + 1]):
        last += 1
    return last


def _is_below(above: Row, below: Row) -> bool:
    filled = [column for column, cell in enumerate(below) if cell.own]
    is_short = all(len(below[column].own) <= _LONGEST_HEAD for column in filled)
    return bool(filled) and is_short and _grouped(above).issuperset(filled)


def _grouped(row: Row) -> set[int]:
    """The columns below a head that is merged across, also where only empty cells behind it tell so."""
    grouped: set[int] = set()
    for column, cell in enumerate(row):
        if cell.merged and cell.merged[1] != column:
            grouped |= {cell.merged[1], column}
        elif not cell.text and column and row[column - 1].text:
            grouped |= {column - 1, column}
        elif not cell.text and column - 1 in grouped:
            grouped.add(column)
    return grouped


def _heads(grid: Grid, first: int, last: int) -> Iterator[Head]:
    """The head of each column, from above; one that is merged across is the first part of each head below it."""
    carried: dict[int, str] = {}
    for column in range(grid.width):
        cells = {depth: grid.rows[depth][column] for depth in range(first, last + 1)}
        texts = {
            depth: one_line(cell.text)
            for depth, cell in cells.items()
            if cell.merged is None or cell.merged[0] == depth
        }
        carried |= {depth: text for depth, text in texts.items() if text}
        deepest = max((depth for depth, text in texts.items() if text), default=first - 1)
        parts = (
            texts.get(depth) or (carried.get(depth, "") if depth in texts else "") for depth in range(first, deepest)
        )
        own = [text for text in (*parts, texts.get(deepest, "")) if text]
        if own:
            yield Head(column, tuple(dict.fromkeys(own)))


def _nameless(grid: Grid, heads: Sequence[Head], rows: Sequence[DataRow]) -> Iterator[Head]:
    """Columns with data and no head, which are called by their letters so that they can be asked about."""
    known = {head.column for head in heads}
    for column in range(grid.width):
        if column not in known and any(grid.rows[row.at][column].own for row in rows):
            yield Head(column, (f"คอลัมน์ {letters_of(grid.left + column)}",))


def _sort_rows(grid: Grid, start: int, heads: Sequence[Head]) -> tuple[list[DataRow], list[LeftOut]]:
    rows: list[DataRow] = []
    left_out: list[LeftOut] = []
    topic: tuple[int, int] | None = None
    head = {one.column: plain_head(one.parts[0]) for one in heads}
    second = {one.column: plain_head(one.parts[-1]) for one in heads}
    for at in range(start, len(grid.rows)):
        row = grid.rows[at]
        filled = [column for column, cell in enumerate(row) if cell.own]
        if not filled and not any(cell.merged and cell.text for cell in row):
            continue
        reason = _reason(row, filled, head, second)
        if reason:
            left_out.append(LeftOut(grid.place(at, (filled or [0])[0]), _row_text(row), reason))
        elif _is_heading(row, filled):
            topic = (at, filled[0])
        else:
            rows.append(DataRow(at, topic))
    return rows, left_out


def _reason(row: Row, filled: Sequence[int], head: dict[int, str], second: dict[int, str]) -> str:
    """The reason for which a row is no data; empty where it is."""
    plain = {column: plain_head(row[column].own) for column in filled}
    if plain and all(_COUNT.fullmatch(to_arabic(row[column].own)) for column in filled) and len(filled) > 2:
        numbers = [int("".join(filter(str.isdecimal, to_arabic(row[column].own)))) for column in filled]
        if numbers == list(range(numbers[0], numbers[0] + len(numbers))):
            return "numbers-of-columns"
    for known in (head, second):
        same = sum(known.get(column) == text for column, text in plain.items())
        if len(plain) > 1 and same * 5 >= len(plain) * 4:
            return "head-again"
    texts = [one for one in plain.values() if one]
    return "sum" if texts and _SUM.fullmatch(texts[0]) else ""


def _is_heading(row: Row, filled: Sequence[int]) -> bool:
    """True for a row of one cell that is merged over all columns, or nearly all."""
    return len(filled) == 1 and len(row) > 1 and row[filled[0]].columns * 4 >= len(row) * 3


def _only_text(row: Row) -> str:
    return " ".join(one_line(cell.own) for cell in row if cell.own)


def _row_text(row: Row) -> str:
    return " | ".join(one_line(cell.own) for cell in row if cell.own)
