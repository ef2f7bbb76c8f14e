"""The rules of an assessment year as data: instruments, weights, items, levels, rounding, each with its evidence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Annotated, Literal

from prongsai.model.edition_items import Item, ItemScores, ItemsTotal
from prongsai.model.edition_surveys import Surveys
from prongsai.model.evidence import FOUND, Evidence, Fact, Grade
from prongsai.model.record import Record, say
from prongsai.model.types import (
    LISTED,
    ByInstrument,
    ByItem,
    ByKey,
    Ident,
    InstrumentCode,
    Key,
    QuestionCode,
    Score,
    Text,
    Texts,
    Year,
)
from prongsai.thai.codes import item_key, parse_item_code

NACC = "NACC-ITA"  # the scheme whose editions ship
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


class Edition(Record):
    """The rules of one assessment year (Buddhist Era) as far as they are verified."""

    called = "หลักเกณฑ์ของปี"

    scheme: Text = say(
        "ระบบการประเมิน",
        "รหัสของระบบการประเมิน หลักเกณฑ์ที่มากับโปรแกรมใช้ NACC-ITA การประเมินระบบอื่นใช้รหัสของตนเอง",
        example="NACC-ITA",
    )
    fiscal_year: Year = say("ปีงบประมาณ", "ปีงบประมาณ พ.ศ. ที่ประเมิน", example="2570")
    based_on: Year | None = say("ใช้ต่อจากปี", "ปีงบประมาณ พ.ศ. ของหลักเกณฑ์ที่ใช้ต่อในส่วนที่ปีนี้ไม่ได้กล่าวถึง", None, example="2567")
    assessment: Assessment | None = say("การประเมิน", "ชื่อของการประเมินและผู้จัด เมื่อเป็นการประเมินระบบอื่น", None)
    evidence: dict[Ident, Evidence] = say("หลักฐาน", "หลักฐานของหลักเกณฑ์ แต่ละรายการมีรหัสที่ข้อเท็จจริงอ้างถึงในช่อง evidence", {})
    unverified: Texts = say(
        "สิ่งที่ยังไม่ยืนยัน",
        "สิ่งที่ยังไม่มีเอกสารยืนยัน หนึ่งรายการต่อหนึ่งเรื่อง",
        (),
        example="[ลำดับการปัดเศษคะแนนไม่มีเอกสารใดระบุ]",
    )
    target: Target | None = say("ค่าเป้าหมาย", "คะแนนที่หน่วยงานควรได้", None)
    instruments: ByInstrument[Instrument] = say("เครื่องมือ", "เครื่องมือของปี แต่ละรายการใช้รหัสเป็นคีย์ เช่น IIT EIT OIT", {})
    parts: ByInstrument[Part] = say(
        "ส่วนของเครื่องมือ", "ส่วนของเครื่องมือที่เก็บข้อมูลแยกต่างหาก แต่ละรายการใช้รหัสเป็นคีย์ เช่น EIT-1", {}
    )
    indicators: ByKey[Indicator] = say("ตัวชี้วัด", "ตัวชี้วัดของปี แต่ละรายการใช้เลขตัวชี้วัดเป็นคีย์", {})
    subindicators: ByKey[Subindicator] = say("ตัวชี้วัดย่อย", "ตัวชี้วัดย่อยของปี แต่ละรายการใช้เลขเป็นคีย์ เช่น 9.1", {})
    items_total: ItemsTotal | None = say("จำนวนข้อ OIT", "จำนวนข้อ OIT ทั้งหมดของปี", None)
    item_scores: ItemScores | None = say("คะแนนที่ข้อ OIT มีได้", "คะแนนทั้งหมดที่ข้อ OIT ของปีมีได้", None)
    items: ByItem[Item] = say("ข้อ OIT", "ข้อ OIT ของปี แต่ละรายการใช้รหัสข้อเป็นคีย์ เช่น O1", {})
    unnumbered: ByKey[Item] = say(
        "ข้อ OIT ที่ยังไม่ยืนยันเลขข้อ",
        "ข้อ OIT ของปีที่ทราบว่ามีแต่ยังไม่ทราบเลขข้อ แต่ละรายการใช้รหัสความหมายเป็นคีย์ เช่น measures ซึ่งเป็นส่วนหนึ่งของลิงก์",
        {},
    )
    levels: tuple[LevelRule, ...] = say("ระดับ", "ระดับผลการประเมินพร้อมเงื่อนไข เรียงจากสูงไปต่ำ", ())
    levels_note: Text | None = say(
        "หมายเหตุของระดับ",
        "สิ่งที่ควรทราบเกี่ยวกับระดับ แสดงใต้ตารางระดับ",
        None,
        example="เงื่อนไขรายเครื่องมือยังไม่มีเอกสารยืนยัน",
    )
    rounding_paths: tuple[RoundingPath, ...] = say(
        "ลำดับการปัดเศษ", "ลำดับการปัดเศษที่โปรแกรมลองใช้คำนวณทวนคะแนนรวม หนึ่งรายการต่อหนึ่งลำดับ", ()
    )
    questions: Surveys = say("ข้อคำถาม", "แบบวัดของแต่ละเครื่องมือ ใช้รหัสเครื่องมือเป็นคีย์ หลักฐานที่ใช้ร่วมกันเขียนในช่อง evidence", {})
    calendar: tuple[CalendarStage, ...] = say("ปฏิทินการประเมิน", "ขั้นตอนของการประเมินและวัน หนึ่งรายการต่อหนึ่งขั้นตอน", ())

    def item_of(self, key: str) -> str | None:
        """The code that the item of a meaning has this year, or None."""
        return next((code for code, item in self.items.items() if item.key == key), None)

    def in_order(self, codes: Iterable[str]) -> tuple[str, ...]:
        """The codes of its items with others that a year has, in official order.

        Codes of the NACC count up; another scheme has the order in which its edition names them.
        """
        found = dict.fromkeys((*self.items, *codes))
        if all(parse_item_code(code) for code in self.items):
            return tuple(sorted(found, key=item_key))
        return (*self.items, *sorted(found.keys() - self.items.keys(), key=item_key))

    @property
    def own_codes(self) -> frozenset[str]:
        """The codes of its items where it is of another scheme than that of the NACC."""
        return frozenset(self.items) if self.scheme != NACC else frozenset()

    @property
    def paths(self) -> tuple[RoundingPath, ...]:
        """The orders of rounding to try; where weights are stated but no order, the total alone is rounded."""
        return self.rounding_paths or ((AT_THE_END,) if self.knows_all_instruments else ())

    def indicator_of(self, question: str) -> str | None:
        """The number of the indicator that a question is about, as far as that is known."""
        return next((number for number, one in self.indicators.items() if question in one.questions), None)

    def verifies(self, names: Sequence[str], grades: frozenset[Grade] = FOUND) -> bool:
        """True if any of the named evidence has one of the grades."""
        return any((found := self.evidence.get(name)) is not None and found.grade in grades for name in names)

    @property
    def knows_all_instruments(self) -> bool:
        """True if the instruments are complete with their weights, so that a key outside the edition is wrong."""
        return bool(self.instruments) and self.weights.keys() == self.instruments.keys()

    @property
    def states_rules(self) -> bool:
        """True if anything is verified that a year is assessed by."""
        return bool(self.instruments or self.items)

    @property
    def knows_all_items(self) -> bool:
        """True if the list of items is complete, so that a code outside it is certainly wrong."""
        return self.items_total is not None and len(self.items) == self.items_total.count

    def items_under(self, subindicator: str) -> tuple[str, ...]:
        """The codes of the items of a sub-indicator, in official order."""
        return tuple(code for code, item in self.items.items() if item.subindicator == subindicator)

    @property
    def weights(self) -> dict[str, Decimal]:
        """Weights of the instruments in per cent, where verified."""
        return {code: tool.weight for code, tool in self.instruments.items() if tool.weight is not None}
