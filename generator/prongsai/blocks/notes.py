"""What was found in the data of a year, for those who read its pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from prongsai import addresses
from prongsai.blocks.block import Block, Heading, Note, Paragraph, explanation, paragraph
from prongsai.blocks.scope import Scope
from prongsai.views.content import Part, Phrase
from prongsai.views.year import Notice, notices

_ABOUT = (
    "เช่น ตัวเลขที่เอกสารระบุไม่ตรงกัน และหมายเหตุของผู้จัดทำข้อมูล ตัวเลข ชื่อ วันที่ และข้อความอ้างอิงแสดงตามเอกสารและไม่แก้ไขแทนหน่วยงาน "
    "ส่วนข้อความยาวเรียบเรียงใหม่โดยคงสาระไว้ครบ และคำที่พิมพ์ผิดทั่วไปปรับให้อ่านได้"
)
_KINDS: tuple[tuple[Literal["warning", "note"], str, str], ...] = (
    ("warning", "คำเตือน", "warnings"),
    ("note", "ข้อสังเกต", "notes"),
)


def notes_blocks(scope: Scope) -> Iterator[Block]:
    """Warnings and notes; where they are the agency's own business, that they are."""
    if not scope.results.site.shows_notes:
        said = f"หน่วยงานใช้ข้อสังเกตเกี่ยวกับข้อมูลของ{scope.name} เป็นข้อมูลภายใน จึงไม่แสดงในเว็บไซต์นี้ ข้อมูลของปีนี้อยู่ใน"
        yield Paragraph((Phrase(said), Phrase(f"หน้า{scope.name}", href=addresses.year_path(scope.number))))
        return
    yield paragraph(f"หน้านี้รวมสิ่งที่เว็บไซต์ตรวจพบในข้อมูลของ{scope.name} {_ABOUT}")
    found = notices(scope.problems, scope.results.site, scope.number, scope.speech)
    kinds = [(look, name, anchor, of_kind) for look, name, anchor in _KINDS if (of_kind := _of(look, found))]
    if not kinds:
        yield paragraph("ไม่พบข้อสังเกตในข้อมูลของปีนี้")
        return
    counts = " และ".join(f"{name} {len(of_kind)} เรื่อง" for _, name, _, of_kind in kinds)
    yield paragraph(scope.speech.digits(f"พบ{counts}"), "lead")
    for look, name, anchor, of_kind in kinds:
        yield Heading(name, anchor)
        yield from (Note(tuple(_lines(note)), look, name) for note in of_kind)


def _of(kind: str, found: Iterable[Notice]) -> list[Notice]:
    return [note for note in found if note.kind == kind]


def _lines(note: Notice) -> Iterator[tuple[Part, ...]]:
    yield (Phrase(note.text),)
    if note.explanation:
        yield explanation(note.explanation)
    if note.place:
        yield (Phrase(note.place, kind="aside"),)
