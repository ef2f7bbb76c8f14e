"""Write the workbook of a year's rules as XLSX: lists to choose from, texts in every cell, a page in every row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from prongsai.forms.columns import Column
from prongsai.grids.grid import letters_of
from prongsai.rulebooks.rows import Filler, Row
from prongsai.rulebooks.sheets import (
    ELEMENTS,
    FORMER_HEAD,
    ITEMS,
    KEY_HEAD,
    OF_ITEM,
    ORIGIN_HEAD,
    PAGE_HEAD,
    SHEETS,
    Sheet,
)
from prongsai.rulebooks.structure import entries_in
from prongsai.rulebooks.write_around import write_evidence, write_general, write_guide
from prongsai.rulebooks.write_heads import Head, write_head
from prongsai.spreadsheet import Book, write_workbook
from prongsai.spreadsheet import Sheet as Page
from prongsai.workbook.looks import OFTEN, Looks, make_looks, print_on_a4
from prongsai.workbook.widths import height_of, width_of
from prongsai.workbook.words import meaning_of
from prongsai.workbook.write_sheet import write_text

_WIDTHS = {"title": 60, "text": 60, "year_offset": 14, "questions": 24}
_SPARE = 60  # rows for what the manual has more
_PAGE_MEANS = "เลขหน้าของคู่มือที่พบแถวนี้ เช่น 34 หรือ 34-35 การใส่เลขหน้าคือการยืนยันว่าแถวนี้ตรงกับคู่มือ แถวที่ไม่มีเลขหน้าไม่ใช้ตัดสิน"
_FORMER_MEANS = "เลขข้อของปีในคอลัมน์ ที่มาของแถว ที่เป็นเรื่องเดียวกัน ล้างช่องนี้เมื่อเป็นคนละเรื่อง"


def write_rulebook(filler: Filler, agency: str, year: int) -> bytes:
    """The workbook; the same rules give the same bytes. Raises TextTooLongError."""
    title = f"หลักเกณฑ์ ITA ปีงบประมาณ พ.ศ. {year}"

    def write(book: Book) -> None:
        looks = make_looks(book)
        write_guide(book, looks, title)
        write_general(book, looks, filler, title, year)
        for sheet in SHEETS:
            _write_sheet(book, looks, sheet, filler.rows(sheet), _choices(filler), title)
        write_evidence(book, looks, filler, title)
        book.set_custom_property("prongsai rulebook", str(year))

    return write_workbook(title, agency, year, write)


def _choices(filler: Filler) -> Mapping[str, tuple[str, ...]]:
    """The codes that other sheets can name, by the key of the field that names one."""
    both = (filler.structure.parts, filler.known, filler.own)
    named = {"instrument": "instruments", "indicator": "indicators", "subindicator": "subindicators", OF_ITEM: "items"}
    return {
        field: tuple(dict.fromkeys(code for rules in both for code in entries_in(rules, section)))
        for field, section in named.items()
    }


def _heads(sheet: Sheet, choices: Mapping[str, tuple[str, ...]]) -> Iterator[Head]:
    yield Head(KEY_HEAD, 10)
    if sheet.key:
        yield Head(sheet.key, 14, "รหัสตามที่พิมพ์ในคู่มือ พิมพ์เลขไทยหรือเลขอารบิกก็ได้")
    if sheet is ELEMENTS:
        yield Head(OF_ITEM, 10, "รหัสข้อ OIT ที่ต้องแสดงองค์ประกอบนี้", choices[OF_ITEM])
    plain = [_of_field(one, sheet, choices) for one in sheet.columns]
    yield from (one for one in plain if not one.is_folded)
    if FORMER_HEAD in sheet.extra:
        yield Head(FORMER_HEAD, 10, _FORMER_MEANS)
    yield Head(PAGE_HEAD, 14, _PAGE_MEANS)
    yield Head(ORIGIN_HEAD, 24, "แถวนี้มาจากที่ใด ไม่ต้องแก้")
    yield from (one for one in plain if one.is_folded)


def _of_field(column: Column, sheet: Sheet, choices: Mapping[str, tuple[str, ...]]) -> Head:
    known = tuple(column.choices.values()) or choices.get(column.path[-1], ())
    width = max(width_of(column), min(len(column.head) + 3, 18))
    wide = _WIDTHS.get(column.path[-1], width)
    return Head(column.head, wide, meaning_of(column, {}), known, column.path[0] in sheet.folded)


def _write_sheet(
    book: Book, looks: Looks, sheet: Sheet, rows: Sequence[Row], choices: Mapping[str, tuple[str, ...]], title: str
) -> None:
    page = book.add_worksheet(sheet.name)
    page.set_tab_color(OFTEN)
    heads = [*_heads(sheet, choices)]
    for place, head in enumerate(heads):
        write_head(page, looks, place, head)
    page.set_row(0, 48)
    for number, row in enumerate(rows, 1):
        texts = {**row.texts, KEY_HEAD: row.mark, PAGE_HEAD: row.page, ORIGIN_HEAD: row.origin}
        _write_row(page, looks, heads, number, texts)
    last = len(rows) + _SPARE
    for place, head in enumerate(heads):
        _offer(page, place, head, last)
    page.autofilter(0, 0, last, len(heads) - 1)
    page.freeze_panes(1, 3 if sheet is ITEMS else 2)
    page.ignore_errors({"number_stored_as_text": f"A1:{letters_of(len(heads))}{last + 1}"})
    print_on_a4(page, f"{title} · {sheet.name}", sum(one.width for one in heads[1:] if not one.is_folded), 2)


def _write_row(page: Page, looks: Looks, heads: Sequence[Head], number: int, texts: Mapping[str, str]) -> None:
    for place, head in enumerate(heads):
        grey = {KEY_HEAD: looks.hidden, ORIGIN_HEAD: looks.grey, PAGE_HEAD: looks.needed}
        write_text(
            page, (number, place), texts.get(head.text, ""), grey.get(head.text, looks.cell), ("", "", head.text)
        )
    seen = [(texts.get(one.text, ""), one.width) for one in heads[1:] if not one.is_folded]
    page.set_row(number, height_of(seen))


def _offer(page: Page, place: int, head: Head, last: int) -> None:
    """The list to choose from, where it is short enough to be one; other words can be typed."""
    if head.choices and len(",".join(head.choices)) <= 255 and not any("," in one for one in head.choices):
        page.data_validation(
            1,
            place,
            last,
            place,
            {
                "validate": "list",
                "source": list(head.choices),
                "error_type": "warning",
                "error_title": "ไม่อยู่ในรายการ",
                "error_message": "คำนี้ไม่อยู่ในรายการ ถ้าคู่มือใช้คำนี้ให้เลือก ใช่",
            },
        )
