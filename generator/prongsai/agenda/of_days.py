"""Windows and days of the present year: surveys, answers, appeal, deadlines of the agency, and those unknown."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.agenda.days import APPEAL, EIT, IIT, OIT, RESULT, STAGES, days_of, word_earlier
from prongsai.agenda.entry import COORDINATOR, Entry
from prongsai.agenda.moment import Moment
from prongsai.analysis.shared_work import units_in

_TO_DO = {
    OIT: ("ส่งคำตอบ OIT ในระบบ ITAS", "ทำใบคำตอบด้วย prongsai export oit --year {year} แล้วคัดลอกไปกรอก"),
    IIT: ("แจ้งบุคลากรให้ตอบแบบวัด IIT และติดตามจำนวนผู้ตอบ", "ให้บุคลากรตอบเอง ผู้อื่นไม่เห็นคำตอบ"),
    EIT: (
        "เชิญประชาชนและผู้มาติดต่อตอบแบบวัด EIT และติดตามจำนวนผู้ตอบ",
        "วางคิวอาร์โค้ดของหน้าติดต่อไว้ที่จุดบริการและช่องทางของหน่วยงาน",
    ),
    APPEAL: (
        "ดูคะแนน OIT เบื้องต้นและชี้แจงข้อที่ไม่เห็นด้วย",
        "ตรวจกับลิงก์ที่ส่งไว้เดิม เมื่อพ้นช่วงนี้โดยไม่ชี้แจง อาจถือว่ายอมรับคะแนน",
    ),
}
_ADDRESS = "ยังไม่ได้กรอกที่อยู่แบบวัด EIT ของปีนี้ใน eit_survey ของ site_config/agency.yml หน้าเว็บจึงยังไม่มีคิวอาร์โค้ด"


def day_entries(moment: Moment) -> Iterator[Entry]:
    """The entries on the windows of the present year, as long as its result is not entered, and on own deadlines."""
    number = moment.fiscal_year
    if not moment.has_result(number):
        for stage in _TO_DO:
            yield from _window(moment, number, stage)
        yield from _unknown(moment, number)
    yield from _own_deadlines(moment)


def _window(moment: Moment, number: int, stage: str) -> Iterator[Entry]:
    """A window that is known and not over."""
    days = days_of(moment, number, stage)
    if not days.is_known or (days.last is not None and moment.today > days.last):
        return
    what, do = _TO_DO[stage]
    details = (_ADDRESS,) if stage == EIT and not _has_address(moment, number) else ()
    says = f"{what} ปีงบประมาณ {number}"
    kind = stage.replace("_", "-")
    yield Entry(kind, number, says, "", details, do.format(year=number), days.first, days.last, days.basis)


def _has_address(moment: Moment, number: int) -> bool:
    survey = moment.site.agency.eit_survey
    return survey is not None and survey.fiscal_year == number


def _unknown(moment: Moment, number: int) -> Iterator[Entry]:
    """The days that nobody has told yet; those of an earlier year are said to be that and no more.

    Once the day of the result has come, the others are over.
    """
    result = days_of(moment, number, RESULT).last
    if result is not None and moment.today >= result:
        return
    lacking = [stage for stage in STAGES if not days_of(moment, number, stage).is_known]
    details = [_word_unknown(moment, number, stage) for stage in lacking]
    if EIT in lacking and not _has_address(moment, number):
        details.append(_ADDRESS)
    if lacking:
        says = f"ยังไม่ทราบวันของการประเมินปีงบประมาณ {number} จำนวน {len(lacking)} ขั้นตอน"
        do = f"เมื่อได้รับแจ้ง กรอกใน data/{number}/calendar.yml"
        yield Entry("days-unknown", number, says, "", tuple(details), do, waits=True)


def _word_unknown(moment: Moment, number: int, stage: str) -> str:
    title, _ = STAGES[stage]
    earlier = word_earlier(moment, number, stage)
    unknown = f"ยังไม่ทราบ{title}" if stage == RESULT else f"ยังไม่ทราบวันของ{title}"
    return f"{unknown} ({earlier})" if earlier else unknown


def _own_deadlines(moment: Moment) -> Iterator[Entry]:
    for year in moment.years.values():
        for one in year.deadlines:
            if one.done or year.year < moment.near_years[0]:
                continue
            for unit in units_in(moment.site, one.unit, year.year) or ("",):
                basis = f"ตาม data/{year.year}/calendar.yml"
                do = f"เมื่อเสร็จแล้ว แจ้ง{COORDINATOR}" if unit else "เมื่อเสร็จแล้ว กรอก done: true ในปฏิทินงาน"
                yield Entry("own-deadline", year.year, one.title, unit, (), do, by=one.by, basis=basis, about=one.title)
