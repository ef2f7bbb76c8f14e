"""What every picture says: its title, its figures in words, how to read it, and the table with the same figures."""

from __future__ import annotations

from dataclasses import dataclass

NO_DATA = "ไม่มีข้อมูล"  # in the place of a figure that is not known; never a zero


@dataclass(frozen=True, kw_only=True)
class Sign:
    """One sign of a picture and what it means; `kind` is a class of the style sheet, told apart by form too."""

    kind: str
    text: str


@dataclass(frozen=True, kw_only=True)
class Chart:
    """A picture in words, without any drawing; each kind of picture adds its figures.

    `key` is its ASCII name on the page, `sentences` its text alternative in the numerals of the site, joined with
    commas; `table` is the key of the table on the same page that holds every figure of it.
    """

    key: str
    title: str
    sentences: tuple[str, ...]
    table: str
    signs: tuple[Sign, ...] = ()
    notes: tuple[str, ...] = ()
