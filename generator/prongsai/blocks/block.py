"""The blocks of pages and papers: made of the same phrases, lists, facts and tables, free of any markup."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from prongsai.views.assessment import Explained
from prongsai.views.charts import Chart, StackChart
from prongsai.views.content import Answer, Bullet, Bullets, Link, NamedFact, Part, Phrase, Table
from prongsai.views.year import Notice

Look = Literal["plain", "lead", "absent", "aside", "of", "closing", "signed"]


@dataclass(frozen=True)
class Heading:
    """A heading below the title; level 1 is the highest, `id` is its permanent fragment on the page.

    `short` is what a link under the title calls it, where its text is long.
    """

    text: str
    id: str = ""
    level: int = 1
    short: str = ""


@dataclass(frozen=True)
class Paragraph:
    """A paragraph; `look` says what it is: the lead, why there is nothing, an aside, or the closing of a letter.

    A phrase of the kind `if-there` is a link that is left out where nothing is at its address.
    """

    parts: tuple[Part, ...]
    look: Look = "plain"


@dataclass(frozen=True)
class Points:
    """The document's own points, as they are numbered there."""

    parts: tuple[Part, ...]


@dataclass(frozen=True)
class Entries:
    """A plain list whose entries may hold links and figures; `counts` of things are next to each other, `files` too.

    `checks` are the states of links and the steps that lead to each, as a component says them; `index` are lines on
    things of which each has a page that says it. Whoever searches is led there, and not to the files of a table.
    """

    entries: tuple[tuple[Part, ...], ...]
    look: Literal["plain", "counts", "files", "checks", "index"] = "plain"


@dataclass(frozen=True)
class Facts:
    """Named facts."""

    facts: tuple[NamedFact, ...]


@dataclass(frozen=True)
class Strip:
    """The answer of a page right below its title, with links to the sections that follow."""

    answer: Answer
    jumps: tuple[Phrase, ...] = ()


@dataclass(frozen=True)
class Fold:
    """Blocks that a line opens on a screen: details of what is said there. On paper and in print they are open.

    With a `heading` the line is that of a section, and `title` says how much is in it.
    """

    title: str
    blocks: tuple[Block, ...]
    heading: Heading | None = None


@dataclass(frozen=True)
class NextSteps:
    """Links at the end of a page to what its reader most likely does next; those to pages that are not there go."""

    links: tuple[Phrase, ...]


@dataclass(frozen=True)
class Picture:
    """A picture with its name and its remarks; a `table` with the same figures is folded below it."""

    chart: Chart
    table: Table | None = None


@dataclass(frozen=True)
class StatusBar:
    """The bar of a picture alone, with each status and its count in words."""

    chart: StackChart


@dataclass(frozen=True)
class Note:
    """A note that the reader needs with the facts, in paragraphs; `label` names it for those who do not see."""

    lines: tuple[tuple[Part, ...], ...]
    look: Literal["note", "warning"] = "note"
    label: str = ""


@dataclass(frozen=True)
class Cards:
    """Links to pages, each with a line about it; those to pages that do not exist are left out."""

    links: tuple[Link, ...]


@dataclass(frozen=True)
class Meanings:
    """The meanings of short names, in the open; with a `title` behind that line, which opens."""

    entries: tuple[Explained, ...]
    title: str = ""
    id: str = ""


@dataclass(frozen=True)
class Piece:
    """A component that few pages have: the template of that name writes it from the view.

    It declares what it `says` as if it were plain blocks, for those who search, and the `ids` that are not of a heading
    among these. What only leads on, or is drawn, it does not say.
    """

    name: str
    view: Mapping[str, object] = field(default_factory=dict)
    says: tuple[Block, ...] = ()
    ids: tuple[str, ...] = ()


@dataclass(frozen=True)
class LetterHead:
    """The head of a memo: rows of named facts, of which some share a line; an empty fact is left to be filled in."""

    rows: tuple[tuple[NamedFact, ...], ...]


@dataclass(frozen=True)
class Signature:
    """The place where an office signs; names of persons are not kept."""

    office: str
    acting_for: str = ""


@dataclass(frozen=True)
class Comment:
    """The place for the comment of whoever reads a memo; without words it is left to be filled in."""

    title: str
    parts: tuple[Part, ...] = ()


PaperBlock = Heading | Paragraph | Bullets | Facts | Table | LetterHead | Signature | Comment
PageBlock = (
    Heading
    | Paragraph
    | Bullets
    | Facts
    | Table
    | Points
    | Entries
    | Strip
    | Fold
    | NextSteps
    | Picture
    | StatusBar
    | Note
    | Cards
    | Meanings
    | Piece
)
Block = PaperBlock | PageBlock


def paragraph(text: str, look: Look = "plain") -> Paragraph:
    """A paragraph of one text."""
    return Paragraph((Phrase(text),), look)


def paragraphs(texts: Iterable[str], look: Look = "plain") -> tuple[Paragraph, ...]:
    """A paragraph for each text."""
    return tuple(paragraph(text, look) for text in texts)


def pictured(chart: Chart | None) -> Iterator[Picture]:
    """The picture, where there is one to show."""
    if chart is not None:
        yield Picture(chart)


def pictured_table(chart: Chart | None, table: Table) -> Picture | Table:
    """The picture with the table of its figures folded below it; the table alone where nothing is to be drawn."""
    return table if chart is None else Picture(chart, table)


def explained_notes(figures: Iterable[Notice]) -> Iterator[Note]:
    """The figures above that do not agree, with what the agency says about them."""
    for figure in figures:
        yield Note(((Phrase(figure.text),), explanation(figure.explanation)))


def explanation(text: str) -> tuple[Phrase, ...]:
    """The agency's explanation of something that was found."""
    return Phrase("คำชี้แจงของหน่วยงาน:", kind="bold"), Phrase(text)


def link_if_there(text: str, href: str) -> Phrase:
    """A link that is left out where nothing is at its address."""
    return Phrase(text, kind="if-there", href=href)


def link(text: str, href: str) -> Paragraph:
    """A link by itself; the text alone where nothing is at its address."""
    return Paragraph((Phrase(text, href=href),))


def for_paper(blocks: Iterable[Block]) -> Iterator[PaperBlock]:
    """The blocks as paper knows them: points and entries are lists, a note is an aside, nothing is folded or drawn.

    Of a strip it has the answer: documents, days and addresses are around the title of a paper.
    """
    for block in blocks:
        if isinstance(block, Points):
            yield from _apart(block.parts)
        elif isinstance(block, Entries):
            texts = ("".join(part.text for part in one if isinstance(part, Phrase)) for one in block.entries)
            yield Bullets(tuple(Bullet(text) for text in texts), ordered=False)
        elif isinstance(block, Note):
            yield from (Paragraph(line, "aside") for line in block.lines)
        elif isinstance(block, Strip):
            yield from (Paragraph(block.answer.said, "lead"),) if block.answer.said else ()
        elif isinstance(block, Fold):
            yield from (block.heading,) if block.heading else ()
            yield from for_paper(block.blocks)
        elif isinstance(block, Picture) and block.table:
            yield block.table
        elif not isinstance(block, NextSteps | Picture | StatusBar | Cards | Meanings | Piece):
            yield block


def _apart(parts: Iterable[Part]) -> Iterator[PaperBlock]:
    """Lists by themselves, and each phrase as a paragraph."""
    for part in parts:
        yield part if isinstance(part, Bullets) else Paragraph((part,))


def ids_of(blocks: Iterable[Block]) -> Iterator[str]:
    """The ids that blocks declare on a page: of headings and things, not of captions and pictures."""
    for block in blocks:
        if isinstance(block, Heading | Meanings):
            yield from filter(None, (block.id,))
        elif isinstance(block, Picture) and block.table:
            yield from ids_of((block.table,))
        elif isinstance(block, Table):
            yield from (cell.anchor for row in block.rows for cell in row if cell.anchor)
        elif isinstance(block, Fold):
            yield from ids_of((*((block.heading,) if block.heading else ()), *block.blocks))
        elif isinstance(block, Piece):
            yield from (*ids_of(block.says), *block.ids)
