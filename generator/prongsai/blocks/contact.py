"""Asking the agency: its channels and survey, and the questions that it answered."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai import addresses
from prongsai.blocks.block import Block, Entries, Facts, Heading, Paragraph, Piece, paragraph
from prongsai.model.agency import Agency
from prongsai.model.site import FiscalYear, Site
from prongsai.model.stated import known
from prongsai.views.ask import channel_fact, show_complaints, show_survey
from prongsai.views.content import NamedFact, Part, Phrase, fact
from prongsai.views.lifetimes import tell_agency
from prongsai.views.questions import QuestionShown, newest_first, word_count
from prongsai.views.speech import Speech


def contact_blocks(agency: Agency, speech: Speech) -> Iterator[Block]:
    """The known facts of the agency, its channels, how corruption is reported, and the survey."""
    yield Facts(tuple(_facts(agency, speech)))
    if past := tuple(tell_agency(agency, speech)):
        yield Heading("ความเป็นมาของหน่วยงาน", "history")
        yield Entries(past)
    yield Heading("ช่องทางติดต่อ", "channels")
    if channels := known(agency.channels):
        yield Facts(tuple(map(channel_fact, channels)))
    else:
        yield Paragraph(speech.stated(agency.channels))
    yield from complaints_blocks(agency)
    yield from survey_blocks(agency, speech)


def can_be_reached(agency: Agency) -> bool:
    """True if more than the name of the agency is known."""
    facts = (agency.type, agency.district, agency.province, agency.address, agency.main_website, agency.channels)
    others = (agency.eit_survey, agency.complaints, agency.names, agency.predecessors, agency.successor)
    return any(known(one) for one in facts) or any(others)


def _facts(agency: Agency, speech: Speech) -> Iterator[NamedFact]:
    website = known(agency.main_website)
    yield fact("ชื่อหน่วยงาน", *speech.stated(agency.name))
    yield fact("ประเภท", *speech.stated(agency.type))
    yield fact("อำเภอ", *speech.stated(agency.district))
    yield fact("จังหวัด", *speech.stated(agency.province))
    yield fact("ที่ตั้ง", *speech.stated(agency.address))
    yield NamedFact("เว็บไซต์หลัก", (Phrase(website, href=website),) if website else speech.stated(agency.main_website))


def invitation_blocks(agency: Agency, speech: Speech) -> Iterator[Block]:
    """The agency's requests to the public, where it states any."""
    yield from survey_blocks(agency, speech)
    yield from complaints_blocks(agency)


def survey_blocks(agency: Agency, speech: Speech) -> Iterator[Piece]:
    """The survey that the public answers; nothing where the agency states none."""
    if shown := show_survey(agency.eit_survey, speech):
        invitation = "ประชาชนและผู้ที่มาติดต่อตอบแบบวัดได้ด้วยตนเอง เพื่อให้หน่วยงานปรับปรุงการให้บริการ"
        view = {
            "survey": shown,
            "invitation": invitation,
            "code": f"คิวอาร์โค้ดไปยัง{shown.title} ที่ {shown.url}",
        }
        address = Paragraph((Phrase(shown.url, href=shown.url),))
        said = (paragraph(invitation), paragraph(shown.open), address, paragraph(shown.note))
        yield Piece("survey", view, (Heading(shown.title, "survey"), *said))


def complaints_blocks(agency: Agency) -> Iterator[Piece]:
    """The ways to report corruption; nothing where the agency does not state them."""
    if shown := show_complaints(agency.complaints):
        secrecy = "การรักษาความลับ"
        kept = (paragraph(f"{secrecy} {shown.confidentiality}"),) if shown.confidentiality else ()
        said = (Heading(shown.title, "complaints"), paragraph(shown.text), Facts(shown.channels), *kept)
        yield Piece("complaints", {"complaints": shown, "secrecy": secrecy}, said)


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
    """A question with its answer; with a title it is away from its own place, to which that leads."""
    facts, answer = tuple(_question_facts(one)), "คำตอบ"
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


def _question_facts(one: QuestionShown) -> Iterator[Part]:
    yield Phrase(one.asked)
    if one.unit:
        yield from (Phrase(" · หน่วยงานที่รับเรื่อง "), one.unit)
    for phrase in one.about:
        yield from (Phrase(" · เรื่อง "), phrase)
