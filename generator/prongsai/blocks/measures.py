"""The measures of a year, opening with the analysis that they answer, for their page and on paper."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from prongsai import addresses
from prongsai.analysis.results import YearResult
from prongsai.blocks.analysis import UNANSWERED, word_result
from prongsai.blocks.block import Block, Entries, Heading, Paragraph, Points, paragraph, paragraphs, pictured, way
from prongsai.blocks.scope import Scope
from prongsai.model.measures import Measures
from prongsai.views import item_tables, measure_tables, score_tables, year
from prongsai.views.chart_measures_status import status_picture
from prongsai.views.content import Bullet, Bullets, Part, Phrase
from prongsai.views.explain import ask_meaning, explain_result
from prongsai.views.numbered import numbered
from prongsai.views.year import Development


def measures_blocks(scope: Scope) -> Iterator[Block]:
    """The measures as their document gives them."""
    own = scope.own.measures
    if own is None:
        yield paragraph(scope.speech.no_data(f"มาตรการของ{scope.name}"), "absent")
        return
    if items := scope.items_answered("measures"):
        yield paragraph(f"{scope.here}ตอบ{items}", "aside" if scope.on_paper else "plain")
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
        yield Paragraph((said, *got, way("อ่านการวิเคราะห์ฉบับเต็ม", analysis_path)))
        explained = Phrase(
            ask_meaning(explain_result(answered.year, scope.speech)),
            href=f"{addresses.year_path(answered.year.year)}#explained",
        )
        yield Paragraph((explained,), "aside")
    if answered.year.scores and answered.year.scores.indicators:
        yield score_tables.brief_indicators_table(answered, scope.speech)
    yield from _weaknesses(scope, answered)
    yield from _developments(year.developments(scope.results, answered.year, scope.speech), analysis_path)


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


def _developments(found: list[Development], path: str) -> Iterator[Block]:
    if found:
        yield Heading("ประเด็นที่ต้องพัฒนาให้ดีขึ้น", "improve", 2)
        yield Entries(tuple(tuple(_development(point, path)) for point in found))


def _development(point: Development, path: str) -> Iterator[Part]:
    yield Phrase(point.title, href=f"{path}#{point.anchor}")
    for place, measure in enumerate(point.measures):
        yield Phrase(" และ " if place else " ตอบด้วย ")
        yield measure
    if not point.measures:
        yield UNANSWERED


def _measures(scope: Scope, own: Measures) -> Iterator[Block]:
    yield Heading(f"มาตรการ{scope.name}", "measures")
    if not own.year_stated:
        yield paragraph("ปีของมาตรการ: เอกสารไม่ได้ระบุ", "absent")
    if own.title:
        yield paragraph(own.title, "lead")
    yield from paragraphs(own.introduction)
    if own.goals:
        yield Heading("เป้าหมาย", level=2) if scope.on_paper else Paragraph((Phrase("เป้าหมาย", kind="bold"),))
        yield Bullets(tuple(Bullet(goal) for goal in own.goals), ordered=False)
    if scope.own.follow_up:  # else nothing is known of a status
        picture, table = status_picture(scope.own, scope.speech)
        yield from pictured(None if scope.on_paper else picture)
        yield from (table,) if picture or scope.on_paper else ()
    if not scope.on_paper:
        path = addresses.section_path(scope.number, "follow-up")
        yield Paragraph((way("ดูสถานะ หน่วยงาน และช่วงเวลาดำเนินการ", path),))
    yield from _tables(scope, own)
    yield from paragraphs(own.closing)


def _tables(scope: Scope, own: Measures) -> Iterator[Block]:
    """The measures under their topics, or in one table; tables of one page differ by name."""
    site, speech = scope.results.site, scope.speech
    if not own.topics:
        yield measure_tables.document_table(scope.own, site, speech)
    for place, topic in enumerate(own.topics, start=1):
        yield Heading(numbered(topic.number, topic.title, speech), f"topic-{topic.id}", 2)
        table = measure_tables.document_table(scope.own, site, speech, topic.id)
        yield table if scope.on_paper else replace(table, caption=f"{table.caption} ({speech.digits(place)})")
