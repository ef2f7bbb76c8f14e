"""Read one YAML file into plain nodes that know their line and column; every scalar stays text."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from prongsai.disk.read import TooLargeError, explain_unread, read_plain
from prongsai.loading.build_nodes import UnreadableError
from prongsai.loading.find_kind import find_other_kind
from prongsai.loading.read_past_faults import read_nodes
from prongsai.problems import FewAlike, Problem, Silence, Where, problem

# The last three are line breaks to YAML and to no editor, so that lines would be counted differently.
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\x85\u2028\u2029]")
_STRANGE = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
# Where YAML counts blanks or needs one: at the beginning of a line, behind a dash, behind the colon of a key.
_BEFORE_TEXT = re.compile(f"^[ {_STRANGE}]*(?:-[ {_STRANGE}]+)*(?:[\\w.-]+:[ {_STRANGE}]+)?")


def clean_lines(text: str, name: str, problems: FewAlike) -> str:
    """The text of the file `name` as YAML can read it; each line that had to be changed is a problem."""
    if re.search(f"[{_STRANGE}]", text):
        text = "\n".join(
            _with_plain_blanks(line, Where(name, n), problems) for n, line in enumerate(text.split("\n"), 1)
        )
    return _without_forbidden(text, name, problems)


def _with_plain_blanks(line: str, where: Where, problems: FewAlike) -> str:
    before = _BEFORE_TEXT.match(line)
    found = [*re.finditer(f"[{_STRANGE}]", before.group())] if before and line.strip() else []
    if not before or not found:
        return line
    shown = ", ".join(dict.fromkeys(f"U+{ord(one.group()):04X}" for one in found))
    place = Where(where.file, where.line, found[0].start() + 1)
    problems.add(place.file, "yaml-strange-blank", partial(problem, "yaml-strange-blank", place, found=shown))
    return re.sub(f"[{_STRANGE}]", " ", before.group()) + line[before.end() :]


def _without_forbidden(text: str, name: str, problems: FewAlike) -> str:
    """The text without characters that no text has; each line that had some is a problem."""
    if not FORBIDDEN.search(text):
        return text
    for number, line in enumerate(text.split("\n"), start=1):
        found = list(FORBIDDEN.finditer(line))
        if found:
            shown = ", ".join(dict.fromkeys(f"U+{ord(one.group()):04X}" for one in found))
            place = Where(name, number, found[0].start() + 1)
            problems.add(name, "hidden-characters", partial(problem, "hidden-characters", place, found=shown))
    return FORBIDDEN.sub("", text)


LARGEST_FILE = 1_000_000  # bytes; a year of the longest real document is under 200 KB
EXCEPTION = re.compile(r"(?:^|(?<=\s))#\s*ยกเว้น\s+(?P<code>[a-z0-9-]+)\s*(?::(?P<reason>.*))?$")


@dataclass
class ParsedFile:
    """The result of reading one file: its nodes (None when none could be read) and its problems."""

    data: object = None
    problems: list[Problem] = field(default_factory=list)
    silences: list[Silence] = field(default_factory=list)


def read_yaml(source: Path | bytes, name: str) -> ParsedFile:
    """Read the file at a path, or the bytes that stand in for it, called `name` in problems."""
    reading, cleaned = ParsedFile(), FewAlike()
    try:
        text = _decoded(source, name)
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
        comment = EXCEPTION.search(line)
        if comment:
            where = Where(name, number, comment.start() + 1)
            own_line = not line[: comment.start()].strip()
            found.append(Silence(where, comment["code"], (comment["reason"] or "").strip(), own_line))
    return found


def read_text(source: Path | bytes, name: str) -> str:
    """All letters of a file, its line ends and its mark of byte order included; raises UnreadableError."""
    try:
        raw = _given(source, name) if isinstance(source, bytes) else read_plain(source, LARGEST_FILE)
    except OSError as failure:
        raise UnreadableError(explain_unread(failure, name, LARGEST_FILE)) from None
    if kind := find_other_kind(raw):
        raise UnreadableError(problem("file-of-other-kind", Where(name), kind=kind))
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or raw.count(0) * 10 > len(raw):
        raise UnreadableError(problem("file-not-utf8", Where(name, 1, 1), found="UTF-16"))
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as failure:
        raise UnreadableError(_not_utf8(failure.object, failure.start, name)) from None


def _given(data: bytes, name: str) -> bytes:
    if len(data) > LARGEST_FILE:
        raise TooLargeError(name, len(data))
    return data


def _decoded(source: Path | bytes, name: str) -> str:
    return read_text(source, name).removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _not_utf8(raw: bytes, start: int, name: str) -> Problem:
    lines = raw[:start].decode("utf-8", errors="replace").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return problem("file-not-utf8", Where(name, len(lines), len(lines[-1]) + 1), found=f"0x{raw[start]:02X}")
