"""The bank of measures to propose: read once, chosen by what a finding is about, filled with what is known."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Annotated

from prongsai import paths
from prongsai.loading.parse_document import parse_document
from prongsai.loading.read_yaml import read_yaml
from prongsai.model.record import Record, say
from prongsai.model.types import LISTED, Ident, Key, Text, Texts
from prongsai.thai.numerals import to_arabic

PLACES = ("agency", "head", "chief", "year", "result_year", "what")
_PLACE = re.compile(r"\{([a-z_]+)\}")


class AskedAbout(Record):
    """A subject that questions of the surveys ask about, known by any of its words."""

    called = "เรื่องของข้อคำถาม"

    words: Texts = say("คำ", "คำที่บอกว่าข้อคำถามเป็นเรื่องนี้", example="[ขั้นตอนและระยะเวลา]")


class Proposal(Record):
    """A measure to propose; it is for items by their meaning, for indicators by number, or for what questions ask."""

    called = "มาตรการที่เสนอ"

    id: Ident = say("รหัส", "รหัสของข้อเสนอ", example="structure-chart")
    items: tuple[Ident, ...] = say("ความหมายของข้อ OIT", "รหัสความหมายของข้อที่ข้อเสนอนี้ใช้ได้", (), example="[structure]")
    indicators: tuple[Key, ...] = say("ตัวชี้วัด", "เลขของตัวชี้วัดที่ข้อเสนอนี้ใช้ได้", (), example="[8]")
    subjects: tuple[Ident, ...] = say("เรื่องของข้อคำถาม", "รหัสเรื่องที่ข้อเสนอนี้ใช้ได้", (), example="[equal-service]")
    title: Text = say("ชื่อมาตรการ", "ชื่อของข้อเสนอ", example="ปรับปรุงผังโครงสร้าง")
    steps: Texts = say("ขั้นตอน", "ขั้นตอน ไม่เกินห้าขั้น", example="[ตรวจผังโครงสร้าง]")
    monitoring: Annotated[Texts, LISTED] = say("การกำกับติดตาม", "วิธีกำกับติดตาม", example="ตรวจทุกเดือน")
    reporting: Annotated[Texts, LISTED] = say("การรายงานผล", "วิธีและเวลารายงาน", example="รายงานทุกไตรมาส")
    target: Annotated[Texts, LISTED] = say("เป้าหมาย", "เป้าหมายของข้อเสนอ", example="ครบทุกแห่ง")

    @property
    def texts(self) -> tuple[str, ...]:
        """All its texts in their order."""
        return (self.title, *self.steps, *self.monitoring, *self.reporting, *self.target)


class Bank(Record):
    """The subjects of questions, and all proposals."""

    called = "คลังมาตรการ"

    subjects: dict[Ident, AskedAbout] = say("เรื่องของข้อคำถาม", "เรื่องที่ข้อคำถามถาม แต่ละเรื่องมีรหัส", {})
    proposals: tuple[Proposal, ...] = say("ข้อเสนอ", "มาตรการที่เสนอ", ())

    def subjects_of(self, wording: str) -> tuple[str, ...]:
        """The subjects of a question, by its words."""
        return tuple(name for name, one in self.subjects.items() if any(word in wording for word in one.words))

    def for_item(self, meaning: str) -> Iterator[Proposal]:
        """The proposals for an item, in their order."""
        return (one for one in self.proposals if meaning in one.items)

    def for_indicator(self, number: str) -> Iterator[Proposal]:
        """The proposals for an indicator."""
        return (one for one in self.proposals if number in one.indicators)

    def for_subjects(self, names: Sequence[str]) -> Iterator[Proposal]:
        """The proposals for what a question asks, those for its first subject first."""
        for name in names:
            yield from (one for one in self.proposals if name in one.subjects)


@cache
def load_bank() -> Bank:
    """The bank as it ships."""
    reading = read_yaml(paths.BANK, "drafts/bank.yml")
    bank, problems = parse_document(reading.data, Bank)
    if bank is None or problems or reading.problems:
        raise ValueError(f"{paths.BANK}: {problems or reading.problems}")
    return bank


def fill(text: str, values: Mapping[str, str]) -> str:
    """A text of the bank with what is known in its places."""
    return _PLACE.sub(lambda found: values[found[1]], text)


@cache
def _parts_of(text: str) -> tuple[str, ...]:
    """The parts of a text of the bank around its gaps and places, without blanks."""
    return tuple(map(plain, re.split(r"___[^_]+___|\{[a-z_]+\}", text)))


def is_filled_in(text: str, found: str) -> bool:
    """True if a plain text that was found is this text of the bank with its gaps and places filled."""
    parts = _parts_of(text)
    could_be = found.startswith(parts[0]) and found.endswith(parts[-1])
    return could_be and re.fullmatch(".+".join(map(re.escape, parts)), found) is not None


def plain(text: str) -> str:
    """A text as compared with another: no blanks, Arabic digits."""
    return "".join(to_arabic(text).split())
