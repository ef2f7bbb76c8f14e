"""The days of a year's assessment: as the agency states them, as its rules do, and those of earlier years."""

from __future__ import annotations

import re
from dataclasses import dataclass

from prongsai.agenda.moment import Moment
from prongsai.model.agency import Survey
from prongsai.model.calendar import Calendar, DayWindow
from prongsai.model.edition import Edition
from prongsai.model.edition_facts import CalendarStage
from prongsai.model.stated import known
from prongsai.thai.dates import BuddhistDate, fiscal_year_of

OIT, IIT, EIT, APPEAL, RESULT = "oit_window", "iit_window", "eit_window", "appeal_window", "result_on"
STAGES = {  # what each is called here, and the words by which a stage of an edition's calendar means it
    OIT: ("ช่วงตอบแบบตรวจ OIT", re.compile(r"ตอบ.*OIT")),
    IIT: ("ช่วงแบบวัด IIT", re.compile(r"IIT")),
    EIT: ("ช่วงแบบวัด EIT", re.compile(r"EIT")),
    APPEAL: ("ช่วงดูคะแนน OIT เบื้องต้นและชี้แจง", re.compile(r"ชี้แจง|อุทธรณ์")),
    RESULT: ("วันประกาศผล", re.compile(r"ประกาศผล")),
}
_FIRST_RULES = 2562


@dataclass(frozen=True)
class KnownDays:
    """The first and the last day of a stage as far as they are known, and who states them."""

    first: BuddhistDate | None
    last: BuddhistDate | None
    basis: str

    @property
    def is_known(self) -> bool:
        """True if any of them is known."""
        return self.first is not None or self.last is not None


def days_of(moment: Moment, number: int, stage: str) -> KnownDays:
    """The days of a stage of a year: by the agency, else by the rules of that very year."""
    year, survey = moment.years.get(number), moment.site.agency.eit_survey
    asked = survey if survey is not None and survey.fiscal_year == number else None
    found = _of_agency(year.calendar if year else None, asked, stage)
    if found.is_known:
        return found
    edition = moment.edition_of(number)
    stated = _stage_in(edition, number, stage) if edition else None
    if edition is None or stated is None or not edition.verifies(stated.evidence):
        return KnownDays(None, None, "")
    days = stated.days
    if days is None or fiscal_year_of(days[1].year, days[1].month) != number:
        return KnownDays(None, None, "")
    return KnownDays(*days, f"ตามหลักเกณฑ์ปี {number}")


def _of_agency(calendar: Calendar | None, survey: Survey | None, stage: str) -> KnownDays:
    basis = f"ตาม data/{calendar.fiscal_year}/calendar.yml" if calendar else ""
    if calendar is not None and stage == RESULT:
        day = known(calendar.result_on)
        return KnownDays(day, day, basis)
    window = _window_of(calendar, stage)
    if window is None and stage == EIT and survey is not None:
        return KnownDays(known(survey.opens), known(survey.closes), "ตาม eit_survey ใน site_config/agency.yml")
    return KnownDays(known(window.first), known(window.last), basis) if window else KnownDays(None, None, "")


def _window_of(calendar: Calendar | None, stage: str) -> DayWindow | None:
    found = getattr(calendar, stage, None)
    return found if isinstance(found, DayWindow) else None


def _stage_in(edition: Edition, number: int, stage: str) -> CalendarStage | None:
    """The stage in the calendar of a year; one that was taken over from another year's rules names that year."""
    _, words = STAGES[stage]
    return next((one for one in edition.calendar if words.search(one.stage) and str(number) in one.date), None)


def word_earlier(moment: Moment, number: int, stage: str) -> str:
    """The days of the same stage in the nearest earlier year of which they are known, in words; empty for none."""
    for earlier in range(number - 1, _FIRST_RULES - 1, -1):
        edition = moment.edition_of(earlier)
        found = _stage_in(edition, earlier, stage) if edition else None
        if found is not None:
            return f"ปี {earlier} คือ {found.date} ใช้เป็นแนวทางเท่านั้น"
    return ""
