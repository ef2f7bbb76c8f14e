"""Read one YAML file into plain nodes that know their line and column; every scalar stays text."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from prongsai.disk.read import explain_unread, read_plain
from prongsai.loading.build_nodes import UnreadableError
from prongsai.loading.clean_lines import clean_lines
from prongsai.loading.find_kind import find_other_kind
from prongsai.loading.read_past_faults import read_nodes
from prongsai.problems import FewAlike, Problem, Silence, Where, problem

LARGEST_FILE = 1_000_000  # bytes; a year of the longest real document is under 200 KB
_EXCEPTION = re.compile(r"(?:^|(?<=\s))#\s*ยกเว้น\s+(?P<code>[a-z0-9-]+)\s*(?::(?P<reason>.*))?$")


@dataclass
class Reading:
    """What came out of one file: its nodes (None when none could be read) and its problems."""

    data: Any = None
    problems: list[Problem] = field(default_factory=list)
    silences: list[Silence] = field(default_factory=list)


def read_yaml(path: Path, name: str) -> Reading:
    """Read the file at `path`, called `name` in problems."""
    reading, cleaned = Reading(), FewAlike()
    try:
        text = _decoded(path, name)
        reading.silences = _silences(text, name)
        reading.data, found = read_nodes(name, clean_lines(text, name, cleaned))
    except UnreadableError as stop:
        found = [stop.problem]
    reading.problems = [*cleaned.all(), *found]
    return reading


def _silences(text: str, name: str) -> list[Silence]:
    """The comments that except a line from a rule."""
    found = []
    for number, line in enumerate(text.split("\n"), start=1) if "# ยกเว้น" in text else ():
        comment = _EXCEPTION.search(line)
        if comment:
            where = Where(name, number, comment.start() + 1)
            own_line = not line[: comment.start()].strip()
            found.append(Silence(where, comment["code"], (comment["reason"] or "").strip(), own_line))
    return found


def _decoded(path: Path, name: str) -> str:
    try:
        raw = read_plain(path, LARGEST_FILE)
    except OSError as failure:
        raise UnreadableError(explain_unread(failure, name, LARGEST_FILE)) from None
    if kind := find_other_kind(raw):
        raise UnreadableError(problem("file-of-other-kind", Where(name), kind=kind))
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or raw.count(0) * 10 > len(raw):
        raise UnreadableError(problem("file-not-utf8", Where(name, 1, 1), found="UTF-16"))
    try:
        return raw.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as failure:
        raise UnreadableError(_not_utf8(failure.object, failure.start, name)) from None


def _not_utf8(raw: bytes, start: int, name: str) -> Problem:
    lines = raw[:start].decode("utf-8", errors="replace").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return problem("file-not-utf8", Where(name, len(lines), len(lines[-1]) + 1), found=f"0x{raw[start]:02X}")
