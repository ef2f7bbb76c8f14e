"""The reports on measures, part by part, and what those of a year lack altogether."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.model.follow_up import Report
from prongsai.model.reports import is_late, on_time_until, progress_of, results_of, rounds_of
from prongsai.model.site import FiscalYear
from prongsai.model.stated import Absence, Printed, known
from prongsai.model.status import Status
from prongsai.thai.dates import MONTHS
from prongsai.views.content import Bullets, NamedFact, Part, Phrase, fact
from prongsai.views.measures.counts import READ
from prongsai.views.measures.declared import more_facts, said_of, seldom_fields, value_parts
from prongsai.views.measures.results import result_parts
from prongsai.views.measures.words import word_names
from prongsai.views.speech import Speech, bullet
from prongsai.wording.terms import LATE_REPORT

PARTS = {  # in the order and near the words of the follow-up item of FY 2564, as เทศบาลตำบลเมืองแกลง prints it
    "summary": "ผลการดำเนินการ",
    "evidence": "หลักฐาน",
    "outcome": "ผลที่เกิดขึ้น",
}
DAY, LINK = "วันที่รายงาน", "ลิงก์ผล"
SELDOM = seldom_fields(Report)
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
    """รอบ ๖ เดือน, the words of the document where they do not tell the months, or nothing without a round."""
    if isinstance(report.round, Printed):
        printed = speech.digits(report.round.printed)
        return printed if "รอบ" in printed or not printed.isdecimal() else f"รอบที่ {printed}"
    return f"รอบ {speech.digits(report.months)} เดือน" if report.months else ""


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
    """The links to what shows the result, or why there is none."""
    return result_parts(report) or speech.stated(report.result_link)


def shown_parts(report: Report, speech: Speech) -> tuple[Part, ...]:
    """The evidence of a report as points, with the links to the result below them: one of the two may be missing."""
    links = result_parts(report)
    points = known(report.evidence)
    if points is not None:
        return (Bullets(tuple(bullet(point) for point in points), ordered=False), *links)
    return links if links and report.evidence in _SILENT else (*part_of(report, "evidence", speech), *links)


def _read(report: Report) -> tuple[Phrase, ...]:
    return (Phrase(f"({READ})", kind="aside"),) if report.status_read else ()


def report_facts(report: Report, year: int, speech: Speech) -> tuple[NamedFact, ...]:
    """The facts of a report on one measure of a fiscal year (Buddhist Era): those of every report, then the others."""
    turn = word_round(report, speech)
    facts = [
        *((fact("รอบการรายงาน", turn),) if turn else ()),
        fact("สถานะ", speech.status(progress_of((report,))), *_read(report)),
        fact(DAY, *day_parts(report, year, speech)),
        *(fact(word_part(name, speech), *part_of(report, name, speech)) for name in PARTS),
    ]
    if results_of(report) or report.result_link is not Absence.NOT_ENTERED:
        facts.append(fact(LINK, *link_parts(report, speech)))
    facts.append(fact("ระยะเวลา", *speech.stated(report.period)))
    if report.questions:
        facts.append(fact("อ้างอิงข้อคำถาม", word_questions(report, speech)))
    return (*facts, *_declared_facts(report, speech))


def _declared_facts(report: Report, speech: Speech) -> tuple[NamedFact, ...]:
    """The fields that few reports have, as declared and filled, then the document's own columns."""
    found = (fact(said_of(Report, name).title, *value_parts(getattr(report, name), speech)) for name in SELDOM)
    return (*(one for one in found if one.parts), *more_facts(report.more, speech))


def word_questions(report: Report, speech: Speech) -> str:
    """The questions that a report cites."""
    return ", ".join(speech.plain(speech.stated(code)) for code in report.questions)


UNIT_FIELD, DAY_FIELD = "responsible", "reported_on"
_NAMES = {UNIT_FIELD: "ผู้รับผิดชอบ", **PARTS, "result_link": LINK, "period": "ระยะเวลา", DAY_FIELD: DAY}
_EMPTY = {Absence.NOT_ENTERED, Absence.NOT_STATED, Absence.BLANK_CELL}


def lacking_fields(year: FiscalYear) -> frozenset[str]:
    """The fields that no report of a year fills, not even by saying that there is none."""
    return frozenset(name for name in _NAMES if all(_is_empty(value) for value in _values(year, name)))


def _is_empty(value: object) -> bool:
    return isinstance(value, Absence) and value in _EMPTY


def _values(year: FiscalYear, name: str) -> list[object]:
    """A field of every report; the responsible units are with the measures."""
    if name == UNIT_FIELD:
        return [facts.value(UNIT_FIELD) for facts in year.measure_facts]
    if name == "result_link":
        return [results_of(report) or report.result_link for report in year.reports]
    return [getattr(report, name) for report in year.reports]


def follow_up_notes(year: FiscalYear, speech: Speech) -> tuple[str, ...]:
    """The notes below the table: what is missing everywhere, the document's own heads, what in retrospect means."""
    return (*_missing(year, speech), *_own_heads(year, speech), *_late(year, speech))


def _missing(year: FiscalYear, speech: Speech) -> Iterator[str]:
    if not year.reports:
        return
    by_absence: dict[Absence, list[str]] = {}
    lacking = lacking_fields(year)
    for name in (name for name in _NAMES if name in lacking):
        absences = (value for value in _values(year, name) if isinstance(value, Absence))
        found = {speech.unknown if absence is Absence.NOT_ENTERED else absence for absence in absences}
        absence = found.pop() if len(found) == 1 else speech.unknown
        by_absence.setdefault(absence, []).append(_NAMES[name])
    for absence, names in by_absence.items():
        yield speech.absence_of(absence, word_names(names))


def _own_heads(year: FiscalYear, speech: Speech) -> Iterator[str]:
    """The document's own heads of the three parts, where it uses other words."""
    heads = year.follow_up.columns if year.follow_up else None
    own = {name: getattr(heads, name, None) for name in PARTS if name not in lacking_fields(year)}
    told = [
        f"{word_part(name, speech)} คือช่อง “{head}”" for name, head in own.items() if head not in {None, PARTS[name]}
    ]
    if told:
        yield f"ในเอกสาร {' '.join(told)}"


def _late(year: FiscalYear, speech: Speech) -> Iterator[str]:
    if any(is_late(report, year.year) for report in year.reports):
        yield speech.digits(
            f"{LATE_REPORT} หมายถึง รายงานที่ลงวันที่หลังสิ้นรอบเกิน 3 เดือน คือ {word_names(list(_last_days(year)))}"
        )


def _last_days(year: FiscalYear) -> Iterator[str]:
    for months in rounds_of(year.reports):
        last = on_time_until(months, year.year)
        yield f"หลังวันที่ {last.day} {MONTHS[last.month - 1][0]} สำหรับรอบ {months} เดือน"
