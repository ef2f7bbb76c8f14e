"""Parts of a result next to its figures: ranks, means of others, respondents, scores of units, the valid list."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal, get_args

from prongsai.model.record import Record, say
from prongsai.model.stated import Absence, Stated
from prongsai.model.types import Count, InstrumentCode, Score, Text, in_words, typed_words

Peers = Literal["province", "country", "same_kind", "district"]
TypedPeers = Annotated[Peers, in_words(*get_args(Peers)), typed_words(*get_args(Peers))]


class RankAgain(Record):
    """The same rank stated once more elsewhere in the document."""

    called = "ลำดับเดียวกันที่ระบุไว้อีกแห่ง"

    value: Count = say("ลำดับที่", "ลำดับที่เอกสารระบุไว้อีกแห่ง เป็นจำนวนเต็ม", example="1524")
    at: Text = say("ที่ในเอกสาร", "หน้าหรือที่ในเอกสารซึ่งระบุลำดับอีกครั้ง", example="ย่อหน้าสรุป")
    scope: Stated[Text] = say(
        "กลุ่มที่จัดลำดับ", "กลุ่มหน่วยงานที่จัดลำดับนี้", Absence.NOT_ENTERED, example="หน่วยงานประเภทเทศบาลตำบล"
    )
    quote: Text | None = say("ข้อความที่ยกมา", "ข้อความของเอกสารตรงที่ระบุลำดับนี้", None, example="อยู่ในลำดับที่ 1524 ของเทศบาลตำบล")


class Rank(Record):
    """A published rank and among whom it holds."""

    called = "ลำดับผลการประเมิน"

    value: Count = say("ลำดับที่", "ลำดับที่ตามเอกสาร เป็นจำนวนเต็ม", example="1524")
    scope: Stated[Text] = say(
        "กลุ่มที่จัดลำดับ", "กลุ่มหน่วยงานที่จัดลำดับนี้", Absence.NOT_ENTERED, example="หน่วยงานประเภทเทศบาลตำบล"
    )
    of: Count | None = say("จำนวนหน่วยงานในกลุ่ม", "จำนวนหน่วยงานที่จัดลำดับด้วยกัน เป็นจำนวนเต็ม", None, example="2247")
    at: Text | None = say("ที่ในเอกสาร", "หน้าหรือที่ในเอกสารซึ่งระบุลำดับ", None, example="หน้า 2")
    also_stated: tuple[RankAgain, ...] = say("ระบุไว้อีกแห่ง", "ลำดับเดียวกันที่เอกสารระบุไว้แห่งอื่น หนึ่งรายการต่อหนึ่งแห่ง", ())


class PeerMean(Record):
    """The mean of the totals of other agencies, as a document prints it next to the agency's own (points of 100)."""

    called = "ค่าเฉลี่ยของกลุ่มหน่วยงาน"

    among: TypedPeers = say(
        "กลุ่มของค่าเฉลี่ย",
        "province คือจังหวัด country คือทั้งประเทศ same_kind คือหน่วยงานประเภทเดียวกัน district คืออำเภอ",
        example="province",
    )
    value: Score = say("ค่าเฉลี่ย", "ค่าเฉลี่ยของคะแนนรวมของกลุ่มตามเอกสาร จากเต็ม 100", example="86.02")
    scope: Stated[Text] = say(
        "กลุ่มตามที่พิมพ์", "กลุ่มหน่วยงานของค่าเฉลี่ยนี้ ตามถ้อยคำของเอกสาร", Absence.NOT_ENTERED, example="ค่าเฉลี่ยระดับจังหวัด"
    )
    at: Text | None = say("ที่ในเอกสาร", "หน้าหรือที่ในเอกสารซึ่งระบุค่าเฉลี่ย", None, example="หน้า 2")


class Respondents(Record):
    """The number of those who answered a survey of the assessment, of how many, and how many were needed."""

    called = "จำนวนผู้ตอบ"
    shorthand: ClassVar[str] = "count"

    count: Stated[Count] = say("จำนวนผู้ตอบ", "จำนวนผู้ตอบแบบวัดตามเอกสาร เป็นจำนวนเต็ม", Absence.NOT_ENTERED, example="45")
    population: Count | None = say(
        "จำนวนผู้มีสิทธิตอบ", "จำนวนบุคลากรหรือผู้รับบริการทั้งหมดตามเอกสาร เป็นจำนวนเต็ม", None, example="60"
    )
    needed: Count | None = say("จำนวนขั้นต่ำ", "จำนวนผู้ตอบอย่างน้อยที่ต้องมี ตามเอกสาร เป็นจำนวนเต็ม", None, example="30")
    at: Text | None = say("ที่ในเอกสาร", "หน้าหรือที่ในเอกสารซึ่งระบุจำนวนผู้ตอบ", None, example="หน้า 3")


class WeightedPoints(Record):
    """The points that an instrument gives to the total, as a document prints them next to its score or without it."""

    called = "คะแนนถ่วงน้ำหนัก"
    shorthand: ClassVar[str] = "value"

    value: Stated[Score] = say(
        "คะแนนที่ถ่วงน้ำหนักแล้ว", "คะแนนหลังคูณน้ำหนักของเครื่องมือ ตามเอกสาร", Absence.NOT_ENTERED, example="26.43"
    )
    of: Score | None = say("คะแนนเต็ม", "คะแนนเต็มของเครื่องมือนี้ ตามเอกสาร", None, example="30")
    at: Text | None = say("ที่ในเอกสาร", "หน้าหรือที่ในเอกสารซึ่งระบุคะแนนนี้", None, example="ตารางที่ 1")


class UnitScore(Record):
    """The score that a document prints for one unit inside the agency."""

    called = "คะแนนของหน่วยงานภายใน"

    unit: Text = say("หน่วยงาน", "รหัสหรือชื่อของหน่วยงานตาม agency.yml หรือชื่อตามเอกสาร", example="finance", refers="unit")
    score: Stated[Score] = say("คะแนน", "คะแนนของหน่วยงานนี้ตามเอกสาร จากเต็ม 100", example="88.20")
    instrument: InstrumentCode | None = say("เครื่องมือ", "รหัสของเครื่องมือที่ให้คะแนน เว้นไว้ถ้าเป็นคะแนนรวม", None, example="IIT")
    respondents: Count | None = say("จำนวนผู้ตอบ", "จำนวนผู้ตอบของหน่วยงานนี้ เป็นจำนวนเต็ม", None, example="12")
    at: Text | None = say("ที่ในเอกสาร", "หน้าหรือที่ในเอกสารต้นทาง", None, example="ตารางที่ 5")


class ValidList(Record):
    """The list that is valid of two that a document prints, as the agency says, and why."""

    called = "รายการที่ใช้เป็นผล"

    at: Text = say("ที่ของรายการ", "ที่ในเอกสารของรายการที่ใช้ ตรงกับช่อง at ของคะแนน", example="ตารางที่ 2")
    because: Text = say("เหตุผล", "เหตุที่ใช้รายการนี้", example="คะแนนรวมตามประกาศเท่ากับค่าเฉลี่ยของรายการนี้")
