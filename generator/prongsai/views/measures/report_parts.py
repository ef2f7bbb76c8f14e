"""What a report on a measure says, part by part: the three parts that the item asks for, its day and its link."""

from __future__ import annotations

from prongsai.model.measures import Report
from prongsai.model.newest_report import progress_of
from prongsai.model.report_days import is_late
from prongsai.model.stated import Absence, known
from prongsai.model.status import Status
from prongsai.views.content import Bullets, NamedFact, Part, Phrase, fact
from prongsai.views.speech import Speech, bullet
from prongsai.wording.terms import LATE_REPORT

PARTS = {  # in the order and near the words of the follow-up item of FY 2564, as เทศบาลตำบลเมืองแกลง prints it
    "summary": "ผลการดำเนินการ",
    "evidence": "หลักฐาน",
    "outcome": "ผลที่เกิดขึ้น",
}
DAY, LINK = "วันที่รายงาน", "ลิงก์ผล"
_SILENT = {Absence.NOT_ENTERED, Absence.NOT_STATED, Absence.BLANK_CELL}
_UNDER_WAY = {Status.NOT_STARTED, Status.IN_PROGRESS}


def word_part(name: str, speech: Speech) -> str:
    """The name of a part with its place: (๓) ผลที่เกิดขึ้น."""
    return f"({speech.digits([*PARTS].index(name) + 1)}) {PARTS[name]}"


def part_of(report: Report, name: str, speech: Speech) -> tuple[Part, ...]:
    """One of the parts; that there is none is no last word while the measure is under way."""
    value = getattr(report, name)
    if value is Absence.NONE and known(report.status) in _UNDER_WAY:
        return (Phrase("ยังไม่มี", kind="absent"),)
    return speech.texts(value, ordered=False) if isinstance(value, tuple) else speech.stated(value)


def word_round(report: Report, speech: Speech) -> str:
    """รอบ ๖ เดือน, or nothing where the report names no round."""
    return f"รอบ {speech.digits(report.round)} เดือน" if report.round else ""


def day_parts(report: Report, year: int, speech: Speech) -> tuple[Part, ...]:
    """The day of a report; one that was written in retrospect is never shown as if it were on time."""
    late = (Phrase(f"({LATE_REPORT})", kind="aside"),) if is_late(report, year) else ()
    return (*speech.stated(report.reported_on), *late)


def word_day(report: Report, year: int, speech: Speech) -> str:
    """The day in a line of its own: ลงวันที่ ๔ เมษายน ๒๕๖๖, รายงานย้อนหลัง ลงวันที่ …, or why it has none."""
    day: object = report.reported_on
    if isinstance(day, Absence):
        return speech.absence_of(day, DAY)
    if is_late(report, year):
        return f"{LATE_REPORT} ลงวันที่ {speech.digits(day)}"
    return f"ลงวันที่ {speech.plain(speech.stated(day))}"


def link_parts(report: Report, speech: Speech) -> tuple[Part, ...]:
    """The link to the result under its own address, without what every address begins with."""
    link = known(report.result_link)
    if link is None:
        return speech.stated(report.result_link)
    return (Phrase(link.partition("://")[2].removesuffix("/") or link, href=link),)


def shown_parts(report: Report, speech: Speech) -> tuple[Part, ...]:
    """The evidence of a report as points, with the link to the result below them: one of the two may be missing."""
    link = link_parts(report, speech) if known(report.result_link) is not None else ()
    points = known(report.evidence)
    if points is not None:
        return (Bullets(tuple(bullet(point) for point in points), ordered=False), *link)
    return link if link and report.evidence in _SILENT else (*part_of(report, "evidence", speech), *link)


def report_facts(report: Report, year: int, speech: Speech) -> tuple[NamedFact, ...]:
    """What a report says of one measure of a fiscal year (Buddhist Era)."""
    turn = word_round(report, speech)
    facts = [
        *((fact("รอบการรายงาน", turn),) if turn else ()),
        fact("สถานะ", speech.status(progress_of((report,)))),
        fact(DAY, *day_parts(report, year, speech)),
        *(fact(word_part(name, speech), *part_of(report, name, speech)) for name in PARTS),
    ]
    if report.result_link is not Absence.NOT_ENTERED:
        facts.append(fact(LINK, *link_parts(report, speech)))
    facts.append(fact("ระยะเวลา", *speech.stated(report.period)))
    if report.questions:
        facts.append(fact("อ้างอิงข้อคำถาม", word_questions(report, speech)))
    return tuple(facts)


def word_questions(report: Report, speech: Speech) -> str:
    """The questions that a report cites."""
    return ", ".join(speech.plain(speech.stated(code)) for code in report.questions)
