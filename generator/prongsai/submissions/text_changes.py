"""The difference between two texts of a page in a few words: the first place that changed, before and after."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from dataclasses import dataclass

from prongsai.thai.line_breaks import shortened
from prongsai.thai.numerals import to_arabic

_LONGEST = 100  # characters of each side
_AROUND = 12  # characters before the first letter that differs
HEADING = "# "  # before the heading of a section in the kept text of a page


@dataclass(frozen=True)
class TextChange:
    """A place that changed: the heading it is under, and the text before and after; empty where one has none."""

    section: str
    before: str
    after: str


def compare_texts(before: str, after: str) -> tuple[TextChange, ...]:
    """Every place that changed, in the order of the newer text; the kind of digits and blanks make no difference."""
    old, new = before.splitlines(), after.splitlines()
    matcher = difflib.SequenceMatcher(None, [_plain(line) for line in old], [_plain(line) for line in new], False)
    return tuple(_changes(matcher, old, new))


def shorten_change(change: TextChange) -> tuple[str, str]:
    """Both sides in short, from a little before the first letter that differs."""
    pairs = zip(change.before, change.after, strict=False)
    same = next(
        (n for n, (one, other) in enumerate(pairs) if one != other), min(map(len, (change.before, change.after)))
    )
    begin = max(0, same - _AROUND)
    return _from(change.before, begin), _from(change.after, begin)


def _from(text: str, begin: int) -> str:
    begin = begin if begin < len(text) else 0
    return ("…" if begin else "") + shortened(text[begin:].strip(), _LONGEST)


def _changes(matcher: difflib.SequenceMatcher[str], old: list[str], new: list[str]) -> Iterator[TextChange]:
    for kind, first, last, begin, end in matcher.get_opcodes():
        if kind != "equal":
            section = _section(old, first) if kind == "delete" else _section(new, begin)
            yield TextChange(section, _joined(old[first:last]), _joined(new[begin:end]))


def _plain(line: str) -> str:
    return to_arabic("".join(line.split()))


def _joined(lines: list[str]) -> str:
    return " / ".join(line.removeprefix(HEADING) for line in lines)


def _section(lines: list[str], place: int) -> str:
    """The heading above a place."""
    above = (line for line in reversed(lines[: place + 1]) if line.startswith(HEADING))
    return next(above, "").removeprefix(HEADING)
