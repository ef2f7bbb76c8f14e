"""Workbooks of LibreOffice (.ods) as grids, with merged cells and figures as they are printed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from prongsai.grids.cell_texts import clean_lines, text_of_value
from prongsai.grids.grid import EMPTY, MOST_COLUMNS, MOST_ROWS, Cell, Grid, GridError, hold_bounds, make_grid
from prongsai.grids.open_parts import open_parts

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_LINK = "{http://www.w3.org/1999/xlink}href"
_ROWS = {f"{_TABLE}table-header-rows", f"{_TABLE}table-rows", f"{_TABLE}table-row-group"}
_NUMBERS = {"float", "percentage", "currency"}
_LOCKED = b"manifest:encryption-data"


def read_open_sheets(data: bytes) -> list[Grid]:
    """The sheets that hold anything; raises GridError where the file cannot be read."""
    parts = open_parts(data)
    if _LOCKED in (parts.read("META-INF/manifest.xml") or b""):
        raise GridError("encrypted")
    root = parts.tree("content.xml")
    body = root.find(f"{_OFFICE}body/{_OFFICE}spreadsheet") if root is not None else None
    if body is None:
        raise GridError("damaged")
    grids = (_read_table(table) for table in body.findall(f"{_TABLE}table"))
    return [grid for grid in grids if grid.rows]


def _read_table(table: Element) -> Grid:
    rows: list[list[Cell]] = []
    empty = 0
    for row in _rows_in(table):
        cells = _read_row(row)
        times = _times(row, "number-rows-repeated")
        if not cells:
            empty += times
            continue
        hold_bounds(len(rows) + empty + times, len(cells))
        rows += [[] for _ in range(empty)]
        rows += [list(cells) for _ in range(times)]
        empty = 0
    return make_grid(table.get(f"{_TABLE}name", ""), rows)


def _rows_in(table: Element) -> Iterator[Element]:
    for child in table:
        if child.tag == f"{_TABLE}table-row":
            yield child
        elif child.tag in _ROWS:
            yield from _rows_in(child)


def _read_row(row: Element) -> list[Cell]:
    """The cells of a row, without empty ones at its end."""
    cells: list[Cell] = []
    empty = 0
    for element in row:
        if element.tag not in {f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"}:
            continue
        times = _times(element, "number-columns-repeated")
        cell = _read_cell(element) if element.tag == f"{_TABLE}table-cell" else EMPTY
        if cell == EMPTY:
            empty += times
            continue
        if len(cells) + empty + times > MOST_COLUMNS:
            raise GridError("too-large")
        cells += [EMPTY] * empty + [cell] * times
        empty = 0
    return cells


def _read_cell(element: Element) -> Cell:
    kind = element.get(f"{_OFFICE}value-type", "")
    links: list[str] = []
    printed = clean_lines("\n".join(_text_of(one, links) for one in element.findall(f"{_TEXT}p")))
    spans = (_times(element, "number-rows-spanned"), _times(element, "number-columns-spanned"))
    value = element.get(f"{_OFFICE}value", "")
    if kind == "date" and (day := _day(element.get(f"{_OFFICE}date-value", ""))):
        return Cell(day, "date", "", *spans)
    if kind in _NUMBERS and value:
        plain = _number(value)
        return Cell(printed or plain, "number", plain, *spans)
    if not printed and spans == (1, 1):
        return EMPTY
    return Cell(printed, "text" if printed else "empty", "", *spans, links=tuple(links))


def _number(value: str) -> str:
    try:
        return text_of_value(float(value))
    except ValueError:
        return value


def _day(value: str) -> str:
    """A day as people write it; empty where it is none of the calendar."""
    try:
        found = dt.datetime.fromisoformat(value)
    except ValueError:
        return ""
    return text_of_value(found.replace(tzinfo=None))


def _text_of(element: Element, links: list[str]) -> str:
    """The text of a paragraph; the addresses behind its words are added to `links`."""
    if element.tag == f"{_TEXT}s":
        return " "
    if element.tag in {f"{_TEXT}line-break", f"{_TEXT}tab"}:
        return "\n" if element.tag.endswith("break") else " "
    if element.tag == f"{_OFFICE}annotation":
        return ""
    if element.tag == f"{_TEXT}a" and (address := element.get(_LINK, "")).startswith(("http://", "https://")):
        links.append(address)
    inner = (_text_of(one, links) + (one.tail or "") for one in element)
    return (element.text or "") + "".join(inner)


def _times(element: Element, name: str) -> int:
    said = element.get(f"{_TABLE}{name}", "1")
    return min(int(said), 16 * MOST_ROWS**2) if said.isdecimal() and len(said) < 12 and int(said) else 1
