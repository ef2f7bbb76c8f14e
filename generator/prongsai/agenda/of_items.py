"""The OIT items before and in the window: not answered, waiting to be renewed, not ready, with links that broke."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from prongsai.agenda.days import OIT, KnownDays, days_of
from prongsai.agenda.entry import COORDINATOR, Entry
from prongsai.agenda.moment import Moment
from prongsai.problems import Problem
from prongsai.readiness.item import Finding, ItemReady
from prongsai.wording import message_of
from prongsai.wording.item_reasons import REASON_WORDS, Reason
from prongsai.wording.lacks import ANSWERS, TO_RENEW

_LINK = "oit-link-does-not-open"
_RESULT_LINK = "result-link-does-not-open"
_NIGHT = "แก้ให้เปิดได้ที่ที่อยู่เดิม แล้วสั่ง prongsai links อีกครั้ง"
_BY_UNIT = f"แก้ให้เปิดได้ที่ที่อยู่เดิม แล้วแจ้ง{COORDINATOR}"


def item_entries(moment: Moment) -> Iterator[Entry]:
    """The entries on the items of the open years, and on links that do not open."""
    for number, ready in moment.ready.items():
        days = _days(moment, number)
        if not _is_over(moment, number, days):
            yield from _waiting(number, ready.items, days)
        yield from _broken(number, ready.items)
        yield from _window(moment, number)
    yield from _of_reports(moment)


def _is_over(moment: Moment, number: int, days: KnownDays) -> bool:
    """True if nobody asks for the answers of a year any more: it is over, and so are the days that are known of it."""
    return number < moment.fiscal_year and (days.last is None or days.last < moment.today)


def _days(moment: Moment, number: int) -> KnownDays:
    """The days in which answers are given; without a last one, they are ready before somebody looks at them."""
    days = days_of(moment, number, OIT)
    year = moment.years.get(number)
    window = year.register.check_window if year and year.register else None
    if days.last is None and window is not None:
        return KnownDays(days.first, window.first.later(-1), f"ก่อนช่วงวันที่ตรวจใน data/{number}/oit.yml")
    return days


Kind = tuple[str, str, Callable[[Finding], bool], str, str]  # what the coordinator does, and what a unit does
_KINDS: tuple[Kind, ...] = (
    (
        "item-open",
        ANSWERS["open"].answer,
        lambda one: one.costs and one.reason is Reason.NO_ANSWER,
        "กรอกคำตอบและลิงก์ในทะเบียน",
        f"ส่งข้อมูลและลิงก์ให้{COORDINATOR}",
    ),
    (
        "item-to-renew",
        TO_RENEW,
        lambda one: one.reason is Reason.NOT_RENEWED,
        "ตรวจลิงก์และปีของข้อมูล แก้ให้เป็นของปีนี้ แล้วลบช่อง renew",
        f"ตรวจลิงก์และปีของข้อมูล แล้วส่งของปีนี้ให้{COORDINATOR}",
    ),
    (
        "item-may-get-zero",
        "พบเหตุที่อาจไม่ได้คะแนน",
        lambda one: one.costs and one.code != _LINK and one.reason not in {Reason.NO_ANSWER, Reason.NOT_RENEWED},
        "ดูเหตุและวิธีแก้ด้วย prongsai ready --year {year}",
        f"แก้ตามเหตุที่แจ้ง ขอวิธีแก้จาก{COORDINATOR} แล้วแจ้งเมื่อเสร็จ",
    ),
    (
        "item-to-look-at",
        "ต้องให้คนเปิดดู",
        lambda one: not one.costs and one.reason is not Reason.GENERAL_CONTACT,
        "ดูรายการด้วย prongsai ready --year {year}",
        f"เปิดดูทุกลิงก์ของข้อเหล่านี้ แล้วแจ้ง{COORDINATOR}",
    ),
)


def _waiting(number: int, items: Iterable[ItemReady], days: KnownDays) -> Iterator[Entry]:
    """The items of each unit by what they wait for; each item is in the gravest of its groups only."""
    left = list(items)
    for kind, word, fits, own_do, unit_do in _KINDS:
        found = [item for item in left if any(map(fits, item.findings))]
        left = [item for item in left if item not in found]
        for unit in _units(found):
            own = [item for item in found if unit in (item.units or ("",))]
            says = f"ข้อ OIT ปีงบประมาณ {number}: {word} {len(own)} ข้อ"
            details = tuple(_word(item, fits, with_reasons=kind == "item-may-get-zero") for item in own)
            do = unit_do if unit else own_do.format(year=number)
            yield Entry(kind, number, says, unit, details, do, days.first, days.last, days.basis)


def _units(items: Iterable[ItemReady]) -> Iterable[str]:
    return dict.fromkeys(unit for item in items for unit in item.units or ("",))


def _word(item: ItemReady, fits: Callable[[Finding], bool], *, with_reasons: bool) -> str:
    reasons = dict.fromkeys(REASON_WORDS[one.reason] for one in item.findings if fits(one))
    named = f"{item.code} {item.answer.title}".strip()
    return f"{named}: {', '.join(reasons)}" if with_reasons else named


def _broken(number: int, items: Iterable[ItemReady]) -> Iterator[Entry]:
    """The links of each unit that do not open."""
    broken = [item for item in items if any(one.code == _LINK for one in item.findings)]
    for unit in _units(broken):
        own = [item for item in broken if unit in (item.units or ("",))]
        details = tuple(f"{item.code}: {one.says}" for item in own for one in item.findings if one.code == _LINK)
        says = f"ลิงก์คำตอบ OIT ปีงบประมาณ {number} ใช้ไม่ได้ {len(details)} ลิงก์"
        do = _BY_UNIT if unit else _NIGHT
        yield Entry("link-broken", number, says, unit, details, do, basis="ตามผลตรวจลิงก์ล่าสุด")


def _window(moment: Moment, number: int) -> Iterator[Entry]:
    """The days on which the answers are looked at, until they are over."""
    year = moment.years.get(number)
    window = year.register.check_window if year and year.register else None
    if window is None or moment.today > window.last:
        return
    says = f"ช่วงวันที่ผู้ตรวจเปิดดูคำตอบ OIT ปีงบประมาณ {number} ทุกลิงก์ต้องเปิดได้ทุกวัน"
    do, basis = "ตั้งเวลาให้ prongsai links ตรวจทุกคืน และไม่ย้ายหรือลบหน้าใด", f"ตาม data/{number}/oit.yml"
    yield Entry("check-window", number, says, do=do, since=window.first, by=window.last, basis=basis)


def _of_reports(moment: Moment) -> Iterator[Entry]:
    """Links that show the result of measures and do not open; whose they are, only their file tells."""
    for number in moment.near_years:
        found: list[Problem] = [one for one in moment.problems if one.code == _RESULT_LINK and one.year == number]
        if found:
            says = f"ลิงก์ของรายงานหรือเอกสารแนบปีงบประมาณ {number} ใช้ไม่ได้ {len(found)} ลิงก์"
            details = tuple(message_of(one.code, one.values) for one in found)
            yield Entry("result-link-broken", number, says, "", details, _NIGHT, basis="ตามผลตรวจลิงก์ล่าสุด")
