"""Text laid into lines of a width, as large as it fits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from prongsai.sharing.faces import Face
from prongsai.thai.line_breaks import BLANK, ELLIPSIS, LAST, Break, find_breaks

LONGEST = 600  # characters that are looked at; no picture shows more
_FULL = 0.62  # of the width that a line should fill before a better place to end counts


@dataclass(frozen=True)
class Block:
    """Lines of text in one face."""

    face: Face
    lines: tuple[str, ...]


def fit_text(text: str, width: float, choices: Sequence[tuple[Face, int]]) -> Block:
    """The text in the first of `choices` (a face, and how many lines it may take) that holds it whole.

    What the last of them does not hold is cut off and ends in an ellipsis.
    """
    plain = " ".join(text.split())[:LONGEST]
    for face, most in choices:
        lines = break_lines(plain, face, width)
        if len(lines) <= most:
            return Block(face, lines)
    return Block(face, (*lines[: most - 1], _cut(lines[most - 1], face, width)))


def break_lines(text: str, face: Face, width: float) -> tuple[str, ...]:
    """The text in lines no wider than `width`, ended where it reads best."""
    breaks = _places(text, face, width)
    reach = _reach(text, breaks, face)
    lines, start = [], 0
    while start < len(text):
        end = _end_of_line(start, breaks, reach, width)
        lines.append(text[start:end].rstrip())
        start = end
    return tuple(lines) or ("",)


def _places(text: str, face: Face, width: float) -> list[Break]:
    """Where lines may end; within a piece that no line holds, behind every letter."""
    found: list[Break] = []
    start = 0
    for one in (*find_breaks(text), Break(len(text), BLANK)):
        if face.width(text[start : one.at]) > width:
            found += [Break(at, LAST) for at in range(start + 1, one.at)]
        found.append(one)
        start = one.at
    return found


def _reach(text: str, breaks: Sequence[Break], face: Face) -> dict[int, float]:
    """How far the text reaches up to each place, in pixels."""
    found, start, total = {0: 0.0}, 0, 0.0
    for one in breaks:
        total += face.width(text[start : one.at])
        found[one.at] = total
        start = one.at
    return found


def _end_of_line(start: int, breaks: Sequence[Break], reach: dict[int, float], width: float) -> int:
    later = [one for one in breaks if one.at > start]
    fitting = [one for one in later if reach[one.at] - reach[start] <= width]
    if not fitting:
        return later[0].at
    if fitting[-1].at == breaks[-1].at:
        return fitting[-1].at
    full = [one for one in fitting if reach[one.at] - reach[start] >= width * _FULL] or fitting[-1:]
    return min(full, key=lambda one: (one.rank, -one.at)).at


def _cut(line: str, face: Face, width: float) -> str:
    ends = [one.at for one in _places(line, face, width - face.width(ELLIPSIS))]
    kept = next((line[:at] for at in reversed(ends) if face.width(line[:at] + ELLIPSIS) <= width), "")
    return f"{kept.rstrip()}{ELLIPSIS}"
