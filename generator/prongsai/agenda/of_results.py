"""Work that follows from a result: it is entered, analysed, and answered by the measures of the next year."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.agenda.days import RESULT, days_of
from prongsai.agenda.entry import Entry
from prongsai.agenda.moment import Moment
from prongsai.model.site import FiscalYear
from prongsai.model.stated import known

_DATA = "ตามข้อมูลในเว็บไซต์"


def result_entries(moment: Moment) -> Iterator[Entry]:
    """The entries on the results of the year before and the present one."""
    yield from _begin_year(moment)
    for number in moment.near_years:
        if moment.has_result(number):
            yield from _after_result(moment, moment.years[number])
        elif moment.is_whole(number, "scores"):
            yield from _ask_result(moment, number)
    yield from _not_read(moment)


def _not_read(moment: Moment) -> Iterator[Entry]:
    """Files of the near years that could not be read whole: what is in them is neither due nor done."""
    years = (*moment.near_years, moment.fiscal_year + 1)
    found = sorted(one for one in moment.context.incomplete if one.startswith(tuple(f"data/{year}/" for year in years)))
    if found:
        says = f"อ่านแฟ้มข้อมูลได้ไม่ครบ {len(found)} แฟ้ม รายการเตือนนี้จึงอาจไม่ครบ"
        do = "สั่ง prongsai check แล้วแก้ตามที่แจ้ง"
        yield Entry("data-unread", moment.fiscal_year, says, "", tuple(found), do, basis=_DATA)


def _begin_year(moment: Moment) -> Iterator[Entry]:
    """The data of the near years is begun; nothing is asked of the years before the first one of a site."""
    for number in moment.near_years:
        if not moment.years or number in moment.years or number < min(moment.years):
            continue
        says = f"ยังไม่มีแฟ้มข้อมูลของปีงบประมาณ {number}"
        yield Entry("year-not-begun", number, says, do=f"สั่ง prongsai new-year {number}", basis=_DATA)


def _ask_result(moment: Moment, number: int) -> Iterator[Entry]:
    """A result is asked for by the day that is known of it, and once its year is over."""
    days = days_of(moment, number, RESULT)
    if days.last is None:
        if number < moment.fiscal_year and number in moment.years:
            says = f"ปีงบประมาณ {number} สิ้นสุดแล้ว และยังไม่มีผลการประเมินในข้อมูล"
            do = f"ถ้าประกาศผลแล้ว กรอก data/{number}/scores.yml หรือแผ่นคะแนนของแบบกรอก"
            yield Entry("result-not-entered", number, says, do=do, basis="ตามวันสิ้นปีงบประมาณ")
        return
    if moment.today < days.last:
        says = f"วันประกาศผลการประเมินปีงบประมาณ {number}"
        do = "เมื่อได้ผลแล้ว กรอกคะแนนและเตรียมการวิเคราะห์"
        yield Entry("result-coming", number, says, do=do, since=days.last, basis=days.basis)
        return
    says = f"วันประกาศผลปีงบประมาณ {number} ที่ทราบคือ {days.last} แต่ยังไม่มีคะแนนในข้อมูล"
    do = f"ถ้าได้ผลแล้ว กรอก data/{number}/scores.yml ถ้ายังไม่ได้ผล แก้ result_on ในปฏิทินงานเมื่อทราบวันใหม่"
    yield Entry("result-not-entered", number, says, do=do, since=days.last, basis=days.basis)


def _after_result(moment: Moment, year: FiscalYear) -> Iterator[Entry]:
    number = year.year
    announced = known(year.scores.announced_on) if year.scores else None
    if year.analysis is None and moment.is_whole(number, "analysis"):
        told = f" ประกาศเมื่อ {announced}" if announced else ""
        says = f"มีผลการประเมินปีงบประมาณ {number} แล้ว{told} แต่ยังไม่มีการวิเคราะห์"
        do = f"กรอก data/{number}/analysis.yml หรือแผ่นการวิเคราะห์ของแบบกรอก"
        yield Entry("analysis-missing", number, says, do=do, since=announced, basis=_DATA)
    following = moment.years.get(number + 1)
    is_lacking = following is None or not following.listed_measures
    if is_lacking and moment.is_whole(number + 1, "measures"):
        says = f"ยังไม่มีมาตรการปีงบประมาณ {number + 1} ที่ตอบผลการประเมินปีงบประมาณ {number}"
        do = f"กรอก data/{number + 1}/measures.yml หรือแผ่นมาตรการของแบบกรอก"
        yield Entry("measures-missing", number + 1, says, do=do, since=announced, basis=_DATA)
