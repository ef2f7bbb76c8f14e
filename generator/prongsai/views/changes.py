"""The sentences of changes between two publications: each kind of change is worded here and nowhere else."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence

from prongsai.ledger.publications import Change, Kind
from prongsai.model.edition import Edition
from prongsai.model.status import BY_KEY
from prongsai.views.fact_changes import UNSTATED, word_fact, word_facts, word_owner
from prongsai.views.names import indicator_name, item_name
from prongsai.views.scores.levels import reservation_of
from prongsai.views.speech import Speech
from prongsai.wording.lacks import STATED

LONGEST_QUOTE = 120  # characters of a typed text that a sentence shows
LONGEST_SENTENCE = 500
_PARTS = {
    "scores": "ผลการประเมิน",
    "analysis": "ผลการวิเคราะห์",
    "measures": "มาตรการ",
    "reports": "รายงานผลการดำเนินการ",
    "memo": "บันทึกข้อความ",
}
_COUNTED = {"measures": "มาตรการ", "reports": "รายการ"}
_GROUPS: dict[Kind, tuple[str, str]] = {
    "instrument": ("แก้ไขหรือเพิ่มคะแนนเครื่องมือของ{year}", "เครื่องมือ"),
    "indicator": ("แก้ไขหรือเพิ่มคะแนนตัวชี้วัดของ{year}", "ตัวชี้วัด"),
    "measure-added": ("เพิ่มมาตรการของ{year}", "มาตรการ"),
    "measure-withdrawn": ("นำมาตรการของ{year} ออก", "มาตรการ"),
    "measure-renamed": ("เปลี่ยนชื่อมาตรการของ{year}", "มาตรการ"),
    "status": ("เปลี่ยนสถานะของมาตรการ{year}", "มาตรการ"),
    "period": ("เปลี่ยนระยะเวลาดำเนินการของมาตรการ{year}", "มาตรการ"),
    "responsible": ("เปลี่ยนผู้รับผิดชอบมาตรการ{year}", "มาตรการ"),
    "report-added": ("เพิ่มรายงานผลการดำเนินการของ{year}", "รายการ"),
    "report-withdrawn": ("นำรายงานผลการดำเนินการของ{year} ออก", "รายการ"),
    "item-answered": ("เพิ่มคำตอบข้อ OIT ของ{year}", "ข้อ"),
    "item-changed": ("เปลี่ยนคำตอบข้อ OIT ของ{year}", "ข้อ"),
    "item-withdrawn": ("นำคำตอบข้อ OIT ของ{year} ออก", "ข้อ"),
    "question-answered": ("ตอบคำถามของประชาชน{year}", "คำถาม"),
}


def word_change(change: Change, edition: Edition | None, speech: Speech) -> str:
    """The change as a sentence; `edition` is that of its year, where the site still has the year.

    What people typed is quoted as they typed it, shortened when it is long; all else has the site's numerals.
    """
    words = _ChangeWords(change, edition, speech)
    say = _fact if change.kind.endswith("-fact") else _SENTENCES[change.kind.partition("-")[0]]
    return shorten(say(words), LONGEST_SENTENCE)


def word_group(group: Sequence[Change], speech: Speech) -> str:
    """Many changes of one kind, one year and one field as one sentence."""
    kind, year, field, count = group[0].kind, group[0].year, group[0].field, len(group)
    name = speech.fiscal_year(year) if year is not None else "ทุกปี"
    if kind.endswith("-fact"):
        sentence, classifier = word_facts(kind, field, {one.about for one in group}, name)
        return f"{sentence} จำนวน {speech.digits(count)} {classifier}"
    sentence, classifier = _GROUPS.get(kind, ("การเปลี่ยนแปลงของ{year}", "รายการ"))
    return f"{sentence.format(year=name)} จำนวน {speech.digits(count)} {classifier}"


def word_subject(change: Change) -> str:
    """The title of what changed, where the sentence itself names it by its number alone."""
    is_named = bool(change.number) and change.kind != "measure-renamed"
    return shorten(change.title) if is_named else ""


def shorten(text: str, longest: int = LONGEST_QUOTE) -> str:
    """A text, cut where it has more characters than `longest`; never before a mark of the letter before."""
    if len(text) <= longest:
        return text
    end = longest
    while end and unicodedata.category(text[end]) in {"Mn", "Mc", "Me"}:
        end -= 1
    return f"{text[: end or longest].rstrip()}…"


class _ChangeWords:
    """A change and the words for its pieces."""

    def __init__(self, change: Change, edition: Edition | None, speech: Speech) -> None:
        self.change, self.edition, self.speech = change, edition, speech
        self.year = speech.fiscal_year(change.year) if change.year is not None else "เว็บไซต์"
        self.digits = speech.digits

    @property
    def measure(self) -> str:
        """มาตรการที่ ๓ ของปีงบประมาณ พ.ศ. ๒๕๖๕; a measure without a number by its title."""
        one = self.change
        name = f"มาตรการที่ {self.digits(one.number)}" if one.number else f"มาตรการ {quote(one.title or one.subject)}"
        return f"{name} ของ{self.year}"


def quote(text: str) -> str:
    """A typed text between quotation marks."""
    return f"“{shorten(text)}”"


def _first(words: _ChangeWords) -> str:
    years = words.change.years
    if not years:
        return "เผยแพร่ข้อมูลครั้งแรก"
    names = [words.digits(year) for year in years]
    is_row = len(years) > 1 and years == tuple(range(years[0], years[-1] + 1))
    return f"เผยแพร่ข้อมูลครั้งแรก มีข้อมูลปีงบประมาณ พ.ศ. {f'{names[0]} ถึง {names[-1]}' if is_row else ', '.join(names)}"


def _year(words: _ChangeWords) -> str:
    return f"เพิ่มข้อมูล{words.year}" if words.change.kind == "year-added" else f"นำข้อมูล{words.year} ออกจากเว็บไซต์"


def _part(words: _ChangeWords) -> str:
    """A whole part of a year that came or went."""
    change = words.change
    key, _, became = change.kind.partition("-")
    name = f"{_PARTS[key]}{words.year}"
    if became == "withdrawn":
        return f"นำ{name} ออกจากเว็บไซต์"
    if key == "scores":
        total = f" คะแนนรวม {words.digits(change.after)} คะแนน" if change.after else ""
        return f"เผยแพร่{name}{total}{_level(words)}"
    return f"เผยแพร่{name}{f' จำนวน {words.digits(change.about)} {_COUNTED[key]}' if change.about else ''}"


def _level(words: _ChangeWords) -> str:
    """The level that came with a total, with its reservation."""
    change = words.change
    if not change.about:
        return ""
    reserved = reservation_of(change.about, change.after, words.edition)
    return f" ระดับ {change.about}{f' ({reserved})' if reserved else ''}"


def _figure(words: _ChangeWords) -> str:
    kind, subject = words.change.kind, words.change.subject
    if kind == "total":
        return _corrected(words, f"คะแนนรวม{words.year}")
    if kind == "level":
        return _corrected(words, f"ระดับผลการประเมิน{words.year}")
    if kind == "instrument":
        return _corrected(words, f"คะแนนเครื่องมือ {subject} ของ{words.year}")
    named = indicator_name(words.edition, subject, words.speech) if words.edition else ""
    return _corrected(words, f"คะแนน{named or f'ตัวชี้วัดที่ {words.digits(subject)}'} ของ{words.year}")


def _corrected(words: _ChangeWords, what: str) -> str:
    """A published figure or level that is another one now, was added or was taken away."""
    before, after = words.digits(words.change.before), words.digits(words.change.after)
    if before and after:
        return f"แก้ไข{what} จาก {before} เป็น {after}"
    return f"เพิ่ม{what} คือ {after} {UNSTATED}" if after else f"นำ{what} ออก ก่อนหน้านี้ระบุว่า {before}"


def _measure(words: _ChangeWords) -> str:
    change = words.change
    if change.kind == "measure-renamed":
        return _changed(words, "ชื่อ", quote)
    return f"เพิ่ม{words.measure}" if change.kind == "measure-added" else f"นำ{words.measure} ออกจากเว็บไซต์"


def _changed(words: _ChangeWords, what: str, said: Callable[[str], str]) -> str:
    """Something of a measure that is another one now, was stated or is stated no more."""
    before, after = words.change.before, words.change.after
    if before and after:
        return f"{words.measure} เปลี่ยน{what}จาก {said(before)} เป็น {said(after)}"
    if after:
        return f"{words.measure} ระบุ{what}เป็น {said(after)} {UNSTATED}"
    return f"{words.measure} ไม่ระบุ{what}แล้ว ก่อนหน้านี้ระบุว่า {said(before)}"


def _status_name(status: str) -> str:
    return quote(BY_KEY[status].word if status in BY_KEY else status)


def _fact(words: _ChangeWords) -> str:
    change = words.change
    owner = word_owner(change.kind, words.year)
    if change.kind == "measure-fact":
        owner = f"ของ{words.measure}"
    elif change.kind == "report-fact":
        owner = f"ของ{_report_name(words)}"
    elif change.kind == "item-fact":
        owner = f"ของข้อ {_item_name(words)} ของ{words.year}"
    elif change.kind == "question-fact":
        owner = f"ของคำถาม {quote(change.title or change.subject)} ของ{words.year}"
    return word_fact(change, owner, words.speech)


def _report_name(words: _ChangeWords) -> str:
    change = words.change
    turn = change.subject.partition("/")[2].partition("#")[0]
    of_round = f" รอบ {words.digits(turn)} เดือน" if turn else ""
    if change.number or not change.subject.startswith("#"):
        return f"รายงานผลการดำเนินการ{of_round} {words.measure}"
    return f"รายงานผลการดำเนินการ {quote(change.title)} ของ{words.year}"


def _report(words: _ChangeWords) -> str:
    change, name = words.change, _report_name(words)
    if change.kind == "report-withdrawn":
        return f"นำ{name} ออกจากเว็บไซต์"
    return f"เพิ่ม{name}{f' สถานะ {_status_name(change.after)}' if change.after else ''}"


def _item_name(words: _ChangeWords) -> str:
    code = words.change.subject
    return item_name(words.edition, code, words.speech) if words.edition else code


def _item(words: _ChangeWords) -> str:
    change, year, name = words.change, words.year, _item_name(words)
    before, after = (STATED.get(said, said) for said in (change.before, change.after))
    if change.kind == "item-answered":
        return f"เพิ่มคำตอบข้อ {name} ของ{year} คำตอบคือ {quote(after)}"
    if change.kind == "item-withdrawn":
        return f"นำคำตอบข้อ {name} ของ{year} ออก ก่อนหน้านี้ตอบว่า {quote(before)}"
    return f"เปลี่ยนคำตอบข้อ {name} ของ{year} จาก {quote(before)} เป็น {quote(after)}"


def _question(words: _ChangeWords) -> str:
    asked = f" {quote(words.change.title)}" if words.change.title else ""
    return f"ตอบคำถามของประชาชน{words.year}{asked}"


_SENTENCES: dict[str, Callable[[_ChangeWords], str]] = {
    "first": _first,
    "year": _year,
    **dict.fromkeys(_PARTS, _part),
    **dict.fromkeys(("total", "level", "instrument", "indicator"), _figure),
    "measure": _measure,
    "status": lambda words: _changed(words, "สถานะ", _status_name),
    "period": lambda words: _changed(words, "ระยะเวลาดำเนินการ", quote),
    "responsible": lambda words: _changed(words, "ผู้รับผิดชอบ", quote),
    "report": _report,
    "item": _item,
    "question": _question,
}
