"""The units of the agency: how many measures each has, and one unit with its work and what became of it."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai import addresses
from prongsai.analysis.results import Results
from prongsai.blocks.block import Block, Entries, Heading, Paragraph, Piece, link_if_there, paragraph, pictured
from prongsai.blocks.strips import headed
from prongsai.model.site import Site
from prongsai.views.ask import permanent_address
from prongsai.views.charts.measure_statuses import units_picture
from prongsai.views.content import Phrase, Table
from prongsai.views.lifetimes import explain_group, tell_life
from prongsai.views.measures.answers_across import unit_answer, units_answer
from prongsai.views.measures.lists import ListLink, OfUnit, word_count
from prongsai.views.names import unit_phrase
from prongsai.views.speech import Speech
from prongsai.views.worklist import Worklist, work_table


def units_blocks(results: Results, speech: Speech) -> Iterator[Block]:
    """The measures of every unit."""
    yield from headed(units_answer(results, speech), _every_unit(results, speech))


def _every_unit(results: Results, speech: Speech) -> Iterator[Block]:
    years = [result.year for result in results.years.values()]
    picture, table = units_picture(years, results.site, speech, every_unit=True)
    yield from (table,) if table.rows else ()
    yield from pictured(picture)
    if lives := tuple(_lives(results.site, speech)):
        yield Heading("หน่วยงานที่ยุบหรือเปลี่ยนชื่อ", "changed")
        yield Entries(lives)


def _lives(site: Site, speech: Speech) -> Iterator[tuple[Phrase, ...]]:
    """The units that ended or were called otherwise, each with what became of it."""
    for key, unit in site.agency.units.items():
        for line in tell_life(site, key, speech) if unit.last or unit.names else ():
            yield (unit_phrase(site, key), Phrase(" "), *line)


def unit_blocks(
    site: Site, key: str, carried: OfUnit, work: Worklist | None, feeds: tuple[str, ...], speech: Speech
) -> Iterator[Block]:
    """The work of a unit, the newest year by its last days, and where one follows its changes.

    `feeds` are the paths of Atom and JSON Feed.
    """
    yield from headed(unit_answer(key, work, speech), _one_unit(site, key, carried, work, feeds, speech))


def _one_unit(
    site: Site, key: str, carried: OfUnit, work: Worklist | None, feeds: tuple[str, ...], speech: Speech
) -> Iterator[Block]:
    if site.agency.units[key].group:
        yield Paragraph(explain_group(site, key))
    yield from map(Paragraph, tell_life(site, key, speech))
    if work is not None:
        yield from _newest(site, key, work, speech)
    if carried.has_work:
        yield Heading("มาตรการทุกปีงบประมาณ", "all-years")
        yield from _counted(carried, speech)
    yield from _listed_of(carried, speech)
    if feeds:
        names = zip(("ฟีด Atom", "ฟีด JSON Feed"), feeds, strict=True)
        yield Paragraph((Phrase("ติดตามการเปลี่ยนแปลงมาตรการของหน่วยงานนี้"), *(link_if_there(*one) for one in names)))


def _newest(site: Site, key: str, work: Worklist, speech: Speech) -> Iterator[Block]:
    """The work of the newest year by its last days, also for a sheet of paper."""
    yield Heading(f"งานของ{speech.fiscal_year(work.year)}", "work")
    address = permanent_address(site, addresses.unit_path(key))
    if site.options.site_url:
        yield Piece("unit-sheet", {"address": address, "code": f"คิวอาร์โค้ดของ {address}"})
    yield paragraph("เรียงตามวันสุดท้ายของงาน งานที่ไม่ได้ระบุวันอยู่ท้ายตาราง", "aside")
    yield work_table(work, speech)


def _counted(carried: OfUnit, speech: Speech) -> Iterator[Block]:
    """The number of measures of the unit, by status in its newest year."""
    own, shared = carried.lead, carried.shared_table.rows
    yield paragraph(f"{carried.lead} {carried.shared}".strip(), "lead")
    yield paragraph(f"{carried.newest} แยกตามสถานะ{' รวมที่มอบให้หลายหน่วยงาน' if own and shared else ''}")
    yield Entries(tuple(word_count(one.link, one.count, speech) for one in carried.by_status), "counts")


def _listed_of(carried: OfUnit, speech: Speech) -> Iterator[Block]:
    """The measures of earlier years that name the unit, and those given to it by a word for several units."""
    if carried.table.rows:
        yield from _listed(carried.table, carried.older, speech)
    if carried.shared_table.rows:
        if carried.lead:
            yield Heading(carried.shared_table.caption, "shared-work")
        yield from _listed(carried.shared_table, carried.shared_older, speech)


def _listed(table: Table, older: tuple[ListLink, ...], speech: Speech) -> Iterator[Block]:
    yield table
    yield from (Paragraph(word_count(one.link, one.count, speech, " อีก")) for one in older)
