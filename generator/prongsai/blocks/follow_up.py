"""The report of what was done about the measures of a year, for its page and on paper."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from prongsai import addresses
from prongsai.blocks.approval import approval_blocks
from prongsai.blocks.attached import evidence_blocks, text_sections, titled_attachments
from prongsai.blocks.block import Block, Heading, Paragraph, Picture, paragraph, paragraphs, pictured
from prongsai.blocks.scope import Scope
from prongsai.blocks.unnumbered import unnumbered_said
from prongsai.model.follow_up import FollowUp
from prongsai.model.stated import Absence
from prongsai.views.charts import StackChart
from prongsai.views.charts.measure_periods import periods_table, timeline_chart
from prongsai.views.charts.measure_statuses import NEITHER, status_picture, units_picture
from prongsai.views.content import Phrase
from prongsai.views.measures import tables as measure_tables
from prongsai.views.measures.counts import placed_words, read_words
from prongsai.views.measures.follow_up import follow_up_table, report_name
from prongsai.views.measures.report_parts import follow_up_notes
from prongsai.views.names import numbered
from prongsai.views.oit.items import unfit_said


def follow_up_blocks(scope: Scope) -> Iterator[Block]:
    """The report as its document gives it; without one, what is known of the measures."""
    own = scope.own.follow_up
    if own is None:
        silent = scope.speech.no_data(f"ผลการดำเนินการของ{scope.name}")
        said = silent if scope.speech.from_document else f"ยังไม่มีเอกสารรายงานผลการดำเนินการของ{scope.name}"
        yield paragraph(said, "absent")
        yield from _unreported(scope)
    else:
        yield from _report(scope, own)
    yield from paragraphs(filter(None, (placed_words(scope.own), read_words(scope.own, scope.speech))), "aside")
    yield from _by_unit(scope)
    if scope.own.measures:
        yield Heading("ช่วงเวลาดำเนินการ", "timeline")
        yield from _timeline(scope)
        yield _periods(scope)
    if own is not None:
        yield from approval_blocks(own, scope)


def _measures_path(scope: Scope) -> str:
    return addresses.section_path(scope.number, "measures")


def _unreported(scope: Scope) -> Iterator[Block]:
    if scope.own.measures:
        read = Phrase(f"อ่านมาตรการ{scope.name}", href=_measures_path(scope))
        yield Paragraph((Phrase("มาตรการที่ไม่มีรายงานผลไม่นับว่าทำแล้วหรือยังไม่ได้ทำ "), read))
        if not scope.speech.from_document:  # else nothing is known of a status
            yield from _by_status(scope, is_said=True)


def _report(scope: Scope, own: FollowUp) -> Iterator[Block]:
    items, measures = scope.items_answered("follow-up"), scope.items_answered("measures")
    if items:
        origin = (Phrase(" สืบเนื่องจาก"), Phrase(measures, href=_measures_path(scope))) if measures else ()
        said = (Phrase(f"{scope.here}ตอบ{items}"), *origin)
        yield paragraph(scope.speech.plain(said), "aside") if scope.on_paper else Paragraph(said)
    yield from paragraphs(unfit_said(scope.results, scope.number, "follow-up", scope.speech))
    yield from unnumbered_said(scope, "follow-up")
    if own.title:
        yield paragraph(own.title, "lead")
    yield from paragraphs(scope.several_documents(own), "aside")
    yield from paragraphs(own.introduction)
    yield from text_sections(own.sections, "follow-up", "before")
    if not scope.on_paper or isinstance(own.as_of, Absence):  # on paper a date is below the title
        yield Paragraph((Phrase("วันที่ของข้อมูล: "), *scope.speech.stated(own.as_of)))
    yield from _by_status(scope)
    if not scope.own.measures:
        yield from _timeline(scope)
    yield from _tables(scope, own)
    yield from paragraphs(follow_up_notes(scope.own, scope.speech), "aside")
    yield from text_sections(own.sections, "follow-up", "after")
    yield from _evidence(scope)
    yield from titled_attachments(own.attachments, scope)


def _tables(scope: Scope, own: FollowUp) -> Iterator[Block]:
    """The reports under the headings of their document, what is under none last; or in one table."""
    site, speech = scope.results.site, scope.speech
    if not any(report.topic for report in own.reports):
        yield follow_up_table(scope.own, site, speech)
        return
    for place, topic in enumerate((*own.topics, None), start=1):
        table = follow_up_table(scope.own, site, speech, topic.id if topic else "")
        if topic:
            yield Heading(numbered(topic.number, topic.title, speech), f"topic-{topic.id}")
        elif table.rows:
            yield Heading("ที่ไม่ได้อยู่ใต้หัวข้อ", "topic-none")
        if table.rows:
            caption = f"{table.caption} ({speech.digits(place)})"
            yield table if scope.on_paper else replace(table, key=f"{table.key}-{place}", caption=caption)


def _evidence(scope: Scope) -> Iterator[Block]:
    """The photos and attachments of the reports whose measure has no page that shows them; on paper of all."""
    paged = () if scope.on_paper else {measure.id for measure in scope.measures}
    reports = [one for one in scope.own.reports if one.measure not in paged and (one.photos or one.attachments)]
    if reports:
        yield Heading("ภาพและเอกสารของการดำเนินการ", "evidence")
    for report in reports:
        yield paragraph(report_name(scope.own, report, scope.speech))
        yield from evidence_blocks(report.photos, report.attachments, scope)


def _by_status(scope: Scope, *, is_said: bool = False) -> Iterator[Block]:
    """The measures by status; `is_said` where the page has said already what no report means."""
    chart, table = status_picture(scope.own, scope.speech)
    if not scope.on_paper:
        yield from pictured(_without_neither(chart) if is_said and chart else chart)
    yield table


def _without_neither(chart: StackChart) -> StackChart:
    """The picture without the note on measures that have no report, which this page says above it."""
    return replace(chart, notes=tuple(note for note in chart.notes if note != NEITHER))


def _timeline(scope: Scope) -> Iterator[Picture]:
    if not scope.on_paper:
        yield from pictured(timeline_chart(scope.own, scope.speech))


def _periods(scope: Scope) -> Block:
    if scope.own.follow_up:
        return periods_table(scope.own, scope.speech)
    return measure_tables.measures_table(scope.own, scope.results.site, scope.speech)


def _by_unit(scope: Scope) -> Iterator[Block]:
    """The measures of each unit; nothing where no unit is named."""
    drawn, table = units_picture([scope.own], scope.results.site, scope.speech)
    if drawn is None:
        return
    chart = _without_neither(drawn)
    yield Heading("มาตรการของแต่ละหน่วยงาน", "by-unit")
    if not scope.on_paper:
        yield Picture(chart)
    yield table
    if scope.on_paper:
        yield from paragraphs(chart.notes, "aside")  # they belong to the picture
