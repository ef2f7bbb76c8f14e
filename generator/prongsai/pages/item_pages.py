"""The OIT index of a year and a page for each item that has one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from prongsai import addresses
from prongsai.analysis import own_answers
from prongsai.model.stated import known
from prongsai.pages.page import Page
from prongsai.pages.year_scope import YearScope
from prongsai.views import basis, item_tables, measures, oit, oit_index, oit_item, readiness, rule_tables, year
from prongsai.views.answers import Answers, ItemAnswer, answers_of
from prongsai.views.explain import explain_instruments
from prongsai.views.frozen import frozen_state, word_frozen, word_removed
from prongsai.views.link_words import word_span
from prongsai.views.names import item_name
from prongsai.views.oit_words import element_lines, lacks_of, link_lines, word_title
from prongsai.views.speech import Speech


def plan_item_pages(scope: YearScope) -> Iterator[Page]:
    """The pages about a year's OIT items."""
    answers = answers_of(scope.results, scope.number, scope.problems, scope.links)
    yield _answers_index(scope, answers) if oit.shows_answers(scope.results, scope.number) else _index(scope)
    paged = [item for item in answers.items if scope.has_item_page(item.code)]
    for position in range(len(paged)):
        yield _item(scope, paged, position)


def _answers_index(scope: YearScope, answers: Answers) -> Page:
    """The index of a year that shows answers."""
    results, speech = scope.results, scope.speech
    answers, silent = oit_index.split_answers(answers)
    view = {
        "readiness": oit_index.word_readiness(answers, speech),
        "unlisted": oit_index.word_unlisted(answers, speech),
        "counts": oit_index.state_counts(answers, speech),
        "jumps": oit_index.word_jumps(answers, speech),
        "silent": [item.code.lower() for item in silent],
        "tables": list(readiness.readiness_tables(answers, results, speech)),
        "groups": oit_index.card_groups(answers, results, speech),
        "main_website": oit_index.main_website(results),
        "has_steps": any(link.steps for item in answers.items for link in item.links),
        "window": _window(scope, answers.items),
        "links_path": addresses.links_path(scope.number) if scope.own.register and scope.shows_notes else "",
        **_scored(scope),
    }
    told = "คะแนน" if answers.after_scoring else "ความพร้อม" if scope.shows_notes else "คำตอบ"
    about = f"คำตอบข้อ OIT ทุกข้อของ{scope.name} {told} ลิงก์ สิ่งที่ต้องมี และหน่วยงานผู้รับผิดชอบ"
    files = (*scope.files("oit", "scores"), *_own_files(scope, answers.items))
    page = scope.section("oit", f"ข้อ OIT {scope.name}", about, files, view=view)
    return replace(page, template="oit-answers.md.j2")


def _scored(scope: YearScope) -> dict[str, Any]:
    """What OIT is, the items without score, and how scores that are not listed were inferred."""
    return {
        "explained": explain_instruments(scope.own.edition, ("OIT",)),
        "zero_items": item_tables.items_table(scope.results, scope.result, scope.speech, only_zero=True),
        "others": known(scope.own.scores.items_not_listed) if scope.own.scores else None,
    }


def _index(scope: YearScope) -> Page:
    """The index of a year without answers: titles and results."""
    own, speech = scope.own, scope.speech
    view = {
        "table": item_tables.index_table(scope.results, scope.number, speech),
        "has_items": bool(own.edition.items),
        "knows_all": own.edition.knows_all_items,
        "count": speech.digits(len(own.edition.items)),
        **_scored(scope),
    }
    about = f"ข้อ OIT ทุกข้อของ{scope.name} เรียงตามหลักเกณฑ์ พร้อมผลและหน้าที่ตอบแต่ละข้อ"
    return scope.section("oit", f"ข้อ OIT {scope.name}", about, scope.files("oit", "scores"), view=view)


def _item(scope: YearScope, items: list[ItemAnswer], position: int) -> Page:
    item, speech = items[position], scope.speech
    view = {
        **_answer(scope, item),
        **_rules(scope, item),
        "points": year.developments(scope.results, scope.own, speech, item=item.code),
        "answering": [
            measures.measure_link(facts.year.year, facts.measure, speech)
            for facts in basis.measures_answering(scope.results, year=scope.number, item=item.code)
        ],
        "elsewhere": _elsewhere(scope, item.code),
        "pager": {"previous": _link(items, position - 1, speech), "next": _link(items, position + 1, speech)},
    }
    name = word_title(item, speech)
    about = f"ข้อ {name} {scope.name} ผล สาเหตุ องค์ประกอบที่ต้องมี และมาตรการที่ตอบ"
    answering = {one.year.year for one in basis.measures_answering(scope.results, year=scope.number, item=item.code)}
    of_measures = scope.files("measures", years=answering) if answering else ()
    made_from = {*scope.files("scores", "analysis", "oit"), *_own_files(scope, (item,)), *of_measures}
    files = tuple(sorted(made_from))
    path = addresses.item_path(scope.number, item.code)
    return scope.below("oit", Page(path, "item.md.j2", f"ข้อ {name}", about, files, view, short=item.code))


def _own_files(scope: YearScope, items: Iterable[ItemAnswer]) -> tuple[str, ...]:
    """The files of the pages of this site that answer items by themselves."""
    found = {
        (section, own_answers.own_year(scope.own, item.code))
        for item in items
        if (section := own_answers.own_section(scope.results, scope.own, item.code))
    }
    return tuple(sorted(file for section, year in found for file in scope.files(section, years=(year,))))


def _answer(scope: YearScope, item: ItemAnswer) -> dict[str, Any]:
    """What answers the item, where the year shows answers."""
    speech = scope.speech
    if not oit.shows_answers(scope.results, scope.number):
        facts = oit_item.plain_facts(item, scope.results, speech)
        return {"shows_answer": False, "standing": "", "facts": facts, "links": (), "lacks": ()}
    return {
        "shows_answer": True,
        "standing": oit_item.word_standing(item, speech),
        "facts": oit_item.answered_facts(item, scope.result, speech),
        "links": link_lines(item, speech),
        "lacks": lacks_of(item, speech),
        "window": _window(scope, (item,)),
        **_frozen(scope, item),
    }


def _frozen(scope: YearScope, item: ItemAnswer) -> dict[str, Any]:
    """What has become of the links since they were frozen as evidence, and which of those are no longer named."""
    hrefs = [link.href for link in item.links]
    states = {href: frozen_state(scope.frozen, scope.number, href, scope.links) for href in hrefs}
    return {
        "frozen": {href: word_frozen(state, scope.speech) for href, state in states.items() if state},
        "removed": word_removed(scope.frozen, scope.number, item.code, hrefs, scope.speech),
    }


def _window(scope: YearScope, items: Iterable[ItemAnswer]) -> str:
    """The days on which the answers are assessed, where a link of the items shows how it did on them; else empty."""
    window = scope.own.register.check_window if scope.own.register else None
    is_shown = any(link.seen for item in items for link in item.links)
    return word_span((window.first, window.last), scope.speech) if window and is_shown else ""


def _rules(scope: YearScope, item: ItemAnswer) -> dict[str, Any]:
    """What the edition asks of the item, and what verifies its title."""
    rules = scope.own.edition.items.get(item.code)
    shown = oit.shows_answers(scope.results, scope.number) and item.answer != ""
    return {
        "elements": element_lines(item.elements, scope.speech, told=item.told),
        "ticked": shown or any(element.state != "unknown" for element in item.elements),
        "advice": [scope.speech.digits(text) for text in rules.advice] if rules and item.told else [],
        "verified": rule_tables.evidence_words(scope.own.edition, rules.evidence) if rules and rules.title else "",
    }


def _elsewhere(scope: YearScope, code: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for number, other in oit.same_item_elsewhere(scope.results, scope.number, code):
        edition = scope.results.years[number].year.edition
        name = f"{scope.speech.fiscal_year(number)} ข้อ {item_name(edition, other, scope.speech)}"
        found.append((name, addresses.item_path(number, other)))
    return found


def _link(items: list[ItemAnswer], index: int, speech: Speech) -> tuple[str, str] | None:
    if not 0 <= index < len(items):
        return None
    return word_title(items[index], speech), addresses.item_path(items[index].year, items[index].code)


def plan_note_pages(scope: YearScope) -> Iterator[Page]:
    """The notes on the data of a year; where readers do not see them, a page that says so stands at their address."""
    found = year.notices(scope.problems, scope.results.site, scope.number, scope.speech) if scope.shows_notes else ()
    view: dict[str, Any] = {
        "shows_notes": scope.shows_notes,
        "warnings": [note for note in found if note.kind == "warning"],
        "notes": [note for note in found if note.kind == "note"],
    }
    about = f"ข้อที่เอกสารขัดแย้งกันเอง ค่าที่คำนวณทวน และหมายเหตุของผู้จัดทำข้อมูล {scope.name}"
    files = scope.files("scores", "analysis", "measures", "follow-up", "memo", "oit")
    yield scope.section("notes", f"ข้อสังเกตเกี่ยวกับข้อมูล {scope.name}", about, files, view=view)
