"""The document behind a section of a year, shortly, for the strip under the title of its page."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.model.agency import Document
from prongsai.model.document_parts import sources_of
from prongsai.model.record import Record
from prongsai.model.site import Site
from prongsai.model.stated import known
from prongsai.thai.line_breaks import shortened
from prongsai.views.content import NamedFact, Phrase, fact
from prongsai.views.speech import Speech

_MOST = 36  # characters of a title in the strip


def documents_facts(record: Record, site: Site, speech: Speech) -> Iterator[NamedFact]:
    """The document behind a section with its day and office, of several the first; what is unknown is not said."""
    documents = [site.documents[key] for key in sources_of(record) if key in site.documents]
    if not documents:
        return
    first, more = documents[0], len(documents) - 1
    others = (Phrase(f"และอีก {speech.digits(more)} ฉบับ"),) if more else ()
    yield fact("เอกสาร", _named(first), *((Phrase(" "), *others) if more else ()))
    if day := known(first.issued_on):
        yield fact("วันที่ของเอกสาร", speech.date(day))
    if office := known(first.prepared_by) or known(first.issued_by):
        yield fact("หน่วยงาน", office)


def _named(document: Document) -> Phrase:
    return Phrase(shortened(document.title, _MOST), href=known(document.url) or "")
