"""The first sheet of a workbook: how it is filled in and sent back, and a link to every sheet."""

from __future__ import annotations

from dataclasses import dataclass

from prongsai import __version__
from prongsai.model.stated import SPELLINGS, Absence
from prongsai.spreadsheet import Sheet
from prongsai.workbook.form import Form
from prongsai.workbook.layout import OTHER_SHEET, READ_FIRST, SUMMARY
from prongsai.workbook.looks import Looks, print_on_a4
from prongsai.workbook.rows import Filled
from prongsai.workbook.widths import height_of

_MEANT = {
    Absence.NOT_STATED: "เอกสารไม่ได้กล่าวถึง",
    Absence.BLANK_CELL: "ตารางของเอกสารมีช่องนี้ แต่เว้นว่างไว้",
    Absence.NONE: "เอกสารเขียนว่าไม่มี",
    Absence.DASH: "เอกสารพิมพ์ขีดไว้",
    Absence.MERGED: "ช่องนี้รวมเป็นช่องเดียวกับแถวบน",
}
_HOW = (
    "กรอกในช่องสีขาว ช่องสีเทาเป็นข้อความจากหลักเกณฑ์หรือรหัสที่โปรแกรมตั้งให้ ไม่ต้องกรอก",
    "หัวช่องสีเหลืองที่มี * ต้องกรอกเมื่อใช้แถวนั้น ช่องอื่นเว้นว่างได้ ความหมายและตัวอย่างอยู่ในหมายเหตุที่หัวช่อง",
    "ช่องที่มีลูกศรเลือกจากรายการได้ ถ้าเอกสารใช้คำอื่น พิมพ์คำนั้นได้ โปรแกรมตารางจะถามยืนยันเท่านั้น",
    "เพิ่มรายการในแถวว่างหรือแทรกแถวได้ ไม่ต้องตั้งรหัส เรียงหรือย้ายแถวได้ ลบแถวได้ และจะมีคำถามก่อนลบข้อมูลจริง",
    "หลายรายการในช่องเดียว ขึ้นบรรทัดใหม่ด้วย Alt+Enter ขึ้นต้นแต่ละข้อด้วย • ข้อย่อยเว้นวรรคสองครั้งแล้วใส่ ◦",
    "วันที่พิมพ์แบบ 31 มีนาคม 2567 หรือ 31/3/2567 คะแนนพิมพ์ทศนิยมตามเอกสาร เช่น 88.90",
    "ช่องที่ใช้น้อยพับไว้ทางขวาสุดหรือระหว่างแถว กดเครื่องหมาย + ที่ขอบแผ่นเพื่อเปิด",
    "คอลัมน์หรือแผ่นที่เพิ่มเองใช้จดงานได้ แต่ไม่ถูกนำเข้า เมื่อนำเข้าโปรแกรมแจ้งว่ามีช่องใดที่ไม่ได้ใช้",
)
_BACK = (
    "บันทึกแฟ้มนี้ตามปกติ เปลี่ยนชื่อแฟ้มได้ แล้วส่งให้ผู้ดูแลเว็บไซต์",
    "ผู้ดูแลสั่ง prongsai import ชื่อแฟ้ม โปรแกรมแสดงทุกช่องที่จะเปลี่ยนให้ดูก่อน ถ้ามีช่องที่ต้องแก้จะบอกพร้อมกันทุกช่อง",
    "ช่องที่ไม่ได้แก้ไม่ทำให้ข้อมูลเปลี่ยน ถ้ามีผู้แก้ข้อมูลเดียวกันที่อื่นด้วย โปรแกรมแสดงทั้งสองค่าให้เลือก",
)
_WORKS = (  # of a year, in their order: the sheets that each needs, and what must be typed there
    ("ครั้งแรก", ("หน่วยงาน", "หน่วยงานภายใน", "ช่องทางติดต่อ"), "กรอกครั้งเดียวใช้ได้ทุกปี"),
    ("เมื่อประกาศผล", ("คะแนน",), "หรือนำเข้าข้อความที่คัดลอกจากผลในระบบ ITAS โดยไม่ต้องพิมพ์"),
    ("เมื่อกำหนดมาตรการ", ("มาตรการ", "ที่มาของมาตรการ"), "หนึ่งแถวต่อหนึ่งมาตรการ เลือกตัวชี้วัดที่มาตรการตอบ"),
    ("รอบ 6 และ 12 เดือน", ("รายงานผล",), "เลือกสถานะและพิมพ์ผลในแถวที่รออยู่ ถ้ายังไม่มีแถวให้ส่งออกแบบกรอกใหม่"),
    (
        "ก่อนการตรวจ OIT",
        ("OIT", "ลิงก์ OIT"),
        "มีแถวของทุกข้อรออยู่ เลือกคำตอบและวางลิงก์ ข้อที่ไม่มีในแผ่นเพิ่มในแถวว่างด้วยรหัสและชื่อข้อตามคู่มือ",
    ),
)
_WIDTHS = (26, 90, 16)


@dataclass(frozen=True)
class Entered:
    """The workbook that the sheet is about, by its title; `has_summary` says that a sheet of that name is there."""

    title: str
    form: Form
    unit_name: str
    has_summary: bool
    is_blank: bool


@dataclass
class _Page:
    sheet: Sheet
    looks: Looks
    number: int = 0

    def row(self, *texts: str) -> None:
        """A row of texts."""
        for place, text in enumerate(texts):
            self.sheet.write_string(self.number, place, text, self.looks.plain)
        self.next(*texts)

    def next(self, *texts: str) -> None:
        """On to the next row, this one being as high as its texts need."""
        self.sheet.set_row(self.number, height_of(zip(texts, _WIDTHS, strict=False)))
        self.number += 1

    def head(self, text: str) -> None:
        """The head of a part."""
        self.sheet.write_string(self.number, 0, text, self.looks.strong_line)
        self.sheet.set_row(self.number, 30)
        self.number += 1


def write_guide(sheet: Sheet, looks: Looks, entered: Entered) -> None:
    """The sheet, which is one page of plain words and the list of sheets."""
    page = _Page(sheet, looks)
    for place, width in enumerate(_WIDTHS):
        sheet.set_column(place, place, width, looks.plain)
    sheet.write_string(0, 0, entered.title, looks.title)
    sheet.set_row(0, 36)
    page.number = 1
    page.row("หน่วยงาน", entered.form.agency)
    if entered.form.unit:
        page.row("เฉพาะส่วนของ", entered.unit_name)
    page.row("ปีงบประมาณ", f"พ.ศ. {entered.form.kept.year}{' (แบบเปล่า)' if entered.is_blank else ''}")
    page.row("ทำด้วย", f"prongsai {__version__}")
    _write_where_to_begin(page, entered.form)
    page.head("วิธีกรอก")
    for number, text in enumerate(_HOW, 1):
        page.row(f"ข้อ {number}", text)
    _write_absences(page)
    _write_colours(page)
    page.head("ส่งคืน")
    for number, text in enumerate(_BACK, 1):
        page.row(f"ข้อ {number}", text)
    _write_sheets(page, entered)
    print_on_a4(sheet, READ_FIRST, repeat_head=False)
    sheet.hide_gridlines(2)


def _write_where_to_begin(page: _Page, form: Form) -> None:
    """The sheets for each work of the year, with a link to the first of them that the workbook has."""
    page.head("เริ่มที่แผ่นใด")
    names = {one.sheet.name for one in form.sheets}
    for work, sheets, what in _WORKS:
        there = [one for one in sheets if one in names]
        if there:
            page.sheet.write_url(page.number, 0, f"internal:'{there[0]}'!A1", page.looks.link, work)
            text = f"แผ่น {' แล้ว '.join(there)} {what}"
            page.sheet.write_string(page.number, 1, text, page.looks.plain)
            page.next(work, text)


def _write_absences(page: _Page) -> None:
    page.head("เมื่อเอกสารไม่มีค่า ให้พิมพ์คำเหล่านี้ในช่อง")
    page.row("(เว้นว่าง)", "ยังไม่ได้กรอก")
    for spelling, kind in SPELLINGS.items():
        page.row(spelling, _MEANT[kind])
    page.row("พิมพ์ว่า: ข้อความ", "เอกสารพิมพ์ข้อความอื่นในที่ของค่า เช่น พิมพ์ว่า: รอประกาศ เว็บไซต์แสดงข้อความนั้นและไม่นำไปคำนวณ")


def _write_colours(page: _Page) -> None:
    page.head("สีของช่อง")
    for look, name, text in (
        (page.looks.cell, "ช่องให้กรอก", "กรอกหรือแก้ได้"),
        (page.looks.grey, "ช่องให้อ่าน", "จากหลักเกณฑ์หรือโปรแกรม ไม่ต้องกรอก"),
        (page.looks.needed_head, "หัวช่อง *", "ต้องกรอกเมื่อใช้แถวนั้น"),
    ):
        page.sheet.write_string(page.number, 0, name, look)
        page.sheet.write_string(page.number, 1, text, page.looks.plain)
        page.next(name, text)


def _write_sheets(page: _Page, entered: Entered) -> None:
    page.head("แผ่นในแฟ้มนี้")
    heads = ("แผ่น", "ใช้กรอก", "แถวที่มีแล้ว")
    for place, text in enumerate(heads):
        page.sheet.write_string(page.number, place, text, page.looks.head)
    page.next(*heads)
    if entered.has_summary:
        _write_link(page, SUMMARY, "สำหรับผู้ตรวจทาน: จำนวน สิ่งที่ยังไม่ได้กรอก สิ่งที่โปรแกรมตรวจพบ และสิ่งที่เปลี่ยน", "")
    for filled in sorted(entered.form.sheets, key=lambda one: one.sheet.is_seldom):
        rare = " (ใช้น้อย)" if filled.sheet.is_seldom else ""
        _write_link(page, filled.sheet.name, f"{filled.sheet.about}{rare}", _count(filled))
    if entered.form.others:
        _write_link(page, OTHER_SHEET, "ส่วนที่ไม่มีช่อง แก้ใน YAML หรือแบบฟอร์ม", f"{len(entered.form.others):,}")


def _count(filled: Filled) -> str:
    if filled.sheet.is_form:
        return f"{sum(bool(text) for row in filled.rows for text in row.texts.values()):,} ช่อง"
    return f"{sum(row.is_there for row in filled.rows):,} แถว"


def _write_link(page: _Page, name: str, about: str, count: str) -> None:
    page.sheet.write_url(page.number, 0, f"internal:'{name}'!A1", page.looks.link, name)
    page.sheet.write_string(page.number, 1, about, page.looks.plain)
    page.sheet.write_string(page.number, 2, count, page.looks.plain)
    page.next(name, about, count)
