"""All links of the registers to other websites: how many there are, those of each status, and what each unit has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from prongsai import addresses
from prongsai.blocks.block import Block, Entries, Heading, Paragraph, link_if_there, paragraph
from prongsai.model.oit import CheckWindow
from prongsai.views.content import Part, Phrase
from prongsai.views.links.listed import LinkUse, ListedLink, by_unit, count_statuses, items_of, last_check
from prongsai.views.links.states import LINK_STATUSES, LinkStatus, word_span
from prongsai.views.links.tables import counts_table, links_table
from prongsai.views.speech import Speech
from prongsai.wording.terms import LINK_GRADES


@dataclass(frozen=True)
class Listing:
    """The links of some years that a page lists; it has room for the first `shown` of them.

    The page of a year has the data of all its links, others lead to the pages of the years.
    """

    years: tuple[int, ...]
    uses: Sequence[LinkUse]
    links: Sequence[ListedLink]
    shown: int
    is_whole_year: bool = False

    @property
    def has_several_years(self) -> bool:
        """True if the links are of more than one year, so that each names its own."""
        return len({use.year for use in self.uses}) > 1

    def of(self, status: LinkStatus) -> tuple[list[ListedLink], list[ListedLink]]:
        """The links of one status: those for which there is room, and the rest."""
        shown, rest = self.links[: self.shown], self.links[self.shown :]
        return [one for one in shown if one.status == status], [one for one in rest if one.status == status]


def overview_blocks(
    uses: Mapping[int, Sequence[LinkUse]], newest: Listing, units: Iterable[str], speech: Speech
) -> Iterator[Block]:
    """The number of links of each year, and the links of the newest years; the years come newest first."""
    yield from _counts([use for found in uses.values() for use in found], speech)
    yield Heading("แยกตามปี", "years")
    groups = [
        (Phrase(f"ปี {speech.digits(year)}", href=addresses.links_path(year)), found) for year, found in uses.items()
    ]
    yield counts_table("years", "จำนวนลิงก์ของแต่ละปี", "ปีงบประมาณ", groups, speech)
    said = f"รายการต่อไปนี้เป็นลิงก์ของปี {' และ '.join(speech.digits(year) for year in newest.years)}"
    has_older = len(uses) > len(newest.years)
    yield paragraph(f"{said} ลิงก์ของปีก่อนหน้านั้นอยู่ในหน้าของแต่ละปี" if has_older else said)
    yield from _listed(newest, units, speech)


def year_blocks(listing: Listing, window: CheckWindow | None, units: Iterable[str], speech: Speech) -> Iterator[Block]:
    """The links of one year, and where all of them are to be had."""
    yield from _counts(listing.uses, speech)
    if window:
        yield paragraph(f"ช่วงตรวจประเมินตามที่หน่วยงานระบุ {word_span((window.first, window.last), speech)}")
    yield from _listed(listing, units, speech)
    [year] = listing.years
    yield Heading("ข้อมูลทุกลิงก์พร้อมเหตุผล", "data")
    csv = Phrase("แฟ้ม CSV สำหรับโปรแกรมตาราง", href=addresses.links_data_path(year, "csv"))
    json = Phrase("แฟ้ม JSON สำหรับโปรแกรม", href=addresses.links_data_path(year, "json"))
    yield Entries(((csv,), (json,)))


def withheld_blocks(years: Iterable[int], speech: Speech) -> Iterator[Block]:
    """The place of the links of the answers, where their state is the agency's own business."""
    yield paragraph("ลิงก์ของคำตอบแต่ละข้ออยู่ในหน้าต่อไปนี้")
    named = ((f"ข้อ OIT {speech.fiscal_year(year)}", addresses.section_path(year, "oit")) for year in years)
    yield Entries(tuple((Phrase(name, href=path),) for name, path in named))


def _counts(uses: Sequence[LinkUse], speech: Speech) -> Iterator[Block]:
    """The number of links of each status, and the day on which they were last checked."""
    counts, day = count_statuses(uses), last_check(uses)
    if not counts:
        yield paragraph("ทะเบียนคำตอบยังไม่มีลิงก์ไปยังเว็บไซต์อื่น", "absent")
        return
    said = f"ทะเบียนคำตอบ OIT มีลิงก์ไปยังเว็บไซต์อื่น {speech.digits(counts.total())} ลิงก์"
    yield paragraph(f"{said} โปรแกรมตรวจล่าสุดวันที่ {speech.date(day)}" if day else said)
    words = (speech.digits(f"{LINK_GRADES[one]} {counts[one]} ลิงก์") for one in LINK_STATUSES if counts[one])
    yield Entries(tuple((Phrase(text),) for text in words), "counts")


def _listed(listing: Listing, units: Iterable[str], speech: Speech) -> Iterator[Block]:
    """The links by status and their counts by unit; every page has every heading, so that its address lasts."""
    for status in LINK_STATUSES:
        yield Heading(LINK_GRADES[status], status.replace("_", "-"))
        yield from _of_status(listing, status, speech)
    yield Heading("แยกตามหน่วยงาน", "units")
    yield counts_table("units", "จำนวนลิงก์ของแต่ละหน่วยงาน", "หน่วยงาน", by_unit(listing.uses, units), speech)


def _of_status(listing: Listing, status: LinkStatus, speech: Speech) -> Iterator[Block]:
    rows, rest = listing.of(status)
    if rows:
        yield links_table(status, rows, speech, with_year=listing.has_several_years)
    if rest:
        count = f"{'และอีก' if rows else 'มี'} {speech.digits(len(rest))} ลิงก์"
        yield Paragraph((Phrase(f"{count} "), *_where_the_rest_is(listing, rest)))
    elif not rows:
        yield paragraph("ไม่มี", "absent")


def _where_the_rest_is(listing: Listing, rest: Sequence[ListedLink]) -> Iterator[Part]:
    if listing.is_whole_year:
        yield Phrase("ในข้อ ")
        yield from (link_if_there(one.text, one.href) for one in items_of(rest))
        yield Phrase("ดูทุกลิงก์ได้ในแฟ้ม CSV ท้ายหน้านี้")
    else:
        yield Phrase("ดูได้ในหน้าของแต่ละปี")
