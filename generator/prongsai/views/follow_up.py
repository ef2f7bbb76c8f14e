"""The report of what was done: facts, the table, and how many measures have which status."""

from __future__ import annotations

from collections.abc import Sequence

from prongsai.model.measures import Measure, Report, ReportColumns
from prongsai.model.site import FiscalYear
from prongsai.model.stated import Absence, known
from prongsai.views.content import Cell, Column, Fact, Phrase, Table, cell, fact
from prongsai.views.measures import measure_link, reports_of, status_of
from prongsai.views.speech import Speech
from prongsai.wording.terms import NO_REPORT


def report_facts(report: Report, speech: Speech) -> tuple[Fact, ...]:
    """What a report says of one measure."""
    link = known(report.result_link)
    turn = f"รอบ {speech.digits(report.round)} เดือน" if report.round else ""
    facts = [
        *((fact("รอบการรายงาน", turn),) if turn else ()),
        fact("สถานะ", speech.status(report.status)),
        fact("สิ่งที่ดำเนินการและหลักฐาน", *speech.stated(report.evidence)),
        fact("สรุปผลการดำเนินการ", *speech.stated(report.summary)),
        fact("ผลที่เกิดขึ้น", *speech.stated(report.outcome)),
        fact("ระยะเวลา", *speech.stated(report.period)),
    ]
    if report.questions:
        words = ", ".join(
            part.text for code in report.questions for part in speech.stated(code) if isinstance(part, Phrase)
        )
        facts.append(fact("อ้างอิงข้อคำถาม", words))
    if link is not None:
        facts.append(Fact("ลิงก์ผลการดำเนินการ", (Phrase(link, href=link),)))
    return (*facts, fact("วันที่รายงาน", *speech.stated(report.reported_on)))


def follow_up_table(year: FiscalYear, speech: Speech) -> Table:
    """Per measure: status, what was carried out, summary and period, in the document's order."""
    rows: list[tuple[Cell, ...]] = []
    for measure in year.measures.measures if year.measures else ():
        reports = reports_of(year, measure)
        name = measure_link(year.year, measure, speech)
        if not reports:
            none = cell(Phrase(NO_REPORT, kind="absent"))
            head = cell(name, head=True, anchor=measure.id)
            rows.append((head, cell(status_of(year, measure, speech)), none, none, none))
        anchors = _anchors(measure, reports)
        rows += [
            (cell(name, head=True, anchor=anchor), *_report_cells(report, speech))
            for anchor, report in zip(anchors, reports, strict=True)
        ]
    for position, report in enumerate(year.follow_up.reports if year.follow_up else (), start=1):
        if report.measure is None:
            rows.append((_own_head(report, position, speech), *_report_cells(report, speech)))
    heads = year.follow_up.columns if year.follow_up else ReportColumns()
    columns = (
        Column(heads.title or "มาตรการ"),
        Column(heads.status or "สถานะ"),
        Column(heads.evidence or "สิ่งที่ดำเนินการและหลักฐาน"),
        Column(heads.summary or "สรุปผล"),
        Column(heads.period or "ระยะเวลา"),
    )
    caption = f"ผลการดำเนินการตามมาตรการ {speech.fiscal_year(year.year)}"
    return Table("follow-up", caption, columns, tuple(rows), stacks=True)


def _anchors(measure: Measure, reports: Sequence[Report]) -> list[str]:
    """The fragments of a measure's reports: its id for the first, then with the months of the round, else a count."""
    anchors: list[str] = []
    for place, report in enumerate(reports, start=1):
        wanted = measure.id if place == 1 else f"{measure.id}-{report.round or place}"
        anchors.append(wanted if wanted not in anchors else f"{wanted}-{place}")
    return anchors


def _own_head(report: Report, position: int, speech: Speech) -> Cell:
    """The head of a row that names no measure: its number, its own title and the questions it cites."""
    number = known(report.number)
    head = f"{speech.digits(number)}. " if number is not None else ""
    words = ", ".join(speech.plain(speech.stated(code)) for code in report.questions)
    cited = (Phrase(f"(อ้างอิงข้อคำถาม {words})", kind="aside"),) if words else ()
    title = speech.plain(speech.stated(report.title))
    return cell(Phrase(f"{head}{title}"), *cited, head=True, anchor=f"r{position:02d}")


def _report_cells(report: Report, speech: Speech) -> tuple[Cell, ...]:
    done = speech.stated(report.evidence)
    outcome = () if report.outcome is Absence.NOT_ENTERED else (Phrase(" "), *speech.stated(report.outcome))
    turn = (Phrase(f"รอบ {speech.digits(report.round)} เดือน", kind="aside"),) if report.round else ()
    return (
        cell(speech.status(report.status), *turn),
        cell(*done),
        cell(*speech.stated(report.summary), *outcome),
        cell(*speech.stated(report.period)),
    )


def status_counts(year: FiscalYear, speech: Speech) -> tuple[tuple[Phrase, int], ...]:
    """How many measures have which status; a measure without a report counts as neither done nor undone.

    Reports that name no measure count by themselves: their document knows measures only as rows of the report.
    """
    counts: dict[Phrase, int] = {}
    found = [status_of(year, measure, speech) for measure in (year.measures.measures if year.measures else ())]
    reports = year.follow_up.reports if year.follow_up else ()
    found += [speech.status(report.status) for report in reports if report.measure is None]
    for status in found:
        counts[status] = counts.get(status, 0) + 1
    return tuple(counts.items())
