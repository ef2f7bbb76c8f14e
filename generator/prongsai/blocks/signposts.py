"""Links that lead on: lists of pages, notes at old addresses, and what a page says of that which left it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from prongsai import addresses
from prongsai.blocks.block import Block, Entries, Facts, Heading, Paragraph, Piece, link, paragraph
from prongsai.views.content import Part, Phrase, fact
from prongsai.views.speech import Speech

Entry = tuple[str, str]  # title, path


@dataclass(frozen=True)
class PageList:
    """The `count` pages of one kind: those that a list names, or else the list of their own at `elsewhere`."""

    kind: str
    count: int
    entries: tuple[Entry, ...] = ()
    elsewhere: str = ""


def list_blocks(kinds: Iterable[PageList], speech: Speech, following: str = "") -> Iterator[Block]:
    """A list of pages by kind, and the link to the `following` list of the same kind."""
    for one in kinds:
        title = addresses.HEADINGS[one.kind]
        yield Heading(title, f"kind-{one.kind}")
        if one.entries:
            named = Entries(tuple((Phrase(title, href=path),) for title, path in one.entries))
            yield Piece("page-list", {"entries": one.entries}, (named,))
        else:
            others = Phrase(f"ดูรายชื่อหน้า{title} ทั้งหมด", href=one.elsewhere)
            yield Paragraph((others, Phrase(f" {speech.digits(one.count)} หน้า")))
    if following:
        yield link("ดูรายชื่อชุดต่อไป", following)


def search_blocks(lists: Iterable[Entry], speech: Speech) -> Iterator[Block]:
    """The form of the search, and the lists of pages that lead on where no script runs."""
    ids = ("form", "words", "filters", "count", "near", "results", "more")
    numerals = "thai" if speech.thai else "arabic"
    yield Piece("search-form", {"numerals": numerals}, ids=tuple(f"search-{one}" for one in ids))
    yield Heading("รายชื่อหน้าทั้งหมด", "lists")
    yield paragraph("ดูรายชื่อหน้าแยกตามปีและชนิดของหน้าได้จากลิงก์ต่อไปนี้")
    yield Entries(tuple((Phrase(title, href=path),) for title, path in lists))


@dataclass(frozen=True)
class Old:
    """The former content of an old address: what it was, and since when and why it is no longer there, in words.

    `target` is where it is now, or what is nearest to it, `title` what that is called; both may be empty.
    """

    name: str
    day: str
    reason: str
    title: str
    target: str


def moved_blocks(old: Old) -> Iterator[Block]:
    """The page at an address whose content is elsewhere now."""
    yield paragraph(f"เนื้อหาที่เคยอยู่ที่ {old.name} ย้ายไปแล้ว{f'เมื่อวันที่ {old.day}' if old.day else ''}")
    yield Paragraph((Phrase(f"ไปที่ {old.title}", href=old.target),), "lead")


def withdrawn_blocks(old: Old) -> Iterator[Block]:
    """The page at an address whose content was withdrawn."""
    yield paragraph(f"หน่วยงานถอนเนื้อหาที่เคยอยู่ที่ {old.name} ออกจากเว็บไซต์แล้ว")
    yield Facts((fact("วันที่ถอน", old.day), fact("เหตุผล", old.reason)))
    yield link(f"ไปที่ {old.title}", old.target)


def left_blocks(left: Sequence[Old]) -> Iterator[Block]:
    """Parts that left a page that remains, each at the id by which it was found; one without a target was withdrawn."""
    yield Heading("สิ่งที่ย้ายหรือถอนออกจากหน้านี้", "moved")
    entries = tuple((one.name, tuple(_word_left(one))) for one in left)
    said = Entries(tuple(parts for _, parts in entries))
    yield Piece("old-ids", {"entries": entries}, (said,), tuple(one.name for one in left))


def _word_left(old: Old) -> Iterator[Part]:
    if old.target:
        yield Phrase(f"#{old.name} ย้ายไปที่ ")
        yield Phrase(old.title, href=old.target)
    else:
        yield Phrase(f"#{old.name} ถอนออกเมื่อวันที่ {old.day} เหตุผล: {old.reason}")
