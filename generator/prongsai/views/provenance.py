"""From which documents the facts of data files were entered, as readers know them: by title and date."""

from __future__ import annotations

import re
from collections.abc import Iterable

from prongsai.addresses import HEADINGS
from prongsai.model.agency import Document
from prongsai.model.site import Site
from prongsai.model.stated import known
from prongsai.views.speech import Speech

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


def document_of(site: Site, file: str) -> Document | None:
    """The document that a data file names as its source, or None."""
    found = _FILE.fullmatch(file)
    year = site.year(int(found[1])) if found else None
    part = year.parts.get(found[2]) if found and year else None
    return site.documents.get(getattr(part, "source", None) or "")


def document_words(site: Site, files: Iterable[str], speech: Speech) -> tuple[str, ...]:
    """The documents behind some data files, each once, with the day on which it was issued where that is known."""
    found = (document_of(site, file) for file in files)
    return tuple(dict.fromkeys(word_document(one, speech) for one in found if one is not None))


def word_document(document: Document, speech: Speech) -> str:
    """The title of a document and the day on which it was issued, where that is known."""
    day = known(document.issued_on)
    return f"{document.title} ({speech.date(day)})" if day else document.title
