"""The index of a pack of evidence shows what others wrote, servers among them, and none of it is markup."""

from __future__ import annotations

from prongsai.exports.evidence import EvidenceLink, EvidencePack, EvidenceUse, export_index
from prongsai.links.frozen import FrozenLink
from prongsai.links.seen import State
from unit.pages.nasty import PAYLOADS
from unit.pages.reading import read_html

SEEN = "2569-11-21 10:15:00"


def index_of(text: str) -> str:
    """The index of a pack in which everything that somebody else wrote is this text."""
    frozen = FrozenLink(text, ("O1",), "web", State.REDIRECTED, SEEN, f"{text}/", 200, size=1, copy="copies/001.txt")
    link = EvidenceLink(
        frozen,
        (EvidenceUse("O1", text, text, text), EvidenceUse("O2", text, text, text)),
        {"final": text, "status": "301"},
        {"content-type": text, "etag": text},
        (text,),
        text,
    )
    return export_index(
        EvidencePack("p", "r.json", text, text, 2565, "2569-11-21", False, "1", (link,), (("O9", text),))
    )


def elements(html: str) -> list[tuple[str, list[str]]]:
    """The elements of a page and the names of their attributes."""
    return [(one.tag, sorted(one.attributes)) for one in read_html(html).all()]


def test_whatever_a_server_or_a_person_wrote_is_text():
    """Titles of pages, headers, addresses and names add no element and no attribute, and are shown as written."""
    pages, usual = {text: index_of(text) for text in PAYLOADS}, elements(index_of("x"))
    addresses = {text for text in PAYLOADS if text.startswith("https:")}  # these are links, and rightly so
    wrong = [text for text, page in pages.items() if text not in addresses and elements(page) != usual]
    assert wrong == []
    shown = {text: read_html(page).one("main").text for text, page in pages.items()}
    plain = [text for text in PAYLOADS if text.isascii() and text.isprintable()]
    assert len(plain) > 40
    assert [text for text in plain if shown[text].count(" ".join(text.split())) < 8] == []
