"""The facts in the rules of an assessment year but for its items: instruments, indicators, levels, calendar."""

from __future__ import annotations

from typing import Annotated, Literal

from prongsai.model.evidence import Fact
from prongsai.model.record import Record, say
from prongsai.model.types import LISTED, Ident, InstrumentCode, Key, QuestionCode, Score, Text, Texts
from prongsai.thai.dates import BuddhistDate
from prongsai.thai.day_spans import days_of

Stage = Literal["instruments", "weighted"]


class Assessment(Record):
    """The name of the assessment, in short and in full, and who holds it."""

    called = "การประเมิน"

    short: Text | None = say("ชื่อย่อ", "ชื่อย่อของการประเมิน", None, example="LTA")
    name: Text | None = say("ชื่อเต็ม", "ชื่อเต็มของการประเมิน", None, example="การประเมินความโปร่งใสตัวอย่าง")
    organiser: Text | None = say("ผู้จัด", "หน่วยงานที่จัดการประเมิน", None, example="สำนักงานตัวอย่าง")


class Target(Fact):
    """The score (points of 100) that an agency should reach."""

    called = "ค่าเป้าหมาย"

    score: Score = say("คะแนนเป้าหมาย", "คะแนนที่หน่วยงานควรได้ จากเต็ม 100", example="85.00")


class Instrument(Fact):
    """IIT, EIT or OIT; `weight` is in per cent of the total, absent where not verified."""

    called = "เครื่องมือ"

    name: Text = say("ชื่อเครื่องมือ", "ชื่อเต็มของเครื่องมือเป็นภาษาไทย", example="แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายใน")
    english: Text | None = say(
        "ชื่อภาษาอังกฤษ",
        "ชื่อเต็มของเครื่องมือเป็นภาษาอังกฤษ",
        None,
        example="Internal Integrity and Transparency Assessment",
    )
    plain: Text | None = say(
        "คำอธิบายอย่างง่าย",
        "เครื่องมือนี้ถามหรือตรวจสิ่งใด และคะแนนสูงหมายความว่าอย่างไร เป็นคำที่ประชาชนอ่านเข้าใจ",
        None,
        example="ถามเจ้าหน้าที่ว่าเห็นการทำงานของหน่วยงานตนเองเป็นอย่างไร",
    )
    weight: Score | None = say("น้ำหนัก", "น้ำหนักของเครื่องมือในคะแนนรวม เป็นร้อยละ เว้นว่างเมื่อยังไม่ได้ยืนยัน", None, example="30")


class Part(Fact):
    """A part of an instrument that is collected by itself."""

    called = "ส่วนของเครื่องมือ"

    instrument: InstrumentCode = say("เครื่องมือ", "รหัสของเครื่องมือที่ส่วนนี้อยู่ใต้", example="EIT")
    name: Text = say("ชื่อส่วน", "ชื่อของส่วนที่เก็บข้อมูลแยกต่างหาก", example="EIT ส่วนที่ 1")
    english: Text | None = say("ชื่อภาษาอังกฤษ", "ชื่อของส่วนเป็นภาษาอังกฤษ", None, example="EIT Public")


class Indicator(Fact):
    """One indicator; `aliases` are spellings in use that are no errors, `questions` those that are about it."""

    called = "ตัวชี้วัด"

    name: Text = say("ชื่อตัวชี้วัด", "ชื่อตัวชี้วัดของปีนั้น", example="การปฏิบัติหน้าที่")
    name_evidence: tuple[Ident, ...] = say(
        "หลักฐานของชื่อ", "รหัสหลักฐานที่ยืนยันชื่อ ถ้าไม่ระบุใช้หลักฐานของตัวชี้วัด", (), example="[manual-2570]"
    )
    instrument: InstrumentCode = say("เครื่องมือ", "รหัสของเครื่องมือที่วัดตัวชี้วัดนี้", example="IIT")
    aliases: Texts = say(
        "ชื่ออื่น", "ชื่อตัวชี้วัดที่เขียนแบบอื่นและไม่นับว่าผิด หนึ่งรายการต่อหนึ่งชื่อ", (), example="[การใช้ทรัพย์สินของทางราชการ]"
    )
    questions: tuple[QuestionCode, ...] = say(
        "ข้อคำถามของตัวชี้วัด",
        "รหัสข้อคำถามของ IIT หรือ EIT ที่ถามเรื่องของตัวชี้วัดนี้ มาตรการที่อ้างข้อเหล่านี้นับให้ตัวชี้วัดโดยแสดงว่าอนุมาน",
        (),
        example="[i1, i2, i3]",
    )
    questions_evidence: tuple[Ident, ...] = say(
        "หลักฐานของข้อคำถาม",
        "รหัสหลักฐานที่บอกว่าข้อคำถามใดเป็นของตัวชี้วัดนี้ ถ้าไม่ระบุใช้หลักฐานของตัวชี้วัด",
        (),
        example="[manual-2570]",
    )

    @property
    def names_by(self) -> tuple[str, ...]:
        """The evidence of its name."""
        return self.name_evidence or self.evidence


class Subindicator(Fact):
    """A sub-indicator of an OIT indicator."""

    called = "ตัวชี้วัดย่อย"

    name: Text = say("ชื่อตัวชี้วัดย่อย", "ชื่อตัวชี้วัดย่อยของปีนั้น", example="ข้อมูลพื้นฐาน")
    name_evidence: tuple[Ident, ...] = say(
        "หลักฐานของชื่อ", "รหัสหลักฐานที่ยืนยันชื่อ ถ้าไม่ระบุใช้หลักฐานของตัวชี้วัดย่อย", (), example="[manual-2570]"
    )
    indicator: Key = say("ตัวชี้วัดที่", "เลขของตัวชี้วัดที่ตัวชี้วัดย่อยนี้อยู่ใต้", example="9")
    aliases: Texts = say(
        "ชื่ออื่น", "ชื่อตัวชี้วัดย่อยที่เขียนแบบอื่นและไม่นับว่าผิด หนึ่งรายการต่อหนึ่งชื่อ", (), example="[การส่งเสริมความโปร่งใส]"
    )

    @property
    def names_by(self) -> tuple[str, ...]:
        """The evidence of its name."""
        return self.name_evidence or self.evidence


class LevelRule(Fact):
    """A level with its conditions; more than one `total_from` means that sources conflict."""

    called = "ระดับผลการประเมิน"

    name: Text = say("ชื่อระดับ", "ชื่อหรืออักษรของระดับ", example="ผ่านดี")
    total_from: Annotated[tuple[Score, ...], LISTED] = say(
        "คะแนนรวมตั้งแต่",
        "คะแนนรวมต่ำสุดของระดับ จากเต็ม 100 ใส่หลายค่าเมื่อแหล่งที่มาไม่ตรงกัน",
        example="85.00",
    )
    every_instrument_from: Score | None = say(
        "ทุกเครื่องมือตั้งแต่", "คะแนนต่ำสุดที่ทุกเครื่องมือต้องได้ จากเต็ม 100", None, example="85.00"
    )
    some_instrument_below: Score | None = say(
        "บางเครื่องมือต่ำกว่า", "คะแนนที่มีเครื่องมืออย่างน้อยหนึ่งอย่างได้ต่ำกว่า จากเต็ม 100", None, example="85.00"
    )


class RoundingPath(Fact):
    """An order of rounding, half-up to two decimals; the total is always rounded."""

    called = "ลำดับการปัดเศษ"

    key: Ident = say("รหัสลำดับ", "รหัสภาษาอังกฤษของลำดับการปัดเศษ", example="instruments-rounded-first")
    name: Text = say("ชื่อลำดับ", "คำที่บอกว่าปัดเศษเมื่อใด", example="ปัดคะแนนแต่ละเครื่องมือเป็นทศนิยมสองตำแหน่งก่อน")
    rounds: tuple[Stage, ...] = say(
        "ขั้นที่ปัดเศษ",
        "ขั้นก่อนคะแนนรวมที่ปัดเป็นทศนิยมสองตำแหน่ง: instruments คะแนนแต่ละเครื่องมือ, weighted คะแนนที่ถ่วงน้ำหนักแล้ว",
        (),
        example="[instruments]",
    )


AT_THE_END = RoundingPath(key="rounded-at-the-end", name="ปัดเศษครั้งเดียวเมื่อได้คะแนนรวม")


class CalendarStage(Fact):
    """A stage of the year's calendar."""

    called = "ขั้นตอนในปฏิทินการประเมิน"

    stage: Text = say("ขั้นตอน", "ชื่อขั้นตอนของการประเมิน", example="ประกาศผล")
    date: Text = say("วันหรือช่วงวัน", "วันหรือช่วงวันของขั้นตอน ปีเป็น พ.ศ.", example="สิงหาคม 2570")

    @property
    def days(self) -> tuple[BuddhistDate, BuddhistDate] | None:
        """The first and the last day of the stage; None where its text does not tell them."""
        return days_of(self.date)
