"""The segments of a page, each of which knows its Markdown and the HTML that an engine makes of that.

The two are said in one place, so that nothing is read back from Markdown. Every text is markup whose typed parts were
escaped (pages/escape.py), which is why a segment says for sure how Python-Markdown reads it: with the extensions of
the generated settings, as MkDocs sets them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

_OWN_NUMBER = re.compile(r"(\d+)\.(?=\s)")  # \d on purpose: Thai digits begin lists too
_INLINE = re.compile(r"(?:[^<\[\n]|<(?:a|b|br|button|data|i|q|small|span|strong)[\s>])[^\[\n]*")
_BLOCK = re.compile(r"<(?:article|details|div|dl|figure|form|h[1-6]|nav|noscript|ol|p|section|table|ul)[\s>]")
_TAG = re.compile(r"<[^>]*>")


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

    @property
    def inside(self) -> str:
        """The same text, inside another element."""
        return self.text


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
    def inside(self) -> str:
        """The heading inside another element, with its id if it has one."""
        name = f' id="{self.id}"' if self.id else ""
        return f"<h{self.level}{name}>{self.text}</h{self.level}>"

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

    @property
    def inside(self) -> str:
        """A paragraph inside another element, where the engine reads nothing."""
        return f"<p>{self.text}</p>"


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

    @property
    def inside(self) -> str:
        """The list inside another element, where the engine reads nothing."""
        return "\n".join(("<ul>", *(f"<li>{one}</li>" for one in self.entries), "</ul>"))


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
