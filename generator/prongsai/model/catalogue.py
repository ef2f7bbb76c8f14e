"""Open data as the government's data catalogue asks about it, in its own words."""

from __future__ import annotations

from typing import Literal, get_args

from prongsai.model.record import Record, say
from prongsai.model.types import Link, Text

Licence = Literal[
    "License not specified",
    "Creative Commons Attributions",
    "Creative Commons Attribution Share-Alike",
    "Creative Commons Non-Commercial (Any)",
    "Open Data Common",
    "GNU Free Documentation License",
    "อื่นๆ",
]
Frequency = Literal[
    "ไม่ทราบ",
    "ปี",
    "ครึ่งปี",
    "ไตรมาส",
    "เดือน",
    "สัปดาห์",
    "วัน",
    "วันทำการ",
    "ชั่วโมง",
    "นาที",
    "ตามเวลาจริง",
    "ไม่มีการปรับปรุงหลังจากการจัดเก็บข้อมูล",
    "อื่นๆ",
]


class OpenData(Record):
    """The agency's description of its open data, in the words of the government's data catalogue."""

    called = "ข้อมูลเปิด"

    maintainer: Text | None = say("ชื่อผู้ติดต่อ", "ชื่อส่วนราชการที่ดูแลข้อมูล ไม่ใช่ชื่อบุคคล", None, example="กองยุทธศาสตร์และงบประมาณ")
    maintainer_email: Text | None = say("อีเมลผู้ติดต่อ", "อีเมลของส่วนราชการที่ดูแลข้อมูล", None, example="opendata@example.go.th")
    objective: Text | None = say(
        "วัตถุประสงค์",
        "วัตถุประสงค์ของการเปิดข้อมูล",
        None,
        example="ให้ประชาชนติดตามผลการประเมินและมาตรการของเทศบาลได้",
    )
    update_frequency: Frequency | None = say(
        "หน่วยความถี่ของการปรับปรุง",
        "ปรับปรุงข้อมูลบ่อยเพียงใด ใช้คำของบัญชีข้อมูลภาครัฐคำใดคำหนึ่ง: " + ", ".join(get_args(Frequency)),
        None,
        example="ครึ่งปี",
    )
    geo_coverage: Text | None = say(
        "ขอบเขตเชิงภูมิศาสตร์", "พื้นที่ที่ข้อมูลครอบคลุม ใช้คำของบัญชีข้อมูลภาครัฐ", None, example="เทศบาล/อบต."
    )
    license: Licence | None = say(
        "สัญญาอนุญาต",
        "สัญญาอนุญาตให้ใช้ข้อมูล ใช้คำของบัญชีข้อมูลภาครัฐคำใดคำหนึ่ง: " + ", ".join(get_args(Licence)),
        None,
        example="Creative Commons Attributions",
    )
    license_url: Link | None = say(
        "ที่อยู่ของสัญญาอนุญาต", "ที่อยู่เว็บของข้อความสัญญาอนุญาต", None, example="https://www.example.go.th/licence"
    )
