"""Write the workbook of a year's rules as XLSX: lists to choose from, texts in every cell, a page in every row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from prongsai.forms.columns import Column, columns_of
from prongsai.grids.grid import letters_of
from prongsai.rulebooks.rows import Filler, Row, make_mark, names_in
from prongsai.rulebooks.sheets import (
    ELEMENTS,
    EVIDENCE,
    EVIDENCE_HEADS,
    EVIDENCES,
    FORMER_HEAD,
    GENERAL,
    GENERAL_HEADS,
    ITEMS,
    KEY_HEAD,
    OF_ITEM,
    ORIGIN_HEAD,
    PAGE_HEAD,
    READ_FIRST,
    SHEETS,
    GeneralRow,
    Sheet,
)
from prongsai.rulebooks.structure import entries_in
from prongsai.spreadsheet import Book, write_workbook
from prongsai.spreadsheet import Sheet as Page
from prongsai.workbook.looks import CHECK, OFTEN, READ, Looks, make_looks, print_on_a4
from prongsai.workbook.widths import height_of, width_of
from prongsai.workbook.words import meaning_of
from prongsai.workbook.write_sheet import FOLDED, write_text

_WIDTHS = {"title": 60, "text": 60, "year_offset": 14, "questions": 24}
_SPARE = 60  # rows for what the manual has more
_PAGE_MEANS = "เลขหน้าของคู่มือที่พบแถวนี้ เช่น 34 หรือ 34-35 การใส่เลขหน้าคือการยืนยันว่าแถวนี้ตรงกับคู่มือ แถวที่ไม่มีเลขหน้าไม่ใช้ตัดสิน"
_FORMER_MEANS = "เลขข้อของปีในคอลัมน์ ที่มาของแถว ที่เป็นเรื่องเดียวกัน ล้างช่องนี้เมื่อเป็นคนละเรื่อง"
_HOW = (
    "เปิดคู่มือของปีนี้ไว้ข้างกัน กรอกทีละแผ่นตามลำดับ ใช้เวลาประมาณหนึ่งชั่วโมง",
    "แถวที่มาจากโครงของปีก่อนยังไม่ใช่ข้อเท็จจริง ถ้าตรงกับคู่มือให้ใส่เลขหน้า ถ้าไม่ตรงให้แก้แล้วใส่เลขหน้า ถ้าไม่มีแล้วให้ปล่อยไว้",
    "ข้อที่คู่มือมีเพิ่มให้พิมพ์ในแถวว่างด้านล่าง",
    "แถวที่ขึ้นว่า เดา คือส่วนที่โปรแกรมซ่อมหรือต่อข้อความให้ แก้ให้ตรงกับคู่มือแล้วใส่เลขหน้า",
    "คัดชื่อข้อและองค์ประกอบตามที่พิมพ์ในคู่มือ ไม่ต้องย่อ",
    "กรอกไม่ครบก็นำเข้าได้ ส่งออกใหม่แล้วกรอกต่อได้ทุกเมื่อ",
    "บันทึกแล้วสั่ง prongsai edition import ตามด้วยชื่อแฟ้มนี้ โปรแกรมแสดงทุกอย่างที่จะเปลี่ยนก่อนเขียน",
)


@dataclass(frozen=True)
class _Head:
    """A head of a column with its width, what its note says, and the values that can be chosen."""

    text: str
    width: float
    means: str = ""
    choices: tuple[str, ...] = ()
    is_folded: bool = False


def write_rulebook(filler: Filler, agency: str, year: int) -> bytes:
    """The workbook; the same rules give the same bytes. Raises TextTooLongError."""
    title = f"หลักเกณฑ์ ITA ปีงบประมาณ พ.ศ. {year}"

    def write(book: Book) -> None:
        looks = make_looks(book)
        _write_guide(book, looks, title)
        _write_general(book, looks, filler, title, year)
        for sheet in SHEETS:
            _write_sheet(book, looks, sheet, filler.rows(sheet), _choices(filler), title)
        _write_evidence(book, looks, filler, title)
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


def _heads(sheet: Sheet, choices: Mapping[str, tuple[str, ...]]) -> Iterator[_Head]:
    yield _Head(KEY_HEAD, 10)
    if sheet.key:
        yield _Head(sheet.key, 14, "รหัสตามที่พิมพ์ในคู่มือ พิมพ์เลขไทยหรือเลขอารบิกก็ได้")
    if sheet is ELEMENTS:
        yield _Head(OF_ITEM, 10, "รหัสข้อ OIT ที่ต้องแสดงองค์ประกอบนี้", choices[OF_ITEM])
    plain = [_of_field(one, sheet, choices) for one in sheet.columns]
    yield from (one for one in plain if not one.is_folded)
    if FORMER_HEAD in sheet.extra:
        yield _Head(FORMER_HEAD, 10, _FORMER_MEANS)
    yield _Head(PAGE_HEAD, 14, _PAGE_MEANS)
    yield _Head(ORIGIN_HEAD, 24, "แถวนี้มาจากที่ใด ไม่ต้องแก้")
    yield from (one for one in plain if one.is_folded)


def _of_field(column: Column, sheet: Sheet, choices: Mapping[str, tuple[str, ...]]) -> _Head:
    known = tuple(column.choices.values()) or choices.get(column.path[-1], ())
    width = max(width_of(column), min(len(column.head) + 3, 18))
    wide = _WIDTHS.get(column.path[-1], width)
    return _Head(column.head, wide, meaning_of(column, {}), known, column.path[0] in sheet.folded)


def _write_sheet(
    book: Book, looks: Looks, sheet: Sheet, rows: Sequence[Row], choices: Mapping[str, tuple[str, ...]], title: str
) -> None:
    page = book.add_worksheet(sheet.name)
    page.set_tab_color(OFTEN)
    heads = [*_heads(sheet, choices)]
    for place, head in enumerate(heads):
        _write_head(page, looks, place, head)
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


def _write_head(page: Page, looks: Looks, place: int, head: _Head) -> None:
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


def _write_row(page: Page, looks: Looks, heads: Sequence[_Head], number: int, texts: Mapping[str, str]) -> None:
    for place, head in enumerate(heads):
        grey = {KEY_HEAD: looks.hidden, ORIGIN_HEAD: looks.grey, PAGE_HEAD: looks.needed}
        write_text(
            page, (number, place), texts.get(head.text, ""), grey.get(head.text, looks.cell), ("", "", head.text)
        )
    seen = [(texts.get(one.text, ""), one.width) for one in heads[1:] if not one.is_folded]
    page.set_row(number, height_of(seen))


def _offer(page: Page, place: int, head: _Head, last: int) -> None:
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


def general_values(filler: Filler, year: int) -> dict[str, tuple[str, str]]:
    """The things known of the whole year, by field: text and page."""
    both = {**filler.known, **filler.own}
    found = {"manual": (f"คู่มือการประเมิน ITA ประจำปีงบประมาณ พ.ศ. {year}", "")}
    for section, key in (("items_total", "count"), ("item_scores", "allowed"), ("target", "score")):
        fact = both.get(section)
        if isinstance(fact, dict) and fact.get(key):
            value = fact[key]
            text = ", ".join(map(str, value)) if isinstance(value, list) else str(value)
            found[section] = (text, filler.page_of(fact))
    return found


def _write_general(book: Book, looks: Looks, filler: Filler, title: str, year: int) -> None:
    page = book.add_worksheet(GENERAL)
    page.set_tab_color(OFTEN)
    heads = (KEY_HEAD, *GENERAL_HEADS, PAGE_HEAD, "ความหมาย")
    widths = (10, 26, 70, 14, 70)
    for place, (head, width) in enumerate(zip(heads, widths, strict=True)):
        _write_head(page, looks, place, _Head(head, width))
    known = general_values(filler, year)
    for number, one in enumerate(columns_of(GeneralRow), 1):
        text, at = known.get(one.path[0], ("", ""))
        mark = make_mark({one.head: text}, "", at)
        cells = (mark, one.head, text, at, meaning_of(one, {}))
        looked = (looks.hidden, looks.grey, looks.cell, looks.needed, looks.grey)
        for place, (cell, look) in enumerate(zip(cells, looked, strict=True)):
            write_text(page, (number, place), cell, look, (GENERAL, one.head, one.head))
        page.set_row(number, height_of(zip(cells[1:], widths[1:], strict=True)))
    page.freeze_panes(1, 2)
    print_on_a4(page, f"{title} · {GENERAL}", sum(widths), 2)


def _write_evidence(book: Book, looks: Looks, filler: Filler, title: str) -> None:
    """The evidence that the rules name already, to be read."""
    page = book.add_worksheet(EVIDENCES)
    page.set_tab_color(CHECK)
    widths = (30, 10, 90, 12)
    for place, (head, width) in enumerate(zip(EVIDENCE_HEADS, widths, strict=True)):
        _write_head(page, looks, place, _Head(head, width))
    known = entries_in({**filler.known, **filler.own}, EVIDENCE)
    for number, (name, one) in enumerate(known.items(), 1):
        cells = (name, *("".join(names_in(one.get(key))) for key in ("grade", "source", "page")))
        for place, cell in enumerate(cells):
            write_text(page, (number, place), cell, looks.grey, (EVIDENCES, name, EVIDENCE_HEADS[place]))
        page.set_row(number, height_of(zip(cells, widths, strict=True)))
    print_on_a4(page, f"{title} · {EVIDENCES}", sum(widths), 1)


def _write_guide(book: Book, looks: Looks, title: str) -> None:
    page = book.add_worksheet(READ_FIRST)
    page.set_tab_color(READ)
    page.hide_gridlines(2)
    page.set_column(0, 0, 6, None)
    page.set_column(1, 1, 110, None)
    page.write_string(0, 0, title, looks.title)
    page.set_row(0, 40)
    for number, text in enumerate(_HOW, 1):
        page.write_string(number, 0, str(number), looks.plain)
        page.write_string(number, 1, text, looks.plain)
        page.set_row(number, height_of([(text, 110)]))
    start = len(_HOW) + 2
    for number, sheet in enumerate(SHEETS, start):
        page.write_url(number, 0, f"internal:'{sheet.name}'!B2", looks.link, "ไป")
        page.write_string(number, 1, f"{sheet.name}: {sheet.about}", looks.plain)
        page.set_row(number, height_of([(sheet.about, 110)]))
    print_on_a4(page, title, repeat_head=False)
    page.activate()
