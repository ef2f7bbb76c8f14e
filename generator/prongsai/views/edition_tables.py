"""Tables of the rules of a year besides instruments and levels: items, questionnaires and calendar."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from prongsai.model.edition import Edition
from prongsai.model.edition_facts import CalendarStage
from prongsai.model.edition_items import Item
from prongsai.model.edition_surveys import AskedQuestion, Questionnaire
from prongsai.thai.dates import BuddhistDate
from prongsai.views.content import Phrase, Table
from prongsai.views.rule_tables import evidence_words
from prongsai.views.speech import Speech
from prongsai.views.table import ROW, YEAR, Column, Heads, TableOf

_VERIFIED = "ชนิดของหลักฐานที่ยืนยัน"


@dataclass(frozen=True)
class ItemRule:
    """An item of an edition."""

    edition: Edition
    code: str
    item: Item

    def verified(self, *names: str) -> str:
        """The evidence of a part of the item, else that of the item as a whole."""
        own = next((found for name in names if (found := getattr(self.item, name))), self.item.evidence)
        return evidence_words(self.edition, own)


def _named_by(row: ItemRule, _: Speech) -> str | None:
    return row.verified("title_evidence") if row.item.title else None


def _shown_by(row: ItemRule, _: Speech) -> str | None:
    return row.verified("elements_evidence") if row.item.elements else None


def _count_shown(row: ItemRule, _: Speech) -> int | None:
    """The number of elements; an item without any is one whose elements were not found."""
    return len(row.item.elements) or None


def _year_of_data(row: ItemRule, _: Speech) -> int | None:
    offset = row.item.year_offset
    return None if offset is None else row.edition.fiscal_year + offset


def _year_by(row: ItemRule, _: Speech) -> str | None:
    return row.verified("offset_evidence") if row.item.year_offset is not None else None


def _title_shown(row: ItemRule, speech: Speech) -> Phrase:
    title = row.item.title or row.item.about
    return Phrase(speech.digits(title)) if title else Phrase("ยังไม่ทราบ", kind="absent")


def _or_dash(get: Callable[[ItemRule, Speech], str | None]) -> Callable[[ItemRule, Speech], Phrase]:
    return lambda row, speech: Phrase(get(row, speech) or "-")


ITEM_RULES: TableOf[ItemRule] = TableOf(
    "edition-items",
    "ข้อ OIT ตามหลักเกณฑ์",
    "ข้อ OIT ตามหลักเกณฑ์ของแต่ละปี และหลักฐานที่ยืนยันชื่อ สิ่งที่ต้องแสดง และปีของข้อมูล",
    (
        YEAR,
        Column("item", "ข้อ", "code", "รหัสข้อ OIT ของปีนั้น", heads_row=True),
        Column("meaning", "รหัสความหมาย", "item.key", "รหัสของเรื่องที่ตรวจ เหมือนกันทุกปี"),
        Column("title", "ชื่อข้อ", "item.title", "ชื่อข้อตามหลักเกณฑ์ของปี", shown=_title_shown, speaks=True),
        Column("title_evidence", "ชื่อยืนยันโดย", _named_by, _VERIFIED, shown=_or_dash(_named_by), speaks=True),
        Column(
            "elements",
            "สิ่งที่ต้องแสดง",
            _count_shown,
            "จำนวนสิ่งที่ต้องแสดง ถ้ายังไม่ทราบไม่มีค่า",
            "integer",
            "รายการ",
            beside=None,
            shown=lambda row, speech: Phrase(speech.digits(_count_shown(row, speech) or "-")),
            speaks=True,
        ),
        Column("elements_evidence", "สิ่งที่ต้องแสดงยืนยันโดย", _shown_by, _VERIFIED, shown=_or_dash(_shown_by), speaks=True),
        Column("year_of_data", "ปีของข้อมูล", _year_of_data, "ปีงบประมาณของข้อมูลที่ต้องแสดง", "integer", beside=None),
        Column("year_evidence", "ปียืนยันโดย", _year_by, _VERIFIED, shown=_or_dash(_year_by)),
    ),
    ("fiscal_year", "item"),
)


def item_rule_rows(edition: Edition) -> Iterator[ItemRule]:
    """The items of an edition in official order."""
    return (ItemRule(edition, code, item) for code, item in edition.items.items())


def items_rules_table(edition: Edition, speech: Speech) -> Table:
    """The items of an edition, with what verifies their titles and elements."""
    heads: Heads = dict.fromkeys(("item", "title", "title_evidence", "elements", "elements_evidence"))
    named = (f"items-{edition.fiscal_year}", f"ข้อ OIT ตามหลักเกณฑ์ ปี {speech.digits(edition.fiscal_year)}")
    return ITEM_RULES.show(named, heads, item_rule_rows(edition), speech)


@dataclass(frozen=True)
class StageRow:
    """A stage of the calendar of an edition."""

    edition: Edition
    stage: CalendarStage


def _day(place: int) -> Callable[[StageRow, Speech], BuddhistDate | None]:
    return lambda row, _: days[place] if (days := row.stage.days) else None


CALENDAR: TableOf[StageRow] = TableOf(
    "edition-calendar",
    "ปฏิทินการประเมิน",
    "ขั้นตอนของการประเมินแต่ละปีและวัน เท่าที่มีแหล่งที่มา",
    (
        YEAR,
        ROW,
        Column("stage", "ขั้นตอน", "stage.stage", "ชื่อขั้นตอน", heads_row=True),
        Column("days", "วัน", lambda row, speech: speech.digits(row.stage.date), "วันหรือช่วงวัน ตามที่แหล่งที่มาระบุ"),
        Column("first_day", "วันแรก", _day(0), "วันแรกของขั้นตอน", "day", beside=None),
        Column("last_day", "วันสุดท้าย", _day(1), "วันสุดท้ายของขั้นตอน", "day", beside=None),
        Column("evidence", "ยืนยันโดย", lambda row, _: evidence_words(row.edition, row.stage.evidence), _VERIFIED),
    ),
)


def stage_rows(edition: Edition) -> Iterator[StageRow]:
    """The stages of an edition's calendar, in its order."""
    return (StageRow(edition, stage) for stage in edition.calendar)


def calendar_table(edition: Edition, speech: Speech) -> Table:
    """The calendar of an edition, with what says so."""
    heads: Heads = dict.fromkeys(("stage", "days", "evidence"))
    named = (f"calendar-{edition.fiscal_year}", f"ปฏิทินการประเมิน ปี {speech.digits(edition.fiscal_year)}")
    return CALENDAR.show(named, heads, stage_rows(edition), speech)


@dataclass(frozen=True)
class SurveyRow:
    """The questionnaire of an instrument of an edition."""

    edition: Edition
    code: str
    survey: Questionnaire


def _points(values: tuple[Decimal, ...], speech: Speech) -> str:
    return ", ".join(speech.digits(f"{value.normalize():f}") for value in values)


def word_scale(choices: tuple[str, ...], points: tuple[Decimal, ...], speech: Speech) -> str:
    """น้อยที่สุด ๐, น้อย ๓๓, …; the choices alone, or the points alone, where the other is not known."""
    if choices and len(choices) == len(points):
        pairs = zip(choices, points, strict=True)
        return ", ".join(f"{choice} {_points((value,), speech)}" for choice, value in pairs)
    return ", ".join(choices) if choices else f"คะแนน {_points(points, speech)}" if points else ""


def _scale(row: SurveyRow, speech: Speech) -> str | None:
    survey = row.survey
    count = f"{speech.digits(survey.choices_count)} ระดับ" if survey.choices_count and not survey.choices else ""
    mean = "ข้อที่มีข้อย่อยใช้ค่าเฉลี่ยของข้อย่อย" if survey.question_is_mean_of_parts else ""
    return " ".join(filter(None, (count, word_scale(survey.choices, survey.points, speech), mean))) or None


def _scale_by(row: SurveyRow, speech: Speech) -> str | None:
    survey = row.survey
    names = (*survey.points_evidence, *survey.mean_evidence) or survey.evidence
    return evidence_words(row.edition, names) if _scale(row, speech) else None


SURVEYS: TableOf[SurveyRow] = TableOf(
    "edition-surveys",
    "แบบวัด",
    "จำนวนข้อคำถามและคะแนนของคำตอบของแบบวัดแต่ละปี เท่าที่มีแหล่งที่มา",
    (
        YEAR,
        Column("instrument", "เครื่องมือ", "code", "รหัสเครื่องมือ", heads_row=True),
        Column("questions", "จำนวนข้อคำถาม", "survey.count", "จำนวนข้อคำถามทั้งหมด", "integer", "ข้อ"),
        Column("per_indicator", "ข้อต่อตัวชี้วัด", "survey.per_indicator", "จำนวนข้อคำถามของแต่ละตัวชี้วัด", "integer", "ข้อ"),
        Column("evidence", "จำนวนยืนยันโดย", lambda row, _: evidence_words(row.edition, row.survey.evidence), _VERIFIED),
        Column("scale", "คำตอบและคะแนน", _scale, "ตัวเลือกของคำตอบกับคะแนนของแต่ละตัวเลือก จากเต็ม 100"),
        Column("scale_evidence", "คะแนนยืนยันโดย", _scale_by, _VERIFIED),
    ),
    ("fiscal_year", "instrument"),
)


def survey_rows(edition: Edition) -> Iterator[SurveyRow]:
    """The questionnaires of an edition."""
    return (SurveyRow(edition, code, survey) for code, survey in edition.questions.items())


def surveys_table(edition: Edition, speech: Speech) -> Table:
    """The questionnaires of an edition: how many questions, and how answers become points."""
    heads: Heads = dict.fromkeys(("instrument", "questions", "evidence", "scale", "scale_evidence"))
    named = (f"surveys-{edition.fiscal_year}", f"แบบวัด ปี {speech.digits(edition.fiscal_year)}")
    return SURVEYS.show(named, heads, survey_rows(edition), speech)


@dataclass(frozen=True)
class SubjectRow:
    """A question of a questionnaire of an edition."""

    edition: Edition
    code: str
    asked: AskedQuestion


def _special(row: SubjectRow, speech: Speech) -> str | None:
    asked = row.asked
    parts = f"{speech.digits(asked.parts)} ข้อย่อย" if asked.parts else ""
    turned = ", ".join(speech.digits(one) for one in asked.reversed_parts)
    is_turned = "ให้คะแนนกลับด้าน" if asked.reversed else f"ข้อย่อยที่ {turned} ให้คะแนนกลับด้าน" if turned else ""
    scale = word_scale(asked.choices, asked.points, speech)
    return " ".join(filter(None, (parts, is_turned, asked.answers or "", scale))) or None


SUBJECTS: TableOf[SubjectRow] = TableOf(
    "edition-survey-questions",
    "เรื่องของข้อคำถาม",
    "เรื่องที่ข้อคำถามของแบบวัดแต่ละปีถาม เป็นคำสรุป เท่าที่มีแหล่งที่มา",
    (
        YEAR,
        Column("question", "ข้อคำถาม", "code", "รหัสข้อคำถาม", heads_row=True),
        Column("indicator", "ตัวชี้วัดที่", "asked.indicator", "เลขตัวชี้วัดของข้อคำถาม", speaks=True),
        Column("subject", "เรื่องที่ถาม", "asked.subject", "เรื่องที่ถาม เป็นคำสรุป มิใช่ข้อความเต็ม", speaks=True),
        Column("special", "ลักษณะเฉพาะ", _special, "ข้อย่อย การให้คะแนนกลับด้าน และคำตอบที่ต่างจากข้ออื่น", speaks=True),
        Column(
            "evidence",
            "ยืนยันโดย",
            lambda row, _: evidence_words(row.edition, row.asked.evidence),
            _VERIFIED,
            speaks=True,
        ),
    ),
    ("fiscal_year", "question"),
)


def subject_rows(edition: Edition) -> Iterator[SubjectRow]:
    """The questions of an edition of which anything is known."""
    surveys = edition.questions.values()
    return (SubjectRow(edition, code, one) for survey in surveys for code, one in survey.asked.items())


def subjects_table(edition: Edition, speech: Speech) -> Table:
    """The questions of an edition by indicator: what each is about, and what is special about its answers."""
    heads: Heads = dict.fromkeys(("question", "indicator", "subject", "special", "evidence"))
    named = (f"subjects-{edition.fiscal_year}", f"เรื่องของข้อคำถาม ปี {speech.digits(edition.fiscal_year)}")
    return SUBJECTS.show(named, heads, subject_rows(edition), speech)
