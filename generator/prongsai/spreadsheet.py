"""Writing for spreadsheets: CSV that Excel reads, and workbooks, of texts and figures."""

from __future__ import annotations

import csv
import datetime as dt
import io
import math
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction
from typing import Protocol

from prongsai.thai.dates import BUDDHIST_ERA

LONGEST_CELL = 32_767  # characters as UTF-16 counts them; what Excel can hold in one cell
FONT = {"font_name": "TH Sarabun New", "font_size": 14, "valign": "top"}
HEAD = {**FONT, "bold": True, "bg_color": "#E7E6E6", "border": 1}
HIGHEST_ROW = 409  # points
A4 = 9  # the number that spreadsheets give this paper
_SLACK = Fraction(11, 10)  # lines break between words, so that none is quite full
# A cell that begins with one of these is read as a formula by spreadsheets, the wide forms by some of them.
_FORMULA = tuple("=+-@\t\r\n＝＋－＠")


class CellFormat(Protocol):
    """The look of cells: a format of XlsxWriter, which is made by its book and given back to it as it is."""


Options = Mapping[str, object]


class Sheet(Protocol):
    """A sheet of XlsxWriter, as far as we write it; rows and columns count from 0."""

    def write_string(self, row: int, column: int, text: str, look: CellFormat, /) -> object: ...
    def write_number(self, row: int, column: int, number: float, look: CellFormat, /) -> object: ...
    def write_boolean(self, row: int, column: int, value: bool, look: CellFormat, /) -> object: ...
    def write_blank(self, row: int, column: int, blank: None, look: CellFormat, /) -> object: ...
    def write_formula(self, row: int, column: int, formula: str, look: CellFormat, value: str, /) -> object: ...
    def write_url(
        self, row: int, column: int, address: str, look: CellFormat, text: str, tip: str = "", /
    ) -> object: ...
    def write_comment(self, row: int, column: int, text: str, options: Options, /) -> object: ...
    def merge_range(self, top: int, left: int, bottom: int, right: int, text: str, look: CellFormat, /) -> object: ...
    def data_validation(self, top: int, left: int, bottom: int, right: int, options: Options, /) -> object: ...
    def ignore_errors(self, options: Options, /) -> object: ...
    def set_row(
        self, row: int, height: float | None, look: CellFormat | None = None, options: Options | None = None, /
    ) -> object: ...
    def set_column(
        self,
        first: int,
        last: int,
        width: float | None,
        look: CellFormat | None = None,
        options: Options | None = None,
        /,
    ) -> object: ...
    def autofilter(self, top: int, left: int, bottom: int, right: int, /) -> object: ...
    def freeze_panes(self, row: int, column: int, /) -> object: ...
    def repeat_columns(self, first: int, last: int, /) -> object: ...
    def set_print_scale(self, scale: int, /) -> object: ...
    def repeat_rows(self, first: int, /) -> object: ...
    def set_landscape(self) -> object: ...
    def set_paper(self, paper: int, /) -> object: ...
    def fit_to_pages(self, wide: int, high: int, /) -> object: ...
    def set_margins(self, left: float, right: float, top: float, bottom: float) -> object: ...
    def set_header(self, header: str, /) -> object: ...
    def set_footer(self, footer: str, /) -> object: ...
    def set_tab_color(self, color: str, /) -> object: ...
    def hide_gridlines(self, option: int, /) -> object: ...
    def hide(self) -> object: ...
    def very_hidden(self) -> object: ...
    def activate(self) -> object: ...


class Book(Protocol):
    """A workbook of XlsxWriter."""

    def add_format(self, look: Mapping[str, object], /) -> CellFormat: ...
    def add_worksheet(self, name: str, /) -> Sheet: ...
    def define_name(self, name: str, formula: str, /) -> object: ...
    def set_custom_property(self, name: str, value: str, /) -> object: ...


def escape_formula(text: str) -> str:
    """The text for a cell: set in quotation marks where a spreadsheet would take it for a formula."""
    return f"“{text}”" if text.startswith(_FORMULA) else text


def length_of(text: str) -> int:
    """The length of a text for a cell, in characters as UTF-16 counts them."""
    return len(text.encode("utf-16-le")) // 2


def count_lines(text: str, width: float) -> int:
    """The lines that a text fills in a column of that width; marks above and below a Thai letter take none of it."""
    wide = (sum(unicodedata.category(letter) != "Mn" for letter in line) for line in text.split("\n"))
    return sum(max(1, math.ceil(letters * _SLACK / Fraction(width))) for letters in wide)


def write_csv(rows: Iterable[Iterable[str]]) -> str:
    """Rows as CSV with the line ends of the standard and a byte order mark, by which Excel knows the encoding."""
    sink = io.StringIO(newline="")
    csv.writer(sink, lineterminator="\r\n").writerows(rows)
    return "\ufeff" + sink.getvalue()


def write_workbook(title: str, agency: str, year: int, write: Callable[[Book], None]) -> bytes:
    """A workbook that `write` fills, dated by the first day of a fiscal year (Buddhist Era)."""
    from xlsxwriter import Workbook

    made = io.BytesIO()
    with Workbook(made, {"in_memory": True}) as book:
        created = dt.datetime(year - BUDDHIST_ERA - 1, 10, 1, tzinfo=dt.UTC)
        book.set_properties({"title": title, "company": agency, "created": created})
        write(book)
    return made.getvalue()
