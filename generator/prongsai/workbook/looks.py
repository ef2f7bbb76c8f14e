"""The looks of a workbook: what the colours mean, and the formats that XlsxWriter makes of them."""

from __future__ import annotations

from dataclasses import dataclass

from prongsai.spreadsheet import A4, FONT, HEAD, Book, CellFormat, Sheet

GREY, NEEDED, WRONG = "#EDEDED", "#FFF2CC", "#F8CBAD"
OFTEN, SELDOM, READ, CHECK = "#1F6F5C", "#A6A6A6", "#1F4E9E", "#B45F06"  # colours of tabs
TEXT = 49  # the number of the format of texts, which XlsxWriter gives a number of its own where it is written as @
_LINE = {"border": 1, "border_color": "#BFBFBF"}
_CELL = {**FONT, "text_wrap": True, "num_format": TEXT}


@dataclass(frozen=True)
class Looks:
    """The formats of a book."""

    head: CellFormat
    needed_head: CellFormat
    cell: CellFormat
    grey: CellFormat
    needed: CellFormat
    hidden: CellFormat
    plain: CellFormat
    title: CellFormat
    plain_line: CellFormat
    strong_line: CellFormat
    link: CellFormat
    wrong: CellFormat
    link_cell: CellFormat


def make_looks(book: Book) -> Looks:
    """The formats, made once for a book."""
    head = {**HEAD, "text_wrap": True, "num_format": TEXT}
    return Looks(
        head=book.add_format(head),
        needed_head=book.add_format({**head, "bg_color": NEEDED}),
        cell=book.add_format({**_CELL, **_LINE}),
        grey=book.add_format({**_CELL, **_LINE, "bg_color": GREY, "font_color": "#404040"}),
        needed=book.add_format({**_CELL, **_LINE, "bg_color": NEEDED}),
        hidden=book.add_format({**FONT, "num_format": TEXT}),
        plain=book.add_format({**FONT, "text_wrap": True}),
        title=book.add_format({**FONT, "font_size": 20, "bold": True}),
        plain_line=book.add_format(FONT),
        strong_line=book.add_format({**FONT, "font_size": 16, "bold": True}),
        link=book.add_format({**FONT, "text_wrap": True, "font_color": "#1F4E9E", "underline": 1}),
        link_cell=book.add_format({**_CELL, **_LINE, "font_color": "#1F4E9E", "underline": 1}),
        wrong=book.add_format({**_CELL, **_LINE, "bg_color": WRONG}),
    )


_WIDEST = 340  # characters that are read on one landscape page
_LONGEST_HEADER = 250  # characters; more than 255 are refused
_SMALL = 50  # per cent


def print_on_a4(sheet: Sheet, title: str, width: float = 0, known_by: int = 0, *, repeat_head: bool = True) -> None:
    """Landscape pages with the heads on each of them: of full width, or several where `width` is too much for one.

    These have the first columns again, those by which a row is known.
    """
    if repeat_head:
        sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.set_paper(A4)
    if width <= _WIDEST:
        sheet.fit_to_pages(1, 0)
    else:
        sheet.set_print_scale(_SMALL)
        sheet.repeat_columns(0, known_by - 1)
    sheet.set_margins(left=0.4, right=0.4, top=0.7, bottom=0.6)
    sheet.set_header(f"&C{title.replace('&', '&&')}"[:_LONGEST_HEADER])
    sheet.set_footer("&Cหน้า &P จาก &N")
