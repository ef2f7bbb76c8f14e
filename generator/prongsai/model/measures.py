"""Measures for one fiscal year."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal, Self

from pydantic import PrivateAttr, model_validator

from prongsai.model.amounts import Money, Persons
from prongsai.model.attached import Attachment, Photo
from prongsai.model.document_parts import DRAFT, SOURCE, Approval, Point, Points, SignedCopy, Sources, TextSection
from prongsai.model.plan_parts import PlanYears, Risk
from prongsai.model.record import Record, say, seldom
from prongsai.model.scores import Remark
from prongsai.model.stated import Absence, Printed, Stated, known
from prongsai.model.types import (
    FILLED_IN,
    ByHead,
    ByYear,
    Count,
    Flag,
    Ident,
    InstrumentCode,
    ItemCode,
    Key,
    OwnNumber,
    QuestionCode,
    Score,
    StatedPeriod,
    Text,
    Texts,
    Year,
)


class Basis(Record):
    """The basis of a measure; `stated` is false when the maker of the data matched it, not the document."""

    called = "สิ่งที่มาตรการตอบ"

    instrument: InstrumentCode | None = say("เครื่องมือ", "เครื่องมือที่มาตรการตอบ เช่น IIT EIT OIT", None, example="IIT")
    part: Count | None = say("ส่วนที่", "ส่วนของเครื่องมือที่มาตรการตอบ", None, example="1")
    indicator: Key | None = say("ตัวชี้วัดที่", "เลขของตัวชี้วัดที่มาตรการตอบ", None, example="2")
    subindicator: Key | None = say("ตัวชี้วัดย่อยที่", "เลขของตัวชี้วัดย่อยที่มาตรการตอบ", None, example='"9.1"')
    item: Stated[ItemCode] = say("ข้อ OIT", "รหัสข้อ OIT ที่มาตรการตอบ", Absence.NOT_ENTERED, example="O13")
    question: Stated[QuestionCode] = say(
        "ข้อคำถาม", "รหัสข้อคำถามของ IIT หรือ EIT ที่มาตรการตอบ", Absence.NOT_ENTERED, example="i6"
    )
    wording: Text | None = say(
        "ข้อความของข้อคำถาม",
        "ข้อคำถามตามถ้อยคำของเอกสาร",
        None,
        example="หน่วยงานของท่านเปิดเผยแผนการใช้จ่ายงบประมาณมากน้อยเพียงใด",
    )
    score: Stated[Score] = say(
        "คะแนนที่อ้าง", "คะแนนที่เอกสารอ้างเป็นเหตุของมาตรการ จากเต็ม 100", Absence.NOT_ENTERED, example="72.45"
    )
    findings: Texts = say("ข้อค้นพบ", "ข้อค้นพบที่เอกสารอ้าง หนึ่งรายการต่อหนึ่งเรื่อง", (), example="[ผู้ตอบส่วนหนึ่งไม่ทราบแผนการใช้จ่าย]")
    quote: Text | None = say(
        "ข้อความที่ยกมา", "ข้อความของเอกสารที่ใช้อ้างว่ามาตรการตอบเรื่องนี้", None, example="ตัวชี้วัดที่ 2 ได้คะแนนต่ำกว่าปีก่อน"
    )
    stated: Flag = say("ระบุในเอกสาร", "true คือเอกสารระบุเอง false คือผู้จัดทำข้อมูลจับคู่ให้", True, example="true")
    note: Text | None = say("หมายเหตุ", "คำอธิบายประกอบการจับคู่", None, example="จับคู่ตามชื่อหัวข้อของมาตรการ")


class Responsible(Record):
    """The units that carry a measure out: the lead, further units, and the words of the document."""

    called = "ผู้รับผิดชอบ"
    shorthand: ClassVar[str] = "units"

    lead: Texts = say(
        "ผู้รับผิดชอบหลัก", "หน่วยงานที่รับผิดชอบหลัก เขียนรหัสหรือชื่อตาม agency.yml", (), example="[clerk]", refers="unit"
    )
    units: Texts = say(
        "หน่วยงานผู้รับผิดชอบ",
        "หน่วยงานที่รับผิดชอบหรือร่วมดำเนินการ เขียนรหัสหรือชื่อตาม agency.yml",
        (),
        example="[clerk, finance]",
        refers="unit",
    )
    printed: Text | None = say("ผู้รับผิดชอบตามเอกสาร", "ข้อความตามที่พิมพ์ เมื่อต่างจากชื่อหน่วยงาน", None, example="ทุกสำนัก/กอง")
    note: Text | None = say(
        "คำอธิบายผู้รับผิดชอบ",
        "ข้อความของเอกสารที่อธิบายชื่อหน่วยงานที่พิมพ์ เช่น เชิงอรรถ",
        None,
        example="ทุกสำนัก/กอง หมายถึง ส่วนราชการระดับกองทั้ง 7 แห่ง",
    )


class Topic(Record):
    """A heading that groups measures."""

    called = "หัวข้อของมาตรการ"

    id: Ident = say("รหัสหัวข้อ", "รหัสประจำของหัวข้อ ซึ่งมาตรการอ้างถึง", example="t1")
    title: Text = say("ชื่อหัวข้อ", "ชื่อหัวข้อที่มาตรการอยู่ด้วยกัน ตามเอกสาร", example="ด้านการเปิดเผยข้อมูล")
    number: OwnNumber | None = say("ลำดับที่", "ลำดับของหัวข้อตามเอกสาร เช่น 1 หรือ ก.", None, example="1")


class Columns(Record):
    """The heads of the measures table as the document prints them."""

    called = "หัวตารางมาตรการของเอกสาร"

    title: Text | None = say("หัวช่องมาตรการ", "หัวของช่องมาตรการตามที่พิมพ์", None, example="มาตรการ/แนวทาง")
    basis: Text | None = say(
        "หัวช่องข้อคำถามและข้อค้นพบ", "หัวของช่องที่บอกสิ่งที่มาตรการตอบ ตามที่พิมพ์", None, example="ประเด็นที่ต้องปรับปรุง"
    )
    steps: Text | None = say("หัวช่องขั้นตอน", "หัวของช่องขั้นตอนหรือวิธีการปฏิบัติ ตามที่พิมพ์", None, example="วิธีดำเนินการ")
    action_and_report: Text | None = say(
        "หัวช่องการดำเนินการหรือรายงาน", "หัวของช่องการดำเนินการหรือรายงาน ตามที่พิมพ์", None, example="การดำเนินการ/รายงาน"
    )
    responsible: Text | None = say("หัวช่องผู้รับผิดชอบ", "หัวของช่องผู้รับผิดชอบ ตามที่พิมพ์", None, example="ผู้รับผิดชอบ")
    period: Text | None = say("หัวช่องระยะเวลา", "หัวของช่องระยะเวลา ตามที่พิมพ์", None, example="ระยะเวลา")
    constraint: Text | None = say("หัวช่องข้อจำกัด", "หัวของช่องข้อจำกัด ตามที่พิมพ์", None, example="ข้อจำกัด")
    monitoring: Text | None = say("หัวช่องการกำกับติดตาม", "หัวของช่องการกำกับติดตาม ตามที่พิมพ์", None, example="การกำกับติดตาม")
    reporting: Text | None = say("หัวช่องการรายงานผล", "หัวของช่องการรายงานผล ตามที่พิมพ์", None, example="การรายงานผล")
    code: Text | None = say("หัวช่องรหัส", "หัวของช่องรหัส ตามที่พิมพ์", None, example="รหัสความเสี่ยง")
    target: Text | None = say("หัวช่องเป้าหมาย", "หัวของช่องเป้าหมายหรือตัวชี้วัดความสำเร็จ ตามที่พิมพ์", None, example="ตัวชี้วัด")
    target_group: Text | None = say("หัวช่องกลุ่มเป้าหมาย", "หัวของช่องกลุ่มเป้าหมาย ตามที่พิมพ์", None, example="ผู้เข้าร่วม")
    persons: Text | None = say("หัวช่องจำนวนคน", "หัวของช่องจำนวนคนที่ตั้งเป้าไว้ ตามที่พิมพ์", None, example="จำนวน (คน)")
    place: Text | None = say("หัวช่องสถานที่", "หัวของช่องสถานที่ ตามที่พิมพ์", None, example="พื้นที่ดำเนินการ")
    budget: Text | None = say("หัวช่องงบประมาณ", "หัวของช่องงบประมาณ ตามที่พิมพ์", None, example="งบประมาณ (บาท)")
    budgets: Text | None = say("หัวช่องงบประมาณรายปี", "หัวรวมของช่องงบประมาณรายปี ตามที่พิมพ์", None, example="งบประมาณแต่ละปี")
    note: Text | None = say("หัวช่องหมายเหตุ", "หัวของช่องหมายเหตุ ตามที่พิมพ์", None, example="หมายเหตุ")
    risk: Text | None = say("หัวช่องความเสี่ยง", "หัวรวมของช่องความเสี่ยง ตามที่พิมพ์", None, example="การประเมินความเสี่ยง")


TitleIs = Literal["measure", "problem"]


class Measure(Record):
    """One measure; `id` is permanent, since it is part of the measure's address.

    Where the document prints a problem in the place of a name, `title_is` says so, here or for the whole file.
    """

    called = "มาตรการ"

    _of_file: TitleIs = PrivateAttr(default="measure")

    id: Ident = say("รหัสมาตรการ", "รหัสประจำของมาตรการ เป็นส่วนหนึ่งของลิงก์ เผยแพร่แล้วห้ามเปลี่ยน", example="m01")
    number: Stated[OwnNumber] = say(
        "ลำดับที่", "ลำดับของมาตรการตามเอกสาร เช่น 1, 1.1, ก. หรือ (1)", Absence.NOT_ENTERED, example="1"
    )
    topic: Ident | None = say("หัวข้อ", "รหัสของหัวข้อที่มาตรการอยู่ใต้", None, example="t1", refers="topic")
    title: Stated[Text] = say("ชื่อมาตรการ", "ชื่อมาตรการตามเอกสาร", example="การเปิดเผยแผนการใช้จ่ายงบประมาณ")
    title_is: TitleIs | None = say(
        "ชื่อมาตรการเป็น",
        "measure ชื่อของมาตรการ, problem ปัญหาหรือประเด็นที่เอกสารพิมพ์ไว้แทนชื่อ เว็บไซต์เรียกมาตรการด้วยสาระสำคัญแทน "
        "ถ้าไม่ระบุใช้ค่าของทั้งแฟ้ม",
        None,
        example="problem",
    )
    plain_summary: Text | None = say(
        "สาระสำคัญ", "หนึ่งประโยคที่ประชาชนอ่านแล้วเข้าใจว่าจะทำอะไร", None, example="ประชาชนเห็นแผนการใช้จ่ายของปีบนเว็บไซต์ทุกไตรมาส"
    )
    basis: tuple[Basis, ...] = say("สิ่งที่มาตรการตอบ", "ตัวชี้วัด ข้อ หรือข้อคำถามที่มาตรการตอบ หนึ่งรายการต่อหนึ่งเรื่อง", ())
    steps: Stated[Points] = say(
        "ขั้นตอนหรือวิธีการปฏิบัติ",
        "ขั้นตอนหรือวิธีการปฏิบัติ หนึ่งรายการต่อหนึ่งขั้น",
        Absence.NOT_ENTERED,
        example="[จัดทำแผน, เผยแพร่บนเว็บไซต์]",
    )
    action_and_report: Stated[Points] = say(
        "การดำเนินการหรือรายงาน",
        "การดำเนินการหรือรายงาน เมื่อเอกสารมีช่องนี้",
        Absence.NOT_ENTERED,
        example="[เผยแพร่และรายงานผู้บริหาร]",
    )
    responsible: Stated[Responsible] = say("หน่วยงานผู้รับผิดชอบ", "หน่วยงานที่รับผิดชอบมาตรการ", Absence.NOT_ENTERED)
    period: StatedPeriod = say(
        "ระยะเวลาดำเนินการ", "เมื่อใดถึงเมื่อใด ตามเอกสาร", Absence.NOT_ENTERED, example="ต.ค. 2566 - ก.ย. 2567"
    )
    constraint: Stated[Points] = say(
        "ข้อจำกัดในการดำเนินการ", "ข้อจำกัดที่เอกสารระบุ", Absence.NOT_ENTERED, example="[งบประมาณไม่เพียงพอ]"
    )
    monitoring: Stated[Points] = say(
        "การกำกับติดตาม", "วิธีกำกับติดตามมาตรการ", Absence.NOT_ENTERED, example="[รายงานผู้บริหารทุกไตรมาส]"
    )
    reporting: Stated[Points] = say(
        "การรายงานผล", "วิธีและเวลารายงานผล", Absence.NOT_ENTERED, example="[รายงานผลเมื่อสิ้นปีงบประมาณ]"
    )
    code: Stated[Text] = seldom("รหัสตามเอกสาร", "รหัสที่เอกสารให้แก่มาตรการ เมื่อมีนอกจากลำดับที่", example="RSK-04/2570")
    target: Stated[Points] = seldom(
        "เป้าหมายหรือตัวชี้วัดความสำเร็จ", "ค่าเป้าหมายหรือตัวชี้วัดของมาตรการ หนึ่งรายการต่อหนึ่งเรื่อง", example="[เผยแพร่ครบ 4 ไตรมาส]"
    )
    target_group: Stated[Points] = seldom("กลุ่มเป้าหมาย", "ผู้ที่มาตรการทำเพื่อหรือทำร่วมด้วย", example="[ผู้นำชุมชน]")
    persons: Stated[Persons] = seldom("จำนวนคนที่ตั้งเป้าไว้", "จำนวนคนตามแผน", example="50")
    place: Stated[Points] = seldom("สถานที่", "สถานที่หรือพื้นที่ดำเนินการ", example="[ห้องประชุมเทศบาล]")
    budget: Stated[Money] = seldom("งบประมาณ", "งบประมาณที่ตั้งไว้ เป็นบาท หรือ ไม่ใช้งบประมาณ ตามเอกสาร", example="50,000")
    budgets: Annotated[ByYear[Stated[Money]], FILLED_IN] = seldom(
        "งบประมาณรายปี", "งบประมาณของแต่ละปีงบประมาณ เป็นบาท", example="{2567: 20000, 2568: 25000}", default={}
    )
    risk: Risk | None = seldom("ความเสี่ยง", "ความเสี่ยงที่มาตรการตอบ ในแผนบริหารความเสี่ยง", default=None)
    plan_years: PlanYears | None = seldom(
        "แผนปี", "ปีงบประมาณแรกและปีสุดท้ายของแผนหลายปีที่มาตรการนี้อยู่ เมื่อต่างจากของทั้งแฟ้ม", default=None
    )
    note: Stated[Text] = seldom("หมายเหตุ", "หมายเหตุของมาตรการตามเอกสาร", example="ใช้งบประมาณร่วมกับมาตรการที่ 1")
    more: Annotated[ByHead[Stated[Text]], FILLED_IN] = seldom(
        "ช่องอื่นของเอกสาร",
        "ช่องของเอกสารที่รูปแบบนี้ไม่มี เขียนคู่กันเป็น หัวช่องตามเอกสาร: ข้อความ",
        example="{ยุทธศาสตร์ที่เกี่ยวข้อง: ยุทธศาสตร์ที่ 5}",
        default={},
    )
    cycle_years: tuple[Year, ...] = say("ปีของวงรอบ", "ปีงบประมาณอื่นที่มาตรการเดียวกันนี้ใช้ด้วย", (), example="[2567, 2568]")
    photos: tuple[Photo, ...] = say("ภาพถ่าย", "ภาพถ่ายของมาตรการ ทุกภาพมีข้อความแทนภาพ", ())
    attachments: tuple[Attachment, ...] = say("เอกสารแนบ", "คำสั่ง รายงานการประชุม ประกาศ หรือเอกสารอื่นของมาตรการ", ())
    at: Text | None = say("ที่ในเอกสาร", "หน้าหรือที่ในเอกสารต้นทาง", None, example="หน้า 4")
    draft: Flag = say("ร่าง", DRAFT, False, example="true")

    @property
    def titled_by_problem(self) -> bool:
        """True if the document prints a problem where others print the name of the measure."""
        return (self.title_is or self._of_file) == "problem" and not isinstance(self.title, Absence)

    @property
    def shown_title(self) -> str | Absence | Printed:
        """The words by which the site calls the measure: of a printed problem its summary, else that it is about it."""
        if not self.titled_by_problem:
            return self.title
        printed = self.title.printed if isinstance(self.title, Printed) else known(self.title)
        return self.plain_summary or f"มาตรการสำหรับประเด็น: {printed}"


class Measures(Record):
    """The measures for `fiscal_year`, which answer the result of `from_fiscal_year` (Buddhist Era).

    `year_stated` is false where the document does not say for which year they are, and the folder was chosen.
    """

    called = "มาตรการของปี"

    fiscal_year: Year = say("ปีงบประมาณ", "ปีงบประมาณที่ดำเนินมาตรการ", example="2568")
    from_fiscal_year: Stated[Year] = say(
        "ตอบผลของปี", "ปีงบประมาณของผลการประเมินที่มาตรการตอบ", Absence.NOT_ENTERED, example="2567"
    )
    year_stated: Flag = say(
        "เอกสารระบุปี", "false คือเอกสารไม่ได้ระบุว่ามาตรการเป็นของปีใด และผู้จัดทำข้อมูลเลือกปีนี้", True, example="true"
    )
    source: Sources | None = say("เอกสารต้นทาง", SOURCE, None, example="measures-2568", refers="document")
    plan_years: PlanYears | None = seldom("แผนปี", "ปีงบประมาณแรกและปีสุดท้ายของแผนหลายปีที่มาตรการทั้งแฟ้มอยู่", default=None)
    title: Text | None = say(
        "ชื่อเอกสาร", "ชื่อของเอกสารหรือส่วนที่เป็นมาตรการ", None, example="มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน"
    )
    introduction: Texts = say(
        "ความนำ", "ข้อความก่อนตารางมาตรการ หนึ่งรายการต่อหนึ่งย่อหน้า", (), example="[เทศบาลกำหนดมาตรการดังนี้]"
    )
    goals: Texts = say(
        "เป้าหมาย", "เป้าหมายของมาตรการทั้งหมด หนึ่งรายการต่อหนึ่งเรื่อง", (), example="[ผลการประเมินไม่ต่ำกว่า 85 คะแนน]"
    )
    columns: Columns = say("หัวตารางของเอกสาร", "หัวของช่องในตารางมาตรการ เมื่อเอกสารใช้คำอื่น", Columns())
    title_is: TitleIs = say(
        "ชื่อมาตรการเป็น",
        "problem คือช่องชื่อของทั้งแฟ้มเป็นปัญหาหรือประเด็น ไม่ใช่ชื่อมาตรการ เช่น ช่องประเด็นที่ต้องพัฒนา measure คือเป็นชื่อมาตรการ",
        "measure",
        example="measure",
    )
    topics: tuple[Topic, ...] = say("หัวข้อ", "หัวข้อที่มาตรการอยู่ด้วยกัน ตามลำดับของเอกสาร", ())
    sections: tuple[TextSection, ...] = say("ส่วนอื่นของเอกสาร", "หัวข้อ ย่อหน้า และตารางอื่นของเอกสาร ตามลำดับ", ())
    measures: tuple[Measure, ...] = say("มาตรการ", "มาตรการตามลำดับของเอกสาร", ())
    closing: Texts = say(
        "ข้อความท้าย", "ข้อความหลังตารางมาตรการ หนึ่งรายการต่อหนึ่งย่อหน้า", (), example="[ประกาศ ณ วันที่ 1 ตุลาคม 2567]"
    )
    approved: Approval | None = say("การอนุมัติ", "ตำแหน่งผู้อนุมัติ วันที่ เลขที่หนังสือ และรหัสข้อเท็จจริงของฉบับที่ลงนาม", None)
    signed_copy: SignedCopy | None = say("ฉบับลงนาม", "แฟ้มของประกาศหรือคำสั่งที่ลงนามแล้ว", None)
    attachments: tuple[Attachment, ...] = say("เอกสารแนบ", "คำสั่ง รายงานการประชุม ประกาศ หรือเอกสารอื่นที่แนบไว้", ())
    notes: tuple[Remark, ...] = say("ข้อสังเกต", "ข้อสังเกตของผู้จัดทำข้อมูลเกี่ยวกับเอกสาร", ())

    @model_validator(mode="after")
    def _tell_measures(self) -> Self:
        for one in self.measures:
            one._of_file = self.title_is
        return self


__all__ = [
    "Basis",
    "Columns",
    "Measure",
    "Measures",
    "Point",
    "Responsible",
    "Topic",
]
