"""The OIT index of a year and a page for each item that has one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from prongsai import addresses
from prongsai.model.edition import Element
from prongsai.model.oit import Answer, AnswerLink
from prongsai.model.stated import known
from prongsai.pages.page import Page
from prongsai.pages.year_scope import YearScope
from prongsai.thai.codes import item_number
from prongsai.views import basis, measures, oit, scores, year
from prongsai.views.names import item_name
from prongsai.views.speech import Speech


def plan_item_pages(scope: YearScope) -> Iterator[Page]:
    """The pages about a year's OIT items."""
    yield _index(scope)
    codes = sorted(scope.own.edition.items, key=item_number)
    paged = [code for code in codes if oit.has_page(scope.result, code)]
    for position in range(len(paged)):
        yield _item(scope, paged, position)


def _index(scope: YearScope) -> Page:
    own, speech = scope.own, scope.speech
    view = {
        "table": oit.index_table(scope.result, speech),
        "has_items": bool(own.edition.items),
        "knows_all": own.edition.knows_all_items,
        "count": speech.digits(len(own.edition.items)),
        "zero_items": scores.items_table(scope.result, speech, only_zero=True),
        "others": known(own.scores.items_not_listed) if own.scores else None,
    }
    about = f"ข้อ OIT ทุกข้อของ{scope.name} เรียงตามหลักเกณฑ์ พร้อมผลและหน้าที่ตอบแต่ละข้อ"
    return scope.section("oit", f"ข้อ OIT {scope.name}", about, view, scope.files("oit", "scores"))


def _item(scope: YearScope, codes: list[str], position: int) -> Page:
    own, speech, code = scope.own, scope.speech, codes[position]
    item = own.edition.items[code]
    answer = own.register.items.get(code) if own.register else None
    answering = basis.measures_answering(scope.results, year=scope.number, item=code)
    view = {
        "elements": [_element(element, answer, speech) for element in item.elements],
        "links": [_answer_link(link) for link in answer.links] if answer else [],
        "advice": [speech.digits(text) for text in item.advice],
        "facts": oit.item_facts(scope.result, code, speech),
        "answer": answer,
        "answer_facts": oit.answer_facts(answer, scope.results.site, speech) if answer else (),
        "points": [one for one in year.developments(scope.results, own, speech) if one.item == code],
        "answering": [measures.measure_link(other.year, measure, speech) for other, measure in answering],
        "elsewhere": _elsewhere(scope, code),
        "verified": year.evidence_words(own.edition, item.evidence),
        "pager": {"previous": _link(scope, codes, position - 1), "next": _link(scope, codes, position + 1)},
    }
    name = item_name(own.edition, code, speech)
    about = f"ข้อ {name} {scope.name} ผล สาเหตุ องค์ประกอบที่ต้องมี และมาตรการที่ตอบ"
    files = scope.files("scores", "analysis", "measures", "oit")
    path = addresses.item_path(scope.number, code)
    return scope.below("oit", Page(path, "item.md.j2", f"ข้อ {name}", about, files, view, short=code))


def _element(element: Element, answer: Answer | None, speech: Speech) -> dict[str, str]:
    """A required element, and where it stands or that it is missing."""
    stated = answer.elements.get(element.key) if answer else None
    state = ""
    if stated is not None:
        state = "ยังขาด" if stated.missing else f"อยู่ที่ {stated.place}" if stated.place else ""
    return {"text": speech.digits(element.text), "state": state, "note": (stated.note or "") if stated else ""}


def _answer_link(link: AnswerLink) -> dict[str, Any]:
    """A link of the answer with its explanation and the steps to reach it."""
    points = year.section_points(link.explanation)
    return {"phrase": oit.link_phrase(link), "explanation": points, "click_path": link.click_path}


def _elsewhere(scope: YearScope, code: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for number, other in oit.same_item_elsewhere(scope.results, scope.number, code):
        edition = scope.results.years[number].year.edition
        name = f"{scope.speech.fiscal_year(number)} ข้อ {item_name(edition, other, scope.speech)}"
        found.append((name, addresses.item_path(number, other)))
    return found


def _link(scope: YearScope, codes: list[str], index: int) -> tuple[str, str] | None:
    if not 0 <= index < len(codes):
        return None
    return item_name(scope.own.edition, codes[index], scope.speech), addresses.item_path(scope.number, codes[index])


def plan_note_pages(scope: YearScope) -> Iterator[Page]:
    """The notes on the data of a year, where the agency shows them."""
    if not scope.shows_notes:
        return
    found = year.notices(scope.problems, scope.number, scope.speech)
    view: dict[str, Any] = {
        "warnings": [note for note in found if note.kind == "warning"],
        "notes": [note for note in found if note.kind == "note"],
    }
    about = f"ข้อที่เอกสารขัดแย้งกันเอง ค่าที่คำนวณทวน และหมายเหตุของผู้จัดทำข้อมูล {scope.name}"
    files = scope.files("scores", "analysis", "measures", "follow-up", "memo", "oit")
    yield scope.section("notes", f"ข้อสังเกตเกี่ยวกับข้อมูล {scope.name}", about, view, files)
