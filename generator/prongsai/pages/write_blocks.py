"""The blocks of a page as segments, which know their Markdown and their HTML, each by one writer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from prongsai.blocks.block import (
    Block,
    Cards,
    Entries,
    Facts,
    Fold,
    Heading,
    Meanings,
    NextSteps,
    Note,
    Paragraph,
    Picture,
    Piece,
    Points,
    StatusBar,
    Strip,
)
from prongsai.pages.escape import escape_line as escape
from prongsai.pages.markup import Components
from prongsai.pages.segments import Html, Listing, Running, Segment, Title
from prongsai.views.content import Answer, Bullets, Phrase, Table

WritePiece = Callable[[str, Mapping[str, object]], str]


def write_blocks(blocks: Iterable[Block], ui: Components, write_piece: WritePiece) -> Iterator[Segment]:
    """The segments of blocks, none of those that say nothing; `write_piece` renders the template of a component."""
    for block in blocks:
        if isinstance(block, Piece):
            written: Segment | str = write_piece(block.name, block.view)
        elif isinstance(block, Fold):
            yield from _fold(block, ui, write_piece)
            continue
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


_BESIDE = {"counts": "ps-counts", "files": "ps-counts ps-files"}  # entries that are next to each other


def _entries(block: Entries, ui: Components) -> Segment | str:
    written = [
        text for entry in block.entries if (text := ui.parts(entry).strip())
    ]  # nothing of links that lead nowhere
    if block.look in _BESIDE:
        return f'<ul class="{_BESIDE[block.look]}">{"".join(f"<li>{one}</li>" for one in written)}</ul>'
    return Listing(tuple(written))


def _strip(block: Strip, ui: Components) -> str:
    answer = block.answer
    said = f'<p class="ps-strip__said">{ui.parts(answer.said)}</p>' if answer.said else ""
    facts = ui.facts(answer.facts, "ps-facts") if answer.facts else ""
    return f'<div class="ps-strip">{said}{facts}{_action(answer, ui)}{_jumps(block.jumps, ui)}</div>'


def _action(answer: Answer, ui: Components) -> str:
    """The main link as a button; nothing where it leads nowhere."""
    link = answer.action
    if link is None or not ui.href(link.href):
        return ""
    about = f"<small>{escape(answer.about)}</small>" if answer.about else ""
    return f'<p class="ps-strip__action">{ui.button(link.text, link.href)}{about}</p>'


def _jumps(jumps: tuple[Phrase, ...], ui: Components) -> str:
    links = "".join(f"<li>{ui.phrase(one)}</li>" for one in jumps)
    return f'<nav class="ps-strip__jumps" aria-label="ข้ามไปยังหัวข้อ"><ul>{links}</ul></nav>' if links else ""


def _next_steps(block: NextSteps, ui: Components) -> str:
    links = "".join(f"<li>{ui.phrase(one)}</li>" for one in block.links if ui.href(one.href))
    return f'<nav class="ps-next" aria-label="ขั้นต่อไป"><p>ขั้นต่อไป</p><ul>{links}</ul></nav>' if links else ""


def _fold(block: Fold, ui: Components, write_piece: WritePiece) -> Iterator[Segment]:
    """The blocks behind a line that opens, in one element: nothing between its tags is the engine's."""
    inner = "\n".join(one.inside for one in write_blocks(block.blocks, ui, write_piece))
    if inner:
        title = escape(block.title)
        if block.heading is not None:
            title = f"{_heading(block.heading, ui).inside} <span>{title}</span>"
        yield Html(f'<details class="ps-details"><summary>{title}</summary>\n{inner}\n</details>')


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
    Strip: _strip,
    NextSteps: _next_steps,
    Picture: lambda block, ui: ui.picture(block.chart, block.table),
    StatusBar: lambda block, ui: ui.bar(block.chart),
    Note: _note,
    Cards: _cards,
    Meanings: _meanings,
}
