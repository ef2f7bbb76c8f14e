"""Findings in pages written by hand, and their lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

# request: it is loaded from elsewhere; target: it sends or leads the reader elsewhere unasked; script: it runs;
# script-address: a script names another website; script-file, style-file: it uses a file as a script or a style sheet.
Kind = Literal["request", "target", "script", "script-address", "script-file", "style-file"]
_LONGEST = 80


@dataclass(frozen=True)
class SafetyFinding:
    """One thing of a page; `marks` are texts by which its line is found, the most specific first."""

    kind: Kind
    found: str
    marks: tuple[str, ...]


def make_finding(kind: Kind, found: str, *marks: str) -> SafetyFinding:
    """A finding with a text that fits into a sentence."""
    text = " ".join(found.split())
    return SafetyFinding(kind, text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…", marks)


_FENCE = re.compile(r" {0,3}(```+|~~~+)")


class LineFinder:
    """Finds lines in one source; what is asked for again is found at its next place."""

    def __init__(self, source: str, *, is_markdown: bool) -> None:
        self.lines = [line.lower() for line in source.split("\n")]
        fenced = _fenced(self.lines) if is_markdown else set()
        self.order = [*(n for n in range(len(self.lines)) if n not in fenced), *sorted(fenced)]
        self.asked: Counter[str] = Counter()

    def find(self, finding: SafetyFinding) -> tuple[int, int]:
        """Line and column of a finding, counted from 1, or 0 and 0 where nothing of it can be found."""
        for mark in filter(None, (_first_piece(mark) for mark in finding.marks)):
            places = [number for number in self.order if mark in self.lines[number]]
            if places:
                self.asked[mark] += 1
                line = places[min(self.asked[mark], len(places)) - 1]
                return line + 1, self.lines[line].index(mark) + 1
        return 0, 0


def _first_piece(mark: str) -> str:
    """The first word of a mark, since a source can break its lines in other places."""
    return next(iter(mark.lower().split()), "")


def _fenced(lines: Iterable[str]) -> set[int]:
    """The lines of code blocks, where something is shown and not done."""
    found: set[int] = set()
    fence = ""
    for number, line in enumerate(lines):
        opening = _FENCE.match(line)
        if fence or opening:
            found.add(number)
        if opening and not fence:
            fence = opening[1]
        elif fence and line.strip().startswith(fence) and not line.strip().strip(fence[0]):
            fence = ""
    return found
