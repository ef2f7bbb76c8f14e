"""The rules of an assessment year as data: instruments, weights, items, levels, rounding, each with its evidence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from pydantic import PrivateAttr

from prongsai.model.edition_facts import (
    AT_THE_END,
    Assessment,
    CalendarStage,
    Indicator,
    Instrument,
    LevelRule,
    Part,
    RoundingPath,
    Subindicator,
    Target,
)
from prongsai.model.edition_items import Item, ItemScores, ItemsTotal
from prongsai.model.edition_surveys import Questionnaires
from prongsai.model.evidence import FOUND, Evidence, Grade
from prongsai.model.offered import Offers
from prongsai.model.record import Record, say
from prongsai.model.types import ByInstrument, ByItem, ByKey, Ident, Text, Texts, Year
from prongsai.thai.codes import item_key, parse_item_code

NACC = "NACC-ITA"  # the scheme whose editions ship
_NAMED = {"instruments", "parts", "indicators", "subindicators", "items"}


class Edition(Record):
    """The rules of one assessment year (Buddhist Era) as far as they are verified."""

    called = "หลักเกณฑ์ของปี"

    scheme: Text = say(
        "ระบบการประเมิน",
        "รหัสของระบบการประเมิน หลักเกณฑ์ที่มากับโปรแกรมใช้ NACC-ITA การประเมินระบบอื่นใช้รหัสของตนเอง",
        example="NACC-ITA",
    )
    fiscal_year: Year = say("ปีงบประมาณ", "ปีงบประมาณ พ.ศ. ที่ประเมิน", example="2570")
    based_on: Year | None = say("ใช้ต่อจากปี", "ปีงบประมาณ พ.ศ. ของหลักเกณฑ์ที่ใช้ต่อในส่วนที่ปีนี้ไม่ได้กล่าวถึง", None, example="2567")
    assessment: Assessment | None = say("การประเมิน", "ชื่อของการประเมินและผู้จัด เมื่อเป็นการประเมินระบบอื่น", None)
    evidence: dict[Ident, Evidence] = say("หลักฐาน", "หลักฐานของหลักเกณฑ์ แต่ละรายการมีรหัสที่ข้อเท็จจริงอ้างถึงในช่อง evidence", {})
    unverified: Texts = say(
        "สิ่งที่ยังไม่ยืนยัน",
        "สิ่งที่ยังไม่มีเอกสารยืนยัน หนึ่งรายการต่อหนึ่งเรื่อง",
        (),
        example="[ลำดับการปัดเศษคะแนนไม่มีเอกสารใดระบุ]",
    )
    target: Target | None = say("ค่าเป้าหมาย", "คะแนนที่หน่วยงานควรได้", None)
    instruments: ByInstrument[Instrument] = say("เครื่องมือ", "เครื่องมือของปี แต่ละรายการใช้รหัสเป็นคีย์ เช่น IIT EIT OIT", {})
    parts: ByInstrument[Part] = say(
        "ส่วนของเครื่องมือ", "ส่วนของเครื่องมือที่เก็บข้อมูลแยกต่างหาก แต่ละรายการใช้รหัสเป็นคีย์ เช่น EIT-1", {}
    )
    indicators: ByKey[Indicator] = say("ตัวชี้วัด", "ตัวชี้วัดของปี แต่ละรายการใช้เลขตัวชี้วัดเป็นคีย์", {})
    subindicators: ByKey[Subindicator] = say("ตัวชี้วัดย่อย", "ตัวชี้วัดย่อยของปี แต่ละรายการใช้เลขเป็นคีย์ เช่น 9.1", {})
    items_total: ItemsTotal | None = say("จำนวนข้อ OIT", "จำนวนข้อ OIT ทั้งหมดของปี", None)
    item_scores: ItemScores | None = say("คะแนนที่ข้อ OIT มีได้", "คะแนนทั้งหมดที่ข้อ OIT ของปีมีได้", None)
    items: ByItem[Item] = say("ข้อ OIT", "ข้อ OIT ของปี แต่ละรายการใช้รหัสข้อเป็นคีย์ เช่น O1", {})
    unnumbered: ByKey[Item] = say(
        "ข้อ OIT ที่ยังไม่ยืนยันเลขข้อ",
        "ข้อ OIT ของปีที่ทราบว่ามีแต่ยังไม่ทราบเลขข้อ แต่ละรายการใช้รหัสความหมายเป็นคีย์ เช่น measures ซึ่งเป็นส่วนหนึ่งของลิงก์",
        {},
    )
    levels: tuple[LevelRule, ...] = say("ระดับ", "ระดับผลการประเมินพร้อมเงื่อนไข เรียงจากสูงไปต่ำ", ())
    levels_note: Text | None = say(
        "หมายเหตุของระดับ",
        "สิ่งที่ควรทราบเกี่ยวกับระดับ แสดงใต้ตารางระดับ",
        None,
        example="เงื่อนไขรายเครื่องมือยังไม่มีเอกสารยืนยัน",
    )
    rounding_paths: tuple[RoundingPath, ...] = say(
        "ลำดับการปัดเศษ", "ลำดับการปัดเศษที่โปรแกรมลองใช้คำนวณทวนคะแนนรวม หนึ่งรายการต่อหนึ่งลำดับ", ()
    )
    questions: Questionnaires = say(
        "ข้อคำถาม", "แบบวัดของแต่ละเครื่องมือ ใช้รหัสเครื่องมือเป็นคีย์ หลักฐานที่ใช้ร่วมกันเขียนในช่อง evidence", {}
    )
    calendar: tuple[CalendarStage, ...] = say("ปฏิทินการประเมิน", "ขั้นตอนของการประเมินและวัน หนึ่งรายการต่อหนึ่งขั้นตอน", ())

    _offered: Offers = PrivateAttr(default_factory=Offers)
    _incomplete: frozenset[str] = PrivateAttr(default=frozenset())
    _scales: Mapping[int, tuple[str, ...]] = PrivateAttr(default_factory=dict)

    @property
    def scales(self) -> Mapping[int, tuple[str, ...]]:
        """The levels of each year of its scheme that has any, from the highest; years of the Buddhist Era."""
        return self._scales

    def beside(self, scales: Mapping[int, tuple[str, ...]]) -> Edition:
        """The same rules with the levels of all years of their scheme."""
        copy = self.model_copy()
        copy._scales = scales
        return copy

    @property
    def incomplete(self) -> frozenset[str]:
        """The sections from which something was left out because it is only inferred; `places` are those of items."""
        return self._incomplete

    def judged_by(self, kept: Mapping[str, object], incomplete: frozenset[str]) -> Edition:
        """The rules with other values of some sections, of which `incomplete` have lost something."""
        copy = self.model_copy(update=dict(kept))
        copy._incomplete = incomplete
        return copy

    @property
    def offered(self) -> Offers:
        """Facts of near years for what this one lacks: names to show as such, never a ground to judge by."""
        return self._offered

    def offering(self, offers: Offers) -> Edition:
        """The same rules with what the nearest year says of what they lack."""
        copy = self.model_copy()
        copy._offered = offers
        return copy

    def names_for(self, section: str) -> dict[str, str]:
        """The names of a section by code, for forms: its own, and those of near years, each marked as such.

        None for a section that has no names, or is none.
        """
        if section not in _NAMED:
            return {}
        own = {code: _name_of(one) for code, one in getattr(self, section, {}).items()}
        offers = getattr(self.offered, section, {})
        named = {code: f"{_name_of(one.fact)} ({self._mark(one.year)})" for code, one in offers.items()}
        found = {code: name or named.get(code, "") for code, name in (dict.fromkeys(named, "") | own).items()}
        return {code: found[code] for code in self.in_order(found)} if section == "items" else found

    def _mark(self, year: int) -> str:
        return f"ตามหลักเกณฑ์ปี {year} ยังไม่ยืนยันสำหรับปี {self.fiscal_year}"

    def item_at(self, code: str) -> Item | None:
        """The item of a code, or the one that a near year lends in its place; None where nobody knows of it."""
        offer = self.offered.items.get(code)
        return self.items.get(code) or (offer.fact if offer else None)

    def item_of(self, key: str) -> str | None:
        """The code that the item of a meaning has this year, or None."""
        return next((code for code, item in self.items.items() if item.key == key), None)

    def item_called(self, key: str) -> str | None:
        """The code of the item that a key of this edition means or once meant, or None."""
        return self.item_of(key) or next((code for code, item in self.items.items() if key in item.former_keys), None)

    def in_order(self, codes: Iterable[str]) -> tuple[str, ...]:
        """The codes of its items with others that a year has, in official order.

        Codes of the NACC count up; another scheme has the order in which its edition names them.
        """
        found = dict.fromkeys((*self.items, *codes))
        if all(parse_item_code(code) for code in self.items):
            return tuple(sorted(found, key=item_key))
        return (*self.items, *sorted(found.keys() - self.items.keys(), key=item_key))

    @property
    def own_codes(self) -> frozenset[str]:
        """The codes of its items where it is of another scheme than that of the NACC."""
        return frozenset(self.items) if self.scheme != NACC else frozenset()

    @property
    def paths(self) -> tuple[RoundingPath, ...]:
        """The orders of rounding to try; where weights are stated but no order, the total alone is rounded."""
        return self.rounding_paths or ((AT_THE_END,) if self.knows_all_instruments else ())

    def indicator_of(self, question: str) -> str | None:
        """The number of the indicator that a question is about, as far as that is known."""
        return next((number for number, one in self.indicators.items() if question in one.questions), None)

    def is_inferred(self, names: Sequence[str]) -> bool:
        """True if evidence is named and all of it that the edition has is an inference."""
        found = [one.grade for name in names if (one := self.evidence.get(name)) is not None]
        return bool(found) and FOUND.isdisjoint(found)

    @property
    def judged_target(self) -> Decimal | None:
        """The score (points of 100) that agencies should reach, as far as anything may be judged by it."""
        return self.target.score if self.target is not None and not self.is_inferred(self.target.evidence) else None

    def verifies(self, names: Sequence[str], grades: frozenset[Grade] = FOUND) -> bool:
        """True if any of the named evidence has one of the grades."""
        return any((found := self.evidence.get(name)) is not None and found.grade in grades for name in names)

    @property
    def knows_all_instruments(self) -> bool:
        """True if the instruments are complete with their weights, so that a key outside the edition is wrong."""
        is_whole = bool(self.instruments) and self.weights.keys() == self.instruments.keys()
        return is_whole and self.incomplete.isdisjoint({"instruments", "indicators"})

    @property
    def states_rules(self) -> bool:
        """True if anything is verified that a year is assessed by."""
        return bool(self.instruments or self.items)

    @property
    def knows_all_items(self) -> bool:
        """True if the list of items is complete, so that a code outside it is certainly wrong."""
        is_whole = "items" not in self.incomplete
        return is_whole and self.items_total is not None and len(self.items) == self.items_total.count

    def items_under(self, subindicator: str) -> tuple[str, ...]:
        """The codes of the items of a sub-indicator, in official order."""
        return tuple(code for code, item in self.items.items() if item.subindicator == subindicator)

    @property
    def weights(self) -> dict[str, Decimal]:
        """Weights of the instruments in per cent, where verified."""
        return {code: tool.weight for code, tool in self.instruments.items() if tool.weight is not None}


def _name_of(fact: object) -> str:
    """The name or the title of a fact, else what it is about."""
    return next((str(text) for name in ("name", "title", "about") if (text := getattr(fact, name, None))), "")
