"""The facts that a page shows: its words without what leads elsewhere, explains, draws or asks."""

from __future__ import annotations

import re

from paper.reading import words_of
from unit.pages.reading import Element, read_html

# Ways to other pages and documents, pictures (their table is counted) and marks beside their words.
NO_FACTS = {"nav", "figure", "svg", "details"}
# From which files a page is made, how to ask about it, what short names mean, how the strip of days is read.
NO_FACT_CLASSES = {"ps-madefrom", "ps-ask", "ps-asked", "ps-explain", "ps-days-legend", "ps-signed", "ps-sr"}
FORM = {"dt", "h2"}  # of a letter: its form says them in its own way, โทร. and a line to sign on
_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_ONLY_A_WAY = re.compile(r"^(?:<p[^>]*>)?<a [^>]*>[^<]*</a>(?:</p>)?$", re.MULTILINE)
_WAY_AT_THE_END = re.compile(r" <a [^>]*>[^<]*</a>$", re.MULTILINE)
_MARKDOWN = re.compile(r"^#+ |^- |\*\*|\{ #[\w-]+ \}", re.MULTILINE)


def fact_words(markdown: str) -> list[str]:
    """The words of the facts of a page, from the Markdown that it is made of."""
    text = _FRONT_MATTER.sub("", markdown)
    for pattern in (_ONLY_A_WAY, _MARKDOWN):
        text = pattern.sub("", text)
    page = read_html(_WAY_AT_THE_END.sub("", text))
    letters = page.all("div", "ps-letter")
    for part in letters or (page,):
        _drop(part, NO_FACTS | (FORM if letters else set()))
    return words_of(tuple(part.text for part in letters or (page,)))


def _drop(element: Element, tags: set[str]) -> None:
    element.children = [child for child in element.children if isinstance(child, str) or not _is_aside(child, tags)]
    for child in element.children:
        if isinstance(child, Element):
            _drop(child, tags)


def _is_aside(element: Element, tags: set[str]) -> bool:
    classes = set(element.attributes.get("class", "").split())
    is_mark = element.attributes.get("aria-hidden") == "true"
    return element.tag in tags or bool(classes & NO_FACT_CLASSES) or is_mark
