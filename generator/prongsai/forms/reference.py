"""The reference of all keys as a page of Markdown: file by file and record by record, in the order of declaration."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pydantic.fields import FieldInfo

from prongsai.forms.json_schema import form_of
from prongsai.model.groups import records_in
from prongsai.model.record import Record, Said, words_of

_HEAD = "| คีย์ | ชื่อ | ความหมาย | รูปแบบ | ตัวอย่าง |\n|---|---|---|---|---|"
_INTRODUCTION = """# คีย์ของแฟ้มข้อมูล

ทุกคีย์ที่เขียนได้ในแฟ้มข้อมูล เรียงตามลำดับในแฟ้ม คีย์ที่ไม่ได้ระบุว่าต้องกรอกเว้นได้
ช่องที่เอกสารไม่มีค่าเขียนเหตุแทนได้ คือ `เอกสารไม่ได้ระบุ` `ช่องว่าง` `ไม่มี` `"-"` `รวมกับช่องบน`
ค่าที่เอกสารพิมพ์ผิดแบบเขียนเป็น `{printed: ข้อความตามที่พิมพ์}`

หน้านี้ทำจากคำของแต่ละคีย์ในโปรแกรมด้วย `tools/write_reference.py`
"""


@dataclass(frozen=True)
class Entry:
    """A key in its place: the file, the group of keys that it is in, and the words of its field."""

    file: str
    group: str
    key: str
    title: str
    meaning: str
    form: str
    example: str
    is_needed: bool


def entries_of(files: Mapping[str, type[Record]]) -> Iterator[Entry]:
    """Every key of every file, in the order of the page; those of a file itself are in no group."""
    for name, record in files.items():
        for inner in (record, *_below(record)):
            group = "" if inner is record else inner.called
            yield from (_entry(name, group, key, field) for key, field in inner.model_fields.items())


def _entry(file: str, group: str, name: str, field: FieldInfo) -> Entry:
    said, form = words_of(field) or Said(name, ""), form_of(field)
    kinds = [f"กลุ่มของคีย์: {record.called}" for record in records_in(field.annotation)]
    about = ", ".join(kinds) if kinds else form.said if form else ""
    return Entry(file, group, field.alias or name, said.title, said.meaning, about, said.example, field.is_required())


def write_reference(files: Mapping[str, type[Record]]) -> str:
    """The whole page; `files` are the records that the files hold, by the name of the file."""
    parts = [_INTRODUCTION]
    for name, record in files.items():
        parts.append(f"## {name}\n\n{_table(record)}\n")
        parts += [f"### {inner.called}{_short(inner)}\n\n{_table(inner)}\n" for inner in _below(record)]
    return "\n".join(parts)


def _table(record: type[Record]) -> str:
    return "\n".join([_HEAD, *(_row(name, field) for name, field in record.model_fields.items())])


def _row(name: str, field: FieldInfo) -> str:
    one = _entry("", "", name, field)
    key = f"`{one.key}`" + (" (ต้องกรอก)" if one.is_needed else "")
    cells = (key, one.title, one.meaning, one.form, f"`{one.example}`" if one.example else "")
    return f"| {' | '.join(cell.replace('|', '&#124;') for cell in cells)} |"


def _short(record: type[Record]) -> str:
    return f" (เขียนเฉพาะค่าของ `{record.shorthand}` ได้)" if record.shorthand else ""


def _below(record: type[Record]) -> list[type[Record]]:
    """The records that a record holds, however deep, each once, in the order in which they are met."""
    found: dict[type[Record], None] = {}
    pending = [record]
    while pending:
        fields = pending.pop(0).model_fields.values()
        new = [inner for field in fields for inner in records_in(field.annotation) if inner not in found]
        found |= dict.fromkeys(new)
        pending += new
    return [inner for inner in found if inner is not record]
