"""The table of what was done, which answers the item by itself, and how many measures have which status."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from prongsai.model.follow_up import Report, ReportColumns
from prongsai.model.reports import is_late, progress_of
from prongsai.model.site import FiscalYear, MeasureFacts, Site
from prongsai.model.stated import Absence, Printed, known
from prongsai.model.status import Progress
from prongsai.views.content import Cell, Part, Phrase, Table, cell
from prongsai.views.measures.counts import READ
from prongsai.views.measures.declared import (
    MOST_COLUMNS,
    declared_column,
    heads_of,
    is_filled,
    join_columns,
    more_column,
    value_parts,
    with_head,
)
from prongsai.views.measures.facts import measure_link, measure_name, responsible_parts, short_link
from prongsai.views.measures.period_columns import period_columns
from prongsai.views.measures.report_parts import (
    PARTS,
    SELDOM,
    UNIT_FIELD,
    lacking_fields,
    part_of,
    shown_parts,
    word_day,
    word_part,
    word_questions,
    word_round,
)
from prongsai.views.measures.reported import Reported, reported_rows
from prongsai.views.measures.results import first_address
from prongsai.views.measures.status_columns import status_columns
from prongsai.views.names import numbered
from prongsai.views.open_data.table import printed_text
from prongsai.views.speech import Speech
from prongsai.views.table import ROW, YEAR, Column, Heads, TableOf, measure_column

JOINED = "รายละเอียดตามรายงาน"  # the head of what a report says besides, where that is too much for columns


def _name(row: Reported, speech: Speech) -> object:
    if row.measure is not None:
        return measure_name(row.measure, speech)
    return own_head(row.report, speech) if row.report else None


def _head(row: Reported, speech: Speech) -> Cell:
    """The measure; or the number, the own title and the cited questions of a report that names none."""
    if row.measure is not None:
        name = (short_link if row.is_further else measure_link)(row.year.year, row.measure, speech)
        return cell(replace(name, href="") if row.is_further else name, head=True, anchor=row.anchor)
    return cell(*(own_head(row.report, speech) if row.report else ()), head=True, anchor=row.anchor)


def _units(row: Reported, speech: Speech) -> object:
    return unit_parts(row.facts, row.site, speech) if row.facts else None


def _units_shown(row: Reported, speech: Speech) -> object:
    if row.facts is None:
        return speech.missing()
    return None if row.is_further else _units(row, speech)


def _status_words(row: Reported, speech: Speech) -> Phrase:
    return speech.status(row.progress)


def _status_shown(row: Reported, speech: Speech) -> tuple[Phrase, ...]:
    """The status, and with that of a report its round and day."""
    status = speech.status(row.progress)
    if row.report is None:
        return (status,)
    day = word_day(row.report, row.year.year, speech) if row.with_day else ""
    words = " ".join(filter(None, (word_round(row.report, speech), day)))
    read = (Phrase(f"({READ})", kind="aside"),) if row.report.status_read else ()
    return (status, *((Phrase(words),) if words else ()), *read)


def _part(name: str) -> Column[Reported]:
    """One of the three parts; the page has the links with the evidence."""

    def said(row: Reported, speech: Speech) -> object:
        return part_of(row.report, name, speech) if row.report else None

    def shown(row: Reported, speech: Speech) -> object:
        return shown_parts(row.report, speech) if row.report else None

    about = "ตามเอกสาร หรือเหตุที่ไม่มี"
    return Column(name, PARTS[name], said, about, shown=shown if name == "evidence" else None)


def _of_report(get: Callable[[Report, Speech], object]) -> Callable[[Reported, Speech], object]:
    """A column of what a report says, empty where there is none."""
    return lambda row, speech: get(row.report, speech) if row.report else None


def _link_note(report: Report, speech: Speech) -> object:
    return None if first_address(report) else speech.stated(report.result_link)


def _cited(report: Report, _: Speech) -> str:
    return " ".join(filter(None, map(printed_text, report.questions)))


def _printed_round(report: Report, _: Speech) -> object:
    return report.round.printed if isinstance(report.round, Printed) else None


def _declared(name: str) -> Column[Reported]:
    def said(row: Reported, speech: Speech) -> tuple[Part, ...]:
        return value_parts(getattr(row.report, name), speech) if row.report else ()

    return declared_column(Report, name, said)


def _as_of(row: Reported, _: Speech) -> object:
    return row.year.follow_up.as_of if row.year.follow_up else Absence.NOT_ENTERED


def _topic_of(row: Reported) -> str:
    """The heading of its document that a row is below; empty where it is below none."""
    topics = row.year.follow_up.topics if row.year.follow_up else ()
    named = row.report.topic if row.report else None
    return next((topic.id for topic in topics if topic.id == named), "")


def _topic_title(row: Reported, _: Speech) -> str | None:
    topics = row.year.follow_up.topics if row.year.follow_up else ()
    return next((topic.title for topic in topics if topic.id == _topic_of(row)), None)


def _period(row: Reported) -> tuple[FiscalYear, object]:
    return row.year, row.report.period if row.report else None


FOLLOW_UP: TableOf[Reported] = TableOf(
    "follow-up",
    "ผลการดำเนินการ",
    "รายงานผลการดำเนินการ มาตรการที่ไม่มีรายงานมีแถวที่บอกเช่นนั้น",
    (
        YEAR,
        ROW,
        measure_column(lambda row, _: row.measure.id if row.measure else None, "ว่างเมื่อรายงานไม่ได้อ้างมาตรการในแฟ้มข้อมูล"),
        Column("name", "มาตรการ", _name, "ชื่อตามเอกสาร", shown=_head),
        Column(
            UNIT_FIELD,
            "หน่วยงานผู้รับผิดชอบ",
            _units,
            "ผู้รับผิดชอบของมาตรการ (หลัก) คือผู้รับผิดชอบหลัก",
            shown=_units_shown,
        ),
        Column("round", "รอบ", _of_report(lambda report, _: report.months), "รอบการรายงาน", "integer", "เดือน"),
        *status_columns("progress.status.group", _status_words, _status_shown),
        Column(
            "status_read",
            "อ่านสถานะจากตำแหน่ง",
            _of_report(lambda report, _: report.status_read),
            "true คือผู้จัดทำข้อมูลอ่านสถานะจากตำแหน่งในตาราง เอกสารไม่ได้ระบุเป็นคำ",
            "boolean",
        ),
        _part("evidence"),
        _part("summary"),
        _part("outcome"),
        Column("period", "ระยะเวลา", _of_report(lambda report, _: report.period), "ตามเอกสาร หรือเหตุที่ไม่มี"),
        *period_columns(_period),
        Column("questions", "ข้อคำถามที่อ้าง", _of_report(_cited), "รหัสข้อคำถาม คั่นด้วยช่องว่าง"),
        Column(
            "result_link",
            "ลิงก์ผลการดำเนินการ",
            _of_report(lambda report, _: first_address(report)),
            "ที่อยู่ของหลักฐาน",
        ),
        Column("result_link_note", "หมายเหตุของลิงก์ผลการดำเนินการ", _of_report(_link_note), "เหตุที่ไม่มีลิงก์"),
        Column("reported_on", "วันที่รายงาน", _of_report(lambda report, _: report.reported_on), "วันที่รายงาน", "day"),
        Column(
            "is_late",
            "รายงานย้อนหลัง",
            lambda row, _: is_late(row.report, row.year.year) if row.report else None,
            "true คือลงวันที่หลังสิ้นรอบเกิน 3 เดือน",
            "boolean",
        ),
        Column("as_of", "วันที่ของข้อมูล", _as_of, "วันที่ของข้อมูลในรายงานทั้งฉบับ", "day"),
        Column("round_printed", "รอบตามเอกสาร", _of_report(_printed_round), "คำของเอกสาร เมื่อไม่บอกจำนวนเดือนของรอบ"),
        *map(_declared, SELDOM),
        Column("topic", "รหัสหัวข้อ", lambda row, _: _topic_of(row) or None, "รหัสของหัวข้อที่รายงานอยู่ใต้"),
        Column("topic_title", "หัวข้อ", _topic_title, "หัวข้อตามเอกสาร"),
    ),
)


def follow_up_table(year: FiscalYear, site: Site, speech: Speech, topic: str | None = None) -> Table:
    """Per report: measure, unit, status with its round and day, the three parts of the item, and period.

    What the reports of a year lack altogether has no column: `follow_up_notes` says it once. With a `topic` it has the
    rows below that heading of the document; with an empty one those below none.
    """
    lacking = lacking_fields(year)
    shown = {name: word for name, word in _heads(year, speech).items() if not _is_lacking(name, lacking)}
    heads = year.follow_up.columns if year.follow_up else ReportColumns()
    by_name = {one.name: one for one in FOLLOW_UP.columns}
    own = [with_head(by_name[name], getattr(heads, name, None)) for name in _filled(year)]
    own += [more_column(head, _more_of) for head in heads_of(report.more for report in year.reports)]
    if len(own) > MOST_COLUMNS:
        own = [join_columns(JOINED, own)]
    table = replace(FOLLOW_UP, columns=tuple({**by_name, **{one.name: one for one in own}}.values()))
    shown |= {one.name: None for one in own}
    named = ("follow-up", f"ผลการดำเนินการตามมาตรการ {speech.fiscal_year(year.year)}")
    rows = [row for row in reported_rows(year, site, newest_first=True) if topic is None or _topic_of(row) == topic]
    return table.show(named, shown, rows, speech)


def report_name(year: FiscalYear, report: Report, speech: Speech) -> str:
    """The name of what a report is about: its measure, else its own title."""
    measure = next((one for one in year.listed_measures if one.id == report.measure), None)
    name = measure_name(measure, speech) if measure else speech.plain(own_head(report, speech))
    return " ".join(filter(None, (name, word_round(report, speech))))


def _filled(year: FiscalYear) -> Iterator[str]:
    """The fields that few reports have and some report of the year fills."""
    yield from (name for name in SELDOM if any(is_filled(getattr(report, name)) for report in year.reports))


def _more_of(row: Reported) -> Mapping[str, object]:
    return row.report.more if row.report else {}


def _is_lacking(name: str, lacking: frozenset[str]) -> bool:
    """True if a column would be empty: that of the evidence has the links to the results too."""
    return lacking.issuperset({name, "result_link"} if name == "evidence" else {name})


def _heads(year: FiscalYear, speech: Speech) -> Heads:
    """The columns of the page; the three parts are always called alike."""
    heads = year.follow_up.columns if year.follow_up else ReportColumns()
    return {
        "name": heads.title,
        UNIT_FIELD: "ผู้รับผิดชอบ",
        "status_words": heads.status,
        **{name: word_part(name, speech) for name in PARTS},
        "period": heads.period,
    }


def unit_parts(facts: MeasureFacts, site: Site, speech: Speech) -> tuple[Part, ...]:
    """The units responsible for a measure, shortly, as a long table says it: กองคลัง (หลัก), กองช่าง."""
    return tuple(_briefly(part) for part in responsible_parts(facts, site, speech))


def _briefly(part: Part) -> Part:
    """A unit by its name alone: the table is long, and its links are on the page of the measure."""
    if isinstance(part, Phrase):
        return replace(part, text=part.text.replace("ผู้รับผิดชอบหลัก", "หลัก"), href="")
    return part


def own_head(report: Report, speech: Speech) -> tuple[Phrase, ...]:
    """The head of a row that names no measure: its number, its own title and the questions it cites."""
    number = known(report.number)
    title = numbered(number, speech.plain(speech.stated(report.title)), speech)
    cited = (Phrase(f"(อ้างอิงข้อคำถาม {word_questions(report, speech)})", kind="aside"),) if report.questions else ()
    return (Phrase(title), *cited)


def progress_counts(year: FiscalYear) -> Counter[Progress]:
    """The number of measures by progress; a measure without a report counts as neither done nor undone.

    Reports that name no measure count by themselves: their document knows measures only as rows of the report.
    """
    found = [facts.progress for facts in year.measure_facts]
    return Counter([*found, *(progress_of((report,)) for report in year.reports if report.measure is None)])


def status_counts(year: FiscalYear, speech: Speech) -> tuple[tuple[Phrase, int], ...]:
    """The same in words."""
    return tuple((speech.status(progress), count) for progress, count in progress_counts(year).items())
