"""Reads bodies in a process of its own, since what strangers wrote may keep a parser busy for ever.

Each task comes on standard input as a line of JSON (kind, charset, seconds, size) and the body; each answer goes out
as one line of JSON.
"""

from __future__ import annotations

import io
import json
import logging
import time
import warnings
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, replace
from typing import IO, Any

from prongsai.links.read_html import LONGEST_TEXT, analyse_text, read_html
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


_MEMORY = 2 << 30  # bytes of address space


def read_tasks(source: IO[bytes], sink: IO[bytes]) -> None:
    """Answer tasks until there are no more."""
    while line := source.readline():
        task = json.loads(line)
        answer = asdict(read_body(task, source.read(task["size"])))
        sink.write(json.dumps(answer).encode() + b"\n")
        sink.flush()


def read_body(task: dict[str, Any], body: bytes) -> Content:
    """What a body says, by its kind."""
    if task["kind"] == "pdf":
        end = time.monotonic() + task["seconds"]
        return read_pdf(body, lambda: time.monotonic() < end)
    return read_html(body, task["charset"])


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
