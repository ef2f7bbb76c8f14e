"""Load what people put into content/ themselves: pages written by hand and attachments, with what they say."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from prongsai.disk.read import TooLargeError, explain_unread, read_plain
from prongsai.json_value import Json
from prongsai.loading.read_attachment import read_attachment
from prongsai.model.content import TEXT_STATES, ContentFile, FilePassage, Reading
from prongsai.problems import Problem

LARGEST = 50_000_000  # bytes; a larger file is not read
LARGEST_PAGE = 10_000_000  # bytes; a larger one is no page that anybody wrote
FORMAT = 1  # of what is remembered, and of how files are read: a new way of reading takes a new number
_QUICKLY_READ = {"text", "html", "empty"}  # read anew faster than looked up


@dataclass(frozen=True)
class LoadedContent:
    """The files found; `readings` is what may be remembered of them for the next time, by the digest of the bytes.

    `problems` are of files that cannot be read.
    """

    files: tuple[ContentFile, ...] = ()
    readings: Mapping[str, Json] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


def load_content(folder: Path, names: Collection[str], remembered: Mapping[str, Json]) -> LoadedContent:
    """Load the files of these names below `folder`; never raises for what they hold.

    What an earlier run remembered is not read again; what cannot be used of it is read anew.
    """
    files: list[ContentFile] = []
    readings: dict[str, Json] = {}
    problems: list[Problem] = []
    for name in sorted(names):
        limit = LARGEST_PAGE if name.endswith(".md") else LARGEST
        try:
            data = read_plain(folder / name, limit)
        except TooLargeError as failure:
            is_page = limit == LARGEST_PAGE
            files.append(ContentFile(name, failure.size, Reading("unknown", "not-read", complete=is_page)))
            if is_page:
                problems.append(explain_unread(failure, f"{folder.name}/{name}", limit))
        except FileNotFoundError:
            files.append(ContentFile(name, 0, Reading("unknown", "unreadable")))
        except OSError as failure:
            files.append(ContentFile(name, 0, Reading("unknown", "not-read")))
            problems.append(explain_unread(failure, f"{folder.name}/{name}"))
        else:
            files.append(ContentFile(name, len(data), _read(data, remembered, readings)))
    return LoadedContent(tuple(files), readings, tuple(problems))


def _read(data: bytes, remembered: Mapping[str, Json], readings: dict[str, Json]) -> Reading:
    digest = hashlib.blake2b(data, digest_size=20).hexdigest()
    reading = _recall(remembered.get(digest)) or read_attachment(data)
    if reading.kind not in _QUICKLY_READ:
        passages: list[Json] = [[one.place, one.text] for one in reading.passages]
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
        passages = tuple(FilePassage(place, text) for place, text in entry["passages"])
    except (KeyError, TypeError, ValueError):
        return None
    is_sound = isinstance(kind, str) and state in TEXT_STATES and isinstance(complete, bool)
    is_sound = is_sound and all(isinstance(one.place, int) and isinstance(one.text, str) for one in passages)
    return Reading(kind, state, passages, complete) if is_sound else None
