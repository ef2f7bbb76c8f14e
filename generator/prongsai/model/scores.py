"""Scores of one fiscal year, as a document states them (points of 100)."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal, get_args

from prongsai.model.document_parts import SOURCE, PrintedTable, Sources
from prongsai.model.record import Record, say
from prongsai.model.score_parts import PeerMean, Rank, Respondents, UnitScore, ValidList, WeightedPoints
from prongsai.model.stated import Absence, Stated, known
from prongsai.model.types import (
    FILLED_IN,
    LISTED,
    ByInstrument,
    ByItem,
    ByKey,
    Count,
    Day,
    InstrumentCode,
    QuestionCode,
    Score,
    Text,
    Texts,
    Year,
    in_words,
    typed_words,
)

Change = Literal["เพิ่มขึ้น", "ลดลง", "เท่าเดิม"]
Basis = Literal["stated", "inferred"]
TypedBasis = Annotated[Basis, in_words(*get_args(Basis)), typed_words(*get_args(Basis))]


class FigureAgain(Record):
    """The same figure stated once more elsewhere in the document."""

    called = "คะแนนเดียวกันที่ระบุไว้อีกแห่ง"

    value: Stated[Score] = say("คะแนน", "คะแนนที่เอกสารระบุไว้อีกแห่ง จากเต็ม 100", example="78.95")
    at: Text = say("ที่ในเอกสาร", "หน้าหรือที่ในเอกสารซึ่งระบุคะแนนนี้อีกครั้ง", example="ย่อหน้าสรุป")
    printed_name: Text | None = say(
        "ชื่อตามที่พิมพ์", "ชื่อที่เอกสารใช้เรียกคะแนนนี้ตรงที่นั้น เมื่อต่างจากชื่อตามหลักเกณฑ์", None, example="การปรับปรุงการทำงาน"
    )
    quote: Text | None = say("ข้อความที่ยกมา", "ข้อความของเอกสารตรงที่ระบุคะแนนนี้", None, example="แบบตรวจ OIT ได้ 78.95 คะแนน")


class Figure(Record):
    """A published figure: the first statement of it, and where else it is stated."""

    called = "คะแนนตามเอกสาร"
    shorthand: ClassVar[str] = "value"

    value: Stated[Score] = say(
        "คะแนน", "คะแนนตามที่เอกสารระบุ จากเต็ม 100 กรอกทศนิยมตามเอกสาร", Absence.NOT_ENTERED, example="87.40"
    )
    at: Text | None = say("ที่ในเอกสาร", "หน้าหรือที่ในเอกสารซึ่งระบุคะแนนนี้", None, example="ตารางที่ 1 แถวคะแนนรวม")
    printed_name: Text | None = say(
        "ชื่อตามที่พิมพ์", "ชื่อที่เอกสารใช้เรียกคะแนนนี้ เมื่อต่างจากชื่อตามหลักเกณฑ์", None, example="การปรับปรุงการทำงาน"
    )
    also_stated: tuple[FigureAgain, ...] = say(
        "ระบุไว้อีกแห่ง", "คะแนนเดียวกันที่เอกสารระบุไว้แห่งอื่น หนึ่งรายการต่อหนึ่งแห่ง ถ้าไม่ตรงกันโปรแกรมแจ้งและแสดงทั้งสองค่า", ()
    )
    note: Text | None = say("หมายเหตุ", "คำอธิบายประกอบคะแนน", None, example="ตรวจกับเอกสารแล้ว")


class LevelAgain(Record):
    """The same level stated once more elsewhere in the document."""

    called = "ระดับเดียวกันที่ระบุไว้อีกแห่ง"

    value: Text = say("ระดับ", "ระดับที่เอกสารระบุไว้อีกแห่ง", example="ผ่าน")
    at: Text = say("ที่ในเอกสาร", "หน้าหรือที่ในเอกสารซึ่งระบุระดับอีกครั้ง", example="ย่อหน้าสรุป")
    quote: Text | None = say("ข้อความที่ยกมา", "ข้อความของเอกสารตรงที่ระบุระดับนี้", None, example="ผลการประเมินอยู่ในระดับผ่าน")


class Level(Record):
    """A published level of the result, in the words or letters of its year."""

    called = "ระดับผลการประเมิน"
    shorthand: ClassVar[str] = "value"

    value: Stated[Text] = say("ระดับ", "ระดับผลการประเมินตามถ้อยคำหรืออักษรของปีนั้น", Absence.NOT_ENTERED, example="ผ่าน")
    at: Text | None = say("ที่ในเอกสาร", "หน้าหรือที่ในเอกสารซึ่งระบุระดับ", None, example="ตารางที่ 1 แถวระดับ")
    also_stated: tuple[LevelAgain, ...] = say("ระบุไว้อีกแห่ง", "ระดับเดียวกันที่เอกสารระบุไว้แห่งอื่น หนึ่งรายการต่อหนึ่งแห่ง", ())


class Question(Record):
    """A survey question with its score; the score is worded so that higher is better."""

    called = "ข้อคำถามของแบบวัด"

    code: Stated[QuestionCode] = say(
        "รหัสข้อคำถาม", "รหัสของข้อคำถาม ขึ้นต้นด้วย i สำหรับ IIT หรือ e สำหรับ EIT ตามด้วยเลขข้อ", example="i8"
    )
    instrument: InstrumentCode = say("เครื่องมือ", "รหัสของแบบวัดที่มีข้อคำถามนี้ เช่น IIT หรือ EIT", example="IIT")
    part: Count | None = say("ส่วนที่", "ส่วนของแบบวัดที่ข้อคำถามอยู่ เป็นจำนวนเต็ม", None, example="1")
    wording: Stated[Text] = say(
        "ข้อความของข้อคำถาม",
        "ข้อคำถามตามถ้อยคำของเอกสาร",
        Absence.NOT_ENTERED,
        example="ท่านทราบแผนการใช้จ่ายงบประมาณของหน่วยงานเพียงใด",
    )
    score: Stated[Score] = say("คะแนน", "คะแนนของข้อคำถาม จากเต็ม 100 ยิ่งสูงยิ่งดีเสมอ", Absence.NOT_ENTERED, example="74.60")
    findings: Texts = say(
        "ข้อค้นพบ", "ข้อค้นพบจากข้อคำถามนี้ หนึ่งรายการต่อหนึ่งเรื่อง", (), example="[ผู้ตอบส่วนหนึ่งไม่ทราบว่าดูแผนได้จากที่ใด]"
    )
    at: Text | None = say("ที่ในเอกสาร", "หน้าหรือที่ในเอกสารต้นทาง", None, example="ตารางที่ 4 แถวข้อ i8")


class ItemResult(Record):
    """The result of one OIT item."""

    called = "ผลของข้อ OIT"

    score: Stated[Score] = say("คะแนน", "คะแนนของข้อ OIT จากเต็ม 100", example="0")
    reasons: Texts = say("สาเหตุ", "สาเหตุที่ไม่ได้คะแนนตามที่ผู้ตรวจแจ้ง หนึ่งรายการต่อหนึ่งเรื่อง", (), example="[แสดงสถิติของปีก่อน]")
    basis: TypedBasis = say(
        "ที่มาของคะแนน", "stated คือเอกสารระบุคะแนนเอง inferred คือผู้จัดทำข้อมูลอนุมาน", "stated", example="stated"
    )
    printed_code: Text | None = say(
        "รหัสข้อตามที่พิมพ์", "รหัสหรือเลขข้อตามที่เอกสารพิมพ์ เมื่อเขียนต่างจากรหัสข้อ", None, example="ข้อ ๐๑๕"
    )
    printed_title: Text | None = say("ชื่อข้อตามที่พิมพ์", "ชื่อข้อตามที่เอกสารพิมพ์", None, example="ข้อมูลเชิงสถิติการให้บริการ")
    at: Text | None = say("ที่ในเอกสาร", "หน้าหรือที่ในเอกสารต้นทาง", None, example="ตารางข้อที่ไม่ได้คะแนน แถวข้อ O15")


class OtherItems(Record):
    """The result of all items that the document does not list, and why it is held to be so."""

    called = "ผลของข้อ OIT ที่เอกสารไม่ได้แสดง"

    score: Score = say("คะแนน", "คะแนนของทุกข้อที่เอกสารไม่ได้แสดง จากเต็ม 100", example="100")
    basis: TypedBasis = say("ที่มาของคะแนน", "stated คือเอกสารระบุไว้ inferred คือผู้จัดทำข้อมูลอนุมาน", example="inferred")
    because: Text = say("เหตุผล", "เหตุที่ถือว่าข้ออื่นได้คะแนนเท่านี้", example="เอกสารแสดงเฉพาะข้อที่ไม่ได้คะแนน")


class PrintedLevel(Record):
    """One line of the level scale as the document prints it."""

    called = "เกณฑ์ระดับตามที่พิมพ์"

    level: Text = say("ระดับ", "ชื่อระดับตามที่เอกสารพิมพ์", example="A")
    lowest: Score = say("คะแนนต่ำสุด", "คะแนนต่ำสุดของระดับนี้ จากเต็ม 100", example="85.00")
    highest: Score = say("คะแนนสูงสุด", "คะแนนสูงสุดของระดับนี้ จากเต็ม 100", example="94.99")


class Comparison(Record):
    """The document's own table of change against another fiscal year.

    `table` has its cells as printed; `changes` and `row_labels` are what was kept of it before there was a place for
    them, and say nothing of its other cells.
    """

    called = "ตารางเปรียบเทียบกับปีอื่น"

    with_year: Year = say("เทียบกับปี", "ปีงบประมาณ พ.ศ. ที่เอกสารนำมาเปรียบเทียบ", example="2566")
    table: PrintedTable | None = say("ตารางตามที่พิมพ์", "หัวคอลัมน์และทุกช่องของตารางเปรียบเทียบ ลอกตามลำดับของเอกสาร", None)
    changes: ByKey[Change] = say(
        "คำบอกการเปลี่ยนแปลง",
        "คำของแต่ละแถว คือ เพิ่มขึ้น ลดลง หรือเท่าเดิม เขียนคู่กับเลขตัวชี้วัด รหัสเครื่องมือ total หรือ level ใช้เมื่อไม่ได้ลอกทั้งตารางไว้",
        {},
        example="{1: เพิ่มขึ้น, 2: ลดลง}",
    )
    row_labels: ByKey[Text] = say(
        "ชื่อแถวตามที่พิมพ์",
        "ชื่อของแถวตามที่พิมพ์ เขียนคู่กับเลขตัวชี้วัด รหัสเครื่องมือ total หรือ level ใช้เมื่อไม่ได้ลอกทั้งตารางไว้",
        {},
        example="{total: เฉลี่ย}",
    )
    at: Text | None = say("ที่ในเอกสาร", "หน้าหรือที่ในเอกสารต้นทาง", None, example="ตารางที่ 3")


class Remark(Record):
    """A remark of whoever entered the data, shown on the notes page."""

    called = "ข้อสังเกตของผู้จัดทำข้อมูล"
    shorthand: ClassVar[str] = "text"

    text: Text = say(
        "ข้อสังเกต", "ข้อความของผู้จัดทำข้อมูล แสดงในหน้าข้อสังเกตเกี่ยวกับข้อมูล", example="เอกสารพิมพ์ชื่อตัวชี้วัดที่ 9 ต่างกันสองแห่ง"
    )
    at: Text | None = say("ที่ในเอกสาร", "หน้าหรือที่ในเอกสารที่ข้อสังเกตกล่าวถึง", None, example="ตารางที่ 2")


class Scores(Record):
    """All figures that a document states for one fiscal year (Buddhist Era)."""

    called = "คะแนนของปี"

    fiscal_year: Year = say("ปีงบประมาณ", "ปีงบประมาณของผลการประเมิน เป็นปี พ.ศ.", example="2567")
    source: Sources | None = say("เอกสารต้นทาง", SOURCE, None, example="result-2567", refers="document")
    announced_on: Stated[Day] = say(
        "วันที่ประกาศผล", "วันที่ประกาศผลการประเมิน ปีเป็น พ.ศ.", Absence.NOT_ENTERED, example="15 สิงหาคม 2567"
    )
    rank: Stated[Rank] = say("ลำดับที่", "ลำดับที่ของหน่วยงานและกลุ่มที่จัดลำดับ", Absence.NOT_ENTERED)
    ranks: Annotated[tuple[Rank, ...], LISTED] = say(
        "ลำดับที่ในแต่ละกลุ่ม", "ลำดับที่ของหน่วยงานในกลุ่มอื่น เช่น จังหวัด อำเภอ หนึ่งรายการต่อหนึ่งกลุ่ม", ()
    )
    means: Annotated[tuple[PeerMean, ...], LISTED] = say(
        "ค่าเฉลี่ยของหน่วยงานอื่น",
        "ค่าเฉลี่ยของคะแนนรวมที่เอกสารนำมาเทียบ เช่น ของจังหวัด ของประเทศ หนึ่งรายการต่อหนึ่งค่า",
        (),
    )
    total: Figure = say("คะแนนรวม", "คะแนนรวมตามประกาศ จากเต็ม 100 ไม่ต้องคำนวณเอง", Figure())
    level: Level = say("ระดับ", "ระดับผลการประเมินตามถ้อยคำหรืออักษรของปีนั้น", Level())
    instruments: Annotated[ByInstrument[Figure], FILLED_IN] = say(
        "คะแนนรายเครื่องมือ", "คะแนนจากเต็ม 100 ของแต่ละเครื่องมือ เขียนคู่กับรหัส เช่น IIT EIT OIT", {}
    )
    parts: Annotated[ByInstrument[Figure], FILLED_IN] = say(
        "คะแนนรายส่วนของเครื่องมือ", "คะแนนจากเต็ม 100 ของแต่ละส่วนของเครื่องมือ เขียนคู่กับรหัส เช่น EIT-1 EIT-2", {}
    )
    indicators: Annotated[ByKey[Figure], FILLED_IN] = say(
        "คะแนนรายตัวชี้วัด", "คะแนนจากเต็ม 100 ของแต่ละตัวชี้วัด เขียนคู่กับเลขตัวชี้วัด", {}
    )
    subindicators: Annotated[ByKey[Figure], FILLED_IN] = say(
        "คะแนนรายตัวชี้วัดย่อย", "คะแนนจากเต็ม 100 ของแต่ละตัวชี้วัดย่อย เขียนคู่กับเลข เช่น 9.1", {}
    )
    valid_list: ValidList | None = say(
        "รายการที่ใช้เป็นผล", "เมื่อเอกสารพิมพ์คะแนนเดียวกันไว้สองรายการและไม่ตรงกัน บอกว่าใช้รายการใด เพราะเหตุใด", None
    )
    respondents: Annotated[ByInstrument[Respondents], FILLED_IN] = say(
        "จำนวนผู้ตอบแบบวัด", "จำนวนผู้ตอบของแต่ละแบบวัด เขียนคู่กับรหัส เช่น IIT EIT", {}
    )
    weighted: Annotated[ByInstrument[WeightedPoints], FILLED_IN] = say(
        "คะแนนถ่วงน้ำหนัก", "คะแนนของแต่ละเครื่องมือหลังคูณน้ำหนัก เมื่อเอกสารพิมพ์ไว้ เขียนคู่กับรหัส เช่น IIT", {}
    )
    unit_scores: tuple[UnitScore, ...] = say(
        "คะแนนของหน่วยงานภายใน", "คะแนนของสำนักหรือกองที่เอกสารพิมพ์ หนึ่งรายการต่อหนึ่งคะแนน", ()
    )
    questions: tuple[Question, ...] = say(
        "คะแนนรายข้อคำถาม", "ข้อคำถามของ IIT และ EIT ที่เอกสารกล่าวถึง หนึ่งรายการต่อหนึ่งข้อ", ()
    )
    items: ByItem[ItemResult] = say("ผลรายข้อ OIT", "ผลของข้อ OIT แต่ละข้อ เขียนคู่กับรหัสข้อ เช่น O15", {})
    items_not_listed: Stated[OtherItems] = say(
        "ผลของข้อที่ไม่ได้แสดง", "คะแนนของข้อ OIT ทุกข้อที่เอกสารไม่ได้แสดง พร้อมเหตุผล", Absence.NOT_ENTERED
    )
    printed_levels: tuple[PrintedLevel, ...] = say(
        "เกณฑ์ระดับตามที่พิมพ์", "ช่วงคะแนนของแต่ละระดับตามที่เอกสารพิมพ์ หนึ่งรายการต่อหนึ่งระดับ", ()
    )
    printed_levels_at: Text | None = say(
        "ที่ของเกณฑ์ระดับ", "หน้าหรือที่ในเอกสารซึ่งพิมพ์เกณฑ์ระดับ", None, example="หลักเกณฑ์การประเมินผล ข้อ 2"
    )
    comparison: Comparison | None = say("ตารางเปรียบเทียบ", "ตารางของเอกสารที่เปรียบเทียบผลกับปีงบประมาณอื่น", None)
    notes: tuple[Remark, ...] = say("ข้อสังเกต", "ข้อสังเกตของผู้จัดทำข้อมูลเกี่ยวกับเอกสาร", ())

    @property
    def all_ranks(self) -> tuple[Rank, ...]:
        """Every rank with its scope, the first one first."""
        first = known(self.rank)
        return (first, *self.ranks) if first else self.ranks
