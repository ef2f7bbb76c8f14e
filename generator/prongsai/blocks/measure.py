"""The page of a measure: what is promised, what it answers, what was done, and its indicators over the years."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from prongsai.blocks.block import Block, Facts, Heading, Piece, paragraph, pictured
from prongsai.blocks.scope import Scope
from prongsai.model.measures import Measure
from prongsai.model.site import MeasureFacts
from prongsai.views.basis import basis_phrases
from prongsai.views.chart import Chart
from prongsai.views.chart_lineage_indicator import before_after_chart
from prongsai.views.content import Table
from prongsai.views.measure_tables import measure_facts
from prongsai.views.measure_words import word_lead
from prongsai.views.names import indicator_name
from prongsai.views.report_parts import report_facts
from prongsai.views.score_tables import indicator_table


def measure_blocks(scope: Scope, facts: MeasureFacts) -> Iterator[Block]:
    """One measure of the year."""
    site, speech, measure = scope.results.site, scope.speech, facts.measure
    yield paragraph(word_lead(facts, site, speech), "lead")
    yield Facts(measure_facts(facts, site, speech))
    yield Heading("มาตรการนี้ตอบเรื่องใด", "basis")
    yield from _basis(scope, measure)
    yield Heading("ผลการดำเนินการ", "follow-up")
    if not facts.reports:
        yield paragraph("ยังไม่มีรายงานผล จึงไม่นับว่าทำแล้วหรือยังไม่ได้ทำ", "absent")
    yield from (Facts(report_facts(report, scope.number, speech)) for report in facts.reports)
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
    yield Piece("basis", {"entries": entries})


def _indicators(scope: Scope, measure: Measure) -> Iterator[Block]:
    """Each indicator that a measure names: before and after as a picture, and its figures over the years."""
    numbers = dict.fromkeys(basis.indicator for basis in measure.basis if basis.indicator is not None)
    if numbers:
        yield Heading("ตัวชี้วัดที่เกี่ยวข้อง", "indicators")
    for number in numbers:
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
