"""Turn the events of the YAML parser into plain nodes that know their line and column; every scalar stays text."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import partial

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    CollectionEndEvent,
    DocumentStartEvent,
    Event,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceStartEvent,
)

from prongsai.loading.explain_syntax import explain_syntax
from prongsai.model.examples import written
from prongsai.model.source import SourcedList, SourcedMap, SourcedText
from prongsai.problems import FewAlike, Problem, Where, problem
from prongsai.thai.text import clean_text

# To YAML a number sign behind a blank begins a comment; with a blank behind it, people mean one too.
_CUT = re.compile(r"[ \t]+#(?!\s*ยกเว้น)(?=[^\W_])")
_LONGEST = 60  # characters of a text that are shown


def find_cut(source: str, rest: str, where: Where) -> Problem | None:
    """The lost part of a text without quotes: `source` is what was read, `rest` what follows it on its line."""
    cut = _CUT.match(rest)
    if cut is None:
        return None
    last = source.rpartition("\n")[2]
    column = cut.end() + (len(last) if "\n" in source else where.column - 1 + len(last))
    place = Where(where.file, where.line + source.count("\n"), column)
    lost, whole = clean_text(rest[cut.end() - 1 :])[0], clean_text(source + rest)[0]
    return problem("text-cut-at-number-sign", place, found=_shown(lost), example=_quoted(whole))


def find_cells(text: str, where: Where) -> Problem | None:
    """The cells of a sheet that were pasted into one text."""
    if "\t" not in text.strip():
        return None
    cells = filter(None, (clean_text(cell)[0] for cell in text.split("\t")))
    return problem("cells-in-one-text", where, cells=" | ".join(_shown(one, 20) for one in [*cells][:4]))


def _quoted(text: str) -> str:
    return f'"{text}"' if not re.search(r'["\\]', text) else written(text)


def _shown(text: str, longest: int = _LONGEST) -> str:
    return text if len(text) <= longest else f"{text[: longest - 1].rstrip()}…"


DEEPEST_NESTING = 20
_NULLS = {"", "~", "null", "Null", "NULL"}
_OWN_TAGS = "tag:yaml.org,2002:"
_KEY_IN_TEXT = re.compile(r"\s*(?:-\s+)?[\w.-]+:(?:\s|$)")
_LIST_IN_TEXT = re.compile(r"\n[ ]*(- )")


class UnreadableError(Exception):
    """Raised when a file cannot be read any further."""

    def __init__(self, found: Problem, line: int = 0) -> None:
        super().__init__(found.code)
        self.problem = found
        self.line = max(found.where.line, line)  # the furthest line that was looked at, from 1


@dataclass(frozen=True)
class Open:
    """A list or group that was begun and not ended: the line and column of its first entry, from 0."""

    line: int
    column: int
    is_list: bool
    in_brackets: bool


class Builder:
    """Turns the parser's events into nodes without recursion, so that no depth can harm.

    After an UnreadableError `open` and `last_text` say how far it came.
    """

    def __init__(self, name: str, text: str, problems: FewAlike) -> None:
        self.name = name
        self.text = text
        self.problems = problems
        self.root: list[object] = []
        self.stack: list[SourcedMap | SourcedList] = []
        self.keys: list[SourcedText | None] = []
        self.documents = 0
        self.open: list[Open] = []
        self.last_scalar: ScalarEvent | None = None

    @property
    def last_text(self) -> tuple[int, int]:
        """The first and the last line, from 0, of the text that was read last."""
        event = self.last_scalar
        return (0, 0) if event is None else (event.start_mark.line, event.end_mark.line)

    def build(self) -> object:
        """The nodes of the text; raises UnreadableError where it cannot be read any further."""
        try:
            for event in YAML(typ="safe").parse(self.text):
                self._take(event)
        except MarkedYAMLError as failure:
            line = failure.problem_mark.line if failure.problem_mark else 0
            raise UnreadableError(
                self._open_quote(line) or explain_syntax(failure, self.text, self.name), line + 1
            ) from None
        except YAMLError as failure:
            raise UnreadableError(
                problem("yaml-syntax", Where(self.name), reason=str(failure).splitlines()[0])
            ) from None
        if not self.root or self.root[0] is None:
            raise UnreadableError(problem("empty-file", Where(self.name)))
        return self.root[0]

    def _open_quote(self, line: int) -> Problem | None:
        """The quote that was not closed, where the text that ends on the line at fault took in keys on its way."""
        event = self.last_scalar
        if event is None or not event.style or event.style not in "'\"" or event.end_mark.line != line:
            return None
        taken = self._source(event).split("\n")[1:]
        return problem("yaml-unclosed-quote", self._where(event)) if any(map(_KEY_IN_TEXT.match, taken)) else None

    def _where(self, event: Event) -> Where:
        return Where(self.name, event.start_mark.line + 1, event.start_mark.column + 1)

    def _take(self, event: Event) -> None:
        if isinstance(event, NodeEvent):
            self._refuse_marked(event)
        if isinstance(event, ScalarEvent):
            where = self._where(event)
            self._add(self._scalar(event, where), where)
        elif isinstance(event, MappingStartEvent):
            self._open(SourcedMap(self._where(event)), event)
        elif isinstance(event, SequenceStartEvent):
            self._open(SourcedList(self._where(event)), event)
        elif isinstance(event, CollectionEndEvent):
            self.stack.pop()
            self.keys.pop()
            self.open.pop()
        elif isinstance(event, DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                raise UnreadableError(problem("yaml-many-documents", self._where(event)))

    def _refuse_marked(self, event: NodeEvent) -> None:
        """Refuse aliases and tags: nobody means a reference to something elsewhere or a type to be read as."""
        if event.anchor:
            raise UnreadableError(problem("yaml-anchor", self._where(event)))
        tag = getattr(event, "tag", None)  # an alias has none
        if tag:
            raise UnreadableError(problem("yaml-tag", self._where(event), found=str(tag).replace(_OWN_TAGS, "!!")))

    def _scalar(self, event: ScalarEvent, where: Where) -> SourcedText | None:
        self._note_cut(event)
        self.last_scalar = event
        self._tell_altered(event, where)
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
        return SourcedText.at(text, where, event.value)

    def _note_cut(self, event: ScalarEvent) -> None:
        """Remember a key in braces that not even a colon follows, behind another entry."""
        holder, key = (self.stack[-1], self.keys[-1]) if self.stack else (None, None)
        if event.value or event.style or key is None or self.last_scalar is None or not isinstance(holder, SourcedMap):
            return
        between = self.text[self.last_scalar.end_mark.index : event.start_mark.index]
        if ":" not in between and holder and not holder.cut:
            holder.cut = str(key)

    def _tell_altered(self, event: ScalarEvent, where: Where) -> None:
        """Say where a text is not read as it was typed; a value of which nothing is left is not lacking."""
        end = event.end_mark.index
        rest = self.text[end : (self.text.find("\n", end) + 1) or None]
        cut = find_cut(self._source(event), rest, where) if "#" in rest and not event.style else None
        if cut and not event.value and self.stack and self.keys[-1]:
            self.stack[-1].lost |= {str(self.keys[-1])}
        for found in filter(None, (cut, find_cells(event.value, where))):
            self.problems.add(self.name, found.code, partial(replace, found))

    def _refuse_swallowed_list(self, event: ScalarEvent) -> None:
        """To YAML, entries below a key that has a text already are more of that text; nobody means that."""
        if dash := _LIST_IN_TEXT.search(self._source(event)):
            raise UnreadableError(problem("yaml-list-misplaced", self._inside(event, dash.start(1))))

    def _source(self, event: Event) -> str:
        return self.text[event.start_mark.index : event.end_mark.index]

    def _first(self, hidden: str, event: Event) -> Where:
        """The place of the first hidden character; one written as an escape has no place of its own."""
        position = self._source(event).find(chr(int(hidden.removeprefix("U+"), 16)))
        return self._where(event) if position < 0 else self._inside(event, position)

    def _inside(self, event: Event, position: int) -> Where:
        """The place that is `position` characters behind the start of an event."""
        before = self._source(event)[:position]
        line = event.start_mark.line + before.count("\n") + 1
        column = position - before.rfind("\n") if "\n" in before else event.start_mark.column + position + 1
        return Where(self.name, line, column)

    def _open(self, node: SourcedMap | SourcedList, event: MappingStartEvent | SequenceStartEvent) -> None:
        if len(self.stack) >= DEEPEST_NESTING:
            raise UnreadableError(problem("yaml-too-deep", node.where, limit=DEEPEST_NESTING))
        self._add(node, node.where)
        self.stack.append(node)
        mark, is_list = event.start_mark, isinstance(node, SourcedList)
        self.open.append(Open(mark.line, mark.column, is_list, bool(event.flow_style)))
        self.keys.append(None)

    def _add(self, node: object, where: Where) -> None:
        if not self.stack:
            self.root.append(node)
            return
        parent = self.stack[-1]
        if isinstance(parent, SourcedList):
            parent.append(node)
            parent.places.append(where)
        elif self.keys[-1] is None:
            self._take_key(node, where, parent)
        else:
            key = self.keys[-1]
            self.keys[-1] = None
            if parent.key_places[key] == key.where:  # of a key given twice the first counts
                parent.setdefault(str(key), node)

    def _take_key(self, node: object, where: Where, parent: SourcedMap) -> None:
        if not isinstance(node, SourcedText):
            raise UnreadableError(problem("yaml-key-not-text", where))
        self.keys[-1] = node
        if node in parent.key_places:
            first = parent.key_places[node]
            self.problems.add(
                self.name, "duplicate-key", lambda: problem("duplicate-key", where, key=node, line=first.line)
            )
            parent.lost |= {str(node)}
            for holder in self.stack:
                holder.whole = False
        else:
            parent.key_places[str(node)] = where
