"""All measures across the years, those of one status, and the ways by which measures are found."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from prongsai import addresses
from prongsai.analysis.results import Results, YearResult
from prongsai.blocks.block import Block, Entries, Heading, Picture, Piece, link, paragraph, paragraphs
from prongsai.blocks.lines import Line
from prongsai.blocks.strips import headed
from prongsai.model.status import REPORTED, Status
from prongsai.views.charts.measure_statuses import years_picture
from prongsai.views.content import Phrase
from prongsai.views.measures import tables as measure_tables
from prongsai.views.measures.answers_across import all_measures_answer
from prongsai.views.measures.counts import placed_words
from prongsai.views.measures.follow_up import status_counts
from prongsai.views.measures.lists import LinkGroup, OfStatus, links_to_lists, word_count
from prongsai.views.speech import Speech
from prongsai.views.year_tables import older_years_table

NEWEST = 3  # years shown in full on a page across years, so that its weight does not grow
_CLOSED = {"unit", "indicator"}  # ways that are many: they stay closed until they are wanted


def all_measures_blocks(results: Results, speech: Speech) -> Iterator[Block]:
    """Links to every measure, and those of the newest years in full."""
    yield from headed(all_measures_answer(results, speech), _whole(results, speech))


def _whole(results: Results, speech: Speech) -> Iterator[Block]:
    promised = [result for result in reversed(results.years.values()) if result.year.measures is not None]
    newest, older = promised[:NEWEST], promised[NEWEST:]
    yield from _choice(results, speech)
    picture, by_year = years_picture([result.year for result in newest], speech)
    if picture:
        yield Picture(picture, by_year)
    for result in newest:
        yield from _year(result, results, speech)
    if older:
        yield Heading("ปีก่อนหน้า", "older")
        yield older_years_table(older, speech)


_LOOKS = " ".join(f"{status.key}={status.tag}" for status in REPORTED)


def _choice(results: Results, speech: Speech) -> Iterator[Piece]:
    """Links that always work, and for the script that lets people choose the place of the data."""
    if results.listed:
        numerals = "thai" if speech.thai else "arabic"
        yield Piece("filter", {"data_path": addresses.MEASURES_DATA, "numerals": numerals, "looks": _LOOKS})
    groups = [group for group in links_to_lists(results, speech) if group.links]
    is_open = [group.key not in _CLOSED for group in groups]
    ids = tuple(_link_id(group) for group, shown in zip(groups, is_open, strict=True) if shown)
    closed = (group for group, shown in zip(groups, is_open, strict=True) if not shown)
    said = (block for group in closed for block in (paragraph(group.title), Entries(tuple(_counted(group, speech)))))
    yield Piece("choose", {"groups": tuple(zip(groups, is_open, strict=True)), "here": ""}, tuple(said), ids)


def _counted(group: LinkGroup, speech: Speech) -> Iterator[Line]:
    yield from ((one.link, Phrase(f" {speech.digits(one.count)}")) for one in group.links)


def _link_id(group: LinkGroup) -> str:
    return f"ways-{group.key}"


def _year(result: YearResult, results: Results, speech: Speech) -> Iterator[Block]:
    number, name = result.year.year, speech.fiscal_year(result.year.year)
    yield Heading(name, f"y{number}")
    yield from paragraphs(filter(None, (placed_words(result.year),)), "aside")
    yield Entries(tuple(word_count(*one, speech) for one in status_counts(result.year, speech)), "counts")
    yield replace(measure_tables.measures_table(result.year, results.site, speech), key=f"measures-{number}")
    yield link(f"อ่านมาตรการของ{name} ทั้งหมด", addresses.section_path(number, "measures"))


def status_blocks(key: str, found: OfStatus, statuses: LinkGroup, speech: Speech) -> Iterator[Block]:
    """The measures of a status, and the rows of reports with it that name no measure."""
    yield Piece("list-links", {"group": statuses, "here": addresses.status_path(key)}, ids=(_link_id(statuses),))
    if found.table.rows:
        if key == Status.NO_REPORT.key:
            yield paragraph("ยังไม่มีรายงานผลของมาตรการเหล่านี้ จึงไม่นับว่าทำแล้วหรือยังไม่ได้ทำ")
        yield paragraph(f"มาตรการที่มีสถานะนี้มี {speech.digits(found.count)} มาตรการ")
        yield found.table
    elif not found.reports:
        yield paragraph("ไม่มีมาตรการที่มีสถานะนี้", "absent")
    if found.older:
        yield Heading("ปีก่อนหน้านั้น", "older")
        yield Entries(tuple(word_count(one.link, one.count, speech) for one in found.older))
    if found.reports:
        yield Heading("รายการในรายงานผล", "reports")
        yield paragraph("รายงานเหล่านี้ไม่ได้อ้างถึงมาตรการในเว็บไซต์นี้")
        yield Entries(tuple((one,) for one in found.reports))
