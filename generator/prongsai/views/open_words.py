"""Open data of what is written: strengths, weaknesses and points to develop, and questions of the public."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai import addresses
from prongsai.analysis.results import Results, YearResult
from prongsai.model.site import FiscalYear
from prongsai.views.open_table import (
    OF_YEAR,
    ROW,
    YEAR,
    Field,
    OpenTable,
    Row,
    day_fields,
    printed_text,
    read_day,
    table_of,
    text_of,
)
from prongsai.views.speech import Speech

_KINDS = {"strength": "จุดแข็ง", "weakness": "จุดที่ต้องพัฒนา", "development": "ประเด็นที่ควรพัฒนา", "recommendation": "ข้อเสนอแนะ"}
_ANALYSIS = (
    YEAR,
    ROW,
    Field("kind", "string", "ประเภท", "ข้อความนี้เป็นอะไร", choices=_KINDS),
    Field("indicators", "string", "ตัวชี้วัด", "เลขตัวชี้วัดที่กล่าวถึง คั่นด้วยช่องว่าง"),
    Field("items", "string", "ข้อ OIT", "รหัสข้อที่กล่าวถึง คั่นด้วยช่องว่าง"),
    Field("text", "string", "ข้อความ", "ถ้อยคำของเอกสาร"),
    Field("assessed", "string", "ประเด็นการประเมิน", "ประเด็นการประเมินตามเอกสาร เฉพาะประเด็นที่ควรพัฒนา"),
)
_QUESTIONS = (
    YEAR,
    Field("question_id", "string", "รหัสคำถาม", "รหัสถาวรของคำถามภายในปีงบประมาณ"),
    Field("question", "string", "คำถาม", "คำถามของประชาชน ไม่มีข้อมูลผู้ถาม"),
    *day_fields("asked_on", "วันที่ถาม", "วันที่ถาม"),
    Field("answer", "string", "คำตอบ", "คำตอบของหน่วยงาน หรือเหตุที่ไม่มี"),
    *day_fields("answered_on", "วันที่ตอบ", "วันที่ตอบ"),
    Field("unit", "string", "หน่วยงานที่ตอบ", "ชื่อหน่วยงาน"),
    Field("measure_id", "string", "รหัสมาตรการ", "มาตรการที่ถามถึง"),
    Field("indicator", "string", "ตัวชี้วัด", "ตัวชี้วัดที่ถามถึง"),
    Field("item", "string", "ข้อ OIT", "ข้อที่ถามถึง"),
    Field("path", "string", "ที่อยู่", "ที่อยู่ถาวรของคำถามในเว็บไซต์นี้"),
)


def word_tables(results: Results, speech: Speech) -> Iterator[OpenTable]:
    """Analysis and questions."""
    years = [result.year for result in results.years.values()]
    yield table_of(
        ("analysis", "การวิเคราะห์", "จุดแข็ง จุดที่ต้องพัฒนา ประเด็นที่ควรพัฒนา และข้อเสนอแนะของเอกสาร"),
        _ANALYSIS,
        ("fiscal_year", "row"),
        (row for one in results.years.values() for row in _numbered(one, speech)),
        OF_YEAR,
    )
    yield table_of(
        ("public-questions", "คำถามของประชาชน", "คำถามของประชาชนและคำตอบของหน่วยงาน"),
        _QUESTIONS,
        ("fiscal_year", "question_id"),
        (row for year in years for row in _questions(year, results, speech)),
        OF_YEAR,
    )


def _numbered(result: YearResult, speech: Speech) -> Iterator[Row]:
    for place, row in enumerate(_analysis(result, speech), 1):
        yield {"fiscal_year": str(result.year.year), "row": str(place), **row}


def _analysis(result: YearResult, speech: Speech) -> Iterator[Row]:
    own = result.year.analysis
    if own is None:
        return
    for kind, lists in (("strength", own.strengths), ("weakness", own.weaknesses)):
        for one in lists:
            about = {"indicators": " ".join(one.indicators), "items": " ".join(one.items), "assessed": None}
            text = text_of(speech.texts((one.text, *one.points), ordered=False))
            yield {"kind": kind, **about, "text": text}
    for point in own.development_points:
        about = {"indicators": point.indicator, "items": point.item, "assessed": "\n".join(point.assessed)}
        yield {"kind": "development", **about, "text": text_of(speech.texts(point.improve))}
    for advice in own.recommendations:
        about = dict.fromkeys(("indicators", "items", "assessed"))
        yield {"kind": "recommendation", **about, "text": text_of(speech.texts((advice,)))}


def _questions(year: FiscalYear, results: Results, speech: Speech) -> Iterator[Row]:
    for place, one in enumerate(year.questions.questions if year.questions else ()):
        key = results.site.unit_of(one.unit) if one.unit else None
        yield {
            "fiscal_year": str(year.year),
            "question_id": one.id,
            "question": one.question,
            **read_day("asked_on", one.asked_on, speech),
            "answer": text_of(speech.stated(one.answer)),
            **read_day("answered_on", one.answered_on, speech),
            "unit": results.site.agency.units[key].name if key else one.unit,
            "measure_id": one.about.measure,
            "indicator": printed_text(one.about.indicator),
            "item": printed_text(one.about.item),
            "path": addresses.question_path(year.year, place, one.id),
        }
