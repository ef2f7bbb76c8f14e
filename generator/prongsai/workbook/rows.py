"""The rows of a workbook as the data files have them, and what of the files no cell holds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from prongsai.forms.cells import text_of, value_at
from prongsai.workbook.entries import Kept, find_entries
from prongsai.workbook.layout import Sheet, Source
from prongsai.workbook.names import WAITING
from prongsai.workbook.sheets import SHEETS
from prongsai.writing.change import Path


@dataclass
class Row:
    """A row: the record of a data file at `path`, with the texts of its cells by head.

    `key` finds it again; `is_there` is false for one that waits to be filled in. `grey` is shown and not read. `lost`
    are the heads of cells whose value no cell can hold.
    """

    source: Source
    key: str
    path: Path
    is_there: bool
    texts: dict[str, str] = field(default_factory=dict)
    grey: dict[str, str] = field(default_factory=dict)
    lost: tuple[str, ...] = ()

    @property
    def waits(self) -> bool:
        """True for an entry of a list that begins with what is known of it and has a place once it says more."""
        return self.key.endswith(WAITING)


@dataclass
class Filled:
    """A sheet with its rows."""

    sheet: Sheet
    rows: list[Row]


Wanted = Callable[[Row, Kept], bool]


def fill_sheets(kept: Kept) -> list[Filled]:
    """Every sheet with its rows."""
    return [Filled(sheet, [row for one in sheet.sources for row in _rows(sheet, one, kept)]) for sheet in SHEETS]


def _rows(sheet: Sheet, source: Source, kept: Kept) -> Iterator[Row]:
    names = kept.names(source)
    for entry in find_entries(source, kept):
        row = Row(source, entry.key, entry.path, entry.raw is not None and not entry.waits)
        lost = []
        for column in sheet.columns_of(source):
            text = text_of(value_at(entry.raw, column), column, names)
            if text:
                row.texts[column.head] = text
            elif text is None:
                lost.append(column.head)
        row.lost = tuple(lost)
        if sheet.belongs:
            row.texts[sheet.belongs] = entry.belongs
        if sheet.key:
            row.texts[sheet.key] = entry.code
        if sheet.grey and entry.about:
            row.grey[sheet.grey[0]] = entry.about
        yield row
