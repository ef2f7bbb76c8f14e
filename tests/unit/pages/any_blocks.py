"""Blocks of any kind with any text in them, as the blocks of a page could be."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import strategies as st

from prongsai.blocks.block import (
    Cards,
    Entries,
    Facts,
    Fold,
    Heading,
    Meanings,
    NextSteps,
    Note,
    Paragraph,
    Piece,
    Points,
    Strip,
)
from prongsai.thai.text import clean_text
from prongsai.views.assessment import Explained
from prongsai.views.content import Answer, Bullet, Bullets, Cell, Head, Link, NamedFact, Phrase, Table
from unit.pages.nasty import nasty_texts

# At the start of a line, or next to another text, these would be a list, a rule, a heading, code or a table.
STARTS = (
    "1",
    ".",
    ". ก",
    "1. ก",
    "๑.",
    ") ก",
    "-",
    "- -",
    "+ ก",
    "*",
    "#",
    "> ก",
    "    ก",
    "=",
    "|",
    "| - |",
    "\\",
    "ก  ",
)
LONG = "ยาวมากไม่มีเว้นวรรค" * 30
HREFS = (
    "",
    "",
    "/",
    "/2565/",
    "/2565/#a-b",
    "/gone/",
    "https://example.com/a[b](c)*d*_e_`f`?x=1&y=<z>",
    "mailto:a@b.c",
)
KINDS = ("", "", "bold", "done", "absent", "aside", "up", "size", "if-there")


def texts():
    """One text as it is when it was read: whatever can be typed, and what means something at the start of a line."""
    typed = st.one_of(nasty_texts(), st.sampled_from(STARTS), st.just(LONG), st.text("ก1. -", max_size=6))
    return typed.map(lambda raw: clean_text(raw)[0])


def phrases():
    """A text that may be a link, a figure or anything else that a phrase can be; also one that says nothing."""
    values = st.sampled_from([None, None, 3, Decimal("1.5")])
    return st.builds(Phrase, texts() | st.just(""), st.sampled_from(KINDS), values, st.sampled_from(HREFS))


def lists():
    """Points with points below them."""
    points = st.builds(Bullet, texts(), st.lists(st.builds(Bullet, texts()), max_size=2).map(tuple))
    return st.builds(Bullets, st.lists(points, min_size=1, max_size=3).map(tuple), st.booleans())


def parts(more=None):
    """One line."""
    return st.lists(phrases() if more is None else st.one_of(phrases(), more), min_size=1, max_size=3).map(tuple)


def headings():
    """A heading with a permanent id."""
    return st.builds(Heading, texts().filter(bool), st.sampled_from(["a", "b-1", "q01", "x.y"]), st.integers(1, 5))


def tables():
    """A table of two columns."""
    cells = st.builds(Cell, parts(lists()), st.booleans(), st.booleans(), st.sampled_from(["", "", "row-1"]))
    heads = st.builds(Head, texts(), st.booleans())
    rows = st.lists(st.tuples(cells, cells), max_size=2).map(tuple)
    return st.builds(Table, st.just("t"), texts(), st.tuples(heads, heads), rows, st.booleans())


def blocks():
    """Any block of a page that needs nothing but words; a page has at most one of the lists without a look in a row."""
    facts = st.lists(st.builds(NamedFact, texts(), parts(lists())), max_size=2).map(tuple)
    lines = st.lists(parts(lists()), max_size=3).map(tuple)
    explained = st.builds(Explained, texts(), st.lists(texts(), max_size=2).map(tuple))
    notes = st.just("oit-frozen")
    looks = st.sampled_from(["plain", "plain", "lead", "absent", "aside", "signed"])
    answers = st.builds(Answer, parts(lists()) | st.just(()), facts, st.none() | phrases(), texts())
    folded = st.one_of(st.builds(Paragraph, parts(lists()), looks), lists(), tables(), st.builds(Facts, facts))
    return st.one_of(
        headings(),
        st.builds(Paragraph, parts(lists()), looks),
        st.builds(Points, parts(lists())),
        lists(),
        st.builds(Entries, lines, st.sampled_from(["plain", "plain", "counts"])),
        st.builds(Facts, facts),
        tables(),
        st.builds(Strip, answers, st.lists(phrases(), max_size=2).map(tuple)),
        st.builds(Fold, texts(), st.lists(folded, min_size=1, max_size=2).map(tuple), st.none() | headings()),
        st.builds(NextSteps, st.lists(phrases(), max_size=2).map(tuple)),
        st.builds(Note, lines, st.sampled_from(["note", "warning"]), texts()),
        st.builds(Cards, st.lists(st.builds(Link, texts(), st.sampled_from(HREFS), texts()), max_size=2).map(tuple)),
        st.builds(Meanings, st.lists(explained, max_size=2).map(tuple), texts(), st.sampled_from(["", "explained"])),
        st.builds(lambda name, text: Piece(name, {"text": text}), notes, texts()),
        st.builds(lambda text: Piece("old-ids", {"entries": (("old-1", (Phrase(text),)),)}), texts()),
        st.just(Piece("oit-anchors", {"ids": ("o1", "o2")})),
    )
