"""Absences that the rows of a table have alike: said once above it, instead of in every row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Sequence
from dataclasses import replace

from prongsai.views.content import Cell, Phrase, Table

_MOST = (3, 4)  # rows in so many that a column is said to be nearly all alike
_SEVERAL = 2
_MANY = 8  # rows from which it is


def say_once(table: Table, absences: Sequence[Container[str]], *, nearly: bool = False) -> Table:
    """The table without the columns in which all of several rows say the same absence, which is said above it.

    `absences` are the words of each column that count as one. With `nearly` a long table says it also for a column
    where most rows do, whose cells are then left empty.
    """
    found = {place: text for place, words in enumerate(absences) if (text := _alike(table, place, nearly)) in words}
    if not found:
        return table
    whole = {place for place, text in found.items() if all(_text(row[place]) == text for row in table.rows)}
    kept = [place for place in range(len(table.columns)) if place not in whole]
    return replace(
        table,
        columns=tuple(table.columns[place] for place in kept),
        rows=tuple(tuple(_without(row[place], found.get(place)) for place in kept) for row in table.rows),
        said=" ".join(_sentence(table.columns[place].title, text, place in whole) for place, text in found.items()),
    )


def _alike(table: Table, place: int, nearly: bool) -> str:
    """The text that all rows have in a column, or with `nearly` most of many; empty where there is none."""
    count = len(table.rows)
    if count < _SEVERAL:
        return ""
    [(text, most)] = Counter(_text(row[place]) for row in table.rows).most_common(1)
    part, of = _MOST
    is_most = nearly and count >= _MANY and most * of >= count * part
    return text if most == count or is_most else ""


def _text(cell: Cell) -> str:
    """The text of a cell that is one phrase; empty for any other."""
    [part] = cell.parts if len(cell.parts) == 1 else (None,)
    return part.text if isinstance(part, Phrase) else ""


def _without(cell: Cell, text: str | None) -> Cell:
    return replace(cell, parts=()) if text is not None and _text(cell) == text else cell


def _sentence(title: str, text: str, is_whole: bool) -> str:
    return f"{title}ของทุกแถวในตารางนี้: {text}" if is_whole else f"แถวที่ช่อง{title}ว่าง: {text}"
