"""Workbooks for tests: exported, changed as people change them, and taken in."""

from __future__ import annotations

import datetime as dt
import io
import shutil
import tempfile
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from random import Random

from xlsxwriter import Workbook

from prongsai.model.edition import Edition
from prongsai.pipeline.import_form import Comparison, compare_books
from prongsai.pipeline.kept_files import agency_of, read_kept
from prongsai.thai.numerals import to_thai
from prongsai.workbook.form import Form, make_form
from prongsai.workbook.read_book import ReadBook, read_book
from prongsai.workbook.to_changes import place_changes
from prongsai.workbook.write_book import write_book
from prongsai.writing.apply import apply
from sites import REPOSITORY

_OF_ONE_YEAR = tempfile.TemporaryDirectory(prefix="books-")
_TORN = ("ํา", "าํ", " า", "ำา")  # sara am as it is in texts taken out of a PDF
Grids = dict[str, list[list[object]]]


def form_of(root: Path, year: int) -> Form:
    """The form of a year of a site; of a site that stays as it is, made once."""
    return _form_of(root, year) if _stays(root) else _form_of.__wrapped__(root, year)


@cache
def _form_of(root: Path, year: int) -> Form:
    kept, loaded = read_kept(root, year)
    return make_form(kept, agency_of(loaded))


def exported(root: Path, year: int) -> bytes:
    """The workbook of a year of a site, as the command writes it but for the summary; once, as the form."""
    return _exported(root, year) if _stays(root) else write_book(form_of(root, year), None)


def _stays(root: Path) -> bool:
    """True if no test changes a site: those of the repository, and copies of one year."""
    return any(root.is_relative_to(folder) for folder in (REPOSITORY, _OF_ONE_YEAR.name))


@cache
def lean(root: Path, year: int, *titles: str) -> bytes:
    """The workbook with some of its sheets alone and the hidden copy, which is written in a fraction of the time."""
    grids = grids_of(exported(root, year))
    return written({title: rows for title, rows in grids.items() if title in {*titles, "_ฐาน"}})


@cache
def one_year(root: Path, year: int) -> Path:
    """A copy of a site that has one year alone, which is read in a fraction of the time; nobody may change it."""
    folder = Path(_OF_ONE_YEAR.name) / f"{root.name}-{year}"
    for name in ("site_config", f"data/{year}", "content/files"):
        if (root / name).is_dir():
            shutil.copytree(root / name, folder / name)
    return folder


@cache
def _exported(root: Path, year: int) -> bytes:
    return write_book(form_of(root, year), None)


def grids_of(data: bytes) -> Grids:
    """Every sheet of a workbook as rows of texts."""
    return {title: [[*row] for row in rows] for title, rows in read_book(data, "x").grids.items()}


def written(grids: Grids) -> bytes:
    """A workbook of these sheets, of texts, figures and true dates, without any look."""
    made = io.BytesIO()
    with Workbook(made, {"in_memory": True, "strings_to_numbers": False}) as book:
        day = book.add_format({"num_format": "d/m/yyyy"})
        for title, rows in grids.items():
            sheet = book.add_worksheet(title)
            for number, row in enumerate(rows):
                for place, value in enumerate(row):
                    if isinstance(value, dt.date):
                        sheet.write_datetime(number, place, dt.datetime(value.year, value.month, value.day), day)  # noqa: DTZ001
                    elif isinstance(value, int | float):
                        sheet.write_number(number, place, value)
                    elif value:
                        sheet.write_string(number, place, str(value))
    return made.getvalue()


def edited(data: bytes, change: Callable[[Grids], None]) -> bytes:
    """A workbook after somebody changed its sheets."""
    grids = grids_of(data)
    change(grids)
    return written(grids)


def place_in(grids: Grids, sheet: str, key: str, head: str) -> tuple[int, int]:
    """The row and column of a cell, by the key of its row and the head of its column."""
    rows = grids[sheet]
    return next(number for number, row in enumerate(rows) if row and row[0] == key), head_at(grids, sheet, head)


def put(grids: Grids, sheet: str, key: str, head: str, value: object) -> None:
    """Type into a cell."""
    row, column = place_in(grids, sheet, key, head)
    line = grids[sheet][row]
    line += [""] * (column + 1 - len(line))
    line[column] = value


def compared(root: Path, *data: bytes, year: int | None = None) -> Comparison:
    """The differences that workbooks bring to a site."""
    return compare_books(root, [read_book(one, f"{n}.xlsx") for n, one in enumerate(data, 1)], year)


def taken_in(root: Path, *data: bytes, year: int | None = None) -> dict[str, str]:
    """The texts of the data files that change when workbooks are taken in, with all that was removed in them."""
    found = compared(root, *data, year=year)
    placed = place_changes(found.form.kept, found.joined.cells, found.joined.new, found.joined.lost)
    assert placed.unplaced == []
    names = dict.fromkeys(change.file for change in placed.changes)
    texts = {name: (root / name).read_bytes().decode() if (root / name).is_file() else None for name in names}
    return {name: text for name, text in apply(texts, placed.changes).items() if text != texts[name]}


def head_at(grids: Grids, sheet: str, head: str) -> int:
    """The column of a head, counted from 0."""
    return [str(one).rstrip(" *") for one in grids[sheet][0]].index(head)


def add_row(grids: Grids, sheet: str, at: int | None = None, **texts: object) -> None:
    """Type a row: its texts by head, at the end of the sheet unless told where."""
    row: list[object] = [""] * len(grids[sheet][0])
    for head, value in texts.items():
        row[head_at(grids, sheet, head)] = value
    grids[sheet].insert(len(grids[sheet]) if at is None else at, row)


def as_read(data: bytes, name: str = "1.xlsx") -> ReadBook:
    """A workbook as it is read."""
    return read_book(data, name)


def titles_of(edition: Edition) -> dict[str, str]:
    """The titles of the items of an edition, by code."""
    return {code: item.title for code, item in edition.items.items() if item.title}


def print_list(titles: Mapping[str, str], missing: str, chance: Random) -> tuple[str, list[str]]:
    """The list of items as it comes out of a PDF: sara am torn, long titles on two lines, one item missing.

    With it the codes of those on two lines.
    """
    lines, in_two = [], []
    for code, title in titles.items():
        if code == missing:
            continue
        printed = title.replace("ำ", chance.choice(_TORN))
        if len(title) > 40 and chance.random() < 0.4:
            printed, in_two = _broken_in_two(printed, chance), [*in_two, code]
        lines.append(f"{chance.choice((code, to_thai(code), f'0{code[1:]}', f'ข้อ {code}'))} {printed}")
    return "\n".join(lines), in_two


def _broken_in_two(title: str, chance: Random) -> str:
    """A title on two lines, broken between two Thai letters that are no marks."""
    places = [at for at in range(8, len(title) - 8) if "ก" <= title[at] <= "ฮ" and "ก" <= title[at - 1] <= "ฮ"]
    at = chance.choice(places)
    return f"{title[:at]}\n{title[at:]}"
