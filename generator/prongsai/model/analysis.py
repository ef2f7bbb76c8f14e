"""The written analysis of one fiscal year's result, and the rules its lists follow."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import BeforeValidator

from prongsai.model.document_parts import DRAFT, SOURCE, Approval, Points, Section, SignedCopy, Sources
from prongsai.model.record import Record, say
from prongsai.model.scalar import Written, wrong
from prongsai.model.scores import Remark
from prongsai.model.types import Count, Flag, ItemCode, Key, Score, Text, Texts, Year

Condition = Literal["highest", "lowest", "risen", "fallen", "without_score", "above", "below"]
_BARE = {"highest", "lowest", "risen", "fallen", "without_score"}
_WITH_NUMBER = {"above", "below"}


class ListRule(Record):
    """One condition that every entry of a list fulfils; `above` and `below` carry a score."""

    called = "เกณฑ์ของรายการ"

    condition: Condition = say(
        "เกณฑ์",
        "highest สูงสุด, lowest ต่ำสุด, risen เพิ่มขึ้น, fallen ลดลง, without_score ไม่ได้คะแนน, "
        "above มากกว่าคะแนนที่ระบุ, below น้อยกว่าคะแนนที่ระบุ",
        example="highest",
    )
    score: Score | None = say("คะแนนของเกณฑ์", "คะแนนที่ above หรือ below ใช้เทียบ จากเต็ม 100 เกณฑ์อื่นไม่มี", None, example="85")


def _rule(raw: object) -> object:
    if isinstance(raw, str) and raw in _BARE:
        return {"condition": raw}
    if isinstance(raw, dict) and len(raw) == 1 and raw.keys() <= _WITH_NUMBER:
        [(condition, score)] = raw.items()
        return {"condition": condition, "score": score}
    if isinstance(raw, str):
        raise wrong("not-a-list-rule", found=raw)
    raise wrong("not-a-list-rule", found=", ".join(raw) if isinstance(raw, dict) else "[…]")


_TYPED_RULE = Written(
    (
        {"enum": sorted(_BARE)},
        {
            "type": "object",
            "minProperties": 1,
            "maxProperties": 1,
            "additionalProperties": False,
            "properties": {name: {"type": ["number", "string"]} for name in sorted(_WITH_NUMBER)},
        },
    )
)


class StatedList(Record):
    """A list of strengths or weaknesses in the document's words, with what it names and the rule it follows."""

    called = "รายการจุดแข็งหรือจุดอ่อน"

    text: Text = say("ข้อความ", "ข้อความของรายการตามเอกสาร", example="ตัวชี้วัดที่ได้คะแนนสูงสุด คือ ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่")
    points: Points = say("ข้อย่อย", "ข้อย่อยใต้ข้อความ หนึ่งรายการต่อหนึ่งเรื่อง", (), example="[เจ้าหน้าที่ปฏิบัติงานตามขั้นตอนและระยะเวลา]")
    indicators: tuple[Key, ...] = say("ตัวชี้วัดในรายการ", "เลขของตัวชี้วัดที่รายการกล่าวถึง", (), example="[1, 3, 9]")
    items: tuple[ItemCode, ...] = say("ข้อ OIT ในรายการ", "รหัสของข้อ OIT ที่รายการกล่าวถึง", (), example="[O8, O15]")
    rules: tuple[Annotated[ListRule, BeforeValidator(_rule), _TYPED_RULE], ...] = say(
        "เกณฑ์ของรายการ",
        "เกณฑ์ที่ทุกตัวชี้วัดหรือทุกข้อของรายการเป็นไปตาม คือ highest สูงสุด, lowest ต่ำสุด, risen เพิ่มขึ้น, "
        "fallen ลดลง, without_score ไม่ได้คะแนน, {above: 85} มากกว่า 85, {below: 80} น้อยกว่า 80",
        (),
        example="[risen, {above: 85}]",
    )
    stated_count: Count | None = say("จำนวนที่ระบุ", "จำนวนที่ข้อความของเอกสารระบุ โปรแกรมตรวจกับรายการให้", None, example="3")
    at: Text | None = say("ที่ในเอกสาร", "หน้าหรือที่ในเอกสารต้นทาง", None, example="หน้า 5")
    draft: Flag = say("ร่าง", DRAFT, False, example="true")


class Finding(Record):
    """One sentence of the overall analysis."""

    called = "สิ่งที่พบในภาพรวม"
    shorthand: ClassVar[str] = "text"

    text: Text = say(
        "ข้อความ", "หนึ่งประโยคที่สรุปผลในภาพรวม ตัวเลขต้องตรงกับ scores.yml", example="คะแนนรวม 79.37 คะแนน อยู่ในระดับ B"
    )
    at: Text | None = say("ที่ในเอกสาร", "หน้าหรือที่ในเอกสารต้นทาง", None, example="หน้า 3")
    draft: Flag = say("ร่าง", DRAFT, False, example="true")


class DevelopmentPoint(Record):
    """A point that an indicator or item assesses, and what should be improved."""

    called = "ประเด็นที่ควรพัฒนา"

    indicator: Key | None = say("ตัวชี้วัดที่", "เลขของตัวชี้วัดที่ควรพัฒนา", None, example="2")
    item: ItemCode | None = say("ข้อ OIT", "รหัสของข้อ OIT ที่ควรพัฒนา", None, example="O15")
    printed_title: Text | None = say("ชื่อตามที่พิมพ์", "ชื่อของตัวชี้วัดหรือข้อตามที่เอกสารพิมพ์", None, example="ข้อมูลเชิงสถิติการให้บริการ")
    assessed: Texts = say(
        "เรื่องที่ประเมิน", "เรื่องที่ตัวชี้วัดหรือข้อนี้ประเมิน หนึ่งรายการต่อหนึ่งเรื่อง", (), example="[สถิติการให้บริการแยกตามงานบริการ]"
    )
    improve: Points = say(
        "สิ่งที่ควรปรับปรุง", "สิ่งที่ควรปรับปรุง หนึ่งรายการต่อหนึ่งเรื่อง", (), example="[แยกสถิติเป็นรายงานบริการและรายเดือน]"
    )
    at: Text | None = say("ที่ในเอกสาร", "หน้าหรือที่ในเอกสารต้นทาง", None, example="หน้า 7")
    draft: Flag = say("ร่าง", DRAFT, False, example="true")


class Analysis(Record):
    """The analysis of the result of `fiscal_year` (Buddhist Era)."""

    called = "การวิเคราะห์ผลของปี"

    fiscal_year: Year = say("ปีงบประมาณ", "ปีงบประมาณของผลการประเมินที่วิเคราะห์ เป็นปี พ.ศ.", example="2567")
    source: Sources | None = say("เอกสารต้นทาง", SOURCE, None, example="analysis-2567", refers="document")
    title: Text | None = say(
        "ชื่อเอกสาร", "ชื่อของเอกสารการวิเคราะห์", None, example="การวิเคราะห์ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2567"
    )
    sections: tuple[Section, ...] = say(
        "ส่วนอื่นของเอกสาร", "ส่วนของเอกสารที่ไม่มีช่องของตนเอง เช่น ที่มาของข้อมูล ตามลำดับของเอกสาร", ()
    )
    findings: tuple[Finding, ...] = say("สิ่งที่พบในภาพรวม", "ประโยคที่สรุปผลในภาพรวม หนึ่งรายการต่อหนึ่งเรื่อง", ())
    strengths: tuple[StatedList, ...] = say("จุดแข็ง", "รายการจุดแข็งตามเอกสาร", ())
    weaknesses: tuple[StatedList, ...] = say("จุดอ่อน", "รายการจุดอ่อนตามเอกสาร", ())
    development_introduction: Texts = say(
        "ความนำของประเด็นที่ควรพัฒนา",
        "ข้อความก่อนประเด็นที่ควรพัฒนา หนึ่งรายการต่อหนึ่งย่อหน้า",
        (),
        example="[เทศบาลกำหนดประเด็นที่ควรพัฒนาดังนี้]",
    )
    development_points: tuple[DevelopmentPoint, ...] = say(
        "ประเด็นที่ควรพัฒนา", "ประเด็นที่ควรพัฒนา หนึ่งรายการต่อหนึ่งตัวชี้วัดหรือหนึ่งข้อ OIT", ()
    )
    recommendations_introduction: Texts = say(
        "ความนำของข้อเสนอแนะ", "ข้อความก่อนข้อเสนอแนะ หนึ่งรายการต่อหนึ่งย่อหน้า", (), example="[เทศบาลมีข้อเสนอแนะต่อผู้บริหารดังนี้]"
    )
    recommendations: Points = say(
        "ข้อเสนอแนะ", "ข้อเสนอแนะต่อผู้บริหาร หนึ่งรายการต่อหนึ่งเรื่อง", (), example="[ตรวจปีงบประมาณของเอกสารทุกครั้งก่อนเผยแพร่]"
    )
    approved: Approval | None = say("การอนุมัติ", "ตำแหน่งผู้อนุมัติ วันที่ เลขที่หนังสือ และรหัสข้อเท็จจริงของฉบับที่ลงนาม", None)
    signed_copy: SignedCopy | None = say("ฉบับลงนาม", "แฟ้มของการวิเคราะห์ที่ลงนามแล้ว", None)
    notes: tuple[Remark, ...] = say("ข้อสังเกต", "ข้อสังเกตของผู้จัดทำข้อมูลเกี่ยวกับเอกสาร", ())
