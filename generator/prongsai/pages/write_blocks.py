"""The blocks of a page as segments, which know their Markdown and their HTML, each by one writer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from prongsai.blocks.block import (
    Block,
    Cards,
    Entries,
    Facts,
    Heading,
    Meanings,
    Note,
    Paragraph,
    Picture,
    Piece,
    Points,
    StatusBar,
    TotalScore,
)
from prongsai.pages.escape import escape_line as escape
from prongsai.pages.markup import Components
from prongsai.pages.segments import Html, Listing, Running, Segment, Title
from prongsai.views.content import Bullets, Table

WritePiece = Callable[[str, Mapping[str, object]], str]


def write_blocks(blocks: Iterable[Block], ui: Components, write_piece: WritePiece) -> Iterator[Segment]:
    """The segments of blocks, none of those that say nothing; `write_piece` renders the template of a component."""
    for block in blocks:
        if isinstance(block, Piece):
            written: Segment | str = write_piece(block.name, block.view)
        else:
            written = _WRITERS[type(block)](block, ui)
        if isinstance(written, str):
            written = Html(written)
        if written.markdown:
            yield written


def _heading(block: Heading, _: Components) -> Title:
    return Title(escape(block.text), block.id, block.level + 1)


def _paragraph(block: Paragraph, ui: Components) -> Segment | str:
    text = ui.parts(block.parts)
    if block.look == "plain":
        return Running(text.strip())
    return f'<p class="ps-{block.look}">{text}</p>' if text else ""


def _points(block: Points, ui: Components) -> str:
    return f'<div class="ps-points">{ui.parts(block.parts)}</div>'


def _bullets(block: Bullets, _: Components) -> Listing:
    return Listing(tuple(filter(None, (escape(point.text) for point in block.points))))


def _entries(block: Entries, ui: Components) -> Segment | str:
    written = [
        text for entry in block.entries if (text := ui.parts(entry).strip())
    ]  # nothing of links that lead nowhere
    if block.look == "counts":
        return f'<ul class="ps-counts">{"".join(f"<li>{one}</li>" for one in written)}</ul>'
    return Listing(tuple(written))


def _total_score(block: TotalScore, ui: Components) -> str:
    of = f'<span class="ps-standing__of">{escape(block.of)}</span>'
    score = f'<p class="ps-standing__score">{ui.phrase(block.total)} {of}</p>' if block.total else ""
    return f'<div class="ps-standing">{score}{ui.facts(block.facts, "ps-facts")}</div>'


def _note(block: Note, ui: Components) -> str:
    lines = "".join(f"<p>{ui.parts(line)}</p>" for line in block.lines)
    name = f' aria-label="{escape(block.label)}"' if block.label else ""
    return f'<div class="ps-note ps-note--{block.look}" role="note"{name}>{lines}</div>'


def _cards(block: Cards, ui: Components) -> str:
    shown = [(ui.href(one.href), one) for one in block.links]
    cards = "\n".join(
        f'<li><a href="{address}"><strong>{escape(one.title)}</strong><span>{escape(one.about)}</span></a></li>'
        for address, one in shown
        if address
    )
    return f'<ul class="ps-cards">\n{cards}\n</ul>'


def _meanings(block: Meanings, _: Components) -> str:
    if not block.entries:
        return ""
    listed = "\n".join(
        f"<div><dt>{escape(one.name)}</dt><dd>{'<br>'.join(map(escape, one.lines))}</dd></div>" for one in block.entries
    )
    listed = f'<dl class="ps-explain">\n{listed}\n</dl>'
    if not block.title:
        return listed
    name = f' id="{block.id}"' if block.id else ""
    return f'<details class="ps-details"{name}><summary>{escape(block.title)}</summary>\n{listed}\n</details>'


_WRITERS: dict[type, Callable[[Any, Components], Segment | str]] = {
    Heading: _heading,
    Paragraph: _paragraph,
    Points: _points,
    Bullets: _bullets,
    Entries: _entries,
    Facts: lambda block, ui: ui.facts(block.facts),
    Table: lambda block, ui: ui.table(block),
    TotalScore: _total_score,
    Picture: lambda block, ui: ui.picture(block.chart, block.table),
    StatusBar: lambda block, ui: ui.bar(block.chart),
    Note: _note,
    Cards: _cards,
    Meanings: _meanings,
}
