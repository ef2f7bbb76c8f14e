"""How to reach the agency, and what it asks of the public: to answer its survey, and to report corruption."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.blocks.block import Block, Facts, Heading, Paragraph, Piece, paragraph
from prongsai.model.agency import Agency
from prongsai.model.stated import known
from prongsai.views.ask import channel_fact
from prongsai.views.content import NamedFact, Phrase, fact
from prongsai.views.speech import Speech
from prongsai.views.survey import show_complaints, show_survey


def contact_blocks(agency: Agency, speech: Speech) -> Iterator[Block]:
    """What is known of the agency, its channels, how corruption is reported, and the survey."""
    yield Facts(tuple(_facts(agency, speech)))
    yield Heading("ช่องทางติดต่อ", "channels")
    if channels := known(agency.channels):
        yield Facts(tuple(map(channel_fact, channels)))
    else:
        yield Paragraph(speech.stated(agency.channels))
    yield from complaints_blocks(agency)
    yield from survey_blocks(agency, speech)


def can_be_reached(agency: Agency) -> bool:
    """Whether more than the name of the agency is known."""
    facts = (agency.type, agency.district, agency.province, agency.address, agency.main_website, agency.channels)
    return any(known(one) for one in facts) or bool(agency.eit_survey or agency.complaints)


def _facts(agency: Agency, speech: Speech) -> Iterator[NamedFact]:
    website = known(agency.main_website)
    yield fact("ชื่อหน่วยงาน", *speech.stated(agency.name))
    yield fact("ประเภท", *speech.stated(agency.type))
    yield fact("อำเภอ", *speech.stated(agency.district))
    yield fact("จังหวัด", *speech.stated(agency.province))
    yield fact("ที่ตั้ง", *speech.stated(agency.address))
    yield NamedFact("เว็บไซต์หลัก", (Phrase(website, href=website),) if website else speech.stated(agency.main_website))


def invitation_blocks(agency: Agency, speech: Speech) -> Iterator[Block]:
    """What the agency asks of the public, where it states it."""
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
    """How corruption is reported; nothing where the agency states it not."""
    if shown := show_complaints(agency.complaints):
        secrecy = "การรักษาความลับ"
        kept = (paragraph(f"{secrecy} {shown.confidentiality}"),) if shown.confidentiality else ()
        said = (Heading(shown.title, "complaints"), paragraph(shown.text), Facts(shown.channels), *kept)
        yield Piece("complaints", {"complaints": shown, "secrecy": secrecy}, said)
