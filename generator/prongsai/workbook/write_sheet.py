"""Write the sheets that are filled in: tables with a row for each record, and forms with a row for each field."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from prongsai.forms.columns import Column
from prongsai.grids.grid import letters_of
from prongsai.spreadsheet import LONGEST_CELL, Book, CellFormat, Sheet, length_of
from prongsai.workbook.entries import Kept
from prongsai.workbook.form import field_key
from prongsai.workbook.layout import KEY_HEAD
from prongsai.workbook.lists import Lists
from prongsai.workbook.live_lists import LAST_ROW
from prongsai.workbook.looks import OFTEN, SELDOM, Looks, print_on_a4
from prongsai.workbook.rows import Filled, Row
from prongsai.workbook.shown import Shown, frozen_columns, shown_columns, texts_in
from prongsai.workbook.widths import height_of
from prongsai.workbook.words import hint_of, is_folded_field, meaning_of, note_of

SPARE = 40  # rows behind the last that a filter covers
FOLDED = {"level": 1, "hidden": True}
_WARNING = {
    "error_type": "warning",
    "error_title": "ไม่อยู่ในรายการ",
    "error_message": "คำนี้ไม่อยู่ในรายการ ถ้าเป็นคำตามเอกสาร เช่น ไม่มี หรือ เอกสารไม่ได้ระบุ ให้เลือก ใช่ เพื่อใช้คำนี้",
}


class TextTooLongError(Exception):
    """A text is longer than a cell can hold: of which sheet, row and column, and how many characters it has."""

    def __init__(self, sheet: str, key: str, head: str, length: int) -> None:
        super().__init__(f"{sheet} {key} {head}: {length}")
        self.sheet, self.key, self.head, self.length = sheet, key, head, length


@dataclass(frozen=True)
class Maker:
    """Writes sheets of one book, all with the same looks, lists and title on paper."""

    book: Book
    looks: Looks
    lists: Lists
    kept: Kept
    title: str

    def write_table(self, filled: Filled) -> None:
        """A sheet with a row for each record."""
        sheet, columns = self.book.add_worksheet(filled.sheet.name), shown_columns(filled)
        sheet.set_tab_color(SELDOM if filled.sheet.is_seldom else OFTEN)
        self._write_heads(sheet, filled, columns)
        for number, row in enumerate(filled.rows, 1):
            texts = {**texts_in(row, filled.sheet), KEY_HEAD: row.key}
            for one in columns:
                write_text(
                    sheet,
                    (number, one.place),
                    texts.get(one.head, ""),
                    self._look(one),
                    (filled.sheet.name, row.key, one.head),
                )
            seen = [(texts.get(one.head, ""), one.width) for one in columns[1:] if not one.is_folded]
            sheet.set_row(number, height_of(seen))
        for one in columns:
            self._validate(sheet, filled, one)
        sheet.autofilter(0, 0, len(filled.rows) + SPARE, len(columns) - 1)
        self._finish(sheet, filled)

    def _write_heads(self, sheet: Sheet, filled: Filled, columns: Sequence[Shown]) -> None:
        names = self.kept.names(filled.sheet.sources[0])
        for one in columns:
            options = {"hidden": True} if one.role == "key" else FOLDED if one.is_folded else None
            sheet.set_column(one.place, one.place, one.width, self._look(one), options)
            sheet.write_string(0, one.place, one.title, self.looks.needed_head if one.is_needed else self.looks.head)
            if note := note_of(one, filled.sheet, names):
                sheet.write_comment(0, one.place, note, _note_options(note))
        if columns[-1].is_folded:
            sheet.set_column(len(columns), len(columns), None, None, {"collapsed": True})
        sheet.set_row(0, height_of((one.title, one.width - 3) for one in columns[1:]))

    def _look(self, one: Shown) -> CellFormat:
        if one.role == "key":
            return self.looks.hidden
        return self.looks.grey if one.role in {"grey", "own-code", "code"} else self.looks.cell

    def _validate(self, sheet: Sheet, filled: Filled, one: Shown) -> None:
        place = (1, one.place, LAST_ROW - 1, one.place)
        hint = hint_of(one.column) if one.column else None
        words = {"input_title": hint[0], "input_message": hint[1]} if hint else {}
        if name := self.lists.for_shown(filled.sheet, one):
            sheet.data_validation(*place, {"validate": "list", "source": f"={name}", **_WARNING, **words})
        elif words:
            sheet.data_validation(*place, {"validate": "any", **words})

    def write_form(self, filled: Filled) -> None:
        """A sheet with a row for each field of its records."""
        sheet, columns = self.book.add_worksheet(filled.sheet.name), shown_columns(filled)
        sheet.set_tab_color(OFTEN)
        self._write_heads(sheet, filled, columns)
        chosen: dict[str, list[int]] = {}
        number, is_folded = 0, False
        for number, (row, column) in enumerate(fields_of(filled), 1):
            was_folded, is_folded = is_folded, self._write_field(sheet, number, filled, row, column)
            if was_folded and not is_folded:
                self._mark_folded(sheet, number, row, column)
            if name := self.lists.for_field(row.source, column):
                chosen.setdefault(name, []).append(number)
        for name, numbers in chosen.items():
            self._choose_in(sheet, name, numbers)
        sheet.autofilter(0, 0, number, len(columns) - 1)
        self._finish(sheet, filled)

    def _write_field(self, sheet: Sheet, number: int, filled: Filled, row: Row, column: Column) -> bool:
        """True if the row is folded."""
        text = row.texts.get(column.head, "")
        meaning = meaning_of(column, self.kept.names(row.source))
        key = field_key(row.key, column.path)
        needed = column.is_needed and len(column.path) == 1
        cells = (key, row.source.called, column.head, text, meaning)
        looks = (self.looks.hidden, self.looks.grey, self.looks.needed if needed else self.looks.grey)
        for place, cell in enumerate(cells):
            look = looks[place] if place < len(looks) else self.looks.cell if place == 3 else self.looks.grey
            write_text(sheet, (number, place), cell, look, (filled.sheet.name, key, column.head))
        widths = [one.width for one in shown_columns(filled)]
        height = height_of(zip(cells[1:], widths[1:], strict=True))
        is_folded = is_folded_field(column, text)
        sheet.set_row(number, height, None, FOLDED if is_folded else None)
        return is_folded

    def _mark_folded(self, sheet: Sheet, number: int, row: Row, column: Column) -> None:
        text, meaning = row.texts.get(column.head, ""), meaning_of(column, self.kept.names(row.source))
        sheet.set_row(number, height_of(((text, 52), (meaning, 62))), None, {"collapsed": True})

    def _choose_in(self, sheet: Sheet, name: str, numbers: Sequence[int]) -> None:
        first, *others = [(number, 3, number, 3) for number in numbers]
        sheet.data_validation(
            *first, {"validate": "list", "source": f"={name}", **_WARNING, "other_cells": [*map(list, others)]}
        )

    def _finish(self, sheet: Sheet, filled: Filled) -> None:
        sheet.freeze_panes(1, frozen_columns(filled))
        sheet.ignore_errors({"number_stored_as_text": f"A1:{letters_of(len(shown_columns(filled)))}{LAST_ROW}"})
        seen = [one.width for one in shown_columns(filled)[1:] if not one.is_folded]
        print_on_a4(sheet, f"{self.title} · {filled.sheet.name}", sum(seen), frozen_columns(filled))


def fields_of(filled: Filled) -> Iterator[tuple[Row, Column]]:
    """The fields of a form sheet in the order of its rows."""
    for row in filled.rows:
        for column in filled.sheet.columns_of(row.source):
            yield row, column


def place_of_cell(filled: Filled, key: str, head: str) -> str:
    """The address of a cell (`I4`) by the key of its row and its head; of the row's first cell without a known head."""
    if filled.sheet.is_form:
        fields = enumerate(fields_of(filled), 2)
        number = next((n for n, (row, one) in fields if field_key(row.key, one.path) == key), 1)
        return f"D{number}"
    number = next((n for n, row in enumerate(filled.rows, 2) if row.key == key), 1)
    return f"{next((one.letters for one in shown_columns(filled) if one.head == head), 'B')}{number}"


def write_text(sheet: Sheet, place: tuple[int, int], text: str, look: CellFormat, at: tuple[str, str, str]) -> None:
    """Write a text as a text, whatever it begins with; raises TextTooLongError."""
    if length_of(text) > LONGEST_CELL:
        raise TextTooLongError(*at, length_of(text))
    if text:
        sheet.write_string(*place, text, look)
    else:
        sheet.write_blank(*place, None, look)


def _note_options(note: str) -> Mapping[str, object]:
    """A note wide and high enough for its text."""
    lines = sum(1 + len(line) // 44 for line in note.split("\n"))
    return {"width": 320, "height": 24 + 20 * lines, "font_name": "Tahoma", "font_size": 9, "author": "prongsai"}
