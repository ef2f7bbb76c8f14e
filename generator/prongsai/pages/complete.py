"""What a planned page is completed with: its head, its day, what it was made from, and what was asked about it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from prongsai.addresses import KINDS
from prongsai.pages.page import Page
from prongsai.pages.site_scope import SiteScope
from prongsai.thai.dates import BuddhistDate
from prongsai.thai.line_breaks import shortened
from prongsai.views.ask import AskedPage, ask_about, permanent_address
from prongsai.views.provenance import document_words
from prongsai.views.speech import Speech

LONGEST_NAME = 60  # characters; Thai letters take nine each in an address, and mail programs end one at 2,000
MOST_QUESTIONS = 20  # listed on a page; all of them stand on the page of questions
MOST_LETTERS = 120  # of titles in the line below a page; the pages of the years have them whole
LONGEST_ABOUT = 300  # characters of a description; search engines show less


def with_asking(page: Page, scope: SiteScope) -> Page:
    """The page with its questions and with the ways to ask, where it is about one thing."""
    kind = KINDS[page.subject.kind]
    if not (kind.can_ask or kind.asked):
        return page
    found = scope.questions.get(page.subject, ()) if kind.asked else ()
    topic = AskedPage(_name_topic(page), permanent_address(scope.site, page.path))
    ask = ask_about(scope.site, scope.speech, topic) if kind.can_ask else None
    view = {"asked": found[:MOST_QUESTIONS], "more_asked": len(found) > MOST_QUESTIONS, "ask": ask}
    return replace(page, view={**page.view, **view})


def _name_topic(page: Page) -> str:
    """The title of a page, or where it is too long for the subject of a letter its short name with where it stands."""
    if len(page.title) <= LONGEST_NAME:
        return page.title
    above = [title for title, _ in page.crumbs]
    short = page.short if page.short and len(page.short) <= LONGEST_NAME else "".join(above[-1:])
    return f"{short} {''.join(above[:1])}".strip() or "หน้าเว็บไซต์"


def with_documents(pages: Iterable[Page], scope: SiteScope) -> tuple[Page, ...]:
    """The pages with the documents behind them; what the officer alone reads names the data files instead."""
    if scope.site.for_officer:
        return tuple(replace(page, names_files=True) for page in pages)
    return tuple(replace(page, documents=_documents(page, scope)) for page in pages)


def _documents(page: Page, scope: SiteScope) -> tuple[str, ...]:
    words = document_words(scope.site, page.made_from, scope.speech)
    counted = scope.speech.digits(f"เอกสาร {len(words)} ฉบับตามรายการในหน้าของแต่ละปี")
    return words if len("".join(words)) <= MOST_LETTERS else (counted,)


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


def with_day(page: Page, stated: Mapping[str, BuddhistDate], changed: Mapping[str, BuddhistDate]) -> Page:
    """The page with the newest of its days in the Common Era; a page whose data has no date says none.

    `stated` are the days by data file, or by page where a page shows one thing, `changed` those by page.
    """
    of_files = (stated[file] for file in page.made_from if file in stated)
    own = [stated[page.path]] if page.path in stated else [*of_files]
    days = [*own, changed[page.path]] if page.path in changed else own
    return replace(page, meta={**page.meta, "updated": max(days).isoformat()}) if days else page
