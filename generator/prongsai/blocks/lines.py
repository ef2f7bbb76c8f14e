"""The plain words of blocks, line by line, and how the parts of a line follow each other."""

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
    paragraph,
)
from prongsai.views.charts import Chart
from prongsai.views.content import Bullets, NamedFact, Part, Phrase, Table

Line = tuple[Part, ...]


def spoken(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks, each component and each fold replaced by what it says, and each table apart from its picture."""
    for block in blocks:
        if isinstance(block, Piece):
            yield from spoken(block.says)
        elif isinstance(block, Fold):
            yield from (block.heading,) if block.heading else ()
            yield paragraph(block.title)
            yield from spoken(block.blocks)
        elif isinstance(block, Picture) and block.table:
            yield from (Picture(block.chart), block.table)
        else:
            yield block


def lines_of(block: Block) -> Iterator[Line]:
    """The lines of a block that is no component: what is in a paragraph, a cell or a point by itself."""
    yield from _LINES[type(block)](block)


def join_parts(parts: Iterable[Part], write: Callable[[Part], str]) -> str:
    """The parts of a line as they are written, with a blank where two phrases would touch that differ in kind."""
    made: list[str] = []
    before: Part | None = None
    for part in parts:
        text = write(part)
        if isinstance(part, Bullets):
            made.append(text)
        elif text or not part.kind:
            # Writing folds the blanks at the ends of a text; here they part it from its neighbours.
            needs_space = isinstance(before, Phrase) and (part.kind or before.kind) and before.text[-1:] != " "
            lead = " " if needs_space or part.text[:1] == " " else ""
            made.append(f"{lead}{text}{' ' if part.text[-1:] == ' ' else ''}")
        before = part
    return "".join(made)


def _facts(facts: Iterable[NamedFact]) -> Iterator[Line]:
    for fact in facts:
        yield (Phrase(fact.name),)
        yield fact.parts


def _strip(block: Strip) -> Iterator[Line]:
    """The answer and its facts; the links lead on."""
    yield block.answer.said
    yield from _facts(block.answer.facts)


def _table(table: Table) -> Iterator[Line]:
    yield from text_lines((table.caption, table.said, *(head.title for head in table.columns)))
    yield from (cell.parts for row in table.rows for cell in row)


def _picture(chart: Chart) -> Iterator[Line]:
    """The text around a picture; its figures are in the table next to it."""
    yield from text_lines((chart.title, *(sign.text for sign in chart.signs), *chart.notes))


def _bar(block: StatusBar) -> Iterator[Line]:
    [stack] = block.chart.stacks
    yield from text_lines(f"{share.text} {share.figure}" for share in stack.shares)


def _meanings(block: Meanings) -> Iterator[Line]:
    if block.entries:
        yield from text_lines((block.title, *(text for one in block.entries for text in (one.name, *one.lines))))


def text_lines(texts: Iterable[str]) -> Iterator[Line]:
    """A line for each text."""
    yield from ((Phrase(text),) for text in texts)


_LINES: Mapping[type, Callable[[Any], Iterable[Line]]] = {
    Heading: lambda block: text_lines((block.text,)),
    Paragraph: lambda block: (block.parts,),
    Points: lambda block: (block.parts,),
    Bullets: lambda block: ((block,),),
    Entries: lambda block: block.entries,
    Facts: lambda block: _facts(block.facts),
    Table: _table,
    Strip: _strip,
    NextSteps: lambda _: (),
    Picture: lambda block: _picture(block.chart),
    StatusBar: _bar,
    Note: lambda block: block.lines,
    # A card is one link, so that its title and its line touch.
    Cards: lambda block: ((Phrase(f"{one.title}{one.about}", kind="if-there", href=one.href),) for one in block.links),
    Meanings: _meanings,
}
