"""Sheets looked through as XML, none of their cells kept: how far they go, what is faulty and what is merged."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias
from xml.parsers.expat import ExpatError, ParserCreate

from prongsai.grids.grid import MOST_COLUMNS, MOST_ROWS, GridError, letters_of
from prongsai.grids.number_formats import NumberFormat

Place: TypeAlias = tuple[int, int]  # row and column, from 0
_PLACE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_NAMES = {  # of the elements of the open form, by what they are
    "urn:oasis:names:tc:opendocument:xmlns:table:1.0 table": "table",
    "urn:oasis:names:tc:opendocument:xmlns:table:1.0 table-row": "row",
    "urn:oasis:names:tc:opendocument:xmlns:table:1.0 table-cell": "cell",
    "urn:oasis:names:tc:opendocument:xmlns:table:1.0 covered-table-cell": "cell",
    "urn:oasis:names:tc:opendocument:xmlns:text:1.0 p": "text",
    "urn:oasis:names:tc:opendocument:xmlns:office:1.0 annotation": "note",
}
_FIGURES = {"float", "percentage", "currency"}
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0 "
_TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0 "
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main "


@dataclass
class Scanned:
    """Facts of a sheet: the faults that cells show by their places, and merged cells with their last rows.

    `styles` are the numbers of the styles of figures, `formats` what these mean, `shown` the figures of a sheet that
    says itself how it shows them.
    """

    faults: dict[Place, str] = field(default_factory=dict)
    merged: list[tuple[Place, int]] = field(default_factory=list)
    styles: dict[Place, int] = field(default_factory=dict)
    formats: dict[Place, NumberFormat] = field(default_factory=dict)
    shown: dict[Place, str] = field(default_factory=dict)


def scan_sheet(data: bytes, name: str) -> Scanned:
    """Look through a sheet of Excel; raises GridError where it is damaged or has a cell that is too far away."""
    scan = _ExcelScan(name)
    _parse(data, scan)
    return scan.found


def scan_open_sheets(data: bytes) -> Mapping[str, Scanned]:
    """Look through all sheets of the open form, by name; raises GridError as `scan_sheet` does."""
    scan = _OpenScan()
    _parse(data, scan)
    return scan.found


def _parse(data: bytes, scan: _ExcelScan | _OpenScan) -> None:
    parser = ParserCreate(namespace_separator=" ")
    parser.StartElementHandler, parser.EndElementHandler = scan.start, scan.end
    parser.CharacterDataHandler = scan.say
    parser.StartDoctypeDeclHandler = _refuse  # what declares entities can grow without end
    try:
        parser.Parse(data, True)
    except (ExpatError, ValueError, LookupError):
        raise GridError("damaged") from None


def _refuse(*_: object) -> None:
    raise GridError("damaged")


def _hold_place(sheet: str, row: int, column: int) -> None:
    if row >= MOST_ROWS or column >= MOST_COLUMNS:
        raise GridError("too-large", found=f"{sheet}!{letters_of(column)}{row + 1}")


class _ExcelScan:
    def __init__(self, name: str) -> None:
        self.name, self.found = name, Scanned()
        self.place: Place = (-1, -1)
        self.is_faulty, self.is_value, self.style = False, False, ""

    def start(self, tag: str, given: Mapping[str, str]) -> None:
        tag = tag.removeprefix(_MAIN)
        if tag == "row":  # rows and cells may leave out where they are
            self.place = (int(given["r"]) - 1 if "r" in given else self.place[0] + 1, -1)
        elif tag == "c":
            self.place = _place(given["r"]) if "r" in given else (self.place[0], self.place[1] + 1)
            self.is_faulty = given.get("t") == "e"
            self.style = given.get("s", "") if given.get("t", "n") == "n" else ""
        elif tag in {"v", "is", "f"}:
            _hold_place(self.name, *self.place)
            self.is_value = tag == "v"
            if self.is_value and self.style.isdecimal():
                self.found.styles[self.place] = int(self.style)
        elif tag == "mergeCell":
            first, _, last = given.get("ref", "A1").partition(":")
            if last and _place(last)[0] > _place(first)[0]:
                self.found.merged.append((_place(first), _place(last)[0]))

    def end(self, _: str) -> None:
        self.is_value = False

    def say(self, text: str) -> None:
        if self.is_value and self.is_faulty:
            self.found.faults[self.place] = self.found.faults.get(self.place, "") + text


class _OpenScan:
    def __init__(self) -> None:
        self.found: dict[str, Scanned] = {}
        self.name, self.row, self.rows, self.column, self.columns, self.notes = "", 0, 1, 0, 1, 0
        self.is_figure = False

    def start(self, tag: str, given: Mapping[str, str]) -> None:
        kind = _NAMES.get(tag)
        if kind == "table":
            self.name, self.row, self.rows = given.get(f"{_TABLE}name", ""), 0, 0
            self.found[self.name] = Scanned()
        elif kind == "row":
            self.row, self.rows = self.row + self.rows, _times(given, "number-rows-repeated")
            self.column, self.columns = 0, 0
        elif kind == "cell":
            self.column, self.columns = self.column + self.columns, _times(given, "number-columns-repeated")
            self.is_figure = given.get(f"{_OFFICE}value-type") in _FIGURES and self.columns == self.rows == 1
            spanned = _times(given, "number-rows-spanned")
            if spanned > 1:
                self.found[self.name].merged.append(((self.row, self.column), self.row + spanned - 1))
        elif kind == "note":
            self.notes += 1
        elif kind == "text" and not self.notes and self.name:
            _hold_place(self.name, self.row + self.rows - 1, self.column + self.columns - 1)

    def end(self, tag: str) -> None:
        self.notes -= _NAMES.get(tag) == "note"

    def say(self, text: str) -> None:
        """Keep the text of a figure; other texts the reader gives, faults too."""
        if self.is_figure and not self.notes and self.name and text.strip():
            place, shown = (self.row, self.column), self.found[self.name].shown
            shown[place] = shown.get(place, "") + text.strip()


def _place(reference: str) -> Place:
    found = _PLACE.fullmatch(reference)
    if found is None:
        raise GridError("damaged")
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(found[2]) - 1, column - 1


def _times(given: Mapping[str, str], name: str) -> int:
    said = given.get(f"{_TABLE}{name}", "1")
    return int(said) if said.isdecimal() and len(said) < 10 and int(said) else 1
