"""Records that do not change with the facts: the agency, its units and channels, documents, site options."""

from __future__ import annotations

from typing import Annotated, Literal, Self, get_args

from pydantic import model_validator

from prongsai.model.attached import Photo
from prongsai.model.catalogue import OpenData
from prongsai.model.colours import Colour
from prongsai.model.lifetimes import AgencyName, OtherAgency, Unit
from prongsai.model.record import Record, say
from prongsai.model.scalar import wrong
from prongsai.model.stated import Absence, Stated, known
from prongsai.model.types import (
    LISTED,
    Day,
    FileName,
    Flag,
    Ident,
    Key,
    Link,
    SiteAddress,
    Text,
    Texts,
    Year,
    in_words,
    typed_words,
)

ChannelKind = Literal["phone", "email", "line", "facebook", "web", "post"]
_Digits = Literal["thai", "arabic"]
_Openness = Literal["public", "internal"]
_Switch = Literal["off", "on"]
TypedChannel = Annotated[ChannelKind, in_words(*get_args(ChannelKind)), typed_words(*get_args(ChannelKind))]
Digits = Annotated[_Digits, in_words(*get_args(_Digits)), typed_words(*get_args(_Digits))]
Openness = Annotated[_Openness, in_words(*get_args(_Openness)), typed_words(*get_args(_Openness))]
Switch = Annotated[_Switch, in_words(*get_args(_Switch)), typed_words(*get_args(_Switch))]


class Channel(Record):
    """A way to reach the agency; `{page}` in a web address stands for the page that is asked about."""

    called = "ช่องทางติดต่อ"

    kind: TypedChannel = say(
        "ชนิดของช่องทาง",
        "phone โทรศัพท์, email อีเมล, line LINE, facebook Facebook, web เว็บไซต์หรือแบบฟอร์มบนเว็บ, post ไปรษณีย์",
        example="phone",
    )
    value: Text = say(
        "หมายเลขหรือที่อยู่",
        "หมายเลขโทรศัพท์ อีเมล ชื่อ LINE ที่อยู่เว็บ หรือที่อยู่ไปรษณีย์ ตามชนิดของช่องทาง ที่อยู่เว็บใส่ {page} ตรงที่รับที่อยู่ของหน้าที่สอบถามได้",
        example="0-2000-0000",
    )
    label: Text | None = say("คำที่แสดง", "คำที่แสดงบนหน้าเว็บแทนชื่อชนิดของช่องทาง", None, example="โทรศัพท์สำนักงาน")


class Survey(Record):
    """The agency's EIT survey of a fiscal year, which the public answers; from `opens` to `closes`, both included."""

    called = "แบบวัด EIT"

    url: Link = say("ที่อยู่ของแบบวัด", "ที่อยู่เว็บของแบบวัด EIT ที่คัดลอกจากระบบ ITAS", example="https://www.example.go.th/eit")
    fiscal_year: Year = say("ปีงบประมาณ", "ปีงบประมาณ พ.ศ. ของแบบวัด", example="2568")
    opens: Stated[Day] = say(
        "วันแรกที่ตอบได้", "วันแรกที่ประชาชนตอบแบบวัดได้ ปีเป็น พ.ศ.", Absence.NOT_ENTERED, example="1 มกราคม 2568"
    )
    closes: Stated[Day] = say(
        "วันสุดท้ายที่ตอบได้",
        "วันสุดท้ายที่ประชาชนตอบแบบวัดได้ ต้องไม่ก่อนวันแรก ปีเป็น พ.ศ.",
        Absence.NOT_ENTERED,
        example="30 มิถุนายน 2568",
    )
    note: Text | None = say(
        "หมายเหตุ", "ข้อความถึงผู้ตอบ เช่น ใช้เวลาตอบเท่าใด", None, example="ไม่ต้องกรอกชื่อ ใช้เวลาประมาณ 5 นาที"
    )

    @model_validator(mode="after")
    def _check_order(self) -> Self:
        opens, closes = known(self.opens), known(self.closes)
        if opens is not None and closes is not None and closes < opens:
            raise wrong("survey-dates-wrong", first=str(opens), last=str(closes))
        return self


class Complaints(Record):
    """The ways to report corruption to the agency, and how whoever reports it is protected."""

    called = "การแจ้งเรื่องร้องเรียนการทุจริต"

    text: Text | None = say("คำอธิบาย", "สิ่งที่ผู้แจ้งควรทราบหรือควรบอก", None, example="แจ้งชื่อเรื่อง วันเวลา สถานที่ และหลักฐานเท่าที่มี")
    channels: tuple[Channel, ...] = say("ช่องทางแจ้งเรื่อง", "ช่องทางแจ้งเรื่องร้องเรียนการทุจริต หนึ่งรายการต่อหนึ่งช่องทาง", ())
    confidentiality: Text | None = say(
        "การรักษาความลับ", "ข้อความเรื่องการรักษาความลับของผู้แจ้ง", None, example="เทศบาลไม่เปิดเผยชื่อผู้แจ้ง"
    )


class Agency(Record):
    """The agency whose site this is; `other_websites` count as its own besides the main one."""

    called = "หน่วยงาน"

    name: Stated[Text] = say(
        "ชื่อหน่วยงาน", "ชื่อเต็มของหน่วยงาน เขียนให้เหมือนกันทุกแห่ง", Absence.NOT_ENTERED, example="เทศบาลตำบลตัวอย่าง"
    )
    type: Stated[Text] = say(
        "ประเภทหน่วยงาน",
        "ประเภท เช่น องค์การบริหารส่วนตำบล เทศบาลตำบล เทศบาลเมือง",
        Absence.NOT_ENTERED,
        example="เทศบาลตำบล",
    )
    names: Annotated[tuple[AgencyName, ...], LISTED] = say(
        "ชื่อเดิม",
        "ชื่อที่หน่วยงานเคยใช้ เช่น ก่อนยกฐานะ หนึ่งรายการต่อหนึ่งชื่อ หน้าของแต่ละปีใช้ชื่อของปีนั้น",
        (),
    )
    predecessors: Annotated[tuple[OtherAgency, ...], LISTED] = say(
        "หน่วยงานเดิมที่รวมกัน",
        "หน่วยงานที่รวมเข้ามา หนึ่งรายการต่อหนึ่งหน่วยงาน ข้อมูลปีก่อนรวมของแต่ละหน่วยงานอยู่ในเว็บไซต์ของตน",
        (),
    )
    successor: OtherAgency | None = say("หน่วยงานที่รับช่วง", "หน่วยงานที่รับงานต่อ เมื่อหน่วยงานนี้รวมกับหน่วยงานอื่นหรือยุบแล้ว", None)
    district: Stated[Text] = say("อำเภอ", "ชื่ออำเภอ ไม่ต้องใส่คำว่าอำเภอนำหน้า", Absence.NOT_ENTERED, example="ตัวอย่าง")
    province: Stated[Text] = say("จังหวัด", "ชื่อจังหวัด ไม่ต้องใส่คำว่าจังหวัดนำหน้า", Absence.NOT_ENTERED, example="ตัวอย่าง")
    main_website: Stated[Link] = say(
        "เว็บไซต์หลัก",
        "ที่อยู่เว็บไซต์หลักของหน่วยงาน ขึ้นต้นด้วย https:// หรือ http://",
        Absence.NOT_ENTERED,
        example="https://www.example.go.th/",
    )
    other_websites: tuple[Link, ...] = say(
        "เว็บไซต์อื่นของหน่วยงาน",
        "เว็บไซต์ของหน่วยงานเองที่ใช้ชื่ออื่น โปรแกรมนับลิงก์คำตอบ OIT บนเว็บไซต์นั้นเป็นของหน่วยงาน หนึ่งรายการต่อหนึ่งเว็บไซต์",
        (),
        example='["https://www.example-museum.go.th/"]',
    )
    address: Stated[Text] = say(
        "ที่อยู่",
        "ที่อยู่ของสำนักงาน",
        Absence.NOT_ENTERED,
        example="เลขที่ 1 หมู่ที่ 1 ตำบลตัวอย่าง อำเภอตัวอย่าง จังหวัดตัวอย่าง",
    )
    channels: Stated[tuple[Channel, ...]] = say(
        "ช่องทางติดต่อ", "ช่องทางที่ประชาชนติดต่อหน่วยงานได้ หนึ่งรายการต่อหนึ่งช่องทาง", Absence.NOT_ENTERED
    )
    units: dict[Ident, Unit] = say(
        "หน่วยงานภายใน",
        "ส่วนราชการภายใน หนึ่งรายการต่อหนึ่งส่วนราชการ รหัสภาษาอังกฤษเป็นส่วนหนึ่งของที่อยู่เว็บ เผยแพร่แล้วห้ามเปลี่ยน",
        {},
    )
    eit_survey: Survey | None = say("แบบวัด EIT", "แบบวัด EIT ของประชาชนและผู้มาติดต่อ แสดงพร้อมคิวอาร์โค้ด", None)
    complaints: Complaints | None = say(
        "การแจ้งเรื่องร้องเรียนการทุจริต", "วิธีแจ้งเรื่องร้องเรียนการทุจริต และการรักษาความลับของผู้แจ้ง", None
    )
    open_data: OpenData | None = say(
        "ข้อมูลเปิด", "ข้อมูลที่ใช้ในหน้า /data/ และลงทะเบียนใน data.go.th กรอกเฉพาะที่หน่วยงานตกลงแล้ว", None
    )


class Document(Record):
    """A document from which facts were entered."""

    called = "เอกสารต้นทาง"

    title: Text = say("ชื่อเอกสาร", "ชื่อเต็มของเอกสาร", example="การวิเคราะห์ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2567")
    issued_by: Stated[Text] = say("ผู้ออกเอกสาร", "หน่วยงานที่ออกเอกสาร", Absence.NOT_ENTERED, example="เทศบาลตำบลตัวอย่าง")
    prepared_by: Stated[Text] = say("ผู้จัดทำ", "ส่วนราชการที่จัดทำเอกสาร", Absence.NOT_ENTERED, example="สำนักปลัดเทศบาล")
    fiscal_year: Stated[Year] = say("ปีงบประมาณ", "ปีงบประมาณ พ.ศ. ของเอกสาร", Absence.NOT_ENTERED, example="2567")
    issued_on: Stated[Day] = say(
        "วันที่ออกเอกสาร", "วันที่ที่ออกเอกสาร ปีเป็น พ.ศ.", Absence.NOT_ENTERED, example="15 กันยายน 2567"
    )
    url: Stated[Link] = say(
        "ที่เผยแพร่",
        "ที่อยู่เว็บของเอกสารฉบับที่เผยแพร่",
        Absence.NOT_ENTERED,
        example="https://www.example.go.th/ita/2567/analysis.pdf",
    )


class Documents(Record):
    """The source documents, by the key that data files cite."""

    called = "ทะเบียนเอกสารต้นทาง"

    documents: dict[Ident, Document] = say(
        "เอกสารต้นทาง", "เอกสารที่เป็นที่มาของข้อมูล แต่ละฉบับมีรหัสที่แฟ้มข้อมูลอ้างถึงในช่อง source", {}
    )


class SiteOptions(Record):
    """The options by which the site is shown; `base_path` is its folder on the host, `notice` is on every page.

    `way_in` are the steps from the first page of the agency's main website to this site. With `documents` on the
    pages of a year are made as PDF and Word too, which asks for the extra `documents` of the package. With
    `own_scripts` the agency's own pages and files may have scripts in them. With `precompressed` text files have a
    packed twin next to them.
    """

    called = "ตัวเลือกของเว็บไซต์"

    title: Text = say("ชื่อเว็บไซต์", "ชื่อที่แสดงที่หัวทุกหน้า", example="คุณธรรมและความโปร่งใส เทศบาลตำบลตัวอย่าง")
    logo: FileName | None = say(
        "ตราของหน่วยงาน",
        "ชื่อแฟ้มตราใน content/files พร้อมโฟลเดอร์ ชนิด SVG PNG JPG หรือ WebP แสดงที่หัวทุกหน้า แท็บของหน้า ภาพของลิงก์ และเอกสาร",
        None,
        example="logo.png",
    )
    emblem: FileName | None = say(
        "ครุฑของบันทึกข้อความ",
        "ชื่อแฟ้มตราครุฑของหน่วยงานใน content/files พร้อมโฟลเดอร์ ชนิด SVG PNG หรือ JPG พิมพ์ที่หัวบันทึกข้อความ โปรแกรมไม่มีแฟ้มนี้ให้",
        None,
        example="emblem.png",
    )
    colour: Colour | None = say(
        "สีของหน่วยงาน",
        "รหัสสีในเครื่องหมายคำพูด ใช้กับแถบหัว ลิงก์ และท้ายหน้า สีอ่อนที่อ่านยากใช้ไม่ได้ โปรแกรมบอกสีใกล้เคียงที่ใช้ได้",
        None,
        example='"#6b2d5c"',
    )
    photos: tuple[Photo, ...] = say("ภาพหน้าแรก", "ภาพถ่ายที่แสดงในหน้าแรก ทุกภาพมีข้อความแทนภาพ", ())
    numerals: Digits = say("ตัวเลขบนหน้าเว็บ", "thai เลขไทย, arabic เลขอารบิก", "thai", example="thai")
    notes: Openness = say(
        "การแสดงข้อสังเกต",
        "ข้อสังเกต ความพร้อม และวิธีแก้: public แสดงในเว็บไซต์ด้วย, internal เห็นเฉพาะเจ้าหน้าที่ใน check และ serve",
        "public",
        example="internal",
    )
    from_document: Flag = say(
        "จัดทำจากเอกสาร",
        "true คือจัดทำจากเอกสารที่หน่วยงานอื่นเผยแพร่ false คือหน่วยงานทำเว็บไซต์ของตนเอง",
        False,
        example="false",
    )
    notice: Text | None = say(
        "ข้อความบนทุกหน้า", "ข้อความของหน่วยงานที่แสดงบนทุกหน้า", None, example="ข้อมูลทั้งหมดในเว็บไซต์นี้เป็นเรื่องสมมติ"
    )
    site_url: SiteAddress | None = say(
        "ที่อยู่ของเว็บไซต์นี้", "ที่อยู่จริงแบบเต็มของเว็บไซต์นี้ เมื่อทราบแล้ว", None, example="https://www.example.go.th/ita/"
    )
    base_path: Key = say(
        "ที่อยู่ย่อย",
        "ที่อยู่ย่อยของเว็บไซต์บนเครื่องแม่ข่าย ขึ้นต้นและลงท้ายด้วย / ใช้เมื่อยังไม่ทราบ site_url",
        "/",
        example="/ita/",
    )
    way_in: Texts = say(
        "ทางเข้าจากเว็บไซต์หลัก",
        "ขั้นตอนจากหน้าแรกของเว็บไซต์หลักมาถึงเว็บไซต์นี้ หนึ่งรายการต่อหนึ่งขั้น",
        (),
        example="[หน้าแรกของเว็บไซต์เทศบาล, เมนู ITA]",
    )
    documents: Switch = say(
        "เอกสาร PDF และ Word",
        "on ทำเอกสาร PDF, Word และหน้าสำหรับพิมพ์ของทุกปีด้วย ซึ่ง PDF และ Word ต้องติดตั้ง prongsai[documents], off ไม่ทำ",
        "off",
        example="on",
    )
    own_scripts: Flag = say(
        "สคริปต์ของหน่วยงาน",
        "true คือหน้าและแฟ้มที่หน่วยงานเขียนเองใน content/ มีสคริปต์ได้ false คือไม่ให้มี",
        False,
        example="false",
    )
    precompressed: Flag = say(
        "แฟ้มบีบอัด",
        "true คือวางแฟ้มที่บีบอัดแล้ว (.gz) ไว้ข้างแฟ้มข้อความทุกแฟ้ม สำหรับเครื่องแม่ข่ายที่ไม่บีบอัดเองเมื่อส่ง false คือไม่วาง",
        False,
        example="true",
    )
