"""The OIT items in the rules of an assessment year: their meanings, what their pages must show, their scores."""

from __future__ import annotations

from typing import Annotated, Literal

from prongsai.model.evidence import Fact
from prongsai.model.record import Record, say
from prongsai.model.types import LISTED, Count, Flag, Ident, Key, Offset, Score, Text, Texts


class ItemScores(Fact):
    """The only scores (points of 100) that an item of the year can have."""

    called = "คะแนนที่ข้อ OIT มีได้"

    allowed: tuple[Score, ...] = say(
        "คะแนนที่มีได้", "คะแนนทั้งหมดที่ข้อ OIT ของปีมีได้ จากเต็ม 100 หนึ่งรายการต่อหนึ่งค่า", example="[0, 100]"
    )


class ItemsTotal(Fact):
    """The number of OIT items of the year."""

    called = "จำนวนข้อ OIT"

    count: Count = say("จำนวนข้อ", "จำนวนข้อ OIT ทั้งหมดของปี", example="28")


class Element(Record):
    """Something an item's page must show; one that is `not_agency_channel` has to be somebody's own."""

    called = "องค์ประกอบของข้อ OIT"

    key: Ident = say("รหัสองค์ประกอบ", "รหัสภาษาอังกฤษขององค์ประกอบ ซึ่ง oit.yml อ้างถึงในช่อง elements", example="chart")
    text: Text = say("องค์ประกอบ", "สิ่งที่หน้าของข้อนี้ต้องแสดง", example="แสดงแผนผังโครงสร้างของหน่วยงาน")
    former_keys: Annotated[tuple[Ident, ...], LISTED] = say(
        "รหัสเดิม",
        "รหัสที่องค์ประกอบนี้เคยใช้ในหลักเกณฑ์ของปีเดียวกัน คำตอบและลิงก์เดิมที่ใช้รหัสนั้นยังใช้ได้",
        (),
        example="[structure-chart]",
    )
    local_government: Flag = say(
        "ขององค์กรปกครองส่วนท้องถิ่น",
        "true คือองค์ประกอบเฉพาะขององค์กรปกครองส่วนท้องถิ่น false คือไม่ได้จำกัด",
        False,
        example="true",
    )
    not_agency_channel: Flag = say(
        "ไม่ใช่ช่องทางรวม",
        "true คือช่องทางติดต่อที่แสดงต้องเป็นของแต่ละคน ไม่ใช่ช่องทางรวมของหน่วยงาน false คือไม่ได้กำหนด",
        False,
        example="true",
    )


class Item(Fact):
    """One OIT item; `key` is its meaning, the same in every year, while the code moves.

    `former_keys` are keys that it had in earlier versions of the rules of this year: what was written with one still
    means it, and no address that one gave is lost. `may_be_elsewhere` excepts it from being on the agency's own
    website; `differs_from` names the meanings whose address it must not share.
    """

    called = "ข้อ OIT"

    key: Ident | None = say(
        "รหัสความหมาย", "รหัสภาษาอังกฤษของความหมายของข้อ ใช้รหัสเดียวกันทุกปีแม้เลขข้อเปลี่ยน", None, example="structure"
    )
    former_keys: Annotated[tuple[Ident, ...], LISTED] = say(
        "รหัสความหมายเดิม",
        "รหัสความหมายที่ข้อนี้เคยใช้ในหลักเกณฑ์ของปีเดียวกัน ข้อมูลและลิงก์เดิมที่ใช้รหัสนั้นยังใช้ได้",
        (),
        example="[contact]",
    )
    title: Text | None = say("ชื่อข้อ", "ชื่อข้อ OIT ของปีนั้น", None, example="โครงสร้าง")
    about: Text | None = say("เรื่องของข้อ", "เรื่องที่ข้อนี้ตรวจ เมื่อยังไม่ทราบชื่อทางการของปี", None, example="ผังโครงสร้างของหน่วยงาน")
    aliases: Texts = say("ชื่ออื่น", "ชื่อข้อที่เขียนแบบอื่นและไม่นับว่าผิด หนึ่งรายการต่อหนึ่งชื่อ", (), example="[ผังโครงสร้าง]")
    subindicator: Key | None = say("ตัวชี้วัดย่อยที่", "เลขของตัวชี้วัดย่อยที่ข้อนี้อยู่ใต้", None, example='"9.1"')
    subindicator_evidence: tuple[Ident, ...] = say(
        "หลักฐานของตัวชี้วัดย่อย",
        "รหัสหลักฐานที่ยืนยันว่าข้ออยู่ใต้ตัวชี้วัดย่อยนี้ ถ้าไม่ระบุใช้หลักฐานของข้อ",
        (),
        example="[manual-2570]",
    )
    group: Text | None = say("กลุ่ม", "ชื่อกลุ่มของข้อ", None, example="ข้อมูลพื้นฐาน")
    answered_by: Literal["measures", "follow-up"] | None = say(
        "หน้าที่ตอบข้อนี้",
        "หน้าของเว็บไซต์นี้ที่ตอบข้อนี้ได้: measures หน้ามาตรการ, follow-up หน้าผลการดำเนินการ",
        None,
        example="measures",
    )
    year_offset: Offset | None = say(
        "ปีของข้อมูล",
        "ข้อมูลต้องเป็นของปีใดเมื่อนับจากปีที่ประเมิน 0 คือปีเดียวกัน -1 คือปีก่อน ใส่ได้ตั้งแต่ -5 ถึง 5",
        None,
        example="-1",
    )
    analyses_offset: Offset | None = say(
        "ปีของผลที่วิเคราะห์",
        "ปีของผลการประเมินที่ข้อนี้วิเคราะห์เมื่อนับจากปีที่ประเมิน 0 คือปีเดียวกัน -1 คือปีก่อน ใส่ได้ตั้งแต่ -5 ถึง 5",
        None,
        example="-1",
    )
    may_be_elsewhere: Flag = say(
        "อยู่นอกเว็บไซต์ได้",
        "true คือลิงก์ของข้อนี้อยู่นอกเว็บไซต์ของหน่วยงานได้ false คือโปรแกรมแจ้งเมื่อลิงก์อยู่นอกเว็บไซต์",
        False,
        example="true",
    )
    differs_from: tuple[Ident, ...] = say(
        "ข้อที่ใช้ลิงก์ร่วมไม่ได้",
        "รหัสความหมายของข้อที่ต้องใช้ลิงก์ต่างจากข้อนี้ หนึ่งรายการต่อหนึ่งข้อ",
        (),
        example="[complaint-channel, complaint-guideline]",
    )
    elements: tuple[Element, ...] = say("องค์ประกอบ", "สิ่งที่หน้าของข้อนี้ต้องแสดง หนึ่งรายการต่อหนึ่งองค์ประกอบ", ())
    elements_evidence: tuple[Ident, ...] = say(
        "หลักฐานขององค์ประกอบ", "รหัสหลักฐานที่ยืนยันองค์ประกอบ ถ้าไม่ระบุใช้หลักฐานของข้อ", (), example="[manual-2570]"
    )
    advice: Texts = say("ข้อแนะนำ", "ข้อแนะนำสำหรับข้อนี้ หนึ่งรายการต่อหนึ่งเรื่อง", (), example="[ควรแสดงเป็นภาพด้วย]")
    title_evidence: tuple[Ident, ...] = say(
        "หลักฐานของชื่อข้อ", "รหัสหลักฐานที่ยืนยันชื่อข้อ ถ้าไม่ระบุใช้หลักฐานของข้อ", (), example="[manual-2570]"
    )
    key_evidence: tuple[Ident, ...] = say(
        "หลักฐานของความหมาย", "รหัสหลักฐานที่ยืนยันความหมายของข้อ ถ้าไม่ระบุใช้หลักฐานของข้อ", (), example="[manual-2570]"
    )
    offset_evidence: tuple[Ident, ...] = say(
        "หลักฐานของปีของข้อมูล",
        "รหัสหลักฐานที่ยืนยันปีของข้อมูล ถ้าไม่ระบุใช้หลักฐานของข้อ",
        (),
        example="[manual-2570]",
    )

    @property
    def keys(self) -> tuple[str, ...]:
        """Its meaning and the keys that it had before, the present one first."""
        return (*((self.key,) if self.key else ()), *self.former_keys)
