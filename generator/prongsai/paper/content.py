"""A document for paper: its blocks with the text around them."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from prongsai.blocks.block import Heading, PaperBlock
from prongsai.views.content import Bullet, Bullets, Part, Phrase
from prongsai.web import is_address_itself, is_on_the_web, whole_address

_OPENING, _CLOSING = " (“", " ,)”"  # what joins a phrase to the one before or behind it
_OWN_MARK = re.compile(r"\(\d{1,2}\) |\d{1,2}[.)] |[-–•] ")

Kind = Literal["analysis", "measures", "follow-up", "oit", "memo", "brief", "year", "appeal"]


@dataclass(frozen=True)
class Emblem:
    """The picture at the head of a document: its ending without the dot, and its bytes."""

    ending: str
    data: bytes

    def __repr__(self) -> str:
        """Its kind and a digest: a document is known by what it says of itself."""
        return f"Emblem({self.ending!r}, {hashlib.sha256(self.data).hexdigest()!r})"


@dataclass(frozen=True)
class Paper:
    """A document of a fiscal year (Buddhist Era), in words its `period`; `page` is the path of the page that says it.

    What is never published has no page.

    `url` is the permanent address of that page, empty where nobody said where the site will be. `dated` is the date
    as the data states it, in words, or empty. `notice` is on every sheet; `wide` lays the sheets across. `place` is
    where the agency is, in words, or empty. A book consists of the papers that are its `parts`. The `emblem` is at its
    head: of a letter the emblem of the state, of others the agency's logo.
    """

    year: int
    kind: Kind
    title: str
    period: str
    agency: str
    page: str
    url: str
    dated: str
    notice: str
    blocks: tuple[PaperBlock, ...]
    wide: bool = False
    thai_digits: bool = True
    site_url: str = ""
    place: str = ""
    parts: tuple[Paper, ...] = ()
    emblem: Emblem | None = None

    @property
    def full_title(self) -> str:
        """The title with the year that it is about."""
        return f"{self.title} {self.period}"

    @property
    def is_one_sheet(self) -> bool:
        """True if it is for people who read one sheet."""
        return self.kind in {"memo", "brief"}

    @property
    def is_letter(self) -> bool:
        """True if it is laid out as a letter."""
        return self.kind == "memo"


@dataclass(frozen=True)
class Run:
    """A piece of text of one kind; `href` is an address of the web, or empty."""

    text: str
    kind: str = ""
    href: str = ""


def merge_runs(parts: Iterable[Part], site_url: str = "") -> tuple[tuple[Run, ...] | Bullets, ...]:
    """Phrases that follow each other as runs with the blanks between them, and the lists that are between.

    `site_url` makes the paths of the site whole addresses; without it only addresses of the web are links. Nobody
    follows a link on paper, so the address of another site is next to its words, unless these are the address.
    """
    made: list[tuple[Run, ...] | Bullets] = []
    runs: list[Run] = []
    for part in parts:
        if isinstance(part, Bullets):
            made += [tuple(runs)] if runs else []
            made.append(part)
            runs = []
        elif part.text:
            runs.append(Run(_spaced(part, runs), part.kind, _linked(part.href, site_url)))
            if is_on_the_web(part.href) and not is_address_itself(part.text, part.href):
                runs.append(Run(f" ({part.href})", "address", part.href))
    return (*made, tuple(runs)) if runs else tuple(made)


def numbered_headings(document: Paper) -> tuple[tuple[str, Heading], ...]:
    """The highest headings of a part of a book in their order, each with its name in the book."""
    headings = [one for one in document.blocks if isinstance(one, Heading) and one.level == 1]
    return tuple((f"{document.kind}-{place}", one) for place, one in enumerate(headings, start=1))


def has_own_marks(points: Iterable[Bullet]) -> bool:
    """True if every point of a list was typed with a mark or a number of its own, so that it needs no other."""
    return all(_OWN_MARK.match(point.text) for point in points)


def _spaced(part: Phrase, before: list[Run]) -> str:
    is_apart = bool(before) and before[-1].text[-1:] not in _OPENING and part.text[:1] not in _CLOSING
    return f" {part.text}" if is_apart else part.text


def _linked(href: str, site_url: str) -> str:
    whole = whole_address(href, site_url)
    return whole if is_on_the_web(whole) else ""
