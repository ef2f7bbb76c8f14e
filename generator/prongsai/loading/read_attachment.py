"""Read what an attachment says: its kind and its text, whatever its bytes are; nothing here ever raises."""

from __future__ import annotations

import io
import logging
import re
import warnings
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from html import unescape
from typing import TYPE_CHECKING

from prongsai.loading.find_kind import OFFICE, decode_plain, find_kind
from prongsai.loading.read_image import IMAGES, read_image
from prongsai.model.content import FilePassage, Reading

if TYPE_CHECKING:
    from pypdf import PdfReader

MOST_PAGES = 300
LONGEST_TEXT = 5_000_000  # characters of one file
_LARGEST_PARTS = 60_000_000  # bytes of all parts of an office file, unpacked
_PARTS = {
    "docx": re.compile(r"word/(?:document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml"),
    "xlsx": re.compile(r"xl/(?:sharedStrings|worksheets/[^/]+|comments[^/]*)\.xml"),
    "pptx": re.compile(r"ppt/(?:slides|notesSlides)/[^/]+\.xml"),
}
_LINE_ENDS = re.compile(r"</(?:w:p|a:p|si|c|is|row|w:tc)>|<(?:w:br|w:tab|a:br)\b[^<>]*>")
_TAG = re.compile(r"<[^<>]*>")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")  # how Office keeps a file behind a password
_NUMBER = re.compile(r"([0-9]+)\.xml$")


def read_attachment(data: bytes) -> Reading:
    """The content of the bytes of a file, within the bounds of this module."""
    kind = find_kind(data)
    if kind == "pdf":
        return _read_pdf(data)
    if kind in OFFICE.values():
        return _read_office(kind, data)
    if kind == "ole" and _ENCRYPTED in data:
        return Reading(kind, "encrypted")
    if kind in {"text", "html"}:
        return _bounded(kind, _lines(decode_plain(data) or ""))
    if kind in IMAGES:
        return read_image(kind, data)
    return Reading(kind, "unreadable" if kind == "unknown" else "not-read")


def _lines(text: str) -> Iterator[FilePassage]:
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            yield FilePassage(number, line.rstrip("\r"))


def _bounded(kind: str, passages: Iterator[FilePassage]) -> Reading:
    kept: list[FilePassage] = []
    left = LONGEST_TEXT
    for one in passages:
        if len(one.text) > left:
            return Reading(kind, "text", tuple(kept), complete=False)
        kept.append(one)
        left -= len(one.text)
    return Reading(kind, "text" if kept else "no-text", tuple(kept))


def _read_pdf(data: bytes) -> Reading:
    from pypdf import PdfReader
    from pypdf.errors import DependencyError

    with _silence_reader():
        try:
            reader = PdfReader(io.BytesIO(data))
            if reader.is_encrypted and not reader.decrypt(""):
                return Reading("pdf", "encrypted")
            count = len(reader.pages)
        except (DependencyError, NotImplementedError):
            return Reading("pdf", "not-read", complete=False)  # a cipher that is not installed says nothing of the file
        except Exception:  # noqa: BLE001  pypdf raises of every kind; whatever it stumbles over is the file's damage
            return Reading("pdf", "unreadable")
        return _read_pages(reader, count) if count else Reading("pdf", "unreadable")


def _read_pages(reader: PdfReader, count: int) -> Reading:
    passages: list[FilePassage] = []
    failed = 0
    left = LONGEST_TEXT
    for number in range(1, min(count, MOST_PAGES) + 1):
        try:
            text = reader.pages[number - 1].extract_text()
        except Exception:  # noqa: BLE001  as above; the other pages may be sound
            failed += 1
            continue
        if any(letter.isalnum() for letter in text):
            passages.append(FilePassage(number, text[:left]))
            left -= len(passages[-1].text)
        if not left:
            break
    if failed == count:
        return Reading("pdf", "unreadable")
    complete = not failed and left > 0 and count <= MOST_PAGES
    return Reading("pdf", "text" if passages else "no-text", tuple(passages), complete)


@contextmanager
def _silence_reader() -> Iterator[None]:
    """Keep what pypdf says of damaged files off the terminal: our own sentences say it."""
    logger = logging.getLogger("pypdf")
    level = logger.level
    logger.setLevel(logging.CRITICAL + 1)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        logger.setLevel(level)


def _read_office(kind: str, data: bytes) -> Reading:
    passages: list[FilePassage] = []
    complete = True
    left, bytes_left = LONGEST_TEXT, _LARGEST_PARTS
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = [info for info in archive.infolist() if _PARTS[kind].fullmatch(info.filename)]
            for info in parts:
                bytes_left -= info.file_size
                if bytes_left < 0 or left <= 0:
                    complete = False
                    break
                text = _text_of_part(archive.read(info))
                complete = complete and len(text) <= left
                passages.append(FilePassage(_slide(kind, info.filename), text[:left]))
                left -= len(text)
    except Exception:  # noqa: BLE001  damaged, encrypted or hostile archives raise of every kind
        return Reading(kind, "unreadable")
    kept = tuple(one for one in passages if one.text.strip())
    return Reading(kind, "text" if kept else "no-text", kept, complete)


def _text_of_part(data: bytes) -> str:
    """The text of an XML part: a line for each paragraph or cell, the runs inside one joined."""
    text = _TAG.sub("", _LINE_ENDS.sub("\n", data.decode("utf-8", "replace")))
    return "\n".join(line for line in unescape(text).split("\n") if line.strip())


def _slide(kind: str, name: str) -> int:
    found = _NUMBER.search(name)
    return int(found[1]) if found and kind == "pptx" else 0
