"""The submission sheet of a year, to paste into ITAS: the same rows as XLSX and as CSV."""

from __future__ import annotations

import math
import unicodedata
from fractions import Fraction

from prongsai.exports.oit_rows import OitRow, OitRows
from prongsai.exports.spreadsheet import (
    FONT,
    HEAD,
    LONGEST_CELL,
    Book,
    Sheet,
    escape_formula,
    length_of,
    write_csv,
    write_workbook,
)

# Each column with its width in characters; all together fill a landscape A4 page.
COLUMNS = (
    ("ข้อ", 6),
    ("ประเด็นการตรวจ", 24),
    ("มี/ไม่มี", 9),
    ("URL", 36),
    ("คำอธิบาย", 64),
    ("หน่วยงานผู้รับผิดชอบ", 20),
    ("วันที่เผยแพร่", 18),
    ("สิ่งที่ยังขาด", 30),
)
SAID = {"has": "มี", "has_not": "ไม่มี", "": "ยังไม่ได้กรอก"}
_BODY = {**FONT, "text_wrap": True, "border": 1}
_LINE, _HIGHEST_ROW = 22, 409  # points: a line of that font, and the highest row of Excel
_SLACK = Fraction(11, 10)  # lines break between words, so that none is quite full
_A4 = 9  # the number that spreadsheets give this paper


class CellTooLongError(Exception):
    """A text is longer than a spreadsheet's cell can hold: `code` is its item, `length` in characters."""

    def __init__(self, code: str, column: str, length: int) -> None:
        super().__init__(f"{code} {column}: {length}")
        self.code, self.column, self.length = code, column, length


def export_csv(rows: OitRows) -> bytes:
    """The sheet as CSV in UTF-8 with a byte order mark, by which Excel knows the encoding."""
    return write_csv(_table(rows)).encode()


def export_xlsx(rows: OitRows, agency: str) -> bytes:
    """The sheet as XLSX; the same rows give the same bytes."""
    title = f"คำตอบแบบตรวจ OIT ปีงบประมาณ พ.ศ. {rows.year}"

    def write(book: Book) -> None:
        sheet = book.add_worksheet(f"OIT {rows.year}")
        _write_cells(book, sheet, _table(rows))
        _write_layout(sheet, title)

    return write_workbook(title, agency, rows.year, write)


def _table(rows: OitRows) -> list[tuple[str, ...]]:
    """Head and rows as texts, of which none is read as a formula and none is too long."""
    head = tuple(name for name, _ in COLUMNS)
    return [head, *(_checked(row.item.code, _cells(row)) for row in rows.rows)]


def _cells(row: OitRow) -> tuple[str, ...]:
    item = row.item
    return (
        item.code,
        item.title,
        SAID[item.answer],
        "\n".join(row.urls),
        row.explanation,
        item.unit,
        # Without the word before it, Thai spreadsheets read the day as one of the year 2565 of the Common Era.
        f"วันที่ {item.published_on}" if item.published_on else "",
        "\n".join(row.lacking),
    )


def _checked(code: str, cells: tuple[str, ...]) -> tuple[str, ...]:
    safe = tuple(map(escape_formula, cells))
    for (column, _), text in zip(COLUMNS, safe, strict=True):
        length = length_of(text)
        if length > LONGEST_CELL:
            raise CellTooLongError(code, column, length)
    return safe


def _write_cells(book: Book, sheet: Sheet, table: list[tuple[str, ...]]) -> None:
    """Every cell as a text: a write that guesses would make links and numbers of some."""
    head = book.add_format({**HEAD, "text_wrap": True})
    body = book.add_format(_BODY)
    for number, cells in enumerate(table):
        sheet.set_row(number, _height(cells) if number else 2 * _LINE)
        for column, text in enumerate(cells):
            sheet.write_string(number, column, text, body if number else head)


def _height(cells: tuple[str, ...]) -> int:
    """How high a row must be to show its texts, in points: not every program works that out when it opens a file."""
    lines = (_count_lines(text, width) for text, (_, width) in zip(cells, COLUMNS, strict=True))
    return min(max(lines) * _LINE, _HIGHEST_ROW)


def _count_lines(text: str, width: int) -> int:
    """The lines that a text fills; marks above and below a Thai letter take no width."""
    wide = (sum(unicodedata.category(letter) != "Mn" for letter in line) for line in text.split("\n"))
    return sum(max(1, math.ceil(letters * _SLACK / width)) for letters in wide)


def _write_layout(sheet: Sheet, title: str) -> None:
    for column, (_, width) in enumerate(COLUMNS):
        sheet.set_column(column, column, width)
    sheet.freeze_panes(1, 1)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.4, right=0.4, top=0.7, bottom=0.6)
    sheet.set_header(f"&C{title}")
    sheet.set_footer("&Cหน้า &P จาก &N")
