"""The kind of a body, from its first bytes, and the kind that an address suggests by its ending."""

from __future__ import annotations

import re

from prongsai.links.seen import Kind
from prongsai.links.web_address import extension_of

_MAGIC: tuple[tuple[bytes, Kind], ...] = (
    (b"%PDF-", "pdf"),
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"\xd0\xcf\x11\xe0", "ole"),
    (b"\xff\xd8\xff", "image"),
    (b"\x89PNG", "image"),
    (b"GIF8", "image"),
    (b"RIFF", "image"),
    (b"BM", "image"),
)
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body|title|meta|script|div|table|h1|p)\b", re.IGNORECASE)
# What a file of this ending must be; Office files of old are OLE, new ones are ZIP, and either opens.
_PROMISED: dict[str, frozenset[Kind]] = {
    "pdf": frozenset({"pdf"}),
    **dict.fromkeys(("docx", "xlsx", "pptx", "odt", "ods", "doc", "xls", "ppt"), frozenset({"zip", "ole"})),
    "zip": frozenset({"zip"}),
    **dict.fromkeys(("jpg", "jpeg", "png", "gif", "webp", "bmp"), frozenset({"image"})),
    **dict.fromkeys(("csv", "txt", "json", "xml"), frozenset({"text", "other"})),
}
_PAGE_TYPES = {"text/html", "application/xhtml+xml"}


def kind_of(start: bytes, media_type: str = "") -> Kind:
    """The kind of a body that begins with `start`; `media_type` decides only where bytes say nothing."""
    plain = start.lstrip(b"\xef\xbb\xbf \t\r\n")
    for magic, kind in _MAGIC:
        if plain.startswith(magic):
            return kind
    if b"%PDF-" in start[:1024]:  # readers accept some bytes before the mark
        return "pdf"
    if _HTML.search(plain[:2048]) or (media_type in _PAGE_TYPES and b"\0" not in plain[:2048]):
        return "html"
    if media_type.startswith("text/") or media_type in {"application/json", "application/xml"}:
        return "text"
    return "other" if plain else ""


def promised_kinds(ending: str) -> frozenset[Kind]:
    """The kinds that a file of this ending may be; none where the ending promises nothing."""
    return _PROMISED.get(ending, frozenset())


def is_promised(found: Kind, ending: str, media_type: str) -> bool:
    """True if a body is what its ending and its stated type let expect.

    A stated type counts only between pages and PDF: a browser shows a PDF that is stated as a page as a mess.
    """
    if promised := promised_kinds(ending):
        return found in promised or (found == "other" and "pdf" not in promised)
    if found == "pdf":
        return media_type not in _PAGE_TYPES
    return media_type != "application/pdf"


_OFFICE = frozenset({"docx", "xlsx", "pptx", "odt", "ods", "odp"})
_OLD_OFFICE = frozenset({"doc", "xls", "ppt"})
_IMAGES = ((b"\xff\xd8\xff", "jpg"), (b"\x89PNG", "png"), (b"GIF8", "gif"), (b"BM", "bmp"))
_TEXTS = frozenset({"csv", "txt"})
_OTHERS = {"pdf": ".pdf", "zip": ".zip", "text": ".txt"}
_PAGES = {"htm", "html", "json", "mht", "svg", "xhtml", "xml"}


def copy_ending(body: bytes, address: str, media_type: str = "") -> str:
    """The ending for a copy of `body`, with its dot; `address` decides only between endings that are all safe.

    Pages become plain text: a page that is opened from a folder would run its scripts and load its pictures from the
    web, and telling it not to would mean to change the copy, whose hash must be that of what was received. So does
    whatever browsers take for a page (XML, SVG). What no browser shows by itself keeps the ending of its bytes.
    """
    kind, ending = kind_of(body[:2048], media_type), extension_of(address)
    if kind != "pdf" and (kind == "html" or ending in _PAGES):
        return f".{ending if ending in _PAGES else 'html'}.txt"
    if kind == "image":
        return _image_ending(body)
    allowed = {"zip": _OFFICE, "ole": _OLD_OFFICE, "text": _TEXTS, "other": _TEXTS}.get(kind, frozenset())
    return f".{ending}" if ending in allowed else _OTHERS.get(kind, ".bin")


def _image_ending(body: bytes) -> str:
    if body[8:12] == b"WEBP":
        return ".webp"
    return next((f".{ending}" for magic, ending in _IMAGES if body.startswith(magic)), ".bin")
