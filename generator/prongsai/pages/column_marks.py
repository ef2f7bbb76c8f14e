"""Classes by which style sheets know the columns of a table: those of numbers, and how wide others want to be."""

from __future__ import annotations

from collections.abc import Iterable

from prongsai.views.content import Bullets, Part, Table

_SHORT, _LONG = 14, 40  # characters of the longest cell of a narrow column, and of a wide one
_SIZE = 7  # characters of the size of a file
_MARKED = 10  # columns that the style sheet can tell by their place


def number_mark(is_number: bool) -> str:
    """The class of a number; nothing of other values."""
    return ' class="ps-num"' if is_number else ""


def number_columns(table: Table) -> tuple[int, ...]:
    """The columns of nothing but numbers: the table says so once, since a mark on every cell makes pages heavy."""
    first = enumerate(table.columns[:_MARKED])
    return tuple(
        place for place, one in first if one.number and all(row[place].number for row in table.rows if place < len(row))
    )


def column_mark(table: Table, place: int) -> str:
    """The width that a column wants, from the longest of its cells."""
    if table.columns[place].number:
        return number_mark(is_number=True)
    longest = max((_length(row[place].parts) for row in table.rows if place < len(row)), default=0)
    css = "ps-short" if longest <= _SHORT else "ps-long" if longest > _LONG else ""
    return f' class="{css}"' if css else ""


def _length(parts: Iterable[Part]) -> int:
    return sum(map(_letters, parts))


def _letters(part: Part) -> int:
    if isinstance(part, Bullets):
        return _LONG + 1
    return _SIZE if part.kind == "size" else len(part.text)
