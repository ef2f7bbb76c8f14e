"""The text of a file as the reader sees it, with the way back to every byte that people keep."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from prongsai.loading.read_yaml import FORBIDDEN, clean_lines
from prongsai.problems import FewAlike

_OTHER = re.compile(f"\r\n?|\\A\ufeff|{FORBIDDEN.pattern}")
_ENDS = re.compile("\r\n|\r|\n")


@dataclass(frozen=True)
class Edit:
    """The letters from `start` to before `end` of a plain text, and what is there instead."""

    start: int
    end: int
    new: str


class Source:
    """A text with its line ends, its mark of byte order and whatever else the reader does not see.

    `plain` is what the reader sees: line ends are one letter, blanks are blanks, forbidden letters are not there.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        plain, self._steps = _without(text)
        self.plain = clean_lines(plain, "", FewAlike())

    def edited(self, edits: Sequence[Edit]) -> str:
        """The text with these edits made; raises ValueError where two of them touch the same letters."""
        parts, done = [], 0
        for edit in sorted(edits, key=lambda one: (one.start, one.end)):
            start, end = self._original(edit.start), self._original(edit.end)
            if start < done:
                raise ValueError(f"two edits at {start}")
            new = edit.new if "\n" not in edit.new else edit.new.replace("\n", self._line_end())
            parts += [self.text[done:start], new]
            done = end
        return "".join([*parts, self.text[done:]])

    def _original(self, index: int) -> int:
        at = bisect_right(self._steps, (index, len(self.text) + 1)) - 1
        plain, original = self._steps[at]
        return original + index - plain

    def _line_end(self) -> str:
        """The line end that most lines of the text have."""
        if "\r" not in self.text:
            return "\n"
        found = Counter(one.group() for one in _ENDS.finditer(self.text))
        return found.most_common(1)[0][0]


def _without(text: str) -> tuple[str, list[tuple[int, int]]]:
    """The text with plain line ends and nothing forbidden, and from where on its letters have moved by how much."""
    parts, steps, length, done = list[str](), [(0, 0)], 0, 0
    for found in _OTHER.finditer(text):
        kept = text[done : found.start()]
        parts.append(kept)
        length += len(kept)
        if found.group()[0] == "\r":
            parts.append("\n")
            steps.append((length, found.start()))
            length += 1
        done = found.end()
        steps.append((length, done))
    return "".join([*parts, text[done:]]), steps
