"""One sheet on a year for those who lead: its score, what changed, what was promised, and what was done."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.blocks.block import Block, Facts, Heading, paragraph, paragraphs
from prongsai.blocks.scope import Scope
from prongsai.model.site import MeasureFacts
from prongsai.thai.line_breaks import shortened
from prongsai.views.content import Cell, Head, Table, cell, fact
from prongsai.views.measures.counts import counted_measures, placed_words, read_words
from prongsai.views.measures.facts import measure_name
from prongsai.views.measures.follow_up import status_counts
from prongsai.views.scores.answer import published_total
from prongsai.views.scores.figures import year_facts
from prongsai.views.scores.tables import brief_indicators_table

BRIEF = "สรุปผลสำหรับผู้บริหาร"
MOST_MEASURES = 10  # in the table of one sheet; the others are counted
MOST_LETTERS = 100  # of the name of a measure, which takes two lines at most


def brief_blocks(scope: Scope) -> Iterator[Block]:
    """The year in one sheet."""
    yield Heading("ผลการประเมิน", "result")
    yield from _result(scope)
    if scope.own.measures is not None or scope.own.follow_up is not None:
        yield Heading(f"มาตรการของ{scope.name}", "measures")
        yield from _measures(scope)


def _result(scope: Scope) -> Iterator[Block]:
    total = published_total(scope.result, scope.speech)
    if total is None:
        yield paragraph(scope.speech.no_data(f"คะแนนรวมของ{scope.name}"), "absent")
    else:
        of = f" จาก {scope.speech.digits(100)} คะแนน"
        yield Facts((fact("คะแนนรวม", total, of), *year_facts(scope.result, scope.speech)))
    if scope.own.scores and scope.own.scores.indicators:
        yield brief_indicators_table(scope.result, scope.speech)


def _measures(scope: Scope) -> Iterator[Block]:
    own, speech = scope.own, scope.speech
    count, unit = counted_measures(own, speech)
    is_silent = own.follow_up is None and speech.from_document  # nothing is known of a status
    counts = ", ".join(f"{status.text} {speech.digits(number)}" for status, number in status_counts(own, speech))
    reported = fact("ผลการดำเนินการ", speech.no_data("ผลการดำเนินการ") if is_silent else f"{counts} มาตรการ")
    promised = [fact("กำหนดไว้", f"{count} {unit}")] if own.measures is not None else []
    yield Facts((*promised, *([reported] if is_silent or counts else [])))
    listed = own.measure_facts
    if shown := listed[:MOST_MEASURES]:
        heads = (Head("มาตรการ"),) if is_silent else (Head("มาตรการ"), Head("สถานะ"))
        yield Table("brief-measures", "", heads, tuple(_row(one, scope)[: len(heads)] for one in shown))
    if more := len(listed) - MOST_MEASURES:
        yield from paragraphs([f"และอีก {speech.digits(more)} รายการตามเอกสารมาตรการ"] if more > 0 else [], "aside")
    yield from paragraphs(filter(None, (placed_words(own), read_words(own, speech))), "aside")


def _row(facts: MeasureFacts, scope: Scope) -> tuple[Cell, ...]:
    name = shortened(measure_name(facts.measure, scope.speech), MOST_LETTERS)
    return cell(name, head=True), cell(scope.speech.status(facts.progress))
