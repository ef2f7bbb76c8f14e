"""The OIT index of a year and a page for each item that has one, and the notes on its data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from prongsai import addresses
from prongsai.analysis import own_answers
from prongsai.blocks.notes import notes_blocks
from prongsai.blocks.oit import item_blocks, oit_blocks
from prongsai.pages.page import OF_BLOCKS, Page
from prongsai.pages.year_scope import YearScope
from prongsai.views import basis, oit
from prongsai.views.answers import Answers, ItemAnswer, answers_of
from prongsai.views.oit_index import split_answers
from prongsai.views.oit_words import word_title
from prongsai.views.speech import Speech


def plan_item_pages(scope: YearScope) -> Iterator[Page]:
    """The pages about a year's OIT items."""
    answers = answers_of(scope.results, scope.number, scope.problems, scope.links)
    yield _index(scope, answers)
    paged = [item for item in answers.items if scope.has_item_page(item.code)]
    for position in range(len(paged)):
        yield _item(scope, paged, position)


def _index(scope: YearScope, answers: Answers) -> Page:
    about = f"ข้อ OIT ทุกข้อของ{scope.name} เรียงตามหลักเกณฑ์ พร้อมผลและหน้าที่ตอบแต่ละข้อ"
    files = scope.files("oit", "scores")
    if oit.shows_answers(scope.results, scope.number):
        told = "คะแนน" if answers.after_scoring else "ความพร้อม" if scope.shows_notes else "คำตอบ"
        about = f"คำตอบข้อ OIT ทุกข้อของ{scope.name} {told} ลิงก์ สิ่งที่ต้องมี และหน่วยงานผู้รับผิดชอบ"
        files = (*files, *_own_files(scope, split_answers(answers)[0].items))
    return scope.section("oit", f"ข้อ OIT {scope.name}", about, files, oit_blocks(scope, answers))


def _item(scope: YearScope, items: list[ItemAnswer], position: int) -> Page:
    item, speech = items[position], scope.speech
    name = word_title(item, speech)
    about = f"ข้อ {name} {scope.name} ผล สาเหตุ องค์ประกอบที่ต้องมี และมาตรการที่ตอบ"
    answering = {one.year.year for one in basis.measures_answering(scope.results, year=scope.number, item=item.code)}
    of_measures = scope.files("measures", years=answering) if answering else ()
    made_from = {*scope.files("scores", "analysis", "oit"), *_own_files(scope, (item,)), *of_measures}
    page = Page(
        addresses.item_path(scope.number, item.code),
        OF_BLOCKS,
        f"ข้อ {name}",
        about,
        tuple(sorted(made_from)),
        view={"pager": {"previous": _link(items, position - 1, speech), "next": _link(items, position + 1, speech)}},
        short=item.code,
        blocks=tuple(item_blocks(scope, item, scope.frozen)),
    )
    return scope.below("oit", page)


def _own_files(scope: YearScope, items: Iterable[ItemAnswer]) -> tuple[str, ...]:
    """The files of the pages of this site that answer items by themselves."""
    found = {
        (section, own_answers.own_year(scope.own, item.code))
        for item in items
        if (section := own_answers.own_section(scope.results, scope.own, item.code))
    }
    return tuple(sorted(file for section, year in found for file in scope.files(section, years=(year,))))


def _link(items: list[ItemAnswer], index: int, speech: Speech) -> tuple[str, str] | None:
    if not 0 <= index < len(items):
        return None
    return word_title(items[index], speech), addresses.item_path(items[index].year, items[index].code)


def plan_note_pages(scope: YearScope) -> Iterator[Page]:
    """The notes on the data of a year; where readers do not see them, a page that says so stands at their address."""
    about = f"ข้อที่เอกสารขัดแย้งกันเอง ค่าที่คำนวณทวน และหมายเหตุของผู้จัดทำข้อมูล {scope.name}"
    files = scope.files("scores", "analysis", "measures", "follow-up", "memo", "oit")
    yield scope.section("notes", f"ข้อสังเกตเกี่ยวกับข้อมูล {scope.name}", about, files, notes_blocks(scope))
