"""What is found in a page or file that somebody wrote: what it would do, the words of it, and by what to find them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

# request: it is loaded from elsewhere; target: it sends or leads the reader elsewhere unasked; script: it runs;
# script-address: a script names another website; script-file, style-file: it uses a file as a script or a style sheet.
Kind = Literal["request", "target", "script", "script-address", "script-file", "style-file"]
_LONGEST = 80


@dataclass(frozen=True)
class SafetyFinding:
    """One thing of a page; `marks` are texts by which its line is found, the most telling first."""

    kind: Kind
    found: str
    marks: tuple[str, ...]


def make_finding(kind: Kind, found: str, *marks: str) -> SafetyFinding:
    """A finding with a text that fits into a sentence."""
    text = " ".join(found.split())
    return SafetyFinding(kind, text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…", marks)
