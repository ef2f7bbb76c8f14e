"""The report of what was done about the measures of a year, as a document."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.documents.content import Block, Document, Paragraph, paragraph, paragraphs
from prongsai.documents.measures import items_answered
from prongsai.documents.scope import DocumentScope
from prongsai.model.measures import FollowUp
from prongsai.views import follow_up
from prongsai.views.content import Phrase


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
    yield Paragraph((Phrase("วันที่ของข้อมูล: "), *scope.speech.stated(own.as_of)))
    yield follow_up.follow_up_table(scope.own, scope.speech)
