"""Tables of what is written: strengths, weaknesses and points to develop, and questions of the public."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from prongsai import addresses
from prongsai.model.questions import Question
from prongsai.model.site import FiscalYear, Site
from prongsai.views.content import Part
from prongsai.views.open_data.table import printed_text
from prongsai.views.speech import Speech
from prongsai.views.table import ROW, YEAR, Column, TableOf

_KINDS = {"strength": "จุดแข็ง", "weakness": "จุดที่ต้องพัฒนา", "development": "ประเด็นที่ควรพัฒนา", "recommendation": "ข้อเสนอแนะ"}


@dataclass(frozen=True)
class AnalysisText:
    """One thing that the analysis of a year says, and the indicators and items that it names."""

    kind: str
    text: tuple[Part, ...]
    indicators: str = ""
    items: str = ""
    assessed: str = ""


ANALYSIS: TableOf[AnalysisText] = TableOf(
    "analysis",
    "การวิเคราะห์",
    "จุดแข็ง จุดที่ต้องพัฒนา ประเด็นที่ควรพัฒนา และข้อเสนอแนะของเอกสาร",
    (
        YEAR,
        ROW,
        Column("kind", "ประเภท", "kind", "ข้อความนี้เป็นอะไร", choices=_KINDS),
        Column("indicators", "ตัวชี้วัด", "indicators", "เลขตัวชี้วัดที่กล่าวถึง คั่นด้วยช่องว่าง"),
        Column("items", "ข้อ OIT", "items", "รหัสข้อที่กล่าวถึง คั่นด้วยช่องว่าง"),
        Column("text", "ข้อความ", "text", "ถ้อยคำของเอกสาร"),
        Column("assessed", "ประเด็นการประเมิน", "assessed", "ประเด็นการประเมินตามเอกสาร เฉพาะประเด็นที่ควรพัฒนา"),
    ),
)


def analysis_rows(year: FiscalYear, speech: Speech) -> Iterator[AnalysisText]:
    """What the analysis says, kind by kind, in the order of its document."""
    own = year.analysis
    if own is None:
        return
    for kind, lists in (("strength", own.strengths), ("weakness", own.weaknesses)):
        for one in lists:
            text = speech.texts((one.text, *one.points), ordered=False)
            yield AnalysisText(kind, text, " ".join(one.indicators), " ".join(one.items))
    for point in own.development_points:
        assessed = "\n".join(point.assessed)
        yield AnalysisText(
            "development", speech.texts(point.improve), point.indicator or "", point.item or "", assessed
        )
    for advice in own.recommendations:
        yield AnalysisText("recommendation", speech.texts((advice,)))


@dataclass(frozen=True)
class AskedQuestion:
    """A question of the public with its place among those of its year, from 0."""

    site: Site
    year: int
    place: int
    question: Question


def _unit(row: AskedQuestion, _: Speech) -> str | None:
    named = row.question.unit
    key = row.site.unit_of(named) if named else None
    return row.site.agency.units[key].name if key else named


PUBLIC_QUESTIONS: TableOf[AskedQuestion] = TableOf(
    "public-questions",
    "คำถามของประชาชน",
    "คำถามของประชาชนและคำตอบของหน่วยงาน",
    (
        YEAR,
        Column("question_id", "รหัสคำถาม", "question.id", "รหัสถาวรของคำถามภายในปีงบประมาณ"),
        Column("question", "คำถาม", "question.question", "คำถามของประชาชน ไม่มีข้อมูลผู้ถาม"),
        Column("asked_on", "วันที่ถาม", "question.asked_on", "วันที่ถาม", "day"),
        Column("answer", "คำตอบ", "question.answer", "คำตอบของหน่วยงาน หรือเหตุที่ไม่มี"),
        Column("answered_on", "วันที่ตอบ", "question.answered_on", "วันที่ตอบ", "day"),
        Column("unit", "หน่วยงานที่ตอบ", _unit, "ชื่อหน่วยงาน"),
        Column("measure_id", "รหัสมาตรการ", "question.about.measure", "มาตรการที่ถามถึง"),
        Column("indicator", "ตัวชี้วัด", lambda row, _: printed_text(row.question.about.indicator), "ตัวชี้วัดที่ถามถึง"),
        Column("item", "ข้อ OIT", lambda row, _: printed_text(row.question.about.item), "ข้อที่ถามถึง"),
        Column(
            "path",
            "ที่อยู่",
            lambda row, _: addresses.question_path(row.year, row.place, row.question.id),
            "ที่อยู่ถาวรของคำถามในเว็บไซต์นี้",
        ),
    ),
    ("fiscal_year", "question_id"),
)


def question_rows(year: FiscalYear, site: Site) -> Iterator[AskedQuestion]:
    """The questions of a year."""
    found = year.questions.questions if year.questions else ()
    return (AskedQuestion(site, year.year, place, one) for place, one in enumerate(found))
