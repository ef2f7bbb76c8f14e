"""The manuscript of a page: its segments, each of which knows its Markdown and the HTML that an engine makes of that.

The two are said in one place, so that nothing is read back from Markdown. Every text is markup whose typed parts were
escaped (pages/escape.py), which is why a segment says for sure how Python-Markdown reads it: with the extensions of
the generated settings, as MkDocs sets them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from html import unescape
from itertools import pairwise
from typing import Any

from prongsai.json_value import Json

CONTENTS = 2  # the lowest level of headings in the list of a page's contents; the generated settings say the same
_OWN_NUMBER = re.compile(r"(\d+)\.(?=\s)")  # \d on purpose: Thai digits begin lists too
_INLINE = re.compile(r"(?:[^<]|<(?:a|b|br|button|data|i|q|small|span|strong)[\s>])[^\[\n]*")
_BLOCK = re.compile(r"<(?:article|details|div|dl|figure|form|h[1-6]|nav|noscript|ol|p|section|table|ul)[\s>]")
_ID = re.compile(r'\sid="([^"]*)"')  # typed text has no quotation mark
_TAG = re.compile(r"<[^>]*>")
_TOUCHED = re.compile("[\x02\x03\t\r]")  # what Python-Markdown takes away or writes otherwise, wherever it is


@dataclass(frozen=True)
class Html:
    """Elements that are blocks, each at the start of a line: their Markdown is their HTML."""

    text: str

    @property
    def markdown(self) -> str:
        """The same text."""
        return self.text

    @property
    def html(self) -> str | None:
        """The same text, with the empty line that follows it; None where it does not begin with a block."""
        return f"{self.text}\n" if _BLOCK.match(self.text) else None


@dataclass(frozen=True)
class Title:
    """A heading of a level from 1, the title of the page, to 6; `id` is its permanent fragment on the page."""

    text: str
    id: str
    level: int

    @property
    def markdown(self) -> str:
        """Number signs, the text, and the id as an attribute list."""
        return f"{'#' * self.level} {self.text}" + (f" {{ #{self.id} }}" if self.id else "")

    @property
    def html(self) -> str | None:
        """The heading; None without an id, for then the engine counts one, and without a text."""
        return f'<h{self.level} id="{self.id}">{self.text}</h{self.level}>' if self.id and self.text else None

    @property
    def words(self) -> str:
        """The text alone, as escaped HTML."""
        return " ".join(_TAG.sub("", self.text).split())


@dataclass(frozen=True)
class Running:
    """Running text of one paragraph, on one line."""

    text: str

    @property
    def markdown(self) -> str:
        """The text, which never begins a list."""
        return _never_a_list(self.text)

    @property
    def html(self) -> str | None:
        """A paragraph; None where the engine might read anything else."""
        text = _never_a_list(self.text)
        return f"<p>{text}</p>" if _INLINE.fullmatch(text) else None


@dataclass(frozen=True)
class Listing:
    """A plain list."""

    entries: tuple[str, ...]

    @property
    def markdown(self) -> str:
        """A line for each entry."""
        return "\n".join(f"- {_never_a_list(one)}" for one in self.entries)

    @property
    def html(self) -> str | None:
        """A list without paragraphs; None where the engine might read anything else."""
        entries = tuple(map(_never_a_list, self.entries))
        if not all(map(_INLINE.fullmatch, entries)):
            return None
        return "\n".join(("<ul>", *(f"<li>{one}</li>" for one in entries), "</ul>"))


Segment = Html | Title | Running | Listing


def _never_a_list(text: str) -> str:
    """The text, of which a number at the start is none of the engine's: phrases one by one cannot know that."""
    return _OWN_NUMBER.sub(r"\1&#46;", text, count=1) if _OWN_NUMBER.match(text) else text


def map_texts(segment: Segment, change: Callable[[str], str]) -> Segment:
    """The segment with each of its texts changed."""
    if isinstance(segment, Listing):
        return Listing(tuple(map(change, segment.entries)))
    return replace(segment, text=change(segment.text))


def markdown_of(segments: Iterable[Segment]) -> str:
    """The Markdown of segments with an empty line between them."""
    return "\n\n".join(one.markdown for one in segments)


@dataclass(frozen=True)
class Manuscript:
    """A page before an engine reads it: its front matter and its segments."""

    front: str
    segments: tuple[Segment, ...]

    @property
    def markdown(self) -> str:
        """The file that people and engines read."""
        return f"{self.front}\n{markdown_of(self.segments)}\n"

    @cached_property
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

    @property
    def ids(self) -> frozenset[str]:
        """All ids of the content."""
        return frozenset(map(unescape, _ID.findall(self.html or "")))


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
