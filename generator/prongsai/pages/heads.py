"""What stands in the head of each page for those who find it elsewhere: a title and a description of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from prongsai.pages.page import Page
from prongsai.thai.line_breaks import shortened
from prongsai.views.speech import Speech

LONGEST_ABOUT = 300  # characters of a description; search engines show less


def with_heads(pages: Iterable[Page], speech: Speech) -> Iterator[Page]:
    """The pages with titles that name the year and are told apart, and with descriptions of a fair length.

    Where a document gives two things the same name, their heads say which of them it is.
    """
    planned = tuple(pages)
    heads = [_head(page, speech) for page in planned]
    abouts = [shortened(page.description, LONGEST_ABOUT) for page in planned]
    for page, head, about in zip(planned, _told_apart(heads, speech), _told_apart(abouts, speech), strict=True):
        meta = page.meta if head == page.title else {"head": head, **page.meta}
        yield replace(page, description=about, meta=meta)


def _head(page: Page, speech: Speech) -> str:
    if page.year is None or speech.digits(page.year) in page.title:
        return page.title
    return f"{page.title} {speech.fiscal_year(page.year)}"


def _told_apart(texts: list[str], speech: Speech) -> Iterator[str]:
    """The texts, with a number behind each of those that are equal."""
    counts, met = Counter(texts), Counter[str]()
    for text in texts:
        met[text] += 1
        place = f"รายการที่ {met[text]} จาก {counts[text]} รายการที่ใช้ชื่อเดียวกัน"
        yield text if counts[text] == 1 else f"{text} ({speech.digits(place)})"
