"""Load what people put into content/ themselves: pages written by hand and attachments, with what they say."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from prongsai.loading.read_attachment import read_attachment
from prongsai.model.content import TEXT_STATES, ContentFile, Passage, Reading

LARGEST = 50_000_000  # bytes; a larger file is not read
FORMAT = 1  # of what is remembered, and of how files are read: a new way of reading takes a new number
_QUICKLY_READ = {"text", "html", "empty"}  # read anew faster than looked up


@dataclass(frozen=True)
class LoadedContent:
    """The files found; `readings` is what may be remembered of them for the next time, by the digest of the bytes."""

    files: tuple[ContentFile, ...] = ()
    readings: Mapping[str, Any] = field(default_factory=dict)


def load_content(folder: Path, names: Collection[str], remembered: Mapping[str, Any]) -> LoadedContent:
    """Load the files of these names below `folder`; never raises for what they hold.

    What an earlier run remembered is not read again; what cannot be used of it is read anew.
    """
    files: list[ContentFile] = []
    readings: dict[str, Any] = {}
    for name in sorted(names):
        try:
            size = (folder / name).stat().st_size
            data = (folder / name).read_bytes() if size <= LARGEST else None
        except OSError:
            files.append(ContentFile(_shown(name), 0, Reading("unknown", "unreadable")))
            continue
        reading = Reading("unknown", "not-read", complete=False)
        if data is not None:
            reading = _read(data, remembered, readings)
        files.append(ContentFile(_shown(name), size, reading))
    return LoadedContent(tuple(files), readings)


def _shown(name: str) -> str:
    """A name that can be printed, also where its bytes are no UTF-8."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _read(data: bytes, remembered: Mapping[str, Any], readings: dict[str, Any]) -> Reading:
    digest = hashlib.blake2b(data, digest_size=20).hexdigest()
    reading = _recall(remembered.get(digest)) or read_attachment(data)
    if reading.kind not in _QUICKLY_READ:
        passages = [[one.place, one.text] for one in reading.passages]
        readings[digest] = {
            "kind": reading.kind,
            "state": reading.state,
            "complete": reading.complete,
            "passages": passages,
        }
    return reading


def _recall(entry: Any) -> Reading | None:
    """What was remembered of a file, or None where nothing was or it is damaged."""
    try:
        kind, state, complete = entry["kind"], entry["state"], entry["complete"]
        passages = tuple(Passage(place, text) for place, text in entry["passages"])
    except (KeyError, TypeError, ValueError):
        return None
    is_sound = isinstance(kind, str) and state in TEXT_STATES and isinstance(complete, bool)
    is_sound = is_sound and all(isinstance(one.place, int) and isinstance(one.text, str) for one in passages)
    return Reading(kind, state, passages, complete) if is_sound else None
