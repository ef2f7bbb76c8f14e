"""The report of what was done about the measures of a year, for its page and on paper."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from prongsai import addresses
from prongsai.blocks.approval import approval_blocks
from prongsai.blocks.attached import evidence_blocks, text_sections, titled_attachments
from prongsai.blocks.block import (
    Block,
    Entries,
    Heading,
    Paragraph,
    Picture,
    StatusBar,
    link_if_there,
    paragraph,
    paragraphs,
    pictured,
    pictured_table,
)
from prongsai.blocks.scope import Scope
from prongsai.blocks.strips import headed
from prongsai.blocks.unnumbered import unnumbered_said
from prongsai.model.follow_up import FollowUp
from prongsai.model.stated import Absence, known
from prongsai.views.charts.measure_periods import periods_table, timeline_chart
from prongsai.views.charts.measure_statuses import NEITHER, status_picture, units_picture
from prongsai.views.content import Phrase, Table, cell
from prongsai.views.measures import tables as measure_tables
from prongsai.views.measures.answer import follow_up_answer
from prongsai.views.measures.counts import placed_words, read_words
from prongsai.views.measures.follow_up import JOINED, follow_up_table, report_name
from prongsai.views.measures.report_parts import follow_up_notes
from prongsai.views.names import numbered
from prongsai.views.oit.items import unfit_said


def follow_up_blocks(scope: Scope) -> Iterator[Block]:
    """The report as its document gives it; without one, what is known of the measures."""
    yield from headed(follow_up_answer(scope.own, scope.results.site, scope.speech), _whole(scope))


def _whole(scope: Scope) -> Iterator[Block]:
    own = scope.own.follow_up
    if own is None:
        yield from _unreported(scope)
    else:
        yield from _report(scope, own)
    yield from paragraphs(filter(None, (placed_words(scope.own), read_words(scope.own, scope.speech))), "aside")
    yield from _by_unit(scope)
    if scope.own.measures:
        yield Heading("ช่วงเวลาดำเนินการ", "timeline")
        yield pictured_table(None if scope.on_paper else timeline_chart(scope.own, scope.speech), _periods(scope))
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
    if not known(own.as_of) and (not scope.on_paper or isinstance(own.as_of, Absence)):  # a day is below the title
        yield Paragraph((Phrase("วันที่ของข้อมูล: "), *scope.speech.stated(own.as_of)))
    yield from _by_status(scope)
    if not scope.own.measures:
        yield from _timeline(scope)
    yield from _tables(scope, own)
    yield from () if scope.on_paper or not own.reports else _downloads()
    yield from paragraphs(follow_up_notes(scope.own, scope.speech), "aside")
    yield from text_sections(own.sections, "follow-up", "after")
    yield from _evidence(scope)
    yield from titled_attachments(own.attachments, scope)


def _downloads() -> Iterator[Block]:
    """The reports of all years as data, with the addresses of what they show."""
    files = (
        ("CSV ผลการดำเนินการทุกปี", addresses.open_table_path("follow-up")),
        ("JSON", addresses.open_table_path("follow-up", "json")),
        ("CSV สิ่งที่แสดงผล", addresses.open_table_path("report-results")),
        ("XLSX ทุกตาราง", addresses.OPEN_WORKBOOK),
    )
    yield Entries(((Phrase("ดาวน์โหลดข้อมูล"),), *((link_if_there(*file),) for file in files)), "files")


def _tables(scope: Scope, own: FollowUp) -> Iterator[Block]:
    """The reports under the headings of their document, what is under none last; or in one table."""
    site, speech = scope.results.site, scope.speech
    if not any(report.topic for report in own.reports):
        table = follow_up_table(scope.own, site, speech)
        yield _laid_out(table) if scope.on_paper else table
        return
    for place, topic in enumerate((*own.topics, None), start=1):
        table = follow_up_table(scope.own, site, speech, topic.id if topic else "")
        if topic:
            yield Heading(numbered(topic.number, topic.title, speech), f"topic-{topic.id}")
        elif table.rows:
            yield Heading("ที่ไม่ได้อยู่ใต้หัวข้อ", "topic-none")
        if table.rows:
            caption = f"{table.caption} ({speech.digits(place)})"
            yield _laid_out(table) if scope.on_paper else replace(table, key=f"{table.key}-{place}", caption=caption)


def _laid_out(table: Table) -> Table:
    """The table for paper: what a report says besides is in a row below it, which leaves room for the columns."""
    if table.columns[-1].title != JOINED:
        return table
    rows = ((row[:-1], row[-1].parts) for row in table.rows)
    pairs = ((row, (cell(Phrase(JOINED, kind="state"), *more),) if more else ()) for row, more in rows)
    return replace(table, columns=table.columns[:-1], rows=tuple(one for pair in pairs for one in pair if one))


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
    if scope.on_paper or chart is None:
        yield table
    else:
        yield StatusBar(chart)  # with every figure in words, so that this page of long tables stays light
        yield from paragraphs(() if is_said else chart.notes, "aside")


def _timeline(scope: Scope) -> Iterator[Picture]:
    if not scope.on_paper:
        yield from pictured(timeline_chart(scope.own, scope.speech))


def _periods(scope: Scope) -> Table:
    if scope.own.follow_up:
        return periods_table(scope.own, scope.speech)
    return measure_tables.measures_table(scope.own, scope.results.site, scope.speech)


def _by_unit(scope: Scope) -> Iterator[Block]:
    """The measures of each unit, whose picture is on the page of the units; nothing where no unit is named."""
    drawn, table = units_picture([scope.own], scope.results.site, scope.speech)
    if table.rows:
        yield Heading("มาตรการของแต่ละหน่วยงาน", "by-unit")
        yield table
        yield from paragraphs((note for note in (drawn.notes if drawn else ()) if note != NEITHER), "aside")
