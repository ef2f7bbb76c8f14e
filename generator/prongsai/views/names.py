"""The names of things on the pages: indicators, items, units, instruments, documents, with their links."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from prongsai import addresses
from prongsai.addresses import HEADINGS
from prongsai.analysis.results import Results
from prongsai.model.agency import Document
from prongsai.model.document_parts import sources_of
from prongsai.model.edition import Edition
from prongsai.model.site import FiscalYear, Site
from prongsai.model.stated import known
from prongsai.views.content import Phrase
from prongsai.views.speech import Speech


def indicator_name(edition: Edition, number: str, speech: Speech) -> str:
    """ตัวชี้วัดที่ ๒ การใช้งบประมาณ; where its year does not name it, as the nearest year does, which is said."""
    indicator, offer = edition.indicators.get(number), edition.offered.indicators.get(number)
    name = indicator.name if indicator else f"{offer.fact.name} {by_year(offer.year, speech)}" if offer else ""
    return f"ตัวชี้วัดที่ {speech.digits(number)} {name}".strip()


def by_year(year: int, speech: Speech) -> str:
    """(ตามหลักเกณฑ์ปี ๒๕๖๘), behind a name that the year itself does not give."""
    return f"(ตามหลักเกณฑ์ปี {speech.digits(year)})"


def word_unverified(years: Sequence[int], edition: Edition, speech: Speech) -> str:
    """ตามหลักเกณฑ์ปี ๒๕๖๘ ยังไม่ยืนยันสำหรับปี ๒๕๖๙."""
    named = " และ ".join(speech.digits(year) for year in years)
    return f"ตามหลักเกณฑ์ปี {named} ยังไม่ยืนยันสำหรับปี {speech.digits(edition.fiscal_year)}"


def indicator_phrase(edition: Edition, number: str, speech: Speech) -> Phrase:
    """The indicator's name, leading to its page."""
    return Phrase(indicator_name(edition, number, speech), href=addresses.indicator_path(number))


def subindicator_phrase(edition: Edition | None, number: str, speech: Speech) -> Phrase:
    """ตัวชี้วัดย่อยที่ ๙.๑ with its name, leading to the page of its indicator."""
    name = subindicator_name(edition, number, speech) if edition else ""
    sub = edition.subindicators.get(number) if edition else None
    href = addresses.indicator_path(sub.indicator) if sub else ""
    return Phrase(f"ตัวชี้วัดย่อยที่ {speech.digits(number)} {name}".strip(), href=href)


def subindicator_name(edition: Edition, number: str, speech: Speech) -> str:
    """The name of a sub-indicator, else that of the nearest year, which is said; empty where nobody names it."""
    sub, offer = edition.subindicators.get(number), edition.offered.subindicators.get(number)
    if sub is None and offer:
        return f"{offer.fact.name} {by_year(offer.year, speech)}"
    return sub.name if sub else ""


def item_title(edition: Edition, code: str, speech: Speech) -> str:
    """The title of an item in its year, or an empty text where it is not verified."""
    item = edition.items.get(code)
    return speech.digits(item.title) if item and item.title else ""


def item_name(edition: Edition, code: str, speech: Speech) -> str:
    """O42 มาตรการส่งเสริม…, or the code alone."""
    return f"{code} {item_title(edition, code, speech)}".strip()


def nearest_title(edition: Edition, code: str, speech: Speech) -> str:
    """The subject of an item without a title, else its title in the nearest year, marked as such; or an empty text."""
    item, offer = edition.items.get(code), edition.offered.items.get(code)
    if item and item.about:
        return speech.digits(item.about)
    title = (offer.fact.title or offer.fact.about) if offer else None
    return f"{speech.digits(title)} {by_year(offer.year, speech)}" if offer and title else ""


def item_phrase(year: FiscalYear, code: str, speech: Speech, *, has_words: bool = False, entered: str = "") -> Phrase:
    """ข้อ O42 with its title, leading to its page of that year.

    Without a title it has the one that the agency `entered`, or the name that it can have otherwise, unless the
    document has words of its own for it.
    """
    title = item_title(year.edition, code, speech) or speech.digits(entered)
    title = title or ("" if has_words else nearest_title(year.edition, code, speech))
    return Phrase(f"ข้อ {code} {title}".rstrip(), href=addresses.item_path(year.year, code))


def unit_phrase(site: Site, text: str) -> Phrase:
    """A unit's name, leading to its page; a text that names no unit stays a text."""
    key = site.unit_of(text)
    if key is None:
        return Phrase(text)
    return Phrase(site.agency.units[key].name, href=addresses.unit_path(key))


def agency_today(site: Site) -> str:
    """ปัจจุบันคือ … where the site has the agency's name of an earlier time; empty where that is today's."""
    then, now = known(site.agency.name), known((site.today or site).agency.name)
    return f"ปัจจุบันคือ {now}" if now and now != then else ""


def unit_today(site: Site, text: str) -> str:
    """ปัจจุบันคือ … where the site has a unit's name of an earlier time; empty where that is today's."""
    key = site.unit_of(text)
    if key is None or site.today is None:
        return ""
    now = site.today.agency.units[key].name
    return f"ปัจจุบันคือ {now}" if now != site.agency.units[key].name else ""


def in_brackets(text: str) -> str:
    """The text in brackets; nothing for none."""
    return f"({text})" if text else ""


def instrument_name(edition: Edition, code: str, speech: Speech) -> str:
    """IIT แบบวัดการรับรู้…; where its year does not name it, as the nearest year does, which is said."""
    tool, offer = edition.instruments.get(code), edition.offered.instruments.get(code)
    if tool is None and offer:
        return f"{code} {offer.fact.name} {by_year(offer.year, speech)}"
    return f"{code} {tool.name}" if tool else code


def indicator_numbers(results: Results) -> dict[str, Edition]:
    """Every indicator number of any year, with the newest edition that has it."""
    found: dict[str, Edition] = {}
    for result in results.years.values():
        found.update(dict.fromkeys(result.year.edition.indicators, result.year.edition))
    return dict(sorted(found.items(), key=lambda one: [int(part) for part in one[0].split(".") if part.isdigit()]))


_OWN_NUMBER = re.compile(r"\s*\(?[0-9๐-๙]{1,3}\s?[.)]")


def numbered(number: object, title: str, speech: Speech) -> str:
    """๓. ชื่อ, ๑.๑ ชื่อ; of a title that begins with a number of its own, ลำดับที่ ๓: ๑. ชื่อ."""
    if number is None:
        return title
    if _OWN_NUMBER.match(title):
        return f"ลำดับที่ {speech.digits(number)}: {title}"
    mark = " " if "." in str(number) else ". "  # 1.1 has a mark of its own
    return f"{speech.digits(number)}{mark}{title}"


_FILE = re.compile(r"data/(\d{4})/([a-z-]+)\.yml")
_LINES = r" บรรทัด [0-9]+(?:, [0-9]+)*(?: และ [0-9]+)?"
_PLACE = re.compile(
    rf"(?:data/(?P<year>\d{{4}})/(?P<part>[a-z-]+)|site_config/[a-z-]+)\.(?:yml|csv)(?:(?::[0-9]+){{1,2}}|{_LINES})?"
)
_WORDS = {**HEADINGS, "oit": "ทะเบียนคำตอบ OIT"}


def without_paths(text: str) -> str:
    """A sentence as readers of the site have it: a place in a data file is the section of the year that shows it."""
    return _PLACE.sub(lambda found: _word_place(found["year"], found["part"]), text)


def _word_place(year: str | None, part: str | None) -> str:
    return f"{_WORDS.get(part or '', 'ข้อมูล')}ปี {year}" if year else "ข้อมูลของหน่วยงาน"


def documents_of(site: Site, file: str) -> tuple[Document, ...]:
    """The documents that a data file names as its sources."""
    found = _FILE.fullmatch(file)
    year = site.year(int(found[1])) if found else None
    part = year.parts.get(found[2]) if found and year else None
    return tuple(site.documents[source] for source in sources_of(part) if source in site.documents)


def document_words(site: Site, files: Iterable[str], speech: Speech) -> tuple[str, ...]:
    """The documents behind some data files, each once, with the day on which it was issued where that is known."""
    found = (document for file in files for document in documents_of(site, file))
    return tuple(dict.fromkeys(word_document(one, speech) for one in found))


def word_document(document: Document, speech: Speech) -> str:
    """The title of a document and the day on which it was issued, where that is known."""
    day = known(document.issued_on)
    return f"{document.title} ({speech.date(day)})" if day else document.title


class OfUnits:
    """Something that units are responsible for, each by its key and its name; the key is empty where it has none."""

    units: tuple[tuple[str, str], ...]

    @property
    def unit(self) -> str:
        """The names of the units that are responsible, or an empty text."""
        return ", ".join(name for _, name in self.units)

    @property
    def unit_key(self) -> str:
        """The key of the first of them that the agency has; empty where it has none."""
        return next((key for key, _ in self.units if key), "")

    @property
    def unit_keys(self) -> str:
        """The keys of all of them, with a blank between."""
        return " ".join(key for key, _ in self.units if key)
