"""The widths of a table's columns, so that it takes as few lines as it can: the same on paper and in Word."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from math import ceil

from prongsai.paper.content import Paper, merge_runs
from prongsai.views.content import Bullet, Bullets, Cell, Head, Table

_UPRIGHT, _ACROSS = 84, 142  # letters that a line of a table has room for
_PADDING = 3  # letters that the borders of a cell take, and that a line loses where a word goes to the next
_HEAD = 15  # letters of a head that are in a line before it is broken
_NARROWEST = 9  # so that no Thai word is torn
_STEPS = (8, 3)  # letters by which columns are tried wider and narrower
_MOST_LINES, _MOST_IN_A_ROW = 8, 3  # of a table that is kept on one sheet


def column_shares(table: Table, document: Paper) -> tuple[float, ...]:
    """The share of the width that each column takes, together 1; tables with the same heads are alike."""
    return _shares(table.columns, _alike(table, document) or (table,), _room(document))


def column_hundredths(table: Table, document: Paper) -> tuple[int, ...]:
    """The same in hundredths, together 100, which classes of the style sheet name."""
    exact = [share * 100 for share in column_shares(table, document)]
    found = [int(share) for share in exact]
    most_cut = sorted(range(len(found)), key=lambda place: (found[place] - exact[place], place))
    for place in most_cut[: 100 - sum(found)]:
        found[place] += 1
    return tuple(found)


def _alike(table: Table, document: Paper) -> tuple[Table, ...]:
    tables = (block for block in document.blocks if isinstance(block, Table))
    return tuple(other for other in tables if other.columns == table.columns)


def is_across(row: Sequence[Cell], table: Table) -> bool:
    """True if a row is one cell across all columns of its table."""
    return len(row) == 1 < len(table.columns)


def is_short(table: Table, document: Paper) -> bool:
    """True if a table has few lines in low rows, so that it is better not divided; parts of a longer list are."""
    if len(_alike(table, document)) > 1:
        return False
    widths = [share * _room(document) for share in column_shares(table, document)]
    heights = [_row_height(row, widths) for row in _read_rows((table,))]
    return sum(heights) <= _MOST_LINES and max(heights, default=0) <= _MOST_IN_A_ROW


def _room(document: Paper) -> int:
    return _ACROSS if document.wide else _UPRIGHT


@lru_cache(maxsize=64)
def _shares(columns: tuple[Head, ...], tables: tuple[Table, ...], room: int) -> tuple[float, ...]:
    rows = _read_rows(tables)
    wanted = _wanted(columns, rows)
    widths = wanted if sum(wanted) <= room else _settle(rows, _begin(wanted, room), wanted)
    return tuple(width / sum(widths) for width in widths)


Rows = list[list[list[int]]]  # for each cell of each row the letters of its lines


def _read_rows(tables: Iterable[Table]) -> Rows:
    return [[list(_lines(one)) for one in row] for table in tables for row in table.rows if not is_across(row, table)]


def _wanted(columns: Sequence[Head], rows: Rows) -> list[float]:
    """The letters of the longest line of each column, were no line broken."""
    return [
        float(_PADDING + max(min(_width(column.title), _HEAD), *(line for row in rows for line in _at(row, place)), 7))
        for place, column in enumerate(columns)
    ]


def _begin(wanted: Sequence[float], room: float) -> list[float]:
    """Short columns as they want, the others an equal part of what is left."""
    even = room / len(wanted)
    small = [width for width in wanted if width <= even]
    rest = (room - sum(small)) / (len(wanted) - len(small))
    return [width if width <= even else rest for width in wanted]


def _settle(rows: Rows, widths: list[float], wanted: Sequence[float]) -> list[float]:
    """Give width to one column and take it from another for as long as that saves lines."""
    best = _height(rows, widths)
    for step in _STEPS:
        while True:
            tried = [(_height(rows, other), other) for other in _others(widths, wanted, step)]
            height, found = min(tried, default=(best, widths))
            if height >= best:
                break
            best, widths = height, found
    return widths


def _others(widths: Sequence[float], wanted: Sequence[float], step: float) -> Iterator[list[float]]:
    for wider in range(len(widths)):
        for narrower in range(len(widths)):
            least = min(_NARROWEST + _PADDING, wanted[narrower])
            if wider != narrower and widths[wider] < wanted[wider] and widths[narrower] - step >= least:
                changed = list(widths)
                changed[wider] += step
                changed[narrower] -= step
                yield changed


def _height(rows: Rows, widths: Sequence[float]) -> int:
    """The lines of all rows as squares: no sheet cuts a row, so a high one costs more than two low ones."""
    return sum(_row_height(row, widths) ** 2 for row in rows)


def _row_height(row: list[list[int]], widths: Sequence[float]) -> int:
    cells = zip(row, widths, strict=False)
    return max((sum(ceil(line / max(width - _PADDING, 1)) for line in lines) for lines, width in cells), default=0)


def _at(row: list[list[int]], place: int) -> list[int]:
    """The lines of a cell; none in a row that is too short."""
    return row[place] if place < len(row) else []


def _lines(one: Cell) -> Iterator[int]:
    """The letters of the lines of a cell, each paragraph and each point as one line."""
    for part in merge_runs(one.parts):
        if isinstance(part, Bullets):
            for point in part.points:
                yield from _point_lines(point)
        else:
            yield _width("".join(run.text for run in part))


def _point_lines(point: Bullet) -> Iterator[int]:
    yield _width(point.text) + 3
    for inner in point.points:
        yield from (width + 2 for width in _point_lines(inner))


def _width(text: str) -> int:
    """The letters of a text without the vowels and tone marks above and below them."""
    return sum(unicodedata.category(letter) != "Mn" for letter in text)
