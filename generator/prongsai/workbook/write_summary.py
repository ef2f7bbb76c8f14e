"""Write the sheet for whoever checks: nothing in it is read again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from prongsai.spreadsheet import CellFormat, Sheet
from prongsai.workbook.form import Form
from prongsai.workbook.layout import SUMMARY
from prongsai.workbook.looks import Looks, print_on_a4
from prongsai.workbook.summary import Spot, Summary, count_filled, find_missing
from prongsai.workbook.widths import LINE, height_of
from prongsai.workbook.write_sheet import place_of_cell

_WIDTHS = (26, 70, 46, 46)
_NOTHING, _MOST = "ไม่มี", 500  # rows of a part; more are counted
_INTRODUCTION = "แผ่นนี้ให้ผู้ตรวจทานอ่าน เป็นค่าในวันที่ส่งออก สิ่งที่แก้ในแผ่นนี้ไม่ถูกนำเข้า"


@dataclass
class _Page:
    """The sheet with the number of the next row."""

    sheet: Sheet
    looks: Looks
    form: Form
    number: int = 0

    def head(self, title: str, heads: Sequence[str]) -> None:
        """The title of a part and its heads, with a row before it."""
        self.number += 1
        self.sheet.write_string(self.number, 0, title, self.looks.strong_line)
        self.sheet.set_row(self.number, 30)
        self.number += 1
        for place, text in enumerate(heads):
            self.sheet.write_string(self.number, place, text, self.looks.head)
        self.sheet.set_row(self.number, LINE)
        self.number += 1

    def row(self, texts: Sequence[str], spot: Spot | None = None, look: CellFormat | None = None) -> None:
        """A row; its first cell leads to the cell that it is about."""
        for place, text in enumerate(texts):
            address = self._address(spot) if place == 0 and spot else ""
            if address:
                self.sheet.write_url(self.number, 0, f"internal:{address}", self.looks.link_cell, text)
            else:
                self.sheet.write_string(self.number, place, text, look or self.looks.cell)
        self.sheet.set_row(self.number, height_of(zip(texts, _WIDTHS, strict=False)))
        self.number += 1

    def place(self, spot: Spot) -> str:
        """The address of a cell as people write it: มาตรการ!I4."""
        filled = next((one for one in self.form.sheets if one.sheet.name == spot.sheet), None)
        return f"{spot.sheet}!{place_of_cell(filled, spot.key, spot.head)}" if filled else ""

    def _address(self, spot: Spot) -> str:
        sheet, mark, cell = self.place(spot).partition("!")
        return f"'{sheet}'{mark}{cell}" if mark else ""


def write_summary(sheet: Sheet, looks: Looks, summary: Summary, form: Form) -> None:
    """The counts, what is missing, what the checker says, and what has changed since the last publication."""
    page = _Page(sheet, looks, form)
    for place, width in enumerate(_WIDTHS):
        sheet.set_column(place, place, width, looks.plain)
    sheet.write_string(0, 0, f"สรุปแบบกรอก ปีงบประมาณ พ.ศ. {form.kept.year} {form.agency}", looks.title)
    sheet.set_row(0, 36)
    sheet.write_string(1, 0, _INTRODUCTION, looks.plain_line)
    page.number = 2
    page.head("จำนวน", ("เรื่อง", "จำนวน"))
    for name, count in count_filled(form):
        page.row((name, count))
    _write_missing(page)
    _write_findings(page, summary)
    _write_changes(page, summary)
    print_on_a4(sheet, SUMMARY, repeat_head=False)
    sheet.hide_gridlines(2)


def _write_missing(page: _Page) -> None:
    missing = [*find_missing(page.form)]
    page.head(f"สิ่งที่ยังไม่ได้กรอก {len(missing):,} รายการ", ("อยู่ที่", "สิ่งที่ยังไม่ได้กรอก"))
    for one in missing[:_MOST]:
        page.row((page.place(one.spot), one.text), one.spot)
    _write_rest(page, len(missing))


def _write_findings(page: _Page, summary: Summary) -> None:
    found = summary.findings
    page.head(f"สิ่งที่โปรแกรมตรวจพบในปีนี้ {len(found):,} รายการ", ("อยู่ที่", "สิ่งที่พบ", "วิธีแก้", "ระดับ"))
    for one in found[:_MOST]:
        place = page.place(one.spot) if one.spot else ""
        page.row((place or one.place, one.text, one.remedy, one.severity), one.spot if place else None)
    _write_rest(page, len(found))


def _write_changes(page: _Page, summary: Summary) -> None:
    if not summary.since:
        page.head("สิ่งที่เปลี่ยนตั้งแต่เผยแพร่ครั้งล่าสุด", ("สิ่งที่เปลี่ยน",))
        page.row(("ยังไม่เคยเผยแพร่",))
        return
    heads = ("ลำดับที่", "สิ่งที่เปลี่ยน", "ค่าที่เผยแพร่ไว้", "ค่าในขณะนี้")
    page.head(f"สิ่งที่เปลี่ยนตั้งแต่เผยแพร่เมื่อ {summary.since} จำนวน {len(summary.changes):,} รายการ", heads)
    for number, one in enumerate(summary.changes[:_MOST], 1):
        page.row((str(number), one.text, one.before, one.now))
    _write_rest(page, len(summary.changes))


def _write_rest(page: _Page, count: int) -> None:
    if count > _MOST:
        page.row((f"และอีก {count - _MOST:,} รายการ",))
    elif not count:
        page.row((_NOTHING,))
