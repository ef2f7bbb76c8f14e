"""The year at a glance: its total, where each section leads, its indicators, and the documents it was made from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from prongsai import addresses
from prongsai.blocks.block import (
    Block,
    Cards,
    Facts,
    Heading,
    Meanings,
    Note,
    Paragraph,
    Picture,
    explained_notes,
    explanation,
    link,
    link_if_there,
    paragraph,
    pictured_table,
)
from prongsai.blocks.scope import Scope
from prongsai.blocks.strips import headed
from prongsai.model.document_parts import sources_of
from prongsai.views import questions
from prongsai.views.assessment import ask_meaning, explain_result
from prongsai.views.charts.year_scores import lost_chart, scores_chart
from prongsai.views.content import Link, NamedFact, Part, Phrase, fact
from prongsai.views.downloads import signed_of
from prongsai.views.lifetimes import word_name_then
from prongsai.views.measures.counts import placed_words, word_measures
from prongsai.views.measures.follow_up import status_counts
from prongsai.views.oit import items as oit
from prongsai.views.scores import figures as scores
from prongsai.views.scores.answer import year_answer
from prongsai.views.scores.differences import word_total_difference
from prongsai.views.scores.levels import level_remark
from prongsai.views.scores.lost_points import lost_indicators_table
from prongsai.views.scores.tables import brief_indicators_table
from prongsai.views.year import Notice, explained_figures, notices

SIGNED = "{} ฉบับลงนาม"


def year_blocks(scope: Scope) -> Iterator[Block]:
    """The year in one page."""
    yield from headed(year_answer(scope.result, scope.speech), _glance(scope))


def _glance(scope: Scope) -> Iterator[Block]:
    if named := word_name_then(scope.results.site, scope.speech):
        yield paragraph(named)
    yield from explained_notes(explained_figures(scope.problems, scope.number, scope.speech))
    if differs := word_total_difference(scope.result, scope.speech):
        told = Phrase("อ่านเรื่องคะแนนที่ต่างกัน", href=f"{_path(scope, 'scores')}#computed")
        yield Paragraph((Phrase(f"{differs} "), told))
    yield meanings_of(scope, "explained")
    yield Cards(tuple(_sections(scope)))
    yield from _indicators(scope)
    yield from _lost(scope)
    yield from _documents(scope)
    yield Paragraph((link_if_there("ดูการเปลี่ยนแปลงของข้อมูลปีนี้", _path(scope, "updates")),))


def meanings_of(scope: Scope, anchor: str = "") -> Meanings:
    """The meanings of the year's short names, behind the question that they answer."""
    entries = explain_result(scope.own, scope.speech, level_remark(scope.result))
    return Meanings(entries, ask_meaning(entries), anchor)


def _path(scope: Scope, section: str) -> str:
    return addresses.section_path(scope.number, section)


def _sections(scope: Scope) -> Iterator[Link]:
    """The sections of the year, each with what is in it: on this page they are its navigation."""
    own, missing = scope.own, scope.speech.missing().text
    said = {
        "scores": "คะแนนตามเอกสารและคะแนนที่คำนวณทวน" if own.scores is not None else missing,
        "analysis": "ผลการวิเคราะห์และประเด็นที่ควรพัฒนา" if own.analysis is not None else missing,
        "measures": _measures(scope) if own.measures is not None else missing,
        "follow-up": _counts(scope) or missing,
        "oit": _items(scope),
    }
    if questions.has_questions(own):
        said["questions"] = questions.word_count(own, scope.speech)
    if scope.results.site.shows_notes:
        said["notes"] = "สิ่งที่เว็บไซต์ตรวจพบในข้อมูล และคำชี้แจง"
    if own.memo is not None:
        said["memo"] = "บันทึกนำเสนอผลการประเมินต่อผู้บริหาร"
    for section, about in said.items():
        yield Link(addresses.HEADINGS[section], _path(scope, section), about)


def _measures(scope: Scope) -> str:
    answered = f" จากผลการประเมิน{scope.answered_name}" if scope.answered_name else ""
    placed = placed_words(scope.own)
    return f"{word_measures(scope.own, scope.speech)}{answered}{f' ({placed})' if placed else ''}"


def _counts(scope: Scope) -> str:
    """The measures by status; empty where a site made from documents has none that reports of them."""
    if scope.own.follow_up is None and scope.speech.from_document:
        return ""
    counts = status_counts(scope.own, scope.speech)
    return ", ".join(f"{status.text} {scope.speech.digits(count)} มาตรการ" for status, count in counts)


def _items(scope: Scope) -> str:
    items, digits = scope.result.computed.items, scope.speech.digits
    zero = digits(sum(item.score == 0 for item in items.values()))
    count = f"{digits(len(scope.own.edition.items))} ข้อ"
    if items:
        return f"{count} ไม่ได้คะแนน {zero} ข้อ"
    answered = oit.shows_answers(scope.results, scope.number)
    return f"{count} ดูคำตอบรายข้อ" if answered else f"{count} ไม่ทราบผลรายข้อ"


def _indicators(scope: Scope) -> Iterator[Block]:
    picture = scores_chart(scope.result, scope.speech, with_before=False)
    if picture is not None:
        yield Heading("คะแนนรายตัวชี้วัด", "indicators")
        yield Picture(picture, brief_indicators_table(scope.result, scope.speech, with_target=True))


def _lost(scope: Scope) -> Iterator[Block]:
    table = lost_indicators_table(scope.result, scope.speech)
    if not table.rows:
        return
    yield Heading("คะแนนหายไปที่ใด", "lost")
    yield paragraph(
        "แผนภูมิและตารางนี้บอกว่าแต่ละตัวชี้วัดทำให้คะแนนรวมหายไปกี่คะแนนเมื่อคิดตามน้ำหนัก "
        f"ผลรวมของทุกแถวคือส่วนที่คะแนนรวมที่คำนวณทวนขาดจาก {scope.speech.digits(100)} อาจต่างกันเล็กน้อยเพราะการปัดเศษ"
        f"{_by_both_lists(scope)}"
    )
    yield pictured_table(lost_chart(scope.result, scope.speech), table)
    yield link("ข้อ OIT ที่ไม่ได้คะแนนเต็ม และคะแนนที่ขาดจากระดับถัดไป", f"{_path(scope, 'scores')}#lost")


def _by_both_lists(scope: Scope) -> str:
    """The whole loss by each of two lists of scores; empty where there is one."""
    first, other = scope.result.computed, scope.result.otherwise
    if other is None or first.total is None or other.total is None:
        return ""
    lost = [scope.speech.score(100 - one).text for one in (first.total, other.total)]
    return f" เอกสารระบุคะแนนตัวชี้วัดไว้สองชุด ชุดแรกขาดไป {lost[0]} คะแนน ชุดที่ระบุอีกแห่งขาดไป {lost[1]} คะแนน"


def _documents(scope: Scope) -> Iterator[Block]:
    documents = (*_sources(scope), *_signed(scope))
    if documents:
        yield Heading("เอกสารที่ใช้", "documents")
    for title, facts in documents:
        yield Paragraph((Phrase(title, kind="bold"),))
        yield Facts(facts)


def _sources(scope: Scope) -> Iterator[tuple[str, tuple[NamedFact, ...]]]:
    """The source documents of the year, each with what is known of it."""
    own, documents = scope.own, scope.results.site.documents
    records = (own.scores, own.analysis, own.measures, own.follow_up, own.memo, own.register)
    for key in dict.fromkeys(key for record in records for key in sources_of(record)):
        if key in documents:
            yield documents[key].title, scores.document_facts(documents[key], scope.speech)


def _signed(scope: Scope) -> Iterator[tuple[str, tuple[NamedFact, ...]]]:
    """The signed copies of the year's sections."""
    for section in scope.own.parts:
        if signed := signed_of(scope.own, section, scope.speech):
            file = NamedFact("แฟ้ม", (Phrase(signed.title, href=signed.path),))
            yield SIGNED.format(addresses.HEADINGS[section]), (file, fact("วันที่ลงนาม", *signed.day))


_ABOUT = (
    "เช่น ตัวเลขที่เอกสารระบุไม่ตรงกัน และหมายเหตุของผู้จัดทำข้อมูล ตัวเลข ชื่อ วันที่ และข้อความอ้างอิงแสดงตามเอกสารและไม่แก้ไขแทนหน่วยงาน "
    "ส่วนข้อความยาวเรียบเรียงใหม่โดยคงสาระไว้ครบ และคำที่พิมพ์ผิดทั่วไปปรับให้อ่านได้"
)
_KINDS: tuple[tuple[Literal["warning", "note"], str, str], ...] = (
    ("warning", "คำเตือน", "warnings"),
    ("note", "ข้อสังเกต", "notes"),
)


def notes_blocks(scope: Scope) -> Iterator[Block]:
    """Warnings and notes; where they are the agency's own business, that they are."""
    if not scope.results.site.shows_notes:
        said = f"หน่วยงานใช้ข้อสังเกตเกี่ยวกับข้อมูลของ{scope.name} เป็นข้อมูลภายใน จึงไม่แสดงในเว็บไซต์นี้ ข้อมูลของปีนี้อยู่ใน"
        yield Paragraph((Phrase(said), Phrase(f"หน้า{scope.name}", href=addresses.year_path(scope.number))))
        return
    yield paragraph(f"หน้านี้รวมสิ่งที่เว็บไซต์ตรวจพบในข้อมูลของ{scope.name} {_ABOUT}")
    found = notices(scope.problems, scope.results.site, scope.number, scope.speech)
    kinds = [(look, name, anchor, of_kind) for look, name, anchor in _KINDS if (of_kind := _of(look, found))]
    if not kinds:
        yield paragraph("ไม่พบข้อสังเกตในข้อมูลของปีนี้")
        return
    counts = " และ".join(f"{name} {len(of_kind)} เรื่อง" for _, name, _, of_kind in kinds)
    yield paragraph(scope.speech.digits(f"พบ{counts}"), "lead")
    for look, name, anchor, of_kind in kinds:
        yield Heading(name, anchor)
        yield from (Note(tuple(_lines(note)), look, name) for note in of_kind)


def _of(kind: str, found: Iterable[Notice]) -> list[Notice]:
    return [note for note in found if note.kind == kind]


def _lines(note: Notice) -> Iterator[tuple[Part, ...]]:
    yield (Phrase(note.text),)
    yield from ((Phrase(text),) for text in note.also)
    if note.explanation:
        yield explanation(note.explanation)
    if note.place:
        yield (Phrase(note.place, kind="aside"),)
