"""The table of survey questions, whose scores are worded so that higher is better."""

from __future__ import annotations

from decimal import Decimal

from prongsai.analysis.results import YearResult
from prongsai.model.scores import Question
from prongsai.model.stated import known
from prongsai.views.content import Table
from prongsai.views.speech import Speech
from prongsai.views.table import ROW, YEAR, Column, Heads, TableOf

_ABOVE_ALL = Decimal(101)  # a question without a score comes last


def _place(row: Question) -> Decimal:
    score = known(row.score)
    return _ABOVE_ALL if score is None else score


def _instrument(row: Question, speech: Speech) -> str:
    return f"{row.instrument} ส่วนที่ {speech.digits(row.part)}" if row.part else f"{row.instrument}"


def _findings(row: Question, speech: Speech) -> object:
    return speech.texts(row.findings, ordered=False)


QUESTIONS: TableOf[Question] = TableOf(
    "survey-questions",
    "คะแนนรายข้อคำถาม",
    "คะแนนและข้อค้นพบรายข้อคำถามของแบบวัด คะแนนน้อยขึ้นก่อน",
    (
        YEAR,
        ROW,
        Column("instrument", "เครื่องมือ", _instrument, "แบบวัดและส่วนของแบบวัด"),
        Column("code", "ข้อคำถาม", lambda row, speech: speech.stated(row.code), "รหัสข้อคำถาม", heads_row=True),
        Column("wording", "ข้อความ", lambda row, speech: speech.stated(row.wording), "ข้อความของคำถาม"),
        Column("score", "คะแนน", "score", "คะแนนของคำถาม ยิ่งมากยิ่งดี", "figure"),
        Column("findings", "ข้อค้นพบ", _findings, "ข้อค้นพบตามเอกสาร"),
    ),
)


def listed_questions(result: YearResult) -> list[Question]:
    """The questions of a year, lowest score first."""
    questions = result.year.scores.questions if result.year.scores else ()
    return sorted(questions, key=_place)


def questions_table(result: YearResult, speech: Speech) -> Table:
    """Survey questions, lowest score first."""
    heads: Heads = dict.fromkeys(("instrument", "code", "wording", "score", "findings"))
    named = ("questions", f"คะแนนรายข้อคำถาม {speech.fiscal_year(result.year.year)}")
    return QUESTIONS.show(named, heads, listed_questions(result), speech)
