"""What stands across the years: all years, indicators and units, and each of these by itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from prongsai import addresses
from prongsai.analysis.results import Results
from prongsai.blocks.block import Block, Entries, Heading, Meanings, Paragraph, link, link_if_there, paragraph, pictured
from prongsai.model.agency import Unit
from prongsai.model.edition import Edition
from prongsai.views import year, year_tables
from prongsai.views.charts.indicator_lineage import aims_at, lineage_chart, lineage_table
from prongsai.views.charts.measure_statuses import units_picture
from prongsai.views.charts.years import indicator_chart, year_scores_table, years_chart
from prongsai.views.content import Phrase, Table
from prongsai.views.explain import explain_instruments
from prongsai.views.measures.list_links import word_count
from prongsai.views.measures.lists import MOST_ROWS, OfUnit
from prongsai.views.scores import tables as score_tables
from prongsai.views.speech import Speech


def years_blocks(results: Results, speech: Speech) -> Iterator[Block]:
    """The results of all years."""
    yield _rows(year_tables.years_table(results, speech), "ผลการประเมิน", speech)
    picture = years_chart(results, speech)
    if picture:
        yield from pictured(picture)
        yield year_scores_table(results, speech)


def indicators_blocks(results: Results, numbers: dict[str, Edition], speech: Speech) -> Iterator[Block]:
    """The scores of all indicators over the years."""
    yield _rows(year.indicators_over_years(results, numbers, speech), "คะแนนรายตัวชี้วัด", speech)


def _rows(table: Table, what: str, speech: Speech) -> Block:
    """The table, or where it has no row that nothing is known."""
    return table if table.rows else paragraph(speech.no_data(what), "absent")


def indicator_blocks(results: Results, number: str, edition: Edition, speech: Speech) -> Iterator[Block]:
    """An indicator: what it asks, its scores, in which years it is a weakness, and the measures that answer it."""
    code = edition.indicators[number].instrument
    if code in edition.instruments:
        yield paragraph(f"ตัวชี้วัดนี้อยู่ใน {code} {edition.instruments[code].name}")
    yield Meanings(explain_instruments(edition, (code,)))
    yield from pictured(indicator_chart(results, number, speech))
    yield score_tables.indicator_table(results, number, speech)
    weak = [own.year.year for own in results.years.values() if year.weak_in(own, number)]
    if weak:
        yield Heading("ปีที่ระบุว่าเป็นจุดอ่อน", "weak")
        yield Entries(tuple((_analysis_of(one, speech),) for one in weak))
    yield from _answers(results, number, speech)


def _analysis_of(number: int, speech: Speech) -> Phrase:
    return Phrase(speech.fiscal_year(number), href=addresses.section_path(number, "analysis"))


def _answers(results: Results, number: str, speech: Speech) -> Iterator[Block]:
    """The measures that aim at an indicator."""
    yield Heading("มาตรการที่ตอบตัวชี้วัดนี้", "measures")
    aims = aims_at(results, number)
    shown = aims[:MOST_ROWS]
    if not shown:
        yield paragraph("ยังไม่มีมาตรการที่ระบุว่าตอบตัวชี้วัดนี้", "absent")
        return
    yield from pictured(lineage_chart(results, number, shown, speech))
    yield lineage_table(shown, speech)
    if len(aims) > len(shown):
        yield link("มาตรการของปีก่อนหน้านี้อยู่ในหน้ามาตรการทุกปี", addresses.ALL_MEASURES)


def units_blocks(results: Results, speech: Speech) -> Iterator[Block]:
    """The measures of every unit."""
    years = [result.year for result in results.years.values()]
    picture, table = units_picture(years, results.site, speech, every_unit=True)
    if not results.site.agency.units and not picture:
        table = replace(table, rows=())  # a row that counts what no unit carries says nothing
    yield _rows(table, "หน่วยงานผู้รับผิดชอบ", speech)
    yield from pictured(picture)


def unit_blocks(unit: Unit, carried: OfUnit, feeds: tuple[str, ...], speech: Speech) -> Iterator[Block]:
    """What a unit carries, and where one follows its changes: `feeds` are the paths of Atom and JSON Feed."""
    if unit.group:
        yield paragraph(f"“{unit.name}” เป็นคำที่เอกสารใช้เรียกหลายหน่วยงานรวมกัน เอกสารไม่ได้แจกแจงรายชื่อ")
    if carried.table.rows:
        yield paragraph(carried.lead, "lead")
        yield paragraph(f"{carried.newest} แยกตามสถานะ")
        yield Entries(tuple(word_count(one.link, one.count, speech) for one in carried.by_status), "counts")
        yield carried.table
        yield from (Paragraph(word_count(one.link, one.count, speech, " อีก")) for one in carried.older)
    else:
        yield paragraph("ไม่มีมาตรการที่ระบุหน่วยงานนี้เป็นผู้รับผิดชอบ", "absent")
    if feeds:
        names = zip(("ฟีด Atom", "ฟีด JSON Feed"), feeds, strict=True)
        yield Paragraph((Phrase("ติดตามการเปลี่ยนแปลงมาตรการของหน่วยงานนี้"), *(link_if_there(*one) for one in names)))
