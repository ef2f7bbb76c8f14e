"""Read a workbook that somebody filled in: whatever was sorted, inserted, renamed or deleted, by keys and heads."""

from __future__ import annotations

import io
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import isfinite

from prongsai.grids.cell_texts import text_of_value, with_line_ends
from prongsai.grids.grid import MOST_COLUMNS, MOST_ROWS, GridError, letters_of
from prongsai.grids.guard_workbook import Guarded, guard_workbook
from prongsai.grids.scan_sheets import Scanned
from prongsai.thai.numerals import parse_decimal
from prongsai.thai.text import clean_text
from prongsai.workbook.form import Cell
from prongsai.workbook.layout import (
    BASE,
    KEY_HEAD,
    LISTS,
    OTHER_HEADS,
    OTHER_SHEET,
    READ_FIRST,
    SUMMARY,
    Sheet,
    heads_of,
)
from prongsai.workbook.sheets import SHEETS

PROBLEMS = "ปัญหา"  # the first sheet of a report
_NOT_READ = {READ_FIRST, SUMMARY, LISTS, PROBLEMS}
_OTHER = Sheet(OTHER_SHEET, (), "")
_ENOUGH = 0.6  # of the heads of a sheet, by which it is known when it has another name
_MOST_ABOVE = 20  # rows above the heads in which somebody wrote a title
_OF_US = "prongsai "  # before the names of properties of the file


@dataclass(frozen=True)
class At:
    """The place of a cell as people write it: the file, the sheet, the letters of the column and the row from 1."""

    book: str
    sheet: str
    column: str
    row: int

    def __str__(self) -> str:
        return f"{self.sheet}!{self.column}{self.row}"


@dataclass(frozen=True)
class ReadRow:
    """A row that is not empty: its number from 1, its key (empty for one of hers) and its texts by head."""

    number: int
    key: str
    texts: Mapping[str, str]


@dataclass
class ReadSheet:
    """A sheet as it was filled in: `title` is its name there, `letters` the columns of its heads.

    `foreign` are columns with texts under heads that are not ours, each with how many.
    """

    sheet: Sheet
    title: str
    letters: dict[str, str]
    rows: list[ReadRow]
    foreign: dict[str, int] = field(default_factory=dict)

    @property
    def heads(self) -> tuple[str, ...]:
        """Our heads that it has."""
        return tuple(self.letters)


@dataclass
class ReadBook:
    """A workbook as it was filled in; `base` is the hidden copy of what it was made with, None where that is gone.

    `meta` says for which agency and year it was made. `foreign` are her own sheets.
    """

    name: str
    sheets: list[ReadSheet]
    meta: Mapping[str, str] = field(default_factory=dict)
    base: Mapping[tuple[str, str, str], str] | None = None
    foreign: tuple[str, ...] = ()
    grids: dict[str, list[list[str]]] = field(default_factory=dict)  # every sheet as it is, for the report on it

    def at(self, sheet: ReadSheet, row: int, head: str = "") -> At:
        """The place of a cell; without a head that of the first column that is seen."""
        return At(self.name, sheet.title, sheet.letters.get(head) or next(iter(sheet.letters.values()), "B"), row)


class NoWorkbookError(Exception):
    """The file cannot be read as a workbook; `reason` is encrypted, damaged, too-large, or other for what is none.

    `found` is the sheet or the cell that cannot be read, where that is known.
    """

    def __init__(self, reason: str, found: str = "") -> None:
        super().__init__(reason)
        self.reason, self.found = reason, found


def read_book(data: bytes, name: str) -> ReadBook:
    """The workbook in `data`; raises NoWorkbookError for what is none."""
    try:
        guarded = guard_workbook(data)
    except GridError as failure:
        reason = failure.reason if failure.reason in {"encrypted", "damaged", "too-large"} else "other"
        raise NoWorkbookError(reason, failure.found) from None
    said = guarded.properties.items()
    book = ReadBook(name, [], {key.removeprefix(_OF_US): text for key, text in said if key.startswith(_OF_US)})
    hers = []
    for title, rows in _sheets(guarded):
        book.grids[title] = rows
        if title == BASE:
            meta, book.base = _read_base(rows)
            book.meta = meta or book.meta
        elif title not in _NOT_READ:
            found = _read_sheet(title, rows)
            if found is None:
                hers.append(title)
            else:
                book.sheets.append(found)
    book.foreign = tuple(hers)
    return book


def _sheets(guarded: Guarded) -> Iterator[tuple[str, list[list[str]]]]:
    """The texts of every sheet, hidden ones too; no sheet can raise for what is in its cells."""
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    title = ""
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(guarded.data)) as book:
            for title in book.sheet_names:
                sheet = book.get_sheet_by_name(title)
                _hold_bounds(title, sheet.total_height, sheet.total_width)
                rows = [[_text(value) for value in row] for row in sheet.to_python(skip_empty_area=False)]
                yield title, _completed(rows, guarded.scanned.get(title, Scanned()))
    except PasswordError:
        raise NoWorkbookError("encrypted") from None
    except (CalamineError, ValueError, OSError, KeyError, OverflowError):
        raise NoWorkbookError("damaged", title) from None
    except BaseException as failure:
        if type(failure).__name__ != "PanicException":  # what the reader's own language throws at a damaged file
            raise
        raise NoWorkbookError("damaged", title) from None


def _hold_bounds(title: str, height: int, width: int) -> None:
    if height > MOST_ROWS or width > MOST_COLUMNS:
        raise NoWorkbookError("too-large", title)


def _text(value: object) -> str:
    """The text of a cell; one that was typed keeps its blanks, which mean something in YAML."""
    if isinstance(value, float) and not isfinite(value):
        return "#NUM!"
    text = with_line_ends(value) if isinstance(value, str) else text_of_value(value)
    return text if text.strip() else ""


def _completed(rows: list[list[str]], scanned: Scanned) -> list[list[str]]:
    """The rows with faults and figures as cells show them, and the text of a merged cell in each row that it covers."""
    for (row, column), fault in scanned.faults.items():
        if row < len(rows) and column < len(rows[row]):
            rows[row][column] = fault
    for row, column in [*scanned.formats, *scanned.shown]:
        if row < len(rows) and column < len(rows[row]):
            rows[row][column] = _as_shown(rows[row][column], scanned, (row, column))
    for (first, column), last in scanned.merged:
        for covered in rows[first + 1 : last + 1]:
            if column < len(covered) and not covered[column]:
                covered[column] = rows[first][column]
    while rows and not any(rows[-1]):
        rows.pop()
    return rows


def _as_shown(value: str, scanned: Scanned, place: tuple[int, int]) -> str:
    """A figure as its cell shows it, with a last zero or as per cent; one that is shown rounded is what it is."""
    form = scanned.formats.get(place)
    shown = form.show(value) if form else scanned.shown.get(place, "")
    figure, read = parse_decimal(value), parse_decimal(shown.removesuffix("%"))
    if figure is None or read is None:
        return value
    return shown if figure == (read / 100 if shown.endswith("%") else read) else value


def _read_base(rows: Sequence[Sequence[str]]) -> tuple[Mapping[str, str], Mapping[tuple[str, str, str], str]]:
    meta: dict[str, str] = {}
    base: dict[tuple[str, str, str], str] = {}
    for row in rows:
        cell = Cell(*(*row, "", "", "", "")[:4])
        if cell.sheet:
            base[cell.sheet, cell.key, cell.head] = cell.text
        elif cell.head:
            meta[cell.head] = cell.text
    return meta, base


def plain_head(text: str) -> str:
    """A head as it is compared: on one line, without the mark of what must be filled in."""
    return clean_text(text)[0].rstrip(" *").strip()


def _read_sheet(title: str, rows: list[list[str]]) -> ReadSheet | None:
    """The rows of one of our sheets, also where it has another name; None where it is not one."""
    for above, row in enumerate(rows[:_MOST_ABOVE]):
        heads = [plain_head(text) for text in row]
        sheet = _known(title, heads)
        if sheet is not None:
            return _with_rows(sheet, title, heads, rows, above + 1)
    return None


def _known(title: str, heads: Sequence[str]) -> Sheet | None:
    """Our sheet that has these heads: the one of that name first, else the one that has most of them."""
    counted = {sheet.name: _share(sheet, heads) for sheet in (*SHEETS, _OTHER)}
    by_name = next((one for one in (*SHEETS, _OTHER) if one.name == title.strip()), None)
    if by_name is not None and counted[by_name.name] > 0:
        return by_name
    best = max((*SHEETS, _OTHER), key=lambda one: counted[one.name])
    return best if counted[best.name] >= _ENOUGH and KEY_HEAD in {head.partition(":")[0] for head in heads} else None


def _share(sheet: Sheet, heads: Sequence[str]) -> float:
    own = _heads(sheet)
    return len({*own} & {*heads}) / len(own)


def _heads(sheet: Sheet) -> tuple[str, ...]:
    return OTHER_HEADS if sheet is _OTHER else heads_of(sheet)


def _with_rows(sheet: Sheet, title: str, heads: Sequence[str], rows: list[list[str]], first: int) -> ReadSheet:
    own = {*_heads(sheet)} - {*sheet.grey}
    places = _places(own, heads, rows[first:])
    key_at = next((place for place, head in enumerate(heads) if head.partition(":")[0].strip() == KEY_HEAD), None)
    places = dict(sorted(places.items(), key=lambda one: one[1]))
    read = ReadSheet(sheet, title, {head: letters_of(place) for head, place in places.items()}, [])
    for number, row in enumerate(rows[first:], first + 1):
        key = row[key_at].strip() if key_at is not None and key_at < len(row) else ""
        texts = {head: row[place] for head, place in places.items() if place < len(row) and row[place]}
        if key or texts:
            read.rows.append(ReadRow(number, key, texts))
    read.foreign = _foreign(sheet, heads, rows[first:], {*places.values(), key_at})
    return read


def _places(own: Collection[str], heads: Sequence[str], rows: Sequence[Sequence[str]]) -> dict[str, int]:
    """The column of each head; of two with the same head the one in which more is filled in, else the first."""
    places: dict[str, int] = {}
    filled: dict[str, int] = {}
    for place, head in enumerate(heads):
        if head in own:
            count = sum(1 for row in rows if place < len(row) and row[place])
            if count > filled.get(head, -1):
                places[head], filled[head] = place, count
    return places


def _foreign(
    sheet: Sheet, heads: Sequence[str], rows: Sequence[Sequence[str]], ours: set[int | None]
) -> dict[str, int]:
    """The columns that are not ours and have texts, by head or, without one, by letters."""
    found = {}
    width = max((len(row) for row in rows), default=0)
    for place in range(max(width, len(heads))):
        head = heads[place] if place < len(heads) else ""
        count = sum(1 for row in rows if place < len(row) and row[place])
        if place not in ours and count and head not in sheet.grey and not head.startswith("_"):
            found[head or f"คอลัมน์ {letters_of(place)}"] = count
    return found
