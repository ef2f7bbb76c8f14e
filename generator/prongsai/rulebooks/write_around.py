"""The sheets around those of the workbook of rules: how it is filled in, what is said of the year, the evidence."""

from __future__ import annotations

from prongsai.forms.columns import columns_of
from prongsai.rulebooks.rows import Filler, make_mark, names_in
from prongsai.rulebooks.sheets import (
    EVIDENCE,
    EVIDENCE_HEADS,
    EVIDENCES,
    GENERAL,
    GENERAL_HEADS,
    KEY_HEAD,
    PAGE_HEAD,
    READ_FIRST,
    SHEETS,
    GeneralRow,
)
from prongsai.rulebooks.structure import entries_in
from prongsai.rulebooks.write_heads import Head, write_head
from prongsai.spreadsheet import Book
from prongsai.workbook.looks import CHECK, OFTEN, READ, Looks, print_on_a4
from prongsai.workbook.widths import height_of
from prongsai.workbook.words import meaning_of
from prongsai.workbook.write_sheet import write_text

_HOW = (
    "เปิดคู่มือของปีนี้ไว้ข้างกัน กรอกทีละแผ่นตามลำดับ ใช้เวลาประมาณหนึ่งชั่วโมง",
    "แถวที่มาจากโครงของปีก่อนยังไม่ใช่ข้อเท็จจริง ถ้าตรงกับคู่มือให้ใส่เลขหน้า ถ้าไม่ตรงให้แก้แล้วใส่เลขหน้า ถ้าไม่มีแล้วให้ปล่อยไว้",
    "ข้อที่คู่มือมีเพิ่มให้พิมพ์ในแถวว่างด้านล่าง",
    "แถวที่ขึ้นว่า เดา คือส่วนที่โปรแกรมซ่อมหรือต่อข้อความให้ แก้ให้ตรงกับคู่มือแล้วใส่เลขหน้า",
    "คัดชื่อข้อและองค์ประกอบตามที่พิมพ์ในคู่มือ ไม่ต้องย่อ",
    "กรอกไม่ครบก็นำเข้าได้ ส่งออกใหม่แล้วกรอกต่อได้ทุกเมื่อ",
    "บันทึกแล้วสั่ง prongsai edition import ตามด้วยชื่อแฟ้มนี้ โปรแกรมแสดงทุกอย่างที่จะเปลี่ยนก่อนเขียน",
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


def write_general(book: Book, looks: Looks, filler: Filler, title: str, year: int) -> None:
    """The sheet of what is said of the whole year, a row each."""
    page = book.add_worksheet(GENERAL)
    page.set_tab_color(OFTEN)
    heads = (KEY_HEAD, *GENERAL_HEADS, PAGE_HEAD, "ความหมาย")
    widths = (10, 26, 70, 14, 70)
    for place, (head, width) in enumerate(zip(heads, widths, strict=True)):
        write_head(page, looks, place, Head(head, width))
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


def write_evidence(book: Book, looks: Looks, filler: Filler, title: str) -> None:
    """The evidence that the rules name already, to be read."""
    page = book.add_worksheet(EVIDENCES)
    page.set_tab_color(CHECK)
    widths = (30, 10, 90, 12)
    for place, (head, width) in enumerate(zip(EVIDENCE_HEADS, widths, strict=True)):
        write_head(page, looks, place, Head(head, width))
    known = entries_in({**filler.known, **filler.own}, EVIDENCE)
    for number, (name, one) in enumerate(known.items(), 1):
        cells = (name, *("".join(names_in(one.get(key))) for key in ("grade", "source", "page")))
        for place, cell in enumerate(cells):
            write_text(page, (number, place), cell, looks.grey, (EVIDENCES, name, EVIDENCE_HEADS[place]))
        page.set_row(number, height_of(zip(cells, widths, strict=True)))
    print_on_a4(page, f"{title} · {EVIDENCES}", sum(widths), 1)


def write_guide(book: Book, looks: Looks, title: str) -> None:
    """The first sheet: how the workbook is filled in, and a link to each of the others."""
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
