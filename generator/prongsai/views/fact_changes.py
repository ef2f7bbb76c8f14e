"""The sentences of changes of single declared fields: each field by the words of its declaration."""

from __future__ import annotations

import re

from prongsai.ledger.publications import Change, Kind
from prongsai.model.declared import declared_fields
from prongsai.model.record import words_of
from prongsai.model.status import BY_KEY
from prongsai.thai.dates import parse_date
from prongsai.views.speech import Speech
from prongsai.wording.lacks import STATED

LONGEST_VALUE = 120  # characters of a value that a sentence quotes whole; a longer one is read on its page
UNSTATED = "ซึ่งก่อนหน้านี้ไม่ได้ระบุ"
# Their figures and units have sentences of their own; this is what is said next to them.
_DETAILS = {
    "measures.measures.*.responsible",
    "scores.total",
    "scores.level",
    "scores.instruments",
    "scores.indicators",
}
_KEY = re.compile(r"[a-z][a-z0-9_-]*")  # a word of the data, not of people
_DAY = re.compile(r"2[45][0-9]{2}-[0-9]{2}-[0-9]{2}")
_OWNERS: dict[Kind, str] = {
    "scores-fact": "ของผลการประเมิน{year}",
    "analysis-fact": "ของผลการวิเคราะห์{year}",
    "measures-fact": "ของเอกสารมาตรการ{year}",
    "measure-fact": "ของมาตรการ{year}",
    "reports-fact": "ของเอกสารรายงานผลการดำเนินการ{year}",
    "report-fact": "ของรายงานผลการดำเนินการ{year}",
    "memo-fact": "ของบันทึกข้อความ{year}",
    "oit-fact": "ของทะเบียนคำตอบ OIT {year}",
    "item-fact": "ของข้อ OIT {year}",
    "questions-fact": "ของคำถามและคำตอบ{year}",
    "question-fact": "ของคำถามของประชาชน{year}",
    "explanations-fact": "ของ{year}",
    "agency-fact": "ของหน่วยงาน",
    "documents-fact": "ของเว็บไซต์",
    "site-fact": "",
}
_COUNTED: dict[Kind, str] = {"measure-fact": "มาตรการ", "item-fact": "ข้อ", "question-fact": "คำถาม"}


def word_owner(kind: Kind, year: str) -> str:
    """The words for what the field is of: a part of a year, or the site."""
    return _OWNERS[kind].format(year=year)


def word_fact(change: Change, owner: str, speech: Speech) -> str:
    """A change of one field of `owner`, with both values where they are short."""
    what = f"{_title(change.field)}{owner}"
    before, after = (_say(text, speech) for text in (change.before, change.after))
    if change.about == "added":
        return f"เพิ่ม{what} คือ {after} {UNSTATED}" if after else f"เพิ่ม{what} {UNSTATED}"
    if change.about == "withdrawn":
        return f"นำ{what} ออก{f' ก่อนหน้านี้ระบุว่า {before}' if before else ''}"
    return f"แก้ไข{what}{_say_change(change, before, after)}"


def _say_change(change: Change, before: str, after: str) -> str:
    """Both values of a field; of a list only what was added to it, or taken away."""
    if before and after:
        return f" จาก {before} เป็น {after}"
    if after and not change.before:
        return f" โดยเพิ่ม {after}"
    return f" โดยนำ {before} ออก" if before and not change.after else ""


def word_facts(kind: Kind, field: str, abouts: set[str], year: str) -> tuple[str, str]:
    """Many changes of one field as one sentence, and what is counted."""
    what = f"{_title(field)}{word_owner(kind, year)}"
    sentence = "เพิ่ม{}" if abouts == {"added"} else "นำ{} ออก" if abouts == {"withdrawn"} else "แก้ไข{}"
    return sentence.format(what), _COUNTED.get(kind, "รายการ")


def _title(field: str) -> str:
    declared = declared_fields().get(field)
    said = words_of(declared) if declared is not None else None
    title = said.title if said else "ข้อมูล"
    if field.startswith("memo."):  # whose fields are named as on its form: ที่, เรื่อง, เรียน
        return f"ช่อง “{title}” "
    return f"รายละเอียดของ{title}" if field in _DETAILS else title


def _say(text: str, speech: Speech) -> str:
    """A value as a sentence has it; empty for a long one, and for a word that only the data knows."""
    if text in BY_KEY or text in STATED:
        return f"“{BY_KEY[text].word if text in BY_KEY else STATED[text]}”"
    if not text or len(text) > LONGEST_VALUE or _KEY.fullmatch(text):
        return ""
    day = parse_date(text) if _DAY.fullmatch(text) else None
    if day is not None:
        return speech.date(day)
    return speech.digits(text) if re.fullmatch(r"[0-9.]+", text) else f"“{text}”"
