"""The text of a page that consists of blocks, as somebody reads it who searches: by section, with its links."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import TypeGuard

from prongsai import addresses
from prongsai.blocks.block import Block, Entries, Facts, Heading
from prongsai.blocks.lines import Line, join_parts, lines_of, spoken
from prongsai.blocks.passages import PageText, Passage, page_text
from prongsai.blocks.sentences import is_prose
from prongsai.pages.markup import Components
from prongsai.thai.text import clean_text
from prongsai.views.content import Bullet, Bullets, Part, Phrase, Table

_TOP = Heading("")
_LEADS_ON = frozenset({"files", "index"})
_NAMED = (addresses.UNITS, addresses.FILES)


def read_blocks(blocks: Iterable[Block], ui: Components) -> PageText:
    """The text of blocks on the page of `ui`: a passage for each section, the units and the files that they link.

    Lines on things of which each has a page of its own are left out, as are files of a table: their pages are found.
    """
    sections = tuple(_sections(blocks))
    links = (part for _, lines in sections for line, _ in lines for part in line if _is_named(part))
    return page_text(_passages(sections, ui), [_word_link(part) for part in links if _leads_away(part, ui)])


def read_lines(blocks: Iterable[Block], ui: Components) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The sections of blocks: each heading, empty for the top, with its lines; a row of a table is a line."""
    heading, lines = _TOP, list[str]()
    for block in spoken(blocks):
        if isinstance(block, Heading):
            yield _clean(heading.text), tuple(lines)
            heading, lines = block, []
        else:
            lines += filter(None, (_clean(line) for line in _word_block(block, ui)))
    yield _clean(heading.text), tuple(lines)


def _word_block(block: Block, ui: Components) -> Iterator[str]:
    def word(line: Line) -> str:
        return join_parts(line, partial(_said, ui))

    if isinstance(block, Table):
        yield block.caption
        yield " | ".join(head.title for head in block.columns)
        yield from (" | ".join(word(cell.parts) for cell in row) for row in block.rows)
    elif isinstance(block, Facts):
        yield from (f"{fact.name}: {word(fact.parts)}" for fact in block.facts)
    else:
        yield from map(word, lines_of(block))


_Told = tuple[Line, bool]  # a line, and whether it is prose
_Section = tuple[Heading, tuple[_Told, ...]]


def _sections(blocks: Iterable[Block]) -> Iterator[_Section]:
    heading, lines = _TOP, list[_Told]()
    for block in spoken(blocks):
        if isinstance(block, Heading):
            yield heading, tuple(lines)
            heading, lines = block, []
        elif not (isinstance(block, Entries) and block.look in _LEADS_ON):
            lines.extend((line, is_prose(block, line)) for line in lines_of(block))
    yield heading, tuple(lines)


def _passages(sections: tuple[_Section, ...], ui: Components) -> Iterator[Passage]:
    """The sections with a text, and those that another follows although they only have a fragment."""
    for place, (heading, lines) in enumerate(sections, start=1):
        said = [(join_parts(line, partial(_said, ui)), prose) for line, prose in lines]
        text, aside = (_clean(" ".join(words for words, prose in said if prose is kept)) for kept in (True, False))
        if text or aside or (heading.id and place < len(sections)):
            yield Passage(heading.id, _clean(heading.text), text, aside)


def _said(ui: Components, part: Part) -> str:
    """A part in plain words, without the blanks around it; a list is apart from its neighbours."""
    if isinstance(part, Bullets):
        return f" {' '.join(map(_point, part.points))} "
    if part.kind == "size":
        return ui.size_of(part.href)
    return "" if part.kind == "if-there" and not ui.href(part.href) else part.text.strip()


def _point(point: Bullet) -> str:
    return " ".join((point.text, *map(_point, point.points)))


def _is_named(part: Part) -> TypeGuard[Phrase]:
    """True if a part is a link to a unit or a file: by no other link a page is found."""
    return isinstance(part, Phrase) and part.kind != "size" and part.href.startswith(_NAMED)


def _leads_away(phrase: Phrase, ui: Components) -> bool:
    """True if a phrase leads to another page or file that is there."""
    return ui.href(phrase.href)[:1] not in {"", "#"}


def _word_link(phrase: Phrase) -> tuple[str, str]:
    return phrase.href.partition("#")[0], _clean(phrase.text)


def _clean(text: str) -> str:
    return clean_text(text)[0]
