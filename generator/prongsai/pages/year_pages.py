"""The pages of a year: its result, its measures and what was done, its OIT items, and the notes on its data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from prongsai import addresses
from prongsai.analysis import own_answers
from prongsai.analysis.unfit import Section
from prongsai.blocks.analysis import analysis_blocks
from prongsai.blocks.follow_up import follow_up_blocks
from prongsai.blocks.measure import measure_blocks
from prongsai.blocks.measures import measures_blocks
from prongsai.blocks.oit import item_blocks, oit_blocks
from prongsai.blocks.scores import scores_blocks
from prongsai.blocks.unnumbered import numbered_since, unnumbered_blocks
from prongsai.blocks.year import notes_blocks, year_blocks
from prongsai.model.stated import known
from prongsai.pages.page import OF_BLOCKS, Page
from prongsai.pages.scopes import YearScope
from prongsai.views.measures import basis
from prongsai.views.measures import facts as measures
from prongsai.views.measures.words import word_lead
from prongsai.views.oit import items as oit
from prongsai.views.oit.answers import Answers, ItemAnswer, answers_of
from prongsai.views.oit.index import split_answers
from prongsai.views.oit.unnumbered import unnumbered_name, unnumbered_sections
from prongsai.views.oit.words import word_title
from prongsai.views.speech import Speech


def plan_result_pages(scope: YearScope) -> Iterator[Page]:
    """The pages about a year's result."""
    yield _glance(scope)
    yield _scores(scope)
    yield _analysis(scope)


def _glance(scope: YearScope) -> Page:
    agency = known(scope.results.site.agency.name) or ""
    about = f"{scope.assessment.result} การวิเคราะห์ มาตรการ และผลการดำเนินการ {scope.name} {agency}".strip()
    path, files, blocks = addresses.year_path(scope.number), tuple(sorted(scope.own.files)), tuple(year_blocks(scope))
    return Page(path, OF_BLOCKS, scope.name, about, files, scope.filed("year"), blocks=blocks)


def _scores(scope: YearScope) -> Page:
    files = scope.files("scores", years=_years_compared(scope))
    about = f"{scope.assessment.scores} {scope.name} รายเครื่องมือ รายตัวชี้วัด และรายข้อ เทียบคะแนนตามเอกสารกับที่คำนวณทวน"
    return scope.section("scores", f"{scope.assessment.scores} {scope.name}", about, files, scores_blocks(scope))


def _years_compared(scope: YearScope) -> set[int]:
    """The year, the one before where the site compares with it, and the one that the document compares with."""
    own = scope.own.scores
    comparison, before = (own.comparison, scope.result.previous) if own else (None, None)
    return {scope.number, *([before.year] if before else ()), *([comparison.with_year] if comparison else ())}


def _analysis(scope: YearScope) -> Page:
    about = f"จุดแข็ง จุดอ่อน ข้อที่ไม่ได้คะแนน และประเด็นที่ควรพัฒนา จาก{scope.assessment.result} {scope.name}"
    files = scope.files("analysis", "scores")
    return scope.section("analysis", f"การวิเคราะห์ผลการประเมิน {scope.name}", about, files, analysis_blocks(scope))


def plan_measure_pages(scope: YearScope) -> Iterator[Page]:
    """The pages about a year's measures."""
    yield _measures(scope)
    for position in range(len(scope.measures)):
        yield _measure(scope, position)
    yield _follow_up(scope)


def _measures(scope: YearScope) -> Page:
    about = f"มาตรการส่งเสริมคุณธรรมและความโปร่งใส {scope.name} พร้อมผลการวิเคราะห์ของปีก่อน ผู้รับผิดชอบ ขั้นตอน และการติดตาม"
    files = (*scope.files("measures", "follow-up"), *scope.answered_files)
    title = f"มาตรการส่งเสริมคุณธรรมและความโปร่งใส {scope.name}"
    return scope.section("measures", title, about, files, measures_blocks(scope))


def _measure(scope: YearScope, position: int) -> Page:
    speech, facts = scope.speech, scope.own.measure_facts[position]
    measure = facts.measure
    page = Page(
        addresses.measure_path(scope.number, measure.id),
        OF_BLOCKS,
        measures.page_title(measure, speech),
        f"{scope.name} {word_lead(facts, scope.results.site, speech)}",
        tuple(sorted({*scope.files("measures", "follow-up", "scores"), *scope.answered_files})),
        {"pager": {"previous": _link(scope, position - 1), "next": _link(scope, position + 1)}},
        short=measures.short_link(scope.number, measure, speech).text,
        status=speech.status(facts.progress).text,
        blocks=tuple(measure_blocks(scope, facts)),
    )
    return scope.below("measures", page)


def _link(scope: YearScope, index: int) -> tuple[str, str] | None:
    if not 0 <= index < len(scope.measures):
        return None
    link = measures.short_link(scope.number, scope.measures[index], scope.speech)
    return link.text, link.href


def _follow_up(scope: YearScope) -> Page:
    about = f"รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใส {scope.name}"
    files = scope.files("follow-up", "measures")
    title = f"ผลการดำเนินการตามมาตรการ {scope.name}"
    return scope.section("follow-up", title, about, files, follow_up_blocks(scope))


def plan_item_pages(scope: YearScope) -> Iterator[Page]:
    """The pages about a year's OIT items."""
    answers = answers_of(scope.results, scope.number, scope.problems, scope.links)
    yield _index(scope, answers)
    paged = [item for item in answers.items if scope.has_item_page(item.code)]
    for position in range(len(paged)):
        yield _item(scope, paged, position)
    yield from _unnumbered(scope)


def _unnumbered(scope: YearScope) -> Iterator[Page]:
    """The items whose number is not verified; a page that was published stays when the number is known."""
    sections: tuple[Section, ...] = ("measures", "follow-up")
    known = unnumbered_sections(scope.own)
    for section in sections:
        item, path = known.get(section), addresses.unnumbered_path(scope.number, section)
        if item is None and path not in (scope.published or ()):
            continue
        blocks = unnumbered_blocks(scope, section, item) if item else numbered_since(scope, section)
        name = unnumbered_name(section)
        about = f"{name} {scope.name} สิ่งที่ข้อนี้ต้องมี และหน้าของเว็บไซต์นี้ที่ตอบ"
        page = Page(path, OF_BLOCKS, name, about, scope.files(section), short=name, blocks=tuple(blocks))
        yield scope.below("oit", page)


def _index(scope: YearScope, answers: Answers) -> Page:
    about = f"ข้อ OIT ทุกข้อของ{scope.name} เรียงตามหลักเกณฑ์ พร้อมผลและหน้าที่ตอบแต่ละข้อ"
    files = scope.files("oit", "scores")
    if oit.shows_answers(scope.results, scope.number):
        told = "คะแนน" if answers.after_scoring else "ความพร้อม" if scope.shows_notes else "คำตอบ"
        about = f"คำตอบข้อ OIT ทุกข้อของ{scope.name} {told} ลิงก์ สิ่งที่ต้องมี และหน่วยงานผู้รับผิดชอบ"
        files = (*files, *_own_files(scope, split_answers(answers)[0].items))
    page = scope.section("oit", f"ข้อ OIT {scope.name}", about, files, oit_blocks(scope, answers))
    return replace(page, meta={"scripts": ("items",)}) if oit.shows_answers(scope.results, scope.number) else page


def _item(scope: YearScope, items: list[ItemAnswer], position: int) -> Page:
    item, speech = items[position], scope.speech
    name = word_title(item, speech)
    about = f"ข้อ {name} {scope.name} ผล สาเหตุ องค์ประกอบที่ต้องมี และมาตรการที่ตอบ"
    answering = {
        one.facts.year.year for one in basis.measures_answering(scope.results, year=scope.number, item=item.code)
    }
    of_measures = scope.files("measures", years=answering) if answering else ()
    made_from = {*scope.files("scores", "analysis", "oit"), *_own_files(scope, (item,)), *of_measures}
    previous, following = (_item_link(items, place, speech) for place in (position - 1, position + 1))
    turns = tuple(
        (rel, items[place].code, addresses.item_path(scope.number, items[place].code))
        for rel, place in (("prev", position - 1), ("next", position + 1))
        if 0 <= place < len(items)
    )
    page = Page(
        addresses.item_path(scope.number, item.code),
        OF_BLOCKS,
        f"ข้อ {name}",
        about,
        tuple(sorted(made_from)),
        view={"pager": {"previous": previous, "next": following}, "turns": turns},
        meta={"scripts": ("turn",)} if turns else {},
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


def _item_link(items: list[ItemAnswer], index: int, speech: Speech) -> tuple[str, str] | None:
    if not 0 <= index < len(items):
        return None
    return word_title(items[index], speech), addresses.item_path(items[index].year, items[index].code)


def plan_note_pages(scope: YearScope) -> Iterator[Page]:
    """The notes on the data of a year; where readers do not see them, a page that says so is at their address."""
    about = f"ข้อที่เอกสารขัดแย้งกันเอง ค่าที่คำนวณทวน และหมายเหตุของผู้จัดทำข้อมูล {scope.name}"
    files = scope.files("scores", "analysis", "measures", "follow-up", "memo", "oit")
    yield scope.section("notes", f"ข้อสังเกตเกี่ยวกับข้อมูล {scope.name}", about, files, notes_blocks(scope))
