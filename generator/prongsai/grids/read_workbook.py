"""Workbooks of Excel as grids: values by calamine, printed decimals, links and extents from the sheets themselves."""

from __future__ import annotations

import datetime as dt
import io
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from prongsai.grids.cell_texts import text_of_value
from prongsai.grids.grid import EMPTY, Cell, Grid, GridError, hold_bounds, make_grid
from prongsai.grids.number_formats import NumberFormat, read_formats
from prongsai.grids.open_parts import Parts, iter_elements, open_parts

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_CELL, _LINK, _SHEET = f"{_MAIN}c", f"{_MAIN}hyperlink", f"{_MAIN}sheet"
_REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")


@dataclass
class _Shown:
    """Facts of a sheet that its values do not tell, by row and column from 0."""

    formats: dict[tuple[int, int], NumberFormat] = field(default_factory=dict)
    links: dict[tuple[int, int], str] = field(default_factory=dict)
    is_known: bool = True  # false for an older workbook, of which nothing is known but its values


def read_workbook(data: bytes, *, is_zip: bool) -> list[Grid]:
    """The visible sheets of a workbook that hold anything; raises GridError where it cannot be read."""
    shown = _read_shown(open_parts(data)) if is_zip else {}
    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    with _guarded():
        opened = CalamineWorkbook.from_filelike(io.BytesIO(data))
    with opened as book:
        names = [
            one.name
            for one in book.sheets_metadata
            if one.visible == SheetVisibleEnum.Visible and one.typ == SheetTypeEnum.WorkSheet
        ]
        grids = [_read_sheet(book, name, shown.get(name, _Shown(is_known=is_zip))) for name in names]
    return [grid for grid in grids if grid.rows]


@contextmanager
def _guarded(name: str = "") -> Iterator[None]:
    """Take every failure of the library for the damage of the file; its panics are no ordinary exceptions."""
    from python_calamine import CalamineError, PasswordError

    try:
        yield
    except PasswordError:
        raise GridError("encrypted") from None
    except (CalamineError, OSError, ValueError):
        raise GridError("damaged", found=name) from None
    except BaseException as failure:
        if type(failure).__name__ != "PanicException":
            raise
        raise GridError("damaged", found=name) from None


def _read_sheet(book: CalamineWorkbook, name: str, shown: _Shown) -> Grid:
    with _guarded(name):
        sheet = book.get_sheet_by_name(name)
        hold_bounds(sheet.height, sheet.width)
        values = sheet.to_python(skip_empty_area=True)
    top, left = sheet.start or (0, 0)
    rows = [
        [_cell(value, shown, (top + at, left + column)) for column, value in enumerate(row)]
        for at, row in enumerate(values)
    ]
    _merge(rows, sheet, top, left)
    return make_grid(name, rows, top=top, left=left)


def _merge(rows: list[list[Cell]], sheet: CalamineSheet, top: int, left: int) -> None:
    for (first, begin), (last, end) in sheet.merged_cell_ranges or ():
        row, column = first - top, begin - left
        if 0 <= row < len(rows) and 0 <= column < len(rows[row]):
            rows[row][column] = replace(rows[row][column], rows=last - first + 1, columns=end - begin + 1)


def _cell(value: Any, shown: _Shown, place: tuple[int, int]) -> Cell:
    text = text_of_value(value)
    links = (shown.links[place],) if place in shown.links else ()
    if not text:
        return replace(EMPTY, links=links) if links else EMPTY
    if isinstance(value, int | float) and not isinstance(value, bool):
        form = shown.formats.get(place)
        return Cell(form.show(text) if form else text, "number", text, links=links, as_shown=shown.is_known)
    is_day = isinstance(value, dt.date)
    return Cell(text, "date" if is_day else "text", links=links)


def _read_shown(parts: Parts) -> Mapping[str, _Shown]:
    """The formats and links of each sheet by its name; raises GridError where a sheet is larger than any table."""
    book = parts.tree("xl/workbook.xml")
    if book is None:
        return {}
    formats = read_formats(parts.tree("xl/styles.xml"))
    targets = parts.relations("xl/workbook.xml")
    places = ((one.get("name", ""), targets.get(one.get(_ID, ""), "")) for one in book.iter(_SHEET))
    return {name: _read_part(parts, part, formats) for name, part in places if part in parts.sizes}


def _read_part(parts: Parts, part: str, formats: tuple[NumberFormat | None, ...]) -> _Shown:
    shown = _Shown()
    targets = parts.relations(part)
    filled: list[tuple[int, int]] = []
    for element in iter_elements(parts.read(part) or b"", frozenset((_CELL, _LINK))):
        place = _place(element.get("r") or element.get("ref") or "")
        if element.tag == _LINK:
            if place and (address := targets.get(element.get(_ID, ""), "")).startswith(("http://", "https://")):
                shown.links[place] = address
            continue
        if place and len(element):
            filled.append(place)
        style = element.get("s", "")
        form = formats[int(style)] if style.isdecimal() and int(style) < len(formats) else None
        if place and form and element.get("t", "n") == "n":
            shown.formats[place] = form
    _hold_extent(filled)
    return shown


def _hold_extent(filled: list[tuple[int, int]]) -> None:
    """The reader makes room for every cell between the first and the last, so one far away is refused before."""
    if filled:
        rows, columns = zip(*filled, strict=True)
        hold_bounds(max(rows) - min(rows) + 1, max(columns) - min(columns) + 1)


def _place(reference: str) -> tuple[int, int] | None:
    found = next(_found(reference), None)
    if found is None:
        return None
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(found[2]) - 1, column - 1


def _found(reference: str) -> Iterator[re.Match[str]]:
    found = _REFERENCE.match(reference)
    if found:
        yield found
