"""The measures of a year as a document, opening with the analysis that they answer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from prongsai.analysis.results import YearResult
from prongsai.documents.analysis import UNANSWERED, list_blocks, word_result
from prongsai.documents.content import Block, Document, Heading, paragraph, paragraphs
from prongsai.documents.scope import DocumentScope
from prongsai.model.measures import Measures
from prongsai.views import item_tables, measure_tables, oit, score_tables, year
from prongsai.views.chart_measures_status import status_picture
from prongsai.views.content import Bullet, Bullets
from prongsai.views.numbered import numbered
from prongsai.views.year import Development


def measures_document(scope: DocumentScope) -> Document | None:
    """The measures as a document; None where the year has none."""
    own = scope.own.measures
    if own is None:
        return None
    title = "มาตรการส่งเสริมคุณธรรมและความโปร่งใส"
    blocks = (*_answering(scope), *_answered(scope), *_measures(scope, own))
    return scope.document("measures", title, blocks, dated=scope.issued(own.source), wide=True)


def _answering(scope: DocumentScope) -> Iterator[Block]:
    words = items_answered(scope, "measures")
    if words:
        yield paragraph(f"เอกสารนี้ตอบ{words}", "aside")


def items_answered(scope: DocumentScope, section: Literal["measures", "follow-up"]) -> str:
    """The OIT items that the page of a section answers by itself: ข้อ O42 ของปีงบประมาณ พ.ศ. ๒๕๖๕."""
    found = oit.items_answered_by(scope.results, scope.own.year, section)
    return " และ".join(f"ข้อ {code} ของ{scope.speech.fiscal_year(number)}" for number, code in found)


def _answered(scope: DocumentScope) -> Iterator[Block]:
    """The analysis of the year before, with which the measures must open."""
    answered = scope.answered
    if answered is None:
        if scope.answered_name:
            yield paragraph(f"มาตรการในเอกสารนี้กำหนดจากผลการประเมิน{scope.answered_name} ซึ่งไม่มีข้อมูลในเว็บไซต์นี้")
        return
    yield Heading(f"ผลการวิเคราะห์{scope.answered_name}")
    words = f"มาตรการในเอกสารนี้กำหนดจากผลการประเมิน{scope.answered_name}"
    result = word_result(answered, scope.speech)
    yield paragraph(f"{words} ซึ่งได้{result}" if result else words)
    if answered.year.scores and answered.year.scores.indicators:
        yield score_tables.brief_indicators_table(answered, scope.speech)
    yield from _weaknesses(scope, answered)
    yield from _developments(year.developments(scope.results, answered.year, scope.speech))


def _weaknesses(scope: DocumentScope, answered: YearResult) -> Iterator[Block]:
    analysis = answered.year.analysis
    if analysis is None or not analysis.weaknesses:
        return
    yield Heading("ข้อบกพร่องหรือจุดอ่อนที่ต้องแก้ไข", 2)
    for stated in analysis.weaknesses:
        found = year.stated_list(stated, answered.year, scope.speech)
        yield from list_blocks(year.NamedList(found.text, found.points, (), ""))
    table = item_tables.items_table(scope.results, answered, scope.speech, only_zero=True)
    if table.rows:
        yield table


def _developments(found: list[Development]) -> Iterator[Block]:
    if not found:
        return
    yield Heading("ประเด็นที่ต้องพัฒนาให้ดีขึ้น", 2)
    yield Bullets(tuple(Bullet(_development(point)) for point in found), ordered=False)


def _development(point: Development) -> str:
    names = " และ ".join(link.text for link in point.measures)
    return f"{point.title} {f'ตอบด้วย {names}' if names else UNANSWERED.text}"


def _measures(scope: DocumentScope, own: Measures) -> Iterator[Block]:
    yield Heading(f"มาตรการ{scope.name}")
    if not own.year_stated:
        yield paragraph("ปีของมาตรการ: เอกสารไม่ได้ระบุ", "absent")
    if own.title:
        yield paragraph(own.title, "lead")
    yield from paragraphs(own.introduction)
    if own.goals:
        yield Heading("เป้าหมาย", 2)
        yield Bullets(tuple(Bullet(goal) for goal in own.goals), ordered=False)
    if scope.own.follow_up:  # else nothing is known of a status
        yield status_picture(scope.own, scope.speech)[1]
    yield from _tables(scope, own)
    yield from paragraphs(own.closing)


def _tables(scope: DocumentScope, own: Measures) -> Iterator[Block]:
    """The measures under their topics, or in one table."""
    site, speech = scope.results.site, scope.speech
    if not own.topics:
        yield measure_tables.document_table(scope.own, site, speech)
    for topic in own.topics:
        yield Heading(numbered(topic.number, topic.title, speech), 2)
        yield measure_tables.document_table(scope.own, site, speech, topic.id)
