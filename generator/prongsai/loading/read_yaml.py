"""Read one YAML file into plain nodes that know their line and column; every scalar stays text."""

from __future__ import annotations

import codecs
import re
import stat
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from prongsai.loading.explain_syntax import explain_syntax
from prongsai.model.source import SourcedList, SourcedMap, SourcedText
from prongsai.problems import FewAlike, Problem, Silence, Where, problem
from prongsai.thai.text import clean_text

LARGEST_FILE = 1_000_000  # bytes; a year of the longest real document is under 200 KB
DEEPEST_NESTING = 20
# The last three are line breaks to YAML and to no editor, so that lines would be counted differently.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\x85\u2028\u2029]")
_EXCEPTION = re.compile(r"(?:^|(?<=\s))#\s*ยกเว้น\s+(?P<code>[a-z0-9-]+)\s*(?::(?P<reason>.*))?$")
_NULLS = {"", "~", "null", "Null", "NULL"}
_OWN_TAGS = "tag:yaml.org,2002:"
_LIST_IN_TEXT = re.compile(r"\n[ ]*(- )")


class UnreadableError(Exception):
    """Raised inside this module when a file cannot be read any further."""

    def __init__(self, found: Problem) -> None:
        super().__init__(found.code)
        self.problem = found


@dataclass
class Reading:
    """What came out of one file: its nodes (None when it could not be read) and its problems."""

    data: Any = None
    problems: list[Problem] = field(default_factory=list)
    readable: bool = True
    silences: list[Silence] = field(default_factory=list)


def read_yaml(path: Path, name: str) -> Reading:
    """Read the file at `path`, called `name` in problems."""
    reading, found = Reading(), FewAlike()
    try:
        text = _decoded(path, name)
        reading.silences = _silences(text, name)
        reading.data = _Builder(name, _without_forbidden(text, name, found), found).build()
    except UnreadableError as stop:
        last = stop.problem
        found.add(name, last.code, lambda: last)
    reading.problems = found.all()
    reading.readable = reading.data is not None and not any(p.code == "duplicate-key" for p in reading.problems)
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
        facts = path.stat()
        if not stat.S_ISREG(facts.st_mode):
            raise UnreadableError(problem("file-unreadable", Where(name), reason="ไม่ใช่แฟ้มธรรมดา"))
        size = facts.st_size
        if size > LARGEST_FILE:
            raise UnreadableError(
                problem("file-too-large", Where(name), size=f"{size / 1e6:.1f}", limit=f"{LARGEST_FILE / 1e6:.0f}")
            )
        raw = path.read_bytes()
    except OSError as failure:
        raise UnreadableError(problem("file-unreadable", Where(name), reason=failure.strerror or "")) from None
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or raw.count(0) * 10 > len(raw):
        raise UnreadableError(problem("file-not-utf8", Where(name, 1, 1), found="UTF-16"))
    try:
        return raw.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as failure:
        raise UnreadableError(_not_utf8(failure.object, failure.start, name)) from None


def _not_utf8(raw: bytes, start: int, name: str) -> Problem:
    lines = raw[:start].decode("utf-8", errors="replace").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return problem("file-not-utf8", Where(name, len(lines), len(lines[-1]) + 1), found=f"0x{raw[start]:02X}")


def _without_forbidden(text: str, name: str, problems: FewAlike) -> str:
    """The text without characters that no text has; each line that had some is a problem."""
    if not _FORBIDDEN.search(text):
        return text
    for number, line in enumerate(text.split("\n"), start=1):
        found = list(_FORBIDDEN.finditer(line))
        if found:
            _add_hidden(problems, Where(name, number, found[0].start() + 1), [ord(one.group()) for one in found])
    return _FORBIDDEN.sub("", text)


def _add_hidden(problems: FewAlike, where: Where, letters: list[int]) -> None:
    shown = ", ".join(dict.fromkeys(f"U+{letter:04X}" for letter in letters))
    problems.add(where.file, "hidden-characters", lambda: problem("hidden-characters", where, found=shown))


class _Builder:
    """Turns the parser's events into nodes without recursion, so that no depth can harm."""

    def __init__(self, name: str, text: str, problems: FewAlike) -> None:
        self.name = name
        self.text = text
        self.problems = problems
        self.root: list[Any] = []
        self.stack: list[SourcedMap | SourcedList] = []
        self.keys: list[SourcedText | None] = []
        self.documents = 0

    def build(self) -> Any:
        try:
            for event in YAML(typ="safe").parse(self.text):
                self._take(event)
        except MarkedYAMLError as failure:
            raise UnreadableError(explain_syntax(failure, self.text, self.name)) from None
        except YAMLError as failure:
            raise UnreadableError(
                problem("yaml-syntax", Where(self.name), reason=str(failure).splitlines()[0])
            ) from None
        if not self.root or self.root[0] is None:
            raise UnreadableError(problem("empty-file", Where(self.name)))
        return self.root[0]

    def _where(self, event: Event) -> Where:
        return Where(self.name, event.start_mark.line + 1, event.start_mark.column + 1)

    def _take(self, event: Event) -> None:
        if isinstance(event, AliasEvent) or getattr(event, "anchor", None):
            raise UnreadableError(problem("yaml-anchor", self._where(event)))
        if isinstance(event, ScalarEvent | MappingStartEvent | SequenceStartEvent) and event.tag:
            raise UnreadableError(
                problem("yaml-tag", self._where(event), found=str(event.tag).replace(_OWN_TAGS, "!!"))
            )
        if isinstance(event, DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                raise UnreadableError(problem("yaml-many-documents", self._where(event)))
        elif isinstance(event, ScalarEvent):
            self._add(self._scalar(event), self._where(event))
        elif isinstance(event, MappingStartEvent):
            self._open(SourcedMap(self._where(event)))
        elif isinstance(event, SequenceStartEvent):
            self._open(SourcedList(self._where(event)))
        elif isinstance(event, MappingEndEvent | SequenceEndEvent):
            self.stack.pop()
            self.keys.pop()

    def _scalar(self, event: ScalarEvent) -> SourcedText | None:
        if not event.style and event.value in _NULLS:
            return None
        if not event.style and event.start_mark.line != event.end_mark.line:
            self._refuse_swallowed_list(event)
        text, hidden = clean_text(event.value)
        if hidden:
            self.problems.add(
                self.name,
                "hidden-characters",
                lambda: problem("hidden-characters", self._first(hidden[0], event), found=", ".join(hidden)),
            )
        return SourcedText.at(text, self._where(event))

    def _refuse_swallowed_list(self, event: ScalarEvent) -> None:
        """To YAML, entries below a key that has a text already are more of that text; nobody means that."""
        if dash := _LIST_IN_TEXT.search(self._source(event)):
            raise UnreadableError(problem("yaml-list-misplaced", self._inside(event, dash.start(1))))

    def _source(self, event: Event) -> str:
        return self.text[event.start_mark.index : event.end_mark.index]

    def _first(self, hidden: str, event: Event) -> Where:
        """Where a hidden character stands; one written as an escape has no place of its own."""
        position = self._source(event).find(chr(int(hidden.removeprefix("U+"), 16)))
        return self._where(event) if position < 0 else self._inside(event, position)

    def _inside(self, event: Event, position: int) -> Where:
        """The place that is `position` characters behind the start of an event."""
        before = self._source(event)[:position]
        line = event.start_mark.line + before.count("\n") + 1
        column = position - before.rfind("\n") if "\n" in before else event.start_mark.column + position + 1
        return Where(self.name, line, column)

    def _open(self, node: SourcedMap | SourcedList) -> None:
        if len(self.stack) >= DEEPEST_NESTING:
            raise UnreadableError(problem("yaml-too-deep", node.where, limit=DEEPEST_NESTING))
        self._add(node, node.where)
        self.stack.append(node)
        self.keys.append(None)

    def _add(self, node: Any, where: Where) -> None:
        if not self.stack:
            self.root.append(node)
            return
        parent = self.stack[-1]
        if isinstance(parent, SourcedList):
            parent.append(node)
        elif self.keys[-1] is None:
            self._take_key(node, where, parent)
        else:
            key = self.keys[-1]
            self.keys[-1] = None
            if parent.key_places[key] == key.where:  # of a key given twice the first stands
                parent.setdefault(str(key), node)

    def _take_key(self, node: Any, where: Where, parent: SourcedMap) -> None:
        if not isinstance(node, SourcedText):
            raise UnreadableError(problem("yaml-key-not-text", where))
        self.keys[-1] = node
        if node in parent.key_places:
            first = parent.key_places[node]
            self.problems.add(
                self.name, "duplicate-key", lambda: problem("duplicate-key", where, key=node, line=first.line)
            )
        else:
            parent.key_places[str(node)] = where
