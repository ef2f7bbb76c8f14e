"""What a PDF says: its text, how many pages it has, or why it cannot be read."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace

from prongsai.links.read_html import LONGEST_TEXT, analyse_text
from prongsai.links.seen import Content

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
