"""The questionnaires of an assessment year: how many questions, what each is about, and how answers become points."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import BeforeValidator

from prongsai.model.evidence import Fact
from prongsai.model.record import say
from prongsai.model.source import SourcedMap
from prongsai.model.types import LISTED, ByInstrument, ByQuestion, Count, Flag, Ident, Key, Score, Text, Texts

_SHARED = "evidence"  # may be next to the instruments, for all of them

YES_OR_NO = "ใช่หรือไม่ใช่"  # the nature of answers that have but two choices


class AskedQuestion(Fact):
    """One question of a questionnaire; what it does not say of its answers is as in the whole questionnaire.

    A `reversed` one counts the better the less is answered; `parts` are asked one by one and have one score together.
    """

    called = "ข้อคำถามของแบบวัด"

    indicator: Key | None = say("ตัวชี้วัดที่", "เลขของตัวชี้วัดที่ข้อคำถามนี้ถาม", None, example="1")
    subject: Text | None = say("เรื่องที่ถาม", "เรื่องที่ข้อคำถามนี้ถาม เป็นคำสั้น ๆ", None, example="ปฏิบัติงานหรือให้บริการตามขั้นตอน")
    parts: Count | None = say("จำนวนข้อย่อย", "จำนวนข้อย่อยของข้อคำถามนี้ เว้นว่างเมื่อไม่มีข้อย่อย", None, example="3")
    reversed: Flag = say("ให้คะแนนกลับด้าน", "true คือยิ่งตอบมากยิ่งได้คะแนนน้อย false คือให้คะแนนตามปกติ", False, example="true")
    reversed_parts: Annotated[tuple[Count, ...], LISTED] = say(
        "ข้อย่อยที่ให้คะแนนกลับด้าน", "ลำดับของข้อย่อยที่ให้คะแนนกลับด้าน นับจาก 1", (), example="[2]"
    )
    answers: Text | None = say("ลักษณะคำตอบ", "ลักษณะของคำตอบเมื่อต่างจากข้ออื่น", None, example="ใช่หรือไม่ใช่")
    choices: Texts = say("ตัวเลือก", "ตัวเลือกของข้อคำถามนี้เมื่อต่างจากข้ออื่น", (), example="[มี, ไม่มี]")
    points: Annotated[tuple[Score, ...], LISTED] = say(
        "คะแนนของตัวเลือก", "คะแนนของแต่ละตัวเลือก เรียงตามตัวเลือก", (), example="[0, 100]"
    )

    @property
    def has_two_answers(self) -> bool:
        """True if people can answer it in two ways only, so that its mean is a share of them."""
        return 2 in {len(self.choices), len(self.points)} or self.answers == YES_OR_NO


class Questionnaire(Fact):
    """The questionnaire of one instrument, as far as it is known; points are of 100."""

    called = "แบบวัด"
    shorthand = "count"

    count: Count | None = say("จำนวนข้อคำถาม", "จำนวนข้อคำถามทั้งหมดของเครื่องมือ", None, example="15")
    per_indicator: Count | None = say("จำนวนข้อต่อตัวชี้วัด", "จำนวนข้อคำถามของแต่ละตัวชี้วัด", None, example="3")
    choices: Texts = say("ตัวเลือก", "ตัวเลือกของคำตอบ เรียงตามที่พิมพ์", (), example="[น้อยที่สุดหรือไม่มีเลย, น้อย, มาก, มากที่สุด]")
    choices_count: Count | None = say("จำนวนตัวเลือก", "จำนวนตัวเลือก เมื่อไม่ทราบถ้อยคำของตัวเลือก", None, example="6")
    points: Annotated[tuple[Score, ...], LISTED] = say(
        "คะแนนของตัวเลือก", "คะแนนของแต่ละตัวเลือกจากเต็ม 100 เรียงตามตัวเลือก", (), example="[0, 33, 67, 100]"
    )
    points_evidence: tuple[Ident, ...] = say(
        "หลักฐานของคะแนนตัวเลือก", "รหัสหลักฐานของตัวเลือกและคะแนน ถ้าไม่ระบุใช้หลักฐานของแบบวัด", (), example="[manual-2570]"
    )
    question_is_mean_of_parts: Flag = say(
        "ข้อที่มีข้อย่อยใช้ค่าเฉลี่ย", "true คือคะแนนของข้อคำถามเป็นค่าเฉลี่ยของข้อย่อย false คือไม่ทราบ", False, example="true"
    )
    mean_evidence: tuple[Ident, ...] = say(
        "หลักฐานของค่าเฉลี่ย", "รหัสหลักฐานที่บอกว่าใช้ค่าเฉลี่ยของข้อย่อย ถ้าไม่ระบุใช้หลักฐานของแบบวัด", (), example="[manual-2570]"
    )
    asked: ByQuestion[AskedQuestion] = say("ข้อคำถาม", "ข้อคำถามที่ทราบ แต่ละรายการใช้รหัสข้อคำถามเป็นคีย์ เช่น i1", {})


def _with_shared_evidence(raw: object) -> object:
    """The questionnaires with the evidence that is next to them, where one has none of its own."""
    if not isinstance(raw, dict) or _SHARED not in raw:
        return raw
    shared = raw[_SHARED]
    return _copied(raw, {key: _with_evidence(one, shared) for key, one in raw.items() if key != _SHARED})


def _with_evidence(survey: object, shared: object) -> object:
    typed = survey if isinstance(survey, dict) else {} if survey is None else {Questionnaire.shorthand: survey}
    return typed if _SHARED in typed else _copied(typed, {**typed, _SHARED: shared})


def _copied(raw: Mapping[str, object], values: Mapping[str, object]) -> Mapping[str, object]:
    """Some values in place of those of a mapping, which keeps what it knows of its file."""
    if not isinstance(raw, SourcedMap):
        return dict(values)
    copy = SourcedMap(raw.where)
    copy.update(values)
    copy.key_places, copy.lost, copy.whole = raw.key_places, raw.lost, raw.whole
    return copy


SHARED = BeforeValidator(_with_shared_evidence)
Questionnaires = Annotated[ByInstrument[Questionnaire], SHARED]
