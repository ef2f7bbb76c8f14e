"""Turn what the YAML parser stumbled over into a problem that names the culprit, not where the parser gave up."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ruamel.yaml.error import MarkedYAMLError

from prongsai.problems import Problem, Where, problem

_ENTRY = re.compile(r" *-\s")
_KEY_WITH_COLON = re.compile(r":(?:\s|$)")
Place = tuple[int, int]  # line and column from 0, as the parser counts


@dataclass(frozen=True)
class _Stumble:
    """The lines of a file, where the parser gave up, and where the thing began that it was reading then."""

    lines: Sequence[str]
    here: Place
    opening: Place

    @property
    def before(self) -> str:
        return self.lines[self.here[0]][: self.here[1]]

    @property
    def rest(self) -> str:
        return self.lines[self.here[0]][self.here[1] :]


_Explain = Callable[[_Stumble], tuple[str, Place]]


def explain_syntax(failure: MarkedYAMLError, text: str, name: str) -> Problem:
    """The problem behind a failure of the parser in the file `name` that holds `text`."""
    words = f"{failure.context or ''} {failure.problem or ''}".strip()
    stop = failure.problem_mark or failure.context_mark
    if stop is None:
        return problem("yaml-syntax", Where(name), reason=words)
    start = failure.context_mark or stop
    at = _Stumble([*text.split("\n"), ""], (stop.line, stop.column), (start.line, start.column))
    code, (line, column) = _cause(words, at)
    if code == "yaml-indent" and _ENTRY.match(at.lines[line]):
        code, column = "yaml-indent-of-entry", _indent(at.lines[line])
    found = at.lines[line][column:].split()
    return problem(code, Where(name, line + 1, column + 1), reason=words, found=found[0][:60] if found else "")


def _cause(words: str, at: _Stumble) -> tuple[str, Place]:
    return next((explain(at) for part, explain in _EXPLANATIONS if part in words), ("yaml-syntax", at.here))


def _here(code: str) -> _Explain:
    return lambda at: (code, at.here)


def _at_the_opening(code: str) -> _Explain:
    return lambda at: (code, at.opening)


def _no_token(at: _Stumble) -> tuple[str, Place]:
    return ("yaml-tab" if at.rest.startswith("\t") else "yaml-special-character"), at.here


def _bracket(at: _Stumble) -> tuple[str, Place]:
    # A colon or the end of the file shows that the bracket should have been closed on a line above.
    runs_on = at.here[0] != at.opening[0] and at.rest[:1] in {":", ""}
    return "yaml-unclosed-bracket", at.opening if runs_on else at.here


def _second_document(at: _Stumble) -> tuple[str, Place]:
    end = next((number for number, line in enumerate(at.lines[: at.here[0]]) if line.rstrip() == "..."), None)
    return ("yaml-indent", at.here) if end is None else ("yaml-many-documents", (end, 0))


def _no_key(at: _Stumble) -> tuple[str, Place]:
    if at.before.strip():
        return "yaml-after-value", at.here
    if at.rest.startswith(":"):
        return "yaml-key-not-text", at.here
    is_entry = re.match(r"-(?:\s|$)", at.rest) and not at.lines[at.here[0] - 1].lstrip().startswith("- ")
    return ("yaml-list-misplaced" if is_entry else "yaml-indent"), at.here


def _second_colon(at: _Stumble) -> tuple[str, Place]:
    """A colon where none may be: inside a text, on a line indented too deep, or below a line that lacks its own."""
    if _KEY_WITH_COLON.search(at.before):
        return "yaml-colon", at.here
    lines, line = at.lines, at.here[0]
    indent = _indent(lines[line])
    above = line - 1
    while above >= 0 and _indent(lines[above]) == indent and not _KEY_WITH_COLON.search(lines[above]):
        above -= 1
    without_colon = above + 1 < line and not lines[line - 1].lstrip().startswith(("- ", "#"))
    if without_colon and (above < 0 or lines[above].rstrip().endswith(":")):
        return "yaml-missing-colon", (line - 1, indent)
    return "yaml-indent", (line, indent)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


_EXPLANATIONS: tuple[tuple[str, _Explain], ...] = (  # words of the parser's own message, and what they come from
    ("tab character", _here("yaml-tab")),
    ("escape c", _here("yaml-escape")),
    ("while scanning a quoted scalar", _at_the_opening("yaml-unclosed-quote")),
    ("while scanning an anchor", _at_the_opening("yaml-anchor")),
    ("while scanning an alias", _at_the_opening("yaml-anchor")),
    ("could not find expected ':'", _at_the_opening("yaml-missing-colon")),
    ("cannot start any token", _no_token),
    ("directive", _at_the_opening("yaml-special-character")),
    ("incompatible YAML", _at_the_opening("yaml-special-character")),
    ("while scanning a tag", _at_the_opening("yaml-tag")),
    ("undefined tag handle", _here("yaml-tag")),
    ("block sequence entries are not allowed", _here("yaml-list-misplaced")),
    ("mapping values are not allowed", _second_colon),
    ("found unexpected ':'", _here("yaml-colon")),
    ("while parsing a flow", _bracket),
    ("while parsing a block node", _here("yaml-special-character")),
    ("expected <document start>", _second_document),
    ("expected comment or line break", _here("yaml-after-value")),
    ("did not find expected '-' indicator", _no_key),
    ("did not find expected key", _no_key),
)
