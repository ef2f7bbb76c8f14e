"""One measure of a year: how far it is, what it answers, what was done, and its indicators before and after."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from prongsai.analysis.reach import INFERRED, reaches
from prongsai.blocks.attached import evidence_blocks
from prongsai.blocks.block import (
    Block,
    Entries,
    Facts,
    Heading,
    Piece,
    paragraph,
    paragraphs,
    pictured_table,
)
from prongsai.blocks.scope import Scope
from prongsai.blocks.strips import headed
from prongsai.model.measures import Basis, Measure
from prongsai.model.site import MeasureFacts
from prongsai.views.charts import Chart
from prongsai.views.charts.indicator_lineage import before_after_chart
from prongsai.views.content import Phrase, Table
from prongsai.views.measures.answer import measure_answer, said_in_strip
from prongsai.views.measures.basis import basis_phrases, ground_words
from prongsai.views.measures.counts import placed_words
from prongsai.views.measures.report_parts import report_facts
from prongsai.views.measures.tables import measure_facts
from prongsai.views.names import indicator_name
from prongsai.views.scores.tables import indicator_table


def measure_blocks(scope: Scope, facts: MeasureFacts) -> Iterator[Block]:
    """One measure of the year: how far it is, by whom and when, then what is said of it, the newest report first."""
    yield from headed(measure_answer(facts, scope.results.site, scope.speech), _one_measure(scope, facts))


def _one_measure(scope: Scope, facts: MeasureFacts) -> Iterator[Block]:
    site, speech, measure = scope.results.site, scope.speech, facts.measure
    if measure.plain_summary and not measure.titled_by_problem:
        yield paragraph(measure.plain_summary, "lead")
    yield from paragraphs(filter(None, (placed_words(scope.own),)), "aside")
    yield Facts(measure_facts(facts, site, speech, said_in_strip(facts, site, speech)))
    yield from evidence_blocks(measure.photos, measure.attachments, scope)
    yield Heading("มาตรการนี้ตอบเรื่องใด", "basis")
    yield from _basis(scope, measure)
    yield Heading("ผลการดำเนินการ", "follow-up")
    if not facts.reports:
        yield paragraph("ยังไม่มีรายงานผล จึงไม่นับว่าทำแล้วหรือยังไม่ได้ทำ", "absent")
    for report in reversed(facts.reports):
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
        yield pictured_table(_before_after(scope, number), _over_years(scope, number))


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
