"""Find what a file really is, from its bytes and never from its name."""

from __future__ import annotations

import io
import re
import zipfile

OFFICE = {"word/document.xml": "docx", "xl/workbook.xml": "xlsx", "ppt/presentation.xml": "pptx"}
_OPEN_DOCUMENT = {"text": "odt", "spreadsheet": "ods", "presentation": "odp"}
_MARKS = ((b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole"), (b"{\\rtf", "rtf"))
_ZIP = b"PK\x03\x04"
_NO_TEXT_MARKS = (
    _ZIP,
    b"%PDF-",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"Rar!",
    b"7z\xbc\xaf",
    *(m for m, _ in _MARKS),
)
_SPOKEN = {
    "xlsx": "Excel",
    **dict.fromkeys(("docx", "rtf"), "Word"),
    **dict.fromkeys(("odt", "ods", "odp"), "OpenDocument"),
    "pptx": "PowerPoint",
    "ole": "Excel/Word 97-2003",
}
_HEAD = 1024  # bytes: readers look for the mark of a PDF this far
_SAMPLE = 65_536  # bytes that must look like text
_NO_TEXT = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|table)\b", re.IGNORECASE | re.DOTALL
)
# What puremagic calls a file, and the kind that it is; its guesses beyond these are too vague to compare with a name.
_NAMES = {"jpg": "jpeg", "jfif": "jpeg", "jpe": "jpeg", "tif": "tiff", "m4a": "mp4", "m4v": "mp4"}
_SURE = {"jpeg", "png", "gif", "webp", "bmp", "tiff", "rar", "7z", "gz", "mp3", "mp4"}


def find_kind(data: bytes) -> str:
    """The kind of a file as in `Reading`."""
    if not data.strip():
        return "empty"
    if b"%PDF-" in data[:_HEAD]:
        return "pdf"
    if data.startswith(_ZIP):
        return _kind_of_archive(data)
    kind = next((kind for mark, kind in _MARKS if data.startswith(mark)), None)
    return kind or _kind_of_text(data) or _kind_by_mark(data)


def find_other_kind(data: bytes) -> str:
    """The usual name of a file that cannot be text, whatever its name says: Excel, Word, PDF, …; empty for text."""
    if not data.startswith(_NO_TEXT_MARKS) and not data[:_HEAD].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        return ""
    kind = find_kind(data)
    if kind == "unknown" and data.startswith(_ZIP):  # cut short or damaged
        return "Excel, Word หรือ ZIP"
    return "" if kind in {"text", "unknown", "empty"} else _SPOKEN.get(kind, kind.upper())


def decode_plain(data: bytes) -> str | None:
    """The text of a file that is nothing but text, in UTF-8, UTF-16 with its mark, or the older Thai encoding."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    if _NO_TEXT.search(data[:_SAMPLE]):
        return None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _read_older_thai(data)


def _read_older_thai(data: bytes) -> str | None:
    """The text in Windows-874, where most of what is no ASCII are Thai letters in a row."""
    text = data.decode("cp874", "replace")
    thai = sum("\u0e00" <= letter <= "\u0e7f" for letter in text[:_SAMPLE])
    odd = sum(not letter.isascii() for letter in text[:_SAMPLE]) - thai
    return text if thai > 10 * odd else None


def _kind_of_text(data: bytes) -> str | None:
    text = decode_plain(data)
    if text is None:
        return None
    return "html" if _HTML.match(text[:_HEAD]) else "text"


def _kind_of_archive(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            mark = archive.read("mimetype") if _has_small(archive, "mimetype") else b""
    except Exception:  # noqa: BLE001  whatever zipfile stumbles over is the damage of the file
        return "unknown"
    office = next((kind for name, kind in OFFICE.items() if name in names), "zip")
    found = re.match(rb"application/vnd\.oasis\.opendocument\.([a-z]+)", mark)
    return _OPEN_DOCUMENT.get(found[1].decode(), "zip") if found else office


def _has_small(archive: zipfile.ZipFile, name: str) -> bool:
    return name in archive.namelist() and archive.getinfo(name).file_size < 200


def _kind_by_mark(data: bytes) -> str:
    import puremagic

    try:
        guess = puremagic.from_string(data[:_SAMPLE])
    except (puremagic.PureError, ValueError):
        return "unknown"
    name = guess.lower().removeprefix(".")
    kind = _NAMES.get(name, name)
    return kind if kind in _SURE else "unknown"
