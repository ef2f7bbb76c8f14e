"""The evidence for the rules of an assessment year: sources with their grades, and facts that name them."""

from __future__ import annotations

from typing import Literal

from prongsai.model.record import Record, say
from prongsai.model.types import Ident, Text

Grade = Literal["S", "C", "P1", "P2", "A2", "A1", "I"]
# Evidence that was read or computed somewhere, not inferred; and a published document or an official source itself.
# A1 is what a single agency entered from a document that is not public: nobody else can read it there.
FOUND: frozenset[Grade] = frozenset({"S", "C", "P1", "P2", "A2"})
CERTAIN: frozenset[Grade] = frozenset({"S", "C", "P1"})


class Evidence(Record):
    """The evidence of a fact.

    Its grades: S source document, C computed, P1 official, P2 other public source, A1 entered by an agency, A2 entered
    alike by several, I inference.
    """

    called = "หลักฐาน"

    grade: Grade = say(
        "ระดับของหลักฐาน",
        "S เอกสารของหน่วยงาน, C คำนวณทวนตรงกับตัวเลขที่เผยแพร่, P1 เอกสารหรือเว็บของทางการ, P2 แหล่งสาธารณะอื่น, "
        "A1 หน่วยงานหนึ่งกรอกจากเอกสารที่ไม่เผยแพร่, A2 หลายหน่วยงานกรอกตรงกัน, I อนุมาน",
        example="P1",
    )
    source: Text = say(
        "แหล่งที่มา",
        "ชื่อเอกสารหรือแหล่งที่พบ พร้อมหน้าหรือที่อยู่เว็บ",
        example="คู่มือการประเมิน ประจำปีงบประมาณ พ.ศ. 2570",
    )
    page: Text | None = say("หน้า", "หน้าของเอกสารที่พบ เมื่อแหล่งที่มาเป็นเอกสาร", None, example='"12"')


class Fact(Record):
    """A rule of the year; `evidence` names what verifies it."""

    called = "ข้อเท็จจริงของหลักเกณฑ์"

    evidence: tuple[Ident, ...] = say(
        "หลักฐานที่ยืนยัน", "รหัสของหลักฐานในช่อง evidence ของหลักเกณฑ์ หนึ่งรายการต่อหนึ่งหลักฐาน", (), example="[manual-2570]"
    )
