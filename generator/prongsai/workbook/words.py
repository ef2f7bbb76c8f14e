"""Words that help to fill in a cell: the note at its head, and the hint that comes up with it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from prongsai.forms.cells import Names, text_of
from prongsai.forms.columns import Column, Shape
from prongsai.loading.read_past_faults import read_nodes
from prongsai.model import types
from prongsai.model.attached import KINDS, Attachment
from prongsai.workbook.layout import Sheet
from prongsai.workbook.shown import Shown, is_rare
from prongsai.workbook.widths import form_in

LONGEST_TITLE, LONGEST_HINT = 32, 255  # characters that spreadsheets take for the title and the text of a hint
_IDENT, _DAY, _TEXT = form_in(types.Ident), form_in(types.Day), form_in(types.Text)
_MANY = "ขึ้นบรรทัดใหม่ในช่องด้วย Alt+Enter"
_BY_SHAPE = {
    Shape.LINES: f"หนึ่งบรรทัดต่อหนึ่งรายการ {_MANY}",
    Shape.POINTS: f"หลายข้อให้ขึ้นต้นแต่ละบรรทัดด้วย • ข้อย่อยให้เว้นวรรคสองครั้งแล้วใส่ ◦ {_MANY}",
    Shape.PAIRS: f"บรรทัดละหนึ่งรายการ เขียน ชื่อรายการ: ข้อความ {_MANY}",
}
_UNITS = f"ชื่อหน่วยงานภายในบรรทัดละหนึ่งแห่ง {_MANY}"
_REFERS = {
    "measure": "เลือกมาตรการจากรายการ หรือพิมพ์เลขที่และชื่อให้ตรงกับแผ่น มาตรการ",
    "unit": "เลือกหน่วยงานจากรายการ หรือพิมพ์ชื่อให้ตรงกับแผ่น หน่วยงานภายใน",
    "topic": "เลือกหัวข้อจากรายการ หรือพิมพ์ชื่อให้ตรงกับแผ่น หัวข้อ",
    "document": "ชื่อเอกสารให้ตรงกับแผ่น เอกสารต้นทาง",
}
# Meanings are worded for data files: what they say of codes and of files is said of names and of sheets here.
_SAID_OTHERWISE = (
    (re.compile(r"\s*เขียนรหัสหรือชื่อตาม agency\.yml.*"), ""),
    (re.compile(r"^รหัสของเอกสาร ?ใน documents\.yml.*"), "เอกสารที่เป็นที่มาของข้อมูล"),
    (re.compile(r" ?(?:ตาม agency|ใน measures)\.yml"), ""),
    (re.compile(r"^รหัสหรือชื่อของ"), "ชื่อ"),
    (re.compile(r"scores\.yml"), "แผ่น คะแนน"),
)
_CODE_OF = re.compile(r"^รหัสของ")
_TWICE = re.compile(r"(\S+)(?: หรือ)? \1(?=[\s,]|$)")
_OWN_CODE = "รหัสของแถวนี้ในเว็บไซต์ เว้นว่างได้ โปรแกรมตั้งให้เมื่อนำเข้า รหัสที่มีอยู่แล้วไม่ต้องแก้"
_CODE = "รหัสตามหลักเกณฑ์ของปี ไม่ต้องแก้"
_GREY = "ข้อความจากหลักเกณฑ์ของปี แสดงไว้ให้อ่าน สิ่งที่แก้ในช่องนี้ไม่ถูกนำเข้า"
_PARENT = "แถวนี้เป็นของรายการใด เลือกจากรายการ"


def note_of(shown: Shown, sheet: Sheet, names: Names) -> str:
    """The note at a head: the meaning, the form and an example."""
    if shown.column is None or shown.role == "own-code":
        by_role: Mapping[str, str] = {"grey": _GREY, "belongs": _PARENT, "own-code": _OWN_CODE, "code": _CODE}
        own = "รหัสตามหลักเกณฑ์ของปี เลือกจากรายการ" if not sheet.sources[0].prefilled and shown.role == "code" else ""
        return own or by_role.get(shown.role, "")
    lines = [_meaning(shown.column), form_of_cell(shown.column), example_of(shown.column, names)]
    needed = "ต้องกรอกเมื่อใช้แถวนี้" if shown.is_needed else ""
    return "\n".join(filter(None, [*lines, needed]))


def meaning_of(column: Column, names: Names) -> str:
    """The meaning of a field as a row of a form has it."""
    return "\n".join(filter(None, (_meaning(column), form_of_cell(column), example_of(column, names))))


def _meaning(column: Column) -> str:
    """The meaning of a field in the words of its cells: of a closed list with those that are shown."""
    text = column.said.meaning
    for value, word in sorted(column.choices.items(), key=lambda one: -len(one[0])):
        text = re.sub(rf"(?<![\w]){re.escape(value)}(?![\w])", word, text) if value.isascii() else text
    if column.choices:
        text = _TWICE.sub(r"\1", text)
    for pattern, otherwise in _SAID_OTHERWISE:
        text = pattern.sub(otherwise, text)
    if column.records[-1] is Attachment and column.path[-1] == "kind":
        return "ประเภทของเอกสารแนบ"
    return _CODE_OF.sub("", text) if column.refers else text


def form_of_cell(column: Column) -> str:
    """The form of what is typed, in words of the office."""
    if column.choices:
        return f"เลือก {', '.join(column.choices.values())}"
    if column.records[-1] is Attachment and column.path[-1] == "kind":
        return f"เลือก {', '.join(KINDS.values())} หรือพิมพ์คำอื่น"
    if column.refers:
        many = f" {_BY_SHAPE[column.shape]}" if column.shape is not Shape.TEXT else ""
        return _UNITS if many and column.refers == "unit" else f"{_REFERS[column.refers]}{many}"
    said = column.form.said if column.form and column.form not in {_TEXT, _IDENT} else ""
    form = f"รูปแบบ {said}" if said and not (column.said.example and "เช่น" in said) else ""
    return "\n".join(filter(None, (form, _BY_SHAPE.get(column.shape, ""))))


def hint_of(column: Column) -> tuple[str, str] | None:
    """The title and the text that come up when a cell of several lines or of a day is chosen; None for others."""
    if column.form == _DAY and column.shape is Shape.TEXT:
        hint = "พิมพ์แบบ 31 มีนาคม 2567 หรือ 31/3/2567"
    elif column.shape is Shape.TEXT:
        return None
    else:
        hint = _UNITS if column.refers == "unit" else _BY_SHAPE[column.shape]
    return column.head[:LONGEST_TITLE], hint[:LONGEST_HINT]


def example_of(column: Column, names: Names) -> str:
    """The example of a field as a cell has it; none for what refers to names that are not there."""
    if column.refers:
        text = next(iter(names.get(column.refers, {}).values()), "")
    else:
        text = text_of(_typed(column.said.example), column, names) or ""
    return f"ตัวอย่าง {text}" if text and "\n" not in text else f"ตัวอย่าง\n{text}" if text else ""


@cache
def _typed(example: str) -> object:
    data, _ = read_nodes("example", f"x: {example}\n")
    return data.get("x") if isinstance(data, dict) else None


def is_folded_field(column: Column, text: str) -> bool:
    """True if the row of a field in a form waits folded."""
    return is_rare(column) and not text
