"""Write the hidden sheets: the lists behind the drop-downs, and the copy by which later changes are known."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai import __version__
from prongsai.spreadsheet import Book
from prongsai.workbook.form import FORMAT, Cell, Form, cells_of
from prongsai.workbook.layout import BASE, LISTS
from prongsai.workbook.lists import Lists
from prongsai.workbook.looks import Looks


def write_lists(book: Book, looks: Looks, lists: Lists) -> None:
    """The lists, each with a name for its range."""
    sheet = book.add_worksheet(LISTS)
    live = book.add_format({})
    for place, one in enumerate(lists.columns):
        sheet.write_string(0, place, one.head, looks.head)
        for number, value in enumerate(one.values, 1):
            if one.formulas:
                sheet.write_formula(number, place, f"={one.formulas[number - 1]}", live, value)
            else:
                sheet.write_string(number, place, value, looks.hidden)
    for name, area in lists.ranges():
        book.define_name(name, area)
    sheet.hide()


def meta_of(form: Form, *, is_blank: bool) -> dict[str, str]:
    """For whom a workbook is and of which form, so that it is known when its file has another name."""
    return {
        "format": FORMAT,
        "agency": form.agency,
        "year": str(form.kept.year),
        "unit": form.unit,
        "version": __version__,
        "blank": "true" if is_blank else "",
    }


def base_cells(form: Form, *, is_blank: bool) -> Iterator[Cell]:
    """The rows of the hidden copy: for whom it is, then every filled cell; none of a blank workbook."""
    for name, text in meta_of(form, is_blank=is_blank).items():
        yield Cell("", "", name, text)
    if not is_blank:
        yield from cells_of(form)


def write_base(book: Book, looks: Looks, form: Form, *, is_blank: bool) -> None:
    """The hidden copy of what the workbook was made with."""
    sheet = book.add_worksheet(BASE)
    for number, cell in enumerate(base_cells(form, is_blank=is_blank)):
        for place, text in enumerate(cell):
            if text:
                sheet.write_string(number, place, text, looks.hidden)
    for name, text in meta_of(form, is_blank=is_blank).items():
        if text:
            book.set_custom_property(f"prongsai {name}", text)
    sheet.very_hidden()
