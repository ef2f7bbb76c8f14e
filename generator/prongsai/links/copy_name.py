"""Under which ending a copy of foreign content is kept, so that opening it runs and loads nothing.

Pages become plain text: a page that is opened from a folder would run its scripts and load its pictures from the web,
and telling it not to would mean to change the copy, whose hash must be that of what was received. So does whatever
browsers take for a page (XML, SVG). What no browser shows by itself keeps the ending that its bytes deserve.
"""

from __future__ import annotations

from prongsai.links.kinds import kind_of
from prongsai.links.web_address import extension_of

_OFFICE = frozenset({"docx", "xlsx", "pptx", "odt", "ods", "odp"})
_OLD_OFFICE = frozenset({"doc", "xls", "ppt"})
_IMAGES = ((b"\xff\xd8\xff", "jpg"), (b"\x89PNG", "png"), (b"GIF8", "gif"), (b"BM", "bmp"))
_TEXTS = frozenset({"csv", "txt"})
_OTHERS = {"pdf": ".pdf", "zip": ".zip", "text": ".txt"}
_PAGES = {"htm", "html", "json", "mht", "svg", "xhtml", "xml"}


def copy_ending(body: bytes, address: str, media_type: str = "") -> str:
    """The ending for a copy of `body`, with its dot; `address` decides only between endings that are all safe."""
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
