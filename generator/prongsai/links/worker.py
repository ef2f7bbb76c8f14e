"""Reads bodies in a process of its own, since what strangers wrote may keep a parser busy for ever.

Each task comes on standard input as a line of JSON (kind, charset, seconds, size) and the body; each answer goes out
as one line of JSON.
"""

from __future__ import annotations

import json
import logging
import time
import warnings
from contextlib import suppress
from dataclasses import asdict
from typing import IO, Any

from prongsai.links.read_html import read_html
from prongsai.links.read_pdf import read_pdf
from prongsai.links.seen import Content

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
