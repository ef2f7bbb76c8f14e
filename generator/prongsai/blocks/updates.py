"""What changed between publications, by day, and where to follow it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from prongsai import addresses
from prongsai.blocks.block import Block, Entries, Heading, Piece, paragraph
from prongsai.blocks.lines import Line, text_lines
from prongsai.thai.dates import BuddhistDate
from prongsai.views.content import Phrase
from prongsai.views.speech import Speech
from prongsai.views.updates import Update

MOST_BYTES = 24_000  # of sentences on a page, so that it stays light with its frame around it


def updates_blocks(
    updates: Sequence[Update], speech: Speech, feed_of: str | None, years: Iterable[int] = ()
) -> Iterator[Block]:
    """The updates as far as a page can hold them, the newest first, and the pages of the `years`.

    `feed_of` is the page whose feed has them, None where there are no feeds.
    """
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
        yield Heading(f"เผยแพร่เมื่อวันที่ {speech.date(day)}", _anchor(day))
        listed = tuple(of_day)
        yield Piece("updates", {"updates": listed}, (Entries(tuple(line for one in listed for line in _lines(one))),))
    if left := len(updates) - len(shown):
        yield paragraph(f"และการเปลี่ยนแปลงก่อนหน้านั้นอีก {speech.digits(left)} รายการ")


def _lines(one: Update) -> Iterator[Line]:
    yield (Phrase(one.text, href=one.href),)
    yield from text_lines((one.about, *((*one.points, one.left) if one.points else ())))


def _anchor(day: BuddhistDate) -> str:
    return f"d{day.year}-{day.month:02d}-{day.day:02d}"


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
    """How many bytes of HTML an update takes at most: a mark in a text becomes a reference of up to six."""
    texts = (update.text, update.about, update.left, *update.points)
    marks = sum(not c.isalnum() and not c.isspace() for text in texts for c in text if c.isascii())
    return sum(len(text.encode()) for text in texts) + 5 * marks + 120 + 10 * len(texts)
