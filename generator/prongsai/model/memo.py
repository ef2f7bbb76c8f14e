"""The internal memo (บันทึกข้อความ) that presents a result."""

from __future__ import annotations

from prongsai.model.document_parts import SOURCE, Points, SignedCopy, Sources
from prongsai.model.record import Record, say
from prongsai.model.scores import Remark
from prongsai.model.stated import Absence, Stated
from prongsai.model.types import Day, Text, Texts, Year


class Signatory(Record):
    """An office that signs; names of persons are not kept."""

    called = "ผู้ลงนาม"

    office: Text = say("ตำแหน่ง", "ตำแหน่งของผู้ลงนาม ไม่ใส่ชื่อบุคคล", example="หัวหน้าสำนักปลัดเทศบาล")
    acting_for: Text | None = say(
        "รักษาราชการแทน", "ข้อความว่าลงนามแทนตำแหน่งใด เมื่อเอกสารระบุ", None, example="รักษาราชการแทนปลัดเทศบาล"
    )


class Memo(Record):
    """A memo about the result of `fiscal_year` (Buddhist Era)."""

    called = "บันทึกข้อความ"

    fiscal_year: Year = say("ปีงบประมาณ", "ปีงบประมาณของผลการประเมินที่บันทึกกล่าวถึง เป็นปี พ.ศ.", example="2567")
    source: Sources | None = say("เอกสารต้นทาง", SOURCE, None, example="memo-2567", refers="document")
    agency: Stated[Text] = say("ส่วนราชการ", "ส่วนราชการตามหัวบันทึก", Absence.NOT_ENTERED, example="เทศบาลตำบลตัวอย่าง")
    unit: Stated[Text] = say("หน่วยงาน", "หน่วยงานภายในที่ออกบันทึก ตามหัวบันทึก", Absence.NOT_ENTERED, example="สำนักปลัดเทศบาล")
    phone: Stated[Text] = say("โทรศัพท์", "หมายเลขโทรศัพท์ตามหัวบันทึก", Absence.NOT_ENTERED, example="0-2000-0000 ต่อ 11")
    number: Stated[Text] = say("ที่", "เลขที่หนังสือของบันทึก", Absence.NOT_ENTERED, example="ตย 00001/128")
    date: Stated[Day] = say("วันที่", "วันที่ของบันทึก ปีเป็น พ.ศ.", Absence.NOT_ENTERED, example="15 สิงหาคม 2567")
    subject: Stated[Text] = say(
        "เรื่อง", "ชื่อเรื่องของบันทึก", Absence.NOT_ENTERED, example="รายงานผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2567"
    )
    to: Stated[Text] = say("เรียน", "ตำแหน่งของผู้ที่บันทึกเรียนถึง", Absence.NOT_ENTERED, example="นายกเทศมนตรีตำบลตัวอย่าง")
    attachments: Stated[Texts] = say(
        "สิ่งที่ส่งมาด้วย",
        "เอกสารที่แนบมากับบันทึก หนึ่งรายการต่อหนึ่งฉบับ",
        Absence.NOT_ENTERED,
        example="[สรุปคะแนนรายตัวชี้วัด จำนวน 1 ชุด]",
    )
    background: Texts = say(
        "เรื่องเดิม",
        "ข้อความหัวข้อเรื่องเดิม หนึ่งรายการต่อหนึ่งย่อหน้า",
        (),
        example="[เทศบาลเข้าร่วมการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2567]",
    )
    facts: Texts = say(
        "ข้อเท็จจริง", "ข้อความหัวข้อข้อเท็จจริง หนึ่งรายการต่อหนึ่งย่อหน้า", (), example="[เทศบาลได้คะแนนรวม 88.20 คะแนน]"
    )
    points: Points = say(
        "ประเด็นที่เสนอ", "ประเด็นที่เสนอผู้บริหาร หนึ่งรายการต่อหนึ่งเรื่อง", (), example="[เห็นควรให้สำนักปลัดเทศบาลร่างมาตรการของปีถัดไป]"
    )
    nacc_advice: Texts = say(
        "ข้อเสนอแนะของสำนักงาน ป.ป.ช.",
        "ข้อเสนอแนะที่ได้รับจากสำนักงาน ป.ป.ช. หนึ่งรายการต่อหนึ่งเรื่อง ไม่มีให้ใส่ []",
        (),
        example="[ควรเผยแพร่ผลการใช้จ่ายงบประมาณให้เป็นปัจจุบัน]",
    )
    closing: Stated[Text] = say(
        "ข้อความท้าย", "ข้อความลงท้ายของบันทึก", Absence.NOT_ENTERED, example="จึงเรียนมาเพื่อโปรดทราบและพิจารณา"
    )
    signatories: tuple[Signatory, ...] = say("ผู้ลงนาม", "ตำแหน่งของผู้ลงนามตามลำดับของเอกสาร", ())
    comment: Stated[Text] = say("ความเห็น", "ความเห็นหรือคำสั่งของผู้บริหาร", Absence.NOT_ENTERED, example="ทราบ")
    signed_copy: SignedCopy | None = say("ฉบับลงนาม", "แฟ้มของบันทึกที่ลงนามแล้ว", None)
    notes: tuple[Remark, ...] = say("ข้อสังเกต", "ข้อสังเกตของผู้จัดทำข้อมูลเกี่ยวกับบันทึก", ())
