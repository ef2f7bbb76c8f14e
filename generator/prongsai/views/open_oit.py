"""Open data of the OIT items: results and answers, what each must show, how ready they are, and survey questions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from prongsai.analysis.results import Results, YearResult
from prongsai.links.memory import Memory
from prongsai.problems import Problem
from prongsai.thai.codes import item_number
from prongsai.views.answers import Answers, ItemAnswer, answers_of
from prongsai.views.content import Phrase
from prongsai.views.oit import own_answer, score_parts, shows_answers
from prongsai.views.oit_index import readiness_table
from prongsai.views.oit_words import ELEMENT_WORDS, state_phrase
from prongsai.views.open_table import (
    OF_ITEM,
    OF_YEAR,
    ROW,
    YEAR,
    Field,
    OpenTable,
    Row,
    Value,
    day_fields,
    figure_fields,
    read_day,
    read_figure,
    table_of,
    text_of,
)
from prongsai.views.readiness import group_readiness
from prongsai.views.scores import NO_POINTS, questions_table
from prongsai.views.speech import Speech

_ITEM = Field("item", "string", "ข้อ", "รหัสข้อ OIT ของปีนั้น เช่น O1 ข้อเดียวกันอาจมีรหัสต่างกันในแต่ละปี")
_STATES = {"ready": "มี", "lacking": "มี แต่ยังต้องแก้ไข", "has_not": "ไม่มี", "open": "ยังไม่มีคำตอบ"}
_ITEMS = (
    YEAR,
    _ITEM,
    Field("meaning", "string", "รหัสความหมาย", "รหัสของเรื่องที่ตรวจ เหมือนกันทุกปี ใช้เทียบข้อข้ามปี"),
    Field("title", "string", "ประเด็นการตรวจ", "ชื่อข้อตามหลักเกณฑ์ของปี"),
    Field("subindicator", "string", "ตัวชี้วัดย่อย", "เลขตัวชี้วัดย่อย"),
    *figure_fields("score", "คะแนน", "คะแนนของข้อ"),
    Field(
        "basis",
        "string",
        "ที่มาของคะแนน",
        "เอกสารระบุ หรืออนุมานจากเอกสาร",
        choices={"stated": "ตามเอกสาร", "inferred": "อนุมาน"},
    ),
    Field("reasons", "string", "สาเหตุที่ไม่ได้คะแนน", "ตามที่เอกสารระบุ"),
    Field("state", "string", "สถานะของคำตอบ", "ปีที่ไม่มีทะเบียนคำตอบเป็นช่องว่าง", choices=_STATES),
    Field("state_words", "string", "สถานะของคำตอบเป็นคำ", "ถ้อยคำเดียวกับหน้าเว็บ"),
    Field("own_page", "string", "หน้าที่ตอบข้อนี้", "หน้าของเว็บไซต์นี้ที่ตอบข้อนี้"),
    Field("own_page_note", "string", "หมายเหตุของหน้าที่ตอบข้อนี้", "เหตุที่ไม่มี"),
    Field("unit_id", "string", "รหัสหน่วยงาน", "รหัสในตาราง units"),
    Field("unit", "string", "หน่วยงานผู้รับผิดชอบ", "ชื่อตามทะเบียนคำตอบ"),
    *day_fields("published_on", "วันที่เผยแพร่", "วันที่เผยแพร่คำตอบ"),
    Field("note", "string", "หมายเหตุ", "หมายเหตุในทะเบียนคำตอบ"),
)
_ELEMENTS = (
    YEAR,
    _ITEM,
    Field("element", "string", "รหัสองค์ประกอบ", "รหัสของสิ่งที่คำตอบต้องมี"),
    Field("text", "string", "องค์ประกอบด้านข้อมูล", "สิ่งที่คำตอบต้องมีตามหลักเกณฑ์"),
    Field("state", "string", "สถานะ", "มีแล้วหรือยัง", choices=ELEMENT_WORDS),
    Field("place", "string", "อยู่ที่ใด", "ตำแหน่งในหน้าหรือเอกสาร"),
    Field("url", "string", "ที่อยู่", "ที่อยู่ของสิ่งนั้น ที่ขึ้นต้นด้วย / อยู่ในเว็บไซต์นี้"),
    Field("note", "string", "หมายเหตุ", "หมายเหตุในทะเบียนคำตอบ"),
)
_THERE = {"there": ELEMENT_WORDS["there"]}
_GROUPS = {"unit": "หน่วยงาน", "subindicator": "ตัวชี้วัดย่อย"}
_READY = (
    YEAR,
    Field("group", "string", "แยกตาม", "จำนวนนี้แยกตามอะไร", choices=_GROUPS),
    ROW,
    Field("name", "string", "ชื่อ", "ชื่อหน่วยงานหรือตัวชี้วัดย่อย"),
    Field("ready", "integer", "พร้อมแล้ว", "จำนวนข้อที่พร้อม", "ข้อ"),
    Field("total", "integer", "ทั้งหมด", "จำนวนข้อทั้งหมดของแถวนี้", "ข้อ"),
    Field("not_ready", "string", "ข้อที่ยังไม่พร้อม", "รหัสข้อ คั่นด้วยช่องว่าง"),
)
_OF_GROUPS = 4
_READY_NAMED = ("oit-readiness", "ความพร้อมของข้อ OIT", "จำนวนข้อ OIT ที่พร้อมแล้ว แยกตามหน่วยงานและตัวชี้วัดย่อย")
_NOT_TOLD = ("oit-readiness", "ข้อ OIT รายกลุ่ม", "ตารางนี้ไม่มีแถว หน่วยงานใช้เป็นข้อมูลภายใน")
_QUESTIONS = (
    YEAR,
    ROW,
    Field("instrument", "string", "เครื่องมือ", "แบบวัดและส่วนของแบบวัด"),
    Field("code", "string", "ข้อคำถาม", "รหัสข้อคำถาม"),
    Field("wording", "string", "ข้อความ", "ข้อความของคำถาม"),
    *figure_fields("score", "คะแนน", "คะแนนของคำถาม ยิ่งมากยิ่งดี"),
    Field("findings", "string", "ข้อค้นพบ", "ข้อค้นพบตามเอกสาร"),
)


def oit_tables(results: Results, problems: tuple[Problem, ...], memory: Memory, speech: Speech) -> Iterator[OpenTable]:
    """Items, elements, readiness and survey questions."""
    found = [(one, answers_of(results, number, problems, memory)) for number, one in results.years.items()]
    shown = [answers for _, answers in found if shows_answers(results, answers.year)]
    told = results.site.shows_notes
    yield table_of(
        ("oit-items", "ข้อ OIT", "คะแนน สาเหตุ และคำตอบของข้อ OIT ทุกข้อ"),
        _ITEMS if told else tuple(replace(one, choices={}) if one.name == "state" else one for one in _ITEMS),
        ("fiscal_year", "item"),
        (row for one, answers in found for row in _items(results, one, answers, speech)),
        OF_YEAR,
    )
    yield table_of(
        ("oit-elements", "องค์ประกอบของข้อ OIT", "สิ่งที่คำตอบของแต่ละข้อต้องมี และมีแล้วหรือยัง"),
        _ELEMENTS if told else tuple(replace(one, choices=_THERE) if one.choices else one for one in _ELEMENTS),
        ("fiscal_year", "item", "element"),
        (row for answers in shown for row in _elements(answers)),
        OF_ITEM,
    )
    yield table_of(
        _READY_NAMED if told else _NOT_TOLD,
        _READY if told else _READY[:_OF_GROUPS],
        ("fiscal_year", "group", "row"),
        (row for answers in shown for row in _readiness(answers, results, speech)),
        OF_YEAR,
    )
    yield table_of(
        ("survey-questions", "คะแนนรายข้อคำถาม", "คะแนนและข้อค้นพบรายข้อคำถามของแบบวัด คะแนนน้อยขึ้นก่อน"),
        _QUESTIONS,
        ("fiscal_year", "row"),
        (row for one, _ in found for row in _questions(one, speech)),
        OF_YEAR,
    )


def _items(results: Results, result: YearResult, answers: Answers, speech: Speech) -> Iterator[Row]:
    answered = {item.code: item for item in answers.items} if shows_answers(results, answers.year) else {}
    known_codes = {*result.year.edition.items, *result.computed.items, *answered}
    for code in sorted(known_codes, key=item_number):
        item, scored = result.year.edition.items.get(code), result.computed.items.get(code)
        marked = (Phrase(NO_POINTS),) if scored and scored.score == 0 else ()
        answer, own = answered.get(code), own_answer(results, result.year, code, speech)
        yield {
            "fiscal_year": str(result.year.year),
            "item": code,
            "meaning": item.key if item else None,
            "title": (answer.title if answer else None) or (item.title if item else None),
            "subindicator": item.subindicator if item else None,
            **read_figure("score", (*score_parts(result, code, speech), *marked) if scored else (Phrase("ไม่ทราบผล"),)),
            "basis": scored.basis if scored else None,
            "reasons": "\n".join(scored.reasons) if scored else None,
            "own_page": own.href,
            "own_page_note": None if own.href else own.text,
            **_answer(answer, speech),
        }


def _answer(item: ItemAnswer | None, speech: Speech) -> dict[str, Value]:
    """What the register answers, empty where the year shows no answers."""
    stated = item.stated if item else None
    day = stated.published_on if stated else None
    words = state_phrase(item, speech).text if item else None
    return {
        "state": item.state if item and item.told else None,
        "state_words": words,
        "unit_id": item.unit_key if item else None,
        "unit": item.unit if item else None,
        **(read_day("published_on", day, speech) if stated else {"published_on": None, "published_on_note": None}),
        "note": "\n".join(filter(None, (stated.nothing_happened, stated.note))) if stated else None,
    }


def _elements(answers: Answers) -> Iterator[Row]:
    for item in answers.items:
        for one in item.elements:
            named = {"fiscal_year": str(answers.year), "item": item.code, "element": one.key, "text": one.text}
            state = one.state if item.told or one.state == "there" else None
            yield {**named, "state": state, "place": one.place, "url": one.href, "note": one.note}


def _readiness(answers: Answers, results: Results, speech: Speech) -> Iterator[Row]:
    kinds: tuple[Literal["unit", "subindicator"], ...] = ("unit", "subindicator")
    for by in kinds:
        table = readiness_table(answers, results, speech, by=by)
        groups = group_readiness(answers, results, by=by) if table else ()
        for place, (one, cells) in enumerate(zip(groups, table.rows if table else (), strict=True), 1):
            named = {"fiscal_year": str(answers.year), "group": by, "row": str(place), "name": text_of(cells[0])}
            yield {**named, "ready": str(one.ready), "total": str(one.total), "not_ready": text_of(cells[2])}


def _questions(result: YearResult, speech: Speech) -> Iterator[Row]:
    for place, cells in enumerate(questions_table(result, speech).rows, 1):
        yield {
            "fiscal_year": str(result.year.year),
            "row": str(place),
            "instrument": text_of(cells[0]),
            "code": text_of(cells[1]),
            "wording": text_of(cells[2]),
            **read_figure("score", cells[3]),
            "findings": text_of(cells[4]),
        }
