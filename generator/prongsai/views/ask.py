"""Words for asking the agency about a page, its EIT survey and its ways to report corruption."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote

from prongsai.model.agency import Channel, Complaints, Survey
from prongsai.model.site import Site
from prongsai.model.stated import Absence, known
from prongsai.thai.numerals import to_arabic
from prongsai.views.content import NamedFact, Phrase, fact
from prongsai.views.links.states import word_span
from prongsai.views.speech import Speech
from prongsai.wording.terms import CHANNELS

PAGE = "{page}"  # in a web channel: the permanent address of the page that is asked about
_LINE_ID = re.compile(r"@[A-Za-z0-9._-]+")
# What follows the first number of a telephone channel: an extension, or a second number.
_AFTER_NUMBER = re.compile(r"ต่อ|ext|ถึง|หรือ|และ|[,;/#]", re.IGNORECASE)


@dataclass(frozen=True)
class AskedPage:
    """The page asked about: its name for the subject of a letter, and its permanent address."""

    name: str
    address: str


@dataclass(frozen=True)
class Ask:
    """The channels to ask about a topic; `is_own` is false where the site is not the agency's own."""

    topic: AskedPage
    known_channels: tuple[Channel, ...]
    absent: Phrase
    is_own: bool
    agency: str

    @property
    def channels(self) -> tuple[NamedFact, ...]:
        """The channels, written out where the page is: most who plan it ask only whether it can be asked about."""
        return tuple(channel_fact(channel, self.topic) for channel in self.known_channels)

    @property
    def address(self) -> str:
        """The permanent address of the page that is asked about."""
        return self.topic.address


def permanent_address(site: Site, path: str) -> str:
    """The full address of a page, or its path on the host where the site's address is not known."""
    base = site.options.site_url or site.options.base_path
    return f"{base.rstrip('/')}{path}"


def ask_about(site: Site, speech: Speech, topic: AskedPage) -> Ask:
    """The channels to ask about a topic."""
    channels, agency = site.agency.channels, known(site.agency.name) or "หน่วยงาน"
    absent = speech.stated(channels)[0] if isinstance(channels, Absence) else speech.missing()
    return Ask(
        topic,
        known_channels=tuple(known(channels) or ()),
        absent=absent if isinstance(absent, Phrase) else speech.missing(),
        is_own=not site.options.from_document,
        agency=agency,
    )


def channel_fact(channel: Channel, topic: AskedPage | None = None) -> NamedFact:
    """A channel with its links; a letter or a message about a topic begins with its name and address."""
    shown = channel.value.partition("?")[0].replace(PAGE, "") if PAGE in channel.value else channel.value
    phrases = [Phrase(shown, href=channel_href(channel, topic))]
    if topic is not None and channel.kind == "line" and _LINE_ID.fullmatch(channel.value):
        text = _encoded(f"สอบถามเรื่อง {topic.name} {topic.address}")
        href = f"https://line.me/R/oaMessage/{_encoded(channel.value)}/?{text}"
        phrases += [Phrase(" "), Phrase("เขียนข้อความพร้อมที่อยู่ของหน้านี้ (บนโทรศัพท์)", href=href)]
    return fact(channel.label or CHANNELS[channel.kind], *phrases)


def channel_href(channel: Channel, topic: AskedPage | None = None) -> str:
    """The address of a channel; empty for one that is only read, such as a postal address.

    Telephone numbers are dialled without an extension. Source for LINE: LINE Developers, "LINE URL scheme".
    """
    value = channel.value
    if channel.kind == "phone":
        number = re.sub(r"[^0-9+]", "", _AFTER_NUMBER.split(to_arabic(value))[0])
        return f"tel:{number}" if number else ""
    if channel.kind == "email":
        return f"mailto:{value}{_letter(topic) if topic else ''}"
    if channel.kind == "line" and _LINE_ID.fullmatch(value):
        return f"https://line.me/R/ti/p/{_encoded(value)}"
    if not value.startswith(("https://", "http://")):
        return ""
    return value.replace(PAGE, _encoded(topic.address) if topic else "")


def report_address(site: Site) -> str:
    """The address by which a fault of a page is reported, with {page} where the page's own address goes, coded.

    Empty where the agency has no channel that can carry an address, and where the site is not its own.
    """
    if site.options.from_document:
        return ""
    channels = tuple(known(site.agency.channels) or ())
    return next((found for make in _REPORTS for one in channels if (found := make(one))), "")


def _by_letter(channel: Channel) -> str:
    return f"mailto:{channel.value}?subject={_REPORTED}{PAGE}" if channel.kind == "email" else ""


def _by_form(channel: Channel) -> str:
    return channel.value if PAGE in channel.value and channel.value.startswith(("https://", "http://")) else ""


def _by_message(channel: Channel) -> str:
    is_account = channel.kind == "line" and _LINE_ID.fullmatch(channel.value)
    return f"https://line.me/R/oaMessage/{_encoded(channel.value)}/?{_REPORTED}{PAGE}" if is_account else ""


_REPORTED = "แจ้งปัญหาของหน้าเว็บ%20"
_REPORTS = (_by_letter, _by_form, _by_message)


def _letter(topic: AskedPage) -> str:
    """Subject and first lines of a letter, as RFC 6068 writes them."""
    body = f"เรื่อง {topic.name}\r\n{topic.address}\r\n\r\n"
    return f"?subject={_encoded(f'สอบถามเรื่อง {topic.name}')}&body={_encoded(body)}"


def _encoded(text: str) -> str:
    return quote(text, safe="", errors="replace")


_DAYS = "ช่วงวันที่ตอบได้"
COMPLAINTS_TITLE = "แจ้งเรื่องร้องเรียนการทุจริตและประพฤติมิชอบ"


@dataclass(frozen=True)
class SurveyShown:
    """The survey: its title, when it is open, its address."""

    title: str
    open: str
    url: str
    note: str


@dataclass(frozen=True)
class ComplaintsShown:
    """The ways to report corruption, with the line on confidentiality."""

    title: str
    text: str
    channels: tuple[NamedFact, ...]
    confidentiality: str


def show_survey(survey: Survey | None, speech: Speech) -> SurveyShown | None:
    """The survey as it is shown, or None where the agency states none."""
    if survey is None:
        return None
    title = f"แบบวัด EIT {speech.fiscal_year(survey.fiscal_year)}"
    return SurveyShown(title, word_open(survey, speech), survey.url, survey.note or "")


def word_open(survey: Survey, speech: Speech) -> str:
    """ช่วงวันที่ตอบได้ ๑ มกราคม ถึง ๓๐ มิถุนายน ๒๕๖๗: the days alone, since a page does not know whether it is open."""
    opens, closes = known(survey.opens), known(survey.closes)
    if opens is not None and closes is not None:
        return f"{_DAYS} {word_span((opens, closes), speech)}"
    if opens is not None:
        return f"{_DAYS} ตั้งแต่ {speech.date(opens)}"
    if closes is not None:
        return f"{_DAYS} ถึง {speech.date(closes)}"
    return f"{_DAYS}: {speech.plain(speech.stated(survey.opens))}"


def show_complaints(complaints: Complaints | None) -> ComplaintsShown | None:
    """The ways to report corruption, or None where the agency states none."""
    if complaints is None:
        return None
    channels = tuple(map(channel_fact, complaints.channels))
    return ComplaintsShown(COMPLAINTS_TITLE, complaints.text or "", channels, complaints.confidentiality or "")
