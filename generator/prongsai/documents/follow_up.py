"""The report of what was done about the measures of a year, as a document."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.documents.content import Block, Document, Heading, Paragraph, paragraph, paragraphs
from prongsai.documents.measures import items_answered
from prongsai.documents.scope import DocumentScope
from prongsai.model.measures import FollowUp
from prongsai.model.stated import Absence
from prongsai.views import follow_up
from prongsai.views.chart_measures_status import status_picture, units_picture
from prongsai.views.chart_timeline_year import periods_table
from prongsai.views.content import Phrase
from prongsai.views.follow_up_gaps import follow_up_notes


def follow_up_document(scope: DocumentScope) -> Document | None:
    """The report as a document; None where the year has none."""
    own = scope.own.follow_up
    if own is None:
        return None
    title = "ผลการดำเนินการตามมาตรการ"
    dated = scope.word_date("ข้อมูล ณ วันที่", own.as_of) or scope.issued(own.source)
    return scope.document("follow-up", title, _blocks(scope, own), dated=dated, wide=True)


def _blocks(scope: DocumentScope, own: FollowUp) -> Iterator[Block]:
    items, measures = items_answered(scope, "follow-up"), items_answered(scope, "measures")
    if items:
        yield paragraph(f"เอกสารนี้ตอบ{items}{f' สืบเนื่องจาก{measures}' if measures else ''}", "aside")
    if own.title:
        yield paragraph(own.title, "lead")
    yield from paragraphs(own.introduction)
    if isinstance(own.as_of, Absence):  # else the date stands below the title
        yield Paragraph((Phrase("วันที่ของข้อมูล: "), *scope.speech.stated(own.as_of)))
    yield status_picture(scope.own, scope.speech)[1]
    yield follow_up.follow_up_table(scope.own, scope.results.site, scope.speech)
    yield from paragraphs(follow_up_notes(scope.own, scope.speech), "aside")
    yield from _by_unit(scope)
    if scope.own.measures:
        yield Heading("ช่วงเวลาดำเนินการ")
        yield periods_table(scope.own, scope.speech)


def _by_unit(scope: DocumentScope) -> Iterator[Block]:
    """The measures of each unit; nothing where no unit is named."""
    chart, table = units_picture([scope.own], scope.results.site, scope.speech)
    if chart is not None:
        yield Heading("มาตรการของแต่ละหน่วยงาน")
        yield table
        yield from paragraphs(chart.notes, "aside")
