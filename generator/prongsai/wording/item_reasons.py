"""Reasons for which an OIT item may get no score, and what each problem about an item says of them: declared once."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Literal

Weight = Literal["costs", "stops", "look"]


class Reason(StrEnum):
    """Reasons found in published results and notices, in the order in which reports have them."""

    NO_ANSWER = "no-answer"
    NOT_RENEWED = "not-renewed"
    UNREACHABLE = "url-unreachable"
    OTHER_YEAR = "wrong-fiscal-year"
    ELSEWHERE = "not-on-main-website"
    ELEMENT = "missing-element"
    OTHER_KIND = "wrong-kind"
    NOT_TWO_WAY = "not-two-way"
    NOT_CONTINUING = "must-continue-from"
    NOT_STATED = "no-data-not-stated"
    NOT_IN_WINDOW = "unavailable-in-window"
    GENERAL_CONTACT = "too-generic-contact"


REASON_WORDS: Mapping[Reason, str] = {
    Reason.NO_ANSWER: "ยังไม่มีคำตอบหรือไม่มีข้อมูลให้ตรวจ",
    Reason.NOT_RENEWED: "คำตอบยกมาจากปีก่อนและยังไม่ได้ทบทวน",
    Reason.UNREACHABLE: "เปิดหรือตรวจสอบลิงก์ไม่ได้",
    Reason.OTHER_YEAR: "ข้อมูลไม่ตรงปีงบประมาณ",
    Reason.ELSEWHERE: "ไม่ได้อยู่บนเว็บไซต์หลักของหน่วยงาน",
    Reason.ELEMENT: "ขาดข้อมูลที่ต้องแสดง",
    Reason.OTHER_KIND: "สิ่งที่แสดงอาจเป็นคนละเรื่องกับข้อนี้",
    Reason.NOT_TWO_WAY: "ไม่ใช่การสื่อสารสองทาง",
    Reason.NOT_CONTINUING: "ไม่สืบเนื่องจากข้อมาตรการ",
    Reason.NOT_STATED: "ไม่มีข้อมูล และไม่ได้ระบุว่าไม่มีเหตุการณ์ให้รายงาน",
    Reason.NOT_IN_WINDOW: "เปิดไม่ได้บางวันในช่วงตรวจประเมิน",
    Reason.GENERAL_CONTACT: "ช่องทางติดต่อเป็นช่องทางกลาง (ข้อแนะนำ ไม่ใช่เหตุที่พบว่าตัดคะแนน)",
}
# Every code whose problems name an item by the value `item` and speak of its answer: the reason, and its weight. One
# that `costs` may cost the item its score, one that `stops` is an error, of which no page is ever made, and one that
# asks to `look` rests on no verified rule, or on what only a person can see.
OF_ANSWERS: Mapping[str, tuple[Reason, Weight]] = {
    "answer-of-other-year": (Reason.OTHER_YEAR, "costs"),
    "answer-year-far": (Reason.OTHER_YEAR, "look"),
    "answer-year-unverified": (Reason.OTHER_YEAR, "look"),
    "attachment-empty": (Reason.UNREACHABLE, "costs"),
    "attachment-locked": (Reason.UNREACHABLE, "costs"),
    "attachment-missing": (Reason.UNREACHABLE, "stops"),
    "attachment-name-differs": (Reason.UNREACHABLE, "stops"),
    "attachment-not-as-named": (Reason.UNREACHABLE, "look"),
    "attachment-not-read": (Reason.UNREACHABLE, "look"),
    "attachment-unreadable": (Reason.UNREACHABLE, "costs"),
    "follow-up-item-alone": (Reason.NOT_CONTINUING, "costs"),
    "link-address-of-other-year": (Reason.OTHER_YEAR, "look"),
    "link-year-differs": (Reason.OTHER_YEAR, "look"),
    "link-year-unverified": (Reason.OTHER_YEAR, "look"),
    "oit-contact-is-general": (Reason.GENERAL_CONTACT, "look"),
    "oit-element-missing": (Reason.ELEMENT, "costs"),
    "oit-element-not-stated": (Reason.ELEMENT, "look"),
    "oit-link-does-not-open": (Reason.UNREACHABLE, "costs"),
    "oit-link-elsewhere": (Reason.ELSEWHERE, "costs"),
    "oit-link-is-front-page": (Reason.OTHER_KIND, "look"),
    "oit-link-names-other-year": (Reason.OTHER_YEAR, "costs"),
    "oit-link-not-public": (Reason.UNREACHABLE, "costs"),
    "oit-link-on-trial": (Reason.UNREACHABLE, "look"),
    "oit-measures-item-lacking": (Reason.NOT_CONTINUING, "costs"),
    "oit-page-missing": (Reason.UNREACHABLE, "costs"),
    "oit-page-of-other-result": (Reason.OTHER_YEAR, "costs"),
    "oit-page-of-other-year": (Reason.OTHER_YEAR, "costs"),
    "oit-page-without-year": (Reason.OTHER_YEAR, "costs"),
    "oit-same-address": (Reason.OTHER_KIND, "costs"),
    "oit-without-content": (Reason.NO_ANSWER, "costs"),
    "oit-without-link": (Reason.NO_ANSWER, "costs"),
    "submitted-address-lost": (Reason.UNREACHABLE, "stops"),
    "submitted-address-moved": (Reason.UNREACHABLE, "stops"),
}
# Those that name an item and say nothing of how it is answered, each with its subject.
OF_OTHER_THINGS: Mapping[str, str] = {
    "attachment-not-viewable": "a kind of file, which no source calls a reason",
    "attachment-scan": "a kind of file, which no source calls a reason",
    "attachment-too-large": "a size, which no source calls a reason",
    "item-code-form": "how a document prints a code",
    "item-of-other-year": "what measures and analyses cite",
    "item-score-partial": "a score",
    "item-title-differs": "how a document prints a title",
    "item-title-of-other": "how a document prints a title",
    "item-without-measure": "measures",
    "oit-not-in-register": "the items without an answer, each of which is seen by itself",
    "oit-one-address-for-many": "a page for many items, which no source calls a reason",
    "oit-waits-for-renewal": "the answers that wait, each of which is seen by itself",
    "self-reference": "a sentence of an analysis",
    "submitted-answer-changed": "a change since the submission, which no source calls a reason",
    "submitted-file-changed": "a change since the submission, which no source calls a reason",
    "submitted-link-removed": "an answer that differs from the one in ITAS, whose link may open all the same",
    "submitted-page-changed": "a change since the submission, which no source calls a reason",
    "submitted-released": "a submitted link that the agency gave up and said why",
}
REASONS = frozenset(code for code, (_, weight) in OF_ANSWERS.items() if weight == "costs")
