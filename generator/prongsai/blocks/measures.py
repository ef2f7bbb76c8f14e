"""The measures of a year, opening with the analysis that they answer, for their page and on paper."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from prongsai import addresses
from prongsai.analysis.measure_says import says_how_reported
from prongsai.analysis.own_answers import element_on
from prongsai.analysis.reach import INFERRED, reaches
from prongsai.analysis.results import YearResult
from prongsai.blocks.analysis import word_result
from prongsai.blocks.approval import approval_blocks
from prongsai.blocks.attached import evidence_blocks, text_sections, titled_attachments
from prongsai.blocks.block import (
    Block,
    Entries,
    Facts,
    Heading,
    Paragraph,
    Piece,
    Points,
    link_if_there,
    paragraph,
    paragraphs,
    pictured,
)
from prongsai.blocks.scope import Scope
from prongsai.blocks.unnumbered import unnumbered_said
from prongsai.model.measures import Basis, Measure, Measures
from prongsai.model.site import MeasureFacts
from prongsai.model.stated import known
from prongsai.views import year
from prongsai.views.assessment import ask_meaning, explain_result
from prongsai.views.charts import Chart
from prongsai.views.charts.indicator_lineage import before_after_chart
from prongsai.views.charts.measure_statuses import status_picture
from prongsai.views.content import Bullet, Bullets, Part, Phrase, Table
from prongsai.views.measures.basis import basis_phrases, ground_words
from prongsai.views.measures.counts import PLACED, placed_words
from prongsai.views.measures.declared import word_plan
from prongsai.views.measures.document_table import document_table, unit_notes
from prongsai.views.measures.report_parts import report_facts
from prongsai.views.measures.tables import measure_facts
from prongsai.views.measures.words import word_lead, word_names
from prongsai.views.names import indicator_name, numbered
from prongsai.views.oit import tables as item_tables
from prongsai.views.oit.items import unfit_said
from prongsai.views.scores import tables as score_tables
from prongsai.views.scores.tables import indicator_table
from prongsai.views.year import Development


def measures_blocks(scope: Scope) -> Iterator[Block]:
    """The measures as their document gives them."""
    own = scope.own.measures
    if own is None:
        yield paragraph(scope.speech.no_data(f"มาตรการของ{scope.name}"), "absent")
        return
    if items := scope.items_answered("measures"):
        lack = f" ทั้งนี้ {_word_lack(missing, scope)}" if (missing := _missing(scope)) else ""
        yield paragraph(f"{scope.here}ตอบ{items}{lack}", "aside" if scope.on_paper else "plain")
    yield from paragraphs(unfit_said(scope.results, scope.number, "measures", scope.speech))
    yield from unnumbered_said(scope, "measures")
    yield from _answered(scope)
    yield from _measures(scope, own)


def _answered(scope: Scope) -> Iterator[Block]:
    """The analysis of the year before, with which the measures must open."""
    answered = scope.answered
    said = Phrase(f"มาตรการใน{scope.here}กำหนดจากผลการประเมิน{scope.answered_name}")
    if answered is None:
        if scope.answered_name:
            yield Paragraph((said, Phrase(" ซึ่งไม่มีข้อมูลในเว็บไซต์นี้")))
        return
    analysis_path = addresses.section_path(answered.year.year, "analysis")
    yield Heading(f"ผลการวิเคราะห์{scope.answered_name}", "analysis")
    result = word_result(answered, scope.speech)
    got = (Phrase(" ซึ่งได้"), *result) if result else ()
    if scope.on_paper:
        yield paragraph(scope.speech.plain((said, *got)))
    else:
        yield Paragraph((said, *got, link_if_there("อ่านการวิเคราะห์ฉบับเต็ม", analysis_path)))
        explained = Phrase(
            ask_meaning(explain_result(answered.year, scope.speech)),
            href=f"{addresses.year_path(answered.year.year)}#explained",
        )
        yield Paragraph((explained,), "aside")
    if answered.year.scores and answered.year.scores.indicators:
        yield score_tables.brief_indicators_table(answered, scope.speech)
    yield from _weaknesses(scope, answered)
    yield from _to_improve(scope, answered, analysis_path)


def _weaknesses(scope: Scope, answered: YearResult) -> Iterator[Block]:
    analysis = answered.year.analysis
    if analysis is None or not analysis.weaknesses:
        return
    yield Heading("ข้อบกพร่องหรือจุดอ่อนที่ต้องแก้ไข", "urgent", 2)
    found = [year.stated_list(stated, answered.year, scope.speech) for stated in analysis.weaknesses]
    if not scope.on_paper:
        yield Bullets(tuple(Bullet(entry.text) for entry in found), ordered=False)
    for entry in found:
        yield from paragraphs((entry.text,) if scope.on_paper else ())
        yield from (Points(entry.points),) if entry.points else ()
    table = item_tables.items_table(scope.results, answered, scope.speech, only_zero=True)
    if table.rows:
        yield table


def _to_improve(scope: Scope, answered: YearResult, path: str) -> Iterator[Block]:
    """Points that the analysis says should become better, with their measures, and each of its recommendations.

    Where the document prints the points in the place of a measure's name, they are where its table has them.
    """
    found = year.developments(scope.results, answered.year, scope.speech)
    advice = answered.year.analysis.recommendations if answered.year.analysis else ()
    in_table = not found and any(measure.titled_by_problem for measure in scope.measures)
    if found or advice or in_table:
        yield Heading("ประเด็นที่ต้องพัฒนาให้ดีขึ้น", "improve", 2)
    if in_table:
        where = "ประเด็นของแต่ละมาตรการอยู่ในตารางมาตรการ"
        yield Paragraph((Phrase(where) if scope.on_paper else Phrase(where, href="#measures"),))
    if found:
        yield Entries(tuple(tuple(_development(point, path)) for point in found))
    if advice:
        count = scope.speech.digits(len(advice))
        yield Paragraph((link_if_there(f"ข้อเสนอแนะจากการวิเคราะห์ {count} ข้อ", f"{path}#recommendations"),))
        yield Points(scope.speech.texts(advice))


def _development(point: Development, path: str) -> Iterator[Part]:
    yield Phrase(point.title, href=f"{path}#{point.anchor}")
    for place, (measure, *marks) in enumerate(point.measures):
        yield Phrase(" และ " if place else " ตอบด้วย ")
        yield measure
        for mark in marks:
            yield Phrase(" ")
            yield mark
    if not point.measures:
        yield Phrase(point.without, kind="absent")


def _measures(scope: Scope, own: Measures) -> Iterator[Block]:
    yield Heading(f"มาตรการ{scope.name}", "measures")
    if not own.year_stated:
        yield paragraph(f"ปีของมาตรการ: {PLACED}", "absent")
    if own.title:
        yield paragraph(own.title, "lead")
    yield from paragraphs(scope.several_documents(own), "aside")
    if own.plan_years:
        yield paragraph(f"แผนปี {word_plan(own.plan_years, scope.speech)}")
    yield from paragraphs(own.introduction)
    yield from text_sections(own.sections, "measures", "before")
    if own.goals:
        yield Heading("เป้าหมาย", level=2) if scope.on_paper else Paragraph((Phrase("เป้าหมาย", kind="bold"),))
        yield Bullets(tuple(Bullet(goal) for goal in own.goals), ordered=False)
    if scope.own.follow_up:  # else nothing is known of a status
        picture, table = status_picture(scope.own, scope.speech)
        yield from pictured(None if scope.on_paper else picture)
        yield from (table,) if picture or scope.on_paper else ()
    if not scope.on_paper:
        path = addresses.section_path(scope.number, "follow-up")
        yield Paragraph((link_if_there("ดูสถานะ หน่วยงาน และช่วงเวลาดำเนินการ", path),))
    yield from _tables(scope, own)
    yield from paragraphs(_lacking(scope), "aside")
    yield from text_sections(own.sections, "measures", "after")
    yield from paragraphs(own.closing)
    yield from titled_attachments(own.attachments, scope)
    yield from approval_blocks(own, scope)


_MOST_TITLES = 3
_ASKED = {
    "responsible": "ผู้รับผิดชอบ",
    "steps": "ขั้นตอนหรือวิธีการปฏิบัติ",
    "monitoring": "การกำกับติดตาม",
    "reporting": "การรายงานผล",
}


def _lacking(scope: Scope) -> Iterator[str]:
    """The elements of the measures item that no measure of the year has, said once, and who lacks a way to report.

    A page that claims to answer the item has said the first with that claim. What some measures lack of the others is
    seen in their rows; how they are reported often has no column.
    """
    missing = _missing(scope)
    if missing and not scope.items_answered("measures"):
        yield _word_lack(missing, scope)
    without = [one for one in scope.measures if not says_how_reported(one)]
    has_column = any(known(one.reporting) for one in scope.measures)
    if _state(scope, "reporting") == "there" and without and not has_column:
        yield scope.speech.absence_of(scope.speech.unknown, f"{_ASKED['reporting']}ของ{_short_names(without, scope)}")


def _missing(scope: Scope) -> list[str]:
    return [word for key, word in _ASKED.items() if _state(scope, key) == "missing"]


def _state(scope: Scope, key: str) -> str:
    return element_on(scope.results, scope.own, "measures", key).state


def _word_lack(missing: list[str], scope: Scope) -> str:
    return scope.speech.absence_of(scope.speech.unknown, f"{word_names(missing)}ของมาตรการทุกรายการ")


def _short_names(measures: list[Measure], scope: Scope) -> str:
    """มาตรการที่ ๑ และ ๓, or where the document gives no numbers the titles, or how many, if they are long to read."""
    numbers = [known(one.number) for one in measures]
    if all(number is not None for number in numbers):
        *first, last = (scope.speech.digits(str(number)) for number in numbers)
        joined = f"{' '.join(first)} และ {last}" if first else last
        return f"มาตรการที่ {joined}"
    if len(measures) > _MOST_TITLES:
        return scope.speech.digits(f"มาตรการ {len(measures)} จาก {len(scope.measures)} รายการ")
    return word_names([f"“{known(one.shown_title) or one.id}”" for one in measures])


def _tables(scope: Scope, own: Measures) -> Iterator[Block]:
    """The measures under their topics, or in one table; tables of one page differ by name."""
    site, speech = scope.results.site, scope.speech
    if not own.topics:
        yield document_table(scope.own, site, speech)
    for place, topic in enumerate(own.topics, start=1):
        yield Heading(numbered(topic.number, topic.title, speech), f"topic-{topic.id}", 2)
        table = document_table(scope.own, site, speech, topic.id)
        yield table if scope.on_paper else replace(table, caption=f"{table.caption} ({speech.digits(place)})")
    yield from paragraphs(unit_notes(scope.own), "aside")


def measure_blocks(scope: Scope, facts: MeasureFacts) -> Iterator[Block]:
    """One measure of the year."""
    site, speech, measure = scope.results.site, scope.speech, facts.measure
    yield paragraph(word_lead(facts, site, speech), "lead")
    yield from paragraphs(filter(None, (placed_words(scope.own),)), "aside")
    yield Facts(measure_facts(facts, site, speech))
    yield from evidence_blocks(measure.photos, measure.attachments, scope)
    yield Heading("มาตรการนี้ตอบเรื่องใด", "basis")
    yield from _basis(scope, measure)
    yield Heading("ผลการดำเนินการ", "follow-up")
    if not facts.reports:
        yield paragraph("ยังไม่มีรายงานผล จึงไม่นับว่าทำแล้วหรือยังไม่ได้ทำ", "absent")
    for report in facts.reports:
        yield Facts(report_facts(report, scope.number, speech))
        yield from evidence_blocks(report.photos, report.attachments, scope)
    yield from _indicators(scope, measure)
    if measure.at:
        yield paragraph(f"ที่ในเอกสาร: {measure.at}", "aside")


def _basis(scope: Scope, measure: Measure) -> Iterator[Block]:
    if not measure.basis:
        yield paragraph("เอกสารไม่ได้ระบุ", "absent")
        return
    if scope.answered_name:
        yield paragraph(f"จากผลการประเมิน{scope.answered_name}")
    answered = scope.answered.year if scope.answered else None
    entries = tuple((basis_phrases(basis, answered, scope.speech), basis) for basis in measure.basis)
    says = Entries(tuple((one,) for phrases, basis in entries for one in (*phrases, *_word_basis(basis))))
    yield Piece("basis", {"entries": entries}, (says,))


def _word_basis(basis: Basis) -> Iterator[Phrase]:
    """The text below what a measure names: the note, the quoted words and the findings of the document."""
    yield from map(Phrase, filter(None, (basis.note, basis.quote, *basis.findings)))


def _indicators(scope: Scope, measure: Measure) -> Iterator[Block]:
    """Each indicator that a measure names or is inferred to answer: before and after, and its scores over the years."""
    edition = (scope.answered.year if scope.answered else scope.own).edition
    named = {one.indicator: () for one in measure.basis if one.indicator is not None}
    inferred = {n: ways for n, ways in reaches(measure, edition).items() if ways[0].ground in INFERRED}
    if named or inferred:
        yield Heading("ตัวชี้วัดที่เกี่ยวข้อง", "indicators")
    for number, ways in {**named, **inferred}.items():
        if ways:
            said = f"{indicator_name(edition, number, scope.speech)} {ground_words(ways[0], scope.speech)}"
            yield paragraph(f"{said} เอกสารไม่ได้ระบุ", "aside")
        yield from pictured(_before_after(scope, number))
        yield _over_years(scope, number)


def _over_years(scope: Scope, number: str) -> Table:
    edition = (scope.answered.year if scope.answered else scope.own).edition
    caption = f"{indicator_name(edition, number, scope.speech)}: คะแนนในแต่ละปี"
    table = indicator_table(scope.results, number, scope.speech)
    return replace(table, key=f"over-years-{number}", caption=caption)


def _before_after(scope: Scope, number: str) -> Chart | None:
    answered, speech = scope.answered, scope.speech
    if answered is None:
        return None
    return before_after_chart(scope.results, number, answered.year.year, scope.number, speech)
