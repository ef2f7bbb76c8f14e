"""The lineage of an indicator: result, the measures that answered it, the next result; as a picture and as a table."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from prongsai import addresses
from prongsai.analysis.comparison import compare
from prongsai.analysis.reach import INFERRED
from prongsai.analysis.readings import other_values
from prongsai.analysis.results import Results
from prongsai.analysis.scoring import stated_or_none
from prongsai.model.measures import Measure
from prongsai.model.site import FiscalYear, MeasureFacts
from prongsai.views.charts import (
    IN_TABLE,
    NO_DATA,
    AnsweringMeasure,
    Bar,
    BarChart,
    LineageChart,
    Step,
    fitting,
    shortened_name,
    word_bar,
    word_step,
)
from prongsai.views.charts.status_counts import drawn_status
from prongsai.views.charts.year_scores import OTHERWISE, comparable_before, figure_of, points_scale
from prongsai.views.content import Cell, Part, Phrase, Table, cell, number_cell
from prongsai.views.measures.basis import Answering, ground_words, measures_answering
from prongsai.views.measures.facts import measure_link, measure_name, short_link
from prongsai.views.measures.status_columns import NO_STATUS
from prongsai.views.names import indicator_name
from prongsai.views.speech import Speech
from prongsai.views.table import OF_MEASURE, YEAR, Column, Heads, TableOf, measure_column

MOST_STEPS, MOST_ANSWERS = 6, 6
_READING = "มาตรการที่อยู่ใต้ปีใดคือมาตรการที่ตอบผลของปีนั้น"
_NAME = "x" * 15  # the room that a status leaves for the name of a measure
_INDENT = "x" * 6  # what is before the words of a measure
NO_CAUSE = "คะแนนเปลี่ยนแปลงได้จากหลายสาเหตุ แผนภูมินี้จึงไม่ได้แสดงว่าเป็นผลของมาตรการ"


@dataclass(frozen=True)
class Aim:
    """A measure of one year that answers the result of another (Buddhist Era) in the indicator of that number."""

    results: Results
    number: str
    answered: int
    answering: Answering

    @property
    def facts(self) -> MeasureFacts:
        """The measure with what the files of its year say of it."""
        return self.answering.facts

    @property
    def is_inferred(self) -> bool:
        """True if the document names neither the indicator nor anything below it."""
        return self.answering.grounds[0].ground in INFERRED

    @property
    def own(self) -> FiscalYear:
        """The year of the measure."""
        return self.facts.year

    @property
    def measure(self) -> Measure:
        """The measure itself."""
        return self.facts.measure


def aims_at(results: Results, number: str) -> tuple[Aim, ...]:
    """The measures that answer an indicator or an item below it, newest result first."""
    return tuple(
        Aim(results, number, year, one)
        for year in sorted(results.years, reverse=True)
        for one in measures_answering(results, year=year, indicator=number)
    )


def lineage_chart(results: Results, number: str, aims: Sequence[Aim], speech: Speech) -> LineageChart | None:
    """The years that measures answer or are carried out in, with the measures between; None without two figures."""
    years = sorted({year for aim in aims for year in (aim.answered, aim.own.year)})[-MOST_STEPS:]
    after = {aim.own.year for aim in aims if aim.own.year > aim.answered}
    steps = tuple(_step(results, number, year, aims, speech, with_change=year in after) for year in years)
    if sum(step.length is not None for step in steps) < 2:
        return None
    return LineageChart(
        key="lineage",
        title="แผนภูมิลำดับจากผลการประเมิน สู่มาตรการ และผลของปีถัดไป",
        sentences=tuple(map(word_step, steps)),
        table="lineage",
        notes=(
            _READING,
            NO_CAUSE,
            *_inferred_notes(aims, speech),
        ),
        steps=steps,
    )


def _inferred_notes(aims: Sequence[Aim], speech: Speech) -> tuple[str, ...]:
    """The rows of the table whose measure does not name the indicator itself."""
    rows = [speech.digits(place) for place, aim in enumerate(aims, 1) if aim.is_inferred]
    return (f"อนุมานจากข้อคำถามที่มาตรการอ้าง เอกสารไม่ได้ระบุตัวชี้วัด: แถวที่ {', '.join(rows)} ของตาราง",) if rows else ()


def _result(which: Literal["answered", "own"]) -> Callable[[Aim, Speech], object]:
    """The score of the answered year, or that of the measure's own with its change; without one, why there is none."""

    def parts(aim: Aim, speech: Speech) -> tuple[Part, ...]:
        return _result_parts(aim, which, speech)

    return parts


def _result_parts(aim: Aim, which: str, speech: Speech) -> tuple[Part, ...]:
    if which == "own" and aim.own.year <= aim.answered:
        return (Phrase(NO_DATA, kind="absent"),)
    year = aim.own.year if which == "own" else aim.answered
    return _figure_parts(aim.results, aim.number, year, speech, with_change=which == "own")


def _result_shown(which: Literal["answered", "own"]) -> Callable[[Aim, Speech], object]:
    """The same after the year, which leads to its scores."""

    def shown(aim: Aim, speech: Speech) -> Cell:
        parts = _result_parts(aim, which, speech)
        if which == "own" and aim.own.year <= aim.answered:
            return cell(*parts)
        year = aim.own.year if which == "own" else aim.answered
        name = Phrase(f"ปี {speech.digits(year)} ", href=addresses.section_path(year, "scores"))
        return number_cell(name, *parts)

    return shown


def _measure(aim: Aim, speech: Speech) -> tuple[Phrase, ...]:
    of_year = Phrase(f"ของปี {speech.digits(aim.own.year)}", kind="aside")
    return measure_link(aim.own.year, aim.measure, speech), of_year


LINEAGE: TableOf[Aim] = TableOf(
    "measure-results",
    "คะแนนก่อนและหลังมาตรการ",
    "คะแนนตัวชี้วัดก่อนและหลังมาตรการที่ตอบ คะแนนเปลี่ยนได้จากหลายเหตุ ไม่ได้แสดงว่าเปลี่ยนเพราะมาตรการ",
    (
        Column("indicator", "ตัวชี้วัด", "number", "เลขตัวชี้วัด"),
        Column("answered_year", "ปีของผลที่ตอบ", "answered", "ปีงบประมาณของผลที่มาตรการตอบ", "integer", "พ.ศ."),
        YEAR,
        measure_column("measure.id"),
        Column(
            "name",
            "มาตรการ",
            lambda aim, speech: measure_name(aim.measure, speech),
            "เลขที่และชื่อมาตรการ",
            shown=_measure,
            heads_row=True,
        ),
        Column(
            "ground",
            "เหตุที่นับ",
            lambda aim, speech: ", ".join(ground_words(one, speech) for one in aim.answering.grounds),
            "เหตุที่นับว่ามาตรการตอบตัวชี้วัดนี้: เอกสารระบุ หรืออนุมานจากข้อคำถามที่มาตรการอ้าง",
        ),
        Column("is_inferred", "อนุมาน", "is_inferred", "true คืออนุมานจากข้อคำถาม เอกสารไม่ได้ระบุตัวชี้วัด", "boolean"),
        Column(
            "status_words",
            "สถานะ",
            lambda aim, speech: speech.status(aim.facts.progress),
            "สถานะของมาตรการ",
            absences=NO_STATUS,
        ),
        Column(
            "answered",
            "ผลที่มาตรการตอบ",
            _result("answered"),
            "คะแนนของตัวชี้วัดในปีที่มาตรการตอบ",
            "figure",
            shown=_result_shown("answered"),
        ),
        Column(
            "result",
            "ผลของปีที่ดำเนินการ",
            _result("own"),
            "คะแนนของตัวชี้วัดในปีของมาตรการ หมายเหตุบอกการเปลี่ยนแปลง",
            "figure",
            shown=_result_shown("own"),
        ),
    ),
    ("indicator", "answered_year", "fiscal_year", "measure_id"),
    OF_MEASURE,
)


def lineage_table(aims: Sequence[Aim], speech: Speech) -> Table:
    """A row for each measure: the result that it answers, its status, and the result of its own year."""
    says_ground = any(one.ground != "named" for aim in aims for one in aim.answering.grounds)
    names = ("name", *(("ground",) if says_ground else ()), "status_words", "answered", "result")
    heads: Heads = dict.fromkeys(names)
    return LINEAGE.show(("lineage", "มาตรการที่ตอบตัวชี้วัดนี้ กับคะแนนก่อนและหลัง"), heads, aims, speech)


def before_after_chart(results: Results, number: str, answered: int, year: int, speech: Speech) -> BarChart | None:
    """An indicator in the year that measures answer and in their own (Buddhist Era); None unless comparable."""
    own = results.years.get(year)
    if own is None or own.previous is None or own.previous.year != answered:
        return None
    before, now = comparable_before(own, number), _value(results, number, year)
    if before is None or now is None:
        return None
    pairs = ((answered, "ก่อนมีมาตรการ", before), (year, "ปีที่ดำเนินการ", now))
    bars = tuple(
        Bar(
            label=f"ปี {speech.digits(one)} {words}",
            figure=figure_of(results.years.get(one), number, value, speech),
            length=value,
            other=_other(results, number, one),
        )
        for one, words, value in pairs
    )
    return BarChart(
        key=f"before-after-{number}",
        title=f"แผนภูมิก่อนและหลังมีมาตรการ {indicator_name(own.year.edition, number, speech)}",
        sentences=tuple(map(word_bar, bars)),
        table=f"over-years-{number}",
        notes=(NO_CAUSE,),
        bars=bars,
        scale=points_scale(speech),
    )


def _step(results: Results, number: str, year: int, aims: Sequence[Aim], speech: Speech, *, with_change: bool) -> Step:
    value = _value(results, number, year)
    answers = tuple(_answer(aim, speech) for aim in aims if aim.answered == year)
    more = len(answers) - MOST_ANSWERS
    return Step(
        label=f"ปี {speech.digits(year)}",
        figure=speech.whole(_figure_parts(results, number, year, speech, with_change=with_change)),
        length=value,
        answers=answers[:MOST_ANSWERS],
        more=f"และอีก {speech.digits(more)} มาตรการ" if more > 0 else "",
    )


def _answer(aim: Aim, speech: Speech) -> AnsweringMeasure:
    """A measure with its status."""
    status = drawn_status(aim.facts.progress, speech)
    words = fitting(status.text, IN_TABLE, _NAME)
    label = shortened_name(short_link(aim.own.year, aim.measure, speech).text, f"{words}: {_INDENT}")
    return AnsweringMeasure(label=label, kind=status.kind, status=words)


def _figure_parts(results: Results, number: str, year: int, speech: Speech, *, with_change: bool) -> tuple[Part, ...]:
    """The published score of a year, and its change where the year before is comparable."""
    value, result = _value(results, number, year), results.years.get(year)
    if value is None:
        return (Phrase(NO_DATA, kind="absent"),)
    before = comparable_before(result, number) if result and with_change else None
    change = (speech.change(compare(before, value)),) if before is not None else ()
    other = _other(results, number, year)
    aside = (Phrase(f"{OTHERWISE} {speech.plain(speech.published(other))}", kind="aside"),) if other is not None else ()
    return (*speech.published(value), *aside, *change)


def _other(results: Results, number: str, year: int) -> Decimal | None:
    """The other score of a year whose document states two."""
    result = results.years.get(year)
    return other_values(result.year.scores).get(number) if result else None


def _value(results: Results, number: str, year: int) -> Decimal | None:
    result = results.years.get(year)
    return stated_or_none(result.year.scores, "indicators", number) if result else None
