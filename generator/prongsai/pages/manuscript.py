"""The manuscript of a page: its front matter and its segments, from which Markdown and HTML are taken."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from itertools import pairwise
from typing import Any

from prongsai.json_value import Json
from prongsai.pages.segments import Html, Listing, Running, Segment, Title, markdown_of

CONTENTS = 2  # the lowest level of headings in the list of a page's contents, as the generated settings have it
_ID = re.compile(r'\sid="([^"]*)"')  # typed text has no quotation mark
_TOUCHED = re.compile("[\x02\x03\t\r]")  # what Python-Markdown takes away or writes otherwise, wherever it is


@dataclass(frozen=True)
class Manuscript:
    """A page before an engine reads it: its front matter and its segments."""

    front: str
    segments: tuple[Segment, ...]

    @property
    def markdown(self) -> str:
        """The file that people and engines read."""
        return f"{self.front}\n{markdown_of(self.segments)}\n"

    @property
    def html(self) -> str | None:
        """The content as the engine makes it; None where only Python-Markdown knows."""
        made = [one.html for one in self.segments]
        if any(isinstance(one, Listing) and isinstance(after, Listing) for one, after in pairwise(self.segments)):
            return None  # read as one list, with paragraphs in some of its entries
        html = "\n".join(one for one in made if one is not None).strip()
        return None if None in made or _TOUCHED.search(html) else html

    @property
    def contents(self) -> Iterator[Title]:
        """The headings of the list of contents, the title first."""
        return (one for one in self.segments if isinstance(one, Title) and one.level <= CONTENTS)

    @property
    def title(self) -> str:
        """The title that the engine reads from the content; empty where anything is before it."""
        first = self.segments[0] if self.segments else None
        return first.words if isinstance(first, Title) and first.level == 1 else ""


def ids_in(html: str) -> frozenset[str]:
    """All ids of the content of a page."""
    return frozenset(map(unescape, _ID.findall(html)))


_KINDS = {kind.__name__: kind for kind in (Html, Title, Running, Listing)}


def as_json(page: Manuscript) -> Json:
    """A manuscript as values of JSON."""
    return [page.front, [[type(one).__name__, *_values(one)] for one in page.segments]]


def from_json(kept: Any) -> Manuscript:
    """The manuscript that was given as values of JSON."""
    front, segments = kept
    return Manuscript(front, tuple(_read(*one) for one in segments))


def _values(segment: Segment) -> Iterator[Json]:
    if isinstance(segment, Listing):
        yield [*segment.entries]
        return
    yield segment.text
    if isinstance(segment, Title):
        yield from (segment.id, segment.level)


def _read(kind: str, first: Any, *others: Any) -> Segment:
    return Listing(tuple(first)) if kind == Listing.__name__ else _KINDS[kind](first, *others)
