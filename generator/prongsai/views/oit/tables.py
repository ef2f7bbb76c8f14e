"""The tables of OIT items: results and answers, and what each answer must show."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from prongsai import addresses
from prongsai.analysis.results import Results, YearResult
from prongsai.analysis.scoring import ItemScore
from prongsai.model.edition_items import Item
from prongsai.model.oit import Answer
from prongsai.model.stated import Absence
from prongsai.views.content import Cell, Part, Phrase, Table, cell, number_cell
from prongsai.views.names import item_phrase, item_title, nearest_title
from prongsai.views.oit.answers import AnsweredElement, Answers, ItemAnswer
from prongsai.views.oit.items import has_page, own_answer, own_answer_note, own_missing, score_parts, shows_answers
from prongsai.views.oit.words import ELEMENT_WORDS, state_phrase
from prongsai.views.say_once import say_once
from prongsai.views.scores.figures import NO_POINTS
from prongsai.views.speech import Speech
from prongsai.views.table import OF_ITEM, YEAR, Column, Heads, TableOf
from prongsai.wording.lacks import ANSWERS
from prongsai.wording.terms import ABSENCES, BASES

ITEM = "รหัสข้อ OIT ของปีนั้น เช่น O1 ข้อเดียวกันอาจมีรหัสต่างกันในแต่ละปี"
THERE = {"state": {"there": ELEMENT_WORDS["there"]}}  # what is shown of elements where readiness is not
_STATES = {str(state): words.answer for state, words in ANSWERS.items()}
_UNKNOWN = Phrase("ไม่ทราบผล", kind="absent")
_NOT_KNOWN = Phrase("ไม่ทราบ", kind="absent")
_NO_TITLE = "ไม่ทราบชื่อข้อ"
_NO_ANSWERS = {ABSENCES[absence.value] for absence in (Absence.NOT_STATED, Absence.NOT_ENTERED)}


@dataclass(frozen=True)
class ItemRow:
    """An item of a year with its result, and its answer where the year shows answers."""

    results: Results
    result: YearResult
    code: str
    answer: ItemAnswer | None = None

    @property
    def item(self) -> Item | None:
        """The item as the edition describes it."""
        return self.result.year.edition.items.get(self.code)

    @property
    def scored(self) -> ItemScore | None:
        """Its score, where it is known."""
        return self.result.computed.items.get(self.code)

    @property
    def stated(self) -> Answer | None:
        """The item as the register states it."""
        return self.answer.stated if self.answer else None


def _own(row: ItemRow, speech: Speech) -> Phrase:
    return own_answer(row.results, row.result.year, row.code, speech)


def _own_shown(row: ItemRow, speech: Speech) -> tuple[Part, ...]:
    """The page that answers the item, with the required elements that it does not show."""
    missing = own_missing(row.results, row.result.year, row.code)
    lacks = (Phrase(f" ยังไม่พบ: {speech.digits(', '.join(missing))}", kind="aside"),) if missing else ()
    return (_own(row, speech), *lacks)


def _own_note(row: ItemRow, speech: Speech) -> Phrase | None:
    own, why = _own(row, speech), own_answer_note(row.results, row.result.year, row.code, speech)
    return None if own.href else Phrase(speech.plain(why[:1]).strip() or own.text, kind=own.kind)


def _of_item(name: str) -> Callable[[ItemRow, Speech], object]:
    return lambda row, _: getattr(row.item, name) if row.item else None


def _of_answer(name: str) -> Callable[[ItemRow, Speech], object]:
    return lambda row, _: getattr(row.answer, name) if row.answer else None


def _title(row: ItemRow, _: Speech) -> str | None:
    return (row.answer.title if row.answer else None) or (row.item.title if row.item else None)


def _score(row: ItemRow, speech: Speech) -> tuple[Part, ...]:
    if row.scored is None:
        return (_UNKNOWN,)
    marked = (Phrase(NO_POINTS),) if row.scored.score == 0 else ()
    return (*score_parts(row.result, row.code, speech), *marked)


def _score_at_once(row: ItemRow, speech: Speech) -> Cell:
    return number_cell(*score_parts(row.result, row.code, speech)) if row.scored else cell(_UNKNOWN)


def _score_as_published(row: ItemRow, speech: Speech) -> tuple[Part, ...]:
    """The score with the decimals of the document, and whether it was inferred."""
    listed = row.result.year.scores.items.get(row.code) if row.result.year.scores else None
    item = row.result.computed.items[row.code]
    said = speech.published(listed.score) if listed else speech.stated(item.score)
    return (*said, Phrase(BASES["inferred"], kind="inferred")) if item.basis == "inferred" else said


def _score_marked(row: ItemRow, speech: Speech) -> Cell:
    marked = (Phrase(NO_POINTS, kind="weak"),) if row.scored and row.scored.score == 0 else ()
    return number_cell(*_score_as_published(row, speech), *marked)


def _reasons(row: ItemRow, _: Speech) -> str | None:
    return "\n".join(row.scored.reasons) if row.scored else None


def _reasons_shown(row: ItemRow, speech: Speech) -> object:
    return speech.texts(row.scored.reasons, ordered=False) if row.scored and row.scored.reasons else Phrase("")


def _index_code(row: ItemRow, _: Speech) -> Cell:
    year = row.result.year.year
    href = addresses.item_path(year, row.code) if has_page(row.results, year, row.code) else ""
    return cell(Phrase(row.code, href=href), head=True, anchor=addresses.item_slug(row.code))


def _index_title(row: ItemRow, speech: Speech) -> tuple[Phrase, ...]:
    edition = row.result.year.edition
    title = item_title(edition, row.code, speech) or nearest_title(edition, row.code, speech)
    return (Phrase(title),) if title else (Phrase(_NO_TITLE, kind="absent"),)


def _index_subindicator(row: ItemRow, speech: Speech) -> Phrase:
    return Phrase(speech.digits(row.item.subindicator)) if row.item and row.item.subindicator else _NOT_KNOWN


def _name(row: ItemRow, speech: Speech) -> Phrase:
    return item_phrase(row.result.year, row.code, speech)


ITEMS: TableOf[ItemRow] = TableOf(
    "oit-items",
    "ข้อ OIT",
    "คะแนน สาเหตุ และคำตอบของข้อ OIT ทุกข้อ",
    (
        YEAR,
        Column("item", "ข้อ", "code", ITEM, shown=_index_code),
        Column("meaning", "รหัสความหมาย", _of_item("key"), "รหัสของเรื่องที่ตรวจ เหมือนกันทุกปี ใช้เทียบข้อข้ามปี"),
        Column("title", "ประเด็นการตรวจ", _title, "ชื่อข้อตามหลักเกณฑ์ของปี", shown=_index_title),
        Column("subindicator", "ตัวชี้วัดย่อย", _of_item("subindicator"), "เลขตัวชี้วัดย่อย", shown=_index_subindicator),
        Column("score", "คะแนน", _score, "คะแนนของข้อ", "figure", shown=_score_at_once),
        Column(
            "basis",
            "ที่มาของคะแนน",
            lambda row, _: row.scored.basis if row.scored else None,
            "เอกสารระบุ หรืออนุมานจากเอกสาร",
            choices={"stated": "ตามเอกสาร", "inferred": "อนุมาน"},
        ),
        Column("reasons", "สาเหตุที่ไม่ได้คะแนน", _reasons, "ตามที่เอกสารระบุ", shown=_reasons_shown, speaks=True),
        Column(
            "state",
            "สถานะของคำตอบ",
            lambda row, _: row.answer.state if row.answer and row.answer.told else None,
            "ปีที่ไม่มีทะเบียนคำตอบเป็นช่องว่าง",
            choices=_STATES,
        ),
        Column(
            "state_words",
            "สถานะของคำตอบเป็นคำ",
            lambda row, speech: state_phrase(row.answer, speech) if row.answer else None,
            "ถ้อยคำเดียวกับหน้าเว็บ",
        ),
        Column(
            "own_page",
            "หน้าที่ตอบข้อนี้",
            lambda row, speech: _own(row, speech).href,
            "หน้าของเว็บไซต์นี้ที่ตอบข้อนี้",
            shown=_own_shown,
        ),
        Column("own_page_note", "หมายเหตุของหน้าที่ตอบข้อนี้", _own_note, "เหตุที่ไม่มี"),
        Column("unit_id", "รหัสหน่วยงาน", _of_answer("unit_key"), "รหัสในตาราง units"),
        Column("unit", "หน่วยงานผู้รับผิดชอบ", _of_answer("unit"), "ชื่อตามทะเบียนคำตอบ"),
        Column("unit_ids", "รหัสทุกหน่วยงาน", _of_answer("unit_keys"), "รหัสในตาราง units คั่นด้วยช่องว่าง"),
        Column(
            "published_on",
            "วันที่เผยแพร่",
            lambda row, _: row.stated.published_on if row.stated else None,
            "วันที่เผยแพร่คำตอบ",
            "day",
        ),
        Column("data_year", "ปีของข้อมูล", _of_answer("stated_year"), "ปีของข้อมูลที่คำตอบแสดง", "integer", "พ.ศ."),
        Column(
            "note",
            "หมายเหตุ",
            lambda row, _: (
                "\n".join(filter(None, (row.stated.nothing_happened, row.stated.note))) if row.stated else None
            ),
            "หมายเหตุในทะเบียนคำตอบ",
        ),
        Column("name", "ข้อ (ประเด็นการตรวจ)", _name, heads_row=True, is_open=False),
        Column("result", "คะแนน", _score_marked, kind="figure", is_open=False, speaks=True),
        Column("zero", "คะแนน", _score_as_published, kind="figure", is_open=False, speaks=True),
    ),
    ("fiscal_year", "item"),
)


def item_rows(results: Results, result: YearResult, answers: Answers) -> Iterator[ItemRow]:
    """The items of a year that its edition, its result or its register knows, in official order."""
    answered = {item.code: item for item in answers.items} if shows_answers(results, answers.year) else {}
    for code in result.year.edition.in_order((*result.computed.items, *answered)):
        yield ItemRow(results, result, code, answered.get(code))


def items_table(results: Results, result: YearResult, speech: Speech, *, only_zero: bool = False) -> Table:
    """OIT items with score, reason and whether that is stated or inferred."""
    found = result.computed.items.items()
    rows = (ItemRow(results, result, code) for code, one in found if one.score == 0 or not only_zero)
    heads: Heads = dict.fromkeys(("name", "zero" if only_zero else "result", "reasons"))
    caption = "ข้อที่ไม่ได้คะแนน" if only_zero else "ผลรายข้อของแบบตรวจการเปิดเผยข้อมูลสาธารณะ (OIT)"
    named = ("zero-items" if only_zero else "items", f"{caption} {speech.fiscal_year(result.year.year)}")
    return ITEMS.show(named, heads, rows, speech)


def index_table(results: Results, year: int, speech: Speech) -> Table:
    """The items of a year without a register, in official order; the caption says all only where all are known.

    `shorten_index` says once what most have alike.
    """
    result = results.years[year]
    codes = result.year.edition.in_order(result.computed.items)
    those = "ทั้งหมด" if result.year.edition.knows_all_items else "ที่ทราบ"
    heads: Heads = {**dict.fromkeys(("item", "title", "subindicator", "score")), "own_page": "คำตอบในเว็บไซต์นี้"}
    named = ("oit", f"ข้อ OIT {those}ตามลำดับของหลักเกณฑ์ ปี {speech.digits(year)}")
    return ITEMS.show(named, heads, (ItemRow(results, result, code) for code in codes), speech)


def shorten_index(table: Table) -> Table:
    """The index of a year without what all or most of its rows lack, which is said above it."""
    return say_once(table, ((), (), (), {_UNKNOWN.text}, _NO_ANSWERS), nearly=True)


@dataclass(frozen=True)
class ElementRow:
    """An element that the answer to an item must show."""

    item: ItemAnswer
    element: AnsweredElement


def _element_state(row: ElementRow, _: Speech) -> str | None:
    state = row.element.state
    return state if row.item.told or state == "there" else None


ELEMENTS: TableOf[ElementRow] = TableOf(
    "oit-elements",
    "องค์ประกอบของข้อ OIT",
    "สิ่งที่คำตอบของแต่ละข้อต้องมี และมีแล้วหรือยัง",
    (
        YEAR,
        Column("item", "ข้อ", "item.code", ITEM),
        Column("element", "รหัสองค์ประกอบ", "element.key", "รหัสของสิ่งที่คำตอบต้องมี"),
        Column("text", "องค์ประกอบด้านข้อมูล", "element.text", "สิ่งที่คำตอบต้องมีตามหลักเกณฑ์"),
        Column("state", "สถานะ", _element_state, "มีแล้วหรือยัง", choices=ELEMENT_WORDS),
        Column("place", "อยู่ที่ใด", "element.place", "ตำแหน่งในหน้าหรือเอกสาร"),
        Column("url", "ที่อยู่", "element.href", "ที่อยู่ของสิ่งนั้น ที่ขึ้นต้นด้วย / อยู่ในเว็บไซต์นี้"),
        Column("note", "หมายเหตุ", "element.note", "หมายเหตุในทะเบียนคำตอบ"),
    ),
    ("fiscal_year", "item", "element"),
    OF_ITEM,
)


def element_rows(answers: Answers) -> Iterator[ElementRow]:
    """The elements of every answer of a year."""
    return (ElementRow(item, element) for item in answers.items for element in item.elements)
