"""Compare a filled-in workbook with what an export would write now, and with what it was made with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from prongsai.forms.columns import Column
from prongsai.thai.text import clean_text
from prongsai.workbook.form import Form, cells_of, field_key, other_key
from prongsai.workbook.layout import OTHER_HEADS, OTHER_SHEET, Sheet
from prongsai.workbook.left_over import LeftOver, record_of
from prongsai.workbook.match_rows import match_rows
from prongsai.workbook.names import WAITING
from prongsai.workbook.read_book import At, ReadBook, ReadRow, ReadSheet
from prongsai.workbook.rows import Row
from prongsai.workbook.same_text import is_same
from prongsai.workbook.sheets import SHEETS, title_of

VALUE = "ค่า"
Base = Mapping[tuple[str, str, str], str]


@dataclass(frozen=True)
class CellChange:
    """A cell that says something else: `now` is what the data files say, `text` what the workbook says.

    `column` is None for the cell that says to which row its row belongs, and for what no column holds. `base` is what
    the workbook was made with, where the data files have changed since: then both have, and somebody must choose.
    """

    at: At
    sheet: str
    row: Row | LeftOver
    column: Column | None
    now: str
    text: str
    base: str | None = None

    @property
    def is_conflict(self) -> bool:
        """True if the data files have changed there too."""
        return self.base is not None


@dataclass(frozen=True)
class NewRow:
    """A row that the data files do not have: its texts by head, and the row above it in the workbook, if any.

    `copied` is the key that another row has already.
    """

    at: At
    sheet: Sheet
    texts: Mapping[str, str]
    places: Mapping[str, At]
    above: ReadRow | None = None
    copied: str = ""
    is_back: bool = False  # deleted from the data files since, and changed here


@dataclass(frozen=True)
class LostRow:
    """A row of the data files that the workbook was made with and does not have any more."""

    book: str
    sheet: str
    row: Row
    changed: bool = False  # in the data files since


@dataclass
class Difference:
    """The differences of one workbook, and what of it is not taken."""

    book: ReadBook
    cells: list[CellChange] = field(default_factory=list)
    new: list[NewRow] = field(default_factory=list)
    lost: list[LostRow] = field(default_factory=list)
    rows_of: dict[str, tuple[ReadSheet, ReadRow]] = field(default_factory=dict)  # where each key is
    missing: list[tuple[str, str]] = field(default_factory=list)  # our columns that are gone: sheet, head
    gone: list[str] = field(default_factory=list)  # sheets that it was made with and does not have any more
    counted: dict[str, int] = field(default_factory=dict)  # how many rows a sheet was made with

    @property
    def is_empty(self) -> bool:
        """True if nothing in it is new."""
        return not (self.cells or self.new or self.lost)


def compare_book(book: ReadBook, form: Form) -> Difference:
    """The differences between `book` and the data files behind `form`."""
    found = Difference(book)
    now = {(one.sheet, one.key, one.head): one.text for one in cells_of(form)}
    base = now if book.base is None else _of_this_site(book.base, now)
    for read in book.sheets:
        if read.sheet.name == OTHER_SHEET:
            _compare_others(found, read, form, base)
        elif read.sheet.is_form:
            _compare_form(found, read, form, base)
        else:
            _compare_table(found, read, form, base)
    found.lost = [one for one in found.lost if one.row.key not in found.rows_of]  # a copy of the sheet may have it
    found.gone = [*_gone_sheets(book)]
    return found


def _gone_sheets(book: ReadBook) -> Iterator[str]:
    """The sheets of which a workbook was made with values, and of which it has none."""
    there = {one.sheet.name for one in book.sheets}
    given = {sheet.name: {sheet.belongs, sheet.key} for sheet in SHEETS}
    made = {name for name, _, head in book.base or {} if head not in given.get(name, ())}
    yield from (name for name in (*given, OTHER_SHEET) if name in made - there)


_STILL_THERE = 3  # one in so many texts of a file, by which it is the one that the workbook was made of


def _of_this_site(base: Base, now: Base) -> Base:
    """The part of what a workbook was made with that its files still have; a new or empty file takes all of it."""
    made, kept = Counter[str](), Counter[str]()
    given = {sheet.name: {sheet.belongs, sheet.key} for sheet in SHEETS}  # there before anything is typed
    for place, text in base.items():
        name, key, head = place
        if head not in given.get(name, ()):
            made[_file_of(key)] += 1
            kept[_file_of(key)] += now.get(place) == text
    others = {file for file, count in made.items() if kept[file] * _STILL_THERE < count}
    here = {place: text for place, text in base.items() if _file_of(place[1]) not in others}
    return {**here, **{place: text for place, text in now.items() if _file_of(place[1]) in others}}


def _file_of(key: str) -> str:
    """The file that the key of a row names."""
    return key.partition(":")[0].rpartition("/")[2].removesuffix(".yml")


def _changed(at: At, sheet: str, row: Row, column: Column | None, texts: tuple[str, str, str]) -> CellChange | None:
    """The change of a cell, by what the workbook says, what it was made with and what is there now."""
    text, base, now = texts
    if is_same(text, base, column) or is_same(text, now, column):
        return None
    change = CellChange(at, sheet, row, column, now, text)
    return change if is_same(base, now, column) else replace(change, base=base)


def _compare_form(found: Difference, read: ReadSheet, form: Form, base: Base) -> None:
    fields = {
        field_key(row.key, column.path): (filled.sheet, row, column)
        for filled in form.sheets
        if filled.sheet.is_form
        for row in filled.rows
        for column in filled.sheet.columns_of(row.source)
    }
    by_words = {(row.source.called, column.head): key for key, (_, row, column) in fields.items()}
    for one in read.rows:
        words = (clean_text(one.texts.get("เรื่อง", ""))[0], clean_text(one.texts.get("ช่อง", ""))[0])
        key = one.key if one.key in fields else by_words.get(words, "")
        if key not in fields:
            if one.texts.get(VALUE):
                found.new.append(NewRow(found.book.at(read, one.number), read.sheet, one.texts, {}))
            continue
        sheet, row, column = fields[key]
        found.rows_of[key] = (read, one)
        now = row.texts.get(column.head, "")
        texts = (one.texts.get(VALUE, ""), base.get((sheet.name, key, VALUE), ""), now)
        if change := _changed(found.book.at(read, one.number, VALUE), sheet.name, row, column, texts):
            found.cells.append(change)


def _compare_others(found: Difference, read: ReadSheet, form: Form, base: Base) -> None:
    others = {other_key(one): one for one in form.others}
    by_words = {(title_of(one.file), one.place.replace("/", " / ")): key for key, one in others.items()}
    head = OTHER_HEADS[-1]
    for one in read.rows:
        key = one.key if one.key in others or record_of(one.key.partition(":")[0]) else by_words.get(_words(one), "")
        known = others.get(key)
        file, _, place = key.partition(":")
        before, now = base.get((OTHER_SHEET, key, head), ""), known.text if known else ""
        text = one.texts.get(head, "")
        if known is None and record_of(file) is None:
            if text:
                found.new.append(NewRow(found.book.at(read, one.number, head), read.sheet, one.texts, {}))
            continue
        if (is_same(text, before, None) and (known or before)) or is_same(text, now, None):
            continue
        change = CellChange(
            found.book.at(read, one.number, head), OTHER_SHEET, known or LeftOver(file, place, ""), None, now, text
        )
        found.cells.append(change if is_same(before, now, None) else replace(change, base=before))


def _words(row: ReadRow) -> tuple[str, str]:
    """The words for the file and the place of a row of what no cell holds."""
    file, place = (clean_text(row.texts.get(head, ""))[0] for head in OTHER_HEADS[:2])
    return file, place


def _compare_table(found: Difference, read: ReadSheet, form: Form, base: Base) -> None:
    sheet = read.sheet
    rows = next(filled.rows for filled in form.sheets if filled.sheet is sheet)
    keys = {row.key: row for row in rows if row.key}
    given = {sheet.belongs, sheet.key}
    made_with = {key for name, key, head in base if name == sheet.name and head not in given}
    found.counted[sheet.name] = len([key for key in made_with if key in keys and not keys[key].waits])
    found.missing += [(read.title, head) for head in _heads_of_values(sheet) if head not in read.letters]
    waiting = [row.texts for row in rows if row.waits]  # that nobody has typed into
    matched = match_rows(read, keys, made_with)
    for place, one in enumerate(read.rows):
        key = matched.get(place)
        if key is not None and key not in keys:
            _compare_gone(found, read, place, key, base)
        elif one.key.endswith(WAITING) and (key is None or keys[key].waits):
            _compare_waiting(found, read, place, keys.get(key or one.key))
        elif key is not None:
            if _compare_row(found, read, place, keys[key], base) or key not in found.rows_of:
                found.rows_of[key] = (read, one)
        elif _says_anything(one, sheet) and dict(one.texts) not in waiting:
            found.new.append(_new_row(found.book, read, place, copied=one.key if one.key in keys else ""))
    seen = {*matched.values()}
    for key in sorted(made_with - seen) if found.book.base is not None else ():
        if key in keys and keys[key].is_there:
            found.lost.append(LostRow(found.book.name, sheet.name, keys[key], _has_changed(keys[key], sheet, base)))


def _heads_of_values(sheet: Sheet) -> Iterator[str]:
    yield from (column.head for column in sheet.columns)
    yield from filter(None, (sheet.belongs, sheet.key))


def _compare_row(found: Difference, read: ReadSheet, place: int, row: Row, base: Base) -> bool:
    """True if a cell of a row has changed."""
    before = len(found.cells)
    one, sheet = read.rows[place], read.sheet
    columns = {column.head: column for column in sheet.columns_of(row.source)}
    for head in read.letters:
        if head not in columns and not (head == sheet.belongs and row.is_there):  # the code of a row stays
            continue
        texts = (one.texts.get(head, ""), base.get((sheet.name, row.key, head), ""), row.texts.get(head, ""))
        at = found.book.at(read, one.number, head)
        if change := _changed(at, sheet.name, row, columns.get(head), texts):
            found.cells.append(change)
    return len(found.cells) > before


def _compare_waiting(found: Difference, read: ReadSheet, place: int, row: Row | None) -> None:
    """A row that waits in the sheet becomes one of its list once it says more than it began with."""
    one, made_with, now = read.rows[place], found.book.base or {}, row.texts if row else {}
    for head, text in one.texts.items():
        given = made_with.get((read.sheet.name, one.key, head), ""), now.get(head, "")
        if text and not any(is_same(text, known, None) for known in given):
            found.new.append(_new_row(found.book, read, place))
            return


def _compare_gone(found: Difference, read: ReadSheet, place: int, key: str, base: Base) -> None:
    """A row that is not in the data files any more comes back only where it was changed here."""
    one, sheet = read.rows[place], read.sheet
    columns = {column.head: column for column in sheet.columns}
    before = {head: base.get((sheet.name, key, head), "") for head in read.letters}
    if any(not is_same(one.texts.get(head, ""), before[head], columns.get(head)) for head in read.letters):
        found.new.append(replace(_new_row(found.book, read, place), is_back=True))


def _new_row(book: ReadBook, read: ReadSheet, place: int, *, copied: str = "") -> NewRow:
    one = read.rows[place]
    places = {head: book.at(read, one.number, head) for head in read.letters}
    above = read.rows[place - 1] if place else None
    return NewRow(book.at(read, one.number), read.sheet, one.texts, places, above, copied)


def _says_anything(row: ReadRow, sheet: Sheet) -> bool:
    """True if more was typed than what it belongs to and its code, which wait there before anything is typed."""
    given = {sheet.belongs} if sheet.key and not row.key else {sheet.belongs, sheet.key}
    return any(text for head, text in row.texts.items() if head not in given)


def _has_changed(row: Row, sheet: Sheet, base: Base) -> bool:
    columns = {column.head: column for column in sheet.columns_of(row.source)}
    return any(
        not is_same(row.texts.get(head, ""), base.get((sheet.name, row.key, head), ""), column)
        for head, column in columns.items()
    )
