"""The format of a file by its content, since systems hand out HTML as .xls and workbooks under any name."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Literal, TypeAlias

from prongsai.grids.grid import GridError

Format: TypeAlias = Literal["xlsx", "xls", "ods", "docx", "html", "text"]
_OLE, _ZIP = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"PK\x03\x04"
_ENCRYPTED, _OLD_WORD = ("EncryptedPackage".encode("utf-16-le"), "WordDocument".encode("utf-16-le"))
_PARTS: tuple[tuple[str, Format], ...] = (
    ("xl/workbook.xml", "xlsx"),
    ("xl/workbook.bin", "xlsx"),
    ("word/document.xml", "docx"),
)
_OTHER_MARKS = (
    (b"\x89PNG", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"GIF8", "picture"),
    (b"{\\rtf", "rich-text"),
    (b"Rar!", "archive"),
    (b"7z\xbc\xaf", "archive"),
)
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body|table|meta|style)\b", re.IGNORECASE)
_OLD_XML = re.compile(rb"urn:schemas-microsoft-com:office:spreadsheet")
_NO_TEXT = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_HEAD, _SAMPLE = 4096, 65_536  # bytes


def find_format(data: bytes) -> Format:
    """The format of the bytes of a file; raises GridError with the reason where no table can be read from it."""
    if not data.strip():
        raise GridError("empty")
    if b"%PDF-" in data[:1024]:
        raise GridError("pdf")
    if data.startswith(_OLE):
        return _old_format(data)
    if data.startswith(_ZIP):
        return _format_of_archive(data)
    other = next((reason for mark, reason in _OTHER_MARKS if data.startswith(mark)), "")
    if other:
        raise GridError(other)
    return _format_of_text(data)


def _old_format(data: bytes) -> Format:
    if _ENCRYPTED in data:
        raise GridError("encrypted")
    if _OLD_WORD in data:
        raise GridError("old-word")
    return "xls"


def _format_of_archive(data: bytes) -> Format:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            small = "mimetype" in names and archive.getinfo("mimetype").file_size < 200
            mark = archive.read("mimetype") if small else b""
    except Exception:  # noqa: BLE001  whatever zipfile stumbles over is the damage of the file
        raise GridError("damaged") from None
    if mark.startswith(b"application/vnd.oasis.opendocument.spreadsheet"):
        return "ods"
    if mark.startswith(b"application/vnd.oasis.opendocument.text"):
        raise GridError("open-text")
    found = next((one for name, one in _PARTS if name in names), None)
    if found is None:
        raise GridError("archive")
    return found


def _format_of_text(data: bytes) -> Format:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "html" if _HTML.search(data[:_HEAD].replace(b"\x00", b"")) else "text"
    if _NO_TEXT.search(data[:_SAMPLE]):
        raise GridError("unknown")
    if _OLD_XML.search(data[:_HEAD]):
        raise GridError("old-xml")
    return "html" if _HTML.search(data[:_HEAD]) else "text"
