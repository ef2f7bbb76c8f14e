"""Years, indicators and changes across the years."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from prongsai import addresses
from prongsai.analysis.results import Results
from prongsai.blocks.block import (
    Block,
    Entries,
    Heading,
    Meanings,
    Picture,
    Piece,
    link,
    paragraph,
    paragraphs,
    pictured_table,
)
from prongsai.blocks.lines import Line, text_lines
from prongsai.blocks.strips import headed
from prongsai.blocks.two_years import choices
from prongsai.model.edition import Edition
from prongsai.thai.dates import BuddhistDate
from prongsai.views import year, year_tables
from prongsai.views.assessment import explain_instruments
from prongsai.views.charts.indicator_lineage import aims_at, lineage_chart, lineage_table
from prongsai.views.charts.years import indicator_chart, year_scores_table, years_chart
from prongsai.views.content import Answer, Phrase, Table, fact
from prongsai.views.lifetimes import tell_predecessors
from prongsai.views.measures.basis import word_no_measure
from prongsai.views.measures.lists import MOST_ROWS
from prongsai.views.names import indicator_phrase
from prongsai.views.scores import tables as score_tables
from prongsai.views.scores.answer import indicator_answer
from prongsai.views.scores.over_years import indicators_over_years
from prongsai.views.speech import Speech
from prongsai.views.two_years import pairs_of
from prongsai.views.updates import Update


def years_blocks(results: Results, speech: Speech) -> Iterator[Block]:
    """The results of all years, and where those of the agencies are that this one is made of."""
    yield _rows(year_tables.years_table(results, speech), "ผลการประเมิน", speech)
    yield from paragraphs(year_tables.doubts_of_years(results, speech), "aside")
    if picture := years_chart(results, speech):
        yield Picture(picture, year_scores_table(results, speech))
    if pairs := pairs_of(results):
        yield Heading("เทียบสองปี", "compare")
        yield choices(pairs, speech)
    if results.site.agency.predecessors:
        yield Heading("ผลการประเมินก่อนรวมหน่วยงาน", "predecessors")
        yield Entries(tuple(tell_predecessors(results.site.agency, speech)))


def indicators_blocks(results: Results, numbers: dict[str, Edition], speech: Speech) -> Iterator[Block]:
    """The scores of all indicators over the years."""
    table = indicators_over_years(results, numbers, speech)
    if len(table.columns) > 1:
        yield _rows(table, "คะแนนรายตัวชี้วัด", speech)
        return
    yield paragraph(speech.no_data("คะแนนรายตัวชี้วัด"), "absent")
    yield Entries(tuple((indicator_phrase(edition, number, speech),) for number, edition in numbers.items()))


def _rows(table: Table, what: str, speech: Speech) -> Block:
    """The table, or where it has no row that nothing is known."""
    return table if table.rows else paragraph(speech.no_data(what), "absent")


def indicator_blocks(results: Results, number: str, edition: Edition, speech: Speech) -> Iterator[Block]:
    """An indicator: its newest score, what it asks, its scores, where it is a weakness, and the measures for it."""
    yield from headed(indicator_answer(results, number, speech), _indicator(results, number, edition, speech))


def _indicator(results: Results, number: str, edition: Edition, speech: Speech) -> Iterator[Block]:
    code = edition.indicators[number].instrument
    if code in edition.instruments:
        yield paragraph(f"ตัวชี้วัดนี้อยู่ใน {code} {edition.instruments[code].name}")
    yield Meanings(explain_instruments(edition, (code,)))
    table, chart = score_tables.indicator_table(results, number, speech), indicator_chart(results, number, speech)
    yield Picture(chart, table) if chart else _rows(table, "คะแนนของตัวชี้วัดนี้", speech)
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
        years = [year for year, result in results.years.items() if number in result.year.edition.indicators]
        yield paragraph(word_no_measure(results, years, "ตัวชี้วัดนี้", speech), "absent")
        return
    yield pictured_table(lineage_chart(results, number, shown, speech), lineage_table(shown, speech))
    if len(aims) > len(shown):
        yield link("มาตรการของปีก่อนหน้านี้อยู่ในหน้ามาตรการทุกปี", addresses.ALL_MEASURES)


MOST_BYTES = 24_000  # of sentences on a page, so that it stays light with its frame around it


def updates_blocks(
    updates: Sequence[Update], speech: Speech, feed_of: str | None, years: Iterable[int] = ()
) -> Iterator[Block]:
    """The updates as far as a page can hold them, the newest first, and the pages of the `years`.

    `feed_of` is the page whose feed has them, None where there are no feeds.
    """
    found = _updates(updates, speech, feed_of, years)
    yield from headed(_newest(updates, speech), found) if updates else found


def _newest(updates: Sequence[Update], speech: Speech) -> Answer:
    """The newest publication with what it changed, and since when there were how many."""
    days = [*dict.fromkeys(one.day for one in updates)]
    kinds = (addresses.KINDS[addresses.subject_of(one.href).kind] for one in updates if one.day == days[0])
    headings = Counter(addresses.HEADINGS.get(kind.heading, "เว็บไซต์") for kind in kinds)
    told = (speech.digits(f"{name} {count} เรื่อง") for name, count in headings.items())
    since = f"{speech.digits(len(days))} ครั้ง ตั้งแต่วันที่ {speech.date(days[-1])}"
    said = Phrase(f"เปลี่ยนแปลงล่าสุดวันที่ {speech.date(days[0])}")
    return Answer((said,), (fact("ครั้งล่าสุด", ", ".join(told)), fact("ทั้งหมด", since)))


def _updates(updates: Sequence[Update], speech: Speech, feed_of: str | None, years: Iterable[int]) -> Iterator[Block]:
    if not updates:
        yield paragraph("ยังไม่มีบันทึกการเผยแพร่ การเปลี่ยนแปลงจะแสดงในหน้านี้เมื่อเผยแพร่เว็บไซต์แล้ว", "absent")
    else:
        yield paragraph("รายการนี้ได้จากการเทียบข้อมูลที่เผยแพร่แต่ละครั้งกับข้อมูลที่เผยแพร่ครั้งก่อน")
        yield from _days(updates, speech)
    links = [Phrase(speech.fiscal_year(year), href=addresses.section_path(year, "updates")) for year in years]
    if links:
        yield Heading("การเปลี่ยนแปลงของแต่ละปี", "by-year")
        yield Entries(tuple((link,) for link in links))
    if updates:
        yield Heading("ติดตามการเปลี่ยนแปลง", "follow")
        yield from _feeds(feed_of)


def _days(updates: Sequence[Update], speech: Speech) -> Iterator[Block]:
    shown = _fitting(updates)
    for day, of_day in groupby(shown, key=lambda one: one.day):
        yield Heading(f"เผยแพร่เมื่อวันที่ {speech.date(day)}", _anchor(day), short=speech.date(day))
        listed = tuple(of_day)
        yield Piece("updates", {"updates": listed}, (Entries(tuple(line for one in listed for line in _lines(one))),))
    if left := len(updates) - len(shown):
        yield paragraph(f"และการเปลี่ยนแปลงก่อนหน้านั้นอีก {speech.digits(left)} รายการ")


def _lines(one: Update) -> Iterator[Line]:
    yield (Phrase(one.text, href=one.href),)
    yield from text_lines((one.about, *((*one.points, one.left) if one.points else ())))


def _anchor(day: BuddhistDate) -> str:
    return f"d{day.in_digits()}"


def _feeds(feed_of: str | None) -> Iterator[Block]:
    if feed_of is None:
        yield paragraph("ยังไม่มีฟีดให้ติดตาม เพราะยังไม่ได้ระบุที่อยู่ของเว็บไซต์นี้", "absent")
        return
    yield paragraph("โปรแกรมอ่านฟีดจะแจ้งเมื่อมีการเปลี่ยนแปลง โดยไม่ต้องสมัครสมาชิก")
    feeds = (("Atom", addresses.feed_path(feed_of)), ("JSON Feed", addresses.feed_path(feed_of, "json")))
    yield Entries(tuple((Phrase(f"ฟีด {name}", href=path),) for name, path in feeds))


def _fitting(updates: Sequence[Update]) -> list[Update]:
    """The newest updates that a page can hold, and never none of some."""
    shown: list[Update] = []
    size = 0
    for update in updates:
        size += _weight(update)
        if size > MOST_BYTES and shown:
            break
        shown.append(update)
    return shown


def _weight(update: Update) -> int:
    """The most bytes of HTML that an update takes: a mark in a text becomes a reference of up to six."""
    texts = (update.text, update.about, update.left, *update.points)
    marks = sum(not c.isalnum() and not c.isspace() for text in texts for c in text if c.isascii())
    return sum(len(text.encode()) for text in texts) + 5 * marks + 120 + 10 * len(texts)
