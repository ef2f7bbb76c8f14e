"""Written parts of documents: points, tables, sections and signed copies."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal, get_args

from prongsai.model.record import Record, say
from prongsai.model.stated import Absence, Stated, known
from prongsai.model.types import LISTED, Day, FileName, Ident, Text, Texts, in_words, typed_words

_Place = Literal["analysis", "methodology"]
SectionPlace = Annotated[_Place, in_words(*get_args(_Place)), typed_words(*get_args(_Place))]


class Point(Record):
    """One point of a list, with points of its own below it."""

    called = "ข้อหนึ่งของรายการ"
    shorthand: ClassVar[str] = "text"

    text: Text = say("ข้อความ", "ข้อความของข้อนี้", example="จุดบริการที่ติดประกาศแล้วมีดังนี้")
    points: tuple[Point, ...] = say("ข้อย่อย", "ข้อย่อยใต้ข้อนี้ หนึ่งรายการต่อหนึ่งเรื่อง", (), example="[สำนักปลัดเทศบาล, กองคลัง]")


Points = Annotated[tuple[Point, ...], LISTED]


class PrintedTable(Record):
    """A table of the document that has no typed home, cell by cell as printed."""

    called = "ตารางตามที่พิมพ์"
    indivisible: ClassVar[bool] = True

    caption: Text = say("ชื่อตาราง", "ชื่อของตารางตามเอกสาร", example="จำนวนผู้ตอบแบบวัด")
    columns: Texts = say("หัวคอลัมน์", "หัวคอลัมน์ตามที่พิมพ์ เรียงตามเอกสาร", example="[เครื่องมือ, กลุ่มผู้ตอบ, จำนวนผู้ตอบ]")
    rows: tuple[tuple[Stated[Text], ...], ...] = say(
        "แถว",
        "แถวของตาราง แต่ละแถวมีทุกช่องตามลำดับ ช่องที่เว้นไว้เขียน ช่องว่าง ช่องที่รวมกับช่องเหนือขึ้นไปเขียน รวมกับช่องบน",
        example="[[IIT, บุคลากรของเทศบาล, 46 คน], [EIT, ผู้รับบริการ, 118 คน]]",
    )


class DocumentPart(Record):
    """A part of a document's text under its heading: the base of those of each document."""

    id: Ident = say("รหัสส่วน", "รหัสประจำของส่วนนี้ เป็นอักษรอังกฤษตัวเล็ก ตัวเลข และขีดกลาง", example="respondents")
    title: Text = say("ชื่อส่วน", "หัวเรื่องของส่วนนี้ตามเอกสาร", example="ผู้ตอบแบบวัด")
    paragraphs: Texts = say("ย่อหน้า", "ข้อความของส่วนนี้ หนึ่งรายการต่อหนึ่งย่อหน้า", (), example="[เทศบาลเก็บข้อมูลผ่านระบบออนไลน์]")
    points: Points = say("ข้อของส่วน", "ข้อความที่เป็นข้อ หนึ่งรายการต่อหนึ่งเรื่อง", (), example="[แบบวัด IIT, แบบวัด EIT]")
    table: PrintedTable | None = say("ตาราง", "ตารางของส่วนนี้ตามที่พิมพ์", None)
    tables: tuple[PrintedTable, ...] = say("ตารางหลายตาราง", "ตารางของส่วนนี้ตามที่พิมพ์ ใช้เมื่อมีมากกว่าหนึ่งตาราง", ())
    at: Text | None = say("ที่ในเอกสาร", "หน้าหรือที่ในเอกสารต้นทาง", None, example="หน้า 1")

    @property
    def all_tables(self) -> tuple[tuple[str, PrintedTable], ...]:
        """Its tables in their order, each with its name on the page and in the open data."""
        found = (*((self.table,) if self.table else ()), *self.tables)
        return tuple((f"{self.id}-{place}" if place > 1 else self.id, one) for place, one in enumerate(found, 1))


class Section(DocumentPart):
    """A part of the analysis; `place` says on which page it is shown."""

    called = "ส่วนของเอกสาร"

    place: SectionPlace = say(
        "หน้าที่แสดง",
        "analysis คือแสดงในหน้าการวิเคราะห์ methodology คือแสดงในหน้าวิธีคำนวณและเกณฑ์",
        "analysis",
        example="analysis",
    )


class TextSection(DocumentPart):
    """A part of the measures or of the report on them; `place` says on which side of their table it is shown."""

    called = "ส่วนของเอกสาร"

    place: Literal["before", "after"] = say(
        "ที่แสดง", "before คือก่อนตารางมาตรการหรือตารางรายงาน after คือหลังตาราง", "before", example="after"
    )


class SignedCopy(Record):
    """The file below content/files (`2565/measures-signed.pdf`) and the day on which it was signed."""

    called = "ฉบับลงนาม"

    file: FileName = say("แฟ้ม", "ชื่อแฟ้มที่สแกนไว้ใน content/files พร้อมโฟลเดอร์", example="2567/memo-signed.pdf")
    signed_on: Stated[Day] = say(
        "วันที่ลงนาม", "วันที่ลงนามในเอกสาร ปีเป็น พ.ศ.", Absence.NOT_ENTERED, example="15 สิงหาคม 2567"
    )


class Approval(Record):
    """The office that approved a document, or is to sign it where no day is given; names of persons are not kept.

    `hash` is the code of the facts (`facts_code`) on the paper that was signed.
    """

    called = "การอนุมัติ"

    by: Text = say("ผู้อนุมัติ", "ตำแหน่งของผู้อนุมัติหรือผู้ลงนาม ไม่ใส่ชื่อบุคคล", example="นายกเทศมนตรีตำบลตัวอย่าง")
    on: Stated[Day] = say(
        "วันที่อนุมัติ",
        "วันที่อนุมัติ ปีเป็น พ.ศ. ก่อนลงนามให้เว้นไว้ เอกสาร PDF และ Word จะมีที่ลงนาม",
        Absence.NOT_ENTERED,
        example="30 กันยายน 2567",
    )
    letter: Text | None = say("เลขที่หนังสือ", "เลขที่ของหนังสือ คำสั่ง หรือประกาศที่อนุมัติ", None, example="ตย 00001/215")
    hash: Text | None = say(
        "รหัสข้อเท็จจริง", "รหัส 8 ตัวที่พิมพ์ในเอกสารฉบับที่ลงนาม โปรแกรมบอกเมื่อข้อมูลต่างจากฉบับนั้น", None, example="K7QM-4T2X"
    )

    @property
    def day(self) -> Day | None:
        """The day of the approval, where it is known."""
        return known(self.on)


DRAFT = "true คือยังเป็นร่าง ไม่เผยแพร่จนกว่าจะแก้ไข กรอกส่วนที่อยู่ระหว่าง ___ และลบช่องนี้ false คือใช้จริง"
SOURCE = "รหัสของเอกสารใน documents.yml หนึ่งรหัส หรือหลายรหัสเป็นรายการเมื่อใช้หลายเอกสาร"
Sources = Annotated[tuple[Ident, ...], LISTED]


def sources_of(record: Record | None) -> tuple[str, ...]:
    """The ids of the documents that a file of a year was entered from."""
    found: tuple[str, ...] | None = getattr(record, "source", None)
    return found or ()
