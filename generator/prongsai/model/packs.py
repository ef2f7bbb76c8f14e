"""Packs: the rules of a year as one agency entered them and handed them on, and how far they are trusted."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Literal

from prongsai.model.record import Record, say
from prongsai.model.source import SourcedMap
from prongsai.model.types import Day, Link, Text
from prongsai.thai.agency_names import may_be_one_agency


class PackHead(Record):
    """The head of a pack: who made it, and when; `format` is that of its layout."""

    called = "ชุดหลักเกณฑ์"

    format: Literal["1"] = say("รุ่นของรูปแบบ", "รุ่นของรูปแบบชุดหลักเกณฑ์", example='"1"')
    agency: Text = say("หน่วยงานที่กรอก", "ชื่อเต็มของหน่วยงานที่กรอกหลักเกณฑ์จากคู่มือ", example="เทศบาลตำบลตัวอย่าง")
    district: Text | None = say("อำเภอ", "อำเภอของหน่วยงานที่กรอก", None, example="ตัวอย่าง")
    province: Text | None = say("จังหวัด", "จังหวัดของหน่วยงานที่กรอก", None, example="ตัวอย่าง")
    website: Link | None = say("เว็บไซต์", "เว็บไซต์หลักของหน่วยงานที่กรอก", None, example="https://www.example.go.th/")
    made_on: Day = say("วันที่จัดทำ", "วันที่จัดทำชุดหลักเกณฑ์นี้", example="29 พฤศจิกายน 2569")

    def may_be_of_same(self, other: PackHead) -> bool:
        """True unless the two are certainly of two agencies."""
        if self.website and self.website == other.website:
            return True
        return may_be_one_agency(self.agency, self.province, other.agency, other.province)


@dataclass(frozen=True, eq=False)
class Pack:
    """A pack that was read from `file`: its head, its year (Buddhist Era), and the sound parts of its rules."""

    file: str
    head: PackHead
    year: int
    rules: SourcedMap

    @property
    def agency(self) -> str:
        """The agency that entered it."""
        return self.head.agency


class Trust(Enum):
    """The trust that packs are given when the rules of a year are put together.

    SHOWN has all they say, with grades that tell who entered it; CONFIRMED only what several agencies entered alike;
    AS_GIVEN takes each at its word, so that it can be told what would follow from it.
    """

    SHOWN = "shown"
    CONFIRMED = "confirmed"
    AS_GIVEN = "as-given"
