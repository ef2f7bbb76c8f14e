"""The pieces a view is made of: phrases, lists, cells and tables, free of any markup."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal


@dataclass(frozen=True)
class Phrase:
    """A piece of text; `kind` says what it is, `value` is the figure that it says, `href` a path of the site."""

    text: str
    kind: str = ""
    value: Decimal | int | None = None
    href: str = ""


@dataclass(frozen=True)
class Spark(Phrase):
    """A small line of the figures of a row, drawn on pages alone: the row says the same in its cells.

    `points` are the years in their order, on a scale from `start` to 100 points; `goal` is the newest target.
    """

    points: tuple[Decimal | None, ...] = ()
    start: Decimal = Decimal(0)
    goal: Decimal | None = None


@dataclass(frozen=True)
class Bullet:
    """One point of a list, with points below it."""

    text: str
    points: tuple[Bullet, ...] = ()


@dataclass(frozen=True)
class Bullets:
    """A list of points in their order."""

    points: tuple[Bullet, ...]
    ordered: bool = True


Part = Phrase | Bullets


@dataclass(frozen=True)
class Cell:
    """One cell of a table; `head` makes it the head of its row."""

    parts: tuple[Part, ...]
    head: bool = False
    number: bool = False
    anchor: str = ""


@dataclass(frozen=True)
class Head:
    """The head of a column: whether numbers are below it, or short words about one, such as a change.

    The cells of one that `speaks` need no head next to them where they are read without their column.
    """

    title: str
    number: bool = False
    about_figure: bool = False
    speaks: bool = False


@dataclass(frozen=True)
class Table:
    """A table with its caption; `key` is its ASCII name on the page, `said` what is alike in all its rows.

    `of` is the table of the open data whose rows it shows, where it shows some as they are declared.
    """

    key: str
    caption: str
    columns: tuple[Head, ...]
    rows: tuple[tuple[Cell, ...], ...]
    of: str = ""
    said: str = ""

    @property
    def reads_as(self) -> Literal["pairs", "words", "figures"]:
        """A table of two columns, or what most of its columns after the first say, words where it is as many.

        One of words is read row by row: on a telephone its cells are below each other, each with its column's head.
        One of figures is compared column by column: there its first column stays where it is.
        """
        figures = [one.number or one.about_figure for one in self.columns[1:]]
        if len(figures) <= 1:
            return "pairs"
        return "figures" if 2 * sum(figures) > len(figures) else "words"


@dataclass(frozen=True)
class NamedFact:
    """A named fact of a list of facts."""

    name: str
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class Link:
    """A link to a page of the site, with a line that says what is there."""

    title: str
    href: str
    about: str = ""


@dataclass(frozen=True)
class Answer:
    """The answer of a page to the first question about its subject: a status or a score, facts, and the main link.

    `said` is the answer itself, `action` what its reader most likely wants next, `about` a line on where that leads.
    """

    said: tuple[Part, ...]
    facts: tuple[NamedFact, ...] = ()
    action: Phrase | None = None
    about: str = ""


def cell(*parts: Part | str, head: bool = False, anchor: str = "") -> Cell:
    """A cell of texts."""
    return Cell(tuple(Phrase(part) if isinstance(part, str) else part for part in parts), head=head, anchor=anchor)


def number_cell(*parts: Part) -> Cell:
    """A cell of figures."""
    return Cell(parts, number=True)


def fact(name: str, *parts: Part | str) -> NamedFact:
    """A named fact."""
    return NamedFact(name, tuple(Phrase(part) if isinstance(part, str) else part for part in parts))
