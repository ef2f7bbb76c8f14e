"""Whose a file is that stands where a generated one must be written: ours, ours but edited, or somebody's."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from typing import Literal

from prongsai.pipeline.content.generated_list import Marks
from prongsai.pipeline.content.page_mark import read_mark, says_generated, without_mark

# "unknown" was generated once, and nothing tells whether somebody edited it since.
Owner = Literal["ours", "edited", "unknown", "foreign"]


def find_owner(root: Path, name: str, current: bytes | None, data: bytes, ours: Marks, always_ours: bytes) -> Owner:
    """Whose the file `name` is that says `current` (None: nothing stands there) and must become `data`.

    `ours` is the list of what was generated; what begins with `always_ours` needs no list.
    """
    if current is None:
        return "foreign" if os.path.lexists(root / name) else "ours"
    if current.startswith(always_ours) or digest(current) in ours.get(name, []):
        return "ours"
    mark = read_mark(name, current)
    if mark != "none":
        return "ours" if mark == "whole" else "edited"
    if name.endswith(".md") and without_mark(current) == without_mark(data):  # by version 0.1.0, which set no mark
        return "ours"
    if ours.get(name):
        return "edited"
    return "unknown" if name in ours or says_generated(root / name) else "foreign"


def digest(data: bytes) -> str:
    """The fingerprint of a file's content."""
    return hashlib.sha256(data).hexdigest()


def content_of(path: Path) -> bytes | None:
    """What a file holds; None where there is none that can be read."""
    try:
        return path.read_bytes()
    except OSError:
        return None
