"""Workbooks of the example sites, and sheets as another program reads them."""

from __future__ import annotations

import io
from functools import cache
from pathlib import Path

from python_calamine import CalamineWorkbook

from books import form_of
from prongsai.disk.walk import walk_site
from prongsai.loading.stray_files import find_years
from prongsai.workbook.layout import KEY_HEAD
from prongsai.workbook.summary import Summary
from prongsai.workbook.write_book import write_book

ROOT = Path(__file__).resolve().parents[3]
MODEL = ROOT / "examples" / "model"
SITES = (*sorted(path for path in (ROOT / "examples").iterdir() if path.is_dir()), ROOT / "tests/released/0.1.0")
YEARS = [(site, year) for site in SITES for year in find_years(walk_site(site))]


@cache
def book_of(site: Path, year: int) -> bytes:
    """The workbook of a year of a site, with an empty summary."""
    return write_book(form_of(site, year), Summary())


def read_sheets(data: bytes) -> dict[str, list[list[str]]]:
    """The texts of every sheet, hidden ones too; every cell must be a text."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    sheets = {name: book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in book.sheet_names}
    assert all(isinstance(cell, str) for rows in sheets.values() for row in rows for cell in row)
    return sheets


def keyed_cells(rows: list[list[str]]) -> dict[tuple[str, str], str]:
    """The filled cells of a sheet by the key of their row and their head."""
    heads = [head.removesuffix(" *") for head in rows[0]]
    assert heads[0] == KEY_HEAD
    return {(row[0], head): cell for row in rows[1:] for head, cell in zip(heads[1:], row[1:], strict=True) if cell}
