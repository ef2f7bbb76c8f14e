"""Any file or pasted text as grids, by its content and whatever its name says."""

from __future__ import annotations

from prongsai.grids.find_format import Format, find_format
from prongsai.grids.grid import Grid, GridError
from prongsai.grids.open_parts import LARGEST_FILE
from prongsai.grids.read_open_sheets import read_open_sheets
from prongsai.grids.read_text import decode_text, read_text
from prongsai.grids.read_web import read_page, read_web
from prongsai.grids.read_word import read_word
from prongsai.grids.read_workbook import read_workbook


def read_grids(data: bytes, name: str) -> tuple[Grid, ...]:
    """The tables in the bytes of a file, `name` being what a table without a name of its own is called.

    Raises GridError with the reason where there is none, and for all that cannot or may not be read.
    """
    grids = _read(find_format(data), data, name)
    if not grids:
        raise GridError("no-table")
    return tuple(grids)


def read_as_text(data: bytes, name: str) -> str:
    """All that a file says as lines, the cells of a row parted by tabs; raises GridError as `read_grids` does."""
    kind = find_format(data)
    if kind == "text":
        return decode_text(data)
    if kind == "html":
        return read_page(decode_text(data))
    lines = []
    for grid in _read(kind, data, name):
        lines += list(grid.above)
        lines += ["\t".join(" ".join(cell.own.split()) for cell in row) for row in grid.rows]
    return "\n".join(lines)


def _read(kind: Format, data: bytes, name: str) -> list[Grid]:
    if len(data) > LARGEST_FILE:
        raise GridError("too-large")
    try:
        if kind in {"xlsx", "xls"}:
            return read_workbook(data, is_zip=kind == "xlsx")
        if kind == "ods":
            return read_open_sheets(data)
        if kind == "docx":
            return read_word(data)
        return read_web(decode_text(data)) if kind == "html" else read_text(decode_text(data), name)
    except RecursionError:  # elements within elements without end
        raise GridError("damaged") from None
