"""The changes that a spreadsheet program makes to one of our CSV files when somebody saves it again."""

from __future__ import annotations

import csv
import re
from collections.abc import Collection, Sequence

_BOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")  # Excel of today, and of 1997 to 2003
_LONGEST = 2_000  # characters of a first line that are looked at
_MARKS = ",;\t"
_LINE_END = re.compile(r"\r\n|\r|\n")


def is_workbook(data: bytes) -> bool:
    """True if a file is a workbook, whatever its name says."""
    return data.startswith(_BOOKS)


def find_mark(line: str, header: Sequence[str]) -> str:
    """By what mark the fields of a first line are parted that has just this header; empty where it has another."""
    for mark in _MARKS:
        cells = [cell.strip().lower() for cell in next(csv.reader([line[:_LONGEST]], delimiter=mark), [])]
        if tuple(cells[: len(header)]) == tuple(header) and not any(cells[len(header) :]):
            return mark
    return ""


def find_garbled(text: str) -> tuple[int, str] | None:
    """The first line whose Thai letters were read in an older encoding and saved like that, with such a word."""
    for number, line in enumerate(_LINE_END.split(text), start=1):
        for word in () if line.isascii() else line.split():
            if _is_garbled(word):
                return number, word[:60]
    return None


def _is_garbled(word: str) -> bool:
    for encoding in ("cp874", "cp1252"):
        try:
            plain = b"".join(_byte_of(letter, encoding) for letter in word).decode("utf-8")
        except UnicodeError:
            continue
        if plain != word and any("\u0e01" <= letter <= "\u0e5b" for letter in plain):
            return True
    return False


def _byte_of(letter: str, encoding: str) -> bytes:
    """The byte that was read as this letter; what an encoding does not know is kept as its number."""
    return bytes([ord(letter)]) if "\x80" <= letter <= "\x9f" else letter.encode(encoding)


def is_most(wrong: Collection[int], count: int) -> bool:
    """True if so many of the lines are wrong that somebody's program must have rewritten them all."""
    return len(wrong) > 1 and 2 * len(wrong) >= count
