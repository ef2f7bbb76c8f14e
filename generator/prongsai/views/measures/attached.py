"""Attachments and photos of measures and reports, as pages and the open data say them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from prongsai import addresses
from prongsai.model.attached import KINDS, Attachment, Photo
from prongsai.model.follow_up import Report
from prongsai.model.measures import Measure
from prongsai.model.site import FiscalYear, Site
from prongsai.views.content import Part, Phrase
from prongsai.views.speech import Speech
from prongsai.views.table import OF_YEAR, ROW, YEAR, Column, TableOf, measure_column

T = TypeVar("T")
HOLDERS = {
    "measures": "มาตรการของปี",
    "measure": "มาตรการ",
    "follow-up": "รายงานผลของปี",
    "report": "รายงานผลของมาตรการ",
}


def address_of(attachment: Attachment) -> str:
    """The address of the file or of its place on the web; empty where neither is named."""
    return addresses.file_path(attachment.file) if attachment.file else attachment.url or ""


def attachment_parts(attachment: Attachment, speech: Speech) -> tuple[Part, ...]:
    """คำสั่งที่ ๑๒/๒๕๖๗ and its title, which leads to it, with its day and its size."""
    number = f"ที่ {attachment.number} " if attachment.number else " "
    dated = f" ลงวันที่ {speech.date(attachment.dated)}" if attachment.dated else ""
    address = address_of(attachment)
    size = (Phrase("", kind="size", href=address),) if attachment.file else ()
    said = (Phrase(f"{attachment.kind_words}{number}"), Phrase(attachment.title, href=address))
    return (*said, *((Phrase(dated),) if dated else ()), *size)


@dataclass(frozen=True)
class Held(Generic[T]):
    """A thing of a year with what holds it: a whole document, a measure or a report."""

    holder: str
    of: T
    measure: str | None = None
    round: str | None = None


def _holders(year: FiscalYear) -> Iterator[tuple[str, Measure | Report]]:
    yield from (("measure", one) for one in year.listed_measures)
    yield from (("report", one) for one in year.reports)


def _held(holder: str, of: T, by: Measure | Report) -> Held[T]:
    if isinstance(by, Report):
        return Held(holder, of, by.measure, by.months)
    return Held(holder, of, by.id)


def attachment_rows(year: FiscalYear) -> Iterator[Held[Attachment]]:
    """The attachments of a year: of its documents, of its measures and of its reports."""
    for holder, document in (("measures", year.measures), ("follow-up", year.follow_up)):
        yield from (Held(holder, one) for one in (document.attachments if document else ()))
    for holder, by in _holders(year):
        yield from (_held(holder, one, by) for one in by.attachments)


def photo_rows(year: FiscalYear) -> Iterator[Held[Photo]]:
    """The photos of a year: of its measures and of its reports."""
    for holder, by in _holders(year):
        yield from (_held(holder, one, by) for one in by.photos)


_OF: tuple[Column[Any], ...] = (
    YEAR,
    ROW,
    Column("holder", "อยู่กับ", "holder", "สิ่งที่มีเอกสารหรือภาพนี้", choices=HOLDERS),
    measure_column("measure", "ว่างเมื่อไม่ได้อยู่กับมาตรการใด"),
    Column("round", "รอบ", "round", "รอบการรายงาน ว่างเมื่อไม่ใช่ของรายงาน", "integer", "เดือน"),
)


def _known_kind(row: Held[Attachment], _: Speech) -> str | None:
    return row.of.kind if row.of.kind in KINDS else None


_DAY = "วันที่ตามที่หน่วยงานกรอก"

ATTACHMENTS: TableOf[Held[Attachment]] = TableOf(
    "attachments",
    "เอกสารแนบ",
    "คำสั่ง รายงานการประชุม ประกาศ และเอกสารอื่นของมาตรการและรายงานผล หนึ่งแถวต่อหนึ่งเอกสาร",
    (
        *_OF,
        Column(
            "kind",
            "รหัสประเภท",
            _known_kind,
            "รหัสของประเภท ว่างเมื่อเอกสารใช้คำอื่น",
            choices=KINDS,
        ),
        Column("kind_words", "ประเภท", "of.kind_words", "ประเภทเป็นคำไทย"),
        Column("title", "ชื่อเอกสาร", "of.title", "ชื่อของเอกสาร"),
        Column("number", "เลขที่", "of.number", "เลขที่ตามที่พิมพ์"),
        Column("dated", "ลงวันที่", "of.dated", _DAY, "day", beside=None),
        Column("address", "ที่อยู่", lambda row, _: address_of(row.of), "ที่อยู่เว็บ หรือที่อยู่ในเว็บไซต์นี้ซึ่งขึ้นต้นด้วย /"),
    ),
    refers=OF_YEAR,
)
PHOTOS: TableOf[Held[Photo]] = TableOf(
    "photos",
    "ภาพถ่าย",
    "ภาพถ่ายของมาตรการและรายงานผล หนึ่งแถวต่อหนึ่งภาพ",
    (
        *_OF,
        Column("alt", "ข้อความแทนภาพ", "of.alt", "สิ่งที่ภาพแสดง"),
        Column("caption", "คำบรรยายภาพ", "of.caption", "ข้อความใต้ภาพ"),
        Column("taken_on", "วันที่ถ่าย", "of.taken_on", _DAY, "day", beside=None),
        Column("address", "ที่อยู่", lambda row, _: addresses.file_path(row.of.file), "ที่อยู่ของภาพในเว็บไซต์นี้"),
    ),
    refers=OF_YEAR,
)


def file_sizes(site: Site, made: Mapping[str, str | bytes]) -> dict[str, int]:
    """The sizes of all attachments, and of files that were made, in bytes, by their addresses."""
    attached = {addresses.content_path(file.name): file.size for file in site.content if file.is_attachment}
    return attached | {path: len(one.encode() if isinstance(one, str) else one) for path, one in made.items()}


COPY_WIDTHS = (480, 1200)  # pixels: a telephone and half a screen
_KINDS = {"jpg": "jpeg", "jpeg": "jpeg", "png": "png", "webp": "webp"}


@dataclass(frozen=True)
class ShownPhoto:
    """A photo as a page shows it: its address, its copies with their widths, its size upright, and its words."""

    path: str
    copies: tuple[tuple[str, int], ...]
    width: int
    height: int
    alt: str
    words: str


def shown_photos(photos: Iterable[Photo], site: Site, speech: Speech) -> tuple[ShownPhoto, ...]:
    """The photos that can be shown: those that are there and can be read."""
    sizes = photo_sizes(site)
    return tuple(_shown(one, sizes[one.file], speech) for one in photos if one.file in sizes)


def photo_sizes(site: Site) -> dict[str, tuple[int, int]]:
    """The width and height of every image below content/files that a page can show, by its name there."""
    images = (file for file in site.content if file.is_attachment and _KINDS.get(file.extension) == file.kind)
    return {file.name.removeprefix("files/"): file.shown_pixels for file in images if file.shown_pixels}


def photos_of(site: Site) -> frozenset[str]:
    """The names of all photos that pages show."""
    named = {row.of.file for year in site.years for row in photo_rows(year)}
    named |= {one.file for one in site.options.photos}
    return frozenset(named & photo_sizes(site).keys())


def _shown(photo: Photo, pixels: tuple[int, int], speech: Speech) -> ShownPhoto:
    width, height = pixels
    copies = tuple((addresses.photo_path(photo.file, most), min(most, width)) for most in COPY_WIDTHS)
    day = f"ถ่ายเมื่อ {speech.date(photo.taken_on)}" if photo.taken_on else ""
    words = " ".join(filter(None, (photo.caption, day)))
    return ShownPhoto(addresses.file_path(photo.file), copies, width, height, photo.alt, words)
