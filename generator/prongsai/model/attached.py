"""Evidence that a document or a row of it leads to: results, photos with words in their place, and attachments."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import PlainValidator

from prongsai.addresses import FILES
from prongsai.model.record import Record, say
from prongsai.model.scalar import Form, read_scalar, wrong
from prongsai.model.source import SourcedText, place_of
from prongsai.model.types import Day, FileName, Link, SitePath, Text

KINDS: dict[str, str] = {
    "order": "คำสั่ง",
    "minutes": "รายงานการประชุม",
    "announcement": "ประกาศ",
    "report": "รายงาน",
    "other": "เอกสารแนบ",
}
_ALSO = {
    "order": "สำเนาคำสั่ง หนังสือสั่งการ",
    "minutes": "บันทึกการประชุม สรุปการประชุม วาระการประชุม",
    "announcement": "สำเนาประกาศ ประกาศเจตนารมณ์",
    "report": "รายงานผล รายงานผลการดำเนินการ รายงานผลการดำเนินงาน",
    "other": "อื่นๆ อื่น เอกสาร แฟ้มแนบ ไฟล์แนบ",
}
_MEANT = {word: key for key, words in _ALSO.items() for word in (*words.split(), KINDS[key])}


def _kind(raw: object) -> str:
    """The key of a kind that is known, also by its Thai words; what another word says is kept as it is written."""
    text = read_scalar(raw)
    plain = "".join(text.split()).casefold()
    found = plain if plain in KINDS else _MEANT.get(plain, "")
    if not found and plain.isascii():
        raise wrong("not-one-of", found=text, choices=", ".join(KINDS))
    return found or text


AttachmentKind = Annotated[
    str, PlainValidator(_kind), Form(f"{', '.join(KINDS)} หรือคำไทย เช่น {', '.join(KINDS.values())}", ("string",))
]


class Result(Record):
    """One thing that shows a result: an address of the web, a page of this site or an attachment."""

    called = "สิ่งที่แสดงผล"
    shorthand: ClassVar[str] = "url"
    also_short: ClassVar[tuple[str, ...]] = ("page", "file")

    url: Link | None = say(
        "ที่อยู่เว็บ", "ที่อยู่เว็บที่แสดงผล ขึ้นต้นด้วย https:// หรือ http://", None, example="https://www.example.go.th/plan-2567"
    )
    page: SitePath | None = say("หน้าในเว็บไซต์นี้", "ที่อยู่ของหน้าในเว็บไซต์นี้ ขึ้นต้นด้วย / ใช้แทนที่อยู่เว็บ", None, example="/2567/oit/")
    file: FileName | None = say(
        "แฟ้มแนบ", "ชื่อแฟ้มใน content/files พร้อมโฟลเดอร์ ใช้แทนที่อยู่เว็บ", None, example="2567/training-report.pdf"
    )
    title: Text | None = say("ชื่อ", "ชื่อของสิ่งที่ลิงก์เปิด", None, example="รายงานการฝึกอบรม")

    @classmethod
    def read_short(cls, raw: object) -> dict[str, object]:
        """A bare text as the one that it is: an address of the web or of this site, else the name of an attachment."""
        text = raw.strip() if isinstance(raw, str) else ""
        if text.startswith(FILES):
            return {"file": SourcedText.at(text.removeprefix(FILES), place_of(raw))}
        is_file = "." in text.rpartition("/")[2] and "://" not in text and not text.lower().startswith("www.")
        return {"page" if text.startswith("/") else "file" if is_file else "url": raw}


class Photo(Record):
    """A photo below content/files; `alt` says in words what it shows, for whoever does not see it."""

    called = "ภาพถ่าย"

    file: FileName = say(
        "แฟ้มภาพ", "ชื่อแฟ้มภาพ JPG PNG หรือ WebP ใน content/files พร้อมโฟลเดอร์", example="2567/training.jpg"
    )
    alt: Text = say(
        "ข้อความแทนภาพ",
        "หนึ่งประโยคที่บอกว่าภาพแสดงอะไร สำหรับผู้ที่มองไม่เห็นภาพ ต้องมีทุกภาพ",
        example="บุคลากรฟังการบรรยายในห้องประชุม",
        missing="photo-without-alt",
    )
    taken_on: Day | None = say("วันที่ถ่าย", "วันที่ถ่ายภาพ ปีเป็น พ.ศ. แสดงเฉพาะที่กรอก", None, example="12 มกราคม 2567")
    caption: Text | None = say("คำบรรยายภาพ", "ข้อความใต้ภาพ", None, example="การฝึกอบรมครั้งที่ 1")


class Attachment(Record):
    """A document that is attached, by its kind: an order, minutes, an announcement, a report or something else."""

    called = "เอกสารแนบ"

    title: Text = say("ชื่อเอกสาร", "ชื่อของเอกสารแนบ", example="แต่งตั้งคณะทำงานขับเคลื่อนคุณธรรม")
    kind: AttachmentKind = say(
        "ประเภท",
        ", ".join(f"{key} {word}" for key, word in KINDS.items()) + " เขียนคำไทยได้",
        "other",
        example="คำสั่ง",
    )
    number: Text | None = say("เลขที่", "เลขที่ของเอกสารตามที่พิมพ์", None, example="12/2567")
    dated: Day | None = say("ลงวันที่", "วันที่ที่เอกสารลงไว้ ปีเป็น พ.ศ.", None, example="5 มกราคม 2567")
    file: FileName | None = say("แฟ้ม", "ชื่อแฟ้มใน content/files พร้อมโฟลเดอร์", None, example="2567/order-12.pdf")
    url: Link | None = say(
        "ที่อยู่เว็บ", "ที่อยู่เว็บของเอกสาร ใช้เมื่อไม่มีแฟ้ม", None, example="https://www.example.go.th/order-12.pdf"
    )

    @property
    def kind_words(self) -> str:
        """The kind in Thai, as readers see it."""
        return KINDS.get(self.kind, self.kind)
