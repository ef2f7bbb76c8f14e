"""Open data of the measures: what is promised, what it answers, what was done, and how many are how far."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai import addresses
from prongsai.analysis.listed import Listed
from prongsai.analysis.results import Results
from prongsai.model.measures import Basis, Report
from prongsai.model.newest_report import progress_of
from prongsai.model.report_days import is_late
from prongsai.model.site import FiscalYear, Site
from prongsai.model.stated import Absence, known
from prongsai.model.status import GROUPS
from prongsai.views.basis import basis_parts
from prongsai.views.chart_measures_tally import Tally, unit_tallies, year_tally
from prongsai.views.follow_up import Reported, own_head, reported_rows, unit_parts
from prongsai.views.measures import measure_name, measure_title, responsible_parts, stated_parts
from prongsai.views.open_table import (
    COUNT,
    MEASURE,
    OF_MEASURE,
    OF_YEAR,
    ROW,
    YEAR,
    Field,
    OpenTable,
    Row,
    Value,
    day_fields,
    figure_fields,
    printed_text,
    read_day,
    read_figure,
    table_of,
    text_of,
)
from prongsai.views.report_parts import PARTS, part_of
from prongsai.views.speech import Speech

_STATUS = Field("status", "string", "รหัสสถานะ", "สถานะจากรายงานรอบล่าสุด", choices=GROUPS)
_WORDS = Field("status_words", "string", "สถานะ", "ถ้อยคำเดียวกับหน้าเว็บ ไม่มีรายงานไม่ได้แปลว่ายังไม่ได้ทำ")
_PRINTED = {
    "steps": "ขั้นตอนหรือวิธีการปฏิบัติ",
    "action_and_report": "การดำเนินการหรือรายงาน",
    "period": "ระยะเวลาดำเนินการ",
    "constraint": "ข้อจำกัดในการดำเนินการ",
    "monitoring": "การกำกับติดตาม",
    "reporting": "การรายงานผล",
}
_MEASURES = (
    YEAR,
    MEASURE,
    Field("number", "integer", "เลขที่มาตรการ", "เลขที่ตามเอกสาร", "ลำดับ"),
    Field("topic", "string", "รหัสหัวข้อ", "รหัสของหัวข้อที่มาตรการอยู่ใต้"),
    Field("topic_title", "string", "หัวข้อ", "หัวข้อตามเอกสาร"),
    Field("title", "string", "ชื่อมาตรการ", "ชื่อตามเอกสาร หรือเหตุที่ไม่มี"),
    Field("plain_summary", "string", "สรุปอย่างง่าย", "คำอธิบายของหน่วยงานสำหรับประชาชน"),
    Field("answers_year", "integer", "ปีของผลที่ตอบ", "ปีงบประมาณของผลการประเมินที่มาตรการตอบ", "พ.ศ."),
    Field("basis", "string", "ข้อคำถามและข้อค้นพบ", "สิ่งที่มาตรการตอบ ตามช่องของเอกสาร"),
    Field("responsible", "string", "หน่วยงานผู้รับผิดชอบ", "ชื่อหน่วยงาน ผู้รับผิดชอบหลัก และคำของเอกสาร"),
    Field("unit_ids", "string", "รหัสหน่วยงาน", "รหัสในตาราง units ของทุกหน่วยงานที่รับผิดชอบ คั่นด้วยช่องว่าง"),
    Field("lead_unit_ids", "string", "รหัสหน่วยงานหลัก", "รหัสของผู้รับผิดชอบหลัก คั่นด้วยช่องว่าง"),
    *(Field(name, "string", title, "ตามเอกสาร หรือเหตุที่ไม่มี") for name, title in _PRINTED.items()),
    _STATUS,
    _WORDS,
    Field("path", "string", "หน้าของมาตรการ", "ที่อยู่ถาวรในเว็บไซต์นี้"),
)
_BASIS = (
    YEAR,
    MEASURE,
    ROW,
    Field("instrument", "string", "เครื่องมือ", "รหัสเครื่องมือ"),
    Field("part", "integer", "ส่วนที่", "ส่วนของแบบวัด"),
    Field("indicator", "string", "ตัวชี้วัด", "เลขตัวชี้วัดของปีที่ตอบ"),
    Field("subindicator", "string", "ตัวชี้วัดย่อย", "เลขตัวชี้วัดย่อยของปีที่ตอบ"),
    Field("item", "string", "ข้อ", "รหัสข้อ OIT ของปีที่ตอบ"),
    Field("question", "string", "ข้อคำถาม", "รหัสข้อคำถาม"),
    Field("wording", "string", "ข้อความ", "ข้อความที่เอกสารยกมา"),
    *figure_fields("score", "คะแนน", "คะแนนที่เอกสารยกมา"),
    Field("findings", "string", "ข้อค้นพบ", "ข้อค้นพบที่เอกสารยกมา"),
    Field("stated", "boolean", "เอกสารระบุเอง", "false คือจับคู่โดยผู้จัดทำข้อมูล"),
    Field("note", "string", "หมายเหตุ", "หมายเหตุของผู้จัดทำข้อมูล"),
)
_REPORTS = (
    YEAR,
    ROW,
    Field("measure_id", "string", "รหัสมาตรการ", "ว่างเมื่อรายงานไม่ได้อ้างมาตรการในแฟ้มข้อมูล"),
    Field("name", "string", "มาตรการ", "ชื่อตามเอกสาร"),
    Field("responsible", "string", "หน่วยงานผู้รับผิดชอบ", "ผู้รับผิดชอบของมาตรการ (หลัก) คือผู้รับผิดชอบหลัก"),
    Field("round", "integer", "รอบ", "รอบการรายงาน", "เดือน"),
    _STATUS,
    _WORDS,
    Field("evidence", "string", PARTS["evidence"], "ตามเอกสาร หรือเหตุที่ไม่มี"),
    Field("summary", "string", PARTS["summary"], "ตามเอกสาร หรือเหตุที่ไม่มี"),
    Field("outcome", "string", PARTS["outcome"], "ตามเอกสาร หรือเหตุที่ไม่มี"),
    Field("period", "string", "ระยะเวลา", "ตามเอกสาร หรือเหตุที่ไม่มี"),
    Field("questions", "string", "ข้อคำถามที่อ้าง", "รหัสข้อคำถาม คั่นด้วยช่องว่าง"),
    Field("result_link", "string", "ลิงก์ผลการดำเนินการ", "ที่อยู่ของหลักฐาน"),
    Field("result_link_note", "string", "หมายเหตุของลิงก์ผลการดำเนินการ", "เหตุที่ไม่มีลิงก์"),
    *day_fields("reported_on", "วันที่รายงาน", "วันที่รายงาน"),
    Field("is_late", "boolean", "รายงานย้อนหลัง", "true คือลงวันที่หลังสิ้นรอบเกิน 3 เดือน"),
    *day_fields("as_of", "วันที่ของข้อมูล", "วันที่ของข้อมูลในรายงานทั้งฉบับ"),
)
_OF_A_REPORT = ("round", "questions", "result_link", "result_link_note")
_COUNTS = (
    YEAR,
    Field(
        "group",
        "string",
        "แยกตาม",
        "ทั้งปี หรือรายหน่วยงาน มาตรการที่มีหลายหน่วยงานนับให้ทุกหน่วยงาน",
        choices={"year": "ทั้งปี", "unit": "หน่วยงาน"},
    ),
    Field("name", "string", "ชื่อ", "ชื่อหน่วยงาน หรือคำว่า มาตรการทั้งหมด"),
    Field("status_words", "string", "สถานะ", "ถ้อยคำเดียวกับหน้าเว็บ"),
    Field("count", "integer", "จำนวนมาตรการ", "จำนวนมาตรการ", COUNT),
)


def measure_tables(results: Results, speech: Speech) -> Iterator[OpenTable]:
    """Measures, what they answer, the reports of what was done, and how many there are of each status."""
    listed = sorted(results.listed, key=lambda one: one.year.year)
    years = [result.year for result in results.years.values()]
    yield table_of(
        ("measures", "มาตรการ", "มาตรการทุกปี หนึ่งแถวต่อหนึ่งมาตรการ"),
        _MEASURES,
        ("fiscal_year", "measure_id"),
        (_measure(one, results.site, speech) for one in listed),
        OF_YEAR,
    )
    yield table_of(
        ("measure-basis", "สิ่งที่มาตรการตอบ", "สิ่งที่แต่ละมาตรการตอบ"),
        _BASIS,
        ("fiscal_year", "measure_id", "row"),
        (row for one in listed for row in _basis(one, speech)),
        OF_MEASURE,
    )
    yield table_of(
        ("follow-up", "ผลการดำเนินการ", "รายงานผลการดำเนินการ มาตรการที่ไม่มีรายงานมีแถวที่บอกเช่นนั้น"),
        _REPORTS,
        ("fiscal_year", "row"),
        (row for year in years for row in _reports(year, results.site, speech)),
        OF_YEAR,
    )
    yield table_of(
        ("measure-counts", "จำนวนมาตรการ", "จำนวนมาตรการแยกตามสถานะ ทั้งปีและรายหน่วยงาน"),
        _COUNTS,
        ("fiscal_year", "group", "name", "status_words"),
        (row for year in years for row in _counts(year, results.site, speech)),
        OF_YEAR,
    )


def _measure(one: Listed, site: Site, speech: Speech) -> Row:
    year, measure = one.year, one.measure
    own = year.measures
    topics = {topic.id: topic.title for topic in own.topics} if own else {}
    number = known(measure.number)
    return {
        "fiscal_year": str(year.year),
        "measure_id": measure.id,
        "number": None if number is None else str(number),
        "topic": measure.topic,
        "topic_title": topics.get(measure.topic or ""),
        "title": measure_title(measure, speech),
        "plain_summary": measure.plain_summary,
        "answers_year": str(year.answered_year) if year.answered_year else None,
        "basis": text_of(basis_parts(measure, speech)),
        "responsible": text_of(responsible_parts(one.facts, site, speech)),
        "unit_ids": " ".join(one.units),
        "lead_unit_ids": " ".join(one.lead_units),
        **{name: text_of(stated_parts(one.facts, name, speech)) for name in _PRINTED},
        "status": one.group,
        "status_words": speech.status(one.facts.progress).text,
        "path": addresses.measure_path(year.year, measure.id),
    }


def _basis(one: Listed, speech: Speech) -> Iterator[Row]:
    for place, basis in enumerate(one.measure.basis, 1):
        yield {
            "fiscal_year": str(one.year.year),
            "measure_id": one.measure.id,
            "row": str(place),
            "instrument": basis.instrument,
            "part": None if basis.part is None else str(basis.part),
            "indicator": basis.indicator,
            "subindicator": basis.subindicator,
            "item": printed_text(basis.item),
            "question": printed_text(basis.question),
            "wording": basis.wording,
            **_quoted_score(basis, speech),
            "findings": "\n".join(basis.findings),
            "stated": "true" if basis.stated else "false",
            "note": basis.note,
        }


def _quoted_score(basis: Basis, speech: Speech) -> dict[str, Value]:
    """The score that the document quotes; most bases quote none, and then nothing is said of it."""
    if basis.score is Absence.NOT_ENTERED:
        return {"score": None, "score_note": None}
    return read_figure("score", speech.published(basis.score))


def _reports(year: FiscalYear, site: Site, speech: Speech) -> Iterator[Row]:
    for place, row in enumerate(reported_rows(year), 1):
        report = row.report
        progress = progress_of((report,) if report else ())
        yield {
            "fiscal_year": str(year.year),
            "row": str(place),
            "measure_id": row.measure.id if row.measure else None,
            "name": _name_of(row, speech),
            "responsible": text_of(unit_parts(row.facts, site, speech)) if row.facts else None,
            "status": progress.status.group,
            "status_words": speech.status(progress).text,
            **{name: text_of(part_of(report, name, speech)) if report else None for name in PARTS},
            "period": text_of(speech.stated(report.period)) if report else None,
            **_cited(year, report, speech),
        }


def _name_of(row: Reported, speech: Speech) -> Value:
    if row.measure is not None:
        return measure_name(row.measure, speech)
    return text_of(own_head(row.report, speech)) if row.report else None


def _cited(year: FiscalYear, report: Report | None, speech: Speech) -> dict[str, Value]:
    """What a report says beside its table; empty where there is none."""
    as_of = year.follow_up.as_of if year.follow_up else None
    link = printed_text(report.result_link) if report else None
    if report is None:
        empty = dict.fromkeys((*_OF_A_REPORT, "reported_on", "reported_on_note", "is_late"))
        return {**empty, **read_day("as_of", as_of, speech)}
    return {
        "round": report.round,
        "questions": " ".join(filter(None, map(printed_text, report.questions))),
        "result_link": link,
        "result_link_note": None if link else text_of(speech.stated(report.result_link)),
        **read_day("reported_on", report.reported_on, speech),
        "is_late": "true" if is_late(report, year.year) else "false",
        **read_day("as_of", as_of, speech),
    }


def _counts(year: FiscalYear, site: Site, speech: Speech) -> Iterator[Row]:
    whole = {"มาตรการทั้งหมด": year_tally(year, speech)}
    units = {name.text: tally for name, tally in unit_tallies((year,), site, speech).items()}
    groups: tuple[tuple[str, dict[str, Tally]], ...] = (("year", whole), ("unit", units))
    for group, tallies in groups:
        for name, tally in tallies.items():
            for standing, count in tally.items():
                named = {"fiscal_year": str(year.year), "group": group, "name": name}
                yield {**named, "status_words": standing.text, "count": str(count)}
