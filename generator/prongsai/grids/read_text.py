"""Texts as grids: CSV of any program, and what is pasted from a table with tabs, bars or wide gaps."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator

from prongsai.grids.cell_texts import clean_lines
from prongsai.grids.grid import Cell, Grid, GridError, hold_bounds, make_grid

_GAP = re.compile(r" {2,}|\t+|\u00a0{2,}")
_RULE = re.compile(r"[\s|:+=-]+")  # the line below the heads of a table drawn with bars
_SIGNS = ("\t", ";", ",")
_SAMPLE = 50  # rows that tell which sign parts the cells
_ODD = "\ufffd"


def decode_text(data: bytes) -> str:
    """The text of a file in UTF-8, in UTF-16 with its mark, or in the older Thai encoding; raises GridError else."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp874", "replace")
    if text.count(_ODD) * 20 > len(text):
        raise GridError("unknown")
    return text


def read_text(text: str, name: str) -> list[Grid]:
    """The table of a text, if it has one."""
    sign = _sign_of(text)
    rows = _rows_by_sign(text, sign) if sign else _rows_by_gaps(text)
    grid = make_grid(name, rows)
    return [grid] if grid.rows else []


def _sign_of(text: str) -> str:
    """The sign that parts most lines into the same number of cells, more than one; empty where none does."""
    best, most = "", 0
    for sign in _SIGNS:
        try:
            counts = Counter(len(row) for row in _take(_parse(text, sign), _SAMPLE) if any(row))
        except csv.Error:
            continue
        width, lines = max(counts.items(), key=lambda one: (one[1] if one[0] > 1 else 0, one[0]), default=(1, 0))
        if width > 1 and lines * 2 >= sum(counts.values()) and lines > most:
            best, most = sign, lines
    return best


def _parse(text: str, sign: str) -> Iterator[list[str]]:
    return csv.reader(io.StringIO(text, newline=""), delimiter=sign)


def _take(rows: Iterator[list[str]], count: int) -> Iterator[list[str]]:
    for _, row in zip(range(count), rows, strict=False):
        yield row


def _rows_by_sign(text: str, sign: str) -> list[list[Cell]]:
    rows: list[list[Cell]] = []
    try:
        for row in _parse(text, sign):
            rows.append([_cell(one) for one in row])
            hold_bounds(len(rows), len(row))
    except csv.Error:
        raise GridError("damaged") from None
    return rows


def _rows_by_gaps(text: str) -> list[list[Cell]]:
    rows: list[list[Cell]] = []
    for line in text.splitlines():
        if line.strip() and not _RULE.fullmatch(line):
            rows.append([_cell(one) for one in _parts_of(line)])
            hold_bounds(len(rows), len(rows[-1]))
    return rows


def _parts_of(line: str) -> list[str]:
    if line.count("|") >= 1:
        return line.strip().strip("|").split("|")
    return _GAP.split(line.strip())


def _cell(text: str) -> Cell:
    clean = clean_lines(text)
    return Cell(clean, "text" if clean else "empty")
