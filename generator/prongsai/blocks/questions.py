"""What people asked and how it was answered: of a year, and across the years."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai import addresses
from prongsai.blocks.block import Block, Entries, Heading, Paragraph, Piece, paragraph
from prongsai.model.site import FiscalYear, Site
from prongsai.views.content import Part, Phrase
from prongsai.views.questions import QuestionShown, newest_first, word_count
from prongsai.views.speech import Speech

NEWEST = 10  # questions shown in full on the page across years


def questions_blocks(own: FiscalYear, shown: tuple[QuestionShown, ...], speech: Speech) -> Iterator[Block]:
    """Those questions of a year that a page has room for, each at its fragment."""
    yield paragraph(f"{word_count(own, speech)} เว็บไซต์นี้ไม่เก็บและไม่แสดงชื่อผู้ถาม")
    for one in shown:
        yield Heading(one.text, one.anchor)
        yield _question(one)


def all_questions_blocks(years: list[FiscalYear], site: Site, speech: Speech) -> Iterator[Block]:
    """The years with questions, of which the first has its newest ones in full."""
    for own in years:
        name, path = speech.fiscal_year(own.year), addresses.questions_path(own.year)
        yield Heading(name, f"y{own.year}")
        every = Phrase(f"ดูคำถามทุกข้อของ{name}", href=path)
        yield Paragraph((Phrase(f"{word_count(own, speech)} "), every))
        for one in newest_first(own, site, speech)[:NEWEST] if own is years[0] else ():
            yield _question(one, Phrase(one.text, href=one.href))


def _question(one: QuestionShown, title: Phrase | None = None) -> Piece:
    """A question with its answer; with a title it stands away from its own place, to which that leads."""
    facts, answer = tuple(_facts(one)), "คำตอบ"
    paragraphs = tuple((Phrase(part.text), part.points) for part in one.answer)
    more = (Phrase("อ่านเพิ่มเติม "), one.link) if one.link else ()
    view = {
        "title": title,
        "facts": facts,
        "answer": answer,
        "state": one.state,
        "paragraphs": paragraphs,
        "more": more,
    }
    said = ((text, points) if points else (text,) for text, points in paragraphs)
    named = (Heading(title.text, level=2),) if title else ()
    return Piece("question", view, (*named, Entries((facts, (Phrase(answer),), (one.state,), *said, more))))


def _facts(one: QuestionShown) -> Iterator[Part]:
    yield Phrase(one.asked)
    if one.unit:
        yield from (Phrase(" · หน่วยงานที่รับเรื่อง "), one.unit)
    for phrase in one.about:
        yield from (Phrase(" · เรื่อง "), phrase)
