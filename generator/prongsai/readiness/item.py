"""The readiness of one item: what was found, and what could not be judged."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from prongsai.problems import Where
from prongsai.views.oit.answers import ItemAnswer
from prongsai.wording.item_reasons import Reason

Status = Literal["may-get-zero", "look", "nothing-found"]
STATUS_WORDS: dict[Status, str] = {
    "may-get-zero": "พบเหตุที่อาจได้ ๐",
    "look": "ต้องให้คนเปิดดู",
    "nothing-found": "ไม่พบเหตุที่โปรแกรมตรวจได้",
}


@dataclass(frozen=True)
class Finding:
    """One thing found of an item, in words; `costs` if it may cost the score, else a person has to look.

    `code` is that of the problem it comes from, empty where the answer itself says it; `where` is its place.
    """

    reason: Reason
    costs: bool
    says: str
    fix: str = ""
    code: str = ""
    where: Where | None = None


Unchecked = Literal["elements-unknown", "elements-unverified", "year-unknown", "year-unverified"]
UNCHECKED_WORDS: dict[Unchecked, str] = {
    "elements-unknown": "ยังไม่ทราบว่าข้อนี้ต้องแสดงข้อมูลใดบ้าง",
    "elements-unverified": "ข้อมูลที่ต้องแสดงยังไม่มีหลักฐานยืนยัน",
    "year-unknown": "ยังไม่ทราบว่าต้องเป็นข้อมูลของปีใด",
    "year-unverified": "ปีของข้อมูลยังไม่มีหลักฐานยืนยัน",
}


@dataclass(frozen=True)
class ItemReady:
    """The readiness of an item of a year; `unchecked` is what no rule could judge of it.

    `units` are the keys of the units that are responsible, those that a word for several means too.
    """

    answer: ItemAnswer
    findings: tuple[Finding, ...]
    unchecked: tuple[Unchecked, ...]
    units: tuple[str, ...] = ()

    @property
    def code(self) -> str:
        """The code of the item."""
        return self.answer.code

    @property
    def status(self) -> Status:
        """The worst of what was found; that nothing was found means no more than that."""
        if any(one.costs for one in self.findings):
            return "may-get-zero"
        return "look" if self.findings else "nothing-found"

    @property
    def is_answered(self) -> bool:
        """True if something is answered that counts for this year."""
        open_reasons = {Reason.NO_ANSWER, Reason.NOT_RENEWED}
        return not any(one.costs and one.reason in open_reasons for one in self.findings)

    def is_of(self, unit: str) -> bool:
        """True if a unit, by its key, is responsible for the item; every item is where no unit is asked for."""
        return not unit or unit in self.units


@dataclass(frozen=True)
class YearReady:
    """The readiness of the items of a fiscal year (Buddhist Era); `not_checked` is what holds for all of them.

    `total` is how many items its rules have, where that is known.
    """

    year: int
    items: tuple[ItemReady, ...]
    not_checked: tuple[str, ...]
    total: int | None

    def of_status(self, status: Status) -> tuple[ItemReady, ...]:
        """The items of a status, in official order."""
        return tuple(one for one in self.items if one.status == status)
