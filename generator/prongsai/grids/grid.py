"""Grids of cells: tables of other programs, whatever file they came in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

CellKind: TypeAlias = Literal["empty", "text", "number", "date"]
MOST_ROWS, MOST_COLUMNS, MOST_CELLS = 20_000, 400, 400_000


class GridError(Exception):
    """A file or text from which no table can be read; `reason` is a code that the command words."""

    def __init__(self, reason: str, *, found: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.found = found


@dataclass(frozen=True)
class Cell:
    """One cell: its text as shown, with line ends.

    `value` is the number without the form in which it is shown, empty for what is no number. `rows` and `columns` are
    of a merged cell; a cell that it covers has its text and its place in `merged`. `links` are addresses behind words.
    `as_shown` is false for a number of which the file does not tell with how many decimals it is shown.
    """

    text: str = ""
    kind: CellKind = "empty"
    value: str = ""
    rows: int = 1
    columns: int = 1
    merged: tuple[int, int] | None = None
    links: tuple[str, ...] = ()
    as_shown: bool = True

    @property
    def own(self) -> str:
        """Its text, unless it only is covered by another cell."""
        return "" if self.merged else self.text


Row: TypeAlias = tuple[Cell, ...]
EMPTY = Cell()


@dataclass(frozen=True)
class Grid:
    """A table: rows of equally many cells, with the texts above it; `top` and `left` are where it begins, from 0."""

    name: str
    rows: tuple[Row, ...]
    above: tuple[str, ...] = ()
    top: int = 0
    left: int = 0

    def place(self, row: int, column: int) -> str:
        """The place of a cell as people find it: Sheet1!C4."""
        return f"{self.name}!{letters_of(self.left + column)}{self.top + row + 1}"

    @property
    def width(self) -> int:
        """The number of columns."""
        return len(self.rows[0]) if self.rows else 0


def letters_of(column: int) -> str:
    """The letters of a column, from 0: A, Z, AA."""
    letters = ""
    while column >= 0:
        column, letter = divmod(column, 26)
        letters, column = chr(ord("A") + letter) + letters, column - 1
    return letters


def make_grid(
    name: str,
    rows: Iterable[Sequence[Cell]],
    *,
    above: Sequence[str] = (),
    top: int = 0,
    left: int = 0,
) -> Grid:
    """A grid of rows as long as the longest, without empty rows at its end; covered cells are filled in.

    Raises GridError where it is larger than any table that people fill in.
    """
    given = [list(row) for row in rows]
    while given and not any(cell.text for cell in given[-1]):
        given.pop()
    width = max((len(row) for row in given), default=0)
    while width and not any(len(row) >= width and row[width - 1].text for row in given):
        width -= 1
    hold_bounds(len(given), width)
    full = [row[:width] + [EMPTY] * (width - len(row)) for row in given]
    _spread(full)
    return Grid(name, tuple(map(tuple, full)), tuple(above), top, left)


def hold_bounds(height: int, width: int) -> None:
    """Raise GridError where a table is larger than any that people fill in."""
    if height > MOST_ROWS or width > MOST_COLUMNS or height * width > MOST_CELLS:
        raise GridError("too-large", found=f"{height:,} x {width:,}")


def _spread(rows: list[list[Cell]]) -> None:
    """Give the cells below and behind a merged one its text, and it no more rows and columns than there are."""
    for at, row in enumerate(rows):
        for column, cell in enumerate(row):
            if cell.merged or (cell.rows == 1 and cell.columns == 1):
                continue
            height, width = min(cell.rows, len(rows) - at), min(cell.columns, len(row) - column)
            for below in range(height):
                for behind in range(width):
                    if below or behind:
                        covered = Cell(cell.text, cell.kind, cell.value, merged=(at, column))
                        rows[at + below][column + behind] = covered
            row[column] = replace(cell, rows=height, columns=width)
