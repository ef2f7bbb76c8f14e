"""Heads of the columns of the workbook of rules: how wide, what their notes say, and what can be chosen below."""

from __future__ import annotations

from dataclasses import dataclass

from prongsai.rulebooks.sheets import KEY_HEAD, ORIGIN_HEAD, PAGE_HEAD
from prongsai.spreadsheet import Sheet
from prongsai.workbook.looks import Looks
from prongsai.workbook.write_sheet import FOLDED


@dataclass(frozen=True)
class Head:
    """A head of a column with its width, what its note says, and the values that can be chosen."""

    text: str
    width: float
    means: str = ""
    choices: tuple[str, ...] = ()
    is_folded: bool = False


def write_head(page: Sheet, looks: Looks, place: int, head: Head) -> None:
    """Write the head of a column, with its width and its note."""
    is_key = head.text == KEY_HEAD
    grey = head.text == ORIGIN_HEAD
    options = {"hidden": True} if is_key else FOLDED if head.is_folded else None
    look = looks.hidden if is_key else looks.grey if grey else looks.cell
    page.set_column(place, place, head.width, look, options)
    page.write_string(0, place, head.text, looks.needed_head if head.text == PAGE_HEAD else looks.head)
    if head.means:
        lines = sum(1 + len(line) // 44 for line in head.means.split("\n"))
        size = {"width": 320, "height": 24 + 20 * lines, "font_name": "Tahoma", "font_size": 9, "author": "prongsai"}
        page.write_comment(0, place, head.means, size)
