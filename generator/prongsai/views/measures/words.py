"""The first sentence of a measure's page: what is planned, by whom, until when, and how far it is."""

from __future__ import annotations

from collections.abc import Sequence

from prongsai.model.follow_up import Report
from prongsai.model.measures import Measure, Responsible
from prongsai.model.reports import day_of_data, is_late
from prongsai.model.site import FiscalYear, MeasureFacts, Site
from prongsai.model.stated import Absence, Printed, known
from prongsai.model.status import Status
from prongsai.thai.periods import Period
from prongsai.views.measures.word_period import word_period
from prongsai.views.names import agency_today, in_brackets, unit_phrase
from prongsai.views.speech import Speech
from prongsai.wording.terms import LATE_REPORT

WHO, WHEN = "ผู้รับผิดชอบ", "ระยะเวลาดำเนินการ"
MOST_NAMED = 4  # units named in the sentence; all of them are in the facts below it
MOST_QUOTED = 40  # characters of a period that could not be read


def word_lead(facts: MeasureFacts, site: Site, speech: Speech) -> str:
    """The sentence; every fact that is not known is said to be unknown in words of its own.

    Agency and units are called as at the end of the year of the measure.
    """
    site = site.in_year(facts.year.year)
    pieces = (_promise(facts.measure, site, speech), *_terms(facts, site, speech), _state(facts, speech))
    return " ".join(pieces)


def word_names(names: Sequence[str]) -> str:
    """Names as a Thai list: กองคลัง กองช่าง และกองการศึกษา; apart where a name has an และ of its own."""
    if len(names) <= 1:
        return "".join(names)
    is_apart = len(names) > 2 or any("และ" in name for name in names)
    return f"{' '.join(names[:-1])}{' ' if is_apart else ''}และ{names[-1]}"


def _promise(measure: Measure, site: Site, speech: Speech) -> str:
    agency = _agency(site)
    if measure.plain_summary:
        return f"มาตรการนี้ของ{agency}มีสาระสำคัญคือ {measure.plain_summary}"
    title = measure.shown_title.printed if isinstance(measure.shown_title, Printed) else measure.shown_title
    if isinstance(title, Absence):
        return f"{agency}กำหนดมาตรการนี้ โดย{speech.absence_of(title, 'ชื่อมาตรการ')}"
    kind = "" if title.startswith("มาตรการ") else "มาตรการ"
    return f"{agency}กำหนด{kind} “{title}”"


def _agency(site: Site) -> str:
    """The name of the agency, with what it is called today between it and what follows."""
    today = agency_today(site)
    return f"{known(site.agency.name) or 'หน่วยงาน'}{f' {in_brackets(today)} ' if today else ''}"


def _terms(facts: MeasureFacts, site: Site, speech: Speech) -> tuple[str, ...]:
    """By whom and until when; where both are absent for the same reason, that is said once."""
    year, who, when = facts.year, facts.value("responsible"), facts.value("period")
    if isinstance(who, Absence) and who is when:
        return (speech.absence_of(who, f"{WHO}และ{WHEN}"),)
    named = year.year if year.measures and year.measures.year_stated else None
    return _who(who, site, speech), _when(when, named, speech)


def _who(who: Responsible | Absence | Printed, site: Site, speech: Speech) -> str:
    if isinstance(who, Absence):
        return speech.absence_of(who, WHO)
    if not isinstance(who, Responsible):
        return f"เอกสารพิมพ์{WHO}ว่า “{who.printed}”"
    lead, units = (_units(texts, site, speech) for texts in (who.lead, who.units))
    if lead:
        beside = f" ร่วมกับ{units}" if units else ""
        return f"โดยมี{lead}{_gap(lead)}เป็น{WHO}หลัก{beside}"
    named = units or who.printed
    return f"โดยมี{named}{_gap(named)}เป็น{WHO}" if named else speech.absence_of(Absence.NOT_ENTERED, WHO)


def _gap(name: str) -> str:
    return " " if name.endswith("ฯ") else ""


def _units(texts: Sequence[str], site: Site, speech: Speech) -> str:
    names = [unit_phrase(site, text).text for text in texts]
    if len(names) <= MOST_NAMED:
        return word_names(names)
    return f"{' '.join(names[:2])} และอีก {speech.digits(len(names) - 2)} หน่วยงาน"


def _when(when: Period | Absence | Printed, fiscal_year: int | None, speech: Speech) -> str:
    if isinstance(when, Period) and not when.contradiction:
        return word_period(when, fiscal_year, speech)
    if isinstance(when, Absence):
        return speech.absence_of(when, WHEN)
    if len(when.printed) <= MOST_QUOTED:
        return f"เอกสารพิมพ์{WHEN}ว่า “{when.printed}”"
    return f"ช่อง{WHEN}ในเอกสารพิมพ์ข้อความอื่นไว้ ดังที่แสดงด้านล่าง"


def _state(facts: MeasureFacts, speech: Speech) -> str:
    """The progress by its newest report; that there is no report says nothing of what was done."""
    progress, word = facts.progress, facts.progress.status.word
    if progress.status is Status.NO_REPORT:
        return f"และ{word}ของมาตรการนี้"
    if progress.status is Status.DISPUTED:
        return f"ส่วน{word}"
    if progress.status is Status.NOT_STATED:
        return "ส่วนรายงานผลไม่ได้ระบุสถานะ"
    named = word or f"“{progress.printed}”"
    return f"{_as_of(facts.year, facts.newest[-1], speech)}คือ {named}"


def word_as_of(year: FiscalYear, report: Report, speech: Speech) -> str:
    """ผล ณ วันที่ ๓๐ กันยายน ๒๕๖๖: of which day or which report the status of a measure is."""
    return _as_of(year, report, speech).strip()


def _as_of(year: FiscalYear, report: Report, speech: Speech) -> str:
    """Of which day the state is: that of the data, where it is of the same round, else that of the report."""
    late = is_late(report, year.year)
    day = None if late else day_of_data(year.follow_up, report)
    if day is not None:
        return f"ผล ณ วันที่ {speech.date(day)} "
    turn = f"รอบ {speech.digits(report.months)} เดือน" if report.months else ""
    named = f"{LATE_REPORT if late else 'รายงาน'}{turn}"
    written = known(report.reported_on)
    gap = " " if turn else ""
    return f"ผลตาม{named}{gap}ลงวันที่ {speech.date(written)} " if written is not None else f"ผลตาม{named}{gap}"
