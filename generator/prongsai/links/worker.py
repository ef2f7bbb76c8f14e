"""Reads bodies in its own process, since what strangers wrote may keep a parser busy for ever.

Each task comes on standard input as a line of JSON (kind, charset, fragment, seconds, size) and the body; each answer
goes out as one line of JSON.
"""

from __future__ import annotations

import io
import json
import logging
import re
import time
import warnings
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, replace
from typing import IO, TypedDict

from prongsai.links.fiscal_years import find_years
from prongsai.links.html_page import LONGEST_TEXT, HtmlPage, needs_script
from prongsai.links.places import find_place
from prongsai.links.seen import Content

_BEGINNING = 4000  # characters that are handed on
_LONGEST_TITLE = 300
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,20})", re.IGNORECASE)
_THAI_CODES = {"tis-620", "tis620", "windows-874", "iso-8859-11", "x-windows-874", "cp874"}


def read_html(body: bytes, charset: str = "", fragment: str = "") -> Content:
    """The text of a page; `charset` is what the server states of its encoding, `fragment` which part is asked for."""
    page, html = HtmlPage(), decode_text(body, charset)
    page.feed(html)
    page.close()
    made = analyse_text(_folded(page.main), _folded([*page.title, " ", *page.text]))
    return replace(
        made,
        title=_folded(page.title)[:_LONGEST_TITLE],
        headings=tuple(text[:_LONGEST_TITLE] for one in page.headings[:5] if (text := _folded(one))),
        asks_password=page.asks_password,
        refresh=page.refresh,
        has_media=page.has_media,
        needs_script=needs_script(page, html),
        place=find_place(fragment, page.places, html),
        complete=page.kept < LONGEST_TEXT,
    )


def analyse_text(main: str, text: str) -> Content:
    """The features that judging needs of a main text and of the whole text: beginnings, lengths, years."""
    called, named = find_years(main), find_years(text)
    return Content(
        main=main[:_BEGINNING],
        text=text[:_BEGINNING],
        main_length=len(main),
        text_length=len(text),
        years=tuple(sorted(called.fiscal)),
        any_years=tuple(sorted(named.any)),
    )


def decode_text(body: bytes, charset: str = "") -> str:
    """Bytes as text: as the server or the page states, else UTF-8, else the Thai code page."""
    declared = _CHARSET.search(body[:4096])
    stated = (charset or (declared[1].decode("ascii") if declared else "")).lower()
    if stated in _THAI_CODES:
        return body.decode("cp874", errors="replace")
    try:
        return body.decode(stated or "utf-8-sig")
    except (LookupError, UnicodeDecodeError):
        pass
    if _is_utf8(body):
        return body.decode("utf-8-sig", errors="replace")
    return body.decode("cp874", errors="replace")


def _is_utf8(body: bytes) -> bool:
    """True if the bytes are UTF-8 but for a few at the end, where reading may have stopped inside a letter."""
    try:
        body.decode("utf-8")
    except UnicodeDecodeError as failure:
        return failure.start >= len(body) - 3
    return True


def _folded(parts: list[str]) -> str:
    return " ".join("".join(parts).split())


MOST_PAGES = 300
_UNREAD = Content(fault="unread", complete=False)
_ANY_FAILURE = Exception  # pypdf meets what strangers wrote; whatever it stumbles over is the file's damage


def read_pdf(body: bytes, goes_on: Callable[[], bool]) -> Content:
    """The text of a PDF, page by page while `goes_on` says so."""
    from pypdf import PdfReader
    from pypdf.errors import DependencyError, LimitReachedError

    try:
        reader = PdfReader(io.BytesIO(body))
        if reader.is_encrypted and not reader.decrypt(""):
            return Content(fault="locked", complete=False)
        count = len(reader.pages)
    except (DependencyError, NotImplementedError, LimitReachedError, MemoryError, RecursionError):
        return _UNREAD  # a cipher that is not installed, or more than a reader dares: nothing can be said of the file
    except _ANY_FAILURE:
        return Content(fault="damaged", complete=False)
    if not count:
        return Content(fault="damaged", complete=False)
    texts: list[str] = []
    complete = True
    for number in range(count):
        if number >= MOST_PAGES or sum(map(len, texts)) >= LONGEST_TEXT or not goes_on():
            complete = False
            break
        try:
            texts.append(reader.pages[number].extract_text() or "")
        except _ANY_FAILURE:
            complete = False
    if not texts:
        return replace(_UNREAD, pages=count)  # time ran out before the first page, or none gives its text
    text = " ".join(" ".join(texts).split())[:LONGEST_TEXT]
    return replace(analyse_text(text, text), pages=count, complete=complete)


_MEMORY = 2 << 30  # bytes of address space


class Task(TypedDict):
    """A task: a body's kind, charset and size in bytes, the part that is asked for, and the seconds for reading."""

    kind: str
    charset: str
    fragment: str
    seconds: float
    size: int


def read_tasks(source: IO[bytes], sink: IO[bytes]) -> None:
    """Answer tasks until there are no more."""
    while line := source.readline():
        task: Task = json.loads(line)
        answer = asdict(read_body(task, source.read(task["size"])))
        sink.write(json.dumps(answer).encode() + b"\n")
        sink.flush()


def read_body(task: Task, body: bytes) -> Content:
    """The text of a body, by its kind."""
    if task["kind"] == "pdf":
        end = time.monotonic() + task["seconds"]
        return read_pdf(body, lambda: time.monotonic() < end)
    return read_html(body, task["charset"], task["fragment"])


def limit_memory() -> None:
    """Let a file that asks for endless memory end this process and nothing else."""
    with suppress(ImportError, ValueError, OSError):  # not on every system
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    logging.disable()
    limit_memory()
    with open(0, "rb") as _source, open(1, "wb") as _sink:
        read_tasks(_source, _sink)
