"""The agency's EIT survey and its ways to report corruption, in words."""

from __future__ import annotations

from dataclasses import dataclass

from prongsai.model.agency import Complaints, Survey
from prongsai.model.stated import known
from prongsai.views.ask import channel_fact
from prongsai.views.content import NamedFact
from prongsai.views.links.words import word_span
from prongsai.views.speech import Speech

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
    """How corruption is reported, with the line on confidentiality."""

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
