"""Names and units that hold from a day to a day: those of the agency, of its units, and of agencies that it follows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Annotated, Any, Generic, Protocol, TypeVar

from prongsai.model.record import Record, say
from prongsai.model.types import LISTED, FirstDay, Flag, LastDay, Link, Text, Texts
from prongsai.thai.bounds import Bound, day_before, first_day_of, last_day_of
from prongsai.thai.dates import BuddhistDate


def _used_from(example: str) -> Any:
    """The first day of a name."""
    meaning = "วันแรกที่ใช้ชื่อนี้ หรือปีงบประมาณแรก เว้นไว้ถ้าไม่ทราบ หรือใช้มาแต่เดิม"
    return say("ตั้งแต่วันที่", meaning, None, example=example, alias="from")


def _used_to(example: str) -> Any:
    """The last day of a name."""
    meaning = "วันสุดท้ายที่ใช้ชื่อนี้ หรือปีงบประมาณสุดท้าย เว้นไว้ถ้าไม่ทราบ"
    return say("ถึงวันที่", meaning, None, example=example, alias="to")


class FormerName(Record):
    """A name that a unit had from a day to a day, both included."""

    called = "ชื่อเดิมของหน่วยงานภายใน"
    shorthand = "name"

    name: Text = say("ชื่อเดิม", "ชื่อเต็มที่เคยใช้", example="กองการศึกษา")
    first: FirstDay | None = _used_from("1 ตุลาคม 2558")
    last: LastDay | None = _used_to("30 กันยายน 2564")
    aliases: Texts = say("ชื่ออื่น", "ชื่ออื่นที่เอกสารในช่วงนั้นใช้เรียก หนึ่งรายการต่อหนึ่งชื่อ", (), example="[กองการศึกษาฯ]")


class AgencyName(Record):
    """A name that the agency had from a day to a day, both included, with what else was different then."""

    called = "ชื่อเดิมของหน่วยงาน"
    shorthand = "name"

    name: Text = say("ชื่อเดิม", "ชื่อเต็มที่เคยใช้", example="องค์การบริหารส่วนตำบลตัวอย่าง")
    first: FirstDay | None = _used_from("25 สิงหาคม 2552")
    last: LastDay | None = _used_to("24 สิงหาคม 2564")
    type: Text | None = say("ประเภทหน่วยงานเดิม", "ประเภทของหน่วยงานเมื่อใช้ชื่อนี้", None, example="องค์การบริหารส่วนตำบล")
    district: Text | None = say("อำเภอเดิม", "ชื่ออำเภอเมื่อใช้ชื่อนี้ ถ้าต่างจากปัจจุบัน", None, example="ตัวอย่าง")
    province: Text | None = say("จังหวัดเดิม", "ชื่อจังหวัดเมื่อใช้ชื่อนี้ ถ้าต่างจากปัจจุบัน", None, example="ตัวอย่าง")


class OtherAgency(Record):
    """An agency that this one follows, or by which it is followed: its name, its days and where its own site is."""

    called = "หน่วยงานที่รวมหรือรับช่วง"
    shorthand = "name"

    name: Text = say("ชื่อหน่วยงาน", "ชื่อเต็มของหน่วยงานนั้น", example="องค์การบริหารส่วนตำบลข้างเคียง")
    first: FirstDay | None = say(
        "ตั้งแต่วันที่",
        "วันแรกของหน่วยงานนั้น หรือวันแรกที่รับช่วงงาน หรือปีงบประมาณแรก",
        None,
        example="1 ตุลาคม 2564",
        alias="from",
    )
    last: LastDay | None = say(
        "ถึงวันที่",
        "วันสุดท้ายก่อนรวม หรือปีงบประมาณสุดท้าย",
        None,
        example="30 กันยายน 2564",
        alias="to",
    )
    website: Link | None = say(
        "เว็บไซต์",
        "ที่อยู่เว็บที่เก็บหน้าและข้อมูลของหน่วยงานนั้นไว้ ที่อยู่เดิมทุกหน้าอยู่ใต้ที่อยู่นี้",
        None,
        example="https://ita-old.example.go.th/",
    )


class Unit(Record):
    """A responsible unit of the agency; `group` marks a printed group such as ทุกกอง, `units` what that means."""

    called = "หน่วยงานภายใน"

    name: Text = say("ชื่อหน่วยงานภายใน", "ชื่อเต็มของส่วนราชการภายใน ที่ใช้ในปัจจุบัน", example="สำนักปลัดเทศบาล")
    aliases: Texts = say("ชื่ออื่น", "ชื่ออื่นที่เอกสารใช้เรียกส่วนราชการเดียวกัน หนึ่งรายการต่อหนึ่งชื่อ", (), example="[สำนักปลัด]")
    group: Flag = say(
        "เป็นคำเรียกรวม",
        "true คือคำที่หมายถึงหลายส่วนราชการรวมกัน เช่น ทุกกอง false คือส่วนราชการเดียว",
        False,
        example="true",
    )
    units: Texts = say(
        "หน่วยงานในคำเรียกรวม",
        "รหัสของส่วนราชการที่คำเรียกรวมหมายถึง เว้นไว้ถ้าคำนั้นหมายถึงทุกส่วนราชการ เช่น ทุกกอง",
        (),
        example="[clerk, finance]",
        refers="unit",
    )
    first: FirstDay | None = say(
        "จัดตั้งเมื่อ", "วันแรกของส่วนราชการนี้ หรือปีงบประมาณแรก ถ้าทราบ", None, example="1 ตุลาคม 2564", alias="from"
    )
    last: LastDay | None = say(
        "วันสุดท้ายก่อนยุบ",
        "วันสุดท้ายของส่วนราชการที่ยุบแล้ว หรือปีงบประมาณสุดท้าย ส่วนราชการที่ยังมีอยู่ไม่ต้องกรอก",
        None,
        example="30 กันยายน 2564",
        alias="to",
    )
    names: Annotated[tuple[FormerName, ...], LISTED] = say(
        "ชื่อเดิม", "ชื่อที่ส่วนราชการนี้เคยใช้ หนึ่งรายการต่อหนึ่งชื่อ หน้าของแต่ละปีใช้ชื่อของปีนั้น", (), example="[กองการศึกษา]"
    )
    successor: Texts = say(
        "ผู้รับงานต่อ", "รหัสของส่วนราชการที่รับงานต่อเมื่อยุบ แยกให้หลายส่วนราชการก็ได้", (), example="[finance]", refers="unit"
    )


class Lasting(Protocol):
    """Something that holds from a day to a day; what has no bound is not known to begin or to end."""

    @property
    def first(self) -> Bound | None:
        """The first day."""

    @property
    def last(self) -> Bound | None:
        """The last day."""


class Named(Lasting, Protocol):
    """A name with its days."""

    @property
    def name(self) -> str:
        """The name."""


N = TypeVar("N", bound=Named)


@dataclass(frozen=True)
class Span(Generic[N]):
    """A former name with the days between which it is known to have held."""

    of: N
    first: BuddhistDate | None
    last: BuddhistDate

    def holds_within(self, first: BuddhistDate, last: BuddhistDate) -> bool:
        """True if the name held on any day from `first` to `last`."""
        return (self.first is None or self.first <= last) and first <= self.last


def spans_of(names: Iterable[N]) -> tuple[Span[N], ...]:
    """The former names whose last day is known, oldest first; without one it is the day before the next one's first."""
    ordered = sorted(names, key=_order)
    return tuple(_spans(ordered))


def _spans(ordered: Sequence[N]) -> Iterator[Span[N]]:
    for place, one in enumerate(ordered):
        later = (next_one.first.day for next_one in ordered[place + 1 :] if next_one.first is not None)
        following = next(later, None)
        last = one.last.day if one.last else day_before(following) if following else None
        if last is not None:
            yield Span(one, one.first.day if one.first else None, last)


def _order(one: Lasting) -> BuddhistDate:
    bound = one.last or one.first
    return bound.day if bound else BuddhistDate(9999, 12, 31)


def name_at_end(names: Iterable[N], fiscal_year: int) -> N | None:
    """The former name that held on the last day of a fiscal year (Buddhist Era); None where it is the present one.

    The last day counts since the documents on a year are finished at its end or later, when its result is known.
    """
    day = last_day_of(fiscal_year)
    return next((span.of for span in spans_of(names) if span.holds_within(day, day)), None)


def exists_in(one: Lasting, fiscal_year: int) -> bool:
    """True if something may have existed on any day of a fiscal year (Buddhist Era)."""
    is_late = one.first is not None and one.first.day > last_day_of(fiscal_year)
    return not is_late and not (one.last is not None and one.last.day < first_day_of(fiscal_year))
