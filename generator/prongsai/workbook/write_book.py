"""Write the workbook of a year as XLSX: a sheet that says how, the sheets to fill in, a summary, and what is hidden."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from prongsai.spreadsheet import Book, write_workbook
from prongsai.workbook.form import Form, make_form, other_key
from prongsai.workbook.guide import Entered, write_guide
from prongsai.workbook.layout import KEY_HEAD, OTHER_HEADS, OTHER_SHEET, READ_FIRST, SUMMARY
from prongsai.workbook.lists import Lists
from prongsai.workbook.looks import CHECK, READ, SELDOM, Looks, make_looks, print_on_a4
from prongsai.workbook.rows import Filled
from prongsai.workbook.sheets import SHEETS, title_of
from prongsai.workbook.summary import Summary
from prongsai.workbook.widths import LINE, height_of
from prongsai.workbook.write_hidden import write_base, write_lists
from prongsai.workbook.write_sheet import Maker, write_text
from prongsai.workbook.write_summary import write_summary

_OTHER_WIDTHS = (24, 44, 80)
_OTHERS_NOTE = "ส่วนที่ไม่มีช่องในแผ่นอื่น แสดงไว้เพื่อไม่ให้ข้อมูลขาดหาย แก้ใน YAML หรือแบบฟอร์ม"


def write_book(form: Form, summary: Summary | None, *, is_blank: bool = False) -> bytes:
    """The workbook; the same form and summary give the same bytes.

    One that `is_blank` shows nothing of the data files but the codes that the rules give, and the names in its lists.
    Raises TextTooLongError.
    """
    title = f"แบบกรอกข้อมูล ITA ปีงบประมาณ พ.ศ. {form.kept.year}"
    shown = _emptied(form) if is_blank else form

    def write(book: Book) -> None:
        looks = make_looks(book)
        maker = Maker(
            book, looks, Lists(form.kept, dict(_followed(form, shown))), form.kept, f"{form.agency} · {title}"
        )
        guide = book.add_worksheet(READ_FIRST)
        guide.set_tab_color(READ)
        if summary is not None:
            sheet = book.add_worksheet(SUMMARY)
            sheet.set_tab_color(CHECK)
            write_summary(sheet, looks, summary, shown)
        for filled in sorted(shown.sheets, key=lambda one: one.sheet.is_seldom):
            (maker.write_form if filled.sheet.is_form else maker.write_table)(filled)
        if shown.others:
            _write_others(book, looks, shown, maker.title)
        write_guide(guide, looks, Entered(title, shown, _unit_name(form), summary is not None, is_blank))
        write_lists(book, looks, maker.lists)
        write_base(book, looks, form, is_blank=is_blank)
        guide.activate()

    return write_workbook(title, form.agency, form.kept.year, write)


def _unit_name(form: Form) -> str:
    return form.kept.names(SHEETS[0].sources[0])["unit"].get(form.unit, form.unit)


def _followed(form: Form, shown: Form) -> Iterator[tuple[str, Filled]]:
    """The sheets that lists grow with; not those of a blank workbook whose rows the data files have already."""
    for one, now in zip(form.sheets, shown.sheets, strict=True):
        if one is now or one.sheet.sources[0].of_year or not any(row.is_there for row in one.rows):
            yield now.sheet.name, now


def _emptied(form: Form) -> Form:
    """The form without what the data files say: of a unit, with the rows that are its own."""
    names = [one.sheet.name for one in form.sheets]
    bare = make_form(replace(form.kept, files={}), form.agency, form.unit)
    sheets = [next(one for one in bare.sheets if one.sheet.name == name) for name in names]
    return replace(bare, sheets=tuple(map(_of_the_same, sheets, form.sheets)))


def _of_the_same(bare: Filled, full: Filled) -> Filled:
    """Of the rows that wait, those of which `full` has one for the same."""
    belongs = full.sheet.belongs
    known = {row.key for row in full.rows} | {row.texts.get(belongs, "") for row in full.rows if belongs}
    rows = [row for row in bare.rows if full.sheet.is_form or {row.key, row.texts.get(belongs, row.key)} & known]
    return Filled(bare.sheet, rows)


def _write_others(book: Book, looks: Looks, form: Form, title: str) -> None:
    """Values that no cell holds, as YAML with the place that it has in its file."""
    sheet = book.add_worksheet(OTHER_SHEET)
    sheet.set_tab_color(SELDOM)
    for place, (head, width) in enumerate(zip((KEY_HEAD, *OTHER_HEADS), (12, *_OTHER_WIDTHS), strict=True)):
        options = {"hidden": True} if not place else None
        sheet.set_column(place, place, width, looks.hidden if not place else looks.cell, options)
        sheet.write_string(0, place, head, looks.head)
    sheet.set_row(0, LINE)
    sheet.write_comment(0, 3, _OTHERS_NOTE, {"width": 320, "height": 60, "author": "prongsai"})
    for number, one in enumerate(form.others, 1):
        texts = (other_key(one), title_of(one.file), one.place.replace("/", " / "), one.text)
        for place, text in enumerate(texts):
            look = looks.hidden if not place else looks.cell if place == len(OTHER_HEADS) else looks.grey
            write_text(sheet, (number, place), text, look, (OTHER_SHEET, texts[0], OTHER_HEADS[-1]))
        sheet.set_row(number, height_of(zip(texts[1:], _OTHER_WIDTHS, strict=True)))
    sheet.freeze_panes(1, 1)
    print_on_a4(sheet, f"{title} · {OTHER_SHEET}")
