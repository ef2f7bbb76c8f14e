"""Words on what the figure of a survey question is: a score or a share of people, as far as the rules of a year say."""

from __future__ import annotations

from prongsai.analysis.results import YearResult
from prongsai.model.edition import Edition
from prongsai.model.edition_surveys import AskedQuestion
from prongsai.model.stated import Absence, known
from prongsai.views.speech import Speech


def question_remark(result: YearResult, speech: Speech) -> str:
    """A sentence on the figures of the questions of a year: what is verified, and what is left open.

    The mean of a question with two answers is the share of those who gave the one that counts; of any other question
    the figure may be a mean of scores or a share, and of one that asks for something bad it may be turned or not.
    """
    asked = _asked(result.year.edition)
    listed = result.year.scores.questions if result.year.scores else ()
    codes = list(dict.fromkeys(code for one in listed if (code := known(one.code)) is not None))
    shares = [code for code in codes if code in asked and asked[code].has_two_answers]
    turned = [code for code in codes if code in asked and asked[code].reversed]
    source = "เอกสาร" if speech.unknown is Absence.NOT_STATED else "ข้อมูลที่กรอก"
    said = [f"ข้อ {_row(shares)} มีคำตอบสองทาง ค่าจึงเท่ากับร้อยละของผู้ตอบทางที่ได้คะแนน"] if shares else []
    if len(shares) < len(listed):
        which = "ข้ออื่น " if shares else ""
        said.append(f"{which}{source}ไม่ได้บอกว่าค่าเป็นคะแนนเฉลี่ยของคำตอบหรือเป็นร้อยละของผู้ตอบ")
    if turned:
        said.append(f"ข้อ {_row(turned)} ถามในทางลบและให้คะแนนกลับด้าน ค่ายิ่งมากจึงยิ่งดี")
    else:
        said.append(f"ถ้าข้อใดถามในทางลบ {source}ไม่ได้บอกว่ากลับคะแนนแล้วหรือไม่")
    return " ".join(said)


def _asked(edition: Edition) -> dict[str, AskedQuestion]:
    """The questions of which the rules of the year say more than that they are asked, where that is verified."""
    every = (pair for survey in edition.questions.values() for pair in survey.asked.items())
    return {code: one for code, one in every if edition.verifies(one.evidence)}


def _row(codes: list[str]) -> str:
    return ", ".join(codes)
